"""The mouse on the text: it puts the cursor, selects by word and sentence, and scrolls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.surface import Occasion
from tui.documents.article import Span
from tui.page.selection import units_between
from tui.widgets.article_view import SCROLL_OFF

if TYPE_CHECKING:
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface


class Mouse(Part):
    """What pressing, dragging and the wheel do."""

    def __init__(self, state: DeskState, surface: Surface, moving: Moving) -> None:
        """Follow the mouse."""
        super().__init__(state, surface)
        self._moving = moving
        self._dragged_unit: Callable[[int], Span] | None = None
        """What a drag selects by: words, sentences; `None` for characters."""
        self._pressed_unit = Span(0, 0)
        """The word or sentence on which such a drag began."""
        self._pressed_at = 0

    def _point_at(self, offset: int) -> None:
        """Put the cursor where the mouse is; the text stays still under it."""
        view = self.surface.view
        view.scroll_off = 0
        self._moving.move_cursor(offset)
        view.scroll_off = SCROLL_OFF

    def press(self, offset: int, times: int, *, with_alt: bool = False) -> None:
        """Put the cursor under the mouse; twice selects the word, three times the sentence.

        Args:
            offset: The character under it.
            times: How often in a row.
            with_alt: Whether a drag from here selects by characters, not by words.
        """
        surface, motions = self.surface, self.state.motions
        surface.clear_message()
        surface.react(Occasion.TEXT_PRESSED)
        surface.set_focus(surface.view)
        self.state.selection_anchor = None
        surface.view.selection = None
        self._dragged_unit = motions.sentence if times > 2 else motions.word
        self._pressed_unit, self._pressed_at = self._dragged_unit(offset), offset
        if times > 1:
            self._select_units(self._dragged_unit, offset)
        else:
            self._point_at(offset)
            if with_alt:
                self._dragged_unit = None
        surface.update_status()

    def drag(self, offset: int) -> None:
        """Select from where the drag began, by what was selected there."""
        if not self.state.is_selecting:
            if offset == self._pressed_at:
                return
            self.state.selection_anchor = self._pressed_at
        if self._dragged_unit:
            self._select_units(self._dragged_unit, offset)
        else:
            self._point_at(offset)
        self.surface.update_status()

    def _select_units(self, unit: Callable[[int], Span], offset: int) -> None:
        """Select from the unit that was pressed to the one under the mouse, both whole."""
        self.state.selection_anchor, cursor = units_between(self._pressed_unit, unit(offset))
        self._point_at(cursor)

    def turn_wheel(self) -> None:
        """The cursor goes along with the text, so that the next key goes on from here."""
        view, lines = self.surface.view, self.surface.lines
        here = lines.row_of(view.cursor)
        margin = min(SCROLL_OFF, (view.rows_visible - 1) // 2)
        rows = view.visible_rows
        # At the ends of the text there is nothing to scroll to beyond the margin.
        first = rows.start + (margin if rows.start else 0)
        last = rows.stop - 1 - (margin if rows.stop < lines.height else 0)
        if not first <= here <= last:
            self._moving.move_rows(min(max(here, first), max(first, last)) - here)

    def point_on_map(self, row: int, *, is_drag: bool) -> None:
        """Go where the reader pointed on the map of the article."""
        view = self.surface.view
        if not is_drag:
            self.state.jumps.record(view.cursor)
        self._moving.move_cursor(self.surface.lines.offset_at(row, 0))
        view.scroll_rows_to(row - view.rows_visible // 2)
