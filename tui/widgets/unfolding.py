"""Rows in full: every word of their lines, broken at blanks to the width there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, split_graphemes

from tui.widgets.fitting import last_break
from tui.widgets.row_list import RowLine, Run, dimmed_lines, drawn_runs

if TYPE_CHECKING:
    from tui.panels.row_keys import RowKey
    from tui.widgets.row_list import Row

BARS = frozenset("┃┆▌")
"""Signs that go on beside every line of what they begin; under any other one there is air."""
LEAST_ROOM = 8
"""Cells that words have at least, however much stands on the right of their line."""
NOTHING: tuple[tuple[RowLine, ...], ...] = ()
"""No row is shown in full."""
MOST_LINES = 300
"""Lines of a row at the most; longer notes are read where they are written."""


def dim_or_not(row: Row[RowKey], dimmed: Set[RowKey]) -> Row[RowKey]:
    """A row with all its lines dim, if it is a hidden one."""
    if row.key not in dimmed:
        return row
    return row._replace(lines=dimmed_lines(row.lines), whole=dimmed_lines(row.whole))


def in_full(
    rows: Sequence[Row[RowKey]], at: int, dimmed: Set[RowKey], width: int, lines_per_row: int
) -> tuple[int, tuple[tuple[RowLine, ...], ...]]:
    """The lines of a row and of those that belong to it, and the number of the first of them.

    Args:
        rows: The rows of the list.
        at: The number of the row.
        dimmed: The keys of the hidden ones.
        width: The cells of a line.
        lines_per_row: The lines of the other rows.
    """
    first, after, unit = at, at + 1, rows[at].key.unit
    while first > 0 and rows[first - 1].key.unit == unit:
        first -= 1
    while after < len(rows) and rows[after].key.unit == unit:
        after += 1
    shown = (dim_or_not(row, dimmed) for row in rows[first:after])
    return first, tuple(unfolded(row, width, lines_per_row) for row in shown)


def unfolded(row: Row[Any], width: int, least: int) -> tuple[RowLine, ...]:
    """All lines of a row in so many cells.

    Args:
        row: The row.
        width: The cells of a line.
        least: Lines that it has at least: unfolding takes nothing from a row.
    """
    lines = [piece for line in row.whole or row.lines for piece in wrapped(line, width)]
    del lines[MOST_LINES:]
    return (*lines, *[RowLine(())] * (least - len(lines)))


def spread(row: Row[Any], width: int, count: int) -> tuple[RowLine, ...]:
    """A row in more lines than it has of its own: its first line goes on in them.

    Args:
        row: The row.
        width: The cells of a line.
        count: The lines there are.
    """
    first, *others = row.lines
    room = count - len(others)
    pieces = list(wrapped(first, width, most=room))
    return (*pieces, *others, *[RowLine(())] * (room - len(pieces)))


def wrapped(line: RowLine, width: int, most: int = MOST_LINES) -> Iterator[RowLine]:
    """A line of a row with its words broken into several, its sign before each or air.

    Args:
        line: The line, as it was made.
        width: The cells there are.
        most: How many lines there may be; the last one takes the rest, to be cut where it ends.
    """
    left, right = drawn_runs(line.left), drawn_runs(line.right)
    has_sign = len(left) > 1
    sign, words = (left[:1], left[1:]) if has_sign else ((), left)
    hang: tuple[Run, ...] = sign
    if has_sign and line.left[0][0].strip() not in BARS:
        hang = ((" " * cell_len(sign[0][0]), ""),)
    room = width - sum(cell_len(text) for text, _ in sign)
    first = max(LEAST_ROOM, room - sum(cell_len(text) for text, _ in right))
    pieces = broken("".join(text for text, _ in words), first, max(LEAST_ROOM, room - 1), most)
    if not pieces:
        yield RowLine(left, right)
    for number, (start, end) in enumerate(pieces):
        part = tuple(_cut(words, start, end))
        yield RowLine((*(hang if number else sign), *part), right if number == 0 else ((" ", ""),))


def broken(text: str, first: int, later: int, most: int = MOST_LINES) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end; a word longer than a line is broken within.

    Args:
        text: The text.
        first: Cells of its first line.
        later: Cells of the others.
        most: How many lines there may be; the last one takes the rest.
    """
    lines: list[tuple[int, int]] = []
    at, room = 0, first
    while at < len(text):
        # No more than a line may hold is looked at: a long text takes no longer for it.
        near = text[at : at + 2 * room]
        is_rest = at + len(near) == len(text) and cell_len(near) <= room
        if is_rest or len(lines) + 1 == most:
            end = len(text)
        else:
            end = at + (last_break(near, room) or _letters(near, room))
        lines.append((at, end))
        at, room = end, later
        while text[at : at + 1] == " ":
            at += 1
    return lines


def _letters(text: str, room: int) -> int:
    """The code points of the letters at the beginning of a text that have room, at least one."""
    used = 0
    for start, _, width in split_graphemes(text)[0]:
        used += width
        if used > room and start:
            return start
    return len(text)


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """The part of some runs between two code points of their text."""
    at = 0
    for text, style in runs:
        if part := text[max(0, start - at) : max(0, end - at)]:
            yield part, style
        at += len(text)
