"""Words that the end of a line divides: one word again, with its hyphen or without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tui.documents.divided_words import HYPHENS, keeps_hyphen
from tui.documents.reader.pdf_line import Line

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_HALF_BEFORE = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*\Z")
_HALF_AFTER = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")


class Hyphens:
    """Decides by the words that the same document has undivided."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Count the words of all lines but for the halves of divided ones."""
        self._seen: Counter[str] = Counter()
        is_divided = False
        for line in lines:
            found = _WORD.findall(line.text.lower())
            self._seen.update(found[is_divided : len(found) - line.is_divided])
            is_divided = line.is_divided

    def joined(self, before: str, after: str, is_divided: bool) -> str | None:
        """What stands between two lines that divide a word.

        Args:
            before: The line that ends in a half, with a hyphen unless the next says so.
            after: The line that begins with the other.
            is_divided: Whether it is known that there was a hyphen, which was taken off.

        Returns:
            The lines as one; `None` when they divide no word.
        """
        half = before if is_divided else before[:-1]
        if not is_divided and not before.endswith(tuple(HYPHENS)):
            return None
        first, second = _HALF_BEFORE.search(half), _HALF_AFTER.match(after)
        if first is None or second is None:
            return half + "-" + after if is_divided else None
        keeps = keeps_hyphen(first[0], second[0], self._seen.__getitem__)
        return half + ("-" if keeps else "") + after
