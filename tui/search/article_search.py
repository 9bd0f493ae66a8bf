"""Searching the open article: its text, its people, quotes, questions and marks.

The sentences of the text are indexed once; findings and marks, which change while the
reader works, are indexed apart from them, so that a new mark costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from tui.analysis.results import Analysis, EntityType
from tui.documents.article import Article, Span
from tui.documents.blocks import block_at
from tui.documents.page_ends import without_gaps
from tui.documents.passage_parts import Parts
from tui.documents.sentence_map import SentenceMap
from tui.search.article_records import (
    HitKind,
    NamesInText,
    SearchRecord,
    fair_share,
    findings,
    in_one_line,
)
from tui.search.article_section import Section, SectionHit, Wanted
from tui.search.query import MOST_FOUND, Query, parse_query
from tui.search.regex_search import RecordRegex
from tui.search.searchable import SearchableMark

__all__ = ["ArticleIndex", "Hit", "HitKind"]

# What the reader or the analysis singled out comes before a sentence that matches as well.
_BONUS = {
    HitKind.ENTITY: 0.1,
    HitKind.MARK: 0.07,
    HitKind.QUESTION: 0.05,
    HitKind.QUOTE: 0.05,
    HitKind.TEXT: 0.0,
}
# How many records are weighed word by word for each row asked for, at 10 us each; the rest
# of a long text is judged only by how well its words match, and by its order.
_WEIGHED_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of the finder."""

    key: str
    """Names the record; the same as long as nothing is found or marked anew."""
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
    """Where it stands in the article, with what lies between its parts."""
    paragraph: int
    """The paragraph it begins in, counted from 1."""
    score: float
    """More is better; 0 without a query."""
    entity_type: EntityType | None = None
    """The type of an entity; `None` for every other kind."""
    speaker: str = ""
    """Who says it; empty when nobody does or it is not known."""
    lost: str = ""
    """The id of a highlight that stands nowhere in the text; empty for all else."""
    parts: Parts = ()
    """The parts of a highlight; empty for all else."""


class ArticleIndex:
    """Everything in one article that the finder can find. Built when first searched."""

    def __init__(
        self,
        article: Article,
        analysis: Analysis | None,
        marks: Sequence[SearchableMark],
        sentences: _Sentences,
        settled: Mapping[Span, str],
    ) -> None:
        """Use `build`; this takes the shared sentences as well."""
        self._settled = settled
        self._article = article
        self._analysis = analysis
        self._marks = tuple(marks)
        self._sentences = sentences

    @classmethod
    def build(
        cls,
        article: Article,
        analysis: Analysis | None,
        marks: Sequence[SearchableMark],
        settled: Mapping[Span, str] | None = None,
    ) -> ArticleIndex:
        """The index of an article; the work is done by the first search.

        Args:
            article: The open article.
            analysis: What was found in it; `None` while that is not known.
            marks: Its highlights with their places.
            settled: By their evidence the questions that are no longer open, as `is:` calls it.
        """
        return cls(article, analysis, marks, _Sentences(article), settled or {})

    def updated(self, analysis: Analysis | None, marks: Sequence[SearchableMark]) -> ArticleIndex:
        """The index of the same text with other findings or marks.

        Args:
            analysis: What was found in it; `None` while that is not known.
            marks: Its highlights.
        """
        return ArticleIndex(self._article, analysis, marks, self._sentences, self._settled)

    def search(self, query: str | Query, limit: int = MOST_FOUND) -> list[Hit]:
        """What the query finds, best first; equals in the order of the text.

        Without a query: entities, quotes, questions and marks, a fair share of each.

        Args:
            query: The content of the search box, or what it means.
            limit: At most so many.
        """
        parsed = parse_query(query) if isinstance(query, str) else query
        if parsed.is_empty:
            return [self._hit(SectionHit(n, r, 0.0)) for n, r in fair_share(self._findings, limit)]
        wanted = Wanted(parsed, datetime.now(UTC).date())
        found = [
            (each.score + _BONUS[each.record.kind], each)
            for section in self._sections
            for each in section.search(wanted, limit * _WEIGHED_A_ROW)
        ]
        return self._best(found, limit)

    def search_regex(self, pattern: str, limit: int = MOST_FOUND) -> list[Hit]:
        """The records a regular expression matches; see `search` for their order.

        Raises:
            PatternError: It is none, or takes too long.
        """
        regex = RecordRegex(pattern)
        found = [
            (1.0 + _BONUS[each.record.kind], each)
            for section in self._sections
            for each in section.matching(regex)
        ]
        return self._best(found, limit)

    def _best(self, found: list[tuple[float, SectionHit]], limit: int) -> list[Hit]:
        found.sort(key=lambda row: (-row[0], row[1].record.span))
        return [self._hit(each, score) for score, each in found[:limit]]

    @cached_property
    def _findings(self) -> tuple[SearchRecord, ...]:
        return tuple(findings(self._article.readable, self._analysis, self._marks, self._settled))

    @cached_property
    def _sections(self) -> tuple[Section, Section]:
        names = NamesInText(self._analysis.entities if self._analysis else ())
        sources = (self._article.title, self._article.source)
        found, sentences = self._findings, self._sentences
        of_findings = Section.of(len(found), found.__getitem__)
        return (
            of_findings.with_names(names, [record.span for record in found], sources),
            sentences.section.with_names(names, sentences.spans, sources),
        )

    def _hit(self, found: SectionHit, score: float = 0.0) -> Hit:
        record = found.record
        title_marks, detail_marks = found.marks()
        return Hit(
            key=f"{'text' if record.kind is HitKind.TEXT else 'found'} {found.number}",
            kind=record.kind,
            title=record.title,
            spans_marked=title_marks,
            detail=record.detail,
            detail_marked=detail_marks,
            span=record.span,
            paragraph=block_at(self._article.blocks, record.span.start) + 1,
            score=score,
            entity_type=record.entity_type,
            speaker=record.who,
            lost=record.lost,
            parts=record.parts,
        )


class _Sentences:
    """The sentences of an article, indexed when first searched."""

    def __init__(self, article: Article) -> None:
        """Remember the article."""
        self._article = article
        self._sentences = SentenceMap(article)

    @cached_property
    def spans(self) -> Sequence[Span]:
        """Where they stand, in text order."""
        count = len(self._article.blocks)
        return [span for number in range(count) for span in self._sentences.in_block(number)]

    @cached_property
    def section(self) -> Section:
        """The index of all sentences."""
        text, spans, gaps = self._article.readable, self.spans, self._sentences.page_gaps

        def record(number: int) -> SearchRecord:
            parts = without_gaps(spans[number], gaps)
            words = " ".join([in_one_line(text, part) for part in parts])
            return SearchRecord(HitKind.TEXT, spans[number], words)

        return Section.of(len(spans), record)
