"""Words that the end of a line divides: one word again, with its hyphen or without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tui.documents.lexicon import words
from tui.documents.reader.pdf_line import Line

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_HALF_BEFORE = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*\Z")
_HALF_AFTER = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_HYPHENS = "-‐"
# Words, or seen as such, that stand in compounds without a hyphen.
_BEGINNINGS = words(
    "any com con dis every fore in inter mc mis no out over pre re some sub super trans un under "
    "up with"
)
_ENDINGS = words(
    "able ed er ers est ful hood ible ing ings ion ism ist ity less ly man men ment ness ship "
    "sion some stand tion ward wards way ways where"
)


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
        if not is_divided and not (before.endswith(_HYPHENS[0]) or before.endswith(_HYPHENS[1])):
            return None
        first, second = _HALF_BEFORE.search(half), _HALF_AFTER.match(after)
        if first is None or second is None:
            return half + "-" + after if is_divided else None
        return half + ("-" if self._keeps(first[0], second[0]) else "") + after

    def _keeps(self, first: str, second: str) -> bool:
        """Whether a word has a hyphen where it is divided."""
        is_name = not second[0].islower() or not first[-1].isalpha()
        first, second = first.lower(), second.lower()
        with_hyphen, without = self._seen[f"{first}-{second}"], self._seen[first + second]
        if with_hyphen or without:
            return with_hyphen > without
        if is_name:
            return True
        if first in _BEGINNINGS or second in _ENDINGS:
            return False
        return min(self._seen[first], self._seen[second]) > 1 and len(first) > 2
