"""There and back: `<`, `>` and `' '`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import ArticleRequested
from tui.desk.state import Arrival

if TYPE_CHECKING:
    from tui.desk.jumping import Jumping
    from tui.desk.leaving import Leaving
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface


class JumpKeys(Part):
    """The commands that go back and forward."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        jumping: Jumping,
        moving: Moving,
        leaving: Leaving,
    ) -> None:
        """Go back and forward."""
        super().__init__(state, surface)
        self._leaving = leaving
        self._jumping = jumping
        self._moving = moving

    def jump_back(self) -> None:
        """Go back to where the last jump began, at last to the article this one was opened from."""
        place = self.state.jumps.back(self.surface.view.cursor)
        if place is not None:
            self._moving.move_cursor(place)
        elif self.state.is_guest:
            self._leaving.go_back()
        else:
            self._say_none()

    def jump_forward(self) -> None:
        """Go forward again."""
        place = self.state.jumps.forward()
        if place is not None:
            self._moving.move_cursor(place)
        elif self.state.left_article:
            self.surface.post(ArticleRequested(self.state.left_article, Arrival()))
        else:
            self.surface.say("no jump ahead")

    def place_last(self) -> None:
        """Go to where the last jump began; again, and back."""
        before = self.state.jumps.before
        if before is None:
            self._say_none()
        else:
            self.jump_to(before)

    def jump_to(self, offset: int) -> None:
        """Jump to an offset; while selecting, select as far as there."""
        if not self.state.is_selecting:
            self._jumping.record(to=offset)
        self._moving.move_cursor(offset)

    def _say_none(self) -> None:
        self.surface.say("no jump to go back to")
