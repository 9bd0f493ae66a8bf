"""The key dispatcher: one trie of key sequences for each mode.

A pending prefix has no time-out. It ends with the key that completes a sequence, with
one that does not (which is then dropped, not run), or with Esc.

A sequence may end in `{a-z}` or `{A-Z}`, which stand for any one letter of that range;
the command is told which letter it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.keys.commands import ANY_LETTER, ANY_UPPER_LETTER, COMMANDS, Command, Mode


class _Node:
    """A place in the trie."""

    __slots__ = ("children", "command")

    def __init__(self) -> None:
        self.command: Command | None = None
        """What the keys up to here run; `None` for a prefix."""
        self.children: dict[str, _Node] | None = None
        """The keys that go on from here."""


class Completed(NamedTuple):
    """The key completed a sequence."""

    command: Command
    """What it asks for."""
    letter: str = ""
    """The letter that stood in the place of `{a-z}` or `{A-Z}`; empty without one."""


class Prefix(NamedTuple):
    """The key began or continued a sequence."""

    keys: tuple[str, ...]
    """The keys so far."""
    following: tuple[tuple[str, Command | None], ...]
    """The keys that can come next, with what they run (`None` for a further prefix)."""


class UnknownKeys(NamedTuple):
    """No command has these keys; nothing was run."""

    keys: tuple[str, ...]
    """The keys, the last one included."""


class DroppedKeys(NamedTuple):
    """Esc took back a pending prefix; nothing was run."""

    keys: tuple[str, ...]
    """The prefix."""


KeyOutcome = Completed | Prefix | UnknownKeys | DroppedKeys


class Dispatcher:
    """Turns keys into commands."""

    def __init__(self, commands: Iterable[Command] = COMMANDS) -> None:
        """Build the tries.

        Raises:
            ValueError: Two commands claim the same keys in one mode, or one command's
                keys are the prefix of another's, which could then never be reached.
        """
        self._roots = {mode: _Node() for mode in Mode}
        self._pending: tuple[str, ...] = ()
        for command in commands:
            for mode in command.modes:
                for keys in command.keys:
                    self._add(mode, tuple(keys.split()), command)

    def _add(self, mode: Mode, keys: tuple[str, ...], command: Command) -> None:
        node = self._roots[mode]
        for key in keys:
            if node.command:
                raise ValueError(f"{command.id} is hidden behind {node.command.id} ({mode})")
            if node.children is None:
                node.children = {}
            node = node.children.setdefault(key, _Node())
        if node.command or node.children:
            raise ValueError(f"{' '.join(keys)} is claimed twice ({mode}, {command.id})")
        node.command = command

    @property
    def pending(self) -> tuple[str, ...]:
        """The keys of an unfinished sequence; empty when there is none."""
        return self._pending

    def reset(self) -> None:
        """Forget a pending prefix."""
        self._pending = ()

    def feed(self, mode: Mode, key: str) -> KeyOutcome:
        """Take one key in a mode."""
        if self._pending and key == "escape":
            dropped = DroppedKeys(self._pending)
            self.reset()
            return dropped
        keys = (*self._pending, key)
        self.reset()
        node: _Node | None = self._roots[mode]
        letter = ""
        for step in keys:
            node, letter = _follow(node, step)
        if node is None:
            return UnknownKeys(keys)
        if node.command:
            return Completed(node.command, letter)
        self._pending = keys
        children = node.children or {}
        return Prefix(keys, tuple((key, child.command) for key, child in children.items()))


def _follow(node: _Node | None, key: str) -> tuple[_Node | None, str]:
    """Where a key leads from a place in the trie, and the letter it filled in for a range.

    A key of its own wins over a range that holds it.
    """
    children = node.children if node and node.children else {}
    if key in children:
        return children[key], ""
    if len(key) == 1 and key.isascii() and key.isalpha():
        return children.get(ANY_LETTER if key.islower() else ANY_UPPER_LETTER), key
    return None, ""


def key_name(key: str, character: str | None, *, is_printable: bool) -> str:
    """The name of a pressed key in the notation of the key table.

    Args:
        key: Textual's name of the key ("ctrl+d", "right_square_bracket").
        character: What it types, if anything.
        is_printable: Whether that is a visible character.
    """
    if character == " ":
        return "space"
    if is_printable and character:
        return character
    return key
