"""What there is to be found in one article: entities, quotes, questions, marks, sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tui.analysis.results import AMOUNTS, Analysis, Entity, EntityType, Question, Quote
from tui.analysis.telling_sources import telling_source
from tui.corrections.in_words import asked, below_clause
from tui.documents.article import Span
from tui.documents.divided_words import undivided
from tui.documents.passage_parts import GAP, Parts, reach
from tui.search.filters import RecordFacts
from tui.search.searchable import SearchableMark
from tui.store.clock import local_day


class HitKind(StrEnum):
    """What was found."""

    ENTITY = "entity"
    QUOTE = "quote"
    QUESTION = "question"
    MARK = "mark"
    TEXT = "text"


_ALSO_CALLED = {HitKind.MARK: ("highlight",), HitKind.TEXT: ("sentence",)}


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """Something that can be found."""

    kind: HitKind
    """What it is."""
    span: Span
    """Where it stands in the article, with what lies between its parts."""
    title: str
    """What is shown first."""
    detail: str = ""
    """Names and role, speaker, evidence or note."""
    entity_type: EntityType | None = None
    """The type of an entity."""
    who: str = ""
    """Who says it; a part of `detail`."""
    note: str = ""
    """The reader's note, on one line; a part of `detail`."""
    names: tuple[str, ...] = ()
    """Names it is about besides those of the entities that stand in it."""
    tags: tuple[str, ...] = ()
    """The tags of a mark."""
    colour: str = ""
    """The colour of a mark."""
    day: str = ""
    """The day a mark was made, ISO 8601."""
    states: tuple[str, ...] = ()
    """What `is:` says of it."""
    lost: str = ""
    """The id of a highlight that stands nowhere in the text; empty for all else."""
    parts: Parts = ()
    """The parts of a highlight; empty for all else."""

    def facts(self, names: Iterable[str], sources: tuple[str, ...]) -> RecordFacts:
        """What the filters of a query ask about.

        Args:
            names: The entities that stand in it.
            sources: Title and address of the article.
        """
        kinds = [self.kind.value, *_ALSO_CALLED.get(self.kind, ())]
        if self.entity_type:
            kinds.append(self.entity_type.value.lower())
        return RecordFacts(
            shown=(self.title, self.detail),
            kinds=tuple(kinds),
            about=tuple(dict.fromkeys((*self.names, *names))),
            who=(self.who,) if self.who else (),
            note=self.note,
            sources=sources,
            tags=self.tags,
            colour=self.colour,
            day=self.day,
            states=self.states,
        )


class NamesInText:
    """Which entities stand where, also those meant without their name."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Put their places in order."""
        found = sorted(
            (place.span.start, place.span.end, entity.name)
            for entity in entities
            for place in (*entity.mentions, *entity.references)
        )
        self._starts = [start for start, _, _ in found]
        self._found = found

    def within(self, span: Span) -> Iterator[str]:
        """The names of those that stand in a passage, some more than once."""
        low = bisect_left(self._starts, span.start)
        for _, end, name in self._found[low : bisect_right(self._starts, span.end)]:
            if end <= span.end:
                yield name

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Every place with its name, in text order."""
        return ((start, name) for start, _, name in self._found)


def findings(
    text: str,
    analysis: Analysis | None,
    marks: Iterable[SearchableMark],
    settled: Mapping[Span, str],
) -> Iterator[SearchRecord]:
    """Entities, quotes, questions and marks, each kind in the order of its panel.

    Args:
        text: The article's text as it is shown (`Article.readable`).
        analysis: What was found in it; `None` while that is not known.
        marks: Its highlights.
        settled: By their evidence the questions that are no longer open, as `is:` calls it.
    """
    if analysis is not None:
        named = [entity for entity in analysis.entities if entity.type not in AMOUNTS]
        numeric = [entity for entity in analysis.entities if entity.type in AMOUNTS]
        yield from (_of_entity(text, entity) for entity in [*named, *numeric])
        yield from (_of_quote(text, quote) for quote in analysis.quotes)
        yield from (_of_question(text, question, settled) for question in analysis.questions)
    yield from (_of_mark(text, mark) for mark in marks)


def in_one_line(text: str, span: Span) -> str:
    """The words of a span for a row of the finder: divided ones whole, white space one blank."""
    return " ".join(undivided(text[span.start : span.end], text).split())


def fair_share(records: Sequence[SearchRecord], limit: int) -> list[tuple[int, SearchRecord]]:
    """The first records of each kind with their numbers, so that no kind crowds others out."""
    left: dict[HitKind, int] = {}
    for record in records:
        left[record.kind] = left.get(record.kind, 0) + 1
    shares: dict[HitKind, int] = {}
    for kind, count in sorted(left.items(), key=lambda item: item[1]):
        kinds_to_come = len(left) - len(shares)
        shares[kind] = min(count, max(0, limit - sum(shares.values())) // kinds_to_come)
    shown: list[tuple[int, SearchRecord]] = []
    for number, record in enumerate(records):
        if shares[record.kind] > 0:
            shares[record.kind] -= 1
            shown.append((number, record))
    return shown


def _of_entity(text: str, entity: Entity) -> SearchRecord:
    """An entity is found under each of its names and under its role."""
    names = dict.fromkeys(in_one_line(text, mention.span) for mention in entity.mentions)
    names.pop(entity.name, None)
    detail = " · ".join(filter(None, (entity.role, *names)))
    return SearchRecord(
        HitKind.ENTITY,
        entity.mentions[0].span,
        entity.name,
        detail,
        entity.type,
        names=(entity.name, *names),
    )


def _of_quote(text: str, quote: Quote) -> SearchRecord:
    span = reach(quote.content)
    title = GAP.join(in_one_line(text, part) for part in quote.content)
    source = telling_source(quote, text)
    speaker = quote.speaker_name or " ".join(in_one_line(text, part) for part in source)
    states = ("anonymous",) if quote.anonymous else ()
    return SearchRecord(HitKind.QUOTE, span, title, speaker, who=speaker, states=states)


def _of_question(text: str, question: Question, settled: Mapping[Span, str]) -> SearchRecord:
    state = settled.get(question.evidence, "open")
    return SearchRecord(
        HitKind.QUESTION,
        question.evidence,
        asked(question.text, is_open=state == "open"),
        below_clause(text, question) or in_one_line(text, question.evidence),
        names=question.about,
        states=(state,),
    )


def _of_mark(text: str, mark: SearchableMark) -> SearchRecord:
    highlight = mark.highlight
    note = " ".join(highlight.note.split())
    detail = " · ".join(filter(None, (highlight.speaker, note)))
    span, words = reach(mark.parts), [in_one_line(text, part) for part in mark.parts]
    is_lost = span.start == span.end
    states = [mark.state]
    states += ["noted"] if note else []
    states += ["tagged"] if highlight.tags else []
    return SearchRecord(
        HitKind.MARK,
        span,
        " ".join(undivided(highlight.words).split()) if is_lost else GAP.join(words),
        detail,
        lost=highlight.id if is_lost else "",
        who=highlight.speaker or "",
        note=note,
        tags=highlight.tags,
        colour=highlight.colour.value,
        day=local_day(highlight.created),
        states=tuple(states),
        parts=mark.parts,
    )
