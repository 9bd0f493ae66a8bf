"""Words as search sees them: one folding for the index, the query and the letters to mark.

Folding is compatibility decomposition without combining marks, casefolded: "Café",
"CAFE" and "cafe" are one word. Offsets point into the text that was folded.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from tui.documents.pattern import pattern

# A combining mark belongs to the letter before it, however the text composes its accents.
_LETTERS = r"\w[\w\u0300-\u036f]*"
_WORD = pattern(rf"{_LETTERS}(?:['’]{_LETTERS})*")


class FoldedWord(NamedTuple):
    """A word of a text, folded."""

    text: str
    """The folded letters; never empty."""
    start: int
    """Its first code point in the unfolded text."""
    end: int
    """The first code point after it."""


def fold(text: str) -> str:
    """The text without case, accents and apostrophes; its length may differ."""
    if text.isascii():
        return text.lower().replace("'", "")
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "'’")
    # "⑴" decomposes into brackets and "ﷺ" into several words: one word must stay one word.
    return "".join(c for c in bare if c.isalnum() or c == "_" or c in text).casefold()


def fold_words(text: str) -> Iterator[FoldedWord]:
    """The words of a text in order; runs of letters, digits and inner apostrophes."""
    if text.isascii():
        for match in _WORD.finditer(text.lower()):
            # Of a word without an apostrophe nothing is left to be folded.
            yield FoldedWord(match[0].replace("'", ""), match.start(), match.end())
        return
    for match in _WORD.finditer(text):
        folded = fold(match.group())
        if folded:
            yield FoldedWord(folded, match.start(), match.end())
