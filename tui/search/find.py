"""Finding in the text: the plain pattern behind `/`, `n` and `N`.

Small letters match capitals too, until the pattern has a capital. A run of blanks matches
any run of white space, so a hit crosses a wrapped line, also where a word was divided by a
hyphen at its end; a straight quotation mark or apostrophe matches a curly one, and a hyphen
any hyphen or dash. Accents count, however they are composed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from tui.documents.article import Span

_ALIKE = (
    "'‘’‚‛ʼ",
    '"“”„‟',
    "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    "σς",
)
_HYPHENS = _ALIKE[2]
_CLASS_OF = {letter: alike for alike in _ALIKE for letter in alike}
_PARTS = re.compile(r"\s+|\S")
# Possessive: giving blanks back can never help, as what follows is no blank.
_ANY_BLANKS = r"\s++"
# Only where a run of blanks begins; else a long run is tried again from each of its blanks.
_FIRST_BLANK = r"[\s](?<!\s\s)\s*+"
# A word divided at the end of a line. Only what cannot be part of the pattern is skipped.
_DIVIDED = r"(?:[-\u2010]\n[ \t]*+)?"
_AFTER_HYPHEN = r"(?:\n[ \t]*+)?"
# How much text is looked at in one go, in code points: some milliseconds.
_STRETCH = 1 << 18
# How much text `previous` looks at first; doubled until a hit is inside.
_FIRST_STRETCH = 1 << 16


class Finder:
    """A pattern made ready once, then asked many times.

    A pattern that is empty or all blanks finds nothing.
    """

    def __init__(self, pattern: str) -> None:
        """Compile the pattern.

        Args:
            pattern: What the reader typed; every character stands for itself.
        """
        self.pattern = pattern
        is_exact = any(c.isupper() or c.istitle() for c in pattern)
        parts = _PARTS.findall(unicodedata.normalize("NFC", pattern)) if pattern.strip() else []
        source = "".join(_sources(parts, is_exact))
        self._compiled = re.compile(source) if parts else None
        longest = sum(len(unicodedata.normalize("NFD", part)) for part in parts)
        # Between two letters a hyphen and the end of a line may stand.
        self._reach = re.compile(rf"(?:\s++|\S){{0,{3 * longest}}}")

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
        while self._compiled is not None and low < high:
            end = min(high, low + _STRETCH)
            for hit in self._compiled.finditer(text, low, self._end_of_reach(text, end)):
                if hit.start() >= end:
                    break
                yield Span(*hit.span())
                low = hit.end()
            low = max(low, end)

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
        if self._compiled is None:
            return None
        end = self._end_of_reach(text, high)
        found = None
        hit = self._compiled.search(text, low, end)
        while hit is not None and hit.start() < high:
            found = Span(*hit.span())
            hit = self._compiled.search(text, hit.start() + 1, end)
        return found

    def _end_of_reach(self, text: str, high: int) -> int:
        """Where a hit that starts before `high` has ended at the latest."""
        reach = self._reach.match(text, high)
        return reach.end() if reach else high


def _sources(parts: Sequence[str], is_exact: bool) -> Iterator[str]:
    """A regular expression for each letter and each run of blanks of the pattern."""
    before = " "
    for part in parts:
        if part.isspace():
            yield _FIRST_BLANK if part is parts[0] else _ANY_BLANKS
        else:
            if before.isalnum() and part.isalnum():
                yield _DIVIDED
            elif before in _HYPHENS:
                yield _AFTER_HYPHEN
            yield _any_form(part, is_exact)
        before = part


def _any_form(letter: str, is_exact: bool) -> str:
    """A regular expression for one character in all the forms that count as the same.

    Classes instead of `re.IGNORECASE`: that flag would also apply to the look-alikes, and
    it keeps the engine from looking for the first character by its fast path.
    """
    forms = set(_CLASS_OF.get(letter, letter))
    if not is_exact:
        forms |= {c for form in forms for c in (form.lower(), form.upper(), form.title())}
    single = {form for form in forms if len(form) == 1}
    decomposed = {unicodedata.normalize("NFD", form) for form in single} - single
    choice = re.escape(letter) if len(single) == 1 else f"[{''.join(map(re.escape, single))}]"
    if not decomposed:
        return choice
    return f"(?:{'|'.join(map(re.escape, sorted(decomposed)))}|{choice})"
