"""Searching a list of records that is in memory: articles by title and place, marks of one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.documents.article import Span
from tui.documents.folding import fold_words
from tui.search.matching import weigh
from tui.search.query import plain_words
from tui.search.vocabulary import Vocabulary

_MAX_MEANINGS = 400
"""Words that one typed word may stand for; more than this only a single letter gives."""
_MOST_WEIGHED = 600
"""Records weighed word by word, at 0.1 ms each; of more the first ones."""


class RecordHit(NamedTuple):
    """A record that was found."""

    number: int
    """Its place in the list."""
    marks: tuple[tuple[Span, ...], ...]
    """For each of its fields the matched letters."""
    score: float
    """More is better; 0 without a query."""


class RecordIndex:
    """Records of a few fields each, made ready for searching. Every word must be found."""

    def __init__(self, records: Sequence[tuple[str, ...]]) -> None:
        """Index the words of the records.

        Args:
            records: Their fields, the most telling first.
        """
        self._records = records
        self._postings: dict[str, list[int]] = {}
        for number, fields in enumerate(records):
            for word in {word.text for field in fields for word in fold_words(field)}:
                self._postings.setdefault(word, []).append(number)
        self._vocabulary = Vocabulary(self._postings)

    def __len__(self) -> int:
        return len(self._records)

    def search(self, query: str) -> list[RecordHit]:
        """The records the query finds, best first; without a query all, in their order."""
        words = plain_words(query)
        if not words:
            return [RecordHit(n, ((),) * len(r), 0.0) for n, r in enumerate(self._records)]
        expansions = [self._vocabulary.expand(word, _MAX_MEANINGS) for word in words]
        found: set[int] | None = None
        for expansion in expansions:
            numbers = {n for word in expansion.matches for n in self._postings[word]}
            found = numbers if found is None else found & numbers
        hits = []
        for number in sorted(found or ())[:_MOST_WEIGHED]:
            weighed = weigh(expansions, self._records[number])
            if weighed is not None:
                match = weighed.match()
                hits.append(RecordHit(number, match.marks, match.score))
        return sorted(hits, key=lambda hit: -hit.score)
