"""The words of a library as a search keeps them: read once, then only what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.search.vocabulary import Expansion, Vocabulary

if TYPE_CHECKING:
    from tui.store.kept_words import KeptWords

_MOST_EXPANSIONS = 500


class LibraryVocabulary:
    """A vocabulary that grows, with what typed words may mean in it."""

    def __init__(self) -> None:
        """Begin without a word."""
        self.words = Vocabulary(())
        """The words by now."""
        self.last = 0
        """`KeptWords.last` of the last addition."""
        self._expansions: dict[str, Expansion] = {}

    def add(self, found: KeptWords) -> None:
        """Take in words; those that are known already change nothing.

        Args:
            found: The words that came after `last`.
        """
        self.last = found.last
        if found.words:
            self.words = Vocabulary([*self.words.words, *found.words])
            self._expansions = {}

    def expand(self, typed: str, limit: int) -> Expansion:
        """The words that a typed word may mean, worked out once.

        Args:
            typed: A folded word.
            limit: At most so many; always the same.
        """
        if typed not in self._expansions:
            if len(self._expansions) >= _MOST_EXPANSIONS:
                self._expansions = {}
            self._expansions[typed] = self.words.expand(typed, limit)
        return self._expansions[typed]
