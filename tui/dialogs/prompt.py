"""One line to type at the bottom: a shell command, a file name."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Dialog
from tui.widgets.boxes import LineBox
from tui.widgets.glyphs import drawn


class PromptScreen(Dialog[str | None]):
    """Type one line; Enter takes it, Esc leaves without."""

    box = getters.query_one(LineBox)

    def __init__(
        self,
        title: str,
        *,
        sign: str = "❯",
        value: str = "",
        placeholder: str = "",
        help_text: str = "",
        history: Sequence[str] = (),
    ) -> None:
        """Ask for a line.

        Args:
            title: What is asked for.
            sign: What stands before the box.
            value: What is in the box at first.
            placeholder: Shown while the box is empty.
            help_text: A line below the box; empty for none.
            history: Lines that were typed before, the latest last.
        """
        super().__init__()
        self._title = title
        self._sign = sign
        self._value = value
        self._placeholder = placeholder
        self._help_text = help_text
        # What is being typed is the end of the history, to come back to.
        self._lines = [*history, value]
        self._at = len(history)

    def compose(self) -> ComposeResult:
        """The box in its frame."""
        with Vertical(classes="dialog") as dialog:
            # Content, not str: a str would be parsed as markup.
            dialog.border_title = Content(self._title)
            earlier = "↑ ↓ earlier ones · " if len(self._lines) > 1 else ""
            dialog.border_subtitle = drawn(f"{earlier}Enter goes ahead · Esc cancels")
            with Horizontal(classes="prompt"):
                yield Static(drawn(f"{self._sign} "), markup=False)
                yield LineBox(self.takes_first, placeholder=self._placeholder)
            if self._help_text:
                yield Static(Content(self._help_text), classes="about")

    def on_mount(self) -> None:
        """Go on typing at the end."""
        self.box.begin_with(self._value)
        self.box.focus()
        self.ready()

    def handle(self, event: events.Key) -> bool:
        """Take the line, go through earlier ones, or leave."""
        if event.is_printable and event.character:
            self.box.insert_text_at_cursor(event.character)
        elif event.key in ("up", "ctrl+p", "down", "ctrl+n"):
            self._lines[self._at] = self.box.value
            step = -1 if event.key in ("up", "ctrl+p") else 1
            self._at = max(0, min(self._at + step, len(self._lines) - 1))
            self.box.set_text(self._lines[self._at])
        elif event.key == "enter":
            self.leave(self.box.value.strip() or None)
        elif event.key in ("escape", "ctrl+c"):
            self.leave(None)
        else:
            return False
        return True
