"""Leaving the article, and taking its layers off one by one before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.refused_words import refused_clause
from tui.desk.requests import QuitRequested

if TYPE_CHECKING:
    from tui.desk.library_opening import LibraryOpening
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface


class Leaving(Part):
    """Going out, with what is still being saved waited for."""

    def __init__(self, state: DeskState, surface: Surface, library_opening: LibraryOpening) -> None:
        """Leave."""
        super().__init__(state, surface)
        self._library = library_opening
        self._has_warned = False

    def quit(self, *, is_whole: bool = False) -> None:
        """Leave the article: back to the one below, else out of the program.

        Args:
            is_whole: Leave the program, whatever lies below.
        """
        if not self._may_leave():
            return
        self._library.save_place()
        if self.state.is_guest and is_whole:
            self.surface.post(QuitRequested(True))
        elif self.state.is_guest:
            self.surface.app.pop_screen()
        else:
            self.surface.app.exit()

    def go_back(self) -> None:
        """Leave for the article below, from which `>` comes here again."""
        if self._may_leave():
            self.surface.post(QuitRequested(False))

    def _may_leave(self) -> bool:
        """Whether nothing would be lost; the reader is warned once."""
        state = self.state
        state.unsaved.settle(state.session)
        # What is still on its way is not meant: it is waited for when the desk is left.
        is_on_its_way = bool(state.session and state.session.pending_count)
        refused = "" if is_on_its_way else refused_clause(state.unsaved, self.surface.key)
        if not refused or self._has_warned:
            return True
        self._has_warned = True
        leaves = self.surface.key("desk.quit")
        self.surface.say(f"{refused}; {leaves} leaves and prints it", warning=True)
        return False
