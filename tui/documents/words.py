"""Words under the reading cursor: the small words of vi, over Unicode.

A word is a run of letters and digits with its inner apostrophes ("don't"), hyphens
("well-known") and separators ("100,000"); an address and an abbreviation with its stops
("U.S.") are one word, too. Another word is a run of other visible characters. Combining marks
and joiners never stand alone, so no move ends inside a letter. All results are clamped to the
text.
"""

from __future__ import annotations

import re
import unicodedata

from tui.documents.article import Span

_BLANK, _WORD, _SYMBOL, _MARK = range(4)
_INNER = "'’-\u2010\u2011"
"""Apostrophes and hyphens, which part no word that goes on behind them."""
_SEPARATORS = ",."
_JOINERS = "\u200c\u200d"
_WHOLE = re.compile(
    r"(?<!\w)(?P<address>(?:https?://|ftp://|www\.)\w[^\s<>\"“”«»]*"
    r"|\w[\w.+-]*@\w[\w-]*(?:\.\w[\w-]*)+)"
    r"|(?<![\w.])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"
)
"""Addresses of pages and of people, and abbreviations of single letters with their stops."""
_BEHIND_ADDRESSES = ".,;:!?)]}'’"
"""What stands behind an address and is none of it, but for a bracket that it opens itself."""
_LONGEST = 500
"""Code points on either side within which such a word is looked for."""


def word_at(text: str, offset: int) -> Span:
    """The word, run of symbols or run of blanks at `offset`; empty in an empty text."""
    if not text:
        return Span(0, 0)
    offset = _clamp(text, offset)
    wholes = _wholes(text, offset)
    for whole in wholes:
        if whole.start <= offset < whole.end:
            return whole
    kind = _kind(text, offset)
    start, first = offset, max((each.end for each in wholes if each.end <= offset), default=0)
    while start > first and _kind(text, start - 1) == kind:
        start -= 1
    last = min((each.start for each in wholes if each.start > offset), default=len(text))
    return Span(start, min(last, _run_end(text, offset, kind)))


def next_word(text: str, offset: int) -> int:
    """Where the next word begins; the last character when there is none."""
    if not text:
        return 0
    offset = _clamp(text, offset)
    end = offset if _kind(text, offset) == _BLANK else word_at(text, offset).end
    end = _run_end(text, end, _BLANK)
    return end if end < len(text) else _last(text)


def previous_word(text: str, offset: int) -> int:
    """Where the word begins, or the one before when `offset` is at a beginning."""
    position = min(max(offset, 0), len(text))
    while position > 0 and _kind(text, position - 1) == _BLANK:
        position -= 1
    return word_at(text, position - 1).start if position else 0


def word_end(text: str, offset: int) -> int:
    """The last character of the word, or of the next one when `offset` is there already."""
    if not text:
        return 0
    position = _run_end(text, _character_end(text, _clamp(text, offset)), _BLANK)
    if position >= len(text):
        return _last(text)
    return _base(text, word_at(text, position).end - 1)


def _clamp(text: str, offset: int) -> int:
    """The nearest offset of a character."""
    return min(max(offset, 0), len(text) - 1)


def _last(text: str) -> int:
    """The last character of the text, without its marks."""
    return _base(text, len(text) - 1)


def _run_end(text: str, start: int, kind: int) -> int:
    """Where the run of this kind ends that goes through `start`; `start` if none does."""
    end = start
    while end < len(text) and _kind(text, end) == kind:
        end += 1
    return end


def _wholes(text: str, offset: int) -> list[Span]:
    """The addresses and abbreviations in what stands around `offset` without a blank."""
    start = end = offset
    while start > max(0, offset - _LONGEST) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), offset + _LONGEST) and not text[end].isspace():
        end += 1
    run = text[start:end]
    # Most words hold none of these.
    if "." not in run and "@" not in run and "//" not in run:
        return []
    return [_whole(run, match, start) for match in _WHOLE.finditer(run)]


def _whole(run: str, match: re.Match[str], start: int) -> Span:
    """What of a match is the address or abbreviation, in the text that has the run at `start`."""
    first, last = match.span()
    if match["address"]:
        while run[last - 1] in _BEHIND_ADDRESSES:
            inside = run[first:last]
            if run[last - 1] == ")" and inside.count("(") >= inside.count(")"):
                break
            last -= 1
    # A mark on the last letter belongs to it.
    while last < len(run) and _class(run[last]) == _MARK:
        last += 1
    return Span(start + first, start + last)


def _character_end(text: str, offset: int) -> int:
    """The first code point after the character at `offset` and its marks."""
    end = offset + 1
    while end < len(text) and _class(text[end]) == _MARK:
        end += 1
    return end


def _base(text: str, offset: int) -> int:
    """The character that the marks at `offset` stand on."""
    while offset > 0 and _class(text[offset]) == _MARK:
        offset -= 1
    return offset


def _kind(text: str, offset: int) -> int:
    """The kind of run the character belongs to; marks belong to their base."""
    base = _base(text, offset)
    char = text[base]
    if 0 < base < len(text) - 1:
        before, after = text[_base(text, base - 1)], text[base + 1]
        if char in _INNER and _class(before) == _class(after) == _WORD:
            return _WORD
        # "100,000" and "3.5" are one word to a reader.
        if char in _SEPARATORS and before.isdigit() and after.isdigit():
            return _WORD
    kind = _class(char)
    return _SYMBOL if kind == _MARK else kind


def _class(char: str) -> int:
    """The class of a character by itself."""
    if char.isalnum() or char == "_":
        return _WORD
    if char.isspace():
        return _BLANK
    if char in _JOINERS or unicodedata.category(char)[0] == "M":
        return _MARK
    return _SYMBOL
