"""A very long text is analysed section by section, so that its parse is never held as a whole.

A text of up to `LONGEST_SECTION` is one section: nearly every book is. What the sections of a
longer one name alike is put together afterwards; a last name in one goes to the person whom
another one names in full, if that is only one.

Limits: a quotation or a pronoun finds nobody across the end of a section; the open questions of
each are weighed as those of a text of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui.analysis.entities.keys import Key, amount_key, key_of
from tui.analysis.results import AMOUNTS, Analysis, Entity, EntityType, Mention, Question
from tui.analysis.stretches import Stretch

LONGEST_SECTION = 600_000
"""Code points whose parse is held at once: 100,000 words, which take 50 to 250 MiB."""

_Name = tuple[EntityType, Key]


def sections(pieces: Sequence[Stretch]) -> list[Sequence[Stretch]]:
    """The stretches of a text in sections, in text order; one for a text that is no longer."""
    found: list[Sequence[Stretch]] = []
    start = size = 0
    for number, piece in enumerate(pieces):
        if size and size + len(piece.text) > LONGEST_SECTION:
            found.append(pieces[start:number])
            start, size = number, 0
        size += len(piece.text)
    return [*found, pieces[start:]]


class Collected:
    """What is found in the sections of a text, added in any order."""

    def __init__(self) -> None:
        """Nothing is found yet."""
        self._parts: dict[int, Analysis] = {}

    def add(self, number: int, found: Analysis) -> None:
        """Add what is found in the section of a number."""
        self._parts[number] = found

    def all(self) -> Analysis:
        """Everything found so far; of one section what was found in it."""
        parts = [self._parts[number] for number in sorted(self._parts)]
        if len(parts) == 1:
            return parts[0]
        return Analysis(
            parts[0].language,
            _entities(entity for part in parts for entity in part.entities),
            tuple(quote for part in parts for quote in part.quotes),
            tuple(sorted((q for part in parts for q in part.questions), key=_importance)),
        )


def _importance(question: Question) -> tuple[int, float, int]:
    return -question.salience, -question.certainty, question.evidence.start


def _entities(found: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities of all sections, those of one name and type put together."""
    by_name: dict[_Name, Entity] = {}
    for entity in found:
        name = _name(entity)
        known = by_name.get(name)
        by_name[name] = entity if known is None else _joined(known, entity)
    for name, owner in list(_last_names(by_name)):
        by_name[owner] = _joined(by_name[owner], by_name.pop(name))
    entities = sorted(
        by_name.values(), key=lambda e: (-len(e.mentions), -len(e.references), e.mentions[0].span)
    )
    return tuple(entities)


def _name(entity: Entity) -> _Name:
    key = amount_key if entity.type in AMOUNTS else key_of
    return entity.type, key(entity.name)


def _last_names(by_name: dict[_Name, Entity]) -> Iterator[tuple[_Name, _Name]]:
    """Persons with one name, each with the only one who bears it as the last of several."""
    bearers: dict[str, _Name | None] = {}
    for kind, key in by_name:
        if kind is EntityType.PERSON and len(key) > 1:
            bearers[key[-1]] = None if key[-1] in bearers else (kind, key)
    for kind, key in by_name:
        owner = bearers.get(key[0]) if kind is EntityType.PERSON and len(key) == 1 else None
        if owner is not None:
            yield (kind, key), owner


def _joined(first: Entity, other: Entity) -> Entity:
    """One entity of two; the fuller name, and what one says where the other says nothing."""
    name = max(first.name, other.name, key=lambda text: len(text.split()))
    return replace(
        first,
        name=name,
        mentions=_together(first.mentions, other.mentions),
        references=_together(first.references, other.references),
        role=first.role or other.role,
        resolved=first.resolved if first.resolved == other.resolved else None,
        stands_for=first.stands_for or other.stands_for,
    )


def _together(first: tuple[Mention, ...], other: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The places of both in text order; the dateline is read with every section."""
    places = {mention.span: mention for mention in (*other, *first)}
    return tuple(places[span] for span in sorted(places))
