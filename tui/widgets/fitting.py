"""Text in so many cells: where it is broken, and what is cut off it."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.widgets.glyphs import drawn


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
