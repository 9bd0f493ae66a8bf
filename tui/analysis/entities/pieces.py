"""The model's spans, cut where no name goes on and trimmed at both ends.

The spans keep articles, join pairs of places and run across quotation marks, markup and
scores. Each repair here is a class of such errors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from tui.analysis.entities.additions import DASHES
from tui.analysis.entities.amounts import amounts
from tui.analysis.entities.paragraph_names import may_be_name
from tui.analysis.lexicons import words
from tui.analysis.lexicons.countries import PLACE_NAMES
from tui.analysis.lexicons.title_words import COMPANY_SUFFIXES, ORG_NOUNS, POSTNOMINALS
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
}
"""The model's labels for names that are kept: languages are no entities a reader looks for."""
_QUOTES = frozenset('"“”„«»‹›()[]{}|•*')
_INNER = frozenset("&/")
"""Signs that stand between the words of one name."""
_POSSESSIVES = frozenset({"'s", "’s", "‘s", "'", "’", "‘"})
_DETERMINERS = words(
    "the a an this that these those all both its his her their our my your",
)
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
"""Tags of verbs that make a sentence."""
_TITLES = words("Mr Mrs Ms Sir Mr. Mrs. Ms.")
"""What begins the next name: "the Sunday Times Mr Berg"."""
_DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_LOOSE = words("of and for to on at by with as from where percent per")
"""What no name ends with."""
_OUTER = words("without with despite under after before while when if as like but than following")
"""What no name but a title begins with."""
_LONGEST_REST = 3
"""Words added to a name that ends with a link at most."""
_KINDS_INSIDE = ORG_NOUNS | {"Convention", "Conference", "Congress", "Cup", "Festival", "Games"}
"""What belongs to the name of a body also with a small letter."""
_KINDS_BEHIND = words("agency agencies website newspaper magazine programme program")
"""What a name of a body is followed by and is no part of it: "Tarvo news agency"."""
_CONNECTIVES = words("and or at in on against vs for with from")
"""Words that stand between two names, never inside a person's."""


def pieces(doc: Doc, text: str) -> list[tuple[int, int, EntityType]]:
    """The names among the model's spans, cut and trimmed, and the amounts, in text order.

    Args:
        doc: The parsed paragraph.
        text: Its text.
    """
    found = amounts(doc, text)
    taken = {token for start, end, _ in found for token in range(start, end)}
    for entity in doc.ents:
        kind = _TYPES.get(entity.label_)
        if kind is None:
            continue
        for start, end in _runs(doc, entity.start, entity.end, kind, taken):
            start, end = _trimmed(doc, start, end, kind)
            if start < end and any(c.isupper() for c in doc[start:end].text):
                found.append((start, end, kind))
    return sorted(found)


def _runs(
    doc: Doc, start: int, end: int, kind: EntityType, taken: Collection[int]
) -> Iterator[tuple[int, int]]:
    """A span without amounts, quotation marks, brackets and blanks, pairs of places parted."""
    first = start
    for i in range(start, end + 1):
        is_inside = i < end and i not in taken
        if is_inside and not _parts_names(doc[i]) and not _parts_kind(doc[i], kind):
            continue
        if first < i:
            yield from _pairs(doc, first, i)
        first = i + 1


def _parts_names(token: Token) -> bool:
    """Whether no name goes on across a token: a blank, a mark or a sign of markup."""
    text = token.text
    if text.isalpha():
        return False
    return (
        token.is_space
        or text in _QUOTES
        or not (may_be_name(text) or any(map(str.isalnum, text)) or text in _INNER)
    )


def _parts_kind(token: Token, kind: EntityType) -> bool:
    """Whether no name of that kind goes on across a token: "Berg at Oslo", "Oslo, Norway"."""
    if kind is EntityType.PERSON:
        return token.text in _CONNECTIVES or _is_foreign_to_persons(token)
    if kind in (EntityType.WORK, EntityType.ORG) and token.text == ",":
        return _is_list_comma(token)
    if kind is EntityType.ORG:
        # "Berg said Ostrel" and "Tarvo on Thursday"
        is_day = token.text in _DAYS and token.i > 0 and token.nbor(-1).lower_ == "on"
        return (token.is_lower and token.tag_ in _FINITE) or is_day
    return kind is EntityType.PLACE and token.text in (",", "or")


def _is_foreign_to_persons(token: Token) -> bool:
    """Whether a token is a verb or a score: "Berg blasts Ostrel", "Berg 6-4"."""
    if token.is_lower and token.tag_ in _FINITE:
        return True
    return token.text[:1].isdigit() and "-" in token.text


def _is_list_comma(token: Token) -> bool:
    """Whether a comma parts two titles: nothing joins them further on ("Mind, Body and Soul")."""
    doc = token.doc
    rest = [word.lower_ for word in doc[token.i + 1 : token.i + 6]]
    if "and" in rest or "&" in rest or token.nbor(-1).text in ("California", "Texas"):
        return False
    after = doc[token.i + 1].text if token.i + 1 < len(doc) else ""
    return after.istitle() and after not in COMPANY_SUFFIXES and after not in PLACE_NAMES


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
        is_side = right in PLACE_NAMES or (right.isupper() and right.isalpha())
        if (doc[i].text in DASHES and is_side) or (
            doc[i].text in _POSSESSIVES and right[:1].isupper()
        ):
            yield start, i
            yield i + 1, end
            return
    yield start, end


def _trimmed(doc: Doc, start: int, end: int, kind: EntityType) -> tuple[int, int]:
    """A name without articles, possessive endings and stray punctuation."""
    while start < end and (
        (doc[start].lower_ in _DETERMINERS and not _is_first_of_title(doc, start, kind))
        or doc[start].is_space
        or doc[start].is_punct
    ):
        start += 1
    while start < end - 1 and doc[start].lower_ in _OUTER and kind is not EntityType.WORK:
        start += 1
    if kind is EntityType.ORG and start < end:
        end = _full_end(doc, start, end)
    while start < end and (
        doc[end - 1].text in _POSSESSIVES
        or doc[end - 1].is_space
        or doc[end - 1].is_punct
        or doc[end - 1].lower_ in _DETERMINERS
        or (kind is EntityType.PERSON and (doc[end - 1].is_lower or _is_seat(doc, start, end)))
        or (end - start > 1 and doc[end - 1].text in _TITLES)
        or (end - start > 1 and doc[end - 1].text in _DAYS and doc[end - 2].like_num)
        or (doc[end - 1].lower_ in _LOOSE and doc[end - 1].is_lower)
    ):
        end -= 1
    if kind is EntityType.ORG:
        end = _without_kind(doc, start, end)
    is_score = end - start > 3 and doc[end - 1].is_digit and doc[end - 3].is_digit
    if is_score and doc[end - 2].text in DASHES:
        end -= 3
    elif end - start > 1 and doc[end - 1].is_digit and _is_apart(doc, end, kind):
        end -= 1
    return start, end


def _is_seat(doc: Doc, start: int, end: int) -> bool:
    """Whether a person's name ends in the letters of a seat or an honour: "Anna Berg MP"."""
    return end - start > 2 and doc[end - 1].text in POSTNOMINALS


def _is_first_of_title(doc: Doc, i: int, kind: EntityType) -> bool:
    """Whether "My" or "Our" begins a title inside a sentence: "in My Own Tarvo"."""
    is_title = kind in (EntityType.WORK, EntityType.ORG) and doc[i].text in ("My", "Our", "Your")
    return is_title and i > 0 and not doc[i].is_sent_start and doc[i + 1].is_title


def _without_kind(doc: Doc, start: int, end: int) -> int:
    """Where a body's name ends in front of what kind of body it is."""
    for i in range(start + 1, end - 1):
        if doc[i].text in _POSSESSIVES and doc[i + 1].is_lower and doc[i + 1].text != "of":
            return i  # "Tarvo's council"
    last = doc[end - 1]
    is_kind = last.lower_ in _KINDS_BEHIND or last.text.title() not in _KINDS_INSIDE
    if (
        end - start < 2
        or doc[end - 2].text in DASHES
        or not (last.is_lower and last.is_alpha and is_kind)
    ):
        return end
    end -= 1
    while end - start > 1 and doc[end - 1].is_lower and doc[end - 2].text not in DASHES:
        end -= 1
    return end


def _full_end(doc: Doc, start: int, end: int) -> int:
    """Where a body's name ends that the model left at a link: "Office of" + "Fair Tarvo"."""
    if end >= len(doc) or doc[end - 1].lower_ not in ("of", "for", "and"):
        return end
    if doc[end - 1].lower_ == "and" and any(t.lower_ == "and" for t in doc[start : end - 1]):
        return end
    stop = end
    while stop < len(doc) and stop - end < _LONGEST_REST and _goes_on(doc[stop]):
        stop += 1
    return stop


def _goes_on(token: Token) -> bool:
    return token.is_title and token.pos_ == "PROPN" and token.text not in _TITLES


def _is_apart(doc: Doc, end: int, kind: EntityType) -> bool:
    """Whether a number behind a name is none of its words: a person's runs, a side of a score."""
    if kind is EntityType.PERSON:
        return True
    if end + 1 < len(doc) and doc[end].lower_ in ("percent", "per", "%"):
        return True
    if end + 1 < len(doc) and doc[end].lower_ == "to" and doc[end + 1].is_digit:
        return True
    return end + 1 < len(doc) and doc[end].text in DASHES and doc[end + 1].is_digit
