"""What the desk and the analysing process say to each other, and how it is framed.

The body of a frame is msgpack. msgspec is imported when the first message is made: the desk
must be on screen before it needs one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tui.analysis.results import Analysis
from tui.documents.article import AUTO, Article
from tui.outside.frames import frame


class Request(NamedTuple):
    """Asks the child to analyse an article; a later one supersedes it."""

    run: int
    """Counts requests; every reply repeats it."""
    article: Article
    """The text with its blocks and asides."""
    near: int = 0
    """The code point the reader looks at: results from there on come first."""
    language: str = AUTO
    """Which language the reader says it is in."""


class WorkerReply(NamedTuple):
    """What the child reports: progress, then a result or a reason."""

    run: int
    """The request it answers."""
    done: int = 0
    """Paragraphs parsed."""
    total: int = 0
    """All paragraphs; 0 when this is no report of progress."""
    analysis: bytes | None = None
    """The encoded analysis, ready for the cache; `None` in a report of progress."""
    is_part: bool = False
    """Whether the analysis is of a part of the text only, and more will come."""
    reason: str | None = None
    """Why there will be no result; `None` while there is none."""


class Begun(NamedTuple):
    """Event: nothing is known of the text, and the analysis begins."""

    run: int
    """The run it belongs to."""


class Progress(NamedTuple):
    """Event: some paragraphs are parsed."""

    run: int
    """The run it belongs to."""
    done: int
    """Paragraphs parsed."""
    total: int
    """All paragraphs."""


class Part(NamedTuple):
    """Event: a part of a long text is analysed, from where the reader looks."""

    run: int
    """The run it belongs to."""
    analysis: Analysis
    """What was found so far."""
    done: int
    """Paragraphs parsed."""
    total: int
    """All paragraphs."""


class Finished(NamedTuple):
    """Event: the analysis is there."""

    run: int
    """The run it belongs to."""
    analysis: Analysis
    """What was found."""
    cached: bool
    """Whether it was known from an earlier run."""


class Failed(NamedTuple):
    """Event: the analysis stopped."""

    run: int
    """The run it belongs to."""
    reason: str
    """Why, as a clause for the reader."""


class Skipped(NamedTuple):
    """Event: the text is too long to be analysed without being asked."""

    run: int
    """The run it belongs to."""
    reason: str
    """Why, as a clause for the reader."""


AnalysisEvent = Begun | Progress | Part | Finished | Failed | Skipped


def encode_analysis(analysis: Analysis) -> bytes:
    """The analysis as bytes for the pipe and the cache."""
    import msgspec

    return msgspec.msgpack.encode(analysis)


def decode_analysis(data: bytes) -> Analysis | None:
    """The analysis from its bytes; `None` when they are not one (an older layout)."""
    import msgspec

    try:
        return msgspec.msgpack.decode(data, type=Analysis)
    except msgspec.DecodeError:
        return None


def encode(message: Request | WorkerReply) -> bytes:
    """A message as a frame."""
    import msgspec

    if isinstance(message, Request):
        # A copy without what the article has computed and kept about itself, and without what
        # it was made from.
        message = message._replace(article=replace(message.article, original=b""))
    return frame(msgspec.msgpack.encode(message))


def decode_request(body: bytes) -> Request:
    """A request from the body of a frame."""
    import msgspec

    return msgspec.msgpack.decode(body, type=Request)


def decode_reply(body: bytes) -> WorkerReply | None:
    """A reply from the body of a frame; `None` when it is none."""
    import msgspec

    try:
        return msgspec.msgpack.decode(body, type=WorkerReply)
    except msgspec.DecodeError:
        return None
