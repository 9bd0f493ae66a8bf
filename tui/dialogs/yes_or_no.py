"""A question that is answered with one key."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Dialog
from tui.keys.dispatcher import key_name
from tui.widgets.glyphs import drawn


class YesOrNoScreen(Dialog[bool]):
    """Answers whether the reader said yes."""

    def __init__(self, title: str, question: str, yes: str, no: str) -> None:
        """Ask.

        Args:
            title: What it is about.
            question: The question, as sentences.
            yes: What `y` does ("brings them over").
            no: What `n` does.
        """
        super().__init__()
        self._title = title
        self._question = question
        self._foot = f"y {yes} · n {no}"

    def compose(self) -> ComposeResult:
        """The question, its keys below."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(drawn(self._title))
            dialog.border_subtitle = Content(drawn(self._foot))
            yield Static(Content(self._question))

    def on_mount(self) -> None:
        """Take keys."""
        self.ready()

    def handle(self, event: events.Key) -> bool:
        """Only `y` says yes; what is typed for the text below answers nothing."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        if key == "y":
            self.leave(True)
        elif key in ("n", "escape", "q", "ctrl+c"):
            self.leave(False)
        return True
