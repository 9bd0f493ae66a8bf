"""What the finder searches: the open article, or all highlights of the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content

from tui.analysis.results import Analysis
from tui.corrections.in_words import is_worded
from tui.corrections.said_by import speaker_of
from tui.dialogs.finder_rows import ROOM_FOR_DAYS, article_row, library_row
from tui.dialogs.picker import marked_content
from tui.dialogs.searching import Listed
from tui.documents.article import Article, Span
from tui.documents.divided_words import undivided
from tui.documents.milestones import where_in_source
from tui.documents.passage_parts import reach
from tui.documents.words_around import words_before, words_behind
from tui.exchange.citation import words_of
from tui.exchange.passage import Passage
from tui.library import Library
from tui.panels.row_text import spoken_date
from tui.search.article_search import ArticleIndex, Hit, HitKind
from tui.search.library_hits import PAGE, LibraryHit, preview
from tui.search.library_search import LibrarySearch
from tui.search.query import Query, parse_query
from tui.store.clock import local_day
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tui.exchange.citation import Citable
    from tui.search.searchable import SearchableMark
    from tui.store.database import Database
    from tui.store.highlight_records import HighlightRecord
    from tui.store.highlight_rows import Highlight

Goal = Span | tuple[str, str]
"""Where a row leads: a place in the article, or a source and the id of a highlight."""
_AROUND = 200
"""Code points of context the preview shows on either side."""


class MatchMode(StrEnum):
    """How what is typed is looked for; the value is its name for the reader."""

    FUZZY = "fuzzy"
    EXACT = "exact"
    REGEX = "regex"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The passage of a row with the article it stands in."""

    passage: Passage
    """The words and who says them."""
    article: Citable
    """What they are cited from."""
    highlight: Highlight | None = None
    """The highlight of the library that it is; `None` for what is found in an article."""


class Scope:
    """Something the finder can search. Searching is called in a thread."""

    NAME: ClassVar[str]
    """Its name in the foot."""
    TITLE: ClassVar[str]
    """The title of the dialog."""

    def __init__(self, colour_names: Mapping[str, str]) -> None:
        """Remember what the reader calls the colours, by these names."""
        self._colour_names = colour_names
        self._hits: Mapping[str, Any] = {}
        self.shown: Mapping[str, Any] = {}
        """What the rows on the screen stand for, by key: a later search may have found others."""

    def search(self, typed: str, mode: MatchMode, width: int) -> Listed:
        """Search.

        Args:
            typed: The content of the box.
            mode: How to look for it.
            width: Columns of the window.

        Raises:
            PatternError: It is no regular expression or takes too long.
        """
        if mode is MatchMode.REGEX and typed.strip():
            rows = self.matching(typed, width)
            return Listed(rows, self.is_cut(), self._hits)
        query = self.query(typed, mode)
        rows = self.found(query, width)
        return Listed(rows, "; ".join(query.problems) or self.is_cut(), self._hits)

    def query(self, typed: str, mode: MatchMode) -> Query:
        """What is typed, understood."""
        query = parse_query(typed, self._colour_names)
        return query.exactly() if mode is MatchMode.EXACT else query

    def found(self, query: Query, width: int) -> tuple[ListRow, ...]:
        """The rows that answer a query, best first.

        Args:
            query: What is searched for.
            width: Columns of the window.
        """
        raise NotImplementedError

    def matching(self, pattern: str, width: int) -> tuple[ListRow, ...]:
        """The rows that a regular expression matches.

        Args:
            pattern: The expression.
            width: Columns of the window.

        Raises:
            PatternError: It is none, or takes too long.
        """
        raise NotImplementedError

    def is_cut(self) -> str:
        """What to say when the last search did not look at everything; empty when it did."""
        return ""

    def nothing_found(self, typed: str) -> str:
        """What to say when no row answers to what is typed."""
        raise NotImplementedError

    def goal(self, key: str) -> Goal:
        """Where a row leads."""
        raise NotImplementedError

    def quotation(self, key: str) -> Quotation:
        """The passage of a row."""
        raise NotImplementedError

    def preview(self, key: str) -> Content:
        """More of a row; empty when it is not listed any more."""
        raise NotImplementedError


class ArticleScope(Scope):
    """What can be found in the open article: its text, its results and its highlights."""

    NAME = "article"
    TITLE = "Search this article"

    def __init__(
        self,
        article: Article,
        analysis: Analysis | None,
        marks: Sequence[SearchableMark],
        colour_names: Mapping[str, str],
        settled: Mapping[Span, str] | None = None,
    ) -> None:
        """Search an article.

        Args:
            article: The open article.
            analysis: What was found in it; `None` while that is not known.
            marks: Its highlights, those without a place too.
            colour_names: The colours by the names the reader has given them.
            settled: By their evidence the questions that are no longer open.
        """
        super().__init__(colour_names)
        self._article = article
        self._quotes = analysis.quotes if analysis else ()
        self._index = ArticleIndex.build(article, analysis, marks, settled)

    def found(self, query: Query, width: int) -> tuple[ListRow, ...]:
        """The rows of a query."""
        return self._listed(self._index.search(query))

    def matching(self, pattern: str, width: int) -> tuple[ListRow, ...]:
        """The rows that a regular expression matches."""
        return self._listed(self._index.search_regex(pattern))

    def _listed(self, hits: Sequence[Hit]) -> tuple[ListRow, ...]:
        self._hits = {hit.key: hit for hit in hits}
        return tuple(map(article_row, hits))

    def nothing_found(self, typed: str) -> str:
        """Nothing in the article."""
        return f"Nothing here matches “{typed}”." if typed else "Nothing to list yet."

    def goal(self, key: str) -> Goal:
        """Its place; of a highlight that stands nowhere its id."""
        hit: Hit = self.shown[key]
        return (self._article.source, hit.lost) if hit.lost else hit.span

    def quotation(self, key: str) -> Quotation:
        """Its words; of a question those it was found by."""
        hit: Hit = self.shown[key]
        where = "" if hit.lost else where_in_source(self._article, [hit.span])
        if hit.kind in (HitKind.QUOTE, HitKind.ENTITY):
            passage = Passage(hit.title, self._speaker(hit), where=where)
            return Quotation(passage, self._article)
        # A clause that stands for its question is in the words already.
        about = hit.title if hit.kind is HitKind.QUESTION and is_worded(hit.title) else ""
        words = hit.title if hit.lost else words_of(self._article, hit.parts or [hit.span])
        return Quotation(Passage(words, hit.speaker or None, about, where), self._article)

    def _speaker(self, hit: Hit) -> str | None:
        """Who says the quote of a row; a row says "he" where the text does not say more."""
        for quote in self._quotes if hit.kind is HitKind.QUOTE else ():
            if hit.span == reach(quote.content):
                return speaker_of([quote], self._article.readable, quote.content)
        return None

    def preview(self, key: str) -> Content:
        """The passage in its context."""
        hit: Hit | None = self.shown.get(key)
        if hit is None:
            return Content("")
        if hit.lost:
            gone = Content("these words have no certain place in the text any more\n\n")
            return Content.assemble(gone.stylize("$text-dim-raised"), hit.title)
        text, span = self._article.text, hit.span
        start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
        before, after = text[start : span.start], text[span.end : end]
        # The context ends with the paragraphs next to the passage.
        _, is_whole, line = before.rpartition("\n\n")
        before = words_before(line.lstrip("\n"), is_cut=start > 0 and not is_whole)
        after, is_whole, _ = after.partition("\n\n")
        after = words_behind(after, is_cut=end < len(text) and not is_whole)
        dim = "$text-dim-raised"
        place = Content(f"{drawn('¶')}{hit.paragraph}  ")
        head = Content.assemble(place, marked_content(hit.detail, hit.detail_marked), "\n\n")
        passage = Content(text[span.start : span.end]).stylize(dim)
        for part in hit.parts or [span]:
            of_it = part.start - span.start, part.end - span.start
            passage = passage.stylize("$text-bright bold", *of_it)
        return Content.assemble(
            head.stylize_before(dim),
            Content(before).stylize(dim),
            passage,
            Content(after).stylize(dim),
        )


class LibraryScope(Scope):
    """All highlights of the library."""

    NAME = "library"
    TITLE = "Search all highlights"

    def __init__(self, database: Database, colour_names: Mapping[str, str]) -> None:
        """Search a library.

        Args:
            database: The open library.
            colour_names: The colours by the names the reader has given them.
        """
        super().__init__(colour_names)
        self._search: LibrarySearch = LibrarySearch(Library(database))

    def search(self, typed: str, mode: MatchMode, width: int) -> Listed:
        """Search; the rows that fill a screen come at once, the rest when nothing was typed."""
        if mode is MatchMode.REGEX and typed.strip():
            return super().search(typed, mode, width)
        query = self.query(typed, mode)
        problems = "; ".join(query.problems)
        hits = self._search.hits(query)
        first = [*islice(hits, PAGE)]

        def whole() -> Listed:
            rows = self._listed([*first, *hits], width)
            return Listed(rows, problems or self.is_cut(), self._hits)

        if len(first) < PAGE:
            return whole()
        return Listed(self._listed(first, width), problems, self._hits, whole)

    def matching(self, pattern: str, width: int) -> tuple[ListRow, ...]:
        """The rows that a regular expression matches."""
        return self._listed(self._search.search_regex(pattern), width)

    def _listed(self, hits: Sequence[LibraryHit], width: int) -> tuple[ListRow, ...]:
        self._hits = {hit.record.highlight.id: hit for hit in hits}
        return tuple(library_row(hit, shows_day=width >= ROOM_FOR_DAYS) for hit in hits)

    def is_cut(self) -> str:
        """Only the newest were looked at."""
        return "only the newest were looked at; say more" if self._search.is_cut else ""

    def nothing_found(self, typed: str) -> str:
        """Nothing in the library."""
        if typed:
            return f"No highlight matches “{typed}”."
        return "No highlights yet: those you make in any article are listed here."

    def goal(self, key: str) -> Goal:
        """The source of the article, and the highlight."""
        record = self._record(key)
        return record.document.address, record.highlight.id

    def _record(self, key: str) -> HighlightRecord:
        hit: LibraryHit = self.shown[key]
        return hit.record

    def quotation(self, key: str) -> Quotation:
        """Its words."""
        record = self._record(key)
        words = " ".join(undivided(record.highlight.words).split())
        passage = Passage(words, record.highlight.speaker)
        return Quotation(passage, record.document, record.highlight)

    def preview(self, key: str) -> Content:
        """The passage in its context, its note, and where it stands."""
        hit: LibraryHit | None = self.shown.get(key)
        if hit is None:
            return Content("")
        record, shown = hit.record, preview(hit)
        highlight = record.highlight
        passage = marked_content(shown.text, shown.marks).stylize_before(
            "$text-bright", shown.quote.start, shown.quote.end
        )
        facts = [marked_content(record.document.title, hit.title_marks)]
        day = record.document.published
        facts += [Content(spoken_date(day.isoformat()))] if day else []
        if highlight.speaker:
            facts.append(marked_content(highlight.speaker, hit.speaker_marks))
        facts.append(Content(f"highlighted {spoken_date(local_day(highlight.created))}"))
        facts += [Content(f"#{tag}") for tag in highlight.tags]
        facts += [Content(highlight.found.state)] if highlight.found else []
        if record.made and record.made.question:
            facts.append(Content(record.made.question))
        head = Content(drawn(" · ")).join(facts)
        parts = [head.stylize_before("$text-dim-raised"), Content("\n\n"), passage]
        if highlight.found and highlight.found.words:
            parts += [Content("\n\nnow: ").stylize("$amber"), Content(highlight.found.words)]
        if highlight.note:
            note = marked_content(highlight.note, hit.note_marks)
            parts += [Content("\n\nnote: ").stylize("$amber"), note]
        return Content.assemble(*parts)
