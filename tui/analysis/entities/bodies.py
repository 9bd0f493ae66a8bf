"""Which names mean the same organisation: acronyms, short forms, and names everybody knows."""

from __future__ import annotations

from collections.abc import Sequence
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
    spells,
)
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
    for group in named:
        key = group.key
        if len(key) != 1 or not _may_be_acronym(group, key[0]):
            continue
        owners = [
            other
            for other in named
            if other.members and len(other.key) > 1 and spells(other.key, key[0])
        ] or [
            other
            for other in named
            if other.members
            and (
                abbreviates(other.key, key[0])
                or blends(other.key, key[0])
                or _translates(other.key, key[0])
            )
            and _is_defined(other, group)
        ]
        if len(owners) == 1 and (len(key[0]) > 2 or _is_defined(owners[0], group)):
            owners[0].absorb(group, MentionRule.ACRONYM)


def _may_be_acronym(group: NameGroup, word: str) -> bool:
    """Whether one word looks like initials: capitals, or a pronounced acronym ("Unesco")."""
    if not 2 <= len(word) <= 8 or not word.replace("&", "").isalnum():
        return False
    surfaces = {candidate.text for candidate, _ in group.members}
    return any(s.replace(".", "").isupper() for s in surfaces) or len(word) <= 6


def _is_defined(long: NameGroup, short: NameGroup) -> bool:
    """Whether the text puts the acronym in brackets behind the name, or the name behind it."""
    return _is_bracketed(long, short) or _is_bracketed(short, long)


def _translates(key: Key, letters: str) -> bool:
    """Whether letters are those of the name in another language: as many, from and to the same."""
    words = content_words(key)
    ends = words[0][0] == letters[0] and words[-1][0] == letters[-1] if words else False
    return ends and len(words) == len(letters) > 2


def _is_bracketed(outer: NameGroup, inner: NameGroup) -> bool:
    ends = {(id(c.paragraph), c.end) for c, _ in outer.members}
    for name, _ in inner.members:
        i = name.start - 1
        if i > 0 and name.paragraph.words[i].lower() == "the":
            i -= 1
        if i > 0 and name.paragraph.words[i] == "(" and (id(name.paragraph), i) in ends:
            return True
    return False


def join_short_forms(groups: list[NameGroup]) -> None:
    """The beginning of an organisation's name, or its last words, with the one full name.

    Events and laws are called by the same: "the Open", "the Act", "Sundance".
    """
    for kind in (EntityType.ORG, EntityType.EVENT, EntityType.LAW):
        _join_short_forms(sorted(of_type(groups, kind), key=lambda g: len(g.key)))


def _join_short_forms(named: Sequence[NameGroup]) -> None:
    for group in named:
        key = group.key
        text = group.members[0][0].text
        if text in PLACE_NAMES or text in ADJECTIVES or text in AMBIGUOUS:
            continue
        longer = [g for g in named if g.members and len(g.key) > len(key)]
        if key[0] in BODIES and len(key) == 1:
            # What everybody knows is not called after its parts: "Apple" and "Apple Insider".
            longer = [g for g in longer if has_legal_form(g.members[0][0].text)]
        owners = [
            g
            for g in longer
            if g.key[: len(key)] == key
            and key[0] not in _GENERIC
            and not cuts_pair(g, len(key))
            # "Oxford University" is whole: its "Library Services" are a part of it.
            and not (len(key) > 1 and key[-1] in _WHOLE)
        ]
        if not owners:
            owners = [
                g
                for g in longer
                if (g.key[-len(key) :] == key or _is_headed(g.key, key))
                and (len(key) > 1 or key[0] in _GENERIC or _GENERIC.issuperset(g.key[:-1]))
                and not cuts_pair(g, len(g.key) - len(key))
            ]
        owners = owners or [g for g in longer if _is_called_after(g.key, key)]
        if len(owners) == 1:
            owners[0].absorb(group, MentionRule.SHORT_FORM)


def _is_called_after(key: Key, cause: Key) -> bool:
    """Whether a body has its name from what another name says: "Church of Aluna", "Aluna"."""
    return key[0] in _CALLED_AFTER and key[1:] == ("of", *cause) and cause not in _KNOWN_PLACES


def _is_headed(key: Key, noun: Key) -> bool:
    """Whether a name begins with a noun and "of": "Bank of ..." for "the Bank"."""
    return noun == key[:1] and len(key) > 2 and key[1] in ("of", "for")
