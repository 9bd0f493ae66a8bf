"""Where a printed page ends, its furniture is set aside and the sentence runs on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parts.fakes import FakeDesk
from tui.documents.article import Article
from tui.documents.blocks import split_blocks
from tui.documents.loading import from_text
from tui.documents.milestones import pages
from tui.documents.page_breaks import page_breaks, set_aside
from tui.documents.passage_parts import words_in
from tui.documents.sanitising import sanitise
from tui.documents.sentence_map import SentenceMap
from tui.page.selection import natural_passages

FIRST = "The server SHOULD tell the reader when a mark was\n   moved because the text around"
SECOND = "it has changed."
REST = "A client MAY refuse."
FOOT = "Holt & Ames                 Informational                     [Page {}]"
HEAD = "RFC 9999              Keeping of Marks                  March 2024"


def page(foot: str, head: str) -> str:
    """Two pages of prose with furniture between them."""
    before = "A mark is kept by the reader, who gave it a colour and perhaps\n   a note as well."
    return f"   {before}\n\n   {FIRST}\n\n\n{foot}\n\f{head}\n\n\n   {SECOND}  {REST}\n"


def article(text: str) -> Article:
    return from_text(sanitise(text), "/nowhere/a.txt")


def asides(text: str) -> list[str]:
    found = article(text)
    return [found.text[slice(*aside)] for aside in found.asides]


BREAKS = [
    (FOOT.format(1), HEAD),
    ("12", ""),
    ("- 12 -", ""),
    ("Page 12 of 30", ""),
    ("[Page 3]", ""),
    ("", ""),
    (f"{FOOT.format(1)}\n", f"\n{HEAD}"),
]


@pytest.mark.parametrize(("foot", "head"), BREAKS)
def test_what_stands_between_two_pages_is_set_aside_and_nothing_else(foot: str, head: str) -> None:
    found = article(page(foot, head))
    left = "".join(
        c for n, c in enumerate(found.text) if not any(a.contains(n) for a in found.asides)
    )
    for words in (FIRST, SECOND, REST, "A mark is kept by the reader"):
        assert words in left
    assert not {*"␌[]123Holt"} & {*left} - {*FIRST, *SECOND, *REST, *"A mark is kept by the reader"}


def test_a_running_head_is_known_by_standing_on_two_pages() -> None:
    twice = page("", "The Keeping of Marks") + "\n" + page("", "The Keeping of Marks")
    assert asides(twice) == ["␌The Keeping of Marks"] * 2
    # Once it may be a heading of the text.
    assert asides(page("", "The Keeping of Marks")) == []


def test_text_that_goes_on_right_behind_a_feed_is_text() -> None:
    text = f"   {FIRST}\n\n\f   {SECOND}  {REST}\n\n\fAnother line of it all.\n"
    assert asides(text) == []


def test_headings_of_chapters_at_the_head_of_pages_are_no_running_heads() -> None:
    """They are alike but for a number, and say what the page is about."""
    words = ("one", "two", "three", "four")
    pages = [f"A mark in {w} colours.\n\n\fChapter {n}\n\nWho {w}?\n" for n, w in enumerate(words)]
    assert asides("".join(pages)) == []


@given(st.lists(st.sampled_from(["\f", "12", FOOT, HEAD, FIRST, SECOND, "\n", "[Page 4]\n"])))
def test_asides_are_whole_blocks_of_any_text(pieces: list[str]) -> None:
    text = sanitise("\n".join(pieces))
    blocks = split_blocks(text)
    found = list(set_aside(text, blocks, page_breaks(text, blocks)))
    assert found == sorted(set(found))
    for aside in found:
        assert any(text[b.start : b.end].strip() == text[slice(*aside)] for b in blocks)
        assert SECOND not in text[slice(*aside)] or text.count(SECOND) > 1


@pytest.mark.parametrize(("foot", "head"), BREAKS)
def test_a_sentence_runs_on_over_the_end_of_a_page(foot: str, head: str) -> None:
    found = article(page(foot, head))
    sentences = SentenceMap(found)
    start, second = found.text.index(FIRST), found.text.index(SECOND)
    whole = sentences.at(start)
    assert (whole.start, whole.end) == (start, second + len(SECOND))
    assert sentences.at(second) == whole
    assert sentences.at(found.text.index("␌")) == whole
    after = sentences.after(start)
    assert after is not None
    assert found.text[slice(*after)] == REST
    assert sentences.before(after.start) == whole


def test_it_is_highlighted_without_what_stands_between_the_pages() -> None:
    desk = FakeDesk(sanitise(page(FOOT.format(1), HEAD)))
    for words in ("moved because", "it has"):
        at = desk.span(words).start
        first, *wider = natural_passages(desk.article, desk.state.motions, [], at)
        assert words_in(desk.article.text, first) == f"{FIRST} … {SECOND}"
        assert all("Holt" not in words_in(desk.article.text, each) for each in wider)


def test_the_sign_of_a_new_page_right_before_a_half_is_left_out() -> None:
    """As programs write that read PDF files."""
    desk = FakeDesk(sanitise(f"{FIRST}\n\n12\n\n\f{SECOND} {REST}\n"))
    first, *_ = natural_passages(desk.article, desk.state.motions, [], desk.span("it has").start)
    assert words_in(desk.article.text, first) == f"{FIRST} … {SECOND}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{FIRST}.", "it has changed."),
        (FIRST, "It has changed."),
        ("2. Terms", "it has changed."),
    ],
)
def test_a_sentence_that_has_ended_does_not_run_on(before: str, after: str) -> None:
    found = article(f"{before}\n\n12\n\f\n\n{after} {REST}\n")
    sentences = SentenceMap(found)
    assert sentences.at(found.text.index(after)).start == found.text.index(after)


def test_a_line_that_is_set_aside_for_another_reason_ends_no_page() -> None:
    found = article(f"Title: The closed bridge\ndate 2022-01-13\n{'word ' * 32}\n")
    assert found.asides
    sentences = SentenceMap(found)
    assert sentences.at(0).end < found.asides[0].start


def numbered_pages(found: Article) -> list[tuple[str, str]]:
    """The pages with the words they begin with."""
    return [(mark.label, found.text[mark.offset :].split()[0]) for mark in pages(found)]


def test_pages_that_end_in_a_form_feed_are_counted_by_the_numbers_beside_it() -> None:
    names = ["one", "two", "three", "four", "five"]
    expected = [(str(number), name) for number, name in enumerate(names, 7)]
    memo = "\n\f".join(
        f"{HEAD}\n\n   {name} it is.\n\n{FOOT.format(number)}"
        for number, name in enumerate(names, 7)
    )
    # The head of the very first page stands at no page end.
    assert numbered_pages(article(memo))[1:] == expected[1:]
    bare = "\n\f".join(f"{name} it is.\n\n{number}" for number, name in enumerate(names, 7))
    assert numbered_pages(article(bare)) == expected


def test_a_page_begins_behind_the_form_feed_also_in_the_middle_of_a_block() -> None:
    text = "".join(f"It is {n}.\n\n{n}\n\fSECTION {n}\nMore of it.\n\n" for n in range(3, 8))
    assert numbered_pages(article(text))[1] == ("4", "SECTION")


def test_numbers_of_sections_at_the_head_of_pages_are_not_those_of_pages() -> None:
    names = ("ELECTRICAL", "MECHANICAL", "TIMING", "ORDERING", "INDEX")
    text = "".join(f"It is.\n\n\f{n}. {name}\n\nMore.\n\n" for n, name in enumerate(names, 2))
    assert numbered_pages(article(text)) == []
