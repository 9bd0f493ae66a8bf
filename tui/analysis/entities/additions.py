"""The names the model missed: bodies, countries, and people behind a title or given name.

Each function adds candidates to the names of a paragraph, or corrects a type that the
construction settles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.stated_types import stated_types
from tui.analysis.entities.titles import honorific
from tui.analysis.lexicons import words
from tui.analysis.lexicons.body_nouns import BODIES
from tui.analysis.lexicons.class_nouns import KNOWN_NAMES, UNMISSED
from tui.analysis.lexicons.countries import AMBIGUOUS, LONGEST_NAME, PLACE_NAMES
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.seats import BUILDINGS
from tui.analysis.lexicons.title_words import ORG_NOUNS, PLACE_NOUNS
from tui.analysis.results import AMOUNTS, EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DASHES = frozenset("-–—/")
"""What joins the sides of a pair."""
_FIRST_WORDS = frozenset(re.split(r"[ '’-]", name)[0] for name in PLACE_NAMES) | frozenset(
    PLACE_NAMES
)
"""The tokens a known place may begin with."""
_CURRENCIES = frozenset("$£€¥")
_PARTICLES = words("de da di do del della dos das du van von der den bin ibn al el wa ter")
"""What stands in lower case between a given name and a family name."""
_NUMERALS = words("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII")
_SECOND_WORDS = frozenset(
    {"10", "Telegraph", "Times", "Mirror", "Express", "Herald"} | {"One", "Two", "Three", "Four"}
) | {name.split()[1].title() for name in BODIES if len(name.split()) == 2}
"""What the well-known bodies of two words end with."""
_COMMON = words("who us it apple amazon fed sec isis tesla")
"""Names of bodies that are also words: left to the model unless in capitals."""
_INITIALS = re.compile(r"(?:[A-Z]\.-?){1,3}")
_SYLLABLE = 5
"""Letters of the longest second syllable of a given name joined by a hyphen ("Jae-hyung")."""
_JOINED = words("led born based era elect like style wide held run owned aged")
"""What a hyphen joins to a name without belonging to it."""


def add_compounds(names: Names) -> None:
    """Bodies named after their members: "EU-Ukraine Council" is one organisation."""
    words_ = names.words
    if DASHES.isdisjoint(words_):
        return
    for i in range(1, len(words_) - 2):
        if words_[i] not in DASHES or not (
            words_[i - 1][:1].isupper() and words_[i + 1][:1].isupper()
        ):
            continue
        end = i + 2
        while end < min(len(words_), i + 5) and words_[end][:1].isupper() and words_[end].isalpha():
            end += 1
        if end == i + 2 or words_[end - 1] not in ORG_NOUNS:
            continue
        owners = [names.owner(token) for token in range(i - 1, end)]
        if any(o is not None and (o.start < i - 1 or o.end > end) for o in owners):
            continue
        for owner in owners:
            if owner is not None:
                names.remove(owner)
        names.add(NameCandidate(names.paragraph, i - 1, end, EntityType.ORG, is_sure=True))


def add_places(names: Names) -> None:
    """Countries and regions the model missed, and what it took them for."""
    doc, words_ = names.doc, names.words
    if _FIRST_WORDS.isdisjoint(words_):
        return
    i = 0
    while i < len(words_):
        length = _place_length(names, i) if words_[i] in _FIRST_WORDS else 0
        is_currency = i + length < len(words_) and words_[i + length] in _CURRENCIES
        if length and not is_currency:
            owner = names.owner(i)
            sure = names.paragraph.run_text(i, i + length) not in AMBIGUOUS
            if names.is_free(i, i + length):
                if sure or (doc[i].tag_ == "NNP" and not _touches_name(doc, i, i + length)):
                    names.add(
                        NameCandidate(
                            names.paragraph, i, i + length, EntityType.PLACE, is_sure=sure
                        )
                    )
            elif owner is not None and (owner.start, owner.end) == (i, i + length) and sure:
                owner.type, owner.is_sure = EntityType.PLACE, True
        i += max(length, 1)


def _place_length(names: Names, start: int) -> int:
    """How many tokens of a known place begin here; 0 when none does."""
    for length in range(min(LONGEST_NAME, len(names.words) - start), 0, -1):
        if names.paragraph.run_text(start, start + length) in PLACE_NAMES:
            return length
    return 0


def _touches_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a capitalised name goes on before or after."""
    return (start > 0 and doc[start - 1].tag_ == "NNP") or (
        end < len(doc) and doc[end].tag_ == "NNP"
    )


def add_titled(names: Names) -> None:
    """Names behind an honorific are persons, whatever the model says."""
    doc = names.doc
    for i in range(len(doc) - 1):
        if honorific(names.words[i]) is None:
            continue
        owner = names.owner(i + 1)
        if owner is not None and owner.start in (i, i + 1) and owner.type not in AMOUNTS:
            if doc[owner.end - 1].text not in ORG_NOUNS:
                owner.type, owner.is_sure = EntityType.PERSON, True
            continue
        end = i + 1
        while (
            end < len(doc)
            and end - i < 4
            and _is_name_word(doc[end])
            and names.is_free(end, end + 1)
        ):
            end += 1
        if end > i + 1:
            names.add(NameCandidate(names.paragraph, i + 1, end, EntityType.PERSON, is_sure=True))


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") and token.is_alpha


def add_bodies(names: Names) -> None:
    """Well-known organisations and seats of government that no candidate holds."""
    for i, word in enumerate(names.words):
        if not word[:1].isupper():
            continue
        _add_pair(names, i)
        if names.owner(i) is not None:
            continue
        token = names.doc[i]
        if token.text in UNMISSED or token.pos_ == "PROPN" or (token.is_upper and len(token) > 2):
            if token.text in UNMISSED:
                names.add(NameCandidate(names.paragraph, i, i + 1, EntityType.EVENT))
            elif token.text in BUILDINGS:
                names.add(NameCandidate(names.paragraph, i, i + 1, EntityType.PLACE))
            elif token.text.replace(".", "").casefold() in BODIES and (
                token.is_upper or token.lower_ not in _COMMON
            ):
                names.add(NameCandidate(names.paragraph, i, i + 1, EntityType.ORG))
            elif (
                i + 1 < len(names.words)
                and names.is_free(i, i + 2)
                and (names.paragraph.run_text(i, i + 2) in BUILDINGS)
            ):
                names.add(NameCandidate(names.paragraph, i, i + 2, EntityType.PLACE))


def _add_pair(names: Names, i: int) -> None:
    """Bodies of two words of which the model found one: "Republican Party", "Number 10"."""
    if i + 1 >= len(names.words) or names.words[i + 1] not in _SECOND_WORDS:
        return
    text = names.paragraph.run_text(i, i + 2)
    is_seat = KNOWN_NAMES.get(text) == "PLACE" and not _counts(names, i + 2)
    is_told = KNOWN_NAMES.get(text) == "ORG"
    if is_told and names.words[i] == "Sunday":
        _end_date(names, i)
    owners = [owner for owner in (names.owner(i), names.owner(i + 1)) if owner is not None]
    if not (is_seat or is_told or text.casefold() in BODIES) or any(
        owner.start < i or owner.end > i + 2 or _is_whole(owner, i) for owner in owners
    ):
        return
    for owner in owners:
        names.remove(owner)
    kind = EntityType.PLACE if is_seat else EntityType.ORG
    names.add(NameCandidate(names.paragraph, i, i + 2, kind))


def _is_whole(owner: NameCandidate, i: int) -> bool:
    """Whether the model found a body of two words itself."""
    return owner.type is EntityType.ORG and (owner.start, owner.end) == (i, i + 2)


def _end_date(names: Names, i: int) -> None:
    """End a date in front of a Sunday paper: "on Friday, the Sunday Telegraph reported"."""
    owner = names.owner(i)
    if owner is None or owner.type is not EntityType.DATE or owner.start == i:
        return
    names.remove(owner)
    owner.end = i
    while owner.end > owner.start and names.words[owner.end - 1].lower() in (",", "the"):
        owner.end -= 1
    names.add(owner)


def _counts(names: Names, i: int) -> bool:
    """Whether a number belongs to what follows: "Number 10 shirt", "number 10 in the list"."""
    return i < len(names.words) and names.doc[i].pos_ in ("NOUN", "PROPN", "NUM")


def add_persons(names: Names) -> None:
    """A given name with what follows it, and the rest of a person's name that was cut off."""
    doc = names.doc
    for i in range(len(doc) - 1):
        if names.words[i] in GIVEN_NAMES and names.is_free(i, i + 2) and doc[i].pos_ == "PROPN":
            end = i + 1
            while end < len(doc) and end - i < 4 and _is_name_word(doc[end]):
                if doc[end].pos_ != "PROPN" or not names.is_free(end, end + 1):
                    break
                end += 1
            last = doc[end - 1].text
            is_body = last in ORG_NOUNS or last in PLACE_NOUNS
            if end > i + 1 and not is_body and not _touches_name(doc, i, end):
                names.add(NameCandidate(names.paragraph, i, end, EntityType.PERSON))
    _add_initialed(names)
    _join_city_names(names)
    for candidate in list(names):
        if candidate.type is EntityType.PERSON:
            end = _full_end(names, candidate)
            if end > candidate.end:
                for token in range(candidate.end, end):
                    owner = names.owner(token)
                    if owner is not None and owner is not candidate:
                        names.remove(owner)
                candidate.end = end
                names.add(candidate)


def _add_initialed(names: Names) -> None:
    """Initials and a family name are a person: "P. Berg" and "K.C. Berg"."""
    doc = names.doc
    for i in range(len(doc) - 1):
        if not _INITIALS.fullmatch(names.words[i]) or names.words[i] in PLACE_NAMES:
            continue
        family, owner = names.words[i + 1], names.owner(i)
        if (
            not family.istitle()
            or not family.isalpha()
            or len(family) < 3
            or family in ORG_NOUNS
            or family in PLACE_NOUNS
            or family in PLACE_NAMES
            or doc[i + 1].pos_ != "PROPN"
            or (i and _goes_on_before(doc[i - 1]))
        ):
            continue
        runs = range(i + 2, owner.end) if owner is not None else ()
        if owner is not None and owner.start == i and all(doc[k].is_digit for k in runs):
            if owner.type is not EntityType.PERSON and not owner.is_sure:
                names.remove(owner)
                owner.type, owner.end = EntityType.PERSON, i + 2
                names.add(owner)
        elif names.is_free(i, i + 2) and (i + 2 == len(doc) or doc[i + 2].tag_ != "NNP"):
            names.add(NameCandidate(names.paragraph, i, i + 2, EntityType.PERSON))


def _join_city_names(names: Names) -> None:
    """A city is a family name behind another name, where the text says it is a person's.

    "Velka Paris, an Australian woman": its type goes to all places of the family name.
    """
    for city in list(names):
        before = city.start - 1
        if city.type is not EntityType.PLACE or city.is_sure or before < 0:
            continue
        given = names.owner(before)
        if (
            city.end == city.start + 1
            and _is_name_word(names.doc[before])
            and names.words[before] not in PLACE_NAMES
            and (given is None or given.end == given.start + 1)
            and any(vote[0] is EntityType.PERSON for vote in stated_types(city))
        ):
            for part in (given, city):
                if part is not None:
                    names.remove(part)
            names.add(
                NameCandidate(names.paragraph, before, city.end, EntityType.PERSON, is_sure=True)
            )


def _goes_on_before(token: Token) -> bool:
    """Whether a name began before: "John" before "F. Berg"."""
    return token.tag_ == "NNP" and token.text[:1].isupper()


def _full_end(names: Names, candidate: NameCandidate) -> int:
    """Where a person's name really ends: "Song" + "-ho", "Kengo" + "wa Dondo", "John" + "XXIII"."""
    doc, end = names.doc, candidate.end
    if end < len(doc) and doc[end].text in _NUMERALS:
        return end + 1
    if end + 1 >= len(doc):
        return end
    word, after = doc[end], doc[end + 1]
    is_joined = word.text == "-" and not word.whitespace_ and not doc[end - 1].whitespace_
    if is_joined and after.is_lower and after.is_alpha and len(after) <= _SYLLABLE:
        return end if after.text in _JOINED else end + 2
    if word.text in _PARTICLES and after.text[:1].isupper() and after.is_alpha:
        owner = names.owner(end + 1)
        return end + 2 if owner is None else max(owner.end, end + 2)
    return end
