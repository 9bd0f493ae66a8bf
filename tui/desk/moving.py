"""Moving through the text by unit and by page; in select mode the selection goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.documents.article import Span
from tui.page.motions import MOTIONS, selecting_motions, text_motions
from tui.page.selection import selected_span
from tui.widgets.article_view import SCROLL_OFF

if TYPE_CHECKING:
    from tui.desk.jumping import Jumping
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.keys.commands import Command


class Moving(Part):
    """The commands of the group Move."""

    def __init__(self, state: DeskState, surface: Surface, jumping: Jumping) -> None:
        """Move through the text."""
        super().__init__(state, surface)
        self._jumping = jumping
        self._goal_column: int | None = None

    def run(self, command: Command) -> None:
        """Move by a unit of the text, or by rows."""
        if command.id not in MOTIONS or not self._move_by_unit(command.id):
            super().run(command)

    @classmethod
    def has(cls, command: Command) -> bool:
        """Whether it is a motion, or a command for rows."""
        return command.id in MOTIONS or super().has(command)

    def _move_by_unit(self, command_id: str) -> bool:
        state, view = self.state, self.surface.view
        table = selecting_motions if state.is_selecting else text_motions
        motion = table(state.motions, self.surface.lines).get(command_id)
        if motion is None:
            return False
        is_jump = command_id in ("text.top", "text.bottom")
        if is_jump and not state.is_selecting:
            self._jumping.record()
        self.move_cursor(motion(view.cursor))
        if command_id == "text.top":
            view.scroll_rows_to(view.first_top())
        return True

    def move_cursor(self, offset: int, *, keep_column: bool = False) -> None:
        """Put the cursor somewhere; in select mode the selection goes along."""
        if not keep_column:
            self._goal_column = None
        self.surface.view.cursor = offset
        self.extend_selection()

    def go_to(self, span: Span) -> None:
        """Jump to a passage, or select as far as to its near end."""
        self._goal_column = None
        self._jumping.go_to(span)

    def extend_selection(self) -> None:
        """Select from the anchor to the cursor, both included."""
        anchor, view = self.state.selection_anchor, self.surface.view
        if anchor is not None:
            view.selection = selected_span(self.surface.lines, anchor, view.cursor)

    def drop_selection(self) -> bool:
        """End select mode; `False` when there was no selection."""
        if self.state.selection_anchor is None:
            return False
        self.state.selection_anchor = None
        self.surface.view.selection = None
        self.surface.update_status()
        return True

    # -- by rows ----------------------------------------------------------------------

    def move_rows(self, rows: int) -> None:
        """Move the cursor by rows; it keeps its column as far as there is one."""
        lines, here = self.surface.lines, self.surface.view.cursor
        if self._goal_column is None:
            self._goal_column = lines.column_of(here)
        offset = self.state.motions.line(lines, here, rows, self._goal_column)
        self.move_cursor(offset, keep_column=True)

    def line_next(self) -> None:
        """Move one row down."""
        self.move_rows(1)

    def line_previous(self) -> None:
        """Move one row up."""
        self.move_rows(-1)

    def _move_page(self, rows: int) -> None:
        """Scroll by `rows` and keep the cursor on its row of the screen, off the edges."""
        view = self.surface.view
        top = view.scroll_offset.y
        view.scroll_rows_to(top + rows)
        moved = view.scroll_offset.y - top
        if not moved:
            # At an end of the text the page does not turn; then the cursor goes to that end.
            self.move_rows(rows)
            return
        here = self.surface.lines.row_of(view.cursor)
        margin = min(SCROLL_OFF, (view.rows_visible - 1) // 2)
        first = view.visible_rows.start + margin
        last = view.visible_rows.stop - 1 - margin
        self.move_rows(min(max(here + moved, first), max(first, last)) - here)

    def page_next(self) -> None:
        """Turn the page; two rows stay visible to read on from."""
        self._move_page(max(1, self.surface.view.rows_visible - 2))

    def page_previous(self) -> None:
        """Turn the page back."""
        self._move_page(-max(1, self.surface.view.rows_visible - 2))

    def half_page_next(self) -> None:
        """Scroll half a screen down."""
        self._move_page(max(1, self.surface.view.rows_visible // 2))

    def half_page_previous(self) -> None:
        """Scroll half a screen up."""
        self._move_page(-max(1, self.surface.view.rows_visible // 2))
