"""Corrections of entities: hidden, renamed, given another type, merged into one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tui.analysis.results import Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.corrections.corrected import Corrected, PlacedCorrection, folded
from tui.corrections.name_values import Key
from tui.corrections.own_names import Named
from tui.documents.article import Span
from tui.store.correction_rows import PLACES, CorrectionKind


def correct_entities(
    named: Sequence[Named], placed: Sequence[PlacedCorrection]
) -> tuple[list[Corrected[Entity]], list[PlacedCorrection]]:
    """The entities as the reader has them, and the corrections whose entity is not there."""
    changed = any(each.entity is not each.found or each.own for each in named)
    if not placed and not changed:
        return [Corrected(each.found, each.found) for each in named], []
    entities = [each.found for each in named]
    numbers: dict[Key, int] = {}
    for number, entity in enumerate(entities):
        numbers.setdefault((folded(entity.name), entity.type.value), number)
    found, lost = _found(placed, entities, numbers)
    parents, astray = _parents(found, numbers)
    rows = [
        Corrected(
            _edited(each.entity, found.get(number, ())),
            each.found,
            (*each.corrections, *(made.correction for made in found.get(number, ()))),
            number in parents or _is_hidden(found.get(number, ())),
            own=each.own,
        )
        for number, each in enumerate(named)
    ]
    merged = [_with_mentions(row) for row in _merged(rows, parents)]
    lost = [each for each in (*lost, *astray) if each.is_here]
    if parents or changed:
        merged.sort(key=lambda row: -len(row.result.mentions))
    return merged, lost


def new_names(rows: Iterable[Corrected[Entity]]) -> dict[str, str]:
    """What the reader calls those who were found under another name, by the folded old name.

    A name that two entities share says nothing about which of them is meant, unless one of
    them is a person: only they speak and are asked.
    """
    rows = list(rows)
    changed = [row for row in rows if row.part_of or row.result.name != row.found.name]
    if not changed:
        return {}
    count = Counter(folded(row.found.name) for row in rows)
    return {
        name: row.part_of or row.result.name
        for row in changed
        if count[name := folded(row.found.name)] == 1 or row.found.type is EntityType.PERSON
    }


def _found(
    placed: Iterable[PlacedCorrection], entities: Sequence[Entity], numbers: Mapping[Key, int]
) -> tuple[dict[int, list[PlacedCorrection]], list[PlacedCorrection]]:
    """The corrections by entity; one whose name is gone goes by the place of its mention."""
    places: dict[Span, int] = {}
    for place, entity in enumerate(entities):
        places.update((mention.span, place) for mention in entity.mentions)
    found: dict[int, list[PlacedCorrection]] = defaultdict(list)
    lost: list[PlacedCorrection] = []
    for each in placed:
        made = each.correction
        number = numbers.get((made.name, made.type))
        if number is None and each.span is not None:
            number = places.get(each.span)
        if number is None:
            lost.append(each)
        else:
            found[number].append(each)
    return found, lost


def _parents(
    found: Mapping[int, Iterable[PlacedCorrection]], numbers: Mapping[Key, int]
) -> tuple[dict[int, int], list[PlacedCorrection]]:
    """Into which entity each merged one went, and the merges that lead nowhere or in a circle."""
    merges = [
        (each, number)
        for number, made in found.items()
        for each in made
        if each.correction.kind is CorrectionKind.MERGE
    ]
    merges.sort(key=lambda pair: (pair[0].correction.created, pair[0].correction.id))
    parents: dict[int, int] = {}
    astray: list[PlacedCorrection] = []
    for each, number in merges:
        kind, _, name = each.correction.value.partition(" ")
        into = numbers.get((folded(name), kind))
        if into is None or number in _way(into, parents):
            astray.append(each)
        else:
            parents[number] = into
    return parents, astray


def _way(number: int, parents: Mapping[int, int]) -> list[int]:
    """The entity and those it went into, one after another."""
    way = [number]
    while way[-1] in parents:
        way.append(parents[way[-1]])
    return way


def _is_hidden(placed: Iterable[PlacedCorrection]) -> bool:
    return any(each.correction.kind is CorrectionKind.HIDE for each in placed)


def _edited(entity: Entity, placed: Iterable[PlacedCorrection]) -> Entity:
    for made in (each.correction for each in placed):
        if made.kind is CorrectionKind.RENAME:
            entity = replace(entity, name=made.value)
        elif made.kind is CorrectionKind.RETYPE:
            entity = replace(entity, type=EntityType(made.value))
    return entity


def _merged(rows: list[Corrected[Entity]], parents: Mapping[int, int]) -> list[Corrected[Entity]]:
    """The rows with the mentions of each merged one added to the one it went into."""
    gathered: dict[int, list[Entity]] = defaultdict(list)
    for number in parents:
        root = _way(number, parents)[-1]
        gathered[root].append(rows[number].result)
        rows[number] = replace(rows[number], part_of=rows[root].result.name)
    for number, others in gathered.items():
        whole = rows[number].result
        for other in others:
            whole = replace(
                whole,
                mentions=_together(whole.mentions, other.mentions),
                references=_together(whole.references, other.references),
                role=whole.role or other.role,
            )
        rows[number] = replace(rows[number], result=whole)
    return rows


def _with_mentions(row: Corrected[Entity]) -> Corrected[Entity]:
    """The row; one whose last name is another one's now hidden, with the places it had."""
    if row.result.mentions:
        return row
    made = row.corrections
    took = tuple(each for each in made if each.kind in PLACES)
    result = replace(row.result, mentions=row.found.mentions, references=row.found.references)
    return replace(row, result=result, is_hidden=True, emptied_by=took)


def _together(own: Sequence[Mention], more: Sequence[Mention]) -> tuple[Mention, ...]:
    there = {mention.span: replace(mention, rule=MentionRule.MERGED_BY_READER) for mention in more}
    there |= {mention.span: mention for mention in own}
    return tuple(there[span] for span in sorted(there))
