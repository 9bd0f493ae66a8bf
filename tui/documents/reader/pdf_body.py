"""What most of the text of a PDF looks like: its size, the distance and the indent of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.documents.reader.pdf_line import Line
from tui.documents.reader.pdf_margins import NEAR, Margins

ROOM = 1.3
"""How many times the usual distance of two lines parts paragraphs."""
_OFTEN = 0.03
"""Part of the lines of a document that begin a paragraph by standing to the right."""


class Body(NamedTuple):
    """What most of a document looks like."""

    size: float
    """The size of its letters, in points."""
    leading: float
    """The distance of two lines, as a multiple of the size."""
    indent: float = 0.0
    """How far the first lines of its paragraphs are moved to the right; 0 if they are not."""
    is_bold: bool = False
    """Whether all of it is bold."""
    is_mono: bool = False
    """Whether it is typewritten."""


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(2 * line.size) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def body_of(pages: Sequence[Sequence[Line]], size: float) -> Body:
    """What most of the lines look like."""
    lines = [line for page in pages for line in page if abs(line.size - size) < 1]
    steps: Counter[float] = Counter()
    for before, line in pairwise(lines):
        step = (before.bottom - line.bottom) / size
        if 0.5 < step < 2:
            steps[round(step, 1)] += 1
    leading = steps.most_common(1)[0][0] if steps else 1.2
    letters = sum(len(line.text) for line in lines)
    bold = sum(len(line.text) for line in lines if line.face.is_bold)
    mono = sum(len(line.text) for line in lines if line.face.is_mono)
    return Body(
        size, leading, _indent_of(pages, size, leading), 2 * bold > letters, 2 * mono > letters
    )


def _indent_of(pages: Sequence[Sequence[Line]], size: float, leading: float) -> float:
    """How far lines are moved whose next line is not, in most cases."""
    seen: Counter[int] = Counter()
    lines = 0
    for page in pages:
        margins = Margins(page)
        lines += len(page)
        for before, line in pairwise(page):
            moved = before.left - margins.left_of(before)
            is_back = abs(line.left - margins.left_of(line)) < NEAR
            is_close = before.bottom - line.bottom < ROOM * leading * size
            if is_back and is_close and 0.5 * size < moved < 5 * size:
                seen[round(moved)] += 1
    if not seen:
        return 0.0
    indent, count = seen.most_common(1)[0]
    return float(indent) if count >= max(3, _OFTEN * lines) else 0.0
