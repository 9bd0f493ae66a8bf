"""What the rows of the frame say when there is less room than for everything."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from rich.cells import cell_len
from textual.geometry import Size

from tui.settings.config import WIDEST_PANELS
from tui.widgets.row_list import Run

NARROW = 100
"""Columns below which the panels are a sheet at the bottom, one at a time."""
SHORT = 36
"""Rows below which one panel is open and the others are a line each."""
VERY_WIDE = 160
"""Columns from which the panels take what the text leaves, for whole questions."""
TWO_COLUMNS = 200
"""Columns from which the panels stand in two columns."""
TEXT_ROOM = 92
"""Columns that the text keeps then: its widest measure, gutter and map, and some air."""
SHEET = 10
"""Rows of the sheet of panels at the bottom of a small window."""
LOW = 15
"""Rows below which title and progress give way while that sheet is open: else hardly any of the
text would be seen above it."""
WIDTHS = [(0, "-narrow"), (NARROW, "-wide"), (VERY_WIDE, "-very-wide")]
"""The class of a screen from so many columns on."""
HEIGHTS = [(0, "-short"), (SHORT, "-tall")]
"""The class of a screen from so many rows on."""


class Tab(NamedTuple):
    """A panel in the row that names the panels."""

    number: int
    """Its key."""
    name: str
    """Its name."""
    shortest: str
    """Its name where the names of all would be cut."""
    total: str
    """How many rows it has; "…" while that is not known."""
    is_open: bool
    """Whether it is on the screen."""


def width_of(runs: Sequence[Run]) -> int:
    """The cells that runs take."""
    return sum(cell_len(text) for text, _ in runs)


def room_classes(window: Size) -> list[str]:
    """The classes of a screen in a window; Textual itself gives them after the first paint."""
    sizes = zip(window, (WIDTHS, HEIGHTS), strict=True)
    return [next(name for least, name in points[::-1] if size >= least) for size, points in sizes]


def columns_of(window: Size) -> int:
    """In how many columns the panels stand in a window."""
    return 2 if window.width >= TWO_COLUMNS else 1


def side_size(window: Size, wanted_width: int | None) -> tuple[int | str, int | str | None]:
    """Height and width of the side that holds the panels, in a window of some size.

    Args:
        window: The window.
        wanted_width: The columns of a panel that the reader asked for; `None` for nothing.
    """
    is_narrow = window.width < NARROW
    # The sheet leaves the text some rows, so that the evidence stays in view above it.
    height = max(4, min(SHEET, window.height - SHEET)) if is_narrow else "1fr"
    columns = columns_of(window)
    if wanted_width:
        # The text keeps at least half of the window.
        return height, "100%" if is_narrow else min(wanted_width * columns, window.width // 2)
    if window.width < VERY_WIDE:
        return height, None
    return height, min(WIDEST_PANELS * columns, window.width - TEXT_ROOM)


def first_that_fits(choices: Sequence[tuple[Run, ...]], room: int) -> tuple[Run, ...]:
    """The first of some runs, the longest ones first, that has room; else the last."""
    return next((runs for runs in choices if width_of(runs) <= room), choices[-1])


def tab_runs(tabs: Sequence[Tab], room: int) -> tuple[Run, ...]:
    """The names of the panels with their counts, as long as there is room for."""
    names = [tab.name for tab in tabs]
    full, tight = _tab_runs(tabs, names, " "), _tab_runs(tabs, names, "")
    short = _tab_runs(tabs, [tab.shortest for tab in tabs], "")
    bare = _tab_runs(tabs, [""] * len(tabs), "")
    return first_that_fits((full, tight, short, bare), room)


def _tab_runs(tabs: Sequence[Tab], names: Sequence[str], air: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    for tab, name in zip(tabs, names, strict=True):
        words = " ".join(part for part in (name, tab.total) if part)
        runs.append((f" {tab.number}", "tab-open" if tab.is_open else "tab"))
        runs.append((f" {words}{air}", "muted"))
    return tuple(runs)


def message_rows(text: str, room: int, indent: int, most: int) -> tuple[str, ...]:
    """A message in as many rows as it needs; what is too long even so ends in "…".

    Args:
        text: What is said.
        room: Cells of a row.
        indent: Cells of the first row that are taken.
        most: Rows there may be.
    """
    rows = wrap(text, max(8, room - 2), initial_indent=" " * max(0, indent - 1))
    if len(rows) > most:
        rows = [*rows[: most - 1], rows[most - 1][: max(0, room - 3)].rstrip() + "…"]
    first = rows[0].strip() if rows else ""
    return tuple(f" {row}" for row in (first, *rows[1:]))
