"""The smallest pager with Textual's line API: what every key of the desk is compared with.

`python pager.py FILE`: `j` moves a cursor by a row, `PgDn` turns the page, `h` marks the row.
It wraps, paints and scrolls, and knows nothing of sentences, panels, saving or analysis.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

MEASURE = 66
CURSOR = Style.parse("reverse")
MARKED = Style.parse("black on yellow")


class Pager(ScrollView, can_focus=True, inherit_bindings=False):
    """Wrapped rows, a cursor, and marks on whole rows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._rows = [
            row for block in text.splitlines() for row in (textwrap.wrap(block, MEASURE) or [""])
        ]
        self._cursor = 0
        self._marked: set[int] = set()
        self.virtual_size = Size(MEASURE, len(self._rows))

    def render_line(self, y: int) -> Strip:
        """One row of the window."""
        row = y + self.scroll_offset.y
        text = (self._rows[row] if row < len(self._rows) else "").ljust(MEASURE)
        style = MARKED if row in self._marked else Style.null()
        if row != self._cursor:
            return Strip([Segment(text, style)]).adjust_cell_length(self.size.width)
        cells = [Segment(text[0], CURSOR), Segment(text[1:], style)]
        return Strip(cells).adjust_cell_length(self.size.width)

    def on_key(self, event: events.Key) -> None:
        """Move, turn the page, mark."""
        if event.key == "j":
            self._go(self._cursor + 1)
        elif event.key == "pagedown":
            page = self.size.height - 2
            self.scroll_to(y=self.scroll_offset.y + page, animate=False, immediate=True)
            self._go(self._cursor + page)
        elif event.key == "h":
            self._marked ^= {self._cursor}
            self._draw(self._cursor)

    def _go(self, row: int) -> None:
        before, self._cursor = self._cursor, min(row, len(self._rows) - 1)
        top = self.scroll_offset.y
        if not top <= self._cursor < top + self.size.height:
            self.scroll_to(y=self._cursor - self.size.height + 1, animate=False, immediate=True)
        self._draw(before)
        self._draw(self._cursor)

    def _draw(self, row: int) -> None:
        self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))


class PagerApp(App[None]):
    """The pager and nothing else."""

    def compose(self) -> ComposeResult:
        """The pager."""
        yield Pager(Path(sys.argv[1]).read_text(encoding="utf-8"))

    def on_mount(self) -> None:
        """Give it the keys."""
        self.query_one(Pager).focus()


if __name__ == "__main__":
    PagerApp().run()
