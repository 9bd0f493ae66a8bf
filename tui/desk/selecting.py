"""Selecting with the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part

if TYPE_CHECKING:
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface


class Selecting(Part):
    """The commands that begin and turn a selection."""

    def __init__(self, state: DeskState, surface: Surface, moving: Moving) -> None:
        """Select."""
        super().__init__(state, surface)
        self._moving = moving

    def select_start(self) -> None:
        """Begin a selection at the cursor."""
        self.state.selection_anchor = self.surface.view.cursor
        self._moving.extend_selection()

    def select_sentence(self) -> None:
        """Select the sentence; again, the next one as well."""
        view, motions = self.surface.view, self.state.motions
        if self.state.selection_anchor is None:
            sentence = motions.sentence(view.cursor)
            self.state.selection_anchor = sentence.start
            view.cursor = max(sentence.start, sentence.end - 1)
        else:
            view.cursor = motions.sentence_end(view.cursor)
        self._moving.extend_selection()

    def select_swap(self) -> None:
        """Go to the other end of the selection."""
        view = self.surface.view
        if self.state.selection_anchor is not None:
            self.state.selection_anchor, view.cursor = view.cursor, self.state.selection_anchor
            self._moving.extend_selection()
