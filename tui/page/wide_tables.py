"""Tables that are wider than the measure: their lines are kept whole and seen through a window.

Columns are terminal cells, counted from where a line begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.documents.pattern import pattern

_BETWEEN_CELLS = pattern(r"(?<=\S)(?:\s*\t\s*|\s*[|│┃║]\s*| {3,})(?=\S)|^\s*[|│┃║]")
_RULE = pattern(r"\s*[-+=|:─━═┼│├┤┌┐└┘┬┴ \t]{3,}\s*")
_SIGNS = "\t|│┃║"
_FEWEST_CUTS = 2
"""A line with one gap is a name and its page, or the head of a letter."""
_MARGIN = 12
"""Cells shown beside the cursor when the window is moved."""


class Window(NamedTuple):
    """What is seen of a line that is kept whole."""

    start: int
    """Its first cell that is drawn as it is."""
    end: int
    """The first cell after the last one of these."""
    is_cut_before: bool
    """Whether a sign stands before them because there is more."""
    is_cut_behind: bool
    """Whether one stands behind them."""


def is_table(lines: Sequence[str]) -> bool:
    """Whether lines stand in columns: two in three have several cells, or are rules."""
    is_parted = any(sign in line for line in lines for sign in _SIGNS)
    # Two lines with gaps are the foot of a page and the head of the next one.
    if len(lines) < (2 if is_parted else 3):
        return False
    rows = sum(1 for line in lines if len(_BETWEEN_CELLS.findall(line)) >= _FEWEST_CUTS)
    rules = sum(1 for line in lines if _RULE.fullmatch(line))
    return rows > 0 and (rows + rules) * 3 >= len(lines) * 2


def window(shift: int, width: int, line: int) -> Window:
    """What is seen of a line.

    Args:
        shift: How far the table is moved to the left.
        width: The measure.
        line: How wide the line is.
    """
    before, behind = 0 < shift < line, shift + width < line
    return Window(shift + before, max(shift + before, shift + width - behind), before, behind)


def shift_to_show(column: int, shift: int, width: int, widest: int) -> int:
    """The least different shift with which a cell is seen, and some beside it.

    Args:
        column: The cell.
        shift: How far the table is moved now.
        width: The measure.
        widest: How wide its widest line is.
    """
    margin = min(_MARGIN, width // 4)
    if column < shift + margin:
        shift = column - margin
    elif column >= shift + width - margin:
        shift = column - width + margin + 1
    return max(0, min(shift, widest - width))
