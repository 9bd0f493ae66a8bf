"""The text of a page's bytes: what says its encoding, in the order in which it is believed.

A mark at the front (BOM), who named one (the reader, the server), the page itself, UTF-8, and
what the bytes look like (HTML Standard, section 13.2.3, "The input byte stream").
"""

from __future__ import annotations

import codecs
import re

from tui.documents.decoding import decode, decode_as
from tui.documents.pattern import pattern

_HEAD = 4096
"""Bytes in which a page declares itself; the standard asks for 1,024, some pages need more."""
_SAMPLE = 200_000
"""Bytes by which an encoding is guessed."""
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
    if data.startswith(_MARKS):
        text, notice = decode(data)
        return text.removeprefix("\ufeff"), (notice,) if notice else ()
    for name in (named, _declared(data)):
        name = name.strip().lower()
        name = _READ_AS.get(name, name)
        if name and _is_known(name):
            return decode_as(data, name), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(data)


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD].decode("latin-1"))
    return (match[1] or match[2]) if match else ""


def _is_known(name: str) -> bool:
    """Whether Python has such an encoding of text; it has others (`hex`), which have no name."""
    try:
        "a".encode(name)
    except (LookupError, ValueError):
        return False
    return True


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    # A guess that is not far better than the usual one is none.
    if best is None or best.encoding in ("utf_8", "ascii"):
        text, notice = decode(data)
        return text, (notice,) if notice else ()
    shown = best.encoding.replace("_", "-")
    notice = f"The page does not say how its letters are encoded; it was read as {shown}."
    return data.decode(best.encoding, "replace"), (notice,)
