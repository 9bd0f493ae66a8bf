"""The palette: every command by its name; those that work here come first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from tui.dialogs.picker import PickerScreen
from tui.documents.folding import fold
from tui.keys.commands import COMMANDS, Command, Group, Mode, shown_keys
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.keys.other_words import OTHER_WORDS, begin, matches, typed_command
from tui.widgets.row_list import ListRow, RowLine

_PERCENT = re.compile(r"(\d{1,3})\s*%")
_PARAGRAPH = re.compile(r"[¶pP]?\s*(\d+)")
_PAGE = re.compile(r"p(?:age|\.)?\s*(\w+)", re.IGNORECASE)
PLACES = {
    Mode.TEXT: "in the text",
    Mode.SELECT: "while selecting",
    Mode.PANEL: "in a panel",
    Mode.LEDGER: "in the list of questions",
    Mode.LIBRARY: "in the list of articles",
    Mode.MARKS: "in the list of highlights",
    Mode.LISTING: "in a list to pick from",
    Mode.ANSWERS: "in the list of questions to answer",
}
"""Where the keys of a mode work, in words."""


class PaletteScreen(PickerScreen[str]):
    """Choose a command; `50%`, `¶12` and in a text with pages `p17` go to a place.

    The answer is a command's id, or `percent N`, `paragraph N` or `page LABEL`.
    """

    TITLE_TEXT = "Commands"
    PLACEHOLDER = "a command, 50%, or ¶12 (a bare number is a paragraph)"

    def __init__(
        self,
        keymap: Keymap = DEFAULT_KEYMAP,
        mode: Mode = Mode.TEXT,
        pages: Collection[str] = (),
    ) -> None:
        """List the commands.

        Args:
            keymap: The commands with the keys in force.
            mode: Where the reader is.
            pages: The labels of the pages of the text.
        """
        super().__init__()
        self._pages = {label.casefold() for label in pages}
        self._keymap = keymap
        self._mode = mode

    def fill(self, query: str) -> None:
        """List the commands whose names hold every typed word."""
        place = list(_place(query.strip(), self._pages))
        found = matching_commands(query, self._keymap.commands, self._mode)
        rows = place or [_row(command, self._mode) for command in found]
        self.hits.state_text = f"No command is called “{query}”."
        self.show_rows(tuple(rows))

    def answer(self, row: ListRow) -> str:
        """The command's id, or the place."""
        return row.key


def matching_commands(
    query: str, commands: Iterable[Command] = COMMANDS, mode: Mode | None = None
) -> list[Command]:
    """The commands that every typed word is a name of, best first; what vim calls them, too.

    Args:
        query: What was typed.
        commands: The commands to look through.
        mode: Where the reader is: what works there comes first; `None` makes no difference.
    """
    words, typed = fold(query).split(), typed_command(query)
    found = [
        command
        for command in commands
        # The lists take their commands themselves; from here there is no row to do it to.
        if command.group is not Group.LISTS and (command.id == typed or matches(command, words))
    ]
    # A name that begins with what was typed is most likely meant, then one that holds it.
    return sorted(
        found,
        key=lambda command: (
            command.id != typed,
            mode is not None and mode not in command.modes,
            # Nobody opens a list of commands to go down a line.
            not words and command.group in (Group.MOVE, Group.STEP),
            not fold(command.label).startswith(" ".join(words)),
            not begin(words, fold(command.label).split()),
            # "light" is meant for what is also called so, not for every "highlight".
            not begin(words, OTHER_WORDS.get(command.id, "").split()),
        ),
    )


def _place(query: str, pages: Collection[str]) -> Iterable[ListRow]:
    match = _PAGE.fullmatch(query) if pages else None
    # A page may be called "xii"; what is no page of this text may be a command.
    if match and (match[1].casefold() in pages or match[1].isdecimal()):
        yield ListRow((RowLine(((f"go to page {match[1]}", ""),)),), f"page {match[1]}")
    elif match := _PERCENT.fullmatch(query):
        share = min(100, int(match[1]))
        yield ListRow((RowLine(((f"go to {share}% of the text", ""),)),), f"percent {share}")
    elif match := _PARAGRAPH.fullmatch(query):
        yield ListRow((RowLine(((f"go to paragraph {match[1]}", ""),)),), f"paragraph {match[1]}")


def _row(command: Command, mode: Mode) -> ListRow:
    keys = "  ".join(shown_keys(key) for key in command.keys)
    works = mode in command.modes
    where = command.group.value if works else f"only {PLACES[command.modes[0]]}"
    right = ((f"  {where}", "muted"), (f"  {keys} ", "key" if works else "muted"))
    return ListRow((RowLine(((command.label, "" if works else "muted"),), right),), command.id)
