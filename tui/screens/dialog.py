"""What every dialog over the desk shares: no key typed before it is ready is lost.

Textual hands each key to the widget that has the focus when the key arrives, and a dialog
takes a moment to be mounted. Keys of a quick typist that still reach the desk, or the
dialog before its box has the focus, are handed on here, in order.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from textual import events
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], Generic[Answer]):
    """A dialog that takes keys from the moment it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._early: list[events.Key] = []
        self._is_ready = False

    def take_early(self, event: events.Key) -> None:
        """Take a key that was meant for this dialog and reached the desk below."""
        self._early.append(event)
        if self._is_ready:
            self._take_all()

    def ready(self) -> None:
        """Take the keys that came before; called once the dialog is mounted."""
        self._is_ready = True
        self._take_all()

    def _take_all(self) -> None:
        while self._early:
            self.handle(self._early.pop(0))

    def on_key(self, event: events.Key) -> None:
        """Handle a key that no widget of the dialog has taken."""
        if not self._is_ready:
            self._early.append(event)
        elif not self.handle(event):
            return
        event.stop()
        event.prevent_default()

    def handle(self, event: events.Key) -> bool:
        """Do what a key asks for; `False` leaves it to the bindings of the focused box."""
        raise NotImplementedError
