"""What the program and the reading process say to each other; a body of a frame is msgpack.

msgspec is imported when the first message is made: the desk must be on screen before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from tui.documents.article import Block, Milestone, Span, StyledSpan
from tui.documents.text_pieces import Piece
from tui.outside.frames import frame


class Foreign(NamedTuple):
    """Asks the reading process for what is in some bytes."""

    reader: str
    """The module of this folder that reads them."""
    data: bytes
    """All the bytes."""
    label: str
    """What a sentence calls the source."""
    name: str = ""
    """Its path or address: what relative links are relative to; empty for a pipe."""
    encoding: str = ""
    """The encoding that the reader or the server named; empty for none."""
    part: str = ""
    """`Choice.part` of the one wanted of a container; empty for all of it."""


class Choice(NamedTuple):
    """One of many articles in a source: an entry of a feed, a mail in a mailbox."""

    title: str
    """Its title, as one line."""
    address: str = ""
    """Its own source, where it has one: an address, a path."""
    part: str = ""
    """By what it is found again in the container, where its text lies there; letters and
    digits only, the same at the next reading."""
    published: date | None = None
    """The day it gives for itself."""
    byline: str = ""
    """Who wrote it."""
    summary: str = ""
    """What it is about, as one line of at most 300 code points."""


@dataclass
class Contents:
    """What a reader of a format found; what is wrong with the bytes it raises as `SourceError`."""

    pieces: Iterable[Piece] = ()
    """The words in order of reading; every one was cleaned (`clean`, `sanitise`)."""
    extractor: str = ""
    """What made them of the bytes, with versions, as `Origin.extractor`."""
    title: str | None = None
    """The title; `None` when the source has none."""
    published: date | None = None
    """The day of publication."""
    byline: str | None = None
    """Who wrote it."""
    site: str | None = None
    """The publication it stands in."""
    address: str | None = None
    """Where it can be found on the web."""
    notices: tuple[str, ...] = ()
    """Sentences the reader should see on opening."""
    choices: tuple[Choice, ...] = field(default=())
    """The articles in it, when it is a list of articles: then there are no pieces."""


class Reading(NamedTuple):
    """What was found, as one text; the fields are those of `Contents` and `Article`."""

    text: str
    blocks: tuple[Block, ...]
    styles: tuple[StyledSpan, ...]
    asides: tuple[Span, ...]
    milestones: tuple[Milestone, ...]
    extractor: str
    title: str | None
    published: date | None
    byline: str | None
    site: str | None
    address: str | None
    notices: tuple[str, ...]
    choices: tuple[Choice, ...]


class Preview(NamedTuple):
    """The first pages of a text whose rest is still being read, for whoever waits for it.

    What the whole text alone tells may be missing: it is looked at and then forgotten.
    """

    text: str
    blocks: tuple[Block, ...]
    styles: tuple[StyledSpan, ...]
    asides: tuple[Span, ...]


FIRST_PAGES = 6000
"""Code points of a preview: more than a large screen shows."""


class Tells(Protocol):
    """How a reader of long sources tells how far it is."""

    def __call__(self, progress: str, first: Iterable[Piece] = (), /) -> None:
        """Tell it.

        Args:
            progress: What is being done, as a clause.
            first: The first pages, once, as soon as there are `FIRST_PAGES` code points.
        """


class ReaderReply(NamedTuple):
    """What the reading process reports: progress, then a reading or why there is none."""

    progress: str = ""
    """What is being done, as a clause: "page 12 of 300"."""
    reading: Reading | None = None
    """What was found."""
    refusal: tuple[str, str] | None = None
    """Message and hint of the `SourceError`."""
    preview: Preview | None = None
    """The first pages, at most once and before the reading."""


def encode(message: Foreign | ReaderReply) -> bytes:
    """A message as a frame."""
    import msgspec

    return frame(msgspec.msgpack.encode(message))


def decode_foreign(body: bytes) -> Foreign:
    """A request from the body of a frame."""
    import msgspec

    return msgspec.msgpack.decode(body, type=Foreign)


def decode_reply(body: bytes) -> ReaderReply | None:
    """A reply from the body of a frame; `None` when it is none."""
    import msgspec

    try:
        return msgspec.msgpack.decode(body, type=ReaderReply)
    except msgspec.DecodeError:
        return None
