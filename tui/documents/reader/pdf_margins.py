"""Where the columns of a page of a PDF begin."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui.documents.reader.pdf_line import Line

NEAR = 1.5
"""Points within which two lines begin, or end, at the same place."""

_FEW = 6
"""Lines that do not tell how a page is set."""
_MANY = 3
"""How many times more lines begin at the edge of a text than where its headings do, or the first
lines of its paragraphs."""
_SHARE = 0.08
"""Part of the lines of a page that begin where a column does."""


class Margins:
    """The left edges of the columns of a page."""

    def __init__(self, page: Sequence[Line]) -> None:
        """Find them."""
        self._starts, self._edges = _columns(page)

    def left_of(self, line: Line) -> float:
        """Where most lines of the column begin that a line stands in."""
        position = bisect_right(self._starts, line.left + NEAR)
        return self._edges[position - 1] if position else line.left


def as_flush_left(page: Sequence[Line]) -> list[Line]:
    """The page, in a mirror if its lines end at one place and begin anywhere."""
    lefts = Counter(round(line.left) for line in page)
    rights = Counter(round(line.right) for line in page)
    begin_alike = sum(count for _, count in lefts.most_common(3))
    end_alike = sum(count for _, count in rights.most_common(2))
    if len(page) < _FEW or begin_alike > 0.5 * len(page) or end_alike < 0.7 * len(page):
        return list(page)
    return [replace(line, left=-line.right, right=-line.left) for line in page]


def _columns(page: Sequence[Line]) -> tuple[list[float], list[float]]:
    """Where columns begin, from the left, and where most lines of each do."""
    counts: Counter[int] = Counter(round(line.left) for line in page)
    starts: list[float] = []
    edges: list[float] = []
    most = 0
    for place in sorted(counts):
        share = counts[place - 1] + counts[place] + counts[place + 1]
        if share < max(2, _SHARE * len(page)):
            continue
        edge = min(line.left for line in page if abs(line.left - place) <= 1.5)
        if not starts or (edge > starts[-1] + 2 * NEAR and _is_beside(page, starts[-1], edge)):
            starts.append(edge)
            edges.append(edge)
            most = share
        elif share > _MANY * most:
            edges[-1], most = edge, share
    return starts, edges


def _is_beside(page: Sequence[Line], start: float, next_start: float) -> bool:
    """Whether a column begins at a place, not the indented lines of the one to its left."""
    lines = [line for line in page if start - NEAR <= line.left < next_start - 2 * NEAR]
    return sum(line.right <= next_start for line in lines) > 0.6 * len(lines)
