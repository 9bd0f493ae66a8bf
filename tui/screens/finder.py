"""The finder: fuzzy search over the open article, or over every highlight ever made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, getters, work
from textual.content import Content
from textual.widgets import Static

from tui.analysis.results import Analysis
from tui.documents.article import Article, Span
from tui.screens.picker import PickerScreen, marked_content, marked_runs
from tui.search.article_search import ArticleIndex, Hit, HitKind
from tui.search.library_search import LibraryHit, LibrarySearch, preview
from tui.widgets.glyphs import drawn
from tui.widgets.panel_rows import STYLES
from tui.widgets.row_list import ListRow, RowLine

if TYPE_CHECKING:
    from tui.session import Mark
    from tui.store.database import Database

Answer = TypeVar("Answer")
_AROUND = 200
"""Code points of context the preview shows on either side."""
_LEAD = 24
"""Code points shown before the first matched letter of a long row."""


class FinderScreen(PickerScreen[Answer]):
    """A picker whose search runs beside the keys."""

    WITH_PREVIEW: ClassVar[bool] = True
    preview = getters.query_one(".preview", Static)

    def __init__(self) -> None:
        super().__init__()
        self._one_search = Lock()
        self.query_in_force: str | None = None
        """The query whose rows are listed; `None` before the first search."""
        self._chooses_next = False
        self._held: list[events.Key] = []

    def fill(self, query: str) -> None:
        """Search in a thread; no key waits for it."""
        self._search(query)

    @work(thread=True, exclusive=True, exit_on_error=False, group="search")
    def _search(self, query: str) -> None:
        with self._one_search:
            if not self.is_current or query != self.prompt.value:
                return
            rows = self.rows_for(query)
        self.app.call_from_thread(self._show, query, rows)

    def _show(self, query: str, rows: tuple[ListRow, ...]) -> None:
        # A later key has asked for something else.
        if self.is_attached and query == self.prompt.value:
            self.hits.state_text = self.nothing_found(query)
            self.show_rows(rows)
            self.query_in_force = query
            if self._chooses_next:
                self.choose()
                self._let_go()

    def choose(self) -> None:
        """Choose among the rows of what is typed, waiting for them if need be."""
        self._chooses_next = self.query_in_force != self.prompt.value
        if not self._chooses_next:
            super().choose()

    def takes_first(self, event: events.Key) -> bool:
        """Keys that follow Enter wait with it for the rows."""
        if self._chooses_next and event.key not in ("escape", "ctrl+c"):
            self._held.append(event)
            return True
        return super().takes_first(event)

    def _let_go(self) -> None:
        """The keys that waited: for the desk, or for the box where nothing was found."""
        held, self._held = self._held, []
        for event in held:
            if not self.takes_first(event):
                self.handle(event)

    def rows_for(self, query: str) -> tuple[ListRow, ...]:
        """Search; called in a thread."""
        raise NotImplementedError

    def nothing_found(self, query: str) -> str:
        """What to say when no row answers to the query."""
        raise NotImplementedError


class ArticleFinder(FinderScreen[Span]):
    """Find in this article; the answer is where to go."""

    TITLE_TEXT = "Search this article"
    PLACEHOLDER = "words in any order, typos forgiven"

    def __init__(self, article: Article, analysis: Analysis | None, marks: Sequence[Mark]) -> None:
        """Search an article.

        Args:
            article: The open article.
            analysis: What was found in it; `None` while that is not known.
            marks: Its highlights.
        """
        super().__init__()
        self._article = article
        self._index = ArticleIndex.build(article, analysis, marks)
        self._hits: Mapping[str, Hit] = {}

    def rows_for(self, query: str) -> tuple[ListRow, ...]:
        """Search the article."""
        hits = {f"{number}": hit for number, hit in enumerate(self._index.search(query))}
        self._hits = hits
        return tuple(_article_row(key, hit) for key, hit in hits.items())

    def nothing_found(self, query: str) -> str:
        """Nothing in the article."""
        return f"Nothing here answers to “{query}”." if query else "Nothing to list yet."

    def answer(self, row: ListRow) -> Span:
        """Where the row leads."""
        return self._hits[row.key].span

    def show_preview(self, row: ListRow | None) -> None:
        """The passage in its context."""
        hit = self._hits.get(row.key) if row else None
        if hit is None:
            self.preview.update("")
            return
        text, span = self._article.text, hit.span
        start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
        before, after = text[start : span.start], text[span.end : end]
        # The context ends with the paragraphs next to the passage.
        before = before[before.rfind("\n\n") + 1 :].lstrip("\n")
        after = after.split("\n\n")[0]
        head = Content(f"{drawn('¶')}{hit.paragraph}  {hit.detail}\n\n").stylize("$text-dim-raised")
        passage = Content(text[span.start : span.end]).stylize("$text-bright bold")
        dim = "$text-dim-raised"
        self.preview.update(
            Content.assemble(
                head, Content(before).stylize(dim), passage, Content(after).stylize(dim)
            )
        )


def _article_row(key: str, hit: Hit) -> ListRow:
    kind, style = hit.kind.value, {"quote": "bar", "mark": "bar"}.get(hit.kind.value, "muted")
    if hit.kind is HitKind.ENTITY and hit.entity_type:
        kind = hit.entity_type.value.lower()
        style = STYLES.get(hit.entity_type, "figure")
    if hit.kind is HitKind.QUESTION:
        style = "question"
    words_style = "quote" if hit.kind is HitKind.QUOTE else ""
    words = _windowed(hit.title, hit.spans_marked, words_style)
    line = RowLine(((f"{kind:<9} ", style), *words), ((f" ¶{hit.paragraph} ", "muted"),))
    return ListRow((line,), key, hit.span)


def _windowed(text: str, spans: tuple[Span, ...], style: str) -> tuple[tuple[str, str], ...]:
    """A text from a little before its first matched letter, on one line."""
    cut = spans[0].start - _LEAD if spans else 0
    if cut <= 0:
        return marked_runs(" ".join(text.split("\n")), spans, style)
    cut = text.rfind(" ", 0, cut) + 1
    moved = tuple(Span(span.start - cut, span.end - cut) for span in spans)
    return (("…", style), *marked_runs(text[cut:].replace("\n", " "), moved, style))


class LibraryFinder(FinderScreen[tuple[str, str]]):
    """Find among all highlights; the answer is a source and the highlight's id."""

    TITLE_TEXT = "Search all highlights"
    PLACEHOLDER = "words of the passage, note, title or speaker"

    def __init__(self, database: Database) -> None:
        """Search a library.

        Args:
            database: The open library.
        """
        super().__init__()
        from tui.library import Library

        self._search_library: LibrarySearch = LibrarySearch(Library(database))
        self._hits: Mapping[str, LibraryHit] = {}

    def rows_for(self, query: str) -> tuple[ListRow, ...]:
        """Search the library."""
        found = self._search_library.search(query)
        self._hits = {hit.record.highlight.id: hit for hit in found}
        return tuple(_library_row(hit) for hit in found)

    def nothing_found(self, query: str) -> str:
        """Nothing in the library."""
        if query:
            return f"No highlight answers to “{query}”."
        return "No highlights yet: those you make in any article are listed here."

    def answer(self, row: ListRow) -> tuple[str, str]:
        """The source of the article, and the highlight."""
        record = self._hits[row.key].record
        return record.document.source, record.highlight.id

    def show_preview(self, row: ListRow | None) -> None:
        """The passage in its context, its note, and where it stands."""
        hit = self._hits.get(row.key) if row else None
        if hit is None:
            self.preview.update("")
            return
        record = hit.record
        shown = preview(hit)
        passage = marked_content(shown.text, shown.marks).stylize(
            "$text-bright", shown.quote.start, shown.quote.end
        )
        facts = [record.document.title, f"{record.document.published or ''}"]
        if record.highlight.speaker:
            facts.append(record.highlight.speaker)
        head = Content(drawn(" · ").join(fact for fact in facts if fact) + "\n\n")
        note = marked_content(record.highlight.note, hit.note_marks)
        parts = [head.stylize("$text-dim-raised"), passage]
        if record.highlight.note:
            parts += [Content("\n\nnote: ").stylize("$amber"), note]
        self.preview.update(Content.assemble(*parts))


def _library_row(hit: LibraryHit) -> ListRow:
    highlight = hit.record.highlight
    words = _windowed(highlight.anchor.exact, hit.quote_marks, "")
    note: tuple[tuple[str, str], ...] = ()
    if highlight.note:
        note = (("  ", ""), *_windowed(highlight.note, hit.note_marks, "note"))
    line = RowLine((("▌ ", highlight.colour.value), *words, *note), ((" ", ""),))
    return ListRow((line,), highlight.id)
