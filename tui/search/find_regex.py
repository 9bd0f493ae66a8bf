"""Finding in the text by regular expression, on request.

The `regex` module and not `re`: it can be given a time after which it stops, and a pattern
that backtracks without end would otherwise stop the desk with it. Its syntax is that of `re`
and more. Small letters match capitals too, until the pattern has a capital; a dot does not
cross a line, `^` and `$` stand at the ends of every line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import Any

from tui.documents.article import Span

MOST_SECONDS = 0.25
"""After which a pattern is abandoned: longer, and the key that typed it would be felt."""
TOO_LONG = "it takes too long here; make it simpler"
_ESCAPED = re.compile(r"\\.")


class PatternError(ValueError):
    """The pattern cannot be searched for; the message says why, as a clause."""


def compiled(pattern: str) -> Any:
    r"""A pattern of the `regex` module, as the desk takes it.

    Args:
        pattern: A regular expression; a capital outside an escape like `\S` makes
            capitals count.

    Raises:
        PatternError: It is no regular expression.
    """
    import regex  # type: ignore[import-untyped]

    is_exact = any(letter.isupper() for letter in _ESCAPED.sub("", pattern))
    flags = regex.MULTILINE | (0 if is_exact else regex.IGNORECASE)
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        raise PatternError(f"no regular expression ({error.msg})") from error


class RegexFinder:
    """A regular expression made ready once; it finds no empty matches."""

    def __init__(self, pattern: str) -> None:
        """Compile the pattern.

        Args:
            pattern: A regular expression.

        Raises:
            PatternError: It is no regular expression.
        """
        self.pattern = pattern
        self._compiled = compiled(pattern)
        self._found: tuple[str, tuple[Span, ...]] | None = None

    def all(self, text: str, limit: int | None = None) -> list[Span]:
        """The hits from the top of the text, none overlapping another.

        Args:
            text: The article's text.
            limit: At most so many; `None` for all.

        Raises:
            PatternError: It takes too long.
        """
        return list(islice(self._hits(text), limit))

    def next(self, text: str, offset: int, wrap: bool = True) -> Span | None:
        """The first hit that starts at `offset` or after it; see `Finder.next`.

        Raises:
            PatternError: It takes too long.
        """
        hits = self._hits(text)
        at = bisect_left(hits, offset, key=lambda hit: hit.start)
        if at < len(hits):
            return hits[at]
        return hits[0] if hits and wrap else None

    def previous(self, text: str, offset: int, wrap: bool = True) -> Span | None:
        """The last hit that starts before `offset`; see `Finder.previous`.

        Raises:
            PatternError: It takes too long.
        """
        hits = self._hits(text)
        at = bisect_left(hits, offset, key=lambda hit: hit.start) - 1
        if at >= 0:
            return hits[at]
        return hits[-1] if hits and wrap else None

    def _hits(self, text: str) -> tuple[Span, ...]:
        """All hits, looked for once in a text."""
        if self._found is None or self._found[0] is not text:
            try:
                spans = tuple(
                    Span(*hit.span())
                    for hit in self._compiled.finditer(text, timeout=MOST_SECONDS, concurrent=True)
                    if hit.end() > hit.start()
                )
            except TimeoutError as error:
                raise PatternError(TOO_LONG) from error
            self._found = (text, spans)
        return self._found[1]
