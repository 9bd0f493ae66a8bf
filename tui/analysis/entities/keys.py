"""How names are compared, and the groups of names that mean one thing.

A key is a name without case, accents, dots, legal forms and honours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import normalize

from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.lexicons.title_words import COMPANY_SUFFIXES, POSTNOMINALS
from tui.analysis.results import EntityType
from tui.analysis.rules import MentionRule

Key = tuple[str, ...]
"""The words of a name as they are compared."""

_ACCENTS = re.compile("[\u0300-\u0302\u0308\u0327]")
"""Accents that English news writes or leaves out."""
_JOINT = re.compile(r"[\s-]+")
_MINOR = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "&", "-"})
_ENDINGS = frozenset(word.rstrip(".").lower() for word in COMPANY_SUFFIXES | POSTNOMINALS)
"""Legal forms of companies and honours of persons."""

GENERATIONS = frozenset({"Jr", "Sr", "Junior", "Senior", "II", "III", "IV", "jr", "sr", "2nd"})
"""What tells a son from his father behind their name, without dots."""
_FEWEST_LETTERS = 3
"""Letters of the shortest acronym that may skip words of its name."""
_LEGAL_FORMS = frozenset(word.rstrip(".") for word in COMPANY_SUFFIXES)


@dataclass(slots=True, eq=False)
class NameGroup:
    """Names that mean one thing; one without members has been taken over by another."""

    type: EntityType
    """Its type."""
    members: list[tuple[NameCandidate, MentionRule]] = field(default_factory=list)
    """Each name with the rule that brought it here."""
    keys: dict[Key, MentionRule] = field(default_factory=dict)
    """The spellings, the first one its own, each with the rule that joined it."""

    @property
    def key(self) -> Key:
        """The first spelling."""
        return next(iter(self.keys))

    def absorb(self, other: NameGroup, rule: MentionRule) -> None:
        """Take over the names of another group, which is empty afterwards."""
        self.members += [(candidate, rule) for candidate, _ in other.members]
        self.keys |= dict.fromkeys(other.keys, rule)
        other.members = []
        other.keys = {}


@lru_cache(maxsize=1 << 15)
def key_of(text: str) -> Key:
    """The words of a name as they are compared."""
    plain = _ACCENTS.sub("", normalize("NFD", text)) if not text.isascii() else text
    words = plain.replace("’", "'").replace(".", "").replace("-", " ").casefold().split()
    while len(words) > 1 and words[-1].strip(",") in _ENDINGS:
        words.pop()
    return tuple(word.strip(",") for word in words)


def amount_key(text: str) -> Key:
    """The words of an amount: unlike a name's with their dots, since $1.5 is not $15."""
    return tuple(text.casefold().split())


@lru_cache(maxsize=4096)
def has_legal_form(text: str) -> bool:
    """Whether a name ends like a company's: "Tarvo Corp", "Tarvo S.A."."""
    parts = text.split()
    return len(parts) > 1 and parts[-1].strip(",").replace(".", "") in _LEGAL_FORMS


def family_key(text: str) -> Key:
    """The last name of a person's name: "Patel-Jones" of "Ann Patel-Jones Jr."."""
    parts = text.split()
    while len(parts) > 1 and parts[-1].strip(",.") in GENERATIONS:
        parts.pop()
    return key_of(parts[-1].strip(","))


def content_words(key: Key) -> Key:
    """The key without "of", "the" and the like."""
    return tuple(word for word in key if word not in _MINOR)


def spells(key: Key, letters: str) -> bool:
    """Whether the initials of a name, with or without its minor words, are the letters."""
    initials = "".join(word[0] for word in key)
    content = "".join(word[0] for word in content_words(key))
    return len(content) > 1 and letters in (initials, content)


def abbreviates(key: Key, letters: str) -> bool:
    """Whether letters are initials of a name that pass over some of its words.

    Only where the text puts them in brackets behind the name: by chance they would fit
    too many.
    """
    if len(letters) < _FEWEST_LETTERS or len(content_words(key)) < _FEWEST_LETTERS:
        return False
    initials = iter("".join(word[0] for word in key))
    if letters[0] != key[0][0] or letters[-1] != key[-1][0]:
        return False
    return all(letter in initials for letter in letters)


def blends(key: Key, letters: str) -> bool:
    """Whether a word is put together of the beginnings of a name's words: "Ofcom"."""
    words = content_words(key)
    if not words or len(words) < 2 or len(letters) < _FEWEST_LETTERS:
        return False
    rest = {letters}
    for word in words:
        rest = {
            left[size:]
            for left in rest
            for size in range(1, min(len(left), len(word)) + 1)
            if left[:size] == word[:size]
        }
    return "" in rest


def of_type(groups: Iterable[NameGroup], *types: EntityType) -> list[NameGroup]:
    """The groups of some types that still have members."""
    return [group for group in groups if group.members and group.type in types]


def cuts_pair(group: NameGroup, number: int) -> bool:
    """Whether a hyphen stands before that word: "Acme" is a side of the "Acme-Zeta Council"."""
    for candidate, _ in group.members:
        joints = _JOINT.findall(candidate.text)
        if number <= len(joints) and "-" in joints[number - 1]:
            return True
    return False
