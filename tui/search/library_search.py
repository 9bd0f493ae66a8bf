"""Searching all highlights the reader ever made: in quote, note, speaker and title.

The library's index gives a bounded set of candidates, which are then weighed one by one by
their words alone; only that keeps a key press quick over a hundred thousand highlights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from typing import TYPE_CHECKING

from tui.search.filters import Filters
from tui.search.library_criteria import LibraryCriteria
from tui.search.library_hits import FoundHighlights, LibraryHit, Ranked
from tui.search.library_vocabulary import LibraryVocabulary
from tui.search.matching import weigh_words
from tui.search.query import MOST_FOUND, Query, parse_query
from tui.search.regex_search import RecordRegex
from tui.search.searchable import SearchableLibrary
from tui.search.vocabulary import Expansion, How
from tui.store.criteria import Criterion, Sought, Worded

if TYPE_CHECKING:
    from tui.store.highlight_records import Candidate

# Words that one typed word may stand for: each is a term of the library's query.
_MAX_MEANINGS = 128
# How many candidates are weighed for each row asked for. All have every word; weighing more
# than are shown finds phrases among them, at 5 us each. A single word makes no phrase, nor
# does one with the first letters of another.
_CANDIDATES_A_ROW = 2
# Candidates beyond the rows asked for: some do not pass the filters that no index knows.
_SPARE = 100
# Of so many words each may have a slip that is none in a word by itself.
_WORDS_ENOUGH = 2
# How many are looked at where a filter knows no test of the index.
_MOST_CHECKED = 1000
# The candidates are asked for in these steps, so that the word itself is never crowded out
# by its look-alikes; the later steps are only taken when rows are left over.
_STEPS = (How.EXACT, How.PREFIX, How.ABBREVIATION)


# A word that stands for more is not looked up in the index where another word is: it takes the
# index longer to find all these words than to read what the other one finds.
_MANY = 32


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
        """Whether the last search, when all its hits are read, looked only at the newest of the
        highlights it had to."""

    def search(self, query: str | Query, limit: int = MOST_FOUND) -> list[LibraryHit]:
        """What the query finds, best first, and of equals the latest first.

        Without a query: all highlights, the latest first.

        Args:
            query: The content of the search box, or what it means.
            limit: At most so many.
        """
        return list(self.hits(query, limit))

    def hits(self, query: str | Query, limit: int = MOST_FOUND) -> Iterator[LibraryHit]:
        """The same one after another; they are read from the library a page at a time.

        Args:
            query: The content of the search box, or what it means.
            limit: At most so many.
        """
        self._refresh()
        self.is_cut = False
        parsed = parse_query(query) if isinstance(query, str) else query
        if parsed.is_empty:
            newest, _ = self._library.filtered_keys([], limit)
            return FoundHighlights(self._library).best_first(map(Ranked, newest))
        hits = self._worded(parsed, [self._expand(word) for word in parsed.words], limit)
        first = next(hits, None)
        if first is not None:
            return chain((first,), hits)
        if len(parsed.words) < _WORDS_ENOUGH:
            return iter(())
        # What the other words say decides among look-alikes that one word alone would drown in.
        words = self._vocabulary.words
        meant = [words.expand(word, _MAX_MEANINGS, loosely=True) for word in parsed.words]
        return self._worded(parsed, meant, limit)

    def _worded(
        self, query: Query, expansions: Sequence[Expansion], limit: int
    ) -> Iterator[LibraryHit]:
        if query.filters:
            return self._filtered(query, expansions, limit)
        words = sum(not each.is_beginning for each in expansions)
        enough = limit * _CANDIDATES_A_ROW if words > 1 else limit
        candidates = self._library.candidate_highlights(_steps(expansions), enough)
        found = FoundHighlights(self._library).best_first(_ranked(candidates, expansions))
        return islice(found, limit)

    def search_regex(self, pattern: str, limit: int = MOST_FOUND) -> list[LibraryHit]:
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
        return [LibraryHit(r, 1.0, regex.places(r.highlight.words)) for r in records]

    def _filtered(
        self, query: Query, expansions: Sequence[Expansion], limit: int
    ) -> Iterator[LibraryHit]:
        """What a query with filters finds: candidates of the library, looked at one by one."""
        today = datetime.now(UTC).date()
        filters = Filters(query.filters, self._expand, today)
        asked = self._criteria.of(query.filters, today)
        found = FoundHighlights(self._library, filters)
        likely = limit * min(len(expansions), _CANDIDATES_A_ROW) + _SPARE if expansions else limit
        seen: set[int] = set()
        given = 0
        for most in (likely, _MOST_CHECKED):
            keys, is_full, is_all = self._keys(asked, expansions, most, limit)
            ranked = self._with_bounds(keys - seen, expansions, filters)
            for hit in islice(found.best_first(ranked), limit - given):
                given += 1
                yield hit
            seen |= keys
            if given >= limit or not is_full:
                break
        self.is_cut = given < limit and (is_full or not is_all)

    def _keys(
        self,
        asked: Sequence[Sequence[Criterion]],
        expansions: Sequence[Expansion],
        most: int,
        limit: int,
    ) -> tuple[set[int], bool, bool]:
        """The candidates of a query; whether there were too many; whether all were looked for."""
        keys: set[int] = set()
        is_full, is_all = False, True
        # The nearest meanings first, then all.
        for groups in _first_and_last(_groups(expansions)):
            if len(keys) < limit:
                words: list[list[Criterion]] = [[Worded(tuple(group))] for group in groups]
                found, is_each = self._library.filtered_keys([*words, *asked], most)
                keys |= set(found)
                is_full, is_all = is_full or len(found) >= most, is_all and is_each
        return keys, is_full, is_all

    def _with_bounds(
        self, keys: Iterable[int], expansions: Sequence[Expansion], filters: Filters
    ) -> Iterable[Ranked]:
        if not expansions and not filters.is_guessing:
            return map(Ranked, keys)
        return _ranked(self._library.candidate_words([*keys]), expansions, filters)

    def _refresh(self) -> None:
        version = self._library.data_version()
        if version != self._version:
            self._vocabulary.add(self._library.highlight_vocabulary(self._vocabulary.last))
            self._criteria = LibraryCriteria(self._library, self._vocabulary.words, self._expand)
            self._version = version

    def _expand(self, word: str) -> Expansion:
        return self._vocabulary.expand(word, _MAX_MEANINGS)


def _ranked(
    candidates: Iterable[Candidate],
    expansions: Sequence[Expansion],
    filters: Filters | None = None,
) -> Iterator[Ranked]:
    """The candidates with the most that their scores can be; without those that lack a word."""
    for candidate in candidates:
        words = [text.split() for text in candidate[1:]]
        weighed = weigh_words(expansions, words)
        if weighed is not None:
            most = filters.most(words) if filters else 0.0
            yield Ranked(candidate.key, weighed.score + most, weighed)


def _steps(expansions: Sequence[Expansion]) -> list[Sought]:
    """What the candidates must have, from the nearest meanings only to all; each step once."""
    steps = [_sought(expansions, step) for step in _STEPS]
    # What stands for more words than can be asked for is left to the weighing, which knows all.
    known = [each for each in expansions if each.is_complete or each.is_beginning]
    steps.append(_sought(known or expansions, _STEPS[-1]))
    if all(each.is_beginning for each in expansions):
        # The shortest of the words that begin with a letter are the likeliest.
        steps.append(Sought(tuple(group[:_MANY] for group in steps[-1].groups)))
        steps.sort(key=lambda step: sum(map(len, step.groups)))
    return [*dict.fromkeys(steps)]


def _sought(expansions: Sequence[Expansion], step: How) -> Sought:
    """One word of each group, and for a letter or two a word that begins so."""
    meanings = [(each, tuple(_meanings(each, step))) for each in expansions]
    groups = [words for each, words in meanings if len(words) <= _MANY or not each.is_beginning]
    if groups:
        many = (each for each, words in meanings if len(words) > _MANY and each.is_beginning)
        return Sought(tuple(groups), tuple(each.typed for each in many))
    # By itself it finds the shortest words, which are more likely than those that come first.
    return Sought(tuple(words for _, words in meanings))


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
