"""Backups of the library while the reader rests."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.errors import StoreError
from tui.store.backups import make_daily_backup
from tui.store.verified_copy import AbandonedError

if TYPE_CHECKING:
    from textual.timer import Timer

IDLE_FOR = 60.0
"""Seconds without a command after which the reader rests."""
LOOK_EVERY = 600.0
"""Seconds between two looks whether a backup is due."""


class BackingUp(Part):
    """Has a verified copy of the library made once a day, in a thread, when nobody waits.

    It begins long after the first paint, and is given up when the desk is left.
    """

    _timer: Timer | None = None
    _acted = 0.0
    _is_running = False
    _told = ""

    def watch(self) -> None:
        """Begin to wait for the reader to rest."""
        database = self.state.database
        if self._timer is not None or self.state.private:
            return
        if database is not None and database.path is not None and not database.is_read_only:
            self._left = Event()
            self._acted = time.monotonic()
            self._wait(IDLE_FOR)

    def note_activity(self) -> None:
        """The reader is at work."""
        self._acted = time.monotonic()

    def stop(self) -> None:
        """Give up; called when the desk is left."""
        if self._timer is not None:
            self._timer.stop()
            self._left.set()

    def _wait(self, seconds: float) -> None:
        self._timer = self.surface.after(seconds, self._look)

    def _look(self) -> None:
        rested = time.monotonic() - self._acted
        if not self.surface.is_on_top:
            # What lies over the desk may be a note that is being written.
            self._wait(IDLE_FOR)
        elif rested < IDLE_FOR:
            self._wait(IDLE_FOR - rested)
        else:
            self._wait(LOOK_EVERY)
            if not self._is_running:
                self._is_running = True
                self.surface.in_thread(self._back_up, "backup")

    def _back_up(self) -> None:
        """Make a copy if it is due; runs in a thread, on a connection of its own."""
        paths, room = self.state.paths, self.state.config.backup_room
        try:
            make_daily_backup(paths.library, paths.backups, room, lambda: not self._left.is_set())
        except AbandonedError:
            pass
        except StoreError as error:
            self.surface.in_loop(self._tell, str(error))
        finally:
            self._is_running = False

    def _tell(self, reason: str) -> None:
        """Say once why there is no backup."""
        if reason != self._told:
            self._told = reason
            self.surface.say(reason, warning=True)
