"""What the reader typed into the search box, understood.

A query is a set of words, all of which must be found, in any order. Operators and fields
would become further parts of `Query` beside its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from tui.documents.folding import fold_words

# A pasted passage is found by its first words as surely as by all of them.
MAX_WORDS = 32


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for; it finds a record only if every part of it does."""

    words: tuple[str, ...] = ()
    """The words, folded, each once, in the order they were typed."""

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing in particular, so that everything is shown."""
        return not self.words


def parse_query(text: str) -> Query:
    """Understand what was typed; there is no text it cannot understand.

    Args:
        text: The content of the search box.
    """
    words = dict.fromkeys(word.text for word in fold_words(text))
    return Query(tuple(islice(words, MAX_WORDS)))
