"""What the dialogs share that only show something: a list under a title, and its keys."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.dialogs.dialog import Dialog, list_steps, show_position
from tui.keys.dispatcher import key_name
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, RowList

Result = TypeVar("Result")

FOOT = "j k move · Esc closes"
"""The keys shown where there is nothing to choose."""
CLOSING_KEYS = ("escape", "q", "enter", "ctrl+c")
"""The keys that close such a list."""


class ListScreen(Dialog[Result | None], Generic[Result]):
    """Rows to move through; most of these lists answer nothing."""

    LINES_PER_ROW: ClassVar = 1
    """How many lines every row has."""

    def __init__(
        self, title: str, foot: str = FOOT, closing_keys: tuple[str, ...] = CLOSING_KEYS
    ) -> None:
        """Make an empty list.

        Args:
            title: What is listed.
            foot: The keys shown at the bottom.
            closing_keys: Every key that closes it.
        """
        super().__init__()
        self._closing_keys = closing_keys
        self._title = title
        self._foot = foot
        self.rows = RowList(lines_per_row=self.LINES_PER_ROW)

    def rows_for(self, width: int) -> tuple[ListRow, ...]:
        """The rows in so many cells; 0 while it is not known how wide the list will be."""
        raise NotImplementedError

    def choose(self, row: ListRow) -> None:
        """Enter on a row, or a click; a list that only shows does nothing."""

    def compose(self) -> ComposeResult:
        """One list."""
        with Vertical(classes="dialog") as dialog:
            # Content, not str: a str would be parsed as markup.
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = Content(drawn(self._foot))
            yield from self.above()
            yield self.rows

    def above(self) -> ComposeResult:
        """What stands above the list; most lists have nothing there."""
        yield from ()

    def on_mount(self) -> None:
        """Have rows for the keys that came early, and take them."""
        self.fill()
        self.rows.focus()
        show_position(self, self.rows)
        self.ready()

    def on_resize(self) -> None:
        """List the rows for the new width."""
        self.call_after_refresh(self.fill)

    def fill(self) -> None:
        """List the rows anew."""
        self.rows.rows = self.rows_for(self.rows.scrollable_content_region.width)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A click on a row is Enter on it."""
        event.stop()
        self.choose(event.row)

    def handle(self, event: events.Key) -> bool:
        """Move, choose, close; every other key is taken, too."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        steps = list_steps(self.rows.rows_per_page)
        if key in steps:
            self.rows.cursor += steps[key]
        elif key in self._closing_keys:
            self.leave()
        elif key == "enter" and self.rows.current:
            self.choose(self.rows.current)
        return True
