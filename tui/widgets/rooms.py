"""What the rows of the frame say when there is less room than for everything."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from rich.cells import cell_len

from tui.widgets.row_list import Run

_SHORT = {"entities": "who", "quotes": "said", "questions": "open"}
"""Shorter names of panels, where the others would be cut."""


class Tab(NamedTuple):
    """A panel in the row that names the panels."""

    number: int
    """Its key."""
    name: str
    """Its name."""
    total: str
    """How many rows it has; "…" while that is not known."""
    is_open: bool
    """Whether it is on the screen."""


def width_of(runs: Sequence[Run]) -> int:
    """The cells that runs take."""
    return sum(cell_len(text) for text, _ in runs)


def first_that_fits(choices: Sequence[tuple[Run, ...]], room: int) -> tuple[Run, ...]:
    """The first of some runs, the longest ones first, that has room; else the last."""
    return next((runs for runs in choices if width_of(runs) <= room), choices[-1])


def tab_runs(tabs: Sequence[Tab], room: int) -> tuple[Run, ...]:
    """The names of the panels with their counts, as long as there is room for."""
    full = _tab_runs(tabs, {}, " ")
    tight = _tab_runs(tabs, {}, "")
    short = _tab_runs(tabs, _SHORT, "")
    bare = _tab_runs(tabs, {tab.name: "" for tab in tabs}, "")
    return first_that_fits((full, tight, short, bare), room)


def _tab_runs(tabs: Sequence[Tab], names: dict[str, str], air: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    for tab in tabs:
        words = " ".join(part for part in (names.get(tab.name, tab.name), tab.total) if part)
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
