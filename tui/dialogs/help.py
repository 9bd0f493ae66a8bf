"""Help: the keys of the place the reader asked from, all derived from the registry."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.dialogs.dialog import steps_while_typing
from tui.dialogs.list import CLOSING_KEYS, ListScreen
from tui.dialogs.palette import PLACES
from tui.documents.folding import fold
from tui.keys.commands import COMMANDS, Command, Group, Mode, shown_keys
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.keys.other_words import matches
from tui.widgets.boxes import LineBox
from tui.widgets.hints import hinted
from tui.widgets.row_list import ListRow, RowLine

FIRST = "Most needed here"
"""The heading over the keys one needs most where one is, and has only there."""
SELDOM = ("link.follow",)
"""Hinted at where it would do something; most places have no link."""
EVERYWHERE = ("panel.next", "desk.help", "desk.quit")
"""What comes last under that heading."""
WIDE = 60
"""Cells from which every key of a command is listed; below, only its first one."""
KEYS_WIDE, KEYS_NARROW = 24, 11
"""Cells of the column of keys."""


def help_rows(
    mode: Mode, commands: Iterable[Command] = COMMANDS, width: int = WIDE, words: str = ""
) -> tuple[ListRow, ...]:
    """Headings and keys that work in a mode: first what one needs there and has only there.

    Args:
        mode: Where the reader is.
        commands: The commands with the keys in force.
        width: Cells of a row; what is longer goes on in a row of its own.
        words: What the reader looks for; empty for all.
    """
    looked_for = fold(words).split()
    here = [c for c in commands if mode in c.modes and c.keys and matches(c, looked_for)]
    by_id = {command.id: command for command in here}
    needed = [by_id.pop(each) for each in hinted(mode) if each in by_id and each not in SELDOM]
    special = [by_id.pop(c.id) for c in here if c.id in by_id and _is_special(c, mode)]
    # What works everywhere is known sooner than what works only here.
    first = sorted([*needed, *special], key=lambda command: command.id in EVERYWHERE)
    sections = {FIRST: first} | {
        group.value: [command for command in by_id.values() if command.group is group]
        for group in Group
    }
    rows: list[ListRow] = []
    for heading, listed in sections.items():
        if not listed:
            continue
        if rows:
            rows.append(ListRow((RowLine((("", ""),)),), f"before {heading}"))
        rows.append(ListRow((RowLine(((f" {heading}", "speaker"),)),), heading))
        for command in listed:
            rows += _command_rows(command, width)
    return tuple(rows)


def _is_special(command: Command, mode: Mode) -> bool:
    """Whether it can be done nowhere else; in the text that says little, one is mostly there."""
    return command.modes == (mode,) and mode is not Mode.TEXT


def _command_rows(command: Command, width: int) -> Iterable[ListRow]:
    is_wide = width >= WIDE
    keys = "  ".join(shown_keys(key) for key in (command.keys if is_wide else command.keys[:1]))
    column = max(KEYS_WIDE if is_wide else KEYS_NARROW, len(keys) + 2)
    for number, words in enumerate(wrap(command.label, max(8, width - column - 1))):
        shown = f"  {keys}" if number == 0 else ""
        line = RowLine(((f"{shown:<{column}}", "key"), (f" {words}", "")))
        yield ListRow((line,), command.id if number == 0 else f"{command.id} {number}")


class HelpScreen(ListScreen[str]):
    """The keys that work where the reader was; answers with the id of one to run."""

    # Not the line, which comes first: keys typed early would be letters in it.
    AUTO_FOCUS = "RowList"

    def __init__(self, mode: Mode, keymap: Keymap = DEFAULT_KEYMAP, *, runs: bool = False) -> None:
        """Show the keys of a mode.

        Args:
            mode: Where the reader is.
            keymap: The commands with the keys in force.
            runs: Whether whoever asked runs the command that is chosen.
        """
        does = "Enter runs it · " if runs else ""
        closing = (*CLOSING_KEYS, *keymap.by_id["desk.help"].keys)
        super().__init__(
            f"Keys {PLACES[mode]}",
            f"/ filters · Esc closes · {does}j k move · {keymap.shown('desk.palette')} all",
            tuple(key for key in closing if not (runs and key == "enter")),
        )
        self._mode = mode
        self._commands = keymap.commands
        self._by_id = keymap.by_id
        self._runs = runs
        self.rows.counts_row = lambda row: row.key in self._by_id
        self.box = LineBox(self.takes_first, placeholder="words of what it does")
        self._line = Horizontal(Static("/ ", markup=False), self.box, classes="prompt")

    def above(self) -> ComposeResult:
        """The line that narrows the list, shown once it is asked for."""
        self._line.display = False
        yield self._line

    def rows_for(self, width: int) -> tuple[ListRow, ...]:
        """Headings and keys."""
        words = self.box.value
        rows = help_rows(self._mode, self._commands, width, words)
        self.rows.state_text = f"No key here is for “{words}”."
        return rows

    def fill(self) -> None:
        """List the keys anew; a heading does nothing, so the cursor begins below the first."""
        super().fill()
        self.rows.cursor = self.rows.cursor or 1

    def choose(self, row: ListRow) -> None:
        """Answer with the command of a row; headings have none."""
        command_id, _, _ = row.key.partition(" ")
        if self._runs and command_id in self._by_id:
            self.leave(command_id)

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what answers to the words."""
        event.stop()
        self.fill()
        self.rows.cursor = 1

    def handle(self, event: events.Key) -> bool:
        """Narrow the list, or what every list does."""
        if self.focused is self.box:
            return self._handle_in_line(event)
        if event.character in ("/", "f"):
            self._line.display = True
            self.set_focus(self.box)
        elif event.key == "escape" and self.box.value:
            self._leave_line(keeps=False)
        else:
            return super().handle(event)
        return True

    def _handle_in_line(self, event: events.Key) -> bool:
        steps = steps_while_typing(self.rows.rows_per_page)
        if event.is_printable and event.character:
            self.box.insert_text_at_cursor(event.character)
        elif event.key in steps:
            self.rows.cursor += steps[event.key]
        elif event.key in ("enter", "escape", "ctrl+c"):
            self._leave_line(keeps=event.key == "enter")
        else:
            return False
        return True

    def _leave_line(self, *, keeps: bool) -> None:
        if not keeps:
            self.box.value = ""
        self._line.display = bool(self.box.value)
        self.fill()
        # Not `focus()`, which waits: the next key may already be on its way.
        self.set_focus(self.rows)
        self.rows.cursor = 1
