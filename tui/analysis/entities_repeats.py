"""Further places of the names found: where the model saw none, and in capital headlines.

The model knows little of lines in capitals: in a text that has others, their names are
those named elsewhere, and the places everybody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from tui.analysis.entities_evidence import known_type
from tui.analysis.entities_names import AMOUNTS, Candidate, Names
from tui.analysis.lexicons.places import AMBIGUOUS, PLACE_NAMES
from tui.analysis.lexicons.titles import ORG_NOUNS
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

Surface = tuple[str, ...]
"""The words of a name as they stand."""

_CAPITALS = 0.8
"""Share of the words of a line in capitals from which on the line is; "NATO, EU" is none."""
_LONGEST = 4
"""Tokens of the longest name of a gazetteer looked up in capitals."""


def find_capital_lines(paragraphs: Sequence[Names]) -> list[Names]:
    """The paragraphs in capitals, when the text also has others."""
    capital = [names for names in paragraphs if _is_in_capitals(names.doc)]
    return capital if len(capital) < len(paragraphs) else []


def _is_in_capitals(doc: Doc) -> bool:
    letters = sum(map(str.isupper, doc.text))
    if 2 * letters < len(doc.text):
        return False
    longer = [token for token in doc if token.is_alpha and len(token) > 1]
    return len(longer) > 2 and sum(t.is_upper for t in longer) >= _CAPITALS * len(longer)


def add_repeats(paragraphs: Sequence[Names], capital: Sequence[Names]) -> None:
    """Names of the text at further places of the same words."""
    known = _known_names(paragraphs)
    by_first: dict[str, list[Surface]] = {}
    for surface in sorted(known, key=len, reverse=True):
        by_first.setdefault(surface[0], []).append(surface)
    for names in paragraphs:
        if names in capital:
            continue
        doc = names.doc
        for i, token in enumerate(doc):
            for surface in by_first.get(token.text, ()):
                end = i + len(surface)
                if end > len(doc) or not names.is_free(i, end):
                    continue
                if len(surface) == 1 and token.pos_ != "PROPN":
                    continue
                if tuple(t.text for t in doc[i:end]) == surface:
                    names.add(Candidate(names.paragraph, i, end, known[surface]))
                    break
    nouns = {
        noun
        for surface, kind in known.items()
        if kind is EntityType.ORG and len(surface) > 1
        for noun in (surface[0], surface[-1])
        if noun in ORG_NOUNS
    }
    for names in paragraphs:
        _add_nouns(names, nouns)
    if capital:
        _replace_in_capitals(paragraphs, capital, known)


def _add_nouns(names: Names, nouns: Set[str]) -> None:
    """A noun of the names of the text, marked as a name by its capital ("the Ministry")."""
    doc = names.doc
    for i in range(1, len(doc)):
        if doc[i].text not in nouns or doc[i - 1].lower_ != "the" or names.owner(i) is not None:
            continue
        after = doc[i + 1].text if i + 1 < len(doc) else ""
        if not after[:1].isupper() and after != "of":
            names.add(Candidate(names.paragraph, i, i + 1, EntityType.ORG))


def _known_names(paragraphs: Iterable[Names]) -> dict[Surface, EntityType]:
    """The names of the text with their types; of persons also the last name."""
    known: dict[Surface, EntityType] = {}
    for candidate in (candidate for names in paragraphs for candidate in names):
        if candidate.type in AMOUNTS or candidate.is_reference:
            continue
        doc = candidate.paragraph.doc
        surface = tuple(token.text for token in doc[candidate.start : candidate.end])
        known.setdefault(surface, candidate.type)
        if candidate.type is EntityType.PERSON and len(surface) > 1 and len(surface[-1]) > 2:
            known.setdefault(surface[-1:], EntityType.PERSON)
    return known


def _replace_in_capitals(
    paragraphs: Sequence[Names], capital: Sequence[Names], known: dict[Surface, EntityType]
) -> None:
    """What the model found in capital lines gives way to what is named elsewhere."""
    common = {token.text for names in paragraphs for token in names.doc if token.is_lower}
    upper: dict[Surface, EntityType] = {}
    elsewhere = _known_names(names for names in paragraphs if names not in capital)
    for surface, kind in elsewhere.items():
        if len(surface) > 1 or (len(surface[0]) > 2 and surface[0].lower() not in common):
            upper.setdefault(tuple(word.upper() for word in surface), kind)
    for names in capital:
        for candidate in list(names):
            if candidate.type not in AMOUNTS and not candidate.is_sure:
                names.remove(candidate)
        doc = names.doc
        for i in range(len(doc)):
            for end, kind in _in_capitals(doc, i, upper):
                if names.is_free(i, end):
                    names.add(Candidate(names.paragraph, i, end, kind))
                    break


def _in_capitals(
    doc: Doc, start: int, upper: dict[Surface, EntityType]
) -> Iterator[tuple[int, EntityType]]:
    """Where a name that begins here may end, longest first, with its type."""
    longest = max(map(len, upper), default=0)
    for length in range(min(max(longest, _LONGEST), len(doc) - start), 0, -1):
        end = start + length
        kind = upper.get(tuple(token.text for token in doc[start:end]))
        if kind is None and length <= _LONGEST:
            text = doc[start:end].text.title()
            if (text in PLACE_NAMES and text not in AMBIGUOUS) or known_type(
                text
            ) is EntityType.PLACE:
                kind = EntityType.PLACE
        if kind is not None:
            yield end, kind
