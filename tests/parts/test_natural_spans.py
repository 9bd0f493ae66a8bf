"""What one key means where the cursor is, and what it is widened to."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.parts.fakes import FakeDesk
from tui.documents.article import Span
from tui.documents.passage_parts import Parts, holds, words_in
from tui.page.selection import in_paragraphs, natural_passages

TEXT = 'He paused. "We will wait," he said, "and see." They left.\n\nNobody knows when. It rained.'


def meant_in(desk: FakeDesk, at: str, found: list[Parts]) -> list[str]:
    meant = natural_passages(desk.article, desk.state.motions, found, desk.span(at).start)
    return [words_in(desk.article.text, passage) for passage in meant]


def meant(at: str, *found: str) -> list[str]:
    """What highlighting may mean at some words; the parts of a finding have "…" between them."""
    desk = FakeDesk(TEXT)
    return meant_in(desk, at, [tuple(map(desk.span, each.split(" … "))) for each in found])


def test_without_a_finding_it_is_the_sentence_then_its_paragraph() -> None:
    assert meant("rained") == ["It rained.", "Nobody knows when. It rained."]


def test_a_quote_is_meant_before_its_sentence() -> None:
    quote, evidence = '"We will wait,"', "We will wait"
    assert meant("wait", quote)[0] == quote
    assert meant("wait", quote, evidence)[:2] == [evidence, quote]


def test_a_finding_elsewhere_is_not_meant() -> None:
    assert meant("rained", "Nobody knows when") == meant("rained")


def test_evidence_over_two_sentences_is_wider_than_either() -> None:
    both = "Nobody knows when. It rained."
    assert meant("Nobody", both) == [both]


def test_what_a_finding_cuts_reads_whole() -> None:
    text = "The figure “cannot be stated in the life of the line”, they said. “We stay. We wait.”"
    desk = FakeDesk(text)
    found = [desk.span("figure “cannot be stated in the life of the line")]
    assert meant_in(desk, "stated", [(each,) for each in found])[0] == (
        "figure “cannot be stated in the life of the line”"
    )
    assert meant_in(desk, "stay", [])[0] == "We stay."


def test_a_divided_quote_is_meant_whole_from_each_of_its_parts_then_its_sentences() -> None:
    quote = '"We will wait," … "and see."'
    for at in ("wait", "see"):
        assert meant(at, quote)[:2] == [quote, '"We will wait," he said, "and see."']
    assert meant("he said", quote)[0] == '"We will wait," he said, "and see."'
    assert meant("paused", quote)[0] == "He paused."


def test_a_half_of_a_divided_quote_is_widened_to_the_whole() -> None:
    quote, half = '"We will wait," … "and see."', '"We will wait,"'
    assert meant("wait", quote, half)[:2] == [half, quote]


def test_parts_with_no_word_between_them_are_one() -> None:
    assert meant("wait", "He paused. … We will wait")[0] == 'He paused. "We will wait,"'


def test_a_quote_that_goes_on_in_other_paragraphs_is_meant_there_and_then_whole() -> None:
    desk = FakeDesk("“We wait,” she said. “It rains.\n\n“Nobody knows when.”\n\nShe left.")
    content = ("“We wait,”", "“It rains.", "“Nobody knows when.”")
    found = in_paragraphs(desk.article, tuple(map(desk.span, content)))
    assert meant_in(desk, "rains", found)[0] == "“We wait,” … It rains."
    assert meant_in(desk, "knows", found)[:2] == [
        "“Nobody knows when.”",
        "“We wait,” … It rains.\n\n“Nobody knows when.”",
    ]


parts = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)).map(
    lambda part: Span(part[0], min(len(TEXT), sum(part)))
)


@given(st.integers(0, len(TEXT) - 1), st.lists(st.lists(parts, min_size=1, max_size=3)))
def test_each_passage_holds_the_one_before_it(at: int, found: list[list[Span]]) -> None:
    desk = FakeDesk(TEXT)
    wider = natural_passages(desk.article, desk.state.motions, map(tuple, found), at)
    for passage in wider:
        assert all(part.start < part.end for part in passage)
        assert all(one.end < other.start for one, other in pairwise(passage))
    for inner, outer in pairwise(wider):
        assert holds(outer, inner)
        assert outer != inner
