"""The key hints of the status row, derived from the command registry."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rich.cells import cell_len

from tui.keys.commands import Mode, shown_keys
from tui.keys.dispatcher import Prefix
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.settings.colours import COLOURS
from tui.widgets.row_list import Run

_IN_ORDER = {
    Mode.TEXT: (
        "link.follow",
        "mark.make", "mark.note", "find.open", "panel.next", "desk.help", "desk.quit",
        "mark.delete", "find.next", "change.undo", "select.start", "finder.article",
    ),
    Mode.SELECT: (
        "mark.make", "mark.extent", "mark.note", "orphan.put", "mark.tags", "passage.copy",
        "quote.add", "name.add",
        "word.next", "sentence.next", "select.swap", "desk.help",
    ),
    Mode.PANEL: (
        "row.go", "row.next", "mark.make", "mark.note", "row.why", "mark.delete", "row.hide",
        "row.edit", "row.speaker", "row.merge", "row.split", "panel.next", "desk.help", "desk.quit",
    ),
}  # fmt: skip
"""Which commands are hinted at in each mode, the most needed first."""
_ALWAYS = ("desk.help", "desk.quit")
"""Those that are never left out: who finds the others and the way out needs no more."""


def hinted(mode: Mode) -> tuple[str, ...]:
    """The commands that are hinted at in a mode, the most needed first."""
    return _IN_ORDER.get(mode, ())


def hints(
    mode: Mode,
    working: Collection[str],
    room: int,
    keymap: Keymap = DEFAULT_KEYMAP,
    words: Mapping[str, str] | None = None,
) -> tuple[Run, ...]:
    """As many hints as there is room for.

    Args:
        mode: Which keys are in force.
        working: Ids of the commands that would do something now.
        room: Cells there are for them.
        keymap: The keys in force.
        words: What commands do now, by their ids, where that is not what their hint says.
    """
    colours = _colour_hints(room // 2, keymap) if mode is Mode.SELECT else ()
    pairs = {
        command_id: _hint(command_id, keymap, words or {})
        for command_id in hinted(mode)
        if command_id in working and keymap.by_id[command_id].keys
    }
    kept = [command_id for command_id in _ALWAYS if command_id in pairs]
    least = dict.fromkeys([*list(pairs)[:1], *kept])
    if _width(colours) + sum(_width(pairs[command_id]) for command_id in least) > room:
        colours = ()
    room -= _width(colours)
    shown = set()
    for command_id in dict.fromkeys([*kept, *pairs]):
        room -= _width(pairs[command_id])
        if room < 0:
            break
        shown.add(command_id)
    runs = [run for command_id, pair in pairs.items() if command_id in shown for run in pair]
    return (*runs, *colours)


def _hint(command_id: str, keymap: Keymap, words: Mapping[str, str]) -> tuple[Run, Run]:
    command = keymap.by_id[command_id]
    word = words.get(command_id, command.hint)
    return (f" {shown_keys(command.keys[0])}", "key"), (f" {word} ", "muted")


def _width(runs: tuple[Run, ...]) -> int:
    return sum(cell_len(text) for text, _ in runs)


def _colour_hints(room: int, keymap: Keymap) -> tuple[Run, ...]:
    """The keys that highlight in a colour: with the reader's names for them, if there are any."""
    keys = [keymap.shown(f"mark.{colour}") for colour in COLOURS]
    named: list[Run] = []
    for key, colour in zip(keys, COLOURS, strict=True):
        named += [(f" {key}", "key"), (f" {keymap.colours.of(colour)} ", colour)]
    together = "1-4" if keys == ["1", "2", "3", "4"] else "/".join(keys)
    short: list[Run] = [(f" {together}", "key"), (" colour ", "muted")]
    for runs in ([named] if keymap.colours.are_given else []) + [short]:
        if sum(cell_len(text) for text, _ in runs) <= room:
            return tuple(runs)
    return ()


def _shared_words(labels: list[str]) -> str:
    """The words with which all labels begin, said once so that all the keys have room."""
    shared: list[str] = []
    for words in zip(*(label.split() for label in labels), strict=False):
        if len(set(words)) > 1 or len(labels) < 2:
            break
        shared.append(words[0])
    return " ".join(shared)


def prefix_hints(prefix: Prefix, room: int) -> tuple[Run, ...]:
    """The keys typed so far and those that can follow, in a word each where there is no room.

    Args:
        prefix: The unfinished sequence.
        room: Cells there are for them.
    """
    commands = [command for _, command in prefix.following]
    labels = [command.label if command else "…" for command in commands]
    runs = _following(prefix, labels)
    if sum(cell_len(text) for text, _ in runs) > room:
        short = [command.hint if command else "" for command in commands]
        labels = [a or b for a, b in zip(short, labels, strict=True)]
        runs = _following(prefix, labels, joined="")
    drop: tuple[Run, Run] = ((" Esc", "key"), (" cancel ", "muted"))
    if sum(cell_len(text) for text, _ in (*runs, *drop)) <= room:
        runs += drop
    return tuple(runs)


def prefix_rows(prefix: Prefix, room: int) -> tuple[tuple[Run, ...], ...]:
    """As `prefix_hints`, over as many rows as a word for each key takes.

    Args:
        prefix: The unfinished sequence.
        room: Cells of a row.
    """
    runs = prefix_hints(prefix, room)
    rows: list[list[Run]] = [[]]
    taken = 0
    # What is typed comes first with the words that all share, then a key and its word by pairs.
    for at in range(0, len(runs), 2):
        pair = runs[at : at + 2]
        width = sum(cell_len(text) for text, _ in pair)
        if rows[-1] and taken + width > room:
            rows.append([])
            taken = 0
        rows[-1] += pair
        taken += width
    return tuple(map(tuple, rows))


def _following(prefix: Prefix, labels: list[str], joined: str = "then") -> list[Run]:
    shared = _shared_words(labels)
    runs: list[Run] = [(f" {shown_keys(' '.join(prefix.keys))}", "pending")]
    runs += [(f" {shared or joined} ", "muted")]
    for (key, _), label in zip(prefix.following, labels, strict=True):
        rest = label.removeprefix(shared).strip()
        runs += [(f" {shown_keys(key)}", "key"), (f" {rest} ", "muted")]
    return runs
