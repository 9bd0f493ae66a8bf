"""Which names mean the same organisation: acronyms, short forms, and names everybody knows."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import chain

from tui.analysis.entities.keys import (
    Key,
    NameGroup,
    abbreviates,
    blends,
    content_words,
    cuts_pair,
    has_legal_form,
    key_of,
    of_type,
)
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.lexicons.body_nouns import BODIES
from tui.analysis.lexicons.city_names import CITIES, REGIONS
from tui.analysis.lexicons.countries import ADJECTIVES, AMBIGUOUS, PLACE_NAMES
from tui.analysis.lexicons.seats import CAPITALS
from tui.analysis.lexicons.title_words import ORG_NOUNS
from tui.analysis.results import AMOUNTS, EntityType
from tui.analysis.rules import MentionRule

_NAMED = frozenset({EntityType.ORG, EntityType.EVENT, EntityType.LAW, EntityType.PRODUCT})
_GENERIC = frozenset(noun.lower() for noun in ORG_NOUNS) | frozenset(
    {"new", "first", "national", "international", "united", "royal", "north", "south", "east"}
    | {"open", "cup", "games", "festival", "tournament", "championship", "championships", "act"}
    | {"bill", "treaty", "protocol", "amendment", "constitution", "convention", "summit"}
    | {"west", "central", "great", "general", "american", "european", "world", "global"}
)

_CALLED_AFTER = frozenset(
    {"church", "order", "brotherhood", "society", "temple", "league", "movement", "party"}
    | {"ministry", "department", "college", "university", "institute", "academy"}
)
"""Bodies that are called after what they are for: "Justice" for "the Department of Justice"."""

_WHOLE = frozenset({"university", "college", "council", "ministry", "party", "union", "school"})
"""Last words of names that are not short for longer ones."""
_FEW = 2
"""Words of names that differ by a small word and may be two: "Bank of Tarvo", "Tarvo Bank"."""
_LONGEST_SHORT = 30
"""Words of the longest name that another one is short for."""
_MOST_OWNERS = 100
"""Longer names looked through for a short one: where a text has more, it means none of them."""
_Place = tuple[int, int]
"""A token: the identity of its paragraph and its number there."""
_KNOWN_PLACES = {key_of(name) for name in chain(PLACE_NAMES, CAPITALS, CITIES, REGIONS)}


def join_bodies(groups: Sequence[NameGroup]) -> None:
    """The names of one organisation: "Nato" and "North Atlantic Treaty Organization".

    Those everybody knows, and those that differ by "and" and the like alone.
    """
    known: dict[str, NameGroup] = {}
    for group in sorted(of_type(groups, EntityType.ORG), key=lambda g: _size(g.key)):
        words = content_words(group.key)
        # "Economic Social Council" and "Economic and Social Council"
        spelling = " ".join(words) if len(words) > _FEW else None
        body = BODIES.get(" ".join(group.key), spelling)
        if body is not None:
            owner = known.setdefault(body, group)
            if owner is not group:
                owner.absorb(
                    group,
                    MentionRule.ACRONYM if len(group.key) == 1 else MentionRule.SAME_ORGANISATION,
                )


def _size(key: Key) -> tuple[int, int]:
    """Longer names first: "Manchester United" before "Man Utd"."""
    return -len(key), -sum(map(len, key))


def join_teams(groups: Sequence[NameGroup]) -> None:
    """A nickname with the one name that has a place before it: "Harriers", "Leeds Harriers"."""
    places = {key for group in of_type(groups, EntityType.PLACE) for key in group.keys}
    places |= _KNOWN_PLACES
    owners: dict[Key, list[NameGroup]] = {}
    for group in of_type(groups, EntityType.ORG):
        for key in group.keys:
            for cut in range(1, len(key)):
                if key[:cut] in places and key[cut] not in _GENERIC:
                    owners.setdefault(key[cut:], []).append(group)
    for group in list(groups):
        if group.type in AMOUNTS:
            continue
        is_acronym = all(candidate.text.isupper() for candidate, _ in group.members)
        # "London NATO" is no team: the acronym is the name of the whole.
        bearers = owners.get(group.key, []) if group.members and not is_acronym else []
        if len(bearers) == 1 and bearers[0] is not group and bearers[0].members:
            bearers[0].absorb(group, MentionRule.SHORT_FORM)


def join_acronyms(groups: list[NameGroup]) -> None:
    """An acronym with the one long name that has its letters, in any case."""
    named = of_type(groups, *_NAMED, EntityType.PLACE, EntityType.GROUP)
    by_letters = _by_letters(named)
    brackets = _Brackets(named)
    for group in named:
        key = group.key
        if len(key) != 1 or not _may_be_acronym(group, key[0]):
            continue
        owners = by_letters.get(key[0]) or [
            other
            for other in brackets.beside(group)
            if abbreviates(other.key, key[0])
            or blends(other.key, key[0])
            or _translates(other.key, key[0])
        ]
        if len(owners) == 1 and (len(key[0]) > 2 or owners[0] in brackets.beside(group)):
            brackets.move(group, owners[0])
            owners[0].absorb(group, MentionRule.ACRONYM)


def _by_letters(named: Sequence[NameGroup]) -> dict[str, list[NameGroup]]:
    """The names of several words by the letters that spell them."""
    found: dict[str, list[NameGroup]] = {}
    for group in named:
        key = group.key
        content = content_words(key)
        if len(key) > 1 and len(content) > 1:
            for letters in {"".join(word[0] for word in words) for words in (key, content)}:
                found.setdefault(letters, []).append(group)
    return found


def _may_be_acronym(group: NameGroup, word: str) -> bool:
    """Whether one word looks like initials: capitals, or a pronounced acronym ("Unesco")."""
    if not 2 <= len(word) <= 8 or not word.replace("&", "").isalnum():
        return False
    surfaces = {candidate.text for candidate, _ in group.members}
    return any(s.replace(".", "").isupper() for s in surfaces) or len(word) <= 6


def _translates(key: Key, letters: str) -> bool:
    """Whether letters are those of the name in another language: as many, from and to the same."""
    words = content_words(key)
    ends = words[0][0] == letters[0] and words[-1][0] == letters[-1] if words else False
    return ends and len(words) == len(letters) > 2


class _Brackets:
    """Which names the text puts in brackets behind which others."""

    def __init__(self, named: Sequence[NameGroup]) -> None:
        self._ends: dict[_Place, NameGroup] = {}
        """What name ends at a place."""
        self._openings: dict[_Place, NameGroup] = {}
        """What name stands in brackets that open at a place."""
        for group in named:
            self._note(group, group)

    def beside(self, group: NameGroup) -> list[NameGroup]:
        """The names in brackets behind one, and those behind which it stands in brackets."""
        found: dict[int, NameGroup] = {}
        for name, _ in group.members:
            opening = _opening(name)
            behind = self._ends.get(opening) if opening is not None else None
            inside = self._openings.get((id(name.paragraph), name.end))
            found |= {id(other): other for other in (behind, inside) if other is not None}
        found.pop(id(group), None)
        return list(found.values())

    def move(self, group: NameGroup, owner: NameGroup) -> None:
        """Note that the places of one name are another one's from now on."""
        self._note(group, owner)

    def _note(self, group: NameGroup, owner: NameGroup) -> None:
        for name, _ in group.members:
            self._ends[id(name.paragraph), name.end] = owner
            opening = _opening(name)
            if opening is not None:
                self._openings[opening] = owner


def _opening(name: NameCandidate) -> _Place | None:
    """Where the bracket stands that opens right before a name, or before its "the"."""
    i = name.start - 1
    if i > 0 and name.paragraph.words[i].lower() == "the":
        i -= 1
    return (id(name.paragraph), i) if i > 0 and name.paragraph.words[i] == "(" else None


def join_short_forms(groups: list[NameGroup]) -> None:
    """The beginning of an organisation's name, or its last words, with the one full name.

    Events and laws are called by the same: "the Open", "the Act", "Sundance".
    """
    for kind in (EntityType.ORG, EntityType.EVENT, EntityType.LAW):
        _join_short_forms(sorted(of_type(groups, kind), key=lambda g: len(g.key)))


def _join_short_forms(named: Sequence[NameGroup]) -> None:
    longer = _LongerNames(named)
    for group in named:
        key = group.key
        text = group.members[0][0].text
        if text in PLACE_NAMES or text in ADJECTIVES or text in AMBIGUOUS:
            continue
        # What everybody knows is not called after its parts: "Apple" and "Apple Insider".
        is_known = key[0] in BODIES and len(key) == 1
        owners: list[NameGroup] = []
        for found in (longer.beginning(key), longer.ending(key), longer.called_after(key)):
            owners = [g for g in found if not is_known or has_legal_form(g.members[0][0].text)]
            if owners:
                break
        if len(owners) == 1:
            owners[0].absorb(group, MentionRule.SHORT_FORM)


class _LongerNames:
    """The names of bodies by what they may be called in short."""

    def __init__(self, named: Sequence[NameGroup]) -> None:
        self._starts: dict[Key, list[NameGroup]] = {}
        self._ends: dict[Key, list[NameGroup]] = {}
        self._causes: dict[Key, list[NameGroup]] = {}
        known = {group.key for group in named}
        for group in named:
            key = group.key
            for cut in range(1, min(len(key), _LONGEST_SHORT + 1)):
                self._note(self._starts, key[:cut], group, known)
                self._note(self._ends, key[-cut:], group, known)
            if len(key) > 2 and key[1] in ("of", "for") and key[:1] != key[-1:]:
                self._note(self._ends, key[:1], group, known)  # "Bank of ..." for "the Bank"
            if len(key) > 2 and key[1] == "of" and key[0] in _CALLED_AFTER:
                self._note(self._causes, key[2:], group, known)

    def beginning(self, key: Key) -> list[NameGroup]:
        """The names that begin with a name."""
        # "Oxford University" is whole: its "Library Services" are a part of it.
        if key[0] in _GENERIC or (len(key) > 1 and key[-1] in _WHOLE):
            return []
        return [g for g in self._starts.get(key, ()) if not cuts_pair(g, len(key))]

    def ending(self, key: Key) -> list[NameGroup]:
        """The names that end with a name, or begin with that noun and "of"."""
        is_telling = len(key) > 1 or key[0] in _GENERIC
        return [
            g
            for g in self._ends.get(key, ())
            if (is_telling or _GENERIC.issuperset(g.key[:-1]))
            and not cuts_pair(g, len(g.key) - len(key))
        ]

    def called_after(self, key: Key) -> list[NameGroup]:
        """The bodies with their name from what another name says: "Church of Aluna", "Aluna"."""
        return [] if key in _KNOWN_PLACES else self._causes.get(key, [])

    def _note(
        self, found: dict[Key, list[NameGroup]], key: Key, group: NameGroup, known: Set[Key]
    ) -> None:
        """Note a longer name, unless nobody asks for the short one or too many have it."""
        if key in known and len(entries := found.setdefault(key, [])) < _MOST_OWNERS:
            entries.append(group)
