"""Text in so many cells: where it is broken, and what is cut off it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.widgets.glyphs import drawn

if TYPE_CHECKING:
    from tui.widgets.row_list import RowLine, Run

_SPARE_SHARE = 0.4
"""Of a line that is full: so much of it may be taken by what its list can do without."""


def last_break(text: str, room: int) -> int | None:
    """The last blank whose words before it take at most `room` cells; `None` without one."""
    found = None
    at = text.find(" ", 1)
    while at >= 0 and cell_len(text[:at]) <= room:
        found = at
        at = text.find(" ", at + 1)
    return found


def fit(segments: list[Segment], room: int, base: Style) -> list[Segment]:
    """Segments of exactly `room` cells: filled with blanks, or cut with "…"."""
    cut = drawn("…")
    total = sum(segment.cell_length for segment in segments)
    if total <= room:
        return [*segments, Segment(" " * (room - total), base)]
    kept: list[Segment] = []
    left = room - len(cut)
    for segment in segments:
        if segment.cell_length <= left:
            kept.append(segment)
            left -= segment.cell_length
            continue
        text = set_cell_size(segment.text, max(0, left))
        # A wide character that does not fit leaves a blank of its own.
        kept.append(Segment(text.rstrip() + cut, segment.style))
        used = cell_len(kept[-1].text) + room - len(cut) - left
        return [*kept, Segment(" " * max(0, room - used), base)] if room > 0 else []
    return kept


def spare_that_fits(line: RowLine, width: int) -> tuple[Run, ...]:
    """The spare runs there is room for: beside the left, and a share of the line in any case."""
    left, right = (sum(cell_len(text) for text, _ in runs) for runs in (line.left, line.right))
    room = max(width - left, int(width * _SPARE_SHARE)) - right
    fitting: list[Run] = []
    for run in line.spare:
        room -= cell_len(run[0])
        if room < 0:
            break
        fitting.append(run)
    return tuple(fitting)


def flowing(lines: tuple[RowLine, ...], width: int) -> tuple[RowLine, ...]:
    """The lines with a first one that is too long broken at a blank into the second."""
    first, second, *rest = lines
    *before, (text, style) = first.left
    indent = sum(cell_len(part) for part, _ in before)
    room = width - indent - sum(cell_len(part) for part, _ in first.right)
    if cell_len(text) <= room:
        return lines
    at = last_break(text, room)
    if at is None:
        return lines
    upper = first._replace(left=(*before, (text[:at], style)))
    lower = second._replace(left=((" " * indent, ""), (text[at + 1 :], style)))
    return (upper, lower, *rest)
