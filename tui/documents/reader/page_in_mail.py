"""The page in a web archive that is a mail (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from typing import NamedTuple

_HEADER_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"[!-9;-~]+:")
_PAGES = ("text/html", "application/xhtml+xml")


class SavedPage(NamedTuple):
    """The page in a saved file."""

    data: bytes
    """Its bytes."""
    encoding: str
    """The encoding that the file names for them; empty for none."""
    address: str
    """Where it was saved from; empty when the file does not say."""


def page_in_mail(data: bytes) -> SavedPage | None:
    """The root of a compound document: the part it names, else its first page."""
    message = message_from_bytes(_whole_header(data), EmailMessage, policy=default)
    start = str(message.get_param("start") or "").strip("<> ")
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    named = [part for part in pages if start and _line(part, "Content-ID").strip("<> ") == start]
    for part in (named or pages)[:1]:
        payload = part.get_payload(decode=True)
        addresses = (_line(message, f"{x}Snapshot-Content-Location") for x in ("", "X-"))
        address = next(filter(None, addresses), _line(part, "Content-Location"))
        if isinstance(payload, bytes):
            return SavedPage(payload, part.get_content_charset() or "", address)
    return None


def _whole_header(data: bytes) -> bytes:
    """The bytes without what is no field among those at their head.

    Browsers have written titles of several lines as they were: the parser would end there.
    """
    end = _HEADER_END.search(data)
    if end is None:
        return data
    head, kept = data[: end.start()], list[bytes]()
    for line in head.splitlines(keepends=True):
        if _FIELD.match(line) or (kept and line[:1] in b" \t"):
            kept.append(line)
    return b"".join(kept).rstrip(b"\r\n") + data[end.start() :]


def _line(message: Message, name: str) -> str:
    return "".join(str(message.get(name, "")).split())
