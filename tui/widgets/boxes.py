"""Boxes to type in that take their keys in the order in which they were pressed.

Textual inserts a letter when the box gets the key, but deletes, moves and closes only once
the key has travelled to the screen and the program. When a terminal hands over several keys
at once, the letters after Esc or Backspace would overtake it. These boxes ask their screen
first and run their own bindings at once.

They step over and delete what a reader takes for a letter, and show what is pasted: a control
character becomes a visible one, in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.binding import Binding
from textual.document._document import Location
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection

from tui.documents.sanitising import sanitise
from tui.widgets.graphemes import after, before

TakesFirst = Callable[[events.Key], bool]
"""Asked before the box for every key; `True` when the key was taken."""

_JOINERS = ("\u200c", "\u200d")
"""Typed between letters in Persian, Hindi and emoji; to Textual they are no letters."""

_UNDO = Binding("ctrl+z", "undo", show=False)
_LINE_ACTIONS = {b.key: b.action for b in Binding.make_bindings([*Input.BINDINGS, _UNDO])}
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


def _joiner(event: events.Key) -> str:
    """The joiner that was typed, which is taken; empty for any other key."""
    if event.character not in _JOINERS:
        return ""
    event.stop()
    event.prevent_default()
    return event.character


class LineBox(Input):
    """A box for one line, in which the keys of its screen come first."""

    def __init__(self, first: TakesFirst, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        """Make an empty box.

        Args:
            first: Asked before the box for every key.
            placeholder: Shown while the box is empty.
            id: The widget's id.
        """
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self._first = first
        self._earlier: list[tuple[str, int]] = []
        self._word_end: tuple[str, int] | None = None

    async def on_key(self, event: events.Key) -> None:
        """Take a key in its turn."""
        if joiner := _joiner(event):
            self.insert_text_at_cursor(joiner)
        else:
            await _take(self, event, self._first, _LINE_ACTIONS)

    def action_cursor_left(self, select: bool = False) -> None:
        """Step over the letter before the cursor."""
        start, end = self.selection
        if select or start == end:
            end = before(self.value, end)
            self.selection = Selection(start if select else end, end)
        else:
            super().action_cursor_left()

    def action_cursor_right(self, select: bool = False) -> None:
        """Step over the letter behind the cursor."""
        start, end = self.selection
        if select or start == end:
            end = after(self.value, end)
            self.selection = Selection(start if select else end, end)
        else:
            super().action_cursor_right()

    def action_delete_left(self) -> None:
        """Delete the letter before the cursor, or what is selected."""
        if self.selection.is_empty:
            self.delete(before(self.value, self.cursor_position), self.cursor_position)
        else:
            self.delete_selection()

    def action_delete_right(self) -> None:
        """Delete the letter behind the cursor, or what is selected."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, after(self.value, self.cursor_position))
        else:
            self.delete_selection()

    def on_paste(self, event: events.Paste) -> None:
        """Insert the first line that says something, made safe: it may come from anywhere."""
        event.stop()
        event.prevent_default()
        line = next(filter(str.strip, event.text.splitlines()), "")
        self.replace(sanitise(line).replace("\t", " "), *sorted(self.selection))

    def begin_with(self, text: str) -> None:
        """Go on typing at the end of a text, behind which ctrl+z does not go."""
        self.set_text(text)
        self._earlier.clear()

    def set_text(self, text: str) -> None:
        """Replace the whole text and go on typing at its end; ctrl+z undoes it."""
        before = self.value, self.cursor_position
        self.value = text
        self.cursor_position = len(text)
        self._record(before)

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the text; everything typed and deleted comes through here.

        The letters of a word are one step of undo, everything else is a step of its own.
        """
        before = self.value, self.cursor_position
        is_letter = len(text) == 1 and start == end and not text.isspace()
        goes_on = is_letter and (self.value, start) == self._word_end
        super().replace(text, start, end)
        if not goes_on:
            self._record(before)
        self._word_end = (self.value, self.cursor_position) if is_letter else None

    def _record(self, before: tuple[str, int]) -> None:
        if self.value != before[0]:
            self._earlier.append(before)
        self._word_end = None

    def action_undo(self) -> None:
        """Take the last step of typing back."""
        if self._earlier:
            self.value, self.cursor_position = self._earlier.pop()
            self._word_end = None


class FieldBox(LineBox):
    """One of several boxes for a line each: keys it gets after it was left are for the next."""

    def __init__(self, first: TakesFirst, in_use: Callable[[], LineBox]) -> None:
        """Make an empty box.

        Args:
            first: Asked before the box for every key.
            in_use: Gives the box that has the keys.
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
        if joiner := _joiner(event):
            self.insert(joiner)
        else:
            await _take(self, event, self._first, _TEXT_ACTIONS)

    async def on_paste(self, event: events.Paste) -> None:
        """Insert the text, made safe: it may come from anywhere."""
        event.stop()
        event.prevent_default()
        await super()._on_paste(events.Paste(sanitise(event.text)))

    def get_cursor_left_location(self) -> Location:
        """Where the letter before the cursor begins; the end of the line above at its start."""
        row, column = self.cursor_location
        if column == 0:
            return super().get_cursor_left_location()
        return row, before(self.document[row], column)

    def get_cursor_right_location(self) -> Location:
        """Where the letter behind the cursor ends; the start of the next line at its end."""
        row, column = self.cursor_location
        line = self.document[row]
        if column >= len(line):
            return super().get_cursor_right_location()
        return row, after(line, column)
