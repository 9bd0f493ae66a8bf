"""Loading: from a file, a pipe or a stored revision to an `Article`.

Whatever is wrong with a source becomes a `SourceError` that names it; nothing else leaves
this module for bad input.
"""

from __future__ import annotations

import codecs
import os
import stat
from datetime import date
from typing import BinaryIO

from tui.documents.article import Article
from tui.documents.blocks import split_blocks
from tui.documents.metadata import Header, describe, disjoint, take_header
from tui.documents.sanitising import sanitise, sanitise_line
from tui.documents.source import LONGEST_LABEL, Source, SourceKind
from tui.errors import SourceError

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest source in bytes: ten million words, above any book."""
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
"""How the names of Markdown files end."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# Tabs, line ends, form feeds, overstrikes and escape sequences occur in texts.
_BINARY_BYTES = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\f\r\b\x1b")
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zipped file (EPUB, DOCX or ZIP)"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"BZh9", "a compressed file"),
)
_DAMAGED = "Some characters are not valid {}; they are shown as �."
_AS_WRITTEN = "The Markdown is shown as it is written; it could not be laid out."
_CHUNK = 1 << 20


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
    return _decoded(data, None, label)


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
        with open(path, "rb") as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > SIZE_LIMIT:
                raise _too_large(label)
            data = _read(stream, label)
    except FileNotFoundError as error:
        raise SourceError(f"{label} does not exist", "check the spelling") from error
    except PermissionError as error:
        raise SourceError(f"{label} may not be read", "check its permissions") from error
    except (OSError, ValueError) as error:
        raise _unreadable(label, error) from error
    return _decoded(data, None if stat.S_ISFIFO(mode) else source.identity, label)


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


def _decoded(data: bytes, source: str | None, label: str) -> Article:
    """The article of these bytes; without a source it is named by its hash."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"{label} is {name}", "only plain text can be opened")
    decoded, notice = _decode(data)
    if _is_binary(decoded, is_doubtful=notice is not None):
        raise SourceError(f"{label} is not a text but binary data", "only plain text can be opened")
    sanitised = sanitise(decoded)
    notices: tuple[str, ...] = (notice,) if notice else ()
    if source and source.lower().endswith(MARKDOWN):
        rendered = _rendered(sanitised, source, notices)
        if rendered is not None:
            return rendered
        notices += (_AS_WRITTEN,)
    header, text = take_header(sanitised)
    if not text.strip():
        raise SourceError(f"{label} is empty", "there is nothing to read")
    if not source:
        # Loading hashlib costs more than reading a usual article; only a pipe needs it here.
        from hashlib import sha256

        source = Source(SourceKind.PIPE, sha256(text.encode("utf-8")).hexdigest()).identity
    return _article(text, source, header, notices)


def _rendered(text: str, source: str, notices: tuple[str, ...]) -> Article | None:
    """The article of a Markdown text; `None` where the source itself must be shown."""
    from tui.documents.front_matter import take_front_matter
    from tui.documents.markdown import render

    header, body = take_front_matter(text)
    made = render(body)
    if made is None:
        return None
    found = describe(made.text, made.blocks, header._replace(title=header.title or made.title))
    return Article(
        source=source,
        text=made.text,
        title=found.title or sanitise_line(os.path.basename(source)),
        blocks=made.blocks,
        published=found.published,
        place=found.place,
        byline=found.byline,
        asides=disjoint({*made.asides, *found.asides}),
        notices=notices,
        styles=made.styles,
        is_rendered=True,
    )


def _decode(data: bytes) -> tuple[str, str | None]:
    """The text, and a notice for the reader when the encoding had to be guessed."""
    for bom, encoding, name in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            try:
                return body.decode(encoding), None
            except UnicodeDecodeError:
                return body.decode(encoding, "replace"), _DAMAGED.format(name)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    damaged_count = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - damaged_count
    # Windows-1252 hardly ever forms valid UTF-8 sequences: a text with mostly valid ones
    # is a damaged UTF-8 file, and reading it otherwise would spoil every quotation mark.
    if sound > damaged_count:
        return text, _DAMAGED.format("UTF-8")
    return data.decode("cp1252", "replace"), "The text is not UTF-8; it was read as Windows-1252."


def _is_binary(text: str, *, is_doubtful: bool) -> bool:
    """Whether there are more control characters than a text can hold.

    A stray NUL is shown as a character; compressed data has one control byte in ten and is
    no valid UTF-8, programs are full of NULs.
    """
    sample = text.encode("utf-8", "replace")
    controls = len(sample) - len(sample.translate(None, _BINARY_BYTES))
    share = controls / max(1, len(sample))
    if is_doubtful and controls > 8 and share > 0.02:
        return True
    return (controls > 1 and share > 0.3) or (controls > 1000 and share > 0.1)


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
