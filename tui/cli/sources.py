"""Where an article comes from when the command line names it."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.errors import SourceError

if TYPE_CHECKING:
    from tui.documents.article import Article

SAMPLE = "seed:nato-russia-talks"
"""What opens on the first run, when there is no last article."""


def is_stdin_piped() -> bool:
    """Whether something other than a keyboard is connected to stdin."""
    return sys.stdin is not None and not sys.stdin.isatty()


def shown_source(source: str) -> str:
    """A source as a person reads it: the hash of a piped text tells nobody anything."""
    return "stdin" if source.startswith("stdin:") else source


def read_source(source: str) -> Article:
    """The article of a source; `-` is stdin, `stdin:HASH` an earlier one the library keeps.

    Raises:
        SourceError: It cannot be read.
    """
    from tui.documents.loading import load, load_stream

    if source == "-":
        if sys.stdin is None:
            raise SourceError("nothing comes from a pipe", "pipe an article into closeread")
        return load_stream(sys.stdin.buffer)
    if source.startswith("stdin:"):
        kept = _kept_article(source)
        if kept is not None:
            return kept
    return load(source)


def last_article() -> Article | None:
    """The article read last; `None` on the first run.

    It is read from its source again, and as the library keeps it when that is gone.

    Raises:
        SourceError: Neither is there.
        StoreError: The library cannot be read.
    """
    from tui.cli.open_library import open_existing_library
    from tui.documents.loading import load

    with open_existing_library() as library:
        last = None if library is None else library.last_opened()
    # A source may since have become another article's; then there is no name to open.
    if last is None or not last.source:
        return None
    try:
        return load(last.source)
    except SourceError as error:
        kept = _kept_article(last.source)
        if kept is None:
            raise
        notice = f"{error.message}; this is the text as the library keeps it"
        return replace(kept, notices=(*kept.notices, notice))


def _kept_article(source: str) -> Article | None:
    """The article as the library keeps it for a source; `None` when it does not."""
    from tui.cli.open_library import open_existing_library

    with open_existing_library() as library:
        return None if library is None else library.stored_article(source)
