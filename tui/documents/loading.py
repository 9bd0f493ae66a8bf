"""Loading: from a file, a pipe, an address or a stored revision to an `Article`.

Whatever is wrong with a source becomes a `SourceError` that names it; nothing else leaves
this module for bad input.
"""

from __future__ import annotations

from datetime import date
from typing import BinaryIO

from tui.documents.article import Article
from tui.documents.fetched import Fetched
from tui.documents.file_reading import read_file, read_stream, source_label, unreadable
from tui.documents.loaders import loader_of
from tui.documents.metadata import Header
from tui.documents.plain_text import plain_article
from tui.documents.source import Source
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import SourceError


def open_source(words: str, *, encoding: str = "") -> Article | Listing | Unread:
    """What the reader named: the article itself if that is quickly made.

    Args:
        words: A source as a reader typed it or as `Source.identity` gives it.
        encoding: The encoding that the reader named; empty for none.

    Raises:
        SourceError: It cannot be read.
    """
    source = Source.parse(words)
    label = source_label(words)
    if not source.can_be_read_again:
        raise SourceError(f"{label} is a pipe that cannot be read again", "pipe the text once more")
    part, container = source.in_container()
    path = container.location()
    data, can_be_read_again = read_file(path, label)
    identity = source.identity if can_be_read_again else None
    return _begin(Fetched(data, identity, label, name=path, encoding=encoding, part=part))


def _begin(fetched: Fetched) -> Article | Unread:
    """The article, or how to have it read."""
    loader = loader_of(fetched)
    if loader.load is not None:
        return loader.load(fetched)
    reader, form = loader.reader, loader.name

    def read(waiting: Waiting) -> Article | Listing:
        from tui.documents.foreign_article import read_foreign

        return read_foreign(fetched, reader, form, waiting)

    return Unread(fetched.label, read)


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


def open_stream(stream: BinaryIO) -> Article | Unread:
    """What comes through a pipe: the article itself if that is quickly made.

    It is named by the hash of its text.

    Raises:
        SourceError: It cannot be read.
    """
    label = "standard input"
    try:
        data = read_stream(stream, label)
    except OSError as error:
        raise unreadable(label, error) from error
    return _begin(Fetched(data, None, label))


def load_stream(stream: BinaryIO, waiting: Waiting | None = None) -> Article:
    """Load an article from a pipe, however long that takes.

    Raises:
        SourceError: The stream cannot be read as a text.
    """
    return article_of(open_stream(stream), waiting or Waiting())


def article_of(opened: Article | Listing | Unread, waiting: Waiting) -> Article:
    """The article of an opened source.

    Raises:
        SourceError: It cannot be read, or is a list of articles.
    """
    found = opened.read(waiting) if isinstance(opened, Unread) else opened
    if isinstance(found, Listing):
        label = source_label(found.source)
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
