"""Searching a list of records that is in memory: articles by title and place, marks of one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.documents.article import Span
from tui.documents.folding import fold_words, joined_words
from tui.search.folded_text import fold_text
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
    nearness: int = 0
    """How near its first field is to what was typed: 0 the same, 1 beginning with it, 2 holding
    it, 3 with other words between; 0 without a query."""


class RecordIndex:
    """Records of a few fields each, made ready for searching. Every word must be found."""

    def __init__(self, records: Sequence[tuple[str, ...]]) -> None:
        """Index the words of the records.

        Args:
            records: Their fields, the most telling first.
        """
        self._records = records
        self._titles = [joined_words(fields[0]) if fields else "" for fields in records]
        self._postings: dict[str, list[int]] = {}
        for number, fields in enumerate(records):
            for word in {word.text for field in fields for word in fold_words(field)}:
                self._postings.setdefault(word, []).append(number)
        self._vocabulary = Vocabulary(self._postings)

    def __len__(self) -> int:
        return len(self._records)

    def search(self, query: str) -> list[RecordHit]:
        """The records the query finds, best first; without a query all, in their order.

        Before all others comes the one whose first field is what was typed, then those whose
        first field begins with it or holds it.
        """
        words = plain_words(query)
        if not words:
            # Signs alone are looked for as they stand.
            signs = fold_text(query).strip()
            return [
                RecordHit(number, ((),) * len(fields), 0.0)
                for number, fields in enumerate(self._records)
                if not signs or any(signs in fold_text(field) for field in fields)
            ]
        expansions = [self._vocabulary.expand(word, _MAX_MEANINGS) for word in words]
        found: set[int] | None = None
        for expansion in expansions:
            numbers = {n for word in expansion.matches for n in self._postings[word]}
            found = numbers if found is None else found & numbers
        typed = joined_words(query)
        nearness = {number: _nearness(typed, self._titles[number]) for number in found or ()}
        hits = []
        for number in sorted(nearness, key=lambda n: (nearness[n], n))[:_MOST_WEIGHED]:
            weighed = weigh(expansions, self._records[number])
            if weighed is not None:
                match = weighed.match()
                hits.append(RecordHit(number, match.marks, match.score, nearness[number]))
        return sorted(hits, key=lambda hit: (hit.nearness, -hit.score))


def _nearness(typed: str, title: str) -> int:
    """`RecordHit.nearness`."""
    if typed == title:
        return 0
    if title.startswith(typed):
        return 1
    return 2 if f" {typed}" in title else 3
