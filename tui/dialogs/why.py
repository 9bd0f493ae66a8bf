"""Why a row is listed: the rule and the words behind it, each a key away in the text."""

from __future__ import annotations

from textual.containers import Vertical

from tui.dialogs.list import ListScreen
from tui.documents.article import Span
from tui.panels.reason_rows import LABEL, WIDTH, rewrapped
from tui.widgets.row_list import ListRow

MOST_ROWS = 24
"""Rows of the dialog at the most: some of the text should stay in view."""
FRAME = 2
"""Rows of its border."""
FOOT = "Enter goes there · Esc closes"
"""The keys shown at the bottom."""
CLOSING_KEYS = ("escape", "q", "i", "ctrl+c")
"""The keys that close it, the one that opened it among them."""


class WhyScreen(ListScreen[Span]):
    """The reasons of one row; answers with the place to go to."""

    def __init__(self, title: str, reasons: tuple[ListRow, ...]) -> None:
        """Show the reasons under a title."""
        super().__init__(f"Why: {title}", FOOT, CLOSING_KEYS)
        self._reasons = reasons
        # What has no room in one row goes on in further ones.
        self.rows.counts_row = lambda row: row.key.endswith(" 0")

    def rows_for(self, width: int) -> tuple[ListRow, ...]:
        """The reasons, every word of them; the dialog is as high as they are many."""
        is_narrow = 0 < width < WIDTH + LABEL
        rows = tuple(rewrapped(self._reasons, width)) if is_narrow else self._reasons
        self.query_one(".dialog", Vertical).styles.height = min(len(rows), MOST_ROWS) + FRAME
        return rows

    def choose(self, row: ListRow) -> None:
        """Go to the words of a reason that has some."""
        if row.span:
            self.leave(row.span)
