"""The library: every operation over many articles. All of it waits for the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tui.documents.loading import article_of, open_source
from tui.documents.source import Source, SourceKind
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import SourceError, StoreError
from tui.settings.config import load_config
from tui.settings.paths import paths
from tui.store import (
    damage,
    document_list,
    documents,
    highlight_records,
    seen_entries,
    statistics,
)
from tui.store import highlight_rows as highlights
from tui.store.documents import DocumentRecord
from tui.store.highlight_records import Candidate, HighlightRecord
from tui.store.kept_words import KeptWords, words_after
from tui.store.marked_article import MarkedArticle
from tui.store.marked_articles import (
    batches,
    marked_articles,
    require_indexes,
    unsaved_words,
)

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.documents.article import Article
    from tui.store.criteria import Criterion, Sought
    from tui.store.damage import Damage
    from tui.store.database import Database
    from tui.store.document_list import Name, Order, ShelvedDocument
    from tui.store.statistics import Statistics

__all__ = ["DocumentRecord", "HighlightRecord", "Library"]

_KEPT_NOTICE = "its file now holds another article; this is the text as the library keeps it"

_OLDER_NOTICE = (
    "this is an older text of the article; what you highlight in it is kept with the article"
)


class Library:
    """What the reader has read and marked; every method raises `StoreError` on failure."""

    def __init__(self, database: Database) -> None:
        """Look into an open database, which its opener closes."""
        self._database = database

    def documents(self) -> list[DocumentRecord]:
        """All articles, the one opened last first."""
        return self._database.read(documents.documents_newest_first)

    def last_opened(self) -> DocumentRecord | None:
        """The article opened last; `None` in an empty library."""
        return self._database.read(documents.last_opened)

    def document(self, source: str) -> DocumentRecord | None:
        """The article a source holds; `None` when the library does not know it."""

        def look(connection: Connection) -> DocumentRecord | None:
            ident = documents.document_of_source(connection, source)
            return documents.document(connection, ident) if ident else None

        return self._database.read(look)

    def holds(self, article: Article) -> bool:
        """Whether an article of this very text is kept under this source."""
        ident = self._database.read(lambda c: documents.document_of_source(c, article.source))
        return ident is not None and self._database.read(
            lambda c: documents.revision_text(c, ident, article.text_hash) is not None
        )

    def known_sources(self) -> frozenset[str]:
        """Where the articles it knows were opened from last."""
        return frozenset(name.source for name in self.names() if name.source)

    def stored_article(self, source: str) -> Article | None:
        """The newest article of a source, rebuilt; `None` when no text is kept."""

        def look(connection: Connection) -> Article | None:
            ident = documents.document_of_source(connection, source)
            return documents.stored_article(connection, ident, source) if ident else None

        return self._database.read(look)

    def read_article(self, source: str) -> Article:
        """The article of a source; as `read_source`, for those who want nothing else.

        Raises:
            SourceError: It can neither be read nor is it kept, or is a list of articles.
        """
        waiting = Waiting()
        return article_of(self.read_source(source, waiting), waiting)

    def read_source(self, source: str, waiting: Waiting) -> Article | Listing:
        """What a source holds now, else what the library keeps of it, with a notice.

        An address that the library keeps is not asked again, unless the settings want it.

        Args:
            source: The source, as `Article.source` names it.
            waiting: Who waits for it.

        Raises:
            SourceError: It can neither be read nor is it kept; or nobody waits any more.
        """
        try:
            return self._as_it_is(source, waiting)
        except SourceError as error:
            kept = None if waiting.is_stopped else self.stored_article(source)
            if kept is None:
                raise
            if Source.parse(source).kind is SourceKind.KEPT:
                is_older = bool(Source.parse(source).in_revision()[1])
                notice = _OLDER_NOTICE if is_older else _KEPT_NOTICE
                return replace(kept, notices=(*kept.notices, notice))
            if not Source.parse(source).can_be_read_again:
                # The name of a piped text is its hash: this is the whole of it.
                return kept
            notice = f"{error.message}; this is the text as the library keeps it"
            return replace(kept, notices=(*kept.notices, notice))

    def look_over(self, listing: Listing) -> frozenset[str]:
        """The sources in a list that it did not have when it was opened before; none at first.

        What it has now is remembered, where the library can be written.
        """
        entries = listing.sources()

        def look(connection: Connection) -> frozenset[str]:
            found = seen_entries.new_entries(connection, listing.source, entries)
            seen_entries.note_entries(connection, listing.source, entries)
            return found

        try:
            return self._database.submit(look).result() if listing.source else frozenset()
        except StoreError:
            # What only helps to find an article must not keep a list from being opened.
            return frozenset()

    def _as_it_is(self, source: str, waiting: Waiting) -> Article | Listing:
        """What a source holds now; an address that is kept is asked only if the reader wants it."""
        is_address = Source.parse(source).in_container()[1].kind is SourceKind.ADDRESS
        kept = self.stored_article(source) if is_address else None
        if kept is None:
            opened = open_source(source)
            return opened.read(waiting) if isinstance(opened, Unread) else opened
        if not load_config(paths().config)[0].refetch:
            return kept
        from tui.documents.refetching import refetch

        return refetch(kept, waiting) or kept

    def all_highlights(self, document_id: str | None = None) -> list[HighlightRecord]:
        """All highlights, or those of one document; article after article, in text order."""
        return self._database.read(lambda c: highlight_records.records(c, document_id))

    def marked_articles(self, document_id: str | None = None) -> Iterator[MarkedArticle]:
        """All articles that have highlights, or one, a few read when the first is asked for.

        None is passed over: where one is damaged or hidden, what follows is read from what
        could be saved of the library.
        """
        self._database.read(require_indexes)
        every = [[document_id]] if document_id else self._database.read(lambda c: [*batches(c)])
        unsaved = self._database.read(unsaved_words)
        for some in every:
            look = partial(
                marked_articles,
                document_ids=some,
                unsaved=unsaved,
                # Of all articles it would take reading the texts of all.
                with_places=document_id is not None,
            )
            yield from self._database.read(look)

    def require_index(self) -> None:
        """Have what follows read from what could be saved, if searching finds nothing at all."""
        self._database.read(damage.require_index)

    def damage(self) -> Damage | None:
        """What was found damaged, so that not all highlights were given; `None` for nothing."""
        return damage.damage_of(self._database)

    def candidate_highlights(self, steps: Sequence[Sought], limit: int) -> list[Candidate]:
        """Highlights that have what is asked for, those that have it most nearly before others.

        Args:
            steps: As of `highlight_records.candidates`.
            limit: Most highlights wanted.
        """
        return self._database.read(lambda c: highlight_records.candidates(c, steps, limit))

    def candidate_words(self, keys: Sequence[int]) -> list[Candidate]:
        """Some highlights as the index holds them."""
        return self._database.read(lambda c: highlight_records.indexed_words(c, keys))

    def highlights_by_key(self, keys: Sequence[int]) -> list[tuple[int, HighlightRecord]]:
        """Some highlights with their keys, the newest first; damaged ones are left out."""
        return self._database.read(lambda c: highlight_records.keyed(c, keys))

    def filtered_keys(
        self, criteria: Sequence[Sequence[Criterion]], limit: int
    ) -> tuple[list[int], bool]:
        """The newest highlights that meet the criteria; whether all that do were looked for.

        Args:
            criteria: Groups of alternatives.
            limit: Most highlights wanted.
        """
        return self._database.read(lambda c: highlight_records.filtered(c, criteria, limit))

    def highlights_matching(
        self, matches: Callable[[str], bool], goes_on: Callable[[], bool], limit: int
    ) -> list[HighlightRecord]:
        """The newest highlights whose words pass a test.

        Args:
            matches: The test; what it raises ends the search.
            goes_on: Asked before each; whether to look further.
            limit: Most highlights wanted.
        """

        def look(connection: Connection) -> list[HighlightRecord]:
            quotes = takewhile(
                lambda _: goes_on(), highlight_records.quotes_newest_first(connection)
            )
            keys = islice((key for key, quote in quotes if matches(quote)), limit)
            return highlight_records.by_keys(connection, list(keys))

        return self._database.read(look)

    def highlight_tags(self) -> list[str]:
        """Every tag of a highlight, in alphabetical order."""
        return self._database.read(highlight_records.tags_in_use)

    def highlight_vocabulary(self, after: int = 0) -> KeptWords:
        """The folded words of all highlights, their notes, titles and speakers.

        Args:
            after: Only those that came after this one of `KeptWords.last`.
        """
        return self._database.read(lambda c: words_after(c, "highlight_words", after))

    def data_version(self) -> int:
        """A number that is another one after any change by any program."""
        return self._database.data_version()

    def highlight(self, highlight_id: str) -> HighlightRecord | None:
        """One highlight with its article; `None` when it was deleted."""

        def look(connection: Connection) -> HighlightRecord | None:
            mark = highlights.highlight(connection, highlight_id)
            record = mark and documents.document(connection, mark.document_id)
            return HighlightRecord(mark, record) if mark and record else None

        return self._database.read(look)

    def shelved(
        self,
        order: Order,
        limit: int,
        only: Sequence[str] | None = None,
        states: Sequence[str] = (),
    ) -> list[ShelvedDocument]:
        """Articles in an order, with the numbers of their marks and open questions.

        Args:
            order: By what they are sorted.
            limit: Most articles wanted.
            only: The ids of those to list; `None` for all.
            states: Only those in one of these `document_list.STATES`; empty for all.
        """
        return self._database.read(lambda c: document_list.shelved(c, order, limit, only, states))

    def article_count(self, states: Sequence[str] = ()) -> int:
        """How many articles there are, or how many in one of some `document_list.STATES`."""
        return self._database.read(lambda c: document_list.count(c, states))

    def names(self) -> list[Name]:
        """What every article is searched by, the one opened last first."""
        return self._database.read(document_list.names)

    def statistics(self) -> Statistics:
        """What the library holds, in figures."""
        return self._database.read(statistics.statistics)
