"""Records of an article with an index of their words.

A word is also found in a record by the name of somebody who is only meant there ("he"), a
little worse than by a word that stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from heapq import nlargest

from tui.documents.article import Span
from tui.documents.folding import fold_words
from tui.search.article_records import NamesInText, SearchRecord
from tui.search.filters import Filters, Marks, RecordFacts
from tui.search.matching import Weighed, joined, weigh
from tui.search.query import Query
from tui.search.regex_search import RecordRegex
from tui.search.term_words import words_with
from tui.search.terms import Match, Term
from tui.search.vocabulary import Expansion, Vocabulary

# Words that one typed word may stand for; more than this only a single letter gives.
_MAX_MEANINGS = 400
# Taken off a word that stands only in the name of somebody meant in the record.
_NAME_COST = 0.3
# Records whose facts are kept; a text of 10,000 words has some 2,000.
_MOST_KEPT = 4096
_NO_MARKS: Marks = ((), ())
_NOBODY = NamesInText(())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to search for."""

    query: Query
    """The query, not empty."""
    today: date
    """The day that `7d` counts back from."""


@dataclass(frozen=True, slots=True)
class SectionHit:
    """A record that was found; its marks are worked out when it is shown."""

    number: int
    """Its number in its section."""
    record: SearchRecord
    """The record."""
    score: float
    """More is better."""
    weighed: Weighed | None = None
    """How its plain words match; `None` without any."""
    filters: Filters | None = None
    """What else it was asked for."""
    facts: RecordFacts | None = None
    """What the filters know of it."""
    own: Marks = _NO_MARKS
    """Letters to mark that are known already."""

    def marks(self) -> Marks:
        """The matched letters of its title and of its detail."""
        words = self.weighed.match().marks if self.weighed else _NO_MARKS
        others = self.filters.marks(self.facts) if self.filters and self.facts else _NO_MARKS
        return tuple(
            tuple(joined((*a, *b, *c))) for a, b, c in zip(words, others, self.own, strict=False)
        )


@dataclass(frozen=True)
class Section:
    """Records of an article, made ready for searching."""

    size: int
    """How many there are."""
    record: Callable[[int], SearchRecord]
    """Gives the record of a number from 0; asked again for each row shown, so that the text
    of a long article is not kept twice."""
    postings: Mapping[str, Sequence[int]]
    """For each word the records in which it stands."""
    vocabulary: Vocabulary
    """All these words."""
    names: NamesInText = _NOBODY
    """Who stands where in the text."""
    spans: Sequence[Span] = ()
    """Where the records stand; empty before names are known."""
    sources: tuple[str, ...] = ()
    """Title and address of the article."""

    @classmethod
    def of(cls, size: int, record: Callable[[int], SearchRecord]) -> Section:
        """Index the words of records."""
        postings: dict[str, list[int]] = {}
        for number in range(size):
            entry = record(number)
            words = {word.text for word in fold_words(entry.title)}
            words.update(word.text for word in fold_words(entry.detail))
            for word in words:
                postings.setdefault(word, []).append(number)
        return cls(size, record, postings, Vocabulary(postings))

    def with_names(
        self, names: NamesInText, spans: Sequence[Span], sources: tuple[str, ...]
    ) -> Section:
        """The same records in an article about somebody.

        Args:
            names: Who stands where in the text.
            spans: Where the records stand.
            sources: Title and address of the article.
        """
        return replace(self, names=names, spans=spans, sources=sources)

    def search(self, wanted: Wanted, limit: int) -> Iterator[SectionHit]:
        """The records the query finds, in no order.

        Args:
            wanted: The query.
            limit: At most so many, those with the nearest words.
        """
        query = wanted.query
        expansions = [self._expand(word) for word in query.words]
        if not query.filters:
            weights = self._weights(expansions)
            best = nlargest(limit, weights, key=lambda number: (weights[number], -number))
            yield from filter(None, (self._weighed(number, expansions) for number in best))
            return
        filters = Filters(query.filters, self._expand, wanted.today)
        for number in self._narrowed(query, expansions):
            if limit <= 0:
                return
            facts = self._facts(number)
            if filters.meets(facts) and (found := self._weighed(number, expansions)):
                limit -= 1
                score = found.score + filters.score(facts)
                yield SectionHit(number, found.record, score, found.weighed, filters, facts)

    def matching(self, regex: RecordRegex) -> Iterator[SectionHit]:
        """The records a regular expression matches, in their order.

        Raises:
            PatternError: It takes too long.
        """
        for number in range(self.size):
            entry = self.record(number)
            marks = (regex.places(entry.title), regex.places(entry.detail))
            if any(marks):
                yield SectionHit(number, entry, 1.0, own=marks)

    def _expand(self, word: str) -> Expansion:
        return self.vocabulary.expand(word, _MAX_MEANINGS)

    def _weighed(self, number: int, expansions: Sequence[Expansion]) -> SectionHit | None:
        """A record with how well it matches; `None` when a word is nowhere in it."""
        entry = self.record(number)
        if not expansions:
            return SectionHit(number, entry, 0.0)
        weighed = weigh(expansions, (entry.title, entry.detail))
        if weighed is not None:
            return SectionHit(number, entry, weighed.score, weighed)
        about = self._facts(number).about
        weighed = weigh(expansions, (entry.title, entry.detail, *about)) if about else None
        if weighed is None:
            return None
        return SectionHit(number, entry, weighed.score - _NAME_COST, weighed)

    def _facts(self, number: int) -> RecordFacts:
        facts = self._known_facts.get(number)
        if facts is None:
            entry = self.record(number)
            facts = entry.facts(self.names.within(entry.span), self.sources)
            if len(self._known_facts) < _MOST_KEPT:
                self._known_facts[number] = facts
        return facts

    @cached_property
    def _known_facts(self) -> dict[int, RecordFacts]:
        """Facts that were asked for before, by the number of their record."""
        return {}

    def _weights(self, expansions: Sequence[Expansion]) -> dict[int, float]:
        """The records that have a meaning of every typed word, with the sum of the best."""
        weights: dict[int, float] | None = None
        for expansion in expansions:
            found: dict[int, float] = {}
            for word, (_, score) in expansion.matches.items():
                for number in self.postings.get(word, ()):
                    if found.get(number, 0.0) < score:
                        found[number] = score
                for number in self._by_name.get(word, ()):
                    found.setdefault(number, score - _NAME_COST)
            if weights is None:
                weights = found
            else:
                both = weights.keys() & found.keys()
                weights = {number: weights[number] + found[number] for number in both}
        return weights or {}

    def _narrowed(self, query: Query, expansions: Sequence[Expansion]) -> Iterable[int]:
        """The records that may meet a query with filters, the likeliest first."""
        numbers: set[int] | None = None
        if expansions:
            weights = self._weights(expansions)
            numbers = set(weights)
        for group in query.filters:
            parts = [self._with(term) for term in group]
            if all(part is not None for part in parts):
                found = set().union(*(part or () for part in parts))
                numbers = found if numbers is None else numbers & found
        if numbers is None:
            return range(self.size)
        if expansions:
            return sorted(numbers, key=lambda number: (-weights[number], number))
        return sorted(numbers)

    def _with(self, term: Term) -> set[int] | None:
        """The records that may have a term; `None` where the words do not say."""
        if term.match is Match.WORD:
            words: Iterable[str] | None = self._expand(term.text.split(" ")[0]).matches
        elif term.is_negated or term.field is not None:
            return None
        else:
            words = words_with(term, self.vocabulary)
        if words is None:
            return None
        found: set[int] = set()
        for word in words:
            found.update(self.postings.get(word, ()))
            found.update(self._by_name.get(word, ()))
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[int]]:
        """For each word of a name the records in which its bearer stands."""
        found: dict[str, list[int]] = {}
        words: dict[str, tuple[str, ...]] = {}
        for number, span in enumerate(self.spans):
            for name in dict.fromkeys(self.names.within(span)):
                if name not in words:
                    words[name] = tuple(word.text for word in fold_words(name))
                for word in words[name]:
                    found.setdefault(word, []).append(number)
        return found
