"""Help: the keys of the place the reader asked from, all derived from the registry."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.dialogs.dialog import Dialog, list_steps
from tui.dialogs.palette import PLACES
from tui.keys.commands import COMMANDS, Command, Group, Mode, shown_keys
from tui.keys.dispatcher import key_name
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, RowLine, RowList

WIDE = 60
"""Cells from which every key of a command is listed; below, only its first one."""
KEYS_WIDE, KEYS_NARROW = 24, 11
"""Cells of the column of keys."""


def help_rows(
    mode: Mode, commands: Iterable[Command] = COMMANDS, width: int = WIDE
) -> tuple[ListRow, ...]:
    """Headings and keys that work in a mode.

    Args:
        mode: Where the reader is.
        commands: The commands with the keys in force.
        width: Cells of a row; what is longer goes on in a row of its own.
    """
    commands = tuple(commands)
    rows: list[ListRow] = []
    for group in Group:
        here = [c for c in commands if c.group is group and mode in c.modes and c.keys]
        if not here:
            continue
        if rows:
            rows.append(ListRow((RowLine((("", ""),)),), f"before {group}"))
        rows.append(ListRow((RowLine(((f" {group.value}", "speaker"),)),), group.value))
        for command in here:
            rows += _command_rows(command, width)
    return tuple(rows)


def _command_rows(command: Command, width: int) -> Iterable[ListRow]:
    is_wide = width >= WIDE
    keys = "  ".join(shown_keys(key) for key in (command.keys if is_wide else command.keys[:1]))
    column = max(KEYS_WIDE if is_wide else KEYS_NARROW, len(keys) + 2)
    for number, words in enumerate(wrap(command.label, max(8, width - column - 1))):
        shown = f"  {keys}" if number == 0 else ""
        line = RowLine(((f"{shown:<{column}}", "key"), (f" {words}", "")))
        yield ListRow((line,), command.id if number == 0 else f"{command.id} {number}")


class HelpScreen(Dialog[None]):
    """The keys that work where the reader was."""

    rows = getters.query_one(RowList)

    def __init__(self, mode: Mode, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        """Show the keys of a mode.

        Args:
            mode: Where the reader is.
            keymap: The commands with the keys in force.
        """
        super().__init__()
        self._mode = mode
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """One list."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = f"Keys {PLACES[self._mode]}"
            palette = self._keymap.shown("desk.palette")
            dialog.border_subtitle = drawn(f"j k move · Esc closes · {palette} all")
            yield RowList()

    def on_mount(self) -> None:
        """List the keys."""
        self.rows.focus()
        self.ready()

    def on_resize(self) -> None:
        """List the keys for the width there is."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.rows.scrollable_content_region.width
        self.rows.rows = help_rows(self._mode, self._keymap.commands, width)

    def handle(self, event: events.Key) -> bool:
        """Scroll, and close with the keys that opened it."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        steps = list_steps(self.rows.rows_per_page)
        if key in steps:
            self.rows.cursor += steps[key]
        elif key in ("escape", "q", "enter", "ctrl+c", *self._keymap.by_id["desk.help"].keys):
            self.leave()
        return True
