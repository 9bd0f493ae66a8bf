"""Searching all highlights the reader ever made: in quote, note, speaker and title.

The library's index gives a bounded set of candidates, which are then weighed one by one;
only that keeps a key press quick over a hundred thousand highlights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.search.filters import Filters, Marks, RecordFacts
from tui.search.library_criteria import LibraryCriteria
from tui.search.library_vocabulary import LibraryVocabulary
from tui.search.matching import Weighed, joined, weigh, weigh_words
from tui.search.query import Query, parse_query
from tui.search.regex_search import RecordRegex
from tui.search.searchable import SearchableLibrary
from tui.search.vocabulary import Expansion, How
from tui.store.criteria import Criterion, Worded

if TYPE_CHECKING:
    from tui.store.highlight_records import Candidate, HighlightRecord

# Words that one typed word may stand for: each is a term of the library's query.
_MAX_MEANINGS = 128
# How many candidates are weighed for each row asked for. All have every word; weighing more
# than are shown finds phrases among them, at 30 us each. A single word makes no phrase.
_CANDIDATES_A_ROW = 2
# Candidates beyond the rows asked for: some do not pass the filters that no index knows.
_SPARE = 100
# How many are read whole where a filter knows no test of the index, at 25 us each.
_MOST_CHECKED = 1000
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
class _Found:
    """A highlight that was found; its marks are worked out when it is shown."""

    record: HighlightRecord
    score: float
    weighed: Weighed | None
    filters: Filters | None = None


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
        self._vocabulary = LibraryVocabulary()
        self._criteria = LibraryCriteria(library, self._vocabulary.words, self._expand)
        self.is_cut = False
        """Whether the last search looked only at the newest of the highlights it had to."""

    def search(self, query: str | Query, limit: int = 200) -> list[LibraryHit]:
        """What the query finds, best first, and of equals the latest first.

        Without a query: all highlights, the latest first.

        Args:
            query: The content of the search box, or what it means.
            limit: At most so many.
        """
        self._refresh()
        self.is_cut = False
        parsed = parse_query(query) if isinstance(query, str) else query
        if parsed.is_empty:
            newest = self._library.candidate_highlights([], limit)
            records = self._library.highlights_by_key([each.key for each in newest])
            return [LibraryHit(record, 0.0) for _, record in records]
        expansions = [self._expand(word) for word in parsed.words]
        if parsed.filters:
            return self._filtered(parsed, expansions, limit)
        return _best(self._weighed(expansions, limit), limit)

    def _weighed(self, expansions: Sequence[Expansion], limit: int) -> list[_Found]:
        """The best of the candidates; only these are read whole, and their sums compared."""
        enough = limit * _CANDIDATES_A_ROW if len(expansions) > 1 else limit
        weighed = {
            candidate.key: found
            for candidate in self._candidates(expansions, enough)
            if (found := weigh_words(expansions, [text.split() for text in candidate[1:]]))
        }
        # The newest come first, and sorting keeps that order among equals.
        keys = sorted(weighed, reverse=True)
        keys.sort(key=lambda key: weighed[key].score, reverse=True)
        records = self._library.highlights_by_key(keys[:limit])
        return [_Found(record, weighed[key].score, weighed[key]) for key, record in records]

    def search_regex(self, pattern: str, limit: int = 200) -> list[LibraryHit]:
        """The latest highlights whose words a regular expression matches.

        Args:
            pattern: A regular expression, as `find_regex` takes it.
            limit: At most so many.

        Raises:
            PatternError: It is none, or takes too long in one highlight.
        """
        self.is_cut = False
        regex = RecordRegex(pattern)
        records = self._library.highlights_matching(regex.matches, lambda: not regex.is_over, limit)
        self.is_cut = regex.is_over
        regex = RecordRegex(pattern)
        return [LibraryHit(r, 1.0, regex.places(r.highlight.anchor.exact)) for r in records]

    def _filtered(
        self, query: Query, expansions: Sequence[Expansion], limit: int
    ) -> list[LibraryHit]:
        """What a query with filters finds: candidates of the library, looked at one by one."""
        today = datetime.now(UTC).date()
        filters = Filters(query.filters, self._expand, today)
        asked = self._criteria.of(query.filters, today)
        found: dict[str, _Found] = {}
        likely = limit * (_CANDIDATES_A_ROW if len(expansions) > 1 else 1) + _SPARE
        for most in (likely, _MOST_CHECKED):
            self.is_cut = is_full = False
            # The nearest meanings first, then all.
            for groups in _first_and_last(_groups(expansions)):
                if len(found) >= limit:
                    continue
                words: list[list[Criterion]] = [[Worded(tuple(group))] for group in groups]
                records, is_all = self._library.filtered_highlights([*words, *asked], most)
                is_full = is_full or len(records) >= most
                self.is_cut = self.is_cut or is_full or not is_all
                for record in records:
                    _add_if_it_meets(found, record, expansions, filters)
            if len(found) >= limit or not is_full:
                break
        self.is_cut = self.is_cut and len(found) < limit
        return _best(list(found.values()), limit)

    def _refresh(self) -> None:
        version = self._library.data_version()
        if version != self._version:
            self._vocabulary.add(self._library.highlight_vocabulary(self._vocabulary.last))
            self._criteria = LibraryCriteria(self._library, self._vocabulary.words, self._expand)
            self._version = version

    def _expand(self, word: str) -> Expansion:
        return self._vocabulary.expand(word, _MAX_MEANINGS)

    def _candidates(self, expansions: Sequence[Expansion], limit: int) -> Iterable[Candidate]:
        """Those that have a meaning of every word, those with the nearest meanings first."""
        found: dict[int, Candidate] = {}
        asked: list[list[str]] = []
        for groups in _groups(expansions):
            if len(found) < limit and groups and all(groups) and groups != asked:
                asked = groups
                for candidate in self._library.candidate_highlights(groups, limit):
                    found.setdefault(candidate.key, candidate)
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


def _first_and_last(groups: Iterable[list[list[str]]]) -> list[list[list[str]]]:
    first, *_, last = [*groups]
    return [last] if first == last else [first, last]


def _meanings(expansion: Expansion, step: How) -> list[str]:
    """The words that match as well as asked for, or as well as any does."""
    best = min((match.how for match in expansion.matches.values()), default=step)
    worst = max(best, step)
    return [word for word, match in expansion.matches.items() if match.how <= worst]


def _add_if_it_meets(
    found: dict[str, _Found],
    record: HighlightRecord,
    expansions: Sequence[Expansion],
    filters: Filters,
) -> None:
    facts = facts_of(record)
    if record.highlight.id in found or not filters.meets(facts):
        return
    weighed = weigh(expansions, facts.shown) if expansions else None
    if weighed is not None or not expansions:
        score = filters.score(facts) + (weighed.score if weighed else 0.0)
        found[record.highlight.id] = _Found(record, score, weighed, filters)


def _fields(record: HighlightRecord) -> tuple[str, str, str, str]:
    highlight = record.highlight
    return (
        highlight.anchor.exact,
        highlight.note,
        highlight.speaker or "",
        record.document.title,
    )


def facts_of(record: HighlightRecord) -> RecordFacts:
    """What a highlight can be asked about.

    Args:
        record: The highlight.
    """
    highlight, document = record.highlight, record.document
    states = ["noted"] if highlight.note else []
    states += ["tagged"] if highlight.tags else []
    states += [highlight.found.state] if highlight.found else []
    return RecordFacts(
        shown=_fields(record),
        kinds=("mark", "highlight"),
        # Who stands in it is not kept; a name that stands in it does as well.
        about=(highlight.anchor.exact,),
        who=highlight.speaker or "",
        note=highlight.note,
        sources=(document.title, document.source),
        tags=highlight.tags,
        colour=highlight.colour.value,
        day=highlight.created[:10],
        states=tuple(states),
    )


def _best(found: list[_Found], limit: int) -> list[LibraryHit]:
    found.sort(key=lambda each: each.record.highlight.created, reverse=True)
    found.sort(key=lambda each: each.score, reverse=True)
    return [_hit(each) for each in found[:limit]]


def _hit(found: _Found) -> LibraryHit:
    record = found.record
    marks: Marks = ((),) * len(_fields(record))
    if found.weighed is not None:
        marks = found.weighed.match(_fields(record)).marks
    if found.filters is not None:
        others = found.filters.marks(facts_of(record))
        marks = tuple(tuple(joined((*a, *b))) for a, b in zip(marks, others, strict=True))
    quote, note, speaker, title = marks
    return LibraryHit(record, found.score, quote, note, speaker, title)
