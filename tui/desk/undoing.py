"""Undo and redo: both say what they changed and show where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import LedgerChanged
from tui.desk.surface import Occasion
from tui.store.answer_undoing import ANSWER

if TYPE_CHECKING:
    from tui.desk.correcting import Correcting
    from tui.desk.edited_copies import EditedCopies
    from tui.desk.jumping import Jumping
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.session.reading import Change


class Undoing(Part):
    """The commands that take changes back."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        jumping: Jumping,
        correcting: Correcting,
        edited_copies: EditedCopies,
    ) -> None:
        """Take changes back."""
        super().__init__(state, surface)
        self._jumping = jumping
        self._correcting = correcting
        self._edited_copies = edited_copies

    def works(self, command_id: str) -> bool:
        """There is something to undo."""
        session = self.state.session
        return session is not None and session.can_undo

    def change_undo(self) -> None:
        """Take the last change back and show where it was."""
        session = self.surface.session()
        if session and self.state.unsaved.undo_discarding(session.operations):
            return
        if session and not self._edited_copies.take_apart():
            self._show(session.undo(), "nothing to undo")

    def change_redo(self) -> None:
        """Make the change again."""
        if session := self.surface.session():
            self._show(session.redo(), "nothing to redo")

    def _show(self, change: Change | None, nothing: str) -> None:
        said = self.swung(change, nothing)
        is_done = change is not None and change.ok
        if change and is_done and change.span:
            self._jumping.go_to(change.span)
        self.surface.say(said, warning=change is not None and not is_done)

    def swung(self, change: Change | None, nothing: str) -> str:
        """Show what was undone or redone.

        Args:
            change: It; `None` where there was nothing.
            nothing: What to say then.

        Returns:
            What to tell the reader.
        """
        if change is None:
            return nothing
        if not change.ok:
            return change.reason
        self.surface.react(Occasion.MARKS_CHANGED)
        self.state.unsaved.forget(change)
        self._correcting.show_swung(change)
        if change.command.endswith(f" {ANSWER}") and self.state.session is not None:
            news = LedgerChanged()
            self.state.session.answers.when_saved(
                "", lambda _: self.surface.in_loop(self.surface.post, news)
            )
        return change.description
