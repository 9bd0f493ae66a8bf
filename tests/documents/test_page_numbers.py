"""Lines that count the pages of a plain text, and all that counts something else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Article, MilestoneKind, Span
from tui.documents.loading import from_text
from tui.documents.milestones import where_in_source
from tui.documents.sanitising import sanitise
from tui.documents.sentence_map import SentenceMap

STORY = """
the harbour bridge was closed after one of its piers had moved so that no ship could pass and the
town waited for the engineers who measured it by day and by night while the ferry carried people to
the other side of the river where the market stands
"""
WORDS = STORY.split()
FORMS = ["[Page {}]", "Page {} of 9", "- {} -", "{}", "— {} —", "[Pg {}]", "The Bridge  {}", "{}/9"]


def prose(first: int, count: int) -> str:
    """Words in small letters, with a full stop behind every 23rd one."""
    said = []
    for n in range(first, first + count):
        word = WORDS[n % len(WORDS)]
        said.append(word.capitalize() if n % 23 == 0 else f"{word}." if n % 23 == 22 else word)
    return " ".join(said)


def wrapped(text: str, width: int = 66) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def book(form: str, pages: int = 5, *, words: int = 100, first: int = 1, head: str = "") -> str:
    """A book of pages, each with its number at its foot."""
    return "\n\n".join(
        f"{head}{wrapped(prose(n * words, words))}\n\n{form.format(n + first)}"
        for n in range(pages)
    )


def article(text: str) -> Article:
    return from_text(sanitise(text), "/nowhere/a.txt")


def asides(text: str) -> list[str]:
    found = article(text)
    return [found.text[slice(*aside)] for aside in found.asides]


def pages(found: Article) -> list[str]:
    return [mark.label for mark in found.milestones if mark.kind is MilestoneKind.PAGE]


@pytest.mark.parametrize("form", FORMS)
def test_the_numbers_of_pages_are_set_aside_and_sentences_go_over_them(form: str) -> None:
    found = article(book(form))
    assert asides(book(form)) == [form.format(n) for n in range(1, 6)]
    assert pages(found) == ["1", "2", "3", "4", "5"]
    sentences = SentenceMap(found)
    at = found.text.index(form.format(2))
    over = sentences.at(at)
    assert over.start < at < over.end
    assert where_in_source(found, [over]) == "pp. 2-3"


def test_at_the_head_of_its_page_a_number_begins_it() -> None:
    text = "\n\n".join(f"[Page {n}]\n\n{wrapped(prose(n * 100, 100))}" for n in range(4, 9))
    found = article(text)
    assert pages(found) == ["4", "5", "6", "7", "8"]
    assert where_in_source(found, [Span(len(found.text) - 3, len(found.text))]) == "p. 8"


def test_a_running_head_beside_the_number_is_set_aside_with_it() -> None:
    text = book("- {} -", head="THE CLOSED BRIDGE\n\n")
    assert asides(text).count("THE CLOSED BRIDGE") == 4
    sentences = SentenceMap(article(text))
    over = sentences.at(text.index("- 2 -"))
    assert "THE CLOSED" in text[slice(*over)]


def test_a_page_without_a_number_is_not_said_to_be_another() -> None:
    text = book("- {} -", pages=7).replace("- 4 -\n\n", "")
    assert pages(article(text)) == ["1", "2", "3", "", "6", "7"]


CONTENTS = "Contents\n\nThe bridge .......... 1\n\nThe ferry .......... 4\n\n" * 6


def test_where_it_is_not_certain_whose_number_it_is_no_page_is_named() -> None:
    """Contents before page 1, a word of thanks behind the last one: head or foot?"""
    bodies = [f"[Page {n}]\n\n{wrapped(prose(n * 100, 100))}" for n in range(1, 6)]
    text = CONTENTS + "\n\n".join(bodies)
    found = article(text)
    assert pages(found) == [""] * 5
    assert where_in_source(found, [Span(len(found.text) - 3, len(found.text))]) == ""
    at = found.text.index("[Page 3]")
    assert SentenceMap(found).at(at).end > at


def test_the_pages_of_a_chapter_are_called_by_more_than_a_count() -> None:
    found = article(book("Page 3-{}"))
    assert asides(book("Page 3-{}")) == [f"Page 3-{n}" for n in range(1, 6)]
    assert pages(found) == [""] * 4


def numbered(form: str, between: Sequence[str], first: int = 1) -> str:
    return "\n\n".join(f"{form.format(n)}\n\n{each}" for n, each in enumerate(between, first))


def closed(n: int, words: int) -> str:
    """A paragraph that ends where a sentence does."""
    return f"{wrapped(prose(n * 23, words)).rstrip('.')}."


SECTIONS = [
    "{}",
    "- {} -",
    "Chapter {}",
    "{}.",
    "({})",
    "Question {}",
    "§ {}",
    "Day {} of 9",
    "{}/9",
    "Letter {}",
]


@pytest.mark.parametrize("form", SECTIONS)
@pytest.mark.parametrize("words", [46, 92, 230])
def test_what_counts_whole_sections_is_text(form: str, words: int) -> None:
    text = numbered(form, [closed(n, words) for n in range(8)])
    assert (asides(text), pages(article(text))) == ([], [])


NO_PAGES = {
    "a numbered list": "\n\n".join(
        f"{n}. take {WORDS[n]} and put it on the shelf" for n in range(9)
    ),
    "clauses of a law": numbered(
        "({})", ["the minister must ask such persons as the act names, and"] * 6
    ),
    "questions of a transcript": numbered("{}", ["Q. When did you see it?\nA. In May."] * 9),
    "numbers of verses": numbered(
        "{}", ["the sea was calm tonight\nand the tide was full\nthe moon lay fair"] * 6
    ),
    "line numbers of verse": "\n\n".join(
        f"the sea was calm\nand the tide full\nupon the straits\nthe light\n\n{n}"
        for n in (5, 10, 15)
    ),
    "a table": "\n\n".join(f"{2000 + n}    {n * 13}    {n * 7}" for n in range(9)),
    "years": numbered("{}", [closed(n, 69) for n in range(6)], first=1990),
    "short stanzas": numbered("{}", ["the ship that came in the night and", "left"] * 4),
    "a thread": "\n\n".join(f"{closed(n, 30)}\n\n{n}/6" for n in range(1, 7)),
}


@pytest.mark.parametrize("text", NO_PAGES.values(), ids=NO_PAGES.keys())
def test_what_counts_something_else_is_text(text: str) -> None:
    assert (asides(text), pages(article(text))) == ([], [])


def test_twice_is_no_count_and_neither_is_a_number_that_comes_again() -> None:
    assert asides(book("Page {}", pages=2)) == []
    assert asides("\n\n".join(book("Page 7", pages=1) for _ in range(5))) == []


@given(
    st.sampled_from(FORMS),
    st.integers(3, 12),
    st.integers(60, 300),
    st.integers(1, 40),
    st.sampled_from([wrapped, lambda text: text]),
)
def test_of_any_book_the_text_is_what_stands_between_the_numbers(
    form: str, count: int, words: int, first: int, lay: Callable[[str], str]
) -> None:
    bodies = [lay(prose(n * words, words)) for n in range(count)]
    numbers = [form.format(n + first) for n in range(count)]
    text = "\n\n".join(f"{body}\n\n{number}" for body, number in zip(bodies, numbers, strict=True))
    found = article(text)
    # All or nothing: where it is not certain that they count pages, they are text.
    assert asides(text) in ([], numbers)
    labels = [str(n + first) for n in range(count)]
    assert pages(found) in ([], labels, labels[1:])


@given(st.lists(st.sampled_from(["12", "13", "- 3 -", "Page 2", "Page 3", "Page 4", prose(0, 60)])))
def test_only_whole_blocks_of_numbers_are_ever_set_aside(pieces: list[str]) -> None:
    found = article("\n\n".join(["A", *pieces]))
    for aside in found.asides:
        assert found.text[slice(*aside)] in pieces
        assert len(found.text[slice(*aside)]) < 10
