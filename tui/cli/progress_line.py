"""How far a slow command is: one line on a terminal, taken away at its end; nothing in a pipe."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from time import monotonic
from types import TracebackType

from tui.documents.sanitising import sanitise_line

_PAUSE = 0.1
"""Seconds between two drawings at least."""
_LONGEST = 48
"""Characters shown of a source: the line must not wrap, or it could not be taken away."""
_CLEAR = "\r\x1b[K"


class ProgressLine:
    """The line of one source; draw nothing by it where stderr is no terminal."""

    def __init__(self, source: str) -> None:
        """Remember the source; the line appears with the first report."""
        name = sanitise_line(source)
        self._name = name if len(name) <= _LONGEST else f"…{name[1 - _LONGEST :]}"
        self._is_shown = (
            sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        )
        self._drawn_at = 0.0

    def __enter__(self) -> ProgressLine:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Take the line away, whatever ended the work."""
        if self._drawn_at:
            self._write(_CLEAR)

    def say(self, words: str) -> None:
        """Show what is being done; sanitised here."""
        now = monotonic()
        if self._is_shown and now - self._drawn_at >= _PAUSE:
            self._drawn_at = now
            self._write(f"{_CLEAR}reading {self._name}: {sanitise_line(words, _LONGEST)}")

    def report(self, done: int, total: int) -> None:
        """Show how much is done."""
        if total > 0:
            self.say(f"{100 * done // total} %")

    def _write(self, text: str) -> None:
        # A terminal that is gone, or cannot write "…", must not end the work.
        with suppress(OSError, UnicodeEncodeError):
            sys.stderr.write(text)
            sys.stderr.flush()
