"""What spans cover, against asking each of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.covered import Covered
from tui.documents.article import Span

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(0, 9)
)


@given(st.lists(SPANS), st.integers(0, 60), SPANS.filter(lambda span: span.start < span.end))
def test_covered_is_what_one_of_the_spans_covers(spans: list[Span], at: int, other: Span) -> None:
    covered = Covered(spans)
    spans = [span for span in spans if span.start < span.end]
    assert covered.contains(at) == any(span.contains(at) for span in spans)
    assert covered.overlaps(other) == any(span.overlaps(other) for span in spans)
