"""What follows the direct effect of a key, a frame later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget


class NextFrame:
    """Work that waits until what a key did is on the screen.

    A key is felt by what it does where the reader looks: rows, map and status row can come a
    frame later. Asked for several times before that, work is done once.
    """

    def __init__(self, screen: Screen[None], view: Callable[[], Widget]) -> None:
        """Wait for the frames of a screen.

        Args:
            screen: The screen.
            view: The widget that shows the direct effect of keys.
        """
        self._screen = screen
        self._view = view
        self._waiting: dict[str, Callable[[], None]] = {}

    def add(self, what: str, work: Callable[[], None]) -> None:
        """Do something in the next frame; the latest work of a name counts."""
        if not self._waiting:
            # By way of the view: it tells the screen that it wants painting when it comes to
            # rest, and a screen that knows of nothing to paint does not wait.
            self._view().call_later(self._screen.call_after_refresh, self.catch_up)
        self._waiting[what] = work

    def catch_up(self) -> None:
        """Do it now: before the next key, everything is as it should be."""
        if self._screen not in self._screen.app.screen_stack:
            # The last key has left the article; there is nothing to draw on.
            self._waiting.clear()
        while self._waiting:
            self._waiting.pop(next(iter(self._waiting)))()
