"""A regular expression over many records, with one time limit for all of them."""

from __future__ import annotations

from time import monotonic

from tui.documents.article import Span
from tui.search.find_regex import MOST_SECONDS, TOO_LONG, PatternError, compiled


class RecordRegex:
    """A regular expression made ready once; it finds no empty matches."""

    def __init__(self, pattern: str) -> None:
        """Compile the pattern; the time begins to run.

        Args:
            pattern: A regular expression, as `find_regex` takes it.

        Raises:
            PatternError: It is no regular expression.
        """
        self._compiled = compiled(pattern)
        self._deadline = monotonic() + MOST_SECONDS

    @property
    def is_over(self) -> bool:
        """Whether there is no time left."""
        return monotonic() >= self._deadline

    def matches(self, text: str) -> bool:
        """Whether it matches in a text.

        Raises:
            PatternError: It takes too long in this text alone.
        """
        return bool(self._places(text, MOST_SECONDS))

    def places(self, text: str) -> tuple[Span, ...]:
        """Where it matches in a text.

        Raises:
            PatternError: There is no time left.
        """
        return self._places(text, self._deadline - monotonic())

    def _places(self, text: str, seconds: float) -> tuple[Span, ...]:
        if seconds <= 0:
            raise PatternError(TOO_LONG)
        try:
            return tuple(
                Span(*hit.span())
                for hit in self._compiled.finditer(text, timeout=seconds, concurrent=True)
                if hit.end() > hit.start()
            )
        except TimeoutError as error:
            raise PatternError(TOO_LONG) from error
