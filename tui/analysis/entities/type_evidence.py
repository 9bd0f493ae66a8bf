"""What the words around and inside a name tell about its type.

The small model often types a name by its looks, differently from place to place. Each
construction here is worth some votes beside the model's own (one a place); the votes of
all places of one spelling decide together, in `types.settle_types`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.entities.class_evidence import FAIR, STRONG, Vote, class_votes
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.entities.stated_types import SETTLEMENTS, stated_types
from tui.analysis.lexicons import words
from tui.analysis.lexicons.body_nouns import BODIES
from tui.analysis.lexicons.city_names import CITIES, POSTAL_CODES, REGIONS
from tui.analysis.lexicons.class_nouns import KNOWN_NAMES
from tui.analysis.lexicons.countries import ADJECTIVES, PLACE_NAMES
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.seats import BUILDINGS, CAPITALS
from tui.analysis.lexicons.title_words import (
    FAMILY_NAMES,
    GENDERED_NOUNS,
    ORG_NOUNS,
    PLACE_NOUNS,
)
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSON, ORG, PLACE = EntityType.PERSON, EntityType.ORG, EntityType.PLACE

CERTAIN, WITHIN, SLIGHT = 20.0, 1.6, 1.2
"""Votes of evidence: outweighs any model, three guesses together with another, a single one.

Between them stand `STRONG` and `FAIR`.
"""

SPORTING = 12.0
"""Votes for the team of a place: one result outweighs the places where it is only named."""

_PLAYERS = words(
    """
    captain skipper coach striker midfielder defender goalkeeper winger batsman bowler
    quarterback pitcher prop fly-half playmaker
    """
)
"""What stands behind the name of a team, in lower case."""
_DEFEATING = words("beat defeat thrash trounce rout outplay")
"""What one team does to another."""
_PLAYING = words("lose draw win play")
"""What a team does against or to another."""
_MATCHES = words("match game win victory defeat draw tie semifinal semi-final quarter-final")
"""What is played against a team."""
_DIRECTIONS = words(
    """
    north south east west northeast northwest southeast southwest north-east north-west
    south-east south-west outskirts suburbs suburb streets residents inhabitants mayor
    """
)
"""What stands before "of" and the name of a place: "east of", "residents of"."""
_PLACES_AFTER = words(
    """
    airport province region county district prefecture island harbour harbor suburb border
    councillor councillors dam river valley volcano peninsula
    """
)
"""What stands behind the name of a place, in lower case."""
_BODIES_AFTER = words(
    "newspaper magazine executives shares spokesman spokeswoman shareholders employees poll survey"
)
"""What stands behind the name of an organisation, in lower case."""
_CLUBS_AFTER = words("team club fans supporters squad")
"""What stands behind the name of a team, or of the place it plays for."""
_FEASTS = words("Hajj Ramadan Eid Diwali Holi Hanukkah Passover Purim Easter Pentecost Nowruz")
"""Feasts and fasts, which the model takes for persons and places."""
_FIRST_WORDS = {
    **dict.fromkeys(("USS", "HMS", "HMCS", "RMS", "MV", "SS", "Space"), EntityType.PRODUCT),
    **dict.fromkeys(("Operation", "Hurricane", "Typhoon", "Cyclone"), EntityType.EVENT),
}
"""What the name of a vessel, a campaign or a storm begins with."""
_PLACE_PREPOSITIONS = words("in near outside around throughout across")
_LONGEST_PERSON = 4
_DWELLING = words(
    """
    live reside bear raise base grow arrive travel fly drive move settle hold stage locate
    situate station land bury
    """
)
"""What is done in, at, near, to or from a place."""
_AWARDED = words("win winner nominee nomination ceremony night glory hopeful contender buzz award")
"""What stands behind the name of an award."""
_FIRMS_DO = words("publish own make acquire buy run operate produce supply build back launch")
"""What is as often done by a firm as by a person."""
_MOVING = words("travel fly drive move")
"""What is done to a place; "to" behind others goes on with somebody."""
_DWELT = words("in at near to from around")
_PEOPLE = words(
    """
    man woman boy girl men women people student students pupil family couple both resident
    residents mother father teacher workers farmer farmers commuters villagers
    """
)
"""Who is said to be from somewhere, beside those with an office."""


def known_type(text: str) -> EntityType | None:
    """The type of a name everybody knows; `None` for all others."""
    if text in KNOWN_NAMES:
        return EntityType(KNOWN_NAMES[text])
    if text.replace(".", "").casefold() in BODIES and (text[:1].isupper() or "-" in text):
        return ORG
    if text.removesuffix(" al-Fitr").removesuffix(" al-Adha") in _FEASTS:
        return EntityType.EVENT
    if len(text) > 3 and text.isupper():
        text = text.title()
    if text in CAPITALS or text in BUILDINGS or text in REGIONS or text in CITIES:
        return PLACE
    kind, _, region = text.partition(" of ")
    if kind in ("State", "Province") and region in REGIONS:
        return PLACE
    return None


def evidence(candidate: NameCandidate) -> Iterator[Vote]:
    """The votes for the type of a name at one place of the text."""
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    known = known_type(candidate.text)
    if known is PLACE and candidate.text not in BUILDINGS and _plays(doc, start, end):
        yield ORG, SPORTING
    if known is PLACE and candidate.type is ORG and candidate.text in CITIES and _acts(doc, end):
        known = ORG  # "Leeds won": the model has seen clubs.
    if KNOWN_NAMES.get(candidate.text.removesuffix("s")) == "PERSON" and known is None:
        known = EntityType.GROUP  # "the Clintons"
    if known is not None:
        yield known, STRONG if _is_told(candidate.text, known) else FAIR
    elif _is_given_name(doc, start, end):
        yield PERSON, FAIR
    yield from _before(candidate)
    yield from _after(doc, start, end)
    if candidate.text == "Oscar" and _is_award(doc, start, end):
        yield EntityType.EVENT, STRONG
    if _is_postal_code(doc, start, end):
        yield PLACE, STRONG
    if known is None:
        yield from stated_types(candidate)
        yield from class_votes(candidate)
    if end - start > 1:
        if _is_adjectival_body(candidate.text):
            yield ORG, FAIR
        if doc[start].text in _FIRST_WORDS:
            yield _FIRST_WORDS[doc[start].text], STRONG


def _is_told(text: str, kind: EntityType) -> bool:
    """Whether a list of names says it, and not one of places and bodies, which share theirs."""
    return text in KNOWN_NAMES or kind in (EntityType.EVENT, EntityType.GROUP)


def _acts(doc: Doc, end: int) -> bool:
    return doc[end - 1].dep_ in ("nsubj", "poss")


def _is_award(doc: Doc, start: int, end: int) -> bool:
    """Whether an Oscar is won and is nobody: "an Oscar", "Oscar nominations"."""
    is_counted = start > 0 and doc[start - 1].pos_ in ("DET", "ADJ", "NUM")
    return is_counted or (end < len(doc) and doc[end].lemma_.lower() in _AWARDED)


def _is_postal_code(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is the letters of a state behind a town: "Tarvo, NJ"."""
    return (
        end == start + 1 < len(doc) + 1
        and start > 1
        and (
            doc[start].text in POSTAL_CODES
            and doc[start - 1].text == ","
            and doc[start - 2].is_title
        )
    )


def _plays(doc: Doc, start: int, end: int) -> bool:
    """Whether a city or county is its team: "Kent beat Essex", "the Kent captain"."""
    if end < len(doc) and doc[end].lower_ in _PLAYERS:
        return True
    if doc[start:end].text in CAPITALS:
        # "Paris beat London" is as often about a bid or a policy.
        return False
    root = doc[end - 1]
    if root.dep_ in ("nsubj", "dobj") and root.head.lemma_.lower() in _DEFEATING:
        return True
    if root.dep_ != "pobj":
        return False
    link, what = root.head.lower_, root.head.head.lemma_.lower()
    return (link in ("against", "over", "with") and what in _MATCHES) or (
        link in ("against", "to") and what in _PLAYING
    )


def _is_given_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a name begins like a person's and does not end like a body's or a place's."""
    if not 2 <= end - start <= _LONGEST_PERSON or not _has_given_name(doc, start, end):
        return False
    last = doc[end - 1].text
    return (
        last not in ORG_NOUNS
        and (last not in PLACE_NOUNS or (last in FAMILY_NAMES and end - start == 2))
        and all(t.text[:1].isupper() for t in doc[start:end] if t.is_alpha)
        and not any(t.text in "&/" for t in doc[start:end])
    )


def _has_given_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a given name stands first, whole or as a side of "Jean-Paul"."""
    if doc[start].text.title() in GIVEN_NAMES:
        return True
    is_double = end - start > 3 and doc[start + 1].text == "-" and not doc[start].whitespace_
    return is_double and doc[start].text in ("Jean", "Marie")


def _before(candidate: NameCandidate) -> Iterator[Vote]:
    """What the words before a name tell: "the town of", "the news agency", "in"."""
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    if start == 0:
        return
    word = doc[start - 1].lower_
    goes_on = end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN")
    if word in GENDERED_NOUNS and doc[start - 1].is_lower and not goes_on:
        # "his wife Tarva"; an office before a name is read with its role.
        yield PERSON, FAIR
    if candidate.type is PLACE and known_type(candidate.text) is None:
        yield from _against_place(doc, start, end)
    if word == "of" and start > 1 and doc[start - 2].lower_ in SETTLEMENTS:
        yield PLACE, CERTAIN
    elif word == "capital":
        yield PLACE, STRONG
    elif word == "of" and start > 1 and doc[start - 2].lower_ in _DIRECTIONS:
        yield PLACE, FAIR
    elif end - start <= 2 and not _is_possessor(doc, end):
        if _is_home(doc, start):
            yield PLACE, FAIR
        elif word in _PLACE_PREPOSITIONS:
            yield PLACE, WITHIN if word == "in" and end - start == 1 else SLIGHT


def _against_place(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What no place stands behind: "a Tarvo", and "by Tarvo" of what somebody has made."""
    before = doc[start - 1]
    if doc[end - 1].text in PLACE_NOUNS or doc[start].lower_ in _DIRECTIONS:
        return
    if before.lower_ in ("a", "an") and before.head.i in range(start, end):
        yield ORG, SLIGHT
    elif before.lower_ == "by" and end - start == 1 and before.head.lemma_ not in _FIRMS_DO:
        yield PERSON, SLIGHT


def _is_home(doc: Doc, start: int) -> bool:
    """Whether somebody is from there or does there what is done in places: "lives in"."""
    link = doc[start - 1]
    if link.lower_ in _DWELT and link.head.lemma_ in _DWELLING and link.head.pos_ == "VERB":
        return link.lower_ != "to" or link.head.lemma_ in _MOVING
    if start > 1 and link.lower_ == "for" and doc[start - 2].text in ("MP", "MPs", "MEP", "MSP"):
        return True
    if start < 2 or link.lower_ not in ("from", "of"):
        return False
    before = doc[start - 2]
    if before.text == "," and start > 3:
        # "Ann Lee, 45, of Tarn"
        age = doc[start - 3].text
        return age.isdecimal() and len(age) == 2 and doc[start - 4].text == ","
    return link.lower_ == "from" and before.lower_ in _PEOPLE


def _after(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What the words behind a name tell: "(born", "airport", ", Indiana"."""
    if end + 1 >= len(doc):
        return
    word, next_word = doc[end].text, doc[end + 1].text
    if word == "(":
        yield from _bracketed(doc, start, end)
    elif word == "-" and next_word == "based":
        yield PLACE, STRONG
    elif word == "," and next_word == "where" and start and doc[start - 1].lower_ == "in":
        yield PLACE, FAIR
    elif word == "news" and next_word == "agency":
        yield ORG, STRONG
    elif word in _PLACES_AFTER:
        yield PLACE, FAIR
    elif word in _BODIES_AFTER:
        yield ORG, SLIGHT
    elif word in _CLUBS_AFTER and end - start > 1 and known_type(doc[start:end].text) is None:
        yield ORG, FAIR
    elif word == "," and next_word in ("who", "whose") and end - start == 1:
        if doc[start].tag_ == "NNP" and not (start and doc[start - 1].pos_ in ("ADP", "DET")):
            yield PERSON, FAIR
    elif word == "," and end - start == 1 and _is_region(doc, end + 1):
        yield PLACE, FAIR if start and doc[start - 1].pos_ == "ADP" else SLIGHT


def _bracketed(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What brackets behind a name tell: "(born 1950)", "(1999)"."""
    if doc[end + 1].text in ("born", "b."):
        yield PERSON, CERTAIN
    elif _is_released(doc, start, end):
        yield EntityType.WORK, FAIR


def _is_released(doc: Doc, start: int, end: int) -> bool:
    """Whether the year of a work stands in brackets behind it: "Tarvo Nights (1999)"."""
    return (
        end - start > 1
        and end + 2 < len(doc)
        and doc[end + 2].text == ")"
        and doc[end + 1].shape_ == "dddd"
        and doc[start].text not in GIVEN_NAMES
        and doc[end - 1].text not in ORG_NOUNS
    )


def _is_possessor(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].text in ("'s", "’s", "'", "’")


def _is_region(doc: Doc, start: int) -> bool:
    """Whether a country or state begins here and the phrase ends behind it."""
    for length in (2, 1):
        end = start + length
        if end <= len(doc):
            text = doc[start:end].text
            if text in PLACE_NAMES or text in REGIONS:
                return end == len(doc) or not doc[end].text[:1].isalnum() or doc[end].is_lower
    return False


def _is_adjectival_body(text: str) -> bool:
    """Whether a name is a country's body: "Norwegian Refugee Council"."""
    words_ = text.split()
    return words_[0] in ADJECTIVES and words_[-1] in ORG_NOUNS
