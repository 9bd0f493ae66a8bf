"""The names of a paragraph: what the model marked and what it missed, without their titles."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from tui.analysis.entities.additions import (
    add_bodies,
    add_compounds,
    add_persons,
    add_places,
    add_titled,
)
from tui.analysis.entities.cities import add_cities, part_datelines
from tui.analysis.entities.described_names import add_described
from tui.analysis.entities.joined_names import join_names
from tui.analysis.entities.paragraph_names import NameCandidate, Names, may_be_name
from tui.analysis.entities.pieces import pieces
from tui.analysis.entities.quoted_titles import add_titles
from tui.analysis.entities.titles import (
    is_title_only,
    leading_title,
    title_after,
    title_around,
    title_before,
)
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.lexicons import words
from tui.analysis.lexicons.class_nouns import BODY_NOUNS_BEFORE, KNOWN_NAMES
from tui.analysis.lexicons.countries import ADJECTIVES, PEOPLES, PLACE_NAMES
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.title_words import OFFICES, ORG_NOUNS, PORTFOLIOS
from tui.analysis.parsed import Paragraph
from tui.analysis.results import AMOUNTS, EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLOCKS = words("GMT UTC BST CET CEST EST EDT CDT MST PST PDT")
"""Times of day are told by them."""
_TIMES = words(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday mon tue tues wed thu thur thurs fri sat sun spring summer autumn fall winter christmas
    easter thanksgiving halloween ramadan day eve week month year years night today tomorrow
    yesterday tonight noon midnight morning evening afternoon weekend century decade century
    hanukkah passover diwali new lent advent pentecost eid epiphany carnival boxing independence
    memorial labor labour super ash good holy valentine one two three four five six seven eight
    nine ten first second third season quarter
    """
)
"""Words that a date has, in lower case."""
_CALLINGS = words(
    """
    rapper singer actor actress novelist poet comedian footballer golfer cyclist striker midfielder
    goalkeeper winger guitarist drummer playwright screenwriter composer pianist economist
    analyst lawyer historian photographer presenter
    """
)
"""Callings that a sentence begins with, and no name of a body does."""
_LONGEST_CALLED = 4
_ADJECTIVAL = frozenset({"amod", "compound", "nmod", "poss"})


def find_names(paragraph: Paragraph) -> Names:
    """The names and amounts of one paragraph."""
    names = Names(paragraph)
    for start, end, kind in pieces(paragraph.doc, paragraph.text):
        if names.is_free(start, end) and not (
            kind is EntityType.DATE and _dates_nothing(names, start, end)
        ):
            names.add(NameCandidate(paragraph, start, end, kind))
    add_compounds(names)
    add_places(names)
    add_bodies(names)
    add_cities(names)
    add_titled(names)
    add_persons(names)
    join_names(names)
    add_titles(names)
    add_described(names)
    part_datelines(names)
    for candidate in list(names):
        _settle(names, candidate)
    return names


def _dates_nothing(names: Names, start: int, end: int) -> bool:
    """Whether a supposed date is a name: capitals alone, no number, month, day or feast."""
    return all(
        word.istitle() and token.pos_ == "PROPN" and word.lower().rstrip(".") not in _TIMES
        for word, token in zip(
            names.words[start:end], names.paragraph.tokens[start:end], strict=True
        )
    ) and not any(word.lower().rstrip(".") in _TIMES for word in names.words[start:end])


def _settle(names: Names, candidate: NameCandidate) -> None:
    """Cut the title off a candidate and drop it when nothing or no name remains."""
    doc = names.doc
    if candidate.type in AMOUNTS:
        return
    if _is_no_name(candidate.text):
        names.remove(candidate)
        return
    if candidate.type is EntityType.GROUP and known_type(candidate.text) is EntityType.PLACE:
        candidate.type = EntityType.PLACE
    if candidate.type is EntityType.GROUP:
        token = doc[candidate.end - 1]
        candidate.is_reference = token.pos_ == "ADJ" or token.dep_ in _ADJECTIVAL
        return
    if _is_person_after_all(names, candidate):
        candidate.type = EntityType.PERSON
    if _begins_with_rank(candidate) or _begins_with_calling(names, candidate):
        names.remove(candidate)
        candidate.start += 1
        candidate.type, candidate.is_sure = EntityType.PERSON, True
        names.add(candidate)
    if candidate.type is EntityType.ORG and _begins_with_kind(names, candidate):
        names.remove(candidate)
        candidate.start += 1
        names.add(candidate)
    if candidate.type is EntityType.PERSON:
        _settle_person(names, candidate)
    elif is_title_only(doc, candidate.start, candidate.end) and not _is_known_body(candidate):
        names.remove(candidate)


def _is_known_body(candidate: NameCandidate) -> bool:
    """Whether a well-known body of several words stands there: "the Republican Party nominee"."""
    return candidate.end - candidate.start > 1 and known_type(candidate.text) is EntityType.ORG


def _begins_with_rank(candidate: NameCandidate) -> bool:
    """Whether a name begins with the letters of an office: "PM Berg"."""
    parts = candidate.text.split()
    return len(parts) in (2, 3) and parts[0] in ("PM", "MP") and parts[1].istitle()


def _begins_with_calling(names: Names, candidate: NameCandidate) -> bool:
    """Whether a sentence begins with the calling of who follows: "Rapper Tarvo"."""
    i = candidate.start
    return (
        1 < candidate.end - i < _LONGEST_CALLED
        and candidate.type is not EntityType.PERSON
        and bool(names.doc[i].is_sent_start)
        and names.words[i].lower() in _CALLINGS
        and all(word.istitle() for word in names.words[i : candidate.end])
        and names.words[candidate.end - 1] not in ORG_NOUNS
    )


def _begins_with_kind(names: Names, candidate: NameCandidate) -> bool:
    """Whether a sentence begins with what kind of body follows: "Retailer Tarvo Direct"."""
    words_, i = names.words, candidate.start
    return (
        candidate.end - i > 1
        and bool(names.doc[i].is_sent_start)
        and words_[i].lower() in BODY_NOUNS_BEFORE
        and words_[i] not in ORG_NOUNS
        and words_[i + 1][:1].isupper()
    )


def _is_no_name(text: str) -> bool:
    """Whether a candidate only looks like a name: an adjective, a time zone, digits."""
    return (
        text in ADJECTIVES
        or text in PEOPLES
        or text in _CLOCKS
        or not may_be_name(text)
        or not any(map(str.isalpha, text))
    )


def _settle_person(names: Names, candidate: NameCandidate) -> None:
    """Cut off what stands before a person's name, and note the office and gender it tells."""
    doc = names.doc
    cut = _before_name(doc, candidate.start, candidate.end)
    if cut:
        names.remove(candidate)
        candidate.start += cut
        if candidate.start >= candidate.end:
            return
        names.add(candidate)
    before = title_before(doc, candidate.start, _InsideNames(names))
    after = title_after(doc, candidate.start, candidate.end)
    around = title_around(doc, candidate.start, candidate.end)
    candidate.role = before.role or after.role or around.role
    candidate.gender = before.gender or after.gender or around.gender
    candidate.is_sure = candidate.is_sure or before.is_honorific


def _before_name(doc: Doc, start: int, end: int) -> int:
    """How many tokens of a person's span stand before the name."""
    title = leading_title(doc, start, end)
    if title:
        return title
    first = doc[start]
    is_member = first.text in ADJECTIVES or KNOWN_NAMES.get(first.text) == "GROUP"
    if (is_member or first.lower_.removesuffix("s") in OFFICES) and end - start > 1:
        if (doc[start + 1].text in GIVEN_NAMES or first.text in ADJECTIVES) and end - start > 2:
            return 1  # "Norwegian Anna Berg" and "Tory Anna Berg": her name follows.
        if first.lower_.endswith("s") and first.lower_.removesuffix("s") in OFFICES:
            return 1  # "Presidents Berg and Ostrel"
    is_other = first.pos_ in ("ADJ", "ADV", "VERB") and first.text not in GIVEN_NAMES
    return int(bool(first.is_sent_start) and is_other and end - start > 1)


def _is_person_after_all(names: Names, candidate: NameCandidate) -> bool:
    """Whether the words around a supposed organisation or place are those around a person.

    That is an office before or in apposition, an age, or "who" behind a comma.
    """
    doc, start, end = names.doc, candidate.start, candidate.end
    if candidate.is_sure or candidate.type is EntityType.GROUP or end - start > 3:
        return False
    tokens = doc[start:end]
    if end - start == 1:
        return _has_written_title(names, candidate)
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


def _has_written_title(names: Names, candidate: NameCandidate) -> bool:
    """Whether a title with its capital stands before one word: "President Tarvo"."""
    doc, start = names.doc, candidate.start
    word = candidate.text
    return (
        start > 0
        and doc[start - 1].text.istitle()
        and doc[start - 1].lower_ in OFFICES
        and word.istitle()
        and word not in ORG_NOUNS
        and word not in PORTFOLIOS
        and known_type(word) is None
        and word not in PLACE_NAMES
        and word not in ADJECTIVES
        and not (candidate.end < len(doc) and doc[candidate.end].text[:1].isupper())
    )


class _InsideNames(Container[int]):
    """The tokens that belong to organisations and places: they may stand in a title."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def __contains__(self, token: object) -> bool:
        owner = self._names.owner(token) if isinstance(token, int) else None
        return owner is not None and owner.type in (EntityType.ORG, EntityType.PLACE)
