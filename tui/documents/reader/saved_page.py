"""Pages that a browser saved into one file: MHTML (RFC 2557) and Safari's web archives."""

from __future__ import annotations

import plistlib
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from typing import NamedTuple
from xml.parsers.expat import ExpatError

from tui.documents.reader.page_decoding import page_text
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.reader.web_page import page_contents
from tui.documents.unread import Told
from tui.errors import SourceError

_PAGES = ("text/html", "application/xhtml+xml")


class _Saved(NamedTuple):
    """The page in a saved file."""

    data: bytes
    encoding: str
    address: str


def read(foreign: Foreign, told: Told) -> Contents:
    """The article of a saved page.

    Raises:
        SourceError: There is no page in it.
    """
    is_mail = not foreign.data.lstrip().startswith((b"bplist", b"<"))
    saved = _from_mail(foreign.data) if is_mail else _from_plist(foreign.data)
    if saved is None:
        raise SourceError(f"there is no web page in {foreign.label}", "save the page again")
    html, notices = page_text(saved.data, foreign.encoding or saved.encoding)
    contents = page_contents(html, saved.address, told)
    contents.notices = (*notices, *contents.notices)
    return contents


def _from_mail(data: bytes) -> _Saved | None:
    """The root of a compound document: the part it names, else its first page."""
    message = message_from_bytes(data, EmailMessage, policy=default)
    start = str(message.get_param("start") or "").strip("<> ")
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    named = [part for part in pages if start and _line(part, "Content-ID").strip("<> ") == start]
    for part in (named or pages)[:1]:
        payload = part.get_payload(decode=True)
        address = _line(message, "Snapshot-Content-Location") or _line(part, "Content-Location")
        if isinstance(payload, bytes):
            return _Saved(payload, part.get_content_charset() or "", address)
    return None


def _line(message: Message, name: str) -> str:
    return "".join(str(message.get(name, "")).split())


def _from_plist(data: bytes) -> _Saved | None:
    try:
        archive = plistlib.loads(data)
    except (ValueError, ExpatError, OverflowError, plistlib.InvalidFileException):
        return None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict) or not isinstance(main.get("WebResourceData"), bytes):
        return None
    return _Saved(
        main["WebResourceData"],
        str(main.get("WebResourceTextEncodingName") or ""),
        str(main.get("WebResourceURL") or ""),
    )
