"""Boxes to type in that take their keys in the order in which they were pressed.

Textual inserts a letter when the box gets the key, but deletes, moves and closes only once
the key has travelled to the screen and the program. When a terminal hands over several keys
at once, the letters after Esc or Backspace would overtake it. These boxes ask their screen
first and run their own bindings at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, TextArea

TakesFirst = Callable[[events.Key], bool]
"""Asked before the box for every key; `True` when the key was taken."""

_LINE_ACTIONS = {b.key: b.action for b in Binding.make_bindings(Input.BINDINGS)}
_TEXT_ACTIONS = {b.key: b.action for b in Binding.make_bindings(TextArea.BINDINGS)}


async def _take(
    box: Widget, event: events.Key, first: TakesFirst, actions: Mapping[str, str]
) -> bool:
    is_first = first(event)
    if not is_first and (event.is_printable or event.key not in actions):
        return False
    event.stop()
    event.prevent_default()
    if not is_first:
        await box.run_action(actions[event.key])
    return True


class LineBox(Input):
    """A box for one line."""

    def __init__(self, first: TakesFirst, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        """Make an empty box.

        Args:
            first: Asked before the box for every key.
            placeholder: Shown while the box is empty.
            id: The widget's id.
        """
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self._first = first

    async def on_key(self, event: events.Key) -> None:
        """Take a key in its turn."""
        await _take(self, event, self._first, _LINE_ACTIONS)


class FieldBox(LineBox):
    """One of several boxes for a line each: keys it gets after it was left are for the next."""

    def __init__(self, first: TakesFirst, in_use: Callable[[], LineBox]) -> None:
        """Make an empty box.

        Args:
            first: Asked before the box for every key.
            in_use: Tells which of the boxes has the keys.
        """
        super().__init__(first)
        self._in_use = in_use

    async def on_key(self, event: events.Key) -> None:
        """Take a key in its turn."""
        box = self._in_use()
        is_taken = await _take(box, event, self._first, _LINE_ACTIONS)
        if not is_taken and box is not self and event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            box.insert_text_at_cursor(event.character)


class TextBox(TextArea):
    """A box for a text of several lines."""

    def __init__(self, first: TakesFirst, text: str) -> None:
        """Make a box.

        Args:
            first: Asked before the box for every key.
            text: What is in it at first.
        """
        super().__init__(text, soft_wrap=True, highlight_cursor_line=False, tab_behavior="focus")
        self._first = first

    async def on_key(self, event: events.Key) -> None:
        """Take a key in its turn."""
        await _take(self, event, self._first, _TEXT_ACTIONS)
