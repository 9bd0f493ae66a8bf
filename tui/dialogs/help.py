"""Help: the keys of the place the reader asked from, all derived from the registry."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from tui.dialogs.list import CLOSING_KEYS, FOOT, ListScreen
from tui.dialogs.palette import PLACES
from tui.keys.commands import COMMANDS, Command, Group, Mode, shown_keys
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.widgets.row_list import ListRow, RowLine

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


class HelpScreen(ListScreen[None]):
    """The keys that work where the reader was."""

    def __init__(self, mode: Mode, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        """Show the keys of a mode.

        Args:
            mode: Where the reader is.
            keymap: The commands with the keys in force.
        """
        super().__init__(
            f"Keys {PLACES[mode]}",
            f"{FOOT} · {keymap.shown('desk.palette')} all",
            (*CLOSING_KEYS, *keymap.by_id["desk.help"].keys),
        )
        self._mode = mode
        self._commands = keymap.commands

    def rows_for(self, width: int) -> tuple[ListRow, ...]:
        """Headings and keys."""
        return help_rows(self._mode, self._commands, width)
