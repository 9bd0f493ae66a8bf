"""Plain text: from its bytes to an article."""

from __future__ import annotations

import os

from tui.documents.article import Article
from tui.documents.blocks import split_blocks
from tui.documents.fetched import Fetched
from tui.documents.metadata import Header, describe, take_header
from tui.documents.sanitising import sanitise, sanitise_line
from tui.documents.source import Source, SourceKind
from tui.errors import SourceError


def load(fetched: Fetched, notices: tuple[str, ...] = ()) -> Article:
    """The article of a text without markup.

    Args:
        fetched: The source.
        notices: What the reader should know about it, beside its encoding.

    Raises:
        SourceError: There is nothing to read in it.
    """
    decoded, notice = fetched.decoded
    header, text = take_header(sanitise(decoded))
    if not text.strip():
        raise empty(fetched.label)
    identity = fetched.identity or piped_identity(text)
    return plain_article(text, identity, header, (*((notice,) if notice else ()), *notices))


def empty(label: str) -> SourceError:
    """The refusal of a source without words."""
    return SourceError(f"{label} is empty", "there is nothing to read")


def piped_identity(text: str) -> str:
    """How a text is named that came through a pipe."""
    # Loading hashlib costs more than reading a usual article; only a pipe needs it here.
    from hashlib import sha256

    return Source(SourceKind.PIPE, sha256(text.encode("utf-8")).hexdigest()).identity


def plain_article(text: str, source: str, header: Header, notices: tuple[str, ...] = ()) -> Article:
    """The article of a sanitised text."""
    blocks = split_blocks(text)
    found = describe(text, blocks, header)
    return Article(
        source=source,
        text=text,
        title=found.title or sanitise_line(os.path.basename(source)),
        blocks=blocks,
        published=found.published,
        place=found.place,
        byline=found.byline,
        asides=found.asides,
        notices=notices,
    )
