"""Why a row is there: the rule and the words behind it, each a key away in the text."""

from __future__ import annotations

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.dialogs.dialog import Dialog, list_steps
from tui.documents.article import Span
from tui.keys.dispatcher import key_name
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, RowList

MOST_ROWS = 24
"""Rows of the dialog at the most: some of the text should stay in view."""
FRAME = 2
"""Rows of its border."""


class WhyScreen(Dialog[Span | None]):
    """The reasons of one row; answers with the place to go to."""

    rows = getters.query_one(RowList)

    def __init__(self, title: str, reasons: tuple[ListRow, ...]) -> None:
        """Show the reasons under a title."""
        super().__init__()
        self._title = title
        self._reasons = reasons

    def compose(self) -> ComposeResult:
        """One list."""
        from textual.content import Content

        with Vertical(classes="dialog") as dialog:
            # Content, not str: a str would be parsed as markup.
            dialog.border_title = Content(f"Why: {self._title}")
            dialog.styles.height = min(len(self._reasons), MOST_ROWS) + FRAME
            dialog.border_subtitle = drawn("Enter goes there · Esc closes")
            yield RowList()

    def on_mount(self) -> None:
        """List the reasons."""
        self.rows.rows = self._reasons
        self.rows.focus()
        self.ready()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A clicked place is gone to."""
        event.stop()
        if event.row.span:
            self.leave(event.row.span)

    def handle(self, event: events.Key) -> bool:
        """Move, go there, or close with the key that opened it."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        steps = list_steps(self.rows.rows_per_page)
        current = self.rows.current
        if key in steps:
            self.rows.cursor += steps[key]
        elif key == "enter" and current and current.span:
            self.leave(current.span)
        elif key in ("escape", "q", "i", "ctrl+c"):
            self.leave(None)
        return True
