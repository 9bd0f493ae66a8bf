"""Loading: from a file, a pipe, an address or a stored revision to an `Article`.

Whatever is wrong with a source becomes a `SourceError` that names it; nothing else leaves
this module for bad input.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from functools import partial
from typing import BinaryIO

from tui.documents.article import AUTO, Article
from tui.documents.fetched import Fetched
from tui.documents.file_reading import (
    folder_refused,
    read_file,
    read_stream,
    source_label,
    unreadable,
)
from tui.documents.loaders import loader_of
from tui.documents.metadata import Header
from tui.documents.plain_text import plain_article
from tui.documents.source import Source, SourceKind
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import SourceError
from tui.settings.paths import is_there, paths


def open_source(words: str, *, encoding: str = "") -> Article | Listing | Unread:
    """What the reader named: the article itself if that is quickly made.

    Args:
        words: A source as a reader typed it or as `Source.identity` gives it.
        encoding: The encoding that the reader named; empty for the one named for it before,
            `AUTO` for what its bytes say.

    Raises:
        SourceError: It cannot be read.
    """
    source = Source.parse(words)
    encoding = (encoding or encoding_named_before(source)) if encoding != AUTO else ""
    part, container = source.in_container()
    label = source_label(container.identity if part else words)
    if not source.can_be_read_again:
        raise SourceError(f"{label} is a pipe that cannot be read again", "pipe the text once more")
    if container.kind is SourceKind.ADDRESS:
        return Unread(label, partial(_read_address, source, label, encoding))
    path = container.location()
    if os.path.isdir(path):
        from tui.documents.folder_listing import folder_listing

        return folder_listing(path, label)
    data, can_be_read_again = read_file(path, label)
    identity = source.identity if can_be_read_again else None
    return _begin(Fetched(data, identity, label, name=path, encoding=encoding, part=part))


def encoding_named_before(source: Source) -> str:
    """The encoding that the reader once named for a source; empty for none."""
    named = paths().readings
    if not is_there(named):
        return ""
    from tui.settings.named_readings import named_reading

    return named_reading(named, source.in_container()[1].identity).encoding


def _read_address(source: Source, label: str, encoding: str, waiting: Waiting) -> Article | Listing:
    """What lies at an address; waits for the network."""
    from tui.documents.address_reading import read_address, remember

    fetched = read_address(source, label, waiting, encoding=encoding)
    assert fetched is not None, "nothing is known that could be unchanged"
    found = read_fetched(fetched, waiting)
    if isinstance(found, Listing):
        remember(found.source, fetched)
    return found


def read_fetched(fetched: Fetched, waiting: Waiting) -> Article | Listing:
    """What is in some bytes, however long that takes.

    Raises:
        SourceError: They cannot be read.
    """
    opened = _begin(fetched)
    return opened.read(waiting) if isinstance(opened, Unread) else opened


def _begin(fetched: Fetched) -> Article | Unread:
    """The article, or how to have it read."""
    loader = loader_of(fetched)
    if loader.load is not None:
        return _with_origin(loader.load(fetched), fetched, loader.name)
    reader, form = loader.reader, loader.name

    def read(waiting: Waiting) -> Article | Listing:
        from tui.documents.foreign_article import read_foreign

        return read_foreign(fetched, reader, form, waiting)

    return Unread(fetched.label, read)


def _with_origin(article: Article, fetched: Fetched, form: str) -> Article:
    """The article, which knows what came over the network; a file is where it was."""
    if fetched.transfer is None:
        return article
    origin = fetched.origin(form, "closeread/1")
    return replace(article, origin=origin, original=fetched.data)


def load(words: str, waiting: Waiting | None = None, *, encoding: str = "") -> Article:
    """Load an article, however long that takes.

    Args:
        words: As in `open_source`.
        waiting: Who waits; by default somebody who is not told anything.
        encoding: As in `open_source`.

    Raises:
        SourceError: The source cannot be read as a text, or is a list of articles.
    """
    return article_of(open_source(words, encoding=encoding), waiting or Waiting())


def open_stream(stream: BinaryIO, *, encoding: str = "") -> Article | Unread:
    """What comes through a pipe: the article itself if that is quickly made.

    It is named by the hash of its text.

    Args:
        stream: The pipe.
        encoding: As in `open_source`.

    Raises:
        SourceError: It cannot be read.
    """
    label = "standard input"
    try:
        data = read_stream(stream, label)
    except OSError as error:
        raise unreadable(label, error) from error
    return _begin(Fetched(data, None, label, encoding=encoding))


def load_stream(stream: BinaryIO, waiting: Waiting | None = None) -> Article:
    """Load an article from a pipe, however long that takes.

    Raises:
        SourceError: The stream cannot be read as a text.
    """
    return article_of(open_stream(stream), waiting or Waiting())


def from_bytes(data: bytes, words: str) -> Article:
    """The article that today's readers make of the bytes a source once had.

    Args:
        data: All the bytes.
        words: The source.

    Raises:
        SourceError: They cannot be read.
    """
    source, label = Source.parse(words), source_label(words)
    part, container = source.in_container()
    fetched = Fetched(data, source.identity, label, name=container.name, part=part)
    return article_of(_begin(fetched), Waiting())


def article_of(opened: Article | Listing | Unread, waiting: Waiting) -> Article:
    """The article of an opened source.

    Raises:
        SourceError: It cannot be read, or is a list of articles.
    """
    found = opened.read(waiting) if isinstance(opened, Unread) else opened
    if isinstance(found, Listing):
        label = source_label(found.source)
        if os.path.isdir(found.source):
            raise folder_refused(label)
        raise SourceError(f"{label} is a list of articles", "open it on the desk to pick one")
    return found


def from_text(
    text: str,
    source: str,
    title_hint: str | None = None,
    *,
    published: date | None = None,
    byline: str | None = None,
) -> Article:
    """The article of a stored revision, which was sanitised and lost its header before.

    Args:
        text: `Article.text` as it was; it is not changed.
        source: Where the text came from.
        title_hint: The title, when the text itself may not give it.
        published: The day a header gave, when the store knows it.
        byline: The credit a header gave, when the store knows it.
    """
    return plain_article(text, source, Header(title_hint, published, byline))
