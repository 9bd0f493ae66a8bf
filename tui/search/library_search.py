"""Searching all highlights the reader ever made: in quote, note, speaker and title.

The library's index gives a bounded set of candidates, which are then weighed one by one;
only that keeps a key press quick over a hundred thousand highlights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.search.matching import Weighed, weigh
from tui.search.query import parse_query
from tui.search.searchable import SearchableLibrary
from tui.search.vocabulary import Expansion, How, Vocabulary

if TYPE_CHECKING:
    from tui.store.finding import HighlightRecord

# Words that one typed word may stand for: each is a term of the library's query.
_MAX_MEANINGS = 128
# How many candidates are weighed for each row asked for. All have every word; weighing more
# than are shown finds phrases among them, at 30 us each. A single word makes no phrase.
_CANDIDATES_A_ROW = 2
# The candidates are asked for in these steps, so that the word itself is never crowded out
# by its look-alikes; the later steps are only taken when rows are left over.
_STEPS = (How.EXACT, How.PREFIX, How.ABBREVIATION)


@dataclass(frozen=True, slots=True)
class LibraryHit:
    """A highlight that was found."""

    record: HighlightRecord
    """The highlight and its article."""
    score: float
    """More is better; 0 without a query."""
    quote_marks: tuple[Span, ...] = ()
    """The matched letters, as code points of `record.highlight.anchor.exact`."""
    note_marks: tuple[Span, ...] = ()
    """The matched letters, as code points of `record.highlight.note`."""
    speaker_marks: tuple[Span, ...] = ()
    """The matched letters, as code points of `record.highlight.speaker`."""
    title_marks: tuple[Span, ...] = ()
    """The matched letters, as code points of `record.document.title`."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A found passage with the text around it."""

    text: str
    """What stands before the highlight, the highlight, what stands after it."""
    quote: Span
    """The highlight, as code points of `text`."""
    marks: tuple[Span, ...]
    """The matched letters, as code points of `text`; all inside `quote`."""


class LibrarySearch:
    """Searches a library; keeps its vocabulary until the library changes."""

    def __init__(self, library: SearchableLibrary) -> None:
        """Remember the library; nothing is read yet.

        Args:
            library: All highlights.
        """
        self._library = library
        self._version: int | None = None
        self._vocabulary = Vocabulary(())
        self._expansions: dict[str, Expansion] = {}

    def search(self, query: str, limit: int = 200) -> list[LibraryHit]:
        """What the query finds, best first, and of equals the latest first.

        Without a query: all highlights, the latest first.

        Args:
            query: The content of the search box.
            limit: At most so many.
        """
        self._refresh()
        words = parse_query(query).words
        if not words:
            return [LibraryHit(r, 0.0) for r in self._library.candidate_highlights([], limit)]
        expansions = [self._expand(word) for word in words]
        enough = limit * _CANDIDATES_A_ROW if len(words) > 1 else limit
        found = [
            (record, weighed)
            for record in self._candidates(expansions, enough)
            if (weighed := weigh(expansions, _fields(record))) is not None
        ]
        found.sort(key=lambda row: row[0].highlight.created, reverse=True)
        found.sort(key=lambda row: row[1].score, reverse=True)
        return [_hit(record, weighed) for record, weighed in found[:limit]]

    def _refresh(self) -> None:
        version = self._library.data_version()
        if version != self._version:
            self._vocabulary = Vocabulary(self._library.highlight_vocabulary())
            self._expansions = {}
            self._version = version

    def _expand(self, word: str) -> Expansion:
        if word not in self._expansions:
            self._expansions[word] = self._vocabulary.expand(word, _MAX_MEANINGS)
        return self._expansions[word]

    def _candidates(self, expansions: Sequence[Expansion], limit: int) -> Iterable[HighlightRecord]:
        """Records that have a meaning of every word, those with the nearest meanings first."""
        found: dict[str, HighlightRecord] = {}
        asked: list[list[str]] = []
        for groups in _groups(expansions):
            if len(found) < limit and groups and all(groups) and groups != asked:
                asked = groups
                for record in self._library.candidate_highlights(groups, limit):
                    found.setdefault(record.highlight.id, record)
        return islice(found.values(), limit)


def preview(hit: LibraryHit) -> Preview:
    """The passage of a hit in its context.

    Args:
        hit: A row of the finder.
    """
    anchor = hit.record.highlight.anchor
    before = len(anchor.prefix)
    return Preview(
        text=anchor.prefix + anchor.exact + anchor.suffix,
        quote=Span(before, before + len(anchor.exact)),
        marks=tuple(Span(before + start, before + end) for start, end in hit.quote_marks),
    )


def _groups(expansions: Sequence[Expansion]) -> Iterator[list[list[str]]]:
    """The alternatives for every word, from the nearest meanings only to all."""
    for step in _STEPS:
        yield [_meanings(expansion, step) for expansion in expansions]
    # A single letter means more words than can be asked for; weighing finds them all.
    yield [list(expansion.matches) for expansion in expansions if expansion.is_complete]


def _meanings(expansion: Expansion, step: How) -> list[str]:
    """The words that match as well as asked for, or as well as any does."""
    best = min((match.how for match in expansion.matches.values()), default=step)
    worst = max(best, step)
    return [word for word, match in expansion.matches.items() if match.how <= worst]


def _fields(record: HighlightRecord) -> tuple[str, str, str, str]:
    highlight = record.highlight
    return (
        highlight.anchor.exact,
        highlight.note,
        highlight.speaker or "",
        record.document.title,
    )


def _hit(record: HighlightRecord, weighed: Weighed) -> LibraryHit:
    match = weighed.match()
    quote, note, speaker, title = match.marks
    return LibraryHit(record, match.score, quote, note, speaker, title)
