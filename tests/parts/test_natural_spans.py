"""What one key means where the cursor is, and what it is widened to."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.parts.fakes import FakeDesk
from tui.documents.article import Span
from tui.page.selection import natural_spans

TEXT = 'He paused. "We will wait," he said, "and see." They left.\n\nNobody knows when. It rained.'


def meant(at: str, *found: str) -> list[str]:
    desk = FakeDesk(TEXT)
    spans = [desk.span(words) for words in found]
    offset = desk.span(at).start
    return desk.words(natural_spans(desk.article, desk.state.motions, spans, offset))


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
    spans = natural_spans(desk.article, desk.state.motions, found, desk.span("stated").start)
    assert desk.words(spans)[0] == "figure “cannot be stated in the life of the line”"
    spans = natural_spans(desk.article, desk.state.motions, [], desk.span("stay").start)
    assert desk.words(spans)[0] == "We stay."


@given(st.integers(0, len(TEXT) - 1), st.lists(st.tuples(st.integers(0, 70), st.integers(1, 20))))
def test_each_passage_holds_the_one_before_it(at: int, found: list[tuple[int, int]]) -> None:
    desk = FakeDesk(TEXT)
    spans = [Span(a, min(len(TEXT), a + length)) for a, length in found if a < len(TEXT)]
    wider = natural_spans(desk.article, desk.state.motions, spans, at)
    for inner, outer in pairwise(wider):
        assert outer.start <= inner.start
        assert outer.end >= inner.end
        assert outer != inner
