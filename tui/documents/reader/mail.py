"""Mails, one in a file or many in a mailbox (mbox): read, or listed to pick one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from hashlib import sha256

from tui.documents.reader.mail_parts import header_of, read_mail
from tui.documents.reader.reading_messages import Choice, Contents, Foreign
from tui.documents.unread import Told
from tui.errors import SourceError

_EXTRACTOR = "email/2"
_BEGINNING = re.compile(rb"(?:\A|\n\r?\n)From [^\n]*\n(?=[!-9;-~]+:)")
"""The line before a mail of a mailbox, and the blank one before it (RFC 4155, appendix A)."""
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_KEY_LETTERS = 16
_NAMED = 10
"""Attachments that are named."""
_AT_ONCE = 500
"""Mails that are listed before it is told how far the list is."""


def read(foreign: Foreign, told: Told) -> Contents:
    """A mail, or the list of those in a mailbox.

    Raises:
        SourceError: There is nothing to read in it, or no such mail in the mailbox.
    """
    mails = _mails(foreign.data)
    if len(mails) == 1 and not foreign.part:
        return _contents(mails[0], foreign.label)
    choices = _choices(mails, told)
    if not foreign.part:
        return Contents(choices=choices, extractor=_EXTRACTOR)
    for mail, choice in zip(mails, choices, strict=True):
        if choice.part == foreign.part:
            return _contents(mail, foreign.label)
    raise SourceError(
        f"the mail is not in {foreign.label} any more", "open the mailbox to see what is in it"
    )


def _mails(data: bytes) -> list[bytes]:
    """The mails of a mailbox; one that is none is a mail."""
    starts = [match.end() for match in _BEGINNING.finditer(data)] if data[:5] == b"From " else []
    if not starts:
        return [data]
    ends = [match.start() for match in _BEGINNING.finditer(data)][1:]
    return [
        _ESCAPED.sub(rb"\1", data[start:end])
        for start, end in zip(starts, [*ends, len(data)], strict=True)
    ]


def _choices(mails: list[bytes], told: Told) -> tuple[Choice, ...]:
    return tuple(_each_choice(mails, told))


def _each_choice(mails: list[bytes], told: Told) -> Iterator[Choice]:
    seen: Counter[str] = Counter()
    for number, mail in enumerate(mails):
        if number % _AT_ONCE == 0:
            told(f"mail {number + 1} of {len(mails)}")
        end = _HEADER_END.search(mail)
        header = header_of(message_from_bytes(mail[: end.start()] if end else mail))
        # A mailbox changes: mails are known by what they are, not by their place.
        key = sha256(header.key.encode("utf-8", "replace")).hexdigest()[:_KEY_LETTERS]
        seen[key] += 1
        part = key if seen[key] == 1 else f"{key}n{seen[key]}"
        title = header.subject or "(no subject)"
        yield Choice(title, part=part, published=header.day, byline=header.writers)


def _contents(data: bytes, label: str) -> Contents:
    """One mail.

    Raises:
        SourceError: There is nothing to read in it.
    """
    mail = read_mail(data)
    if not mail.pieces and mail.is_encrypted:
        raise SourceError(
            f"{label} is encrypted, so it cannot be read here",
            "save it as a text from the mail program that can decrypt it",
        )
    if not mail.pieces and mail.attached:
        raise SourceError(
            f"there is nothing to read in {label} but what is attached to it",
            "save that from the mail program and open it",
        )
    return Contents(
        mail.pieces,
        _EXTRACTOR,
        title=mail.header.subject or None,
        byline=mail.header.writers or None,
        published=mail.header.day,
        address=mail.header.archived or None,
        notices=(_attached(mail.attached),) if mail.attached else (),
    )


def _attached(names: list[str]) -> str:
    more = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"What is attached is not read: {shown}."
