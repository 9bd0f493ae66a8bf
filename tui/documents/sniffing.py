"""What the bytes of a source tell of their format, before anything parses them.

Every test here is cheap: the desk's first paint waits for it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from tui.documents.fetched import Fetched
from tui.documents.pattern import pattern

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
Test = Callable[[Fetched], bool]
"""Whether a source is of a format, by its bytes or its name."""

_HEAD = 4096
"""Bytes in which a format shows itself."""
# Tabs, line ends, form feeds, overstrikes and escape sequences occur in texts.
_BINARY_BYTES = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\f\r\b\x1b")
_MARKUP = pattern(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->|<!doctype[^>\[]*(?:\[[^\]]*\])?\s*>)*<([a-z][\w:.-]*)",
    re.IGNORECASE | re.DOTALL,
)
_XML = pattern(r"<\?xml[ \t\r\n]+version[ \t]*=", re.IGNORECASE)
_HTML_DOCTYPE = pattern(r"(?:\s|<!--.*?-->)*<!doctype\s+html\b", re.IGNORECASE | re.DOTALL)
_SAYS_NOTHING = ("", "text/plain", "application/octet-stream", "binary/octet-stream")
"""Media types that hosts give to what they do not know."""
_LONGEST_HEADER = 64 * 1024
_LONGEST_FIELD_NAME = 60
_LONGEST_LINE = 300
_FIELD = pattern(r"([!-9;-~]{1,200}):(?=\s|\Z)")
"""The name of a field: whatever can be seen, but for the colon (RFC 5322, section 3.6.8)."""
_MAILBOX_LINE = pattern(r"From (?:\S+.*\d\d:\d\d.*\d{4}.*|- ?\r?)", re.DOTALL)
_MAIL_FIELDS = frozenset(
    {"date", "subject", "message-id", "mime-version", "received", "to", "return-path"}
)
_ARCHIVE_FIELDS = frozenset({"snapshot-content-location"})
_SAVED_BY = pattern(r"^from:[ \t]+[<\"]saved by ", re.MULTILINE)
_HTML_ROOTS = ("html", "head", "body", "title", "meta", "base", "link")


def signed(*signatures: bytes) -> Test:
    """Whether the bytes begin like this."""
    return lambda fetched: fetched.data.startswith(signatures)


def named(*endings: str) -> Test:
    """Whether the name of a source ends like this; a pipe has none.

    Of an address only the path counts, and only where its host has not said what it sends.
    """
    return lambda fetched: _file_name(fetched).endswith(endings)


def typed(*media_types: str) -> Test:
    """Whether the host says that it sends this."""
    return lambda fetched: (
        fetched.transfer is not None and fetched.transfer.media_type in media_types
    )


def either(*tests: Test) -> Test:
    """Whether one of some tests says so."""
    return lambda fetched: any(test(fetched) for test in tests)


def zipped(*members: bytes) -> Test:
    """Whether it is a ZIP archive that names one of these members, or is of such a type.

    The names stand unpacked in its headers and its directory; so does the type of a book
    (OCF 3.3, section 4.3.3) or of a document (OpenDocument 1.3, part 2, section 3.3).
    """
    return lambda fetched: (
        fetched.data.startswith(b"PK\x03\x04") and any(member in fetched.data for member in members)
    )


def compound(*names: str) -> Test:
    """Whether it is a file of an older Office program that holds streams of such names.

    Their directory is in UTF-16 (MS-CFB, section 2.6.1).
    """
    streams = tuple(name.encode("utf-16-le") for name in names)
    return lambda fetched: (
        fetched.data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        and any(stream in fetched.data for stream in streams)
    )


def signed_at(place: int, *signatures: bytes, after: bytes = b"") -> Test:
    """Whether one of these stands at a place of the bytes, and something at their beginning."""
    return lambda fetched: (
        fetched.data.startswith(after) and fetched.data[place : place + 64].startswith(signatures)
    )


def declared_xml(fetched: Fetched) -> bool:
    """Whether it declares itself to be XML (XML 1.0, section 2.8) and has a root."""
    return _XML.match(_text_head(fetched)) is not None and bool(_root(fetched))


def rooted(*roots: str) -> Test:
    """Whether it is XML with one of these elements at its root, in lower case."""
    return lambda fetched: _root(fetched) in roots


def written(expression: str) -> Test:
    """Whether the text begins with what matches, in either case."""
    beginning = pattern(expression, re.IGNORECASE)
    return lambda fetched: beginning.match(_text_head(fetched)) is not None


def is_html(fetched: Fetched) -> bool:
    """Whether it is a page of the web: by its declaration or its root, never by its name alone."""
    if fetched.transfer and fetched.transfer.media_type in ("text/html", "application/xhtml+xml"):
        return True
    head = _text_head(fetched)
    return _HTML_DOCTYPE.match(head) is not None or _root(fetched) in _HTML_ROOTS


def is_feed(fetched: Fetched) -> bool:
    """Whether it is RSS or Atom; other RDF is none."""
    root = _root(fetched)
    if root == "rdf:rdf":
        # RSS 1.0 and 0.90.
        return any(name in fetched.data[:_HEAD] for name in (b"/rss/1.0", b"/rdf/simple/0.9"))
    return root in ("rss", "feed", "atom:feed")


def is_json_feed(fetched: Fetched) -> bool:
    """Whether it is JSON that says it is a feed (JSON Feed 1.1, "version")."""
    head = fetched.data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b"jsonfeed.org" in head


def is_mail(fetched: Fetched) -> bool:
    """Whether it is a mail or a mailbox: it begins with a header that no other text has.

    A web archive, which is a mail too, says so in its header (RFC 2557).
    """
    # Nearly every text begins with something else: it is not decoded for this.
    start = fetched.data[:_LONGEST_FIELD_NAME]
    if b":" not in start and not start.startswith(b"From "):
        return False
    lines = fetched.data[:_LONGEST_HEADER].decode("latin-1").split("\n")
    if lines[0].startswith("From ") and not _MAILBOX_LINE.fullmatch(lines.pop(0)[:_LONGEST_LINE]):
        return False
    names = set()
    for line in lines:
        field = _FIELD.match(line)
        if not line.strip():
            break
        if field:
            names.add(field[1].lower())
        elif not names or line[0] not in " \t":
            return False
    if names & _ARCHIVE_FIELDS:
        return False
    # A mail that was saved in part, or made by a program, may have no more than its form.
    is_said = named(".eml", ".mbox")(fetched) and "content-type" in names
    return is_said or ("from" in names and len(names & _MAIL_FIELDS) > 1)


def is_pdf(fetched: Fetched) -> bool:
    """Whether it is a PDF: by its sign, which may stand behind other bytes.

    Readers accept it within the first 1024 (ISO 32000-1, annex H.3.4.1). There it can as well be
    what a text speaks of, or a file in an archive, unless such a file ends here too.
    """
    data = fetched.data
    if data.startswith(b"%PDF-"):
        return True
    return b"%PDF-" in data[:1024] and b"startxref" in data[-2048:] and data[:2] != b"PK"


def is_saved_page(fetched: Fetched) -> bool:
    """Whether a browser saved a page into it, as a mail (MHTML) or as Safari's property list."""
    data = fetched.data
    if data.startswith((b"bplist", b"<?xml", b"<!DOCTYPE plist")):
        return b"WebMainResource" in data and (
            data.startswith(b"bplist") or rooted("plist")(fetched)
        )
    head = data[:_HEAD].lower()
    # Internet Explorer makes a mail of one part of a page that has no pictures.
    if not any(kind in head for kind in (b"multipart/related", b"content-type: text/html")):
        return False
    return (
        b"snapshot-content-location" in head
        or (b"saved by" in head and _SAVED_BY.search(head.decode("latin-1")) is not None)
        or (named(".mhtml", ".mht")(fetched) and b"mime-version:" in head)
    )


def is_binary(fetched: Fetched) -> bool:
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


def _file_name(fetched: Fetched) -> str:
    """The name whose ending may be believed, in lower case."""
    name = fetched.name.lower()
    if fetched.transfer is None:
        return name
    return urlsplit(name).path if fetched.transfer.media_type in _SAYS_NOTHING else ""


def _root(fetched: Fetched) -> str:
    """The name of the first element, in lower case; empty for what begins with none."""
    # Nearly every text begins with a letter: it is not decoded for this.
    if fetched.data[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] != b"<":
        return ""
    match = _MARKUP.match(_text_head(fetched))
    return match[1].lower() if match else ""


def _text_head(fetched: Fetched) -> str:
    """The first letters, by the mark they begin with, else as Latin-1: names are in ASCII."""
    head = fetched.data[:_HEAD]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if b"\0" in head[:2]:
        # UTF-16 without a mark: of a letter of ASCII one byte is a zero.
        return head.decode("utf-16-be" if head[:1] == b"\0" else "utf-16-le", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
