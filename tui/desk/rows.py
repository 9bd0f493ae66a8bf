"""Moving through the rows of a panel: the text goes along, and Enter goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.panels.row_keys import PanelRow, RowKey, RowKind

if TYPE_CHECKING:
    from tui.desk.arranging import Arranging
    from tui.desk.changed_marks import ChangedMarks
    from tui.desk.column import Column
    from tui.desk.jumping import Jumping
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.documents.article import Span
    from tui.panels.panel import Panel

_END = 10**9
"""More rows than any panel has."""


class Rows(Part):
    """The commands of the group Panels that are about a row."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        column: Column,
        arranging: Arranging,
        jumping: Jumping,
        changed_marks: ChangedMarks,
    ) -> None:
        """Move through rows."""
        super().__init__(state, surface)
        self._column = column
        self._arranging = arranging
        self._jumping = jumping
        self._changed_marks = changed_marks

    def works(self, command_id: str) -> bool:
        """There are rows."""
        return self._column.current is not None

    def choose(self, row: PanelRow) -> None:
        """A clicked row is gone to; one that folds a group folds or unfolds it."""
        if row.key.kind is RowKind.FOLD:
            self._arranging.toggle(row.group)
        else:
            self._column.show_row(row)

    def _move(self, by: int) -> None:
        if focused := self._column.focused:
            focused.move(by)

    def row_next(self) -> None:
        """Go to the next row."""
        self._move(1)

    def row_previous(self) -> None:
        """Go to the row before."""
        self._move(-1)

    def row_first(self) -> None:
        """Go to the first row."""
        self._move(-_END)

    def row_last(self) -> None:
        """Go to the last row."""
        self._move(_END)

    def row_page_next(self) -> None:
        """Read on in a row that has no room, else go a page of rows down."""
        focused = self._column.focused
        if focused and not focused.read_on(1):
            focused.move(focused.rows_per_page)

    def row_page_previous(self) -> None:
        """Read back in a row that has no room, else go a page of rows up."""
        focused = self._column.focused
        if focused and not focused.read_on(-1):
            focused.move(-focused.rows_per_page)

    def row_go(self) -> None:
        """Go to the row's place in the text and stay there."""
        row = self._column.current
        if row is None:
            return
        if row.key.kind is RowKind.FOLD:
            self._arranging.toggle(row.group)
        elif row.span:
            self._column.leave(stay=True)
            self.surface.view.cursor = row.span.start
        elif row.key.highlight_id:
            self._changed_marks.show_old_text(row.key.highlight_id)

    def row_why(self) -> None:
        """Say which rule put the row here."""
        panel, key = self._column.panel, self._column.key
        if panel is not None and key is not None:
            self.tell_why(panel, key)

    def tell_why(self, panel: Panel, key: RowKey) -> None:
        """Say why a row of a panel is there."""
        ident, contents = key.highlight_id, self.state.contents
        if ident and self._changed_marks.show(ident):
            return
        if reasons := panel.reasons(key, contents):
            from tui.dialogs.why import WhyScreen

            self.surface.open_dialog(WhyScreen(reasons.title, reasons.rows), self._go_to_reason)
        elif key.kind is RowKind.CORRECTION:
            hide = self.surface.key("row.hide")
            self.surface.say(f"you corrected what is not found here any more; {hide} takes it back")
        elif key.kind is RowKind.DELETED:
            back = self.surface.key("mark.delete")
            self.surface.say(f"you deleted this; {back} brings it back with its note and tags")
        elif remark := panel.remark(key, contents):
            self.surface.say(remark)

    def _go_to_reason(self, span: Span | None) -> None:
        if span is not None:
            self._column.leave(stay=True)
            self._jumping.go_to(span)
