"""Who is quoted with which words, asked for by the place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from tui.analysis.results import Quote
from tui.documents.article import Span


class Sayings:
    """Who is quoted with which words."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        """Put the parts of all quotes with a speaker in order."""
        self._quotes = quotes
        parts = (
            (part, number)
            for number, quote in enumerate(quotes)
            if quote.speaker_name
            for part in quote.content
        )
        self._parts = sorted(parts)
        # A part before one that ends so early may be left out: none of them reaches further.
        self._reach = list(accumulate((part.end for part, _ in self._parts), max))

    def speaker(self, evidence: Span) -> str | None:
        """Who is quoted with the words of some evidence: of several the first quote's."""
        position = bisect_left(self._parts, ((evidence.end,),)) - 1
        found: list[int] = []
        while position >= 0 and self._reach[position] > evidence.start:
            part, number = self._parts[position]
            if part.overlaps(evidence):
                found.append(number)
            position -= 1
        return self._quotes[min(found)].speaker_name if found else None
