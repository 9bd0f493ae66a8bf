"""What lies over the text: layers of spans, and how their styles combine.

The order of `LAYERS` is the order of painting: a later layer's colours win. On marks and
selections the earlier layers keep only what is not colour (bold, italic, underline). A layer that
is not in the list is not drawn: it says where something stands ("question").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.documents.article import Span
from tui.settings.colours import COLOURS

MARK_LAYERS = tuple(f"mark-{colour}" for colour in COLOURS)
"""The layers of highlights, one for each colour."""
LAYERS = (
    "aside",
    "caption",
    "headline",
    "title",
    "heading",
    "subheading",
    "quotation",
    "strong",
    "emphasis",
    "struck",
    "code",
    "link",
    "indirect",
    "quote",
    "person",
    "organisation",
    "place",
    "group",
    "thing",
    "clause",
    "cue",
    "mention",
    "mention-current",
    "evidence",
    *MARK_LAYERS,
    "mark-chosen",
    "dimmed",
    "typed",
    "match",
    "match-current",
    "selection",
    "cursor",
)


class SpanIndex:
    """Spans that may overlap, found by the text they touch."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Sort the spans; empty ones are left out."""
        self.spans = tuple(sorted({span for span in spans if span.end > span.start}))
        self._starts = [span.start for span in self.spans]
        # How far anything up to here reaches: non-decreasing, so that it can be bisected.
        self._reach: list[int] = []
        furthest = 0
        for span in self.spans:
            furthest = max(furthest, span.end)
            self._reach.append(furthest)

    def touching(self, start: int, end: int) -> Sequence[Span]:
        """The spans that share a code point with `start:end`, in text order."""
        if not self.spans:
            # So are most of the layers that every row asks.
            return ()
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [span for span in self.spans[first:last] if span.end > start]


class Piece(NamedTuple):
    """A stretch of one row under the same layers."""

    start: int
    """Its first code point."""
    end: int
    """The first code point after."""
    layers: tuple[str, ...]
    """The names of the layers over it, lowest first."""


def pieces(start: int, end: int, layers: Mapping[str, SpanIndex]) -> list[Piece]:
    """Cut `start:end` where its layers change; the pieces cover it without a gap."""
    if end <= start:
        return []
    covering: list[tuple[int, int, str]] = []
    cuts = {start, end}
    for name in LAYERS:
        index = layers.get(name)
        if index is None:
            continue
        for span in index.touching(start, end):
            first, last = max(span.start, start), min(span.end, end)
            covering.append((first, last, name))
            cuts.add(first)
            cuts.add(last)
    edges = sorted(cuts)
    found = []
    for first, last in pairwise(edges):
        names = (name for begin, stop, name in covering if begin <= first and last <= stop)
        found.append(Piece(first, last, tuple(dict.fromkeys(names))))
    return found
