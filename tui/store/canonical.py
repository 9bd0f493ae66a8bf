"""A text under canonical equivalence, for comparing only: é is é, however a file encodes it.

Some programs save a text again with every accent as a sign of its own (NFD), which changes
nothing that a reader sees. The text that is shown is never normalised: what is compared is a
composed copy (NFC) that knows which of its places are which of the text's.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left

_RUN = re.compile(r".?[^\x00-\x7f]+", re.DOTALL)
"""Stretches that composing may change: what is not ASCII, with the letter before it."""
_JAMO = range(0x1160, 0x1200)
"""Vowels and final consonants of Hangul, which join the letter before them without being marks."""


class Canonical:
    """A text and its composed copy."""

    def __init__(self, text: str) -> None:
        """Compose the text; nothing is copied where it is composed already, the usual case."""
        self.text = text
        """The composed text."""
        self._places: array[int] | None = None
        """Where each code point of the composed text begins in the given one, its end included."""
        if not unicodedata.is_normalized("NFC", text):
            self._compose(text)

    def _compose(self, text: str) -> None:
        parts: list[str] = []
        places = array("q")
        done = 0
        for run in _RUN.finditer(text):
            parts.append(text[done : run.start()])
            places.extend(range(done, run.start()))
            for start, end in _letters(text, *run.span()):
                composed = unicodedata.normalize("NFC", text[start:end])
                parts.append(composed)
                places.extend(range(start, start + 1))
                # What stays apart has its marks where they were, as far as there are any.
                places.extend(min(start + n, end) for n in range(1, len(composed)))
            done = run.end()
        parts.append(text[done:])
        places.extend(range(done, len(text) + 1))
        self.text = "".join(parts)
        self._places = places

    def place(self, offset: int) -> int:
        """Where a code point of the given text stands in the composed one."""
        return offset if self._places is None else bisect_left(self._places, offset)

    def given(self, offset: int) -> int:
        """Where a code point of the composed text stands in the given one."""
        return offset if self._places is None else self._places[offset]


def _letters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The letters of a stretch, each with the marks that belong to it."""
    letters: list[tuple[int, int]] = []
    first = start
    for at in range(start + 1, end):
        if not (unicodedata.category(text[at]).startswith("M") or ord(text[at]) in _JAMO):
            letters.append((first, at))
            first = at
    return [*letters, (first, end)]


def composed(words: str) -> str:
    """Some words as they are compared."""
    return unicodedata.normalize("NFC", words)
