"""Drafts of what is being typed, written at the latest a second after a change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

DRAFT_WITHIN = 0.8
"""Seconds that may pass between a change and its draft: what a crash costs at the most, against
a transaction of the library each time. With that transaction it is a second."""


@runtime_checkable
class Drafts(Protocol):
    """A dialog that keeps drafts."""

    def write_draft(self) -> None:
        """Keep what is typed, now."""


class Drafting:
    """The clock of a dialog that is typed into."""

    def __init__(self, dialog: Screen[Any], write: Callable[[], None]) -> None:
        """Have drafts written.

        Args:
            dialog: Where they are typed.
            write: Writes what is typed now; whether there is anything to write is its matter.
        """
        self._dialog = dialog
        self._write = write
        self._timer: Timer | None = None
        self._has_ended = False

    def soon(self) -> None:
        """Have a draft written within `DRAFT_WITHIN`; later changes do not put it off."""
        if self._timer is None and not self._has_ended:
            self._timer = self._dialog.set_timer(DRAFT_WITHIN, self.now)

    def now(self) -> None:
        """Have a draft written now."""
        self._stop()
        if not self._has_ended:
            self._write()

    def end(self) -> None:
        """Have none written any more: the words are handed over."""
        self._has_ended = True
        self._stop()

    def _stop(self) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None
