"""The palette: every command by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.commands import COMMANDS, Command, shown_keys
from tui.documents.folding import fold
from tui.screens.picker import PickerScreen
from tui.widgets.row_list import ListRow, RowLine

_PERCENT = re.compile(r"(\d{1,3})\s*%")
_PARAGRAPH = re.compile(r"[¶pP]?\s*(\d+)")


class PaletteScreen(PickerScreen[str]):
    """Choose a command; `50%` and `¶12` go to a place.

    The answer is a command's id, or `percent N` or `paragraph N`.
    """

    TITLE_TEXT = "Commands"
    PLACEHOLDER = "a command, 50%, or ¶12 (a bare number is a paragraph)"

    def fill(self, query: str) -> None:
        """List the commands whose names hold every typed word."""
        place = list(_place(query.strip()))
        rows = place or [_row(command) for command in matching_commands(query)]
        self.hits.state_text = f"No command is called “{query}”."
        self.show_rows(tuple(rows))

    def answer(self, row: ListRow) -> str:
        """The command's id, or the place."""
        return row.key


def matching_commands(query: str) -> list[Command]:
    """The commands whose label or heading holds every typed word, best first."""
    words = fold(query).split()
    found = [
        command
        for command in COMMANDS
        if all(word in fold(f"{command.label} {command.group}") for word in words)
    ]
    # A name that begins with what was typed is most likely meant.
    return sorted(found, key=lambda c: not fold(c.label).startswith(" ".join(words)))


def _place(query: str) -> Iterable[ListRow]:
    if match := _PERCENT.fullmatch(query):
        share = min(100, int(match[1]))
        yield ListRow((RowLine(((f"go to {share}% of the text", ""),)),), f"percent {share}")
    elif match := _PARAGRAPH.fullmatch(query):
        yield ListRow((RowLine(((f"go to paragraph {match[1]}", ""),)),), f"paragraph {match[1]}")


def _row(command: Command) -> ListRow:
    keys = "  ".join(shown_keys(key) for key in command.keys)
    right = ((f"  {command.group.value}", "muted"), (f"  {keys} ", "key"))
    return ListRow((RowLine(((command.label, ""),), right),), command.id)
