"""Bytes that are no plain UTF-8 made text: by their mark, else by what they look like."""

from __future__ import annotations

import codecs
from unicodedata import category

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_DAMAGED = "Some characters are not valid {}; they are shown as �."
_GUESSED = "The text is not UTF-8; it was read as {} (`g l` or --encoding names another)."
_HEAD = 4096
"""Bytes in which UTF-16 without a mark shows itself."""
_LEAST_ZEROS = 4
_NO_LETTERS = ("Cc", "Cn", "Co", "Cs")
"""Categories of what stands in no text: controls, private, unassigned and half characters."""


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of bytes that are no valid UTF-8, and a notice when its encoding was guessed."""
    for bom, encoding, name in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            try:
                return body.decode(encoding), None
            except UnicodeDecodeError:
                return body.decode(encoding, "replace"), _DAMAGED.format(name)
    text = data.decode("utf-8", "replace")
    damaged_count = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - damaged_count
    # Windows-1252 hardly ever forms valid UTF-8 sequences: a text with mostly valid ones
    # is a damaged UTF-8 file, and reading it otherwise would spoil every quotation mark.
    if sound > damaged_count:
        return text, _DAMAGED.format("UTF-8")
    from tui.documents.encoding_guess import guessed

    guess = guessed(data)
    return data.decode(guess.codec, "replace"), _GUESSED.format(guess.name)


def decode_utf_16(data: bytes) -> str | None:
    """The text of bytes that are UTF-16 without a mark; `None` for others.

    A blank, a newline or a letter of ASCII is a zero and itself there: zeros stand at even places
    only, or at odd ones only, and what results is text. That is certain enough to say nothing.
    """
    head = data[: min(_HEAD, len(data) // 2 * 2)]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(data) % 2 or min(even, odd) > 0 or max(even, odd) < _LEAST_ZEROS:
        return None
    try:
        text = data.decode("utf-16-le" if odd else "utf-16-be")
    except UnicodeDecodeError:
        return None
    # Numbers in a table of a program would become letters of all scripts, controls among them.
    if any(category(letter) in _NO_LETTERS and letter not in "\t\n\r\f" for letter in text[:_HEAD]):
        return None
    return text


def is_encoding(name: str) -> bool:
    """Whether a name is that of an encoding of letters; "hex" and the like are of bytes."""
    try:
        # Without any byte nothing would be looked up.
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return False
    return True


def decode_as(data: bytes, encoding: str) -> str:
    """The text of bytes in an encoding somebody named; what does not fit becomes "�".

    An encoding that nobody knows is passed over: the bytes decide then.
    """
    try:
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    except LookupError:
        return decode(data)[0]
