"""What class nouns and the form of a name tell about its type.

"The film Critters", "the Sahara Cup" and "sighed Amara Okafor" say what they name. Votes
as in `type_evidence`, of which this is a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.lexicons import words
from tui.analysis.lexicons.city_names import CITIES, REGIONS
from tui.analysis.lexicons.class_nouns import (
    BODY_NOUNS_BEFORE,
    CITY_TEAMS,
    EVENT_ENDINGS,
    EVENT_NOUNS,
    FIRM_ENDINGS,
    LAW_ENDINGS,
    LAW_WORDS,
    MAKERS,
    OWNED_BY_FIRMS,
    PRODUCT_NOUNS,
    TEAM_ENDINGS,
    WORK_NOUNS,
)
from tui.analysis.lexicons.countries import PLACE_NAMES
from tui.analysis.lexicons.seats import CAPITALS
from tui.analysis.lexicons.title_words import PLACE_NOUNS
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

Vote = tuple[EntityType, float]

STRONG, FAIR, SLIGHT = 5.0, 3.0, 1.2
"""Votes of a class noun, of what makes a type likely, of what outweighs one guess."""

_BEFORE = {
    **dict.fromkeys(WORK_NOUNS, (EntityType.WORK, STRONG)),
    **dict.fromkeys(PRODUCT_NOUNS, (EntityType.PRODUCT, STRONG)),
    **dict.fromkeys(EVENT_NOUNS, (EntityType.EVENT, STRONG)),
    **dict.fromkeys(BODY_NOUNS_BEFORE, (EntityType.ORG, FAIR)),
    **dict.fromkeys(MAKERS, (EntityType.ORG, SLIGHT)),
}
"""What the noun right before a name votes for."""
_AFTER = {
    **dict.fromkeys(words("virus worm trojan vaccine ransomware malware"), EntityType.PRODUCT),
    **dict.fromkeys(words("browser smartphone console supercomputer"), EntityType.PRODUCT),
}
"""What stands behind the name of a product; a firm's name stands there too."""
_ENDINGS = {
    **dict.fromkeys(EVENT_ENDINGS, EntityType.EVENT),
    **dict.fromkeys(LAW_ENDINGS, EntityType.LAW),
}
"""What the last word of a name of several says about it."""
_PLACES = PLACE_NAMES.keys() | CITIES | REGIONS | CAPITALS.keys()
_SIDES = words("North South East West")
"""What stands before the name of a region: "the West Midlands"."""
_PRESIDENTS = frozenset({"JFK", "FDR", "LBJ", "RFK", "MLK"})
"""Persons who are called by their letters."""
_SHORTEST_LETTERS, _LONGEST_LETTERS = 1, 6
"""An acronym has more and fewer letters."""
_SHORTEST_NICKNAME = 4
"""Letters of the shortest nickname of a team told by its plural, less one."""
_STARRING = words("star co-star")
"""What an actor does in a work."""
_UTTERING = words(
    """
    sigh grumble laugh smile grin shout whisper mutter murmur shrug snap chuckle yell groan sob
    exclaim stammer giggle gasp cry nod wink weep
    """
)
"""What only people do when they speak, beside or instead of saying it."""
_QUOTES = frozenset("\"“‘'")
_VERSION = re.compile(r"\d{1,2}(?:\.\d+)*|[IVX]{1,4}")


def class_votes(candidate: NameCandidate) -> Iterator[Vote]:
    """The votes of class nouns, of the name's own words, and of what its bearer does."""
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    yield from _noun_before(doc, start)
    if end < len(doc) and doc[end].text in _AFTER and start and doc[start - 1].pos_ == "DET":
        yield _AFTER[doc[end].text], FAIR
    if start > 1 and doc[start - 1].lower_ == "in" and doc[start - 2].lemma_ in _STARRING:
        yield EntityType.WORK, FAIR
    yield from _own_words(candidate)
    yield from _firm_signs(candidate)
    root = doc[start:end].root
    # The parser takes who speaks for an object in '"Enough," sighed Berg'.
    is_speaker = root.dep_ == "nsubj" or root.i > root.head.i == start - 1
    if is_speaker and root.head.lemma_.lower() in _UTTERING:
        yield EntityType.PERSON, FAIR


def _firm_signs(candidate: NameCandidate) -> Iterator[Vote]:
    """What makes a firm of a supposed person: what it owns, and letters instead of words."""
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    if candidate.role is not None or candidate.gender is not None:
        return
    if end + 1 < len(doc) and doc[end].text in ("'s", "’s"):
        after = [token.lower_ for token in doc[end + 1 : end + 3]]
        if not OWNED_BY_FIRMS.isdisjoint(after[:1]) or after == ["chief", "executive"]:
            yield EntityType.ORG, FAIR
    if (
        candidate.type is EntityType.PERSON
        and end == start + 1
        and doc[start].is_upper
        and doc[start].is_alpha
        and doc[start].text not in _PRESIDENTS
        and _SHORTEST_LETTERS < len(doc[start]) < _LONGEST_LETTERS
        and any(token.is_lower for token in doc[max(start - 2, 0) : end + 2])
    ):
        yield EntityType.ORG, SLIGHT


def _noun_before(doc: Doc, start: int) -> Iterator[Vote]:
    i = start - 1
    if i > 0 and doc[i].text in _QUOTES:
        i -= 1
    if (
        i < 1
        or doc[i].lower_ not in _BEFORE
        or doc[i].pos_ not in ("NOUN", "PROPN")
        or not doc[i].is_lower
    ):
        return
    kind, weight = _BEFORE[doc[i].lower_]
    if kind is EntityType.WORK and doc[start].dep_ in ("nsubj", "nsubjpass"):
        # "The film Berg made": a clause may begin with the name.
        weight = FAIR
    yield kind, weight


def _own_words(candidate: NameCandidate) -> Iterator[Vote]:
    """What the words of a name say: its last one, a number, a place in front."""
    parts = candidate.text.split()
    if candidate.type is EntityType.LAW and LAW_WORDS.isdisjoint(parts):
        yield EntityType.PRODUCT if _VERSION.fullmatch(parts[-1]) else EntityType.ORG, FAIR
    if len(parts) == 1:
        return
    last = parts[-1]
    if last in _ENDINGS and parts[-2] != "the" and candidate.text not in _PLACES:
        yield _ENDINGS[last], STRONG
    elif last in ("Open", "Prix") and parts[-2][:1].isupper():
        yield EntityType.EVENT, STRONG
    elif last in FIRM_ENDINGS:
        yield EntityType.ORG, FAIR
    elif _is_team(candidate, parts):
        yield EntityType.ORG, STRONG


def _is_team(candidate: NameCandidate, parts: list[str]) -> bool:
    """Whether a name is a place with a team's word behind: "Leeds United", "Ohio Harriers"."""
    place, last = " ".join(parts[:-1]), parts[-1]
    if place not in _PLACES or candidate.text in _PLACES or last in PLACE_NOUNS:
        return False
    if last in TEAM_ENDINGS or (last in CITY_TEAMS and place in CITIES):
        return True
    before = candidate.paragraph.words[candidate.start - 1] if candidate.start else ""
    is_plural = last.endswith("s") and not last.endswith("ss") and len(last) > _SHORTEST_NICKNAME
    return before.lower() == "the" and is_plural and place not in _SIDES
