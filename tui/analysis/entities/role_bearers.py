"""Who bears which role in a text, asked for by the words of a phrase."""

from __future__ import annotations

from collections.abc import Iterable, Set

from tui.analysis.entities.keys import Key, NameGroup, key_of
from tui.analysis.lexicons import words
from tui.analysis.results import EntityType

HEADS = words(
    """
    head leader chief boss chairman chairwoman director president governor secretary-general
    director-general chancellor premier ceo executive
    """
)
"""Offices that a body has one of, as the last word of a title."""
_NOT_HEADS = frozenset({"deputy", "vice", "former"})
_MOST = 200
"""Roles looked through for one phrase: a text with more people of one office means none of them
by it."""


class BearersOfRoles:
    """The persons of a text by the words of their roles."""

    def __init__(self, groups: Iterable[NameGroup], bodies: Iterable[NameGroup]) -> None:
        """Read the roles of all persons, and how the bodies are spelled that have a kind."""
        self._by_word: dict[str, list[tuple[NameGroup, Key]]] = {}
        self._heads: dict[str, list[tuple[NameGroup, str]]] = {}
        """The persons who lead a body, by each word of their role, with the role."""
        self._bodies: dict[Key, NameGroup] = {}
        self._known: dict[Key, NameGroup | None] = {}
        self.are_any = False
        """Whether the text gives anybody a role."""
        for body in bodies:
            self._bodies |= dict.fromkeys(body.keys, body)
        for group in groups:
            if group.type is EntityType.PERSON:
                for role in {c.role: None for c, _ in group.members if c.role}:
                    self._add(group, role)

    def bearer(self, phrase: Key) -> NameGroup | None:
        """The one person whose office the words of a phrase are; `None` if there are others."""
        if phrase not in self._known:
            self._known[phrase] = self._find(phrase)
        return self._known[phrase]

    def spellings(self, key: Key) -> set[Key]:
        """How the body with one spelling is spelled."""
        group = self._bodies.get(key)
        return {key} if group is None else {key, *group.keys}

    def head(self, keys: Set[Key]) -> NameGroup | None:
        """The one person who leads a body with these spellings: "Nato secretary-general"."""
        found: dict[int, NameGroup] = {}
        for key in keys:
            wanted = f" {' '.join(key)} "
            for group, role in self._heads.get(key[0], ()) if key else ():
                if wanted in role:
                    found[id(group)] = group
        return next(iter(found.values())) if len(found) == 1 else None

    def _add(self, group: NameGroup, role: str) -> None:
        self.are_any = True
        role_words = _role_words(role)
        for word in set(role_words):
            bearers = self._by_word.setdefault(word, [])
            if len(bearers) < _MOST:
                bearers.append((group, role_words))
        if role_words and role_words[-1] in HEADS and _NOT_HEADS.isdisjoint(role_words):
            key = key_of(role)
            for word in set(key):
                heads = self._heads.setdefault(word, [])
                if len(heads) < _MOST:
                    heads.append((group, f" {' '.join(key)} "))

    def _find(self, phrase: Key) -> NameGroup | None:
        head, asked = phrase[-1], set(phrase)
        rarest = min(phrase, key=lambda word: len(self._by_word.get(word, ())))
        fitting = {
            id(group): group
            for group, role in self._by_word.get(rarest, ())
            if role[-1] == head and asked <= set(role)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None


def _role_words(role: str) -> Key:
    """The words of a role up to its office: of "leader of the party" only "leader"."""
    head = role.lower().split(" of ")[0].split(" for ")[0].split(" at ")[0]
    return tuple(head.replace(" - ", "-").split())
