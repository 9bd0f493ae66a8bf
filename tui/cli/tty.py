"""The terminal under the desk: is there one, and are keys and screen connected to it."""

from __future__ import annotations

import os
import sys
from codecs import lookup
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from tui.errors import ClosereadError


class Lasting:
    """What the desk draws on: a terminal that may go away before the desk ends.

    Textual writes in a thread of its own, which an error would end; what is drawn after that
    fills its queue, and the desk would wait for room there instead of ending.
    """

    def __init__(self, terminal: TextIO) -> None:
        """Draw on a terminal."""
        self._terminal = terminal
        self._takes_all = not terminal.encoding or lookup(terminal.encoding).name == "utf-8"

    def write(self, text: str) -> int:
        """Write what the terminal's encoding has, unless nobody is left to read it."""
        if not self._takes_all:
            from tui.widgets.glyphs import sendable

            text = sendable(text, self._terminal.encoding)
        with suppress(OSError):
            self._terminal.write(text)
        return len(text)

    def flush(self) -> None:
        """Flush, unless nobody is left to read it."""
        with suppress(OSError):
            self._terminal.flush()

    def __getattr__(self, name: str) -> Any:
        """Whatever else a file has."""
        return getattr(self._terminal, name)


class TerminalError(ClosereadError):
    """There is no terminal to take keys from."""

    title = "No terminal"


def why_no_screen() -> str | None:
    """Why the desk cannot be drawn on stdout, as a clause; `None` when it can."""
    if sys.stdout is None or not sys.stdout.isatty():
        return "the desk needs a terminal, and the output goes elsewhere"
    if os.environ.get("TERM") == "dumb":
        return "the desk needs a terminal that can move its cursor, and TERM is dumb"
    return None


@contextmanager
def keys_from_terminal() -> Iterator[None]:
    """Find the terminal now; on leaving, make it fd 0 if stdin is something else.

    What is piped in is read inside the block. The terminal is looked for first, so that
    an endless pipe is not read for a desk that could never open.

    Raises:
        TerminalError: Stdin is no terminal and there is none to open instead.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        yield
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise TerminalError(
            "there is no terminal to take keys from while an article is piped in",
            "open a file instead, or use closeread analyze",
        ) from error
    try:
        yield
        if terminal != 0:
            os.dup2(terminal, 0)
    finally:
        if terminal != 0:
            os.close(terminal)
    # Textual reads from `sys.__stdin__`, which is None when stdin was closed and whose
    # buffer may hold the end of a pipe.
    sys.__stdin__ = sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)  # type: ignore[misc]


@contextmanager
def screen_on_terminal() -> Iterator[None]:
    """Let the desk be drawn on the terminal even when stderr is redirected.

    Textual draws on fd 2; `closeread FILE 2>errors` would fill the file with the screen.
    """
    if sys.__stderr__ is None:
        # Stderr was closed: Textual needs the object, and fd 2 may belong to another file.
        sys.__stderr__ = sys.stderr = os.fdopen(os.dup(1), "w")  # type: ignore[misc]
    before = sys.__stderr__
    sys.__stderr__ = Lasting(before)  # type: ignore[misc, assignment]
    try:
        with _on_terminal(before):
            yield
    finally:
        sys.__stderr__ = before  # type: ignore[misc]


@contextmanager
def _on_terminal(stderr: TextIO) -> Iterator[None]:
    """Have fd 2 be the terminal."""
    if stderr.isatty():
        yield
        return
    stderr.flush()
    kept = os.dup(2)
    os.dup2(1, 2)
    try:
        yield
    finally:
        stderr.flush()
        os.dup2(kept, 2)
        os.close(kept)
