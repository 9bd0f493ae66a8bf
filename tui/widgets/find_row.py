"""The row that takes the place of the status row while the reader types a pattern."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from tui.widgets.boxes import LineBox

BOX_ID = "find-bar"
"""The id of the box for the pattern."""


class FindRow(Horizontal):
    """A sign, the box for the pattern, how many hits there are, and the keys."""

    sign = getters.query_one("#find-sign", Static)
    box = getters.query_one(f"#{BOX_ID}", LineBox)
    count = getters.query_one("#find-count", Static)
    keys = getters.query_one("#find-keys", Static)

    def __init__(self, takes_first: Callable[[events.Key], bool]) -> None:
        """Make the row, out of sight.

        Args:
            takes_first: Asked to take each key before the box does.
        """
        super().__init__(id="find-row")
        self._takes_first = takes_first

    def compose(self) -> ComposeResult:
        """The four of them; the empty box itself names the keys."""
        yield Static("/", id="find-sign", markup=False)
        yield LineBox(self._takes_first, id=BOX_ID)
        yield Static("", id="find-count", markup=False)
        keys = Static("", id="find-keys", markup=False)
        keys.display = False
        yield keys
