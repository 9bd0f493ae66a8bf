"""Which records meet the terms of a query that are more than plain words, and where.

The same for an article's findings and for the library's highlights: both are described as
`RecordFacts`. Whatever narrowed the records before, these tests decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tui.documents.article import Span
from tui.search.field_values import DATES, FEW_VALUES, Period, choices, period
from tui.search.folded_text import folded, places
from tui.search.matching import joined, weigh, weigh_words
from tui.search.terms import Field, Match, Term
from tui.search.vocabulary import Expansion

Marks = tuple[tuple[Span, ...], ...]
"""For each shown text of a record the letters to mark."""


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What a record can be asked about."""

    shown: tuple[str, ...]
    """The texts that are searched and whose matched letters are marked, most telling first."""
    kinds: tuple[str, ...]
    """What it is, as `kind:` calls it."""
    about: tuple[str, ...] = ()
    """The names of those it is about, which it need not show; searched as well."""
    who: tuple[str, ...] = ()
    """Who says it, by every name for them; none when nobody does."""
    note: str = ""
    """What the reader wrote about it."""
    sources: tuple[str, ...] = ()
    """Title and address of its article."""
    tags: tuple[str, ...] = ()
    """The reader's tags."""
    colour: str = ""
    """The colour of a highlight; empty for what is none."""
    day: str = ""
    """The day a highlight was made, ISO 8601; empty for what is none."""
    states: tuple[str, ...] = ()
    """What `is:` says of it."""


class Filters:
    """The filters of one query, made ready for many records."""

    def __init__(
        self,
        groups: Sequence[Sequence[Term]],
        expand: Callable[[str], Expansion],
        today: date,
    ) -> None:
        """Look up what the plain words among the alternatives may mean.

        Args:
            groups: `Query.filters`.
            expand: The words a typed word may mean.
            today: The day that `7d` counts back from.
        """
        self._groups = groups
        terms = [term for group in groups for term in group]
        self._choices = {t: choices(t.field, t.text) for t in terms if t.field in FEW_VALUES}
        self._periods = {t: period(t.text, today) for t in terms if t.field in DATES}
        self._expansions = {
            term: [expand(word) for word in term.text.split(" ")]
            for term in terms
            if term.match is Match.WORD
        }
        self._guessing = [g for g in groups if any(t in self._expansions for t in g)]

    def meets(self, facts: RecordFacts) -> bool:
        """Whether a record has one alternative of every group."""
        return all(any(self._holds(term, facts) for term in group) for group in self._groups)

    def score(self, facts: RecordFacts) -> float:
        """How well a record that meets them does so: 1 a group, about that where words are guessed.

        Args:
            facts: The record.
        """
        surely = len(self._groups) - len(self._guessing)
        return surely + sum(max(self._score(t, facts) for t in g) for g in self._guessing)

    @property
    def is_guessing(self) -> bool:
        """Whether words are guessed, so that some records meet them better than others."""
        return bool(self._guessing)

    def most(self, words: Sequence[Sequence[str]]) -> float:
        """The most that `score` can be.

        Args:
            words: The folded words of each shown text of a record.
        """
        surely = len(self._groups) - len(self._guessing)
        return surely + sum(max(self._most(t, words) for t in g) for g in self._guessing)

    def marks(self, facts: RecordFacts) -> Marks:
        """The letters to mark in a record that meets them."""
        found: list[list[Span]] = [[] for _ in facts.shown]
        for term in (term for group in self._groups for term in group):
            for number, span in self._places(term, facts):
                found[number].append(span)
        return tuple(tuple(joined(spans)) for spans in found)

    def _holds(self, term: Term, facts: RecordFacts) -> bool:
        if term.match is Match.WORD:
            return weigh(self._expansions[term], (*facts.shown, *facts.about)) is not None
        return self._has(term, facts) is not term.is_negated

    def _has(self, term: Term, facts: RecordFacts) -> bool:
        """Whether a record has what a term names, wanted or not."""
        if term in self._choices:
            return not self._choices[term].isdisjoint(_values(term, facts))
        if term in self._periods:
            return _is_in_time(term, self._periods[term], facts.day)
        return any(stands_in(term, text) for text in _texts(term, facts))

    def _score(self, term: Term, facts: RecordFacts) -> float:
        if term.match is Match.WORD:
            weighed = weigh(self._expansions[term], (*facts.shown, *facts.about))
            return weighed.score if weighed else 0.0
        return float(self._holds(term, facts))

    def _most(self, term: Term, words: Sequence[Sequence[str]]) -> float:
        if term.match is not Match.WORD:
            return 1.0
        weighed = weigh_words(self._expansions[term], words)
        return weighed.score if weighed else 0.0

    def _places(self, term: Term, facts: RecordFacts) -> Iterator[tuple[int, Span]]:
        """The letters that a term stands for, with the number of their shown text."""
        if term.is_negated:
            return
        if term.match is Match.WORD:
            weighed = weigh(self._expansions[term], (*facts.shown, *facts.about))
            for number, spans in enumerate(weighed.match().marks if weighed else ()):
                if number < len(facts.shown):
                    yield from ((number, span) for span in spans)
            return
        is_in_shown = term.field in (None, Field.ABOUT)
        for number, text in enumerate(facts.shown):
            for part in (text,) if is_in_shown else _texts(term, facts):
                at = text.find(part) if part else -1
                if at >= 0:
                    for span in _spans(term, part):
                        yield number, Span(at + span.start, at + span.end)


def stands_in(term: Term, text: str) -> bool:
    """Whether a term that is looked for as it stands does so in a text.

    Args:
        term: The term; whether it is negated does not matter.
        text: One of the texts it is about.
    """
    if term.match is Match.EXACT and term.field is not Field.TAG:
        return term.text in folded(text).text
    return bool(_spans(term, text))


def _values(term: Term, facts: RecordFacts) -> Iterable[str]:
    """What a record is, for a field of few values."""
    if term.field is Field.KIND:
        return facts.kinds
    return (facts.colour,) if term.field is Field.COLOUR else facts.states


def _is_in_time(term: Term, days: Period | None, day: str) -> bool:
    if days is None or not day:
        return False
    if term.field is Field.SINCE:
        return day >= days.first.isoformat()
    return day <= days.last.isoformat()


def _texts(term: Term, facts: RecordFacts) -> Iterable[str]:
    """The texts of a record that a term is looked for in; none for a field of few values."""
    match term.field:
        case None:
            return (*facts.shown, *facts.about)
        case Field.WHO:
            return facts.who
        case Field.NOTE:
            return (facts.note,)
        case Field.ABOUT:
            return facts.about
        case Field.SOURCE:
            return facts.sources
        case Field.TAG:
            return facts.tags
        case _:
            return ()


def _spans(term: Term, text: str) -> list[Span]:
    # A tag is known by how it begins: "war" is not "postwar".
    at_start = term.at_start or (term.field is Field.TAG and not term.at_end)
    return places(term.text, text, at_start=at_start, at_end=term.at_end)
