"""Text made safe to draw and to count in: once, at load, before any offset exists.

Control characters are replaced one by one by visible ones and never parsed as escape
sequences, because a parser that guesses where a sequence ends swallows text.
"""

from __future__ import annotations

import re
import unicodedata

from tui.documents.pattern import pattern

MARKS_KEPT = 8
"""Combining marks kept on one letter; written languages need four, "zalgo" uses dozens."""

FEEDS = "\N{SYMBOL FOR FORM FEED}\f"
"""A form feed as it is drawn once it is safe, and as it was."""
_NEWLINES = "\r\x85\u2028\u2029"
_REMOVED = "\u00ad\u200b\u2060\ufeff"
# Invisible and without a use that a reader would miss: bidi controls, invisible operators,
# deprecated format characters, noncharacters, annotation and musical controls, lone
# surrogates, tags. Joiners and variation selectors stay: scripts and emoji need them.
_REPLACED = (
    "\x80-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2061-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_CONTROLS = "\x00-\x08\x0b-\x0c\x0e-\x1f\x7f"
_ODD = pattern(f"[{_CONTROLS}{_NEWLINES}{_REMOVED}{_REPLACED}]")
_REPLACED_RUN = pattern(f"[{_REPLACED}]")
# The three flags that are written with tags (RGI set of Unicode); any other run of tags
# is text that the reader cannot see.
_TAG_FLAGS = pattern(
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|"
    "\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
_MARKS = pattern(rf"[^\x00-\x7f\w\s]{{{MARKS_KEPT + 1},}}")
_JOINERS = "\u200c\u200d"
_BLANKS = pattern(r"\s+")
_ASCII_BYTES = bytes(range(0x80))
_ODD_BYTES = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n")

_TABLE: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(0x20)}
_TABLE |= {0x09: "\t", 0x0A: "\n", 0x7F: "\u2421"}
_TABLE |= dict.fromkeys(map(ord, _NEWLINES), "\n")
_TABLE |= dict.fromkeys(map(ord, _REMOVED))


def sanitise(text: str) -> str:
    """The text with one kind of newline and nothing that a terminal would obey.

    CRLF, CR, NEL, LS and PS become a newline; invisible hyphens and blanks are removed;
    every other control becomes one visible character; runs of combining marks are cut
    after `MARKS_KEPT`. A sanitised text comes back unchanged.
    """
    # Two passes over the bytes cost a tenth of a regular expression over the text, and
    # leave the few characters that are not ASCII to look at.
    data = text.encode("utf-8", "surrogatepass")
    beyond = set(data.translate(None, _ASCII_BYTES).decode("utf-8", "surrogatepass"))
    if len(data.translate(None, _ODD_BYTES)) != len(data) or _ODD.search("".join(beyond)):
        # A program that adds CR to every LF, used twice, gives CR CR LF: one newline.
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").translate(_TABLE)
        text = _replace_invisible(text) if beyond else text
    if any(map(_is_mark, beyond)):
        text = _MARKS.sub(_cut_marks, text)
    return text


def sanitise_line(text: str, limit: int | None = None) -> str:
    """The text as one safe line: for titles, file names, tags and error texts.

    Args:
        text: Anything, newlines included.
        limit: The most code points to return; a longer text is cut and ends in "…".
    """
    line = _BLANKS.sub(" ", sanitise(text)).strip()
    if limit is not None and len(line) > limit:
        line = line[: max(0, limit - 1)].rstrip() + "…" if limit > 0 else ""
    return line


def _replace_invisible(text: str) -> str:
    """Replace what `_REPLACED` names, well-formed flags apart."""
    parts = []
    position = 0
    for flag in _TAG_FLAGS.finditer(text):
        parts.append(_REPLACED_RUN.sub("\ufffd", text[position : flag.start()]))
        parts.append(flag.group())
        position = flag.end()
    parts.append(_REPLACED_RUN.sub("\ufffd", text[position:]))
    return "".join(parts)


def _cut_marks(match: re.Match[str]) -> str:
    """Drop the marks of a run of symbols that stand after the first few on one base."""
    kept = []
    run = 0
    for char in match.group():
        run = run + 1 if _is_mark(char) else 0
        if run <= MARKS_KEPT:
            kept.append(char)
    return "".join(kept)


def _is_mark(char: str) -> bool:
    """Whether the character is drawn onto the one before it."""
    return char in _JOINERS or unicodedata.category(char).startswith("M")
