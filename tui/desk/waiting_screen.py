"""What stands on the terminal while a source is read: the frame of the desk, and how far it is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.widgets.chrome import Bar, ProgressLine, StatusRow
from tui.widgets.glyphs import drawn

if TYPE_CHECKING:
    from tui.documents.begun import Begun

QUIET = 0.15
"""Seconds in which nothing is said of reading: what comes within them would only flicker."""
_LOOK_AGAIN = 0.1
"""Seconds between two looks at how far reading is."""
_STOPS = ("escape", "q", "ctrl+c")


class WaitingScreen(Screen[None]):
    """The frame of the desk around a source that is being read; empty when none is."""

    class Stopped(Message):
        """The reader does not want to wait any more."""

    def __init__(self, begun: Begun | None = None, *, since: float | None = None) -> None:
        """Wait for a source.

        Args:
            begun: What is being read; `None` for a frame that something lies over.
            since: When the reader began to wait (`time.monotonic`); by default now.
        """
        super().__init__()
        self._begun = begun
        self._since = time.monotonic() if since is None else since
        self.early_keys: tuple[events.Key, ...] = ()
        """Keys typed meanwhile, which are for the article."""

    def compose(self) -> ComposeResult:
        """The frame, and room for what is said."""
        yield Bar(id="title-bar")
        yield ProgressLine()
        yield Static(id="waiting", markup=False)
        yield StatusRow(id="status")

    def on_mount(self) -> None:
        """Say nothing at first."""
        self.query_one("#title-bar", Bar).left = ((" closeread ", "brand"),)
        if self._begun is not None:
            quiet = self._since + QUIET - time.monotonic()
            self.set_timer(max(quiet, 0.001), self._begin_to_say)

    def _begin_to_say(self) -> None:
        self._say()
        self.set_interval(_LOOK_AGAIN, self._say)

    def _say(self) -> None:
        begun, words = self._begun, self.query_one("#waiting", Static)
        if begun is None or begun.is_over:
            return
        # The label and what is told are foreign: never markup.
        name = Content(drawn(f"reading {begun.label} …")).stylize("$text-bright")
        told = Content(f"\n{drawn(begun.progress)}").stylize("$text-dim")
        words.update(Content.assemble(name, told))
        hint = ((" READ ", "read"), (" Esc", "key"), (" stops ", "muted"))
        self.query_one("#status", StatusRow).left = hint

    def be_empty(self) -> None:
        """Stop saying anything: something lies over the frame now."""
        self._begun = None
        self.query_one("#waiting", Static).update("")
        self.query_one("#status", StatusRow).left = ()

    def on_key(self, event: events.Key) -> None:
        """Stop, or keep a key for the article."""
        event.stop()
        event.prevent_default()
        if event.key in _STOPS:
            self.post_message(self.Stopped())
        else:
            self.early_keys += (event,)
