"""Further places of the names found: where the model saw none, and in capital headlines.

The model knows little of lines in capitals: in a text that has others, their names are
those named elsewhere, and the places everybody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from tui.analysis.entities.keys import GENERATIONS
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.lexicons.countries import AMBIGUOUS, PLACE_NAMES
from tui.analysis.lexicons.title_words import ORG_NOUNS
from tui.analysis.results import AMOUNTS, EntityType

Surface = tuple[str, ...]
"""The words of a name as they stand."""

_CAPITALS = 0.8
"""Share of the words of a line in capitals from which on the line is; "NATO, EU" is none."""
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj"})
"""What a name is in its sentence, when it is no part of a longer one."""
_SHORTEST = 2
"""Letters of the longest last name that is not looked for alone."""
_LONG = 3
"""Words of a name that is read where the model found only its last ones."""
_LONGEST = 4
"""Tokens of the longest name of a gazetteer looked up in capitals."""


def find_capital_lines(paragraphs: Sequence[Names]) -> list[Names]:
    """The paragraphs in capitals, when the text also has others."""
    capital = [names for names in paragraphs if _is_in_capitals(names)]
    return capital if len(capital) < len(paragraphs) else []


def _is_in_capitals(names: Names) -> bool:
    text = names.paragraph.text
    if 2 * sum(map(str.isupper, text)) < len(text):
        return False
    longer = [word for word in names.words if word.isalpha() and len(word) > 1]
    return len(longer) > 2 and sum(map(str.isupper, longer)) >= _CAPITALS * len(longer)


def add_repeats(paragraphs: Sequence[Names], capital: Sequence[Names]) -> None:
    """Names of the text at further places of the same words."""
    known = _known_names(paragraphs)
    lengths: dict[str, list[int]] = {}
    """How many words the names with a first word have, the most first."""
    for surface in sorted(known, key=len, reverse=True):
        found = lengths.setdefault(surface[0], [])
        if not found or found[-1] != len(surface):
            found.append(len(surface))
    common = _common_words(paragraphs)
    passed = set(map(id, capital))
    for names in paragraphs:
        if id(names) not in passed:
            _add_repeats_in(names, known, lengths, common)
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
        _replace_in_capitals(paragraphs, capital, common)


def _add_repeats_in(
    names: Names,
    known: Mapping[Surface, EntityType],
    lengths: Mapping[str, Sequence[int]],
    common: Set[str],
) -> None:
    words = names.words
    for i, word in enumerate(words):
        for length in lengths.get(word, ()):
            end = i + length
            kind = known.get(words[i:end]) if end <= len(words) else None
            if kind is None or not _may_take(names, i, end):
                continue
            if length == 1 and not _may_repeat(names, i, kind, common):
                continue
            for inner in {id(o): o for o in map(names.owner, range(i, end)) if o}.values():
                names.remove(inner)
            names.add(NameCandidate(names.paragraph, i, end, kind))
            break


def _may_take(names: Names, start: int, end: int) -> bool:
    """Whether a name of the text may be read there: only its own last words are another one.

    The model finds "Tarvo" alone in "the Bank of Tarvo".
    """
    if end - start < _LONG or names.owner(start) is not None:
        return names.is_free(start, end)
    owners = [owner for owner in map(names.owner, range(start, end)) if owner is not None]
    return all(o.start > start and o.end == end and o.type not in AMOUNTS for o in owners)


def _common_words(paragraphs: Iterable[Names]) -> set[str]:
    """The words of the text that stand in it in lower case."""
    return {word for names in paragraphs for word in names.words if word.islower()}


def _may_repeat(names: Names, i: int, kind: EntityType, common: Set[str]) -> bool:
    """Whether a word is the name it reads like: a proper noun, or a person's in its place.

    The model takes the last name at the beginning of a sentence for the word it also is.
    """
    token = names.doc[i]
    return token.pos_ == "PROPN" or (
        kind is EntityType.PERSON and token.dep_ in _ARGUMENTS and token.lower_ not in common
    )


def _add_nouns(names: Names, nouns: Set[str]) -> None:
    """A noun of the names of the text, marked as a name by its capital ("the Ministry")."""
    words = names.words
    if nouns.isdisjoint(words):
        return
    for i in range(1, len(words)):
        if words[i] not in nouns or words[i - 1].lower() != "the" or names.owner(i) is not None:
            continue
        after = words[i + 1] if i + 1 < len(words) else ""
        if not after[:1].isupper() and after != "of":
            names.add(NameCandidate(names.paragraph, i, i + 1, EntityType.ORG))


def _known_names(paragraphs: Iterable[Names]) -> dict[Surface, EntityType]:
    """The names of the text with their types; of persons also the last name."""
    known: dict[Surface, EntityType] = {}
    for candidate in (candidate for names in paragraphs for candidate in names):
        if candidate.type in AMOUNTS or candidate.is_reference:
            continue
        surface = candidate.paragraph.words[candidate.start : candidate.end]
        known.setdefault(surface, candidate.type)
        if candidate.type is EntityType.PERSON and len(surface) > 1:
            family = _family(surface)
            if len(family[-1]) > _SHORTEST and family != surface:
                known.setdefault(family, EntityType.PERSON)
    return known


def _family(surface: Surface) -> Surface:
    """The last name of a person, with what a hyphen joins: "Patel-Jones"."""
    end = len(surface)
    while end > 1 and surface[end - 1].strip(".") in GENERATIONS:
        end -= 1
    start = end - 1
    while start > 1 and surface[start - 1] == "-":
        start -= 2
    return surface[start:end]


def _replace_in_capitals(
    paragraphs: Sequence[Names],
    capital: Sequence[Names],
    common: Set[str],
) -> None:
    """What the model found in capital lines gives way to what is named elsewhere."""
    upper: dict[Surface, EntityType] = {}
    passed = set(map(id, capital))
    elsewhere = _known_names(names for names in paragraphs if id(names) not in passed)
    for surface, kind in elsewhere.items():
        if len(surface) > 1 or (len(surface[0]) > 2 and surface[0].lower() not in common):
            upper.setdefault(tuple(word.upper() for word in surface), kind)
    longest = max(_LONGEST, max(map(len, upper), default=0))
    for names in capital:
        for candidate in list(names):
            if candidate.type not in AMOUNTS and not candidate.is_sure:
                names.remove(candidate)
        for i in range(len(names.words)):
            for end, kind in _in_capitals(names, i, upper, longest):
                if names.is_free(i, end):
                    names.add(NameCandidate(names.paragraph, i, end, kind))
                    break


def _in_capitals(
    names: Names, start: int, upper: Mapping[Surface, EntityType], longest: int
) -> Iterator[tuple[int, EntityType]]:
    """Where a name that begins here may end, longest first, with its type."""
    for length in range(min(longest, len(names.words) - start), 0, -1):
        end = start + length
        kind = upper.get(names.words[start:end])
        if kind is None and length <= _LONGEST:
            text = names.paragraph.run_text(start, end).title()
            if (text in PLACE_NAMES and text not in AMBIGUOUS) or known_type(
                text
            ) is EntityType.PLACE:
                kind = EntityType.PLACE
        if kind is not None:
            yield end, kind
