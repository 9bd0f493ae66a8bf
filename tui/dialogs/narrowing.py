"""One line to type in at the foot of the desk: what a panel is narrowed by."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog
from tui.widgets.boxes import LineBox
from tui.widgets.glyphs import drawn


class NarrowingScreen(Dialog[str | None]):
    """Type words; the list behind follows. Enter keeps them, Esc drops them."""

    box = getters.query_one(LineBox)
    count = getters.query_one("#narrowing-count", Static)

    def __init__(self, of_what: str, words: str, narrow: Callable[[str], str]) -> None:
        """Narrow a list.

        Args:
            of_what: What is listed, in lower case.
            words: What it is narrowed by now.
            narrow: Called with what is typed; says how much is left.
        """
        super().__init__()
        self._of_what, self._words, self._narrow = of_what, words, narrow

    def compose(self) -> ComposeResult:
        """The sign, the box and the count."""
        with Horizontal(classes="line"):
            yield Static(f"filter {self._of_what} ", classes="sign", markup=False)
            keys = drawn("words · Enter keeps · Esc shows all")
            yield LineBox(self.takes_first, placeholder=keys)
            yield Static("", id="narrowing-count", markup=False)

    def on_mount(self) -> None:
        """Begin with the words in force."""
        self.box.begin_with(self._words)
        self.box.focus()
        self.ready()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list while the reader types."""
        event.stop()
        self.count.update(self._narrow(event.value) if event.value.strip() else "")
        if not event.value.strip():
            self._narrow("")

    def handle(self, event: events.Key) -> bool:
        """Keep or drop the words; letters are for the box."""
        if event.is_printable and event.character:
            self.box.insert_text_at_cursor(event.character)
        elif event.key == "enter":
            self.leave(self.box.value)
        elif event.key in ("escape", "ctrl+c"):
            self.leave("")
        else:
            return False
        return True
