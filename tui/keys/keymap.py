"""The keys in force: those of the registry, with the reader's own in their place.

Everything that runs or shows a key asks a `Keymap`. A binding that cannot be followed is
named with what is used instead; no mistake leaves the desk without a way out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from tui.keys.commands import (
    ANY_LETTER,
    ANY_UPPER_LETTER,
    BY_ID,
    COMMANDS,
    Command,
    Mode,
    shown_keys,
)
from tui.keys.dispatcher import Dispatcher
from tui.settings.colours import COLOURS
from tui.settings.config import ColourNames, Config, is_ignored

KEPT = ("layer.close", "desk.quit", "desk.palette")
"""Commands that never lose their last key: without them there is no way out or to the others."""


@dataclass(frozen=True)
class Keymap:
    """Every command with the keys and names in force."""

    commands: tuple[Command, ...] = COMMANDS
    """The commands of the registry, in its order."""
    problems: tuple[str, ...] = ()
    """A sentence for each binding that is not followed, or that takes a command's last key."""
    notes: tuple[str, ...] = ()
    """A sentence for each command that has given up a key and has another one."""
    colours: ColourNames = field(default_factory=ColourNames)
    """What the reader calls the colours."""

    @cached_property
    def by_id(self) -> Mapping[str, Command]:
        """The commands by their ids."""
        return {command.id: command for command in self.commands}

    def shown(self, command_id: str) -> str:
        """The first key of a command as the reader sees it; without one, how else to run it."""
        command = self.by_id[command_id]
        if command.keys:
            return shown_keys(command.keys[0])
        return f"{shown_keys(self.by_id['desk.palette'].keys[0])} {command.label}"

    def dispatcher(self) -> Dispatcher:
        """A dispatcher for these keys."""
        return Dispatcher(self.commands)


DEFAULT_KEYMAP = Keymap()
"""The keys of the registry."""


def keymap_of(config: Config) -> Keymap:
    """The keys and names in force under the reader's settings."""
    keymap = make_keymap(config.keys) if config.keys else DEFAULT_KEYMAP
    if not config.colours.are_given:
        return keymap
    commands = tuple(_with_name(command, config.colours) for command in keymap.commands)
    return replace(keymap, commands=commands, colours=config.colours)


def _with_name(command: Command, colours: ColourNames) -> Command:
    colour = command.id.rpartition(".")[2]
    if colour not in COLOURS or colours.of(colour) == colour:
        return command
    return command._replace(label=f"{command.label} ({colours.of(colour)})")


def make_keymap(bindings: Mapping[str, tuple[str, ...]]) -> Keymap:
    """Put the reader's keys in the place of the registry's.

    Args:
        bindings: Key sequences by command id, as the reader wrote them.
    """
    problems: list[str] = []
    wanted = dict(_readable(bindings, problems))
    keys = {command.id: wanted.get(command.id, command.keys) for command in COMMANDS}
    claims = _Claims(problems)
    for command_id in KEPT:
        own = _kept(command_id, wanted, problems)
        keys[command_id] = claims.take(BY_ID[command_id], own, is_wanted=command_id in wanted)
    if not all(keys[command_id] for command_id in KEPT):
        problems.append(f"{_names(KEPT)} keep their own keys, or there would be no way out")
        claims = _Claims(problems)
        for command_id in KEPT:
            keys[command_id] = claims.take(BY_ID[command_id], BY_ID[command_id].keys)
    for command_id in wanted:
        if command_id not in KEPT:
            keys[command_id] = claims.take(BY_ID[command_id], keys[command_id], is_wanted=True)
    notes: list[str] = []
    for command in COMMANDS:
        if command.id in KEPT or keys[command.id] is wanted.get(command.id):
            continue
        if command.id not in wanted or (wanted[command.id] and not keys[command.id]):
            # Also a command none of whose new keys could be given has its own ones.
            keys[command.id] = claims.take(command, command.keys)
            lost = [k for k in command.keys if k not in keys[command.id]]
            if lost:
                where = notes if keys[command.id] else problems
                where.append(_lost(command, lost, keys))
    commands = tuple(command._replace(keys=keys[command.id]) for command in COMMANDS)
    return Keymap(commands, tuple(problems), tuple(notes))


class _Claims:
    """Which keys are taken, and by which command."""

    def __init__(self, problems: list[str]) -> None:
        self._taken: list[tuple[Mode, tuple[str, ...], Command]] = []
        self._problems = problems

    def take(
        self, command: Command, sequences: tuple[str, ...], *, is_wanted: bool = False
    ) -> tuple[str, ...]:
        """Take keys for a command; those that are not free are left out.

        Args:
            command: The command.
            sequences: Its keys.
            is_wanted: Whether the reader asked for them: then it is said why one is left out.
        """
        free = []
        for sequence in sequences:
            steps = tuple(sequence.split())
            other = self._in_the_way(command, steps)
            if other is None:
                free.append(sequence)
                self._taken += [(mode, steps, command) for mode in command.modes]
            elif is_wanted:
                self._problems.append(_clash(command, sequence, *other))
        return tuple(free)

    def _in_the_way(
        self, command: Command, steps: tuple[str, ...]
    ) -> tuple[Command, tuple[str, ...]] | None:
        """A command whose keys are the same, begin these, or begin with these, in one mode."""
        for mode, other, owner in self._taken:
            length = min(len(steps), len(other))
            if mode in command.modes and steps[:length] == other[:length]:
                return owner, other
        return None


def _names(command_ids: tuple[str, ...]) -> str:
    *most, last = [f"“{BY_ID[command_id].label}”" for command_id in command_ids]
    return f"{', '.join(most)} and {last}"


def _readable(
    bindings: Mapping[str, tuple[str, ...]], problems: list[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The bindings of known commands to keys that can be typed."""
    from tui.keys.names import KeyNameError, normal_keys

    for command_id, sequences in bindings.items():
        if command_id not in BY_ID:
            problems.append(f"keys.{command_id} names no command{is_ignored(command_id, BY_ID)}")
            continue
        good = []
        for sequence in sequences:
            try:
                good.append(_with_letter(BY_ID[command_id], normal_keys(sequence)))
            except KeyNameError as error:
                problems.append(f"keys.{command_id}: {error}; “{sequence}” is ignored")
        # With nothing left of what was asked for, the command keeps its own keys.
        if good or not sequences:
            yield command_id, tuple(dict.fromkeys(good))


def _with_letter(command: Command, keys: str) -> str:
    """Keys that end in any letter where the command must be told one, and nowhere else.

    Raises:
        KeyNameError: They stand for any letter, which this command has no use for.
    """
    from tui.keys.names import KeyNameError

    wanted = command.any_letter
    before, _, last = keys.rpartition(" ")
    is_range = last in (ANY_LETTER, ANY_UPPER_LETTER)
    if is_range and not wanted:
        raise KeyNameError(f"only a place takes any letter, “{command.label}” does not")
    if is_range:
        keys = before
    return f"{keys} {wanted}".strip() if wanted else keys


def _kept(
    command_id: str, wanted: Mapping[str, tuple[str, ...]], problems: list[str]
) -> tuple[str, ...]:
    """The keys of a command that must have one."""
    own = BY_ID[command_id].keys
    if wanted.get(command_id):
        return wanted[command_id]
    if command_id in wanted:
        problems.append(
            f"keys.{command_id}: “{BY_ID[command_id].label}” needs a key; "
            f"{shown_keys(own[0])} stays"
        )
        return own[:1]
    asked_for = {keys for sequences in wanted.values() for keys in sequences}
    return tuple(keys for keys in own if keys not in asked_for) or own[:1]


def _clash(command: Command, sequence: str, owner: Command, other: tuple[str, ...]) -> str:
    keys, others = shown_keys(sequence), shown_keys(" ".join(other))
    if owner is command:
        return f"keys.{command.id}: {keys} and {others} begin alike; only {others} works"
    if keys == others:
        how = "is already"
    elif len(sequence.split()) > len(other):
        how = f"can never be typed whole: {others} is"
    else:
        how = f"would hide {others}, which is"
    return f"keys.{command.id}: {keys} {how} “{owner.label}” ({owner.id}); it is ignored"


def _lost(command: Command, lost: list[str], keys: Mapping[str, tuple[str, ...]]) -> str:
    gone = " ".join(shown_keys(sequence) for sequence in lost)
    if keys[command.id]:
        rest = " ".join(shown_keys(sequence) for sequence in keys[command.id])
        return f"“{command.label}” ({command.id}) gives up {gone}; {rest} still runs it"
    return (
        f"“{command.label}” has lost its key {gone} to another command; "
        f"{shown_keys(keys['desk.palette'][0])} still runs it, keys.{command.id} gives it a new one"
    )
