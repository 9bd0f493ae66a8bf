"""The text of a page's bytes: what says its encoding, in the order in which it is believed.

A mark at the front (BOM), who named one (the reader, the server), the bytes where they are UTF-8
with more than ASCII in it, the page itself, and what the bytes look like. But for the third it is
the order of the HTML Standard (section 13.2.3): pages that were fetched and kept by a program are
often in UTF-8 and still declare what they were in before, and no other encoding looks like it.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from charset_normalizer import from_bytes

from tui.documents.decoding import decode, decode_as, decode_utf_16
from tui.documents.pattern import pattern
from tui.documents.reader.mended_letters import mended

_HEAD = 4096
"""Bytes in which a page declares itself; the standard asks for 1,024, some pages need more."""
_SAMPLE = 200_000
"""Bytes by which an encoding is guessed."""
_ENOUGH = 100
"""Letters beyond ASCII by which it can be."""
_ASCII = bytes(range(128))
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = pattern(
    r"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding=[\"']([\w.-]+)",
    re.IGNORECASE,
)
_READ_AS = {
    "ascii": "cp1252", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252",
    "us-ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "unicode": "utf-8",
    "x-user-defined": "cp1252",
}  # fmt: skip
"""What pages mean by the names they give (Encoding Standard, section 4.2); one that says UTF-16
in ASCII letters is not in UTF-16."""


def page_text(data: bytes, named: str = "") -> tuple[str, tuple[str, ...]]:
    """The text of a page, and sentences for the reader when its encoding had to be guessed.

    Args:
        data: Its bytes.
        named: The encoding that the reader or the server named.
    """
    text, notices = _decoded(data, named)
    return mended(text), notices


def _decoded(data: bytes, named: str) -> tuple[str, tuple[str, ...]]:
    if data.startswith(_MARKS):
        text, notice = decode(data)
        return text.removeprefix("\ufeff"), (notice,) if notice else ()
    wide = decode_utf_16(data) if b"\0" in data[:2] else None
    if wide is not None:
        return wide, ()
    if _known(named):
        return decode_as(data, _known(named)), ()
    declared = _known(_declared(data))
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-8")
        if not declared or not text.isascii():
            return text, ()
    return (decode_as(data, declared), ()) if declared else _guessed(data)


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD].decode("latin-1"))
    return (match[1] or match[2]) if match else ""


def _known(name: str) -> str:
    """What Python calls an encoding; empty for none. It has others (`hex`) that are of no text."""
    name = name.strip().lower()
    name = _READ_AS.get(name, name)
    try:
        return name if name and "a".encode(name) else ""
    except (LookupError, ValueError):
        return ""


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of bytes that nothing is said about; of few letters nothing can be guessed."""
    sample = data[:_SAMPLE]
    best = from_bytes(sample).best() if len(sample.translate(None, _ASCII)) >= _ENOUGH else None
    if best is None or best.encoding in ("utf_8", "ascii"):
        text, notice = decode(data)
        return text, (notice,) if notice else ()
    shown = best.encoding.replace("_", "-")
    notice = f"The page does not say how its letters are encoded; it was read as {shown}."
    return data.decode(best.encoding, "replace"), (notice,)
