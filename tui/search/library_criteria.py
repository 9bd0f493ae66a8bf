"""The filters of a query as criteria that the library can narrow a search by.

Whatever a criterion lets through is looked at again; it must only never leave out what the
filter would find. What no index knows gives no criterion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tui.search.field_values import choices, period
from tui.search.filters import stands_in
from tui.search.folded_text import fold_text
from tui.search.term_words import is_only_words, letters_of, parts_with
from tui.search.terms import Field, Match, Term
from tui.search.vocabulary import Expansion, Vocabulary
from tui.store.clock import begin_of
from tui.store.criteria import (
    ABOUT,
    Coloured,
    Criterion,
    Found,
    Lettered,
    Made,
    MadeOnAny,
    Noted,
    StandingIn,
    Tagged,
    Worded,
)

if TYPE_CHECKING:
    from tui.search.searchable import SearchableLibrary

# Words that one term may stand for: each is a term of the library's query.
_MOST_WORDS = 400
_COLUMNS = {None: "", Field.WHO: "speaker", Field.NOTE: "note", Field.ABOUT: ABOUT}
# How a highlight was found in the text that was last opened.
_FOUND = frozenset({"moved", "changed", "orphan"})
# Met by no highlight.
_NOTHING = Coloured(())


class LibraryCriteria:
    """Turns terms into criteria; keeps what it has read of one state of the library."""

    def __init__(
        self,
        library: SearchableLibrary,
        vocabulary: Vocabulary,
        expand: Callable[[str], Expansion],
    ) -> None:
        """Remember where to look; nothing is read yet.

        Args:
            library: All highlights.
            vocabulary: All their words.
            expand: The words a typed word may mean.
        """
        self._library = library
        self._vocabulary = vocabulary
        self._expand = expand
        self._tags: Sequence[str] | None = None
        self._sources: Sequence[tuple[str, str]] | None = None

    def of(self, groups: Iterable[Sequence[Term]], today: date) -> list[list[Criterion]]:
        """Groups of alternatives that can be narrowed by; a highlight must meet them all.

        Args:
            groups: `Query.filters`.
            today: The day that `7d` counts back from.
        """
        found: list[list[Criterion]] = []
        for group in groups:
            each = [self._all_of(term, today) for term in group]
            if len(each) == 1:
                found += [[criterion] for criterion in each[0]]
            elif all(each):
                found.append([_by_itself(criteria[0]) for criteria in each])
        return found

    def _all_of(self, term: Term, today: date) -> list[Criterion]:
        """What a highlight that meets a term meets, the most telling first."""
        if term.match is Match.WORD:
            expansion = self._expand(max(term.text.split(" "), key=len))
            return [Worded(tuple(expansion.matches))] if expansion.is_complete else []
        if term.field in _COLUMNS:
            return self._of_letters(term, _COLUMNS[term.field])
        known = None if term.is_negated else self._of_value(term, today)
        return [] if known is None else [known]

    def _of_letters(self, term: Term, column: str) -> list[Criterion]:
        letters = letters_of(term)
        if not letters:
            return [Noted()] if term.field is Field.NOTE and not term.is_negated else []
        is_whole = is_only_words(term)
        lettered = Lettered(
            letters, column, term.at_start and is_whole, term.at_end and is_whole, term.is_negated
        )
        if term.is_negated:
            # Without the signs more would be left out than the term leaves out; who says it and
            # who stands in it are beside one another in the index.
            return [lettered] if is_whole and term.field in (None, Field.NOTE) else []
        worded = [
            Worded(tuple(words), column, is_first, is_hint=True)
            for words, is_first in parts_with(term, self._vocabulary, _MOST_WORDS)
        ]
        return [*worded, lettered]

    def _of_value(self, term: Term, today: date) -> Criterion | None:
        if term.field is Field.TAG:
            return Tagged(tuple(tag for tag in self._known_tags() if stands_in(term, tag)))
        if term.field is Field.SOURCE:
            sources, wanted = self._known_sources(), term.text
            # A list: a generator takes twice as long, for each of a hundred thousand articles.
            fitting = [key for key, text in sources if wanted in text]
            return StandingIn(tuple(fitting)) if len(fitting) < len(sources) else None
        values = choices(term.field, term.text)
        if term.field is Field.COLOUR:
            return Coloured(tuple(sorted(values)))
        if term.field is Field.KIND:
            known = tuple(sorted(values & {"quote", "question", "sentence"}))
            is_any = bool(values & {"mark", "highlight"})
            return None if is_any else MadeOnAny(known) if known else _NOTHING
        if term.field is Field.IS:
            return self._of_state(values)
        days = period(term.text, today)
        if days is None:
            return _NOTHING
        if term.field is Field.SINCE:
            return Made(since=begin_of(days.first))
        return Made(before=begin_of(days.last + timedelta(1))) if days.last < date.max else None

    def _of_state(self, values: frozenset[str]) -> Criterion | None:
        known = values & {"noted", "tagged", "anonymous", *_FOUND}
        if known == {"anonymous"}:
            return MadeOnAny(("anonymous",))
        if known == {"noted"}:
            return Noted()
        if known == {"tagged"}:
            return Tagged(tuple(self._known_tags()))
        if known <= _FOUND:
            return Found(tuple(sorted(known))) if known else _NOTHING
        # What begins so is one of several kinds of things.
        return None

    def _known_tags(self) -> Sequence[str]:
        if self._tags is None:
            self._tags = self._library.highlight_tags()
        return self._tags

    def _known_sources(self) -> Sequence[tuple[str, str]]:
        """Every article with the folded texts that `src:` looks at."""
        if self._sources is None:
            documents = self._library.documents()
            self._sources = [(d.id, fold_text("\n".join((d.title, *d.origins)))) for d in documents]
        return self._sources


def _by_itself(criterion: Criterion) -> Criterion:
    """A criterion that nothing else tests."""
    return replace(criterion, is_hint=False) if isinstance(criterion, Worded) else criterion
