"""A mail taken apart: its header, what there is to read in it, the names of what is attached.

The standard library parses (RFC 5322, RFC 2045 to 2049); whatever is wrong with a mail there is
something to show of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.errors import MessageError
from email.header import Header, decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import NamedTuple

from tui.documents.article import StyledSpan, TextStyle
from tui.documents.decoding import decode
from tui.documents.reader.mail_text import mail_pieces
from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.page_decoding import page_text
from tui.documents.sanitising import sanitise_line
from tui.documents.styled_text import StyledText
from tui.documents.text_pieces import Piece

_DEEPEST = 20
"""Parts in parts that are looked into."""
_HARDLY = 4
"""How many times more words the HTML of a mail must have for its plain text to be a stub."""
_LONGEST_NAME = 100
_KNOWN_BY = ("Message-ID", "From", "Date", "Subject")
# Encodings that stand for a wider one in nearly every mail that names them.
_WIDER = {"us-ascii": "", "ascii": "", "utf-8": "", "utf8": "", "iso-8859-1": "cp1252"}


class MailHeader(NamedTuple):
    """What stands at the head of a mail."""

    subject: str
    writers: str
    """Their names, or addresses where they give none."""
    day: date | None
    """The day in the writer's own time."""
    key: str
    """By what it is known: its Message-ID, else what there is of the header."""
    archived: str
    """Where a list keeps it on the web (RFC 5064); may be empty."""


class _Body(NamedTuple):
    """Something to read."""

    pieces: tuple[Piece, ...]
    length: int
    """How many words are in it."""


class Mail(NamedTuple):
    """A mail taken apart: what its head says, its text, and what is attached."""

    header: MailHeader
    pieces: list[Piece]
    attached: list[str]
    """The names of what is attached."""
    is_encrypted: bool


def read_mail(data: bytes) -> Mail:
    """Take a mail apart."""
    message = message_from_bytes(data)
    attached: list[str] = []
    bodies = [body for body in _bodies(message, attached, 0) if body.length]
    is_encrypted = any(
        part.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime")
        for part in message.walk()
    )
    pieces = [piece for body in bodies for piece in body.pieces]
    return Mail(header_of(message), pieces, attached, is_encrypted)


def header_of(message: Message) -> MailHeader:
    """What stands at the head of a mail."""
    # What a mail is known by stays what it was, also where its letters are told by now.
    names = [_decoded_line(message.get(name, "")) for name in _KNOWN_BY]
    archived = _line(message, "Archived-At").strip("<>")
    return MailHeader(
        _line(message, "Subject"),
        ", ".join(_writers(message)),
        _day(names[2]),
        names[0] or "\n".join(names),
        archived if archived.startswith(("http://", "https://")) else "",
    )


def _line(message: Message, name: str) -> str:
    """A field of the header, decoded (RFC 2047), as one line."""
    return _decoded_line(next(_fields(message, name), ""))


def _fields(message: Message, name: str) -> Iterator[str]:
    """The fields of a name; letters beyond ASCII are what they are (RFC 6532), or are guessed."""
    for each, value in message.raw_items():
        if each.lower() == name.lower():
            raw = str(value).encode("ascii", "surrogateescape")
            yield str(value) if raw.isascii() else _decoded(raw, "")


def _decoded_line(value: str | Header) -> str:
    try:
        return sanitise_line(str(make_header(decode_header(value))))
    except (MessageError, LookupError, ValueError, TypeError):
        return sanitise_line(str(value))


def _writers(message: Message) -> Iterator[str]:
    # Names are decoded after they are told apart: one may hold a comma.
    for name, address in getaddresses(list(_fields(message, "From"))):
        if name or address:
            yield sanitise_line(_decoded_line(name or address), _LONGEST_NAME)


def _day(field: str) -> date | None:
    try:
        return parsedate_to_datetime(field).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


# -- parts ----------------------------------------------------------------------------


def _bodies(part: Message, attached: list[str], depth: int) -> Iterator[_Body]:
    """What there is to read in a part; what is only attached is named."""
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        each = [body for child in _children(part) for body in _bodies(child, attached, depth + 1)]
        if each:
            yield _best(each)
    elif part.get_content_maintype() == "multipart" and depth < _DEEPEST:
        for child in _children(part):
            yield from _bodies(child, attached, depth + 1)
    elif depth < _DEEPEST and (mail := _mail_within(part)) is not None:
        yield from _whole_mail(mail, attached, depth)
    elif part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
        if kind != "application/pgp-signature":
            attached.append(_name_of(part))
    else:
        yield _body(part)


def _mail_within(part: Message) -> Message | None:
    """The mail that was attached whole: forwarded, or one of a digest; `None` if it is damaged.

    One that was packed for its way, which no mail may be (RFC 2046, section 5.2.1), has no header.
    """
    whole = _children(part) if part.get_content_type() == "message/rfc822" else []
    return next((mail for mail in whole if mail.get("From")), None)


def _whole_mail(mail: Message, attached: list[str], depth: int) -> Iterator[_Body]:
    """A mail in a mail: what it is about, who wrote it when, and what there is to read in it."""
    header = header_of(mail)
    day = f"{header.day.day} {header.day:%B %Y}" if header.day else ""
    credit = ", ".join(filter(None, (header.writers, day)))
    lines = []
    if header.subject:
        heading = StyledSpan(0, len(header.subject), TextStyle.HEADING)
        lines.append(Piece(StyledText(header.subject, (heading,))))
    if credit:
        lines.append(Piece(StyledText(credit), is_aside=True))
    bodies = [body for body in _bodies(mail, attached, depth + 1) if body.length]
    if bodies:
        yield _Body(tuple(lines), sum(len(line.content.text.split()) for line in lines))
        yield from bodies


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if part.is_multipart() else []


def _best(bodies: list[_Body]) -> _Body:
    """The plain text, unless it hardly says more than that there is another form."""
    return bodies[-1] if bodies[-1].length > _HARDLY * bodies[0].length else bodies[0]


def _body(part: Message) -> _Body:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    named = _charset(part)
    if part.get_content_type() == "text/html":
        pieces = markup_pieces(page_text(data, named)[0])
    else:
        pieces = mail_pieces(
            _decoded(data, named),
            is_flowed=str(part.get_param("format", "")).lower() == "flowed",
            joins_words=str(part.get_param("delsp", "")).lower() == "yes",
        )
    return _Body(tuple(pieces), sum(len(piece.content.text.split()) for piece in pieces))


def _charset(part: Message) -> str:
    try:
        named = (part.get_content_charset() or "").lower()
    except (LookupError, ValueError):
        return ""
    return _WIDER.get(named, named)


def _decoded(data: bytes, encoding: str) -> str:
    """The text, in the encoding a mail names if there is one of that name."""
    try:
        return data.decode(encoding or "utf-8", "replace" if encoding else "strict")
    except (LookupError, ValueError):
        return decode(data)[0]


def _name_of(part: Message) -> str:
    """What an attached part is called, else what it is."""
    try:
        name = _decoded_line(part.get_filename() or "")
    except (LookupError, ValueError, TypeError):
        name = ""
    if not name and part.get_content_type() == "message/rfc822":
        children = _children(part)
        name = header_of(children[0]).subject if children else ""
    return sanitise_line(name or part.get_content_type(), _LONGEST_NAME)
