"""Text as it stands, but for capitals, accents, white space and styles of signs.

What `'exact`, `^start` and `end$` are looked for in. Words are folded as the index folds
them, so that the vocabulary can say where a text may be; signs are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.documents.article import Span
from tui.documents.folding import fold_sign


class FoldedText(NamedTuple):
    """A text with the places its letters come from."""

    text: str
    """The folded text."""
    origins: tuple[int, ...] | None
    """For each of its code points the one of the unfolded text; `None` where all are the same."""
    first: int
    """Where its first letter or digit is; 0 without any."""
    last: int
    """Behind its last letter or digit; its end without any."""

    def span(self, start: int, end: int) -> Span:
        """A range of the folded text, not empty, as a span of the unfolded one."""
        if self.origins is None:
            return Span(start, end)
        return Span(self.origins[start], self.origins[end - 1] + 1)


@lru_cache(maxsize=4096)
def folded(text: str) -> FoldedText:
    """A text folded, kept while it is being searched."""
    if text.isascii() and text.isprintable() and "  " not in text and "--" not in text:
        return _with_ends(text.lower(), None)
    letters: list[str] = []
    origins: list[int] = []
    for at, letter in enumerate(text):
        parts = " " if letter.isspace() else fold_sign(letter).casefold()
        # A run of blanks is one, and so is a dash written as two hyphens.
        if parts in (" ", "-") and letters and letters[-1] == parts:
            continue
        letters += parts
        origins += [at] * len(parts)
    return _with_ends("".join(letters), tuple(origins))


def fold_text(text: str) -> str:
    """A text folded, without the places."""
    return folded(text).text


def places(typed: str, text: str, *, at_start: bool = False, at_end: bool = False) -> list[Span]:
    """Where a folded text stands in an unfolded one; none overlaps another.

    Args:
        typed: What to look for, folded; not empty.
        text: Where to look.
        at_start: Whether it must stand at the start, signs before it left out.
        at_end: Whether it must stand at the end, signs after it left out.
    """
    whole = folded(text)
    if not at_start and not at_end:
        return [whole.span(at, at + len(typed)) for at in _all(typed, whole.text)]
    # The signs around a text count when they were typed.
    starts = {0, whole.first} if at_start else {None}
    ends = {len(whole.text), whole.last} if at_end else {None}
    for start in starts:
        for end in ends:
            begin = start if start is not None else (end or 0) - len(typed)
            fits = end is None or begin + len(typed) == end
            if begin >= 0 and fits and whole.text.startswith(typed, begin):
                return [whole.span(begin, begin + len(typed))]
    return []


def _all(typed: str, text: str) -> Iterator[int]:
    at = text.find(typed)
    while at >= 0:
        yield at
        at = text.find(typed, at + len(typed))


def _with_ends(text: str, origins: tuple[int, ...] | None) -> FoldedText:
    first = next((at for at, letter in enumerate(text) if letter.isalnum()), 0)
    letters = (at + 1 for at in reversed(range(len(text))) if text[at].isalnum())
    return FoldedText(text, origins, first, next(letters, len(text)))
