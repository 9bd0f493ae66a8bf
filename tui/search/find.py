"""Finding in the text: the plain pattern behind `/`, `n` and `N`.

Small letters match capitals too, until the pattern has a capital. Accents, ties of letters and
styles of signs do not matter, as in the library (`fold_sign`): "strasse" is "Straße", "ready..."
is "ready…", "--" is any dash. A run of blanks matches any run of white space, so a hit crosses
a wrapped line, also where a word was divided by a hyphen at its end, and the end of a page where a
sentence goes on over it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import islice

from tui.documents.article import Span
from tui.documents.folding import fold_sign, fold_stretch, signs_of

_PARTS = re.compile(r"\s+|-+|\S")
# Possessive: giving blanks back can never help, as what follows is no blank.
_ANY_BLANKS = r"\s++"
# Only where a run of blanks begins; else a long run is tried again from each of its blanks.
_FIRST_BLANK = r"[\s](?<!\s\s)\s*+"
# A dash may be typed as two hyphens.
_ANY_HYPHENS = r"-++"
_FIRST_HYPHEN = r"-(?<!--)-*+"
# A word divided at the end of a line. Only what cannot be part of the pattern is skipped.
_DIVIDED = r"(?:-\n[ \t]*+)?"
_AFTER_HYPHEN = r"(?:\n[ \t]*+)?"
# What a sign of the pattern may stand for in the text.
_A_SIGN = r"\s++|[-\u2010-\u2015\u2212]++|\S[\u0300-\u036f]*+"
# How much text is looked at in one go, in code points: some milliseconds. The first is small,
# for mostly a hit is near; each one after it is four times as much.
_STRETCH = 1 << 18
_NEAR = 1 << 14
# How much of it stands on each side of the end of a page, for each sign of the pattern.
_SIDE = 8
# How much text `previous` looks at first; doubled until a hit is inside.
_FIRST_STRETCH = 1 << 16


class Finder:
    """A pattern made ready once, then asked many times.

    A pattern that is empty or all blanks finds nothing.
    """

    def __init__(self, pattern: str, crossed: Callable[[], Sequence[Span]] = tuple) -> None:
        """Compile the pattern.

        Args:
            pattern: What the reader typed; every character stands for itself.
            crossed: Gives what stands between the halves of each sentence that goes on over the
                end of a page, in text order; a hit over one of them has it in its span.
        """
        self.pattern = pattern
        self._crossed = crossed
        self._is_exact = any(c.isupper() or c.istitle() for c in pattern)
        folded = "".join(map(fold_sign, pattern))
        folded = folded if self._is_exact else folded.casefold().lower()
        parts = _PARTS.findall(folded) if folded.strip() else []
        self._compiled = re.compile("".join(_sources(parts))) if parts else None
        # Between two letters a hyphen and the end of a line may stand.
        self._reach = re.compile(rf"(?:{_A_SIGN}){{0,{3 * len(parts)}}}")

    def all(self, text: str, limit: int | None = None) -> list[Span]:
        """The hits from the top of the text, none overlapping another.

        Args:
            text: The article's text.
            limit: At most so many; `None` for all.
        """
        return list(islice(self._between(text, 0, len(text)), limit))

    def next(self, text: str, offset: int, wrap: bool = True) -> Span | None:
        """The first hit that starts at `offset` or after it.

        Reads little further than that hit.

        Args:
            text: The article's text.
            offset: Where to begin; one more than the start of a hit goes on from it.
            wrap: Whether to go on from the top when there is none.
        """
        offset = max(offset, 0)
        hit = next(self._between(text, offset, len(text)), None)
        if hit is None and wrap and offset > 0:
            hit = next(self._between(text, 0, offset), None)
        return hit

    def _between(self, text: str, low: int, high: int) -> Iterator[Span]:
        """The hits with their start in `low` to `high`; they may end beyond.

        In stretches: one call of the engine keeps every other thread waiting.
        """
        size = _NEAR
        while low < high:
            end = min(high, low + size)
            for hit in self._within(text, low, end):
                # A tie of two letters that both match is one hit.
                if hit.start >= low:
                    yield hit
                    low = hit.end
            low, size = max(low, end), min(size * 4, _STRETCH)

    def _within(self, text: str, low: int, high: int, *, each: bool = False) -> Iterator[Span]:
        """The hits with their start in `low` to `high`; with `each` also overlapping ones."""
        if self._compiled is None:
            return
        unbroken, crossed = self._unbroken(text, low, high, each=each), self._crossed()
        yield from merge(unbroken, self._over(text, low, high, crossed)) if crossed else unbroken

    def _unbroken(self, text: str, low: int, high: int, *, each: bool) -> Iterator[Span]:
        """The same without those that go over the end of a page."""
        if self._compiled is None:
            return
        # What stands before it shows whether a run of blanks or hyphens begins here.
        first = max(0, low - 1)
        signs = signs_of(text, keeps_case=self._is_exact)
        folded = fold_stretch(text[first : self._end_of_reach(text, high)], signs)
        at = len(fold_stretch(text[first:low], signs).text)
        while hit := self._compiled.search(folded.text, at):
            span = Span(first + folded.origin(hit.start()), first + folded.end(hit.end()))
            if span.start >= high:
                return
            yield span
            at = hit.start() + 1 if each else hit.end()

    def _over(self, text: str, low: int, high: int, crossed: Sequence[Span]) -> Iterator[Span]:
        """The hits that go over the end of a page, with their start in `low` to `high`."""
        if self._compiled is None:
            return
        side = _SIDE * max(_SIDE, len(self.pattern))
        signs = signs_of(text, keeps_case=self._is_exact)
        for gap in crossed[bisect_right(crossed, low, key=_start_of) :]:
            if gap.start > high + side:
                return
            before = text[max(0, gap.start - side) : gap.start]
            folded = fold_stretch(f"{before}\n{text[gap.end : gap.end + side]}", signs)
            for hit in self._compiled.finditer(folded.text):
                start, end = folded.origin(hit.start()), folded.end(hit.end())
                if start < len(before) < end - 1:
                    span = Span(gap.start - len(before) + start, gap.end + end - len(before) - 1)
                    if low <= span.start < high:
                        yield span

    def previous(self, text: str, offset: int, wrap: bool = True) -> Span | None:
        """The last hit that starts before `offset`.

        Args:
            text: The article's text.
            offset: Where to begin; the start of a hit goes back from it.
            wrap: Whether to go on from the end when there is none.
        """
        offset = max(0, min(offset, len(text)))
        hit = self._last_between(text, 0, offset)
        if hit is None and wrap:
            hit = self._last_between(text, offset, len(text))
        return hit

    def _last_between(self, text: str, floor: int, high: int) -> Span | None:
        """Look back in growing stretches: a regular expression only reads forwards."""
        size = _FIRST_STRETCH
        while high > floor:
            low = max(floor, high - size)
            found = self._last_within(text, low, high)
            if found is not None:
                return found
            high, size = low, size * 2
        return None

    def _last_within(self, text: str, low: int, high: int) -> Span | None:
        """The last hit with its start in `low` to `high`; it may end beyond."""
        return max(self._within(text, low, high, each=True), default=None)

    def _end_of_reach(self, text: str, high: int) -> int:
        """Where a hit that starts before `high` has ended at the latest."""
        reach = self._reach.match(text, high)
        return reach.end() if reach else high


def _start_of(gap: Span) -> int:
    return gap.start


def _sources(parts: Sequence[str]) -> Iterator[str]:
    """A regular expression for each letter and each run of blanks or hyphens of the pattern."""
    before = " "
    for number, part in enumerate(parts):
        if part.isspace():
            yield _ANY_BLANKS if number else _FIRST_BLANK
        elif part[0] == "-":
            yield _ANY_HYPHENS if number else _FIRST_HYPHEN
        else:
            if before.isalnum() and part.isalnum():
                yield _DIVIDED
            elif before[0] == "-":
                yield _AFTER_HYPHEN
            yield re.escape(part)
        before = part
