"""The filters of a query as criteria that the library can narrow a search by.

Whatever a criterion lets through is looked at again; it must only never leave out what the
filter would find. What no index knows gives no criterion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.search.field_values import choices, period
from tui.search.filters import stands_in
from tui.search.folded_text import fold_text
from tui.search.term_words import words_with
from tui.search.terms import Field, Match, Term
from tui.search.vocabulary import Expansion, Vocabulary
from tui.store.criteria import Coloured, Criterion, Made, Noted, StandingIn, Tagged, Worded

if TYPE_CHECKING:
    from tui.search.searchable import SearchableLibrary

# Words that one term may stand for: each is a term of the library's query.
_MOST_WORDS = 400
_COLUMNS = {None: "", Field.WHO: "speaker", Field.NOTE: "note", Field.ABOUT: "quote"}
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
        """The groups that can be narrowed by.

        Args:
            groups: `Query.filters`.
            today: The day that `7d` counts back from.
        """
        found = []
        for group in groups:
            criteria = [each for term in group if (each := self._one(term, today)) is not None]
            if len(criteria) == len(group):
                found.append(criteria)
        return found

    def _one(self, term: Term, today: date) -> Criterion | None:
        if term.is_negated:
            return None
        if term.match is Match.WORD:
            expansion = self._expand(max(term.text.split(" "), key=len))
            return Worded(tuple(expansion.matches)) if expansion.is_complete else None
        if term.field in _COLUMNS:
            words = words_with(term, self._vocabulary)
            if words is None or len(words) > _MOST_WORDS:
                return Noted() if term.field is Field.NOTE else None
            return Worded(tuple(words), _COLUMNS[term.field])
        return self._of_value(term, today)

    def _of_value(self, term: Term, today: date) -> Criterion | None:
        if term.field is Field.TAG:
            return Tagged(tuple(tag for tag in self._known_tags() if stands_in(term, tag)))
        if term.field is Field.SOURCE:
            sources = self._known_sources()
            return StandingIn(tuple(key for key, text in sources if term.text in text))
        values = choices(term.field, term.text)
        if term.field is Field.COLOUR:
            return Coloured(tuple(sorted(values)))
        if term.field is Field.KIND:
            return None if values & {"mark", "highlight"} else _NOTHING
        if term.field is Field.IS:
            return self._of_state(values)
        days = period(term.text, today)
        if days is None:
            return _NOTHING
        if term.field is Field.SINCE:
            return Made(since=days.first.isoformat())
        return Made(until=days.last.isoformat())

    def _of_state(self, values: frozenset[str]) -> Criterion | None:
        known = values & {"noted", "tagged"}
        if known == {"noted"}:
            return Noted()
        return Tagged(tuple(self._known_tags())) if known == {"tagged"} else _NOTHING

    def _known_tags(self) -> Sequence[str]:
        if self._tags is None:
            self._tags = self._library.highlight_tags()
        return self._tags

    def _known_sources(self) -> Sequence[tuple[str, str]]:
        """Every article with the folded texts that `src:` looks at."""
        if self._sources is None:
            documents = self._library.documents()
            self._sources = [(d.id, fold_text(f"{d.title}\n{d.source}")) for d in documents]
        return self._sources
