"""What stands on the terminal while a source is read: the frame of the desk, and how far it is."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.widgets.chrome import Bar, ProgressLine, StatusRow
from tui.widgets.first_pages import FirstPages
from tui.widgets.glyphs import drawn
from tui.widgets.rooms import HEIGHTS, WIDTHS, room_classes

if TYPE_CHECKING:
    from tui.documents.article import Article
    from tui.documents.begun import Begun
    from tui.settings.config import Config

QUIET = 0.15
"""Seconds in which nothing is said of reading: what comes within them would only flicker."""
_LOOK_AGAIN = 0.1
"""Seconds between two looks at how far reading is."""
_STOPS = ("escape", "q", "ctrl+c")


class WaitingScreen(Screen[None]):
    """The frame of the desk around a source that is being read; empty when none is."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    class Stopped(Message):
        """The reader does not want to wait any more."""

    def __init__(
        self, config: Config, begun: Begun | None = None, *, since: float | None = None
    ) -> None:
        """Wait for a source.

        Args:
            config: The reader's settings, by which the desk will be laid out.
            begun: What is being read; `None` for a frame that something lies over.
            since: When the reader began to wait (`time.monotonic`); by default now.
        """
        super().__init__()
        self._config = config
        self._begun = begun
        self._first: FirstPages | None = None
        self._said: str | None = None
        self._since = time.monotonic() if since is None else since
        self.early_keys: tuple[events.Key, ...] = ()
        """Keys typed meanwhile, which are for the article."""

    def compose(self) -> ComposeResult:
        """The frame, and room for what is said."""
        # As the desk has them: the first pages stand where its text will.
        for name in room_classes(self.app.size):
            self.set_class(True, name, update=False)
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
            self._begun.when_shown(partial(self._show_later, self.app))

    def _show_later(self, app: App[object], first: Article) -> None:
        """Runs in the thread that reads."""
        app.call_later(self._show, first)

    async def _show(self, first: Article) -> None:
        """Have the first pages stand where the article will."""
        if self._begun is None or self._begun.is_over or not self.is_attached:
            return
        config = self._config
        self._first = FirstPages(first, measure=config.measure, side=config.panels.width)
        with self.app.batch_update():
            self.query_one("#waiting", Static).display = False
            await self.mount(self._first, before="#status")
        self._said = None
        self._say()

    def on_resize(self) -> None:
        """Keep the first pages where the article will be."""
        if self._first is not None:
            self._first.lay_out(self.app.size)

    def _begin_to_say(self) -> None:
        self._say()
        self.set_interval(_LOOK_AGAIN, self._say)

    def _say(self) -> None:
        begun = self._begun
        if begun is None or begun.is_over:
            return
        if begun.progress == self._said:
            return
        self._said = begun.progress
        what, status = drawn(f"reading {begun.label} …"), self.query_one("#status", StatusRow)
        hint = ((" READ ", "read"), (" Esc", "key"), (" stops ", "muted"))
        if self._first is not None:
            status.left = (*hint, (f"  {what}", "muted"))
            status.right = ((f" {begun.progress} ", "muted"),)
            return
        status.left = hint
        # The label and what is told are foreign: never markup.
        name = Content(what).stylize("$text-bright")
        told = Content(f"\n{drawn(begun.progress)}").stylize("$text-dim")
        self.query_one("#waiting", Static).update(Content.assemble(name, told))

    def be_empty(self) -> None:
        """Stop saying anything: something lies over the frame now."""
        self._begun = None
        self.query_one("#waiting", Static).update("")
        if self._first is not None:
            self._first.display = False
        status = self.query_one("#status", StatusRow)
        status.left = status.right = ()

    def on_key(self, event: events.Key) -> None:
        """Stop, or keep a key for the article."""
        event.stop()
        event.prevent_default()
        if event.key in _STOPS:
            self.post_message(self.Stopped())
        else:
            self.early_keys += (event,)
