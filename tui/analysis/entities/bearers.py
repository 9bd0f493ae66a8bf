"""The persons of a text by the parts of their names, so that nobody is compared with everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tui.analysis.entities.keys import GENERATIONS, Key, NameGroup

_GENERATIONS = frozenset(word.lower() for word in GENERATIONS)
MOST_BEARERS = 100
"""Persons of one first or last name among whom the one meant is looked for, those with the
longest names first: where a text has more of them, the bare name tells nobody apart."""


def without_seat(key: Key) -> Key:
    """A name without what stands behind it: "Ann Lee of Tarn", "Ann Lee Jr."."""
    key = key[: key.index("of")] if "of" in key[2:] else key
    while len(key) > 1 and key[-1] in _GENERATIONS:
        key = key[:-1]
    return key


class FullerNames:
    """Which person's name is another one's with further given names or initials."""

    def __init__(self, full: Sequence[NameGroup]) -> None:
        """Index the names of several words."""
        self._same: dict[Key, list[NameGroup]] = {}
        self._ends: dict[Key, list[NameGroup]] = {}
        self._suffixes: dict[Key, list[NameGroup]] = {}
        known = {group.key for group in full}
        for group in full:
            key = without_seat(group.key)
            if key != group.key:
                _note(self._same, key, group)
            if len(key) > 2:
                _note(self._ends, (key[0], key[-1]), group)
            for start in range(1, len(key) - 1):
                if key[start:] in known:
                    _note(self._suffixes, key[start:], group)

    def only_one(self, group: NameGroup) -> NameGroup | None:
        """The one other person with a fuller form of a name; `None` if there are several."""
        found: NameGroup | None = None
        for other in self._fuller(group.key):
            if other is group or not other.members or other is found:
                continue
            if found is not None:
                return None
            found = other
        return found

    def _fuller(self, key: Key) -> Iterator[NameGroup]:
        yield from self._same.get(key, ())
        for other in self._ends.get((key[0], key[-1]), ()):
            if other.members and len(without_seat(other.key)) > len(key):
                yield other
        yield from self._suffixes.get(key, ())


class Bearers:
    """Persons with a full name by their first and their last name."""

    def __init__(self, full: Iterable[NameGroup]) -> None:
        """Index every spelling of each."""
        self._first: dict[str, list[NameGroup]] = {}
        self._last: dict[str, list[NameGroup]] = {}
        for group in full:
            self.add(group, *group.keys)

    def add(self, group: NameGroup, *keys: Key) -> None:
        """Note that a person is also spelled so."""
        for key in keys:
            _note(self._first, key[0], group)
            # "Of Ann of Tarn" has nothing before its seat.
            for word in without_seat(key)[-1:] if len(key) > 1 else ():
                _note(self._last, word, group)

    def of_first(self, word: str) -> Sequence[NameGroup]:
        """Who has a first name."""
        return self._first.get(word, ())

    def of_last(self, word: str) -> Sequence[NameGroup]:
        """Who has a last name."""
        return self._last.get(word, ())


def _note(found: dict[Any, list[NameGroup]], key: Key | str, group: NameGroup) -> None:
    bearers = found.setdefault(key, [])
    if len(bearers) < MOST_BEARERS and not any(bearer is group for bearer in bearers):
        bearers.append(group)
