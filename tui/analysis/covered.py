"""What a set of spans covers, asked in the logarithm of their number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from tui.documents.article import Span


class Covered:
    """The code points that some spans cover, overlapping ones as one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Put the spans in order; empty ones cover nothing."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif start < end:
                self._starts.append(start)
                self._ends.append(end)

    def contains(self, offset: int) -> bool:
        """Whether one of the spans holds the code point at `offset`."""
        position = bisect_right(self._starts, offset) - 1
        return position >= 0 and offset < self._ends[position]

    def overlaps(self, span: Span) -> bool:
        """Whether one of the spans shares a code point with `span`."""
        position = bisect_left(self._starts, span.end) - 1
        return position >= 0 and span.start < self._ends[position]
