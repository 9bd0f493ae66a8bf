"""The names of a paragraph: what the parser marked, repaired, and what it missed.

The model's spans keep titles, split or join hyphenated pairs, run across quotation marks
and miss countries that stand before a noun. Each repair here is a class of such errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.entities_additions import (
    DASHES,
    add_bodies,
    add_compounds,
    add_persons,
    add_places,
    add_titled,
)
from tui.analysis.entities_cities import add_cities, part_datelines
from tui.analysis.entities_evidence import known_type
from tui.analysis.entities_names import AMOUNTS, Candidate, Names, may_be_name
from tui.analysis.entities_titles import (
    is_title_only,
    leading_title,
    title_after,
    title_around,
    title_before,
)
from tui.analysis.lexicons import words
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.places import (
    ADJECTIVES,
    PEOPLES,
    PLACE_NAMES,
)
from tui.analysis.lexicons.titles import ORG_NOUNS
from tui.analysis.parsed import Paragraph
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORG,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "EVENT": EntityType.EVENT,
    "LAW": EntityType.LAW,
    "WORK_OF_ART": EntityType.WORK,
    "PRODUCT": EntityType.PRODUCT,
    "DATE": EntityType.DATE,
    "TIME": EntityType.DATE,
    "MONEY": EntityType.MONEY,
    "CARDINAL": EntityType.NUMBER,
    "PERCENT": EntityType.NUMBER,
    "QUANTITY": EntityType.NUMBER,
}
# Ordinals ("first") and languages are no entities a reader looks for.

_QUOTES = frozenset('"“”„«»‹›()[]{}|•*')
_INNER = frozenset("&/")
"""Signs that stand between the words of one name."""
_DAYS = frozenset({"yesterday", "today", "tomorrow", "tonight"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_DETERMINERS = words(
    "the a an this that these those all both its his her their our my your",
)
_CONNECTIVES = words("and or at in on against vs for with from")
"""Words that stand between two names, never inside a person's."""
_POSSESSORS = words("his her its their our my your")
_CLOCKS = words("GMT UTC BST CET CEST EST EDT CDT MST PST PDT")
"""Times of day are told by them."""
_ADJECTIVAL = frozenset({"amod", "compound", "nmod", "poss"})


def find_names(paragraph: Paragraph) -> Names:
    """The names and amounts of one paragraph."""
    names = Names(paragraph)
    for start, end, kind in _pieces(paragraph.doc):
        if names.is_free(start, end):
            names.add(Candidate(paragraph, start, end, kind))
    add_compounds(names)
    add_places(names)
    add_bodies(names)
    add_cities(names)
    add_titled(names)
    add_persons(names)
    part_datelines(names)
    for candidate in list(names):
        _settle(names, candidate)
    return names


def _pieces(doc: Doc) -> Iterator[tuple[int, int, EntityType]]:
    """The model's spans, cut where no name goes on and trimmed at both ends."""
    for entity in doc.ents:
        kind = _TYPES.get(entity.label_)
        if kind is None:
            continue
        if kind in AMOUNTS:
            start, end = _trimmed(doc, entity.start, entity.end, kind)
            if start < end and not _is_bare_unit(doc, start, end, kind):
                yield start, end, kind
            continue
        for start, end in _runs(doc, entity.start, entity.end, kind):
            start, end = _trimmed(doc, start, end, kind)
            if start < end and any(c.isupper() for c in doc[start:end].text):
                yield start, end, kind


def _is_bare_unit(doc: Doc, start: int, end: int, kind: EntityType) -> bool:
    """Whether a date is a word like "week" or "years", which dates nothing."""
    if doc[start].lower_ == "the":
        start += 1
    return (
        kind is EntityType.DATE
        and end - start == 1
        and doc[start].is_lower
        and doc[start].text not in _DAYS
    )


def _runs(doc: Doc, start: int, end: int, kind: EntityType) -> Iterator[tuple[int, int]]:
    """A span without quotation marks, brackets and blanks, pairs of places parted."""
    first = start
    for i in range(start, end + 1):
        if i < end and not _parts_names(doc[i]) and not _parts_kind(doc[i], kind):
            continue
        if first < i:
            yield from _pairs(doc, first, i)
        first = i + 1


def _parts_names(token: Token) -> bool:
    """Whether no name goes on across a token: a blank, a mark or a sign of markup."""
    text = token.text
    return (
        token.is_space
        or text in _QUOTES
        or not (may_be_name(text) or any(map(str.isalnum, text)) or text in _INNER)
    )


def _parts_kind(token: Token, kind: EntityType) -> bool:
    """Whether no name of that kind goes on across a token: "Berg at Oslo", "Oslo, Norway"."""
    if kind is EntityType.PERSON:
        return token.text in _CONNECTIVES
    return kind is EntityType.PLACE and token.text in (",", "or")


def _pairs(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part "United States-China" and "Japan's Toyota", but not "EU-Ukraine Council"."""
    for i in range(start + 1, end - 1):
        left = doc[start:i].text.removeprefix("the ").removeprefix("a ")
        if left not in PLACE_NAMES and not (left.isupper() and left.title() in PLACE_NAMES):
            continue
        right = doc[i + 1 : end].text
        if doc[i].text in DASHES and doc[i].whitespace_ and doc[i - 1].whitespace_:
            # "Norway - Prices rose": a heading in front of a sentence.
            yield start, i
            return
        if (doc[i].text in DASHES and right in PLACE_NAMES) or (
            doc[i].text in _POSSESSIVES and right[:1].isupper()
        ):
            yield start, i
            yield i + 1, end
            return
    yield start, end


def _trimmed(doc: Doc, start: int, end: int, kind: EntityType) -> tuple[int, int]:
    """A span without articles, possessive endings and stray punctuation."""
    while start < end and (
        (doc[start].lower_ in (_POSSESSORS if kind in AMOUNTS else _DETERMINERS))
        or doc[start].is_space
        or (doc[start].is_punct and kind is not EntityType.MONEY)
    ):
        start += 1
    while start < end and (
        doc[end - 1].text in _POSSESSIVES
        or doc[end - 1].is_space
        or (doc[end - 1].is_punct and doc[end - 1].text != "%")
        or (kind not in AMOUNTS and doc[end - 1].lower_ in _DETERMINERS)
        or (kind is EntityType.PERSON and doc[end - 1].is_lower)
    ):
        end -= 1
    is_score = end - start > 3 and doc[end - 1].is_digit and doc[end - 3].is_digit
    if is_score and kind not in AMOUNTS and doc[end - 2].text in DASHES:
        end -= 3
    elif end - start > 1 and doc[end - 1].is_digit and _is_apart(doc, end, kind):
        end -= 1
    return start, end


def _is_apart(doc: Doc, end: int, kind: EntityType) -> bool:
    """Whether a number behind a name is none of its words: a person's runs, a side of a score."""
    if kind is EntityType.PERSON:
        return True
    is_score = end + 1 < len(doc) and doc[end].text in DASHES and doc[end + 1].is_digit
    return is_score and kind not in AMOUNTS


def _settle(names: Names, candidate: Candidate) -> None:
    """Cut the title off a candidate and drop it when nothing or no name remains."""
    doc = names.doc
    if candidate.type in AMOUNTS:
        return
    text = candidate.text
    if (
        text in ADJECTIVES
        or text in PEOPLES
        or text in _CLOCKS
        or not may_be_name(text)
        or not any(map(str.isalpha, text))
    ):
        names.remove(candidate)
        return
    if candidate.type is EntityType.GROUP and known_type(text) is EntityType.PLACE:
        candidate.type = EntityType.PLACE
    if candidate.type is EntityType.GROUP:
        token = doc[candidate.end - 1]
        candidate.is_reference = token.pos_ == "ADJ" or token.dep_ in _ADJECTIVAL
        return
    if _is_person_after_all(names, candidate):
        candidate.type = EntityType.PERSON
    if candidate.type is EntityType.PERSON:
        cut = leading_title(doc, candidate.start, candidate.end)
        has_nationality = doc[candidate.start].text in ADJECTIVES
        if not cut and has_nationality and candidate.end - candidate.start > 2:
            # "Norwegian Anna Berg": her name follows.
            cut = int(doc[candidate.start + 1].text in GIVEN_NAMES)
        first = doc[candidate.start]
        is_other = first.pos_ in ("ADJ", "ADV", "VERB") and first.text not in GIVEN_NAMES
        if not cut and first.is_sent_start and is_other:
            cut = int(candidate.end - candidate.start > 1)
        if cut:
            names.remove(candidate)
            candidate.start += cut
            if candidate.start >= candidate.end:
                return
            names.add(candidate)
        before = title_before(doc, candidate.start, _inside_name(names))
        after = title_after(doc, candidate.start, candidate.end)
        around = title_around(doc, candidate.start, candidate.end)
        candidate.role = before.role or after.role or around.role
        candidate.gender = before.gender or after.gender or around.gender
        candidate.is_sure = candidate.is_sure or before.is_honorific
    elif is_title_only(doc, candidate.start, candidate.end):
        names.remove(candidate)


def _is_person_after_all(names: Names, candidate: Candidate) -> bool:
    """Whether the words around a supposed organisation or place are those around a person.

    That is an office before or in apposition, an age, or "who" behind a comma.
    """
    doc, start, end = names.doc, candidate.start, candidate.end
    if candidate.is_sure or candidate.type is EntityType.GROUP or not 2 <= end - start <= 3:
        return False
    tokens = doc[start:end]
    if not all(t.text[:1].isupper() and t.is_alpha for t in tokens):
        return False
    if end - start == 3 and tokens[0].text in ADJECTIVES and tokens[1].text in GIVEN_NAMES:
        return tokens[2].text not in ORG_NOUNS
    if any(t.text in ORG_NOUNS or t.text in ADJECTIVES or t.text in PLACE_NAMES for t in tokens):
        return False
    if title_after(doc, start, end).role or title_before(doc, start, frozenset()).role:
        return True
    if end + 2 >= len(doc) or doc[end].text != ",":
        return False
    is_age = doc[end + 1].text.isdecimal() and len(doc[end + 1]) == 2 and doc[end + 2].text == ","
    return is_age or doc[end + 1].lower_ in ("who", "whose")


def _inside_name(names: Names) -> frozenset[int]:
    """The tokens that belong to organisations and places: they may stand in a title."""
    return frozenset(
        token
        for name in names
        if name.type in (EntityType.ORG, EntityType.PLACE)
        for token in range(name.start, name.end)
    )
