"""What a text is about: its headline, its lead, and the words and names it repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.analysis.questions.content_words import stem

if TYPE_CHECKING:
    from tui.analysis.entity_index import EntityIndex
    from tui.analysis.questions.open_sentences import Sentence
    from tui.documents.article import Span

FREQUENT = 15
"""Words of a text that count as frequent in it."""
LEAD = 3
"""Sentences that tell what the news is."""
CENTRAL = 5
"""Entities a text is mainly about."""
_LEAD_WORDS, _FREQUENT_WORDS = 6, 4
"""Content words a passage of common length shares with lead and text when it is about them."""


class Topic:
    """What a text is about, and how near a passage is to that."""

    def __init__(self, title: str, sentences: Sequence[Sentence], index: EntityIndex) -> None:
        """Collect the words of headline and lead, and what is frequent."""
        self.total = len(sentences)
        """Sentences of the text."""
        self._index = index
        self._central = {entity.name for entity in index.entities[:CENTRAL]}
        self._title = frozenset(stem(word) for word in title.lower().split())
        lead: set[str] = set()
        counts: Counter[str] = Counter()
        for sentence in sentences:
            counts.update(sorted(sentence.words))
            if sentence.number <= LEAD:
                lead |= sentence.words
        self._lead = frozenset(lead)
        # Of equals those that come first: news tells what matters first. A counter keeps the
        # order of sentences; within one, the alphabet (that of a set differs from run to run).
        common = sorted(counts, key=lambda word: -counts[word])[:FREQUENT]
        self._frequent = frozenset(word for word in common if counts[word] > 1)

    def lead_share(self, words: frozenset[str]) -> float:
        """How much of some content words stands in the lead, between 0 and 1."""
        return min(1.0, len(words & self._lead) / max(min(len(words), _LEAD_WORDS), 1))

    def frequent_share(self, words: frozenset[str]) -> float:
        """How much of some content words the text repeats, between 0 and 1."""
        return min(1.0, len(words & self._frequent) / max(min(len(words), _FREQUENT_WORDS), 1))

    def title_words(self, words: frozenset[str]) -> int:
        """How many of some content words stand in the headline."""
        return len(words & self._title)

    def central_names(self, span: Span) -> int:
        """How many of the main entities a passage names."""
        return len({entity.name for _, entity in self._index.inside(span)} & self._central)

    def centrality(self, number: int, span: Span, words: frozenset[str], places: int) -> float:
        """How near a passage is to what the text is about, between 0 and 1.

        Args:
            number: Of its sentence, from 1.
            span: Where it stands.
            words: Its content words.
            places: How many places of the text state the same.
        """
        return (
            0.2 * (1 - number / max(self.total, 1))
            + 0.3 * self.lead_share(words)
            + 0.2 * self.frequent_share(words)
            + 0.2 * min(self.central_names(span), 2) / 2
            + 0.1 * min(places - 1, 1)
        )
