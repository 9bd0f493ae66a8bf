"""What stands under the cursor: its row in a panel, and why it is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.panels.row_keys import RowKey, RowKind
from tui.panels.table import ENTITIES, HIGHLIGHTS, QUESTIONS, QUOTES

if TYPE_CHECKING:
    from tui.desk.changed_marks import ChangedMarks
    from tui.desk.column import Column
    from tui.desk.rows import Rows
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets
    from tui.panels.panel import Panel

Place = tuple["Panel", RowKey]
"""A panel and one of its rows."""

_FOUND = (QUESTIONS, QUOTES, ENTITIES)
"""The panels of what is found, in the order in which it is meant."""


class UnderCursor(Part):
    """The commands for whatever stands under the cursor of the text."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        column: Column,
        rows: Rows,
        targets: Targets,
        changed_marks: ChangedMarks,
    ) -> None:
        """Look at the cursor."""
        super().__init__(state, surface)
        self._column = column
        self._rows = rows
        self._targets = targets
        self._changed_marks = changed_marks

    def here_open(self) -> None:
        """Go to the row of the highlight, question, quote or name under the cursor."""
        for panel, key in (*self._highlight(), *self._found()):
            if self._column.open_at(panel, key):
                return
        self._say_nothing()

    def here_why(self) -> None:
        """Say why something is here: what of it has changed, which rule found it."""
        changed = self._changed_marks.under_cursor()
        if changed is not None:
            self._changed_marks.show_changes(changed)
            return
        # That one highlighted something, one knows; of what is found it is asked.
        for panel, key in (*self._found(), *self._highlight()):
            if self._column.lists(panel, key):
                self._rows.tell_why(panel, key)
                return
        self._say_nothing()

    def _say_nothing(self) -> None:
        is_read = self.state.analysis is not None
        said = "" if is_read else " so far: the article is still being read"
        self.surface.say(f"no highlight, question, quote or name stands here{said}")

    def _highlight(self) -> Iterator[Place]:
        mark = self._targets.highlight()
        if mark is not None:
            yield HIGHLIGHTS, RowKey(RowKind.HIGHLIGHT, mark.highlight.id)

    def _found(self) -> Iterator[Place]:
        """What is found here; of several of a kind the shortest comes first."""
        findings, cursor = self.state.findings, self.surface.view.cursor
        if findings is None:
            return
        touched = findings.places.touching(cursor, cursor + 1)
        places = sorted(touched, key=lambda each: each.end - each.start)
        for panel in _FOUND:
            for place in places:
                keys = findings.row_keys[place]
                yield from ((panel, key) for key in keys if key.ident == panel.id)
