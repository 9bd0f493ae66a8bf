"""Where an article comes from when the command line names it."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import click

from tui.documents.article import AUTO, ENGLISH
from tui.documents.loading import open_source, open_stream
from tui.documents.source import Source
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import LibraryGoneError, SourceError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tui.documents.article import Article
    from tui.library import Library

LANGUAGE = click.option(
    "--language",
    type=click.Choice((AUTO, ENGLISH)),
    default=AUTO,
    help='"en" reads a text as English whatever its words say; by default they decide.',
)
"""The option that says which language a source is in."""


def is_stdin_piped() -> bool:
    """Whether something other than a keyboard is connected to stdin."""
    return sys.stdin is not None and not sys.stdin.isatty()


def shown_source(identity: str) -> str:
    """A source as the commands print it: the hash of a piped text tells nobody anything."""
    return identity if Source.parse(identity).can_be_read_again else "stdin"


def read_source(words: str) -> Article:
    """The article of a source, however long it takes to be read.

    Raises:
        SourceError: It cannot be read.
        StoreError: The library, asked for a piped text, cannot be read.
    """
    from tui.documents.loading import article_of

    return article_of(open_words(words), Waiting())


def open_words(words: str) -> Article | Listing | Unread:
    """What a source is; `-` is stdin, `stdin:HASH` an earlier one the library keeps.

    Raises:
        SourceError: It cannot be read.
        StoreError: The library, asked for a piped text, cannot be read.
    """
    if words == "-":
        if sys.stdin is None:
            raise SourceError("nothing comes from a pipe", "pipe an article into closeread")
        return open_stream(sys.stdin.buffer)
    if Source.parse(words).can_be_read_again:
        return open_source(words)
    with _existing_library() as library:
        return open_source(words) if library is None else library.read_article(words)


def _existing_library() -> AbstractContextManager[Library | None]:
    from tui.cli.open_library import open_existing_library

    return open_existing_library()


def last_opened() -> Article | Listing | Unread | None:
    """The article read last, also when only the library has it; `None` on the first run.

    Raises:
        SourceError: Its source cannot be read, and the library does not keep it.
        StoreError: The library cannot be read.
    """
    try:
        return _last_in_library()
    except LibraryGoneError:
        # The desk asks about it, over another article.
        return None


def _last_in_library() -> Article | Listing | Unread | None:
    with _existing_library() as library:
        last = None if library is None else library.last_opened()
        if library is None or last is None:
            return None
        with suppress(SourceError):
            opened = open_source(last.address)
            if isinstance(opened, Unread):
                return Unread(opened.label, partial(_read_in_library, last.address))
            return opened
        # A source may since have become another article's; then the library has the text.
        return library.read_article(last.address)


def _read_in_library(address: str, waiting: Waiting) -> Article | Listing:
    """Read a source, or what the library keeps of it; called in a thread."""
    with _existing_library() as library:
        if library is None:
            raise SourceError("the library is gone", "name the article to open it")
        return library.read_source(address, waiting)
