"""Which names mean the same: names of one spelling first, then short forms and acronyms.

Two spellings are joined only when one rule says so and no second owner competes; a wrong
join is worse than two rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.analysis.entities.bodies import join_acronyms, join_bodies, join_short_forms, join_teams
from tui.analysis.entities.keys import Key, NameGroup, amount_key, key_of, of_type
from tui.analysis.entities.nicknames import nickname_key
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.entities.people import crown, join_aliases, join_persons
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.entities.types import settle_types
from tui.analysis.lexicons.city_names import STATE_LETTERS
from tui.analysis.lexicons.countries import PLACE_NAMES
from tui.analysis.results import AMOUNTS, EntityType
from tui.analysis.rules import MentionRule

_HALVES = frozenset({"north", "south", "east", "west"})
_PARTED = frozenset({"korea", "sudan", "germany", "vietnam", "yemen"})
"""Countries whose halves are called by their side alone."""
_STATES = frozenset({"state", "province", "county", "region", "republic", "kingdom", "island"})
"""What is set before the name of a place without changing what it means: "State of Texas"."""
_PLACE_KINDS = frozenset({"city", "county", "state", "province", "region", "island", "islands"})


def group_names(candidates: Sequence[NameCandidate]) -> list[NameGroup]:
    """Group the names of a text; amounts only with the same words."""
    settle_types(candidates)
    groups = _by_key(candidates)
    _join_places(groups)
    _join_members(groups)
    join_aliases(groups)
    join_persons(groups)
    join_bodies(groups)
    join_acronyms(groups)
    join_short_forms(groups)
    join_teams(groups)
    return [group for group in groups if group.members]


def _by_key(candidates: Iterable[NameCandidate]) -> list[NameGroup]:
    groups: dict[tuple[EntityType, Key, str], NameGroup] = {}
    holders: dict[Key, str] = {}
    for candidate in candidates:
        if candidate.is_reference:
            continue
        is_amount = candidate.type in AMOUNTS
        key = amount_key(candidate.text) if is_amount else key_of(candidate.text)
        key = key or (candidate.text,)
        holder = ""
        if candidate.type is EntityType.PERSON and len(key) == 1:
            # "Prince Salman" and "King Salman" are two; the bare name is the last one's.
            holder = holders[key] = crown(candidate) or holders.get(key, "")
        group = groups.setdefault((candidate.type, key, holder), NameGroup(candidate.type))
        group.members.append((candidate, MentionRule.SAME_NAME))
        group.keys[key] = MentionRule.SAME_NAME
        if nickname := nickname_key(candidate):
            group.keys[nickname] = MentionRule.ALSO_KNOWN_AS
    return list(groups.values())


def _is_city(key: Key) -> bool:
    """Whether a name without its last word is a known place: "Tampa" is not "Tampa Bay"."""
    return known_type(" ".join(key).title()) is not None


def _join_members(groups: list[NameGroup]) -> None:
    """One of a group with the group: "a Tarvan" and "Tarvans", "Tory" and "Tories"."""
    members = of_type(groups, EntityType.GROUP)
    # A party is an organisation: "Lib Dem" goes with the "Lib Dems".
    by_key = {group.key: group for group in (*of_type(groups, EntityType.ORG), *members)}
    for group in members:
        key = group.key
        last = key[-1]
        plurals = (f"{last}s", f"{last[:-1]}ies") if last.endswith("y") else (f"{last}s",)
        for plural in plurals:
            owner = by_key.get((*key[:-1], plural))
            if owner is not None and owner.members and owner is not group:
                owner.absorb(group, MentionRule.SHORT_FORM)
                break


def _join_places(groups: list[NameGroup]) -> None:
    """Names of one country, and "New York" with "New York City"."""
    known: dict[str, NameGroup] = {}
    by_key: dict[Key, NameGroup] = {}
    for group in of_type(groups, EntityType.PLACE):
        text = group.members[0][0].text
        place = PLACE_NAMES.get(text)
        if place is not None:
            other = known.setdefault(place.name, group)
            if other is not group:
                other.absorb(
                    group, MentionRule.ACRONYM if text.isupper() else MentionRule.SHORT_FORM
                )
        else:
            by_key[group.key] = group
    for group in of_type(groups, EntityType.PLACE):
        if len(group.key) == 1 and group.key[0] in _HALVES:
            # "The North" is Korea's only where the text names that half of a parted country.
            owners = [
                other
                for other in of_type(groups, EntityType.PLACE)
                if len(other.key) > 1 and other.key[0] in group.key and other.key[-1] in _PARTED
            ]
            if len(owners) == 1:
                owners[0].absorb(group, MentionRule.SHORT_FORM)
    for key, group in by_key.items():
        if not group.members:
            continue
        state = STATE_LETTERS.get(group.members[0][0].text.removesuffix("."))
        whole = by_key.get(key_of(state)) if state else None
        if whole is not None and whole.members:
            whole.absorb(group, MentionRule.ACRONYM)
            continue
        is_kind = key[-1] in _PLACE_KINDS or (key[-1] == "bay" and not _is_city(key[:-1]))
        plain = key[:-1] if is_kind else ()
        if len(key) > 2 and key[0] in _STATES and key[1] == "of":
            plain = key[2:]
        owner = by_key.get(plain)
        if owner is not None and owner.members:
            group.absorb(owner, MentionRule.SHORT_FORM)
