"""Searching the open article: its text, its people, quotes, questions and marks.

The sentences of the text are indexed once; findings and marks, which change while the
reader works, are indexed apart from them, so that a new mark costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from heapq import nlargest

from tui.analysis.results import Analysis, Entity, EntityType, Question, Quote
from tui.documents.article import Article, Span
from tui.documents.blocks import block_at
from tui.documents.folding import fold_words
from tui.documents.sentences import SentenceMap
from tui.search.matching import RecordMatch, Weighed, weigh
from tui.search.query import parse_query
from tui.search.searchable import SearchableMark
from tui.search.vocabulary import Vocabulary


class HitKind(StrEnum):
    """What was found."""

    ENTITY = "entity"
    QUOTE = "quote"
    QUESTION = "question"
    MARK = "mark"
    TEXT = "text"


# What the reader or the analysis singled out comes before a sentence that matches as well.
_BONUS = {
    HitKind.ENTITY: 0.1,
    HitKind.MARK: 0.07,
    HitKind.QUESTION: 0.05,
    HitKind.QUOTE: 0.05,
    HitKind.TEXT: 0.0,
}
# Words that one typed word may stand for; more than this only a single letter gives.
_MAX_MEANINGS = 400
# How many records are weighed word by word for each row asked for, at 10 us each; the rest
# of a long text is judged only by how well its words match, and by its order.
_WEIGHED_A_ROW = 2
_NUMERIC = (EntityType.DATE, EntityType.MONEY, EntityType.NUMBER)


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of the finder."""

    kind: HitKind
    """What it is."""
    title: str
    """What is shown first: the sentence, name, quote, question or marked words."""
    spans_marked: tuple[Span, ...]
    """The matched letters, as code points of `title`."""
    detail: str
    """Names and role, speaker, evidence or note; empty when there is none."""
    detail_marked: tuple[Span, ...]
    """The matched letters, as code points of `detail`."""
    span: Span
    """Where it stands in the article."""
    paragraph: int
    """The paragraph it begins in, counted from 1."""
    score: float
    """More is better; 0 without a query."""
    entity_type: EntityType | None = None
    """The type of an entity; `None` for every other kind."""


@dataclass(frozen=True, slots=True)
class _Record:
    """Something that can be found."""

    kind: HitKind
    span: Span
    title: str
    detail: str = ""
    entity_type: EntityType | None = None


class _Section:
    """Records with an index of their words."""

    def __init__(self, size: int, record: Callable[[int], _Record]) -> None:
        """Index the records.

        Args:
            size: How many there are.
            record: Gives the record of a number from 0; asked again for each row shown,
                so that the text of a long article is not kept twice.
        """
        self.record = record
        postings: dict[str, list[int]] = {}
        for number in range(size):
            entry = record(number)
            words = {word.text for word in fold_words(entry.title)}
            words.update(word.text for word in fold_words(entry.detail))
            for word in words:
                postings.setdefault(word, []).append(number)
        self._postings = postings
        self._vocabulary = Vocabulary(postings)

    def search(self, words: Sequence[str], limit: int) -> Iterator[tuple[_Record, Weighed]]:
        """The records in which every word is found, in no order.

        Args:
            words: Folded words, at least one.
            limit: At most so many, those with the nearest words.
        """
        expansions = [self._vocabulary.expand(word, _MAX_MEANINGS) for word in words]
        weights = self._weighed(expansion.matches.items() for expansion in expansions)
        best = nlargest(limit, weights, key=lambda number: (weights[number], -number))
        for number in best:
            entry = self.record(number)
            weighed = weigh(expansions, (entry.title, entry.detail))
            if weighed is not None:
                yield entry, weighed

    def _weighed(
        self, meanings: Iterable[Iterable[tuple[str, tuple[int, float]]]]
    ) -> dict[int, float]:
        """The records that have a meaning of every typed word, with the sum of the best."""
        weights: dict[int, float] | None = None
        for matches in meanings:
            found: dict[int, float] = {}
            for word, (_, score) in matches:
                for number in self._postings[word]:
                    if found.get(number, 0.0) < score:
                        found[number] = score
            if weights is None:
                weights = found
            else:
                both = weights.keys() & found.keys()
                weights = {number: weights[number] + found[number] for number in both}
        return weights or {}


class ArticleIndex:
    """Everything in one article that the finder can find. Built when first searched."""

    def __init__(
        self,
        article: Article,
        analysis: Analysis | None,
        marks: Sequence[SearchableMark],
        sentences: _Sentences,
    ) -> None:
        """Use `build`; this takes the shared sentences as well."""
        self._article = article
        self._analysis = analysis
        self._marks = tuple(marks)
        self._sentences = sentences

    @classmethod
    def build(
        cls, article: Article, analysis: Analysis | None, marks: Sequence[SearchableMark]
    ) -> ArticleIndex:
        """The index of an article; the work is done by the first search.

        Args:
            article: The open article.
            analysis: What was found in it; `None` while that is not known.
            marks: Its highlights with their places.
        """
        return cls(article, analysis, marks, _Sentences(article))

    def updated(self, analysis: Analysis | None, marks: Sequence[SearchableMark]) -> ArticleIndex:
        """The index of the same text with other findings or marks.

        Args:
            analysis: What was found in it; `None` while that is not known.
            marks: Its highlights.
        """
        return ArticleIndex(self._article, analysis, marks, self._sentences)

    def search(self, query: str, limit: int = 200) -> list[Hit]:
        """What the query finds, best first; equals in the order of the text.

        Without a query: entities, quotes, questions and marks, a fair share of each.

        Args:
            query: The content of the search box.
            limit: At most so many.
        """
        parsed = parse_query(query)
        if parsed.is_empty:
            return [self._hit(entry, None) for entry in _fair_share(self._findings, limit)]
        found = [
            (weighed.score + _BONUS[entry.kind], entry, weighed)
            for section in (self._findings_index, self._sentences.index)
            for entry, weighed in section.search(parsed.words, limit * _WEIGHED_A_ROW)
        ]
        found.sort(key=lambda row: (-row[0], row[1].span))
        return [self._hit(entry, weighed.match()) for _, entry, weighed in found[:limit]]

    @cached_property
    def _findings(self) -> tuple[_Record, ...]:
        return tuple(_findings(self._article.text, self._analysis, self._marks))

    @cached_property
    def _findings_index(self) -> _Section:
        return _Section(len(self._findings), self._findings.__getitem__)

    def _hit(self, entry: _Record, match: RecordMatch | None) -> Hit:
        title_marks, detail_marks = match.marks if match else ((), ())
        return Hit(
            kind=entry.kind,
            title=entry.title,
            spans_marked=title_marks,
            detail=entry.detail,
            detail_marked=detail_marks,
            span=entry.span,
            paragraph=block_at(self._article.blocks, entry.span.start) + 1,
            score=match.score + _BONUS[entry.kind] if match else 0.0,
            entity_type=entry.entity_type,
        )


class _Sentences:
    """The sentences of an article, indexed when first searched."""

    def __init__(self, article: Article) -> None:
        """Remember the article."""
        self._article = article

    @cached_property
    def index(self) -> _Section:
        """The index of all sentences."""
        article, sentences = self._article, SentenceMap(self._article)
        spans = [span for n in range(len(article.blocks)) for span in sentences.in_block(n)]

        def record(number: int) -> _Record:
            return _Record(HitKind.TEXT, spans[number], _in_one_line(article.text, spans[number]))

        return _Section(len(spans), record)


def _findings(
    text: str, analysis: Analysis | None, marks: Iterable[SearchableMark]
) -> Iterator[_Record]:
    """Entities, quotes, questions and marks, each kind in the order of its panel."""
    if analysis is not None:
        named = [entity for entity in analysis.entities if entity.type not in _NUMERIC]
        numeric = [entity for entity in analysis.entities if entity.type in _NUMERIC]
        yield from (_of_entity(text, entity) for entity in [*named, *numeric])
        yield from (_of_quote(text, quote) for quote in analysis.quotes)
        yield from (_of_question(text, question) for question in analysis.questions)
    for mark in marks:
        note = " ".join(mark.highlight.note.split())
        detail = " · ".join(filter(None, (mark.highlight.speaker, note)))
        yield _Record(HitKind.MARK, mark.span, _in_one_line(text, mark.span), detail)


def _of_entity(text: str, entity: Entity) -> _Record:
    """An entity is found under each of its names and under its role."""
    names = dict.fromkeys(_in_one_line(text, mention.span) for mention in entity.mentions)
    names.pop(entity.name, None)
    detail = " · ".join(filter(None, (entity.role, *names)))
    return _Record(HitKind.ENTITY, entity.mentions[0].span, entity.name, detail, entity.type)


def _of_quote(text: str, quote: Quote) -> _Record:
    span = Span(quote.content[0].start, quote.content[-1].end)
    title = " … ".join(_in_one_line(text, part) for part in quote.content)
    speaker = quote.speaker_name or " ".join(_in_one_line(text, part) for part in quote.speaker)
    return _Record(HitKind.QUOTE, span, title, speaker)


def _of_question(text: str, question: Question) -> _Record:
    detail = _in_one_line(text, question.evidence)
    return _Record(HitKind.QUESTION, question.evidence, question.text, detail)


def _in_one_line(text: str, span: Span) -> str:
    """The words of a span for a row of the finder, every run of white space one blank."""
    return " ".join(text[span.start : span.end].split())


def _fair_share(records: Sequence[_Record], limit: int) -> list[_Record]:
    """The first records of each kind, so that no kind crowds the others out."""
    left: dict[HitKind, int] = {}
    for record in records:
        left[record.kind] = left.get(record.kind, 0) + 1
    shares: dict[HitKind, int] = {}
    for kind, count in sorted(left.items(), key=lambda item: item[1]):
        kinds_to_come = len(left) - len(shares)
        shares[kind] = min(count, max(0, limit - sum(shares.values())) // kinds_to_come)
    shown: list[_Record] = []
    for record in records:
        if shares[record.kind] > 0:
            shares[record.kind] -= 1
            shown.append(record)
    return shown
