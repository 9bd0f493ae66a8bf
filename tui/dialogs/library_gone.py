"""Asking what to do about a library that was there and is not."""

from __future__ import annotations

from enum import Enum, auto

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Dialog
from tui.documents.sanitising import sanitise_line
from tui.keys.dispatcher import key_name
from tui.widgets.glyphs import drawn


class WithoutLibrary(Enum):
    """What the reader wants to do."""

    BEGIN = auto()
    """Begin a new library."""
    QUIT = auto()
    """Leave, to bring the old one back."""
    READ_ON = auto()
    """Read, with nothing to keep highlights in."""


_KEYS = {
    "b": WithoutLibrary.BEGIN,
    "q": WithoutLibrary.QUIT,
    "ctrl+c": WithoutLibrary.QUIT,
    "escape": WithoutLibrary.READ_ON,
}


class LibraryGoneScreen(Dialog[WithoutLibrary]):
    """Answers what the reader wants to do."""

    def __init__(self, reason: str, advice: str) -> None:
        """Ask.

        Args:
            reason: What has become of the library.
            advice: How it comes back.
        """
        super().__init__()
        self._lines = (
            f"{sanitise_line(reason)}.",
            "",
            f"To have it back: quit, {sanitise_line(advice)}.",
            "",
            "A new library begins without your highlights; nothing of the old one is removed.",
        )

    def compose(self) -> ComposeResult:
        """The reason and the choices."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Your library is not there"
            dialog.border_subtitle = drawn("q quits · b begins a new one · Esc reads without")
            yield Static(Content("\n".join(self._lines)))

    def on_mount(self) -> None:
        """Take keys."""
        self.ready()

    def handle(self, event: events.Key) -> bool:
        """Only the keys that are named: no Enter that was meant for something else."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        if key in _KEYS:
            self.leave(_KEYS[key])
        return True
