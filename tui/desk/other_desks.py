"""What other programs do to the library while the desk is open: seen, and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.surface import Occasion

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.session.reading import ChangedElsewhere

LOOK_EVERY = 0.5
"""Seconds between two looks: what another desk has written shows within a second."""
_FORGOTTEN = (
    "another program has forgotten this article and its highlights; "
    "what you highlight now puts it into the library again"
)
_HELD = "another program holds the library; what you do is kept here and saved when it lets go"
_LET_GO = "the library is free again"


class OtherDesks(Part):
    """Looks for what other programs have written, and draws it without moving the reader."""

    _timer: Timer | None = None
    _is_held = False

    def watch(self) -> None:
        """Begin to look, and go on until the desk is closed."""
        if self._timer is None and not self.state.private:
            self._timer = self.surface.after(LOOK_EVERY, self._look)

    def _look(self) -> None:
        self._timer = None
        database, session = self.state.database, self.state.session
        if database is not None and database.is_waiting != self._is_held:
            self._is_held = database.is_waiting
            self.surface.say(_HELD if self._is_held else _LET_GO, warning=self._is_held)
        if session is not None and not self._is_held:
            session.follow()
        self.watch()

    def stop(self) -> None:
        """Look no more."""
        if self._timer is not None:
            self._timer.stop()

    def take(self, news: ChangedElsewhere) -> None:
        """Draw what is different now."""
        if news.is_forgotten:
            self.surface.say(_FORGOTTEN, warning=True)
        if news.is_drawn_anew:
            self.surface.react(Occasion.MARKS_CHANGED)
        self.surface.react(Occasion.CHANGED_ELSEWHERE)

    def read_lists_again(self) -> None:
        """Bring the lists over the desk up to date."""
        screens = self.surface.screens()
        if len(screens) < 2:
            # There is only the desk: what makes lists is not imported to find none.
            return
        from tui.dialogs.shelf import ShelfScreen

        for screen in screens:
            if isinstance(screen, ShelfScreen):
                screen.read_again()
