"""Cities, regions and well-known buildings that the model missed or joined to a name.

In running text a place is added where it stands alone as a proper noun. In capitals it is
the place a report was sent from ("OSLO, May 3", "Anna Berg OSLO"), which the model knows
little of.
"""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import chain

from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.lexicons import words
from tui.analysis.lexicons.city_names import CITIES, REGIONS
from tui.analysis.lexicons.countries import AMBIGUOUS, PLACE_NAMES
from tui.analysis.lexicons.seats import CAPITALS
from tui.analysis.results import AMOUNTS, EntityType

_KNOWN = frozenset(chain(CAPITALS, CITIES, REGIONS))
_PLACES = PLACE_NAMES.keys() | _KNOWN
_IN_CAPITALS = {
    name.upper(): len(name.split())
    for name in chain(_KNOWN, PLACE_NAMES)
    if len(name) > 3 and name not in AMBIGUOUS and not name.isupper()
}
"""Known places in capitals, with their words."""
_WORDS = words("JAVA MALE MALI BALI CALI LIMA")
"""Places whose capitals are as often something else."""
_FIRST = frozenset(name.split()[0] for name in _KNOWN)
_FIRST_IN_CAPITALS = frozenset(name.split()[0] for name in _IN_CAPITALS)
_MONTHS = words(
    """
    Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Jan Feb Mar Apr Aug Sept Oct Nov Dec January
    February March April May June July August September October November December
    """
)
_DAY = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d)?")
"""A day, or the year that one begins with."""
_LONGEST = 4
"""Tokens of the longest name looked up."""


def add_cities(names: Names) -> None:
    """Add the known places that no candidate holds, and part them from a person in front."""
    if not _FIRST.isdisjoint(names.words):
        for i, word in enumerate(names.words):
            if word in _FIRST:
                _add_plain(names, i)
    if not _FIRST_IN_CAPITALS.isdisjoint(names.words):
        for i, word in enumerate(names.words):
            if word in _FIRST_IN_CAPITALS and word not in _WORDS:
                _add_in_capitals(names, i)


def part_datelines(names: Names) -> None:
    """Part a reporter's name from the place he writes from: "Anna Berg TARVIDAN, Norway"."""
    for candidate in list(names):
        if candidate.type is not EntityType.PERSON:
            continue
        place = candidate.end - 1
        if not _is_in_capitals(names, place):
            place = candidate.end
        if (
            candidate.start < place
            and _is_in_capitals(names, place)
            and all(other.istitle() for other in names.words[candidate.start : place])
            and (place < candidate.end or names.is_free(place, place + 1))
            and _is_dated(names, place + 1)
        ):
            names.remove(candidate)
            candidate.end = place
            names.add(candidate)
            names.add(
                NameCandidate(names.paragraph, place, place + 1, EntityType.PLACE, is_sure=True)
            )


def _is_in_capitals(names: Names, i: int) -> bool:
    word = names.words[i] if i < len(names.words) else ""
    return len(word) > 3 and word.isupper() and word.isalpha()


def _is_dated(names: Names, i: int) -> bool:
    """Whether a country or a day follows, as in a dateline."""
    rest = names.words[i : i + 3]
    if rest[:1] == (",",):
        i, rest = i + 1, rest[1:]
    return bool(rest) and (
        _length(names, i, _PLACES) > 0 or rest[0] in _MONTHS or _DAY.fullmatch(rest[0]) is not None
    )


def _length(names: Names, start: int, known: Container[str]) -> int:
    """How many tokens of a known name begin here; 0 when none does."""
    for length in range(min(_LONGEST, len(names.words) - start), 0, -1):
        if names.paragraph.run_text(start, start + length) in known:
            return length
    return 0


def _add_plain(names: Names, start: int) -> None:
    end = start + _length(names, start, _KNOWN)
    doc = names.doc
    # Not asked: whether they are proper nouns to the model, which tags many as adjectives.
    if (
        names.is_free(start, end)
        and not (start and _goes_on(names, start - 1))
        and not (end < len(doc) and _goes_on(names, end))
    ):
        names.add(NameCandidate(names.paragraph, start, end, EntityType.PLACE))


def _goes_on(names: Names, i: int) -> bool:
    """Whether a capitalised word or a joint stands there: the name is a part of a longer one."""
    word = names.words[i]
    is_capitalised = word[:1].isupper() and names.doc[i].tag_ in ("NNP", "NNPS")
    return is_capitalised or word in ("-", "–", "/", "&")


def _add_in_capitals(names: Names, start: int) -> None:
    end = start + _length(names, start, _IN_CAPITALS)
    around = (*names.words[max(start - 1, 0) : start], *names.words[end : end + 1])
    if end == start or any(word.isupper() and word.isalpha() for word in around):
        return
    owner = names.owner(start)
    if owner is not None and owner.start < start and owner.end == end:
        if owner.type is not EntityType.PERSON:
            return
        names.remove(owner)
        owner.end = start
        names.add(owner)
    elif owner is not None and (owner.type in AMOUNTS or (owner.start, owner.end) != (start, end)):
        return
    elif owner is not None:
        owner.type = EntityType.PLACE
    if names.is_free(start, end):
        names.add(NameCandidate(names.paragraph, start, end, EntityType.PLACE))
