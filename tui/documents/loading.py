"""Loading: from a file, a pipe or a stored revision to an `Article`.

Whatever is wrong with a source becomes a `SourceError` that names it; nothing else leaves
this module for bad input.
"""

from __future__ import annotations

import os
import select
import stat
from collections.abc import Callable
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import BinaryIO, NamedTuple

from tui.documents.article import Article
from tui.documents.blocks import split_blocks
from tui.documents.metadata import Header, describe, take_header
from tui.documents.sanitising import sanitise, sanitise_line
from tui.documents.source import LONGEST_LABEL, Source, SourceKind
from tui.errors import SourceError

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest source in bytes: ten million words, above any book."""
WRITER_WAIT = 10.0
"""Seconds until something must have come through a named pipe."""
# Tabs, line ends, form feeds, overstrikes and escape sequences occur in texts.
_BINARY_BYTES = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\f\r\b\x1b")
_CHUNK = 1 << 20


class Fetched:
    """The bytes of a source, before it is known what they are."""

    def __init__(self, data: bytes, identity: str | None, label: str) -> None:
        """Keep what was fetched.

        Args:
            data: All the bytes.
            identity: As in `Source`; `None` for a pipe, which is named by its text.
            label: What a sentence calls the source.
        """
        self.data = data
        self.identity = identity
        self.label = label

    @cached_property
    def decoded(self) -> tuple[str, str | None]:
        """The text, and a notice for the reader when its encoding had to be guessed."""
        try:
            return self.data.decode("utf-8").removeprefix("\ufeff"), None
        except UnicodeDecodeError:
            from tui.documents.decoding import decode

            return decode(self.data)


class Loader(NamedTuple):
    """A format: how it is known, and what becomes of it."""

    name: str
    """What such a source is, behind "is"."""
    fits: Callable[[Fetched], bool]
    """Whether a source is of this format, by its bytes or its name."""
    load: Callable[[Fetched], Article]
    """Make the article, or raise the `SourceError` that refuses it."""


def load(words: str) -> Article:
    """Load an article.

    Args:
        words: Its source as a reader typed it or as `Source.identity` gives it.

    Raises:
        SourceError: The source cannot be read as a text.
    """
    source = Source.parse(words)
    if not source.can_be_read_again:
        label = _label(words)
        raise SourceError(f"{label} is a pipe that cannot be read again", "pipe the text once more")
    return _load_path(source.location(), source, _label(words))


def load_stream(stream: BinaryIO) -> Article:
    """Load an article from a pipe; named by the hash of its text.

    Raises:
        SourceError: The stream cannot be read as a text.
    """
    label = "standard input"
    try:
        data = _read(stream, label)
    except OSError as error:
        raise _unreadable(label, error) from error
    return _article_of(Fetched(data, None, label))


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
    return _article(text, source, Header(title_hint, published, byline), ())


def _unreadable(label: str, error: OSError | ValueError) -> SourceError:
    return SourceError(f"{label} cannot be read ({_reason(error)})", "check that it is a text")


def _load_path(path: str, source: Source, label: str) -> Article:
    """Load the file behind a source, which `label` names in a sentence."""
    try:
        # Before opening: opening a device can already act on it or wait for ever.
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(f"{label} is a folder", "name a text file in it")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise SourceError(f"{label} is a device, not a text file", "name a text file")
        with open(path, "rb", opener=_open_at_once) as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > SIZE_LIMIT:
                raise _too_large(label)
            if stat.S_ISFIFO(status.st_mode):
                _wait_for_writer(stream, label)
            data = _read(stream, label)
    except FileNotFoundError as error:
        raise SourceError(f"{label} does not exist", "check the spelling") from error
    except PermissionError as error:
        raise SourceError(f"{label} may not be read", "check its permissions") from error
    except (OSError, ValueError) as error:
        raise _unreadable(label, error) from error
    identity = None if stat.S_ISFIFO(mode) else source.identity
    return _article_of(Fetched(data, identity, label))


def _open_at_once(path: str, flags: int) -> int:
    """Open a file; a named pipe too, which else waits until somebody writes to it."""
    return os.open(path, flags | os.O_NONBLOCK)


def _wait_for_writer(stream: BinaryIO, label: str) -> None:
    """Wait until something comes through a named pipe, then let reading it take its time.

    Raises:
        SourceError: Nothing came for `WRITER_WAIT` seconds.
    """
    poll = select.poll()
    poll.register(stream, select.POLLIN)
    if not poll.poll(WRITER_WAIT * 1000):
        raise SourceError(
            f"{label} is a pipe that nobody writes to", "start what writes to it, or name a file"
        )
    os.set_blocking(stream.fileno(), True)


def _read(stream: BinaryIO, label: str) -> bytes:
    """Everything in the stream, which may be endless."""
    chunks = []
    size = 0
    while chunk := stream.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > SIZE_LIMIT:
            raise _too_large(label)
    return b"".join(chunks)


def _article_of(fetched: Fetched) -> Article:
    """What the first loader that fits makes of it."""
    return next(loader for loader in LOADERS if loader.fits(fetched)).load(fetched)


def _is_binary(fetched: Fetched) -> bool:
    """Whether there are more control characters than a text can hold.

    A stray NUL is shown as a character; compressed data has one control byte in ten and is
    no valid UTF-8, programs are full of NULs.
    """
    text, notice = fetched.decoded
    sample = text.encode("utf-8", "replace")
    controls = len(sample) - len(sample.translate(None, _BINARY_BYTES))
    share = controls / max(1, len(sample))
    if notice is not None and controls > 8 and share > 0.02:
        return True
    return (controls > 1 and share > 0.3) or (controls > 1000 and share > 0.1)


def plain_text(fetched: Fetched, notices: tuple[str, ...] = ()) -> Article:
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
        raise SourceError(f"{fetched.label} is empty", "there is nothing to read")
    identity = fetched.identity
    if not identity:
        # Loading hashlib costs more than reading a usual article; only a pipe needs it here.
        from hashlib import sha256

        identity = Source(SourceKind.PIPE, sha256(text.encode("utf-8")).hexdigest()).identity
    return _article(text, identity, header, (*((notice,) if notice else ()), *notices))


def _article(text: str, source: str, header: Header, notices: tuple[str, ...]) -> Article:
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


def _label(source: str) -> str:
    """The source as an error sentence names it; file names may hold anything."""
    return sanitise_line(source, LONGEST_LABEL) or "the empty name"


def _reason(error: Exception) -> str:
    """Why the system refused, as a clause."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return sanitise_line(reason)[:1].lower() + sanitise_line(reason)[1:]


def _too_large(label: str) -> SourceError:
    """The refusal of a source above the limit."""
    limit = SIZE_LIMIT // (1024 * 1024)
    return SourceError(f"{label} is larger than {limit} MiB", "split it into parts")


def _named(*endings: str) -> Callable[[Fetched], bool]:
    """Whether the name of a source ends like this; a pipe has none."""
    return lambda fetched: (fetched.identity or "").lower().endswith(endings)


def _from_module(name: str) -> Callable[[Fetched], Article]:
    """The `load` of a module of this folder; it is imported with the first source it is for."""

    def load_there(fetched: Fetched) -> Article:
        article: Article = import_module(f"tui.documents.{name}").load(fetched)
        return article

    return load_there


def _refusal(name: str, fits: Callable[[Fetched], bool]) -> Loader:
    """The row of what cannot be read."""

    def refuse(fetched: Fetched) -> Article:
        raise SourceError(f"{fetched.label} is {name}", "only plain text can be opened")

    return Loader(name, fits, refuse)


def _signed(*signatures: bytes) -> Callable[[Fetched], bool]:
    """Whether the bytes begin like this."""
    return lambda fetched: fetched.data.startswith(signatures)


LOADERS = (
    _refusal("a PDF file", _signed(b"%PDF-")),
    _refusal("a zipped file (EPUB, DOCX or ZIP)", _signed(b"PK\x03\x04")),
    _refusal("an image", _signed(b"\x89PNG", b"\xff\xd8\xff", b"GIF8")),
    _refusal("a compressed file", _signed(b"\x1f\x8b", b"\xfd7zXZ", b"BZh9")),
    _refusal("not a text but binary data", _is_binary),
    Loader(
        "Markdown",
        _named(".md", ".markdown", ".mdown", ".mkd", ".mkdn"),
        _from_module("markdown_article"),
    ),
    Loader("plain text", lambda fetched: True, plain_text),
)
"""Every format, the first that fits is taken: what bytes tell for certain stands before what a
name promises, and plain text takes the rest. A new format is a row here and a module with `load`.
"""
