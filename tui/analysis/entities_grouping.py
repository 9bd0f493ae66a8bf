"""Which names mean the same: names of one spelling first, then short forms and acronyms.

Names are compared as keys: without case, dots and legal forms. Two keys are joined only
when one rule says so and no second owner competes; a wrong join is worse than two rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui.analysis.entities_evidence import CERTAIN, evidence
from tui.analysis.entities_names import AMOUNTS, Candidate
from tui.analysis.lexicons.places import ADJECTIVES, AMBIGUOUS, PLACE_NAMES
from tui.analysis.lexicons.titles import (
    COMPANY_SUFFIXES,
    ORG_NOUNS,
    PLACE_NOUNS,
    POSTNOMINALS,
)
from tui.analysis.results import EntityType

Key = tuple[str, ...]
Ballot = dict[EntityType, float]

_JOINT = re.compile(r"[\s-]+")
_MINOR = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "&", "-"})
_NAMED = frozenset({EntityType.ORG, EntityType.EVENT, EntityType.LAW, EntityType.PRODUCT})
_ENDINGS = frozenset(word.rstrip(".").lower() for word in COMPANY_SUFFIXES | POSTNOMINALS)
"""Legal forms of companies and honours of persons."""
_PLACE_KINDS = frozenset({"city", "county", "state", "province", "region", "island", "islands"})
_GENERIC = frozenset(noun.lower() for noun in ORG_NOUNS) | frozenset(
    {"new", "first", "national", "international", "united", "royal", "north", "south", "east"}
    | {"west", "central", "great", "general", "american", "european", "world", "global"}
)


@dataclass(slots=True, eq=False)
class Group:
    """Names that mean one thing."""

    type: EntityType
    """Its type."""
    members: list[tuple[Candidate, str]] = field(default_factory=list)
    """Each name with the rule that brought it here."""
    keys: dict[Key, str] = field(default_factory=dict)
    """The spellings, each with the rule that joined it."""

    def absorb(self, other: Group, rule: str) -> None:
        """Take over the names of another group."""
        self.members += [(candidate, rule) for candidate, _ in other.members]
        self.keys |= dict.fromkeys(other.keys, rule)


def key_of(text: str) -> Key:
    """The words of a name as they are compared."""
    words = text.replace("’", "'").replace(".", "").replace("-", " ").casefold().split()
    while len(words) > 1 and words[-1].strip(",") in _ENDINGS:
        words.pop()
    return tuple(word.strip(",") for word in words)


def group_names(candidates: Sequence[Candidate]) -> list[Group]:
    """Group the names of a text; amounts only with the same words."""
    settle_types(candidates)
    groups = _by_key(candidates)
    _join_places(groups)
    _join_persons(groups)
    _join_acronyms(groups)
    _join_short_forms(groups)
    return [group for group in groups if group.members]


def settle_types(candidates: Sequence[Candidate]) -> None:
    """Give one spelling one type: that of the best evidence, then that of most places."""
    votes: dict[Key, Ballot] = defaultdict(lambda: defaultdict(float))
    family_names: set[Key] = set()
    for candidate in candidates:
        if candidate.type in AMOUNTS or candidate.is_reference:
            continue
        key = key_of(candidate.text)
        ballot = votes[key]
        ballot[candidate.type] += CERTAIN if candidate.is_sure else 1.0
        for kind, weight in evidence(candidate):
            ballot[kind] += weight
        if candidate.type is EntityType.PERSON and candidate.role:
            votes[key][EntityType.PERSON] += 2
        if len(key) > 1 and _looks_like_organisation(candidate.text):
            votes[key][EntityType.ORG] += 3
        # "White House" and the like are organisations too: only against a person.
        if len(key) > 1 and candidate.type is EntityType.PERSON and _ends_as_place(candidate):
            votes[key][EntityType.PLACE] += 3
    for key, ballot in votes.items():
        if len(key) > 1 and _winner(ballot) is EntityType.PERSON:
            family_names.add(key[-1:])
    for candidate in candidates:
        if candidate.type in AMOUNTS or candidate.is_reference:
            continue
        key = key_of(candidate.text)
        if key in family_names:
            is_place = _is_known_place(candidate)
            candidate.type = EntityType.PLACE if is_place else EntityType.PERSON
        else:
            candidate.type = _winner(votes[key])


def _winner(ballot: Ballot) -> EntityType:
    return max(ballot, key=lambda kind: ballot[kind])


def _ends_as_place(candidate: Candidate) -> bool:
    return not candidate.role and candidate.text.split()[-1] in PLACE_NOUNS


def _is_known_place(candidate: Candidate) -> bool:
    """Whether a name that is also a person's last name is certainly the place."""
    if candidate.text not in AMBIGUOUS:
        return candidate.text in PLACE_NAMES
    before = candidate.paragraph.doc[candidate.start - 1] if candidate.start else None
    return before is not None and before.lower_ in ("the", "in", "from", "to")


def _looks_like_organisation(text: str) -> bool:
    words = text.split()
    if words[0] in PLACE_NAMES and words[0].isupper():
        return True
    return words[-1] in ORG_NOUNS or (words[0] in ORG_NOUNS and words[1] in ("of", "for"))


def _by_key(candidates: Iterable[Candidate]) -> list[Group]:
    groups: dict[tuple[EntityType, Key], Group] = {}
    for candidate in candidates:
        if candidate.is_reference:
            continue
        key = key_of(candidate.text) or (candidate.text,)
        group = groups.setdefault((candidate.type, key), Group(candidate.type))
        group.members.append((candidate, "same name"))
        group.keys[key] = "same name"
    return list(groups.values())


def _of_type(groups: Iterable[Group], *types: EntityType) -> list[Group]:
    return [group for group in groups if group.members and group.type in types]


def _key(group: Group) -> Key:
    return next(iter(group.keys))


def _join_places(groups: list[Group]) -> None:
    """Names of one country, and "New York" with "New York City"."""
    known: dict[str, Group] = {}
    by_key: dict[Key, Group] = {}
    for group in _of_type(groups, EntityType.PLACE):
        text = group.members[0][0].text
        place = PLACE_NAMES.get(text)
        if place is not None:
            other = known.setdefault(place.name, group)
            if other is not group:
                _absorb(other, group, "acronym" if text.isupper() else "short form")
        else:
            by_key[_key(group)] = group
    for key, group in by_key.items():
        if key[-1] in _PLACE_KINDS and key[:-1] in by_key:
            _absorb(group, by_key[key[:-1]], "short form")


def _absorb(target: Group, source: Group, rule: str) -> None:
    target.absorb(source, rule)
    source.members = []
    source.keys = {}


def _join_persons(groups: list[Group]) -> None:
    """Last names, first names and names without their initials with the one full name."""
    persons = sorted(_of_type(groups, EntityType.PERSON), key=lambda g: -len(_key(g)))
    full = [group for group in persons if len(_key(group)) > 1]
    for group in full:
        key = _key(group)
        owners = [
            other
            for other in full
            if other is not group and other.members and _is_fuller(_key(other), key)
        ]
        if group.members and len(owners) == 1:
            _absorb(owners[0], group, "short form")
    for group in persons:
        key = _key(group) if group.members else ()
        if len(key) != 1:
            continue
        alive = [other for other in full if other.members]
        owners = [o for o in alive if _key(o)[-1:] == key and not _cuts_pair(o, len(_key(o)) - 1)]
        rule = "last name"
        if not owners:
            owners = [o for o in alive if _key(o)[:1] == key and not _cuts_pair(o, 1)]
            rule = "first name"
        if len(owners) == 1:
            _absorb(owners[0], group, rule)
        elif owners and rule == "last name":
            _share_out(group, owners)


def _is_fuller(long: Key, short: Key) -> bool:
    """Whether the longer name is the shorter one with further given names or initials."""
    if len(long) <= len(short):
        return False
    return (long[0] == short[0] and long[-1] == short[-1]) or long[-len(short) :] == short


def _share_out(group: Group, owners: list[Group]) -> None:
    """Give each place of a shared last name to the one bearer it can mean."""
    kept = []
    holder: Group | None = None
    for candidate, rule in sorted(group.members, key=lambda member: member[0].span):
        fitting = [owner for owner in owners if _gender(owner) in (None, candidate.gender)]
        if candidate.gender is None:
            fitting = owners
        named = [owner for owner in fitting if _is_named_before(owner, candidate)]
        if len(named) == 1:
            owner = named[0]
        elif candidate.gender is None and holder is not None:
            # Who was called by the bare last name goes on to be: relatives get a first name.
            owner = holder
        else:
            kept.append((candidate, rule))
            continue
        owner.members.append((candidate, "last name"))
        if candidate.gender is None:
            holder = holder or owner
    group.members = kept


def _is_named_before(group: Group, candidate: Candidate) -> bool:
    return any(member.span < candidate.span for member, _ in group.members)


def _gender(group: Group) -> str | None:
    return next((c.gender for c, _ in group.members if c.gender), None)


def _join_acronyms(groups: list[Group]) -> None:
    """An acronym with the one long name that has its letters, in any case."""
    named = _of_type(groups, *_NAMED, EntityType.PLACE, EntityType.GROUP)
    for group in named:
        key = _key(group)
        if len(key) != 1 or not _may_be_acronym(group, key[0]):
            continue
        owners = [
            other
            for other in named
            if other.members and len(_key(other)) > 1 and spells(_key(other), key[0])
        ]
        if len(owners) == 1 and (len(key[0]) > 2 or _is_defined(owners[0], group)):
            _absorb(owners[0], group, "acronym")


def _may_be_acronym(group: Group, word: str) -> bool:
    """Whether one word looks like initials: capitals, or a pronounced acronym ("Unesco")."""
    if not 2 <= len(word) <= 8 or not word.isalnum():
        return False
    surfaces = {candidate.text for candidate, _ in group.members}
    return any(s.replace(".", "").isupper() for s in surfaces) or len(word) <= 6


def content_words(key: Key) -> Key:
    """The key without "of", "the" and the like."""
    return tuple(word for word in key if word not in _MINOR)


def spells(key: Key, letters: str) -> bool:
    """Whether the initials of a name, with or without its minor words, are the letters."""
    initials = "".join(word[0] for word in key)
    content = "".join(word[0] for word in content_words(key))
    return len(content) > 1 and letters in (initials, content)


def _is_defined(long: Group, short: Group) -> bool:
    """Whether the text itself puts the acronym in brackets behind the name."""
    ends = {(id(c.paragraph), c.end) for c, _ in long.members}
    return any(
        c.start > 0
        and c.paragraph.doc[c.start - 1].text == "("
        and (id(c.paragraph), c.start - 1) in ends
        for c, _ in short.members
    )


def _cuts_pair(group: Group, number: int) -> bool:
    """Whether a hyphen stands before that word: "Acme" is a side of the "Acme-Zeta Council"."""
    for candidate, _ in group.members:
        joints = _JOINT.findall(candidate.text)
        if number <= len(joints) and "-" in joints[number - 1]:
            return True
    return False


def _join_short_forms(groups: list[Group]) -> None:
    """The beginning of an organisation's name, or its last words, with the one full name."""
    organisations = sorted(_of_type(groups, EntityType.ORG), key=lambda g: len(_key(g)))
    for group in organisations:
        key = _key(group)
        text = group.members[0][0].text
        if text in PLACE_NAMES or text in ADJECTIVES or text in AMBIGUOUS:
            continue
        longer = [g for g in organisations if g.members and len(_key(g)) > len(key)]
        owners = [
            g
            for g in longer
            if _key(g)[: len(key)] == key and key[0] not in _GENERIC and not _cuts_pair(g, len(key))
        ]
        if not owners:
            owners = [
                g
                for g in longer
                if _key(g)[-len(key) :] == key
                and (len(key) > 1 or key[0] in _GENERIC)
                and not _cuts_pair(g, len(_key(g)) - len(key))
            ]
        if len(owners) == 1:
            _absorb(owners[0], group, "short form")
