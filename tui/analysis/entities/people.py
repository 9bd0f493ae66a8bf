"""Which names mean the same person."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.entities.antecedents import ToldGender
from tui.analysis.entities.bearers import Bearers, FullerNames, without_seat
from tui.analysis.entities.keys import NameGroup, cuts_pair, of_type
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.lexicons import words
from tui.analysis.results import EntityType
from tui.analysis.rules import MentionRule

_ALIAS = words("aka a.k.a. alias née nee")
"""What stands before another name of the same bearer, alone or as "known as"."""
_PSEUDONYM = words("pseudonym nickname her his its the stage pen name")
"""What may stand between "known by" and the other name."""
_LINKS = words(
    """
    , ( known as better also formerly commonly professionally widely popularly usually simply
    is was and who by her his its the pseudonym stage pen name nickname
    """
)
"""What may stand between a name and "known as", beside anything in brackets."""
_CROWNS = words("king queen prince princess pope emperor empress sultan emir tsar czar saint duke")
"""Titles whose bearers have no last name."""
_LONGEST_LINK = 25
"""Tokens between two names of one bearer at most."""


def join_persons(groups: list[NameGroup]) -> None:
    """Last names, first names and names without their initials with the one full name."""
    persons = sorted(of_type(groups, EntityType.PERSON), key=lambda g: -len(g.key))
    full = [group for group in persons if len(group.key) > 1]
    fuller = FullerNames(full)
    for group in full:
        owner = fuller.only_one(group)
        if owner is not None:
            owner.absorb(group, MentionRule.SHORT_FORM)
    bearers = Bearers(group for group in full if group.members)
    for group in persons:
        key = group.key if group.members else ()
        if len(key) != 1:
            continue
        owners = [
            o
            for o in bearers.of_last(key[0])
            if without_seat(o.key)[-1:] != key or not cuts_pair(o, len(without_seat(o.key)) - 1)
        ]
        rule = MentionRule.LAST_NAME
        if not owners:
            owners = [o for o in bearers.of_first(key[0]) if not cuts_pair(o, 1)]
            owners = [o for o in owners if _reigns(o) or not _reigns(group)]
            rule = MentionRule.FIRST_NAME
        if len(owners) == 1:
            bearers.add(owners[0], *group.keys)
            owners[0].absorb(group, rule)
        elif owners:
            _share_out(group, owners, rule)


def crown(candidate: NameCandidate) -> str | None:
    """The title of a crown or a see that stands with a name: "king" of "King Salman"."""
    parts = candidate.role.lower().split() if candidate.role else []
    return next((part for part in reversed(parts) if part in _CROWNS), None)


def _reigns(group: NameGroup) -> bool:
    """Whether a person is called by the first name alone for a crown or a see."""
    return any(crown(candidate) is not None for candidate, _ in group.members)


def _share_out(group: NameGroup, owners: list[NameGroup], shared: MentionRule) -> None:
    """Give each place of a shared last or first name to the one bearer it can mean."""
    kept = []
    holder: NameGroup | None = None
    told = {id(owner): ToldGender(owner) for owner in owners}
    first = {id(owner): min(member.span for member, _ in owner.members) for owner in owners}
    for candidate, rule in sorted(group.members, key=lambda member: member[0].span):
        gender, place = candidate.gender, candidate.span
        named = [
            owner
            for owner in owners
            if first[id(owner)] < place
            and (gender is None or told[id(owner)].gender in (None, gender))
        ]
        if len(named) == 1:
            owner = named[0]
        elif gender is None and holder is not None:
            # Who was called by the bare name goes on to be: the others get more of theirs.
            owner = holder
        else:
            kept.append((candidate, rule))
            continue
        owner.members.append((candidate, shared))
        told[id(owner)].add(candidate)
        if gender is None:
            holder = holder or owner
    group.members = kept


def join_aliases(groups: Sequence[NameGroup]) -> None:
    """Persons and organisations with the name the text says they also bear.

    "Jana Novak (born 3 May 1961), better known as Lola Star": nothing but brackets,
    linking words and "known as" may stand between the two names.
    """
    owners = {
        (id(candidate.paragraph), candidate.end): group
        for group in of_type(groups, EntityType.PERSON, EntityType.ORG)
        for candidate, _ in group.members
    }
    for group in of_type(groups, EntityType.PERSON, EntityType.ORG):
        for candidate, _ in group.members:
            end = _before_alias(candidate)
            owner = owners.get((id(candidate.paragraph), end))
            if owner is not None and owner is not group and owner.type is group.type:
                for member, _ in group.members:
                    owners[id(member.paragraph), member.end] = owner
                owner.absorb(group, MentionRule.ALSO_KNOWN_AS)
                break


def _before_alias(candidate: NameCandidate) -> int:
    """Where a name ends that the text gives as the other name of the candidate; -1 if none."""
    doc, i = candidate.paragraph.doc, candidate.start - 1
    while i >= 0 and (doc[i].lower_ in _PSEUDONYM or doc[i].is_quote):
        i -= 1
    is_known_as = i > 0 and doc[i].lower_ in ("as", "by") and doc[i - 1].lower_ == "known"
    if i < 0 or not (doc[i].lower_ in _ALIAS or is_known_as):
        return -1
    depth = 0
    while i >= 0 and candidate.start - i < _LONGEST_LINK:
        text = doc[i].lower_
        if text == ")":
            depth += 1
        elif text == "(":
            depth -= 1
        elif depth <= 0 and not (text in _ALIAS or text in _LINKS or doc[i].is_quote):
            return i + 1
        i -= 1
    return -1
