"""Going to a passage, and back to where one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import ReadingPlace
from tui.documents.article import Span

if TYPE_CHECKING:
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface


class Jumping(Part):
    """The jump list, and the places of cursor and screen."""

    def __init__(self, state: DeskState, surface: Surface) -> None:
        """Jump through the text."""
        super().__init__(state, surface)
        self.place_to_return_to: ReadingPlace | None = None
        """Where the screen is put back to once the text has other rows."""

    def go_to(self, span: Span, *, record: bool = True) -> None:
        """Put the cursor on a passage and show as much of it as fits.

        Args:
            span: Where to go.
            record: Whether `<` leads back here.
        """
        if record:
            self.record()
        view = self.surface.view
        view.cursor = span.start
        view.reveal(span.start, end=span.end)

    def record(self, here: int | None = None, *, to: int | None = None) -> None:
        """Remember the place the reader leaves.

        Args:
            here: The place; where the cursor is by default.
            to: Where the jump led, when that is known; a jump to the same place is none.
        """
        here = self.surface.view.cursor if here is None else here
        if here != to:
            self.state.jumps.record(here)

    # -- the screen -------------------------------------------------------------------

    def place_here(self) -> ReadingPlace:
        """Where the reader is."""
        view, lines = self.surface.view, self.surface.lines
        first = view.visible_rows.start
        is_blank = lines.row(first) is None
        top = lines.row(first + is_blank)
        return ReadingPlace(view.cursor, top.start if top else view.cursor, is_blank)

    def go_back_to(self, place: ReadingPlace) -> None:
        """Put cursor and screen back to where they were."""
        self.surface.view.cursor = place.cursor
        self._scroll_back(place)
        # A sheet that goes away gives the text more rows; the screen is put back once it has.
        self.place_to_return_to = place if self.surface.is_narrow else None

    def return_to_place(self) -> None:
        """Put the screen back after the text was wrapped anew, where that was asked for."""
        place, self.place_to_return_to = self.place_to_return_to, None
        if place is not None:
            self._scroll_back(place)

    def _scroll_back(self, place: ReadingPlace) -> None:
        """Put the screen back to where it was, unless the reader has moved on."""
        view, lines = self.surface.view, self.surface.lines
        if view.cursor == place.cursor:
            row = lines.row_of(place.top)
            # The blank row above a paragraph belongs to no place.
            view.scroll_rows_to(row - (row > 0 and place.top_is_blank))
            view.reveal(place.cursor)
