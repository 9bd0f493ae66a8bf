"""The key hints of the status row, derived from the command registry."""

from __future__ import annotations

from collections.abc import Collection

from rich.cells import cell_len

from tui.commands import BY_ID, Mode, shown_keys
from tui.keys import Pending
from tui.widgets.row_list import Run

_IN_ORDER = {
    Mode.TEXT: (
        "mark.make", "mark.note", "find.open", "panel.next", "desk.help", "desk.quit",
        "mark.delete", "find.next", "change.undo", "select.start", "finder.article",
    ),
    Mode.SELECT: (
        "mark.make", "mark.note", "word.next", "sentence.next", "select.swap", "desk.help",
    ),
    Mode.PANEL: (
        "row.go", "row.next", "mark.make", "mark.note", "row.why", "mark.delete", "panel.next",
        "desk.help",
    ),
}  # fmt: skip
"""Which commands are hinted at in each mode, the most needed first."""

_SELECT_COLOURS: tuple[Run, ...] = ((" 1-4", "key"), (" colour ", "muted"))


def hints(mode: Mode, working: Collection[str], room: int) -> tuple[Run, ...]:
    """As many hints as there is room for.

    Args:
        mode: Which keys are in force.
        working: Ids of the commands that would do something now.
        room: Cells there are for them.
    """
    runs: list[Run] = []
    for command_id in _IN_ORDER[mode]:
        if command_id not in working:
            continue
        command = BY_ID[command_id]
        pair: tuple[Run, Run] = (
            (f" {shown_keys(command.keys[0])}", "key"),
            (f" {command.hint} ", "muted"),
        )
        room -= sum(cell_len(text) for text, _ in pair)
        if room < 0:
            break
        runs += pair
    if mode is Mode.SELECT and room > 12:
        runs += _SELECT_COLOURS
    return tuple(runs)


def pending_hints(pending: Pending) -> tuple[Run, ...]:
    """The keys typed so far and those that can follow."""
    runs: list[Run] = [(f" {shown_keys(' '.join(pending.keys))}", "pending"), (" then ", "muted")]
    for key, command in pending.following:
        label = command.label if command else "…"
        runs += [(f" {shown_keys(key)}", "key"), (f" {label} ", "muted")]
    runs += [(" Esc", "key"), (" drop ", "muted")]
    return tuple(runs)
