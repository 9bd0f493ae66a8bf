"""Help: the keys of the place the reader asked from, all derived from the registry."""

from __future__ import annotations

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.commands import COMMANDS, SHELF_COMMANDS, Group, Mode, shown_keys
from tui.keys import key_name
from tui.screens.dialog import Dialog, list_steps
from tui.widgets.row_list import ListRow, RowLine, RowList

_PLACES = {
    Mode.TEXT: "in the text",
    Mode.SELECT: "while selecting",
    Mode.PANEL: "in a panel",
    Mode.LEDGER: "in the list of questions",
    Mode.LIBRARY: "in the list of articles",
    Mode.MARKS: "in the list of highlights",
}


def help_rows(mode: Mode) -> tuple[ListRow, ...]:
    """Headings and keys that work in a mode."""
    rows: list[ListRow] = []
    for group in Group:
        everywhere = (*COMMANDS, *SHELF_COMMANDS)
        commands = [c for c in everywhere if c.group is group and mode in c.modes]
        if not commands:
            continue
        if rows:
            rows.append(ListRow((RowLine((("", ""),)),), f"before {group}"))
        rows.append(ListRow((RowLine(((f" {group.value}", "speaker"),)),), group.value))
        for command in commands:
            keys = "  ".join(shown_keys(key) for key in command.keys)
            line = RowLine(((f"   {keys:<22}", "key"), (f" {command.label}", "")))
            rows.append(ListRow((line,), command.id))
    return tuple(rows)


class HelpScreen(Dialog[None]):
    """The keys that work where the reader was."""

    rows = getters.query_one(RowList)

    def __init__(self, mode: Mode) -> None:
        """Show the keys of a mode."""
        super().__init__()
        self._mode = mode

    def compose(self) -> ComposeResult:
        """One list."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = f"Keys {_PLACES[self._mode]}"
            dialog.border_subtitle = "j k move · Esc closes · : lists every command"
            yield RowList()

    def on_mount(self) -> None:
        """List the keys."""
        self.rows.rows = help_rows(self._mode)
        self.rows.focus()
        self.ready()

    def handle(self, event: events.Key) -> bool:
        """Scroll, and close with the keys that opened it."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        steps = list_steps(self.rows.rows_per_page)
        if key in steps:
            self.rows.cursor += steps[key]
        elif key in ("escape", "q", "?", "f1", "enter", "ctrl+c"):
            self.leave()
        return True
