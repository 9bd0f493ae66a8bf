"""Where an article comes from when the command line names it."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import click

from tui.documents.article import AUTO, ENGLISH
from tui.documents.file_reading import source_label
from tui.documents.loading import article_of, open_source, open_stream
from tui.documents.source import Source, SourceKind
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import LibraryGoneError, SourceError, StoreError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from click.shell_completion import CompletionItem

    from tui.documents.article import Article
    from tui.library import Library

LANGUAGE = click.option(
    "--language",
    type=click.Choice((AUTO, ENGLISH)),
    default=AUTO,
    help='"en" reads a text as English whatever its words say; by default they decide.',
)
"""The option that says which language a source is in."""


def _known_encoding(_: click.Context, __: click.Parameter, name: str) -> str:
    """The name of an encoding, if Python has one of that name.

    Raises:
        click.BadParameter: It has none.
    """
    if not name:
        return name
    from tui.documents.decoding import is_encoding

    if not is_encoding(name):
        raise click.BadParameter(f'no encoding is called "{name}"')
    return name


ENCODING = click.option(
    "--encoding",
    default="",
    metavar="NAME",
    callback=_known_encoding,
    help="The encoding of a source that does not say it itself, for example cp1251.",
)
"""The option that says in which encoding a source is."""


def complete_source(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """What a source may be, for a shell that completes it."""
    from tui.cli.completion import source_items

    return source_items(incomplete)


def complete_file(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """A file, for a shell that completes it."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def is_stdin_piped() -> bool:
    """Whether something other than a keyboard is connected to stdin."""
    return sys.stdin is not None and not sys.stdin.isatty()


def shown_source(identity: str) -> str:
    """A source as the commands print it: the hash of a piped text tells nobody anything."""
    return identity if Source.parse(identity).can_be_read_again else "stdin"


def read_source(words: str, waiting: Waiting | None = None, *, encoding: str = "") -> Article:
    """The article of a source, however long it takes to be read.

    Args:
        words: As in `open_words`.
        waiting: Who waits; by default somebody who is not told anything.
        encoding: As in `open_words`.

    Raises:
        SourceError: It cannot be read.
        StoreError: The library, asked for a piped text, cannot be read.
    """
    return article_of(open_words(words, encoding=encoding), waiting or Waiting())


def open_words(words: str, *, encoding: str = "") -> Article | Listing | Unread:
    """What a source is; `-` is stdin, `stdin:HASH` an earlier one the library keeps.

    Args:
        words: The source as it was typed.
        encoding: The encoding that the reader named; empty for none.

    Raises:
        SourceError: It cannot be read.
        StoreError: The library, asked for a piped text, cannot be read.
    """
    if words == "-":
        if sys.stdin is None:
            raise SourceError("nothing comes from a pipe", "pipe an article into closeread")
        return open_stream(sys.stdin.buffer, encoding=encoding)
    source = Source.parse(words)
    if source.in_container()[1].kind is SourceKind.ADDRESS and not encoding:
        # What the library keeps is not asked for again.
        label = source_label(source.in_container()[1].identity)
        return Unread(label, partial(_read_in_library, source.identity))
    if source.can_be_read_again:
        return open_source(words, encoding=encoding)
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


def _read_in_library(source: str, waiting: Waiting) -> Article | Listing:
    """What the library keeps of a source, or what it holds now; called in a thread."""
    # An article is read also where the library cannot be: the desk says what is wrong with it.
    with suppress(StoreError), _existing_library() as library:
        if library is not None:
            return library.read_source(source, waiting)
    opened = open_source(source)
    return opened.read(waiting) if isinstance(opened, Unread) else opened
