"""What a shell command printed, line by line."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells
from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.dialogs.dialog import Dialog, list_steps
from tui.keys.dispatcher import key_name
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, RowLine, RowList

MOST_ROWS = 2000
"""Rows that are listed at the most: more would hold up the keys while they are made."""


class OutputScreen(Dialog[None]):
    """Lines to scroll through."""

    rows = getters.query_one(RowList)

    def __init__(self, title: str, lines: tuple[str, ...]) -> None:
        """Show lines under a title."""
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """One list."""
        with Vertical(classes="dialog") as dialog:
            # Content, not str: a str would be parsed as markup.
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = drawn("j k move · Esc closes")
            yield RowList()

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.rows.focus()
        self.ready()

    def on_resize(self) -> None:
        """List the lines, long ones over several rows."""
        self.call_after_refresh(self._list)

    def _list(self) -> None:
        width = max(1, self.rows.scrollable_content_region.width - 1)
        shown: list[str] = []
        for line in self._lines:
            if len(shown) > MOST_ROWS:
                break
            line = line[: width * MOST_ROWS]
            shown += chop_cells(line, width) if cell_len(line) > width else [line]
        if len(shown) > MOST_ROWS:
            shown[MOST_ROWS:] = ["(the rest is not listed; > FILE behind the command keeps all)"]
        self.rows.rows = tuple(
            ListRow((RowLine(((line, ""),)),), f"{number}") for number, line in enumerate(shown)
        )

    def handle(self, event: events.Key) -> bool:
        """Scroll, or close."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        steps = list_steps(self.rows.rows_per_page)
        if key in steps:
            self.rows.cursor += steps[key]
        elif key in ("escape", "q", "enter", "ctrl+c"):
            self.leave()
        return True
