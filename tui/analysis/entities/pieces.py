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
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_DETERMINERS = words(
    "the a an this that these those all both its his her their our my your",
)
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
    """A name without articles, possessive endings and stray punctuation."""
    while start < end and (
        doc[start].lower_ in _DETERMINERS or doc[start].is_space or doc[start].is_punct
    ):
        start += 1
    while start < end and (
        doc[end - 1].text in _POSSESSIVES
        or doc[end - 1].is_space
        or doc[end - 1].is_punct
        or doc[end - 1].lower_ in _DETERMINERS
        or (kind is EntityType.PERSON and doc[end - 1].is_lower)
    ):
        end -= 1
    is_score = end - start > 3 and doc[end - 1].is_digit and doc[end - 3].is_digit
    if is_score and doc[end - 2].text in DASHES:
        end -= 3
    elif end - start > 1 and doc[end - 1].is_digit and _is_apart(doc, end, kind):
        end -= 1
    return start, end


def _is_apart(doc: Doc, end: int, kind: EntityType) -> bool:
    """Whether a number behind a name is none of its words: a person's runs, a side of a score."""
    if kind is EntityType.PERSON:
        return True
    return end + 1 < len(doc) and doc[end].text in DASHES and doc[end + 1].is_digit
