"""Names and places of names that the reader added, and places taken off a name.

Applied before any other correction of entities: the places are part of what was found from then
on. Only a place that the reader pointed at, or one with the very same words as a name they
pointed at, is ever given to an entity.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.analysis.lexicons import words
from tui.analysis.results import Entity, Mention
from tui.analysis.rules import MentionRule
from tui.corrections.corrected import PlacedCorrection, folded
from tui.corrections.name_values import Key, key_given, named_by
from tui.documents.article import Span
from tui.documents.divided_words import undivided
from tui.store.correction_rows import Correction, CorrectionKind

_NO_NAME = words(
    "a an the this that these those he she it they we i you him her them us me his hers its "
    "their theirs our ours your yours my mine who whom whose which"
)
"""Words that point at a name and are none, however a sentence begins with them."""


class Named(NamedTuple):
    """An entity with its places as the reader has them."""

    found: Entity
    """As it was found; one of the reader's own with the places they gave it."""
    entity: Entity
    """With the places as they are now: where none is left that names it, without mentions."""
    corrections: tuple[Correction, ...] = ()
    """What gave it places and took some off it, the oldest first."""
    own: Correction | None = None
    """The correction that is this name; `None` for what the analysis found."""


class Reassigned(NamedTuple):
    """A place that names or means somebody else than was found, or nobody."""

    span: Span
    """The place."""
    old: str | None
    """The name of the entity it was taken for; `None` for none."""
    new: str | None
    """The name of the one it belongs to; `None` for none."""


class PlacedNames(NamedTuple):
    """The entities once the reader's places are theirs."""

    named: list[Named]
    """What was found, in its order, then the reader's own names."""
    lost: list[PlacedCorrection]
    """Corrections without a place, or whose name is not there."""
    reassigned: list[Reassigned]
    """What changed hands, in text order."""


class _Claim(NamedTuple):
    """A place that belongs to an entity by a correction."""

    number: int
    """The entity."""
    made: Correction
    """The correction."""


def is_naming(said: str) -> bool:
    """Whether words are a name, not words that only mean somebody ("he", "the agency")."""
    return any(
        word[:1].isupper() or any(map(str.isupper, word[1:]))
        for word in said.split()
        if word.strip("'’").casefold() not in _NO_NAME
    )


def placed_names(
    entities: Sequence[Entity],
    placed: Sequence[PlacedCorrection],
    text: str,
    hidden: Collection[Key] = (),
) -> PlacedNames:
    """Give the entities the places that the reader gave them.

    Args:
        entities: What was found.
        placed: The corrections of places, the oldest first.
        text: Where the same words are looked for.
        hidden: The entities that the reader hid: their places may be somebody else's.
    """
    here = [each for each in placed if each.is_here]
    if not here:
        return PlacedNames([Named(entity, entity) for entity in entities], [], [])
    return _Places(entities, here, text, hidden).result()


class _Places:
    """Whose each place is."""

    def __init__(
        self,
        entities: Sequence[Entity],
        placed: Sequence[PlacedCorrection],
        text: str,
        hidden: Collection[Key],
    ) -> None:
        self._found = list(entities)
        self._placed = placed
        self._text = text
        self._numbers: dict[Key, int] = {}
        for number, entity in enumerate(entities):
            self._numbers.setdefault((folded(entity.name), entity.type.value), number)
        self._own: dict[int, Correction] = {}
        self._hidden = {self._numbers.get(key) for key in hidden}
        for made in (each.correction for each in placed):
            if made.kind is CorrectionKind.NAME:
                # First: what is said with a new name may be as old as the name.
                self._number(made)
        self._lost: list[PlacedCorrection] = []
        self._off = {each.span: each.correction for each in placed
                     if each.span and each.correction.kind is CorrectionKind.OFF}  # fmt: skip
        self._owners = {
            mention.span: number
            for number, entity in enumerate(entities)
            for mention in entity.mentions
        }
        self._mentions = sorted(self._owners)
        self._references = sorted(
            (reference.span, number)
            for number, entity in enumerate(entities)
            for reference in entity.references
        )
        self._claims: dict[Span, _Claim] = {}

    def result(self) -> PlacedNames:
        wanted = [(each.span, claim) for each in self._placed if (claim := self._wanted(each))]
        self._claim_places(wanted)
        self._claim_same_words([claim for _, claim in wanted])
        self._lost += self._without_words()
        spans = sorted(self._claims)
        given: dict[int, list[Span]] = defaultdict(list)
        for span in spans:
            given[self._claims[span].number].append(span)
        named, reassigned = [], {span: Reassigned(span, None, self._holder(span)) for span in spans}
        all_taken = self._taken(spans)
        for number, entity in enumerate(self._found):
            taken = all_taken.get(number, {})
            if not taken and number not in given:
                named.append(Named(entity, entity))
                continue
            for place in taken:
                holding = [each for each in _overlapping(spans, place) if _holds(each, place)]
                new_name = self._holder(holding[0]) if holding else None
                reassigned[place] = Reassigned(place, entity.name, new_name)
            new = self._with(_without(entity, taken), given.get(number, ()))
            made = [each for by in taken.values() for each in by]
            made += [self._claims[span].made for span in given.get(number, ())]
            named.append(self._named(number, entity, new, made))
        kept = [each for each in named if each.found.mentions]
        changes = [each for each in reassigned.values() if each.old != each.new]
        return PlacedNames(kept, self._lost, sorted(changes, key=lambda each: each.span))

    def _without_words(self) -> Iterator[PlacedCorrection]:
        """Corrections that give nothing to a name: its words are gone, or somebody else's."""
        giving = {claim.made.id for claim in self._claims.values()}
        for each in self._placed:
            if each.correction.kind is CorrectionKind.NAME and each.correction.id not in giving:
                yield each

    # -- whose a place is to be -------------------------------------------------------

    def _wanted(self, placed: PlacedCorrection) -> _Claim | None:
        """What a correction gives its place to; a name that lost its place may stand elsewhere."""
        made, span = placed.correction, placed.span
        number = None if made.kind is CorrectionKind.OFF else self._number(made)
        if number is None or (span is None and made.kind is not CorrectionKind.NAME):
            if span is None or made.kind is CorrectionKind.MENTION:
                self._lost.append(placed)
            return None
        return _Claim(number, made)

    def _number(self, made: Correction) -> int | None:
        key = key_given(made)
        if key is None:
            return None
        named = named_by(made.value) if key not in self._numbers else None
        if named:
            self._numbers[key] = len(self._found)
            self._own[len(self._found)] = made
            self._found.append(Entity(named[1], named[0], ()))
        return self._numbers.get(key)

    def _claim_places(self, wanted: Sequence[tuple[Span | None, _Claim]]) -> None:
        """Of places that overlap the one pointed at last counts: mentions never overlap."""
        for span, claim in reversed(wanted):
            is_open = span and not any(span.overlaps(other) for other in self._claims)
            if span and is_open and not self._is_taken_off(span, claim):
                self._claims[span] = claim

    def _is_taken_off(self, span: Span, claim: _Claim) -> bool:
        """Whether the reader has taken the place off again since."""
        off = self._off.get(span)
        if off is None or self._numbers.get((off.name, off.type)) != claim.number:
            return False
        return (off.created, off.id) > (claim.made.created, claim.made.id)

    def _claim_same_words(self, wanted: Iterable[_Claim]) -> None:
        """A name is the same name wherever its words stand and name nobody else."""
        by_words: dict[str, _Claim] = {}
        for claim in wanted:
            said, name = _one_line(claim.made.anchor.exact), self._found[claim.number].name
            if _is_name(said, name):
                # Where a sentence begins with it, it has a capital letter.
                by_words |= {said[:1].upper() + said[1:]: claim, said: claim}
            if claim.made.kind is CorrectionKind.NAME:
                by_words[name] = claim
        pointed_at = sorted(self._claims)
        for said, span in places_of(by_words, self._text):
            claim = by_words[said]
            # Of the whole name the reader may have pointed at a part.
            parts = _overlapping(pointed_at, span)
            is_whole = all(part != span and _holds(span, part) for part in parts)
            is_own = all(self._claims[part].number == claim.number for part in parts)
            if span in self._off or not (is_whole and is_own and self._is_free(span, claim)):
                continue
            for part in parts:
                del self._claims[part]
            self._claims[span] = claim

    def _is_free(self, span: Span, claim: _Claim) -> bool:
        """Whether a place names nobody, or only in a part of its words, or who was split."""
        split = self._numbers.get((claim.made.name, claim.made.type))
        is_split = claim.made.kind is CorrectionKind.NAME and split is not None
        return all(
            (other != span and _holds(span, other))
            or (is_split and self._owners[other] == split)
            or self._owners[other] in self._hidden
            for other in _overlapping(self._mentions, span)
        )

    # -- what becomes of an entity ----------------------------------------------------

    def _taken(self, spans: Sequence[Span]) -> dict[int, dict[Span, list[Correction]]]:
        """The places that each entity no longer has, and what took them."""
        taken: dict[int, dict[Span, list[Correction]]] = defaultdict(lambda: defaultdict(list))
        for span in spans:
            number, made = self._claims[span]
            for place, owner in (*self._mentions_in(span), *self._references_in(span)):
                if (place, owner) != (span, number):
                    taken[owner][place].append(made)
        for place, off in self._off.items():
            if place not in self._claims:
                for held, owner in (*self._mentions_in(place), *self._references_in(place)):
                    key_owner = self._numbers.get((off.name, off.type), owner)
                    if held == place and key_owner == owner:
                        taken[owner][place].append(off)
        return taken

    def _mentions_in(self, span: Span) -> list[tuple[Span, int]]:
        """Names that share a letter with a place, and whose they are."""
        return [(each, self._owners[each]) for each in _overlapping(self._mentions, span)]

    def _references_in(self, span: Span) -> list[tuple[Span, int]]:
        """What only means somebody, inside a place: a longer one may hold a name."""
        first = bisect_left(self._references, (Span(span.start, 0), -1))
        last = bisect_left(self._references, (Span(span.end, 0), -1))
        return [each for each in self._references[first:last] if _holds(span, each[0])]

    def _with(self, entity: Entity, given: Iterable[Span]) -> Entity:
        """The entity with the places it was given."""
        there = {mention.span for mention in (*entity.mentions, *entity.references)}
        mentions, references = list(entity.mentions), list(entity.references)
        for span in given:
            if span not in there:
                by = self._claims[span].made
                is_own = by.kind is CorrectionKind.NAME
                is_name = is_own or _is_name(_one_line(by.anchor.exact), entity.name)
                new = Mention(span, MentionRule.ADDED_BY_READER)
                (mentions if is_name else references).append(new)
        if len(mentions) + len(references) == len(there):
            return entity
        mentions.sort(key=lambda each: each.span)
        references.sort(key=lambda each: each.span)
        return replace(entity, mentions=tuple(mentions), references=tuple(references))

    def _named(self, number: int, found: Entity, new: Entity, made: Iterable[Correction]) -> Named:
        own = self._own.get(number)
        by_id = {each.id: each for each in made if each is not own}
        if own:
            its = (folded(found.name), found.type.value)
            by_id |= {each.id: each for each in self._off.values()
                      if (each.name, each.type) == its}  # fmt: skip
        made = sorted(by_id.values(), key=lambda each: (each.created, each.id))
        return Named(new if own else found, new, tuple(made), own)

    def _holder(self, span: Span) -> str:
        """The name of the entity that a place belongs to now."""
        return self._found[self._claims[span].number].name


def _without(entity: Entity, taken: Container[Span]) -> Entity:
    """The entity without some of its places."""
    mentions = tuple(each for each in entity.mentions if each.span not in taken)
    references = tuple(each for each in entity.references if each.span not in taken)
    if len(mentions) + len(references) == len(entity.mentions) + len(entity.references):
        return entity
    return replace(entity, mentions=mentions, references=references)


def _overlapping(places: Sequence[Span], span: Span) -> list[Span]:
    """Those of some places, sorted and apart from one another, that share a letter with a span."""
    found = []
    at = bisect_left(places, (span.end, span.end))
    while at and places[at - 1].end > span.start:
        at -= 1
        found.append(places[at])
    return found


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _is_name(said: str, name: str) -> bool:
    return is_naming(said) or said == name


def _one_line(said: str) -> str:
    return " ".join(undivided(said).split())


def places_of(names: Collection[str], text: str) -> Iterator[tuple[str, Span]]:
    """Where any of some names stand by themselves, in one pass; of two the longer one."""
    if not names or not text:
        return
    longest_first = sorted(names, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, each.split())) for each in longest_first)
    # A combining mark makes another letter of the one before it.
    for match in re.finditer(rf"(?<!\w)(?:{either})(?![\w\u0300-\u036f])", text):
        yield " ".join(match.group().split()), Span(*match.span())
