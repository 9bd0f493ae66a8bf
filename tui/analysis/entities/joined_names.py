"""Names that the model cut in two: a person's, a ministry's of two things, a party's.

"Shah Berg" and "Tarvo", "the Department for Fish" and "Skills", "Liberal" and "Democrats".
"""

from __future__ import annotations

from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.lexicons import words
from tui.analysis.lexicons.body_nouns import BODIES
from tui.analysis.lexicons.countries import ADJECTIVES, PEOPLES, PLACE_NAMES
from tui.analysis.lexicons.title_words import OFFICES, ORG_NOUNS, PLACE_NOUNS, PORTFOLIOS
from tui.analysis.results import AMOUNTS, EntityType

_PARTY_BRANCHES = words("Liberal Christian Social")
"""What stands before "Democrats" in the name of a party."""
_CALLED_AFTER = words("Department Ministry Institute Association Board Secretary Commission Office")
"""Bodies whose names tell what they are for, in several words."""
_INDICES = {"FTSE": "100", "S&P": "500", "CAC": "40", "Nikkei": "225", "Fortune": "500"}
"""Indices of shares and lists of firms with how many they count."""
_LONGEST_PERSON = 4
_LONGEST_PURPOSE = 3
"""Words of what a body is for behind "and" at most."""


def join_names(names: Names) -> None:
    """Join the parts of the names of a paragraph."""
    for name in list(names):
        if name.type is EntityType.PERSON:
            _join_person(names, name)
        elif name.type is EntityType.ORG:
            _join_purpose(names, name)
            _join_country(names, name)
            _join_count(names, name)
        elif name.type is EntityType.GROUP:
            _join_party(names, name)


def _join_person(names: Names, name: NameCandidate) -> None:
    """Add the one word that follows a person's name as another name."""
    end = name.end
    if names.owner(name.start) is not name or end >= len(names.words):
        return
    other = names.owner(end)
    if (
        other is None
        or other.end != end + 1
        or other.is_sure
        or other.type in AMOUNTS
        or other.type is EntityType.GROUP
        or end + 1 - name.start > _LONGEST_PERSON
        or not _is_family_name(names, end)
        or not names.words[end - 1].istitle()
    ):
        return
    names.remove(other)
    name.end = end + 1
    names.add(name)


def _is_family_name(names: Names, i: int) -> bool:
    """Whether one word may be the last name of the person in front of it."""
    word = names.words[i]
    return (
        word.istitle()
        and word.isalpha()
        and bool(names.doc[i - 1].whitespace_)
        and names.doc[i].pos_ == "PROPN"
        and word not in ORG_NOUNS | PLACE_NOUNS
        and word.lower() not in OFFICES
        and word not in ADJECTIVES
        and word not in PEOPLES
        and word not in PLACE_NAMES
        and known_type(word) is None
        and not (i + 1 < len(names.words) and names.words[i + 1] in ("'s", "’s"))
    )


def _join_purpose(names: Names, name: NameCandidate) -> None:
    """Add the second thing a body is for: "the Department for Fish and Skills"."""
    parts, end = names.words[name.start : name.end], name.end
    if (
        _CALLED_AFTER.isdisjoint(parts)
        or not {"of", "for"} & set(parts)
        or "and" in parts
        or names.words[end : end + 1] != ("and",)
    ):
        return
    stop = end + 1
    while stop < len(names.words) and _is_purpose(names, stop):
        stop += 1
    owners = {id(o): o for o in map(names.owner, range(end, stop)) if o is not None}.values()
    if (
        not 0 < stop - end - 1 <= _LONGEST_PURPOSE
        or (stop < len(names.words) and _is_other(names, stop))
        or any(o.is_sure or o.type is not EntityType.ORG or o.end > stop for o in owners)
        or not ORG_NOUNS.isdisjoint(names.words[end:stop])
        or known_type(names.paragraph.run_text(end + 1, stop)) is not None
    ):
        return
    for owner in owners:
        names.remove(owner)
    name.end = stop
    names.add(name)


def _is_purpose(names: Names, i: int) -> bool:
    word = names.words[i]
    return word.istitle() and word.isalpha() and names.doc[i].pos_ in ("PROPN", "NOUN", "ADJ")


def _is_other(names: Names, i: int) -> bool:
    """Whether the name is that of the noun behind: "and Berg officials"."""
    return names.doc[i].pos_ in ("NOUN", "PART") and names.words[i - 1] not in PORTFOLIOS


def _join_country(names: Names, name: NameCandidate) -> None:
    """Add the country in front to the name of a party: "UK" to "Independence Party"."""
    before = names.owner(name.start - 1) if name.start else None
    if (
        before is None
        or before.type is not EntityType.PLACE
        or name.end - name.start < 2
        or names.words[name.end - 1] != "Party"
        or name.text.casefold() in BODIES
        or known_type(name.text) is not None
    ):
        return
    names.remove(before)
    name.start = before.start
    names.add(name)


def _join_count(names: Names, name: NameCandidate) -> None:
    """Add to an index how many shares it counts: "FTSE" and "100"."""
    end = name.end
    if end >= len(names.words) or names.words[end - 1] not in _INDICES:
        return
    if names.words[end] != _INDICES[names.words[end - 1]]:
        return
    owner = names.owner(end)
    if owner is not None:
        if owner.end > end + 1:
            return
        names.remove(owner)
    name.end = end + 1
    names.add(name)


def _join_party(names: Names, name: NameCandidate) -> None:
    """Add what tells the democrats of a party: "Liberal" to "Democrats"."""
    before = name.start - 1
    if (
        before < 0
        or name.text not in ("Democrat", "Democrats")
        or names.words[before] not in _PARTY_BRANCHES
    ):
        return
    owner = names.owner(before)
    if owner is not None and owner.start < before:
        return
    if owner is not None:
        names.remove(owner)
    name.start = before
    names.add(name)
