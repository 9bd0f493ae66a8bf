"""Words under the reading cursor: the small words of vi, over Unicode.

A word is a run of letters and digits with its inner apostrophes ("don't") and separators
("100,000"), another word is a run of other visible characters. Combining marks and joiners
never stand alone, so no move ends inside a letter. All results are clamped to the text.
"""

from __future__ import annotations

import unicodedata

from tui.documents.article import Span

_BLANK, _WORD, _SYMBOL, _MARK = range(4)
_APOSTROPHES = "'’"
_SEPARATORS = ",."
_JOINERS = "\u200c\u200d"


def word_at(text: str, offset: int) -> Span:
    """The word, run of symbols or run of blanks at `offset`; empty in an empty text."""
    if not text:
        return Span(0, 0)
    offset = _clamp(text, offset)
    kind = _kind(text, offset)
    start = offset
    while start > 0 and _kind(text, start - 1) == kind:
        start -= 1
    return Span(start, _run_end(text, offset, kind))


def next_word(text: str, offset: int) -> int:
    """Where the next word begins; the last character when there is none."""
    if not text:
        return 0
    offset = _clamp(text, offset)
    kind = _kind(text, offset)
    end = offset if kind == _BLANK else _run_end(text, offset, kind)
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
    return _base(text, _run_end(text, position, _kind(text, position)) - 1)


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
        if char in _APOSTROPHES and _class(before) == _class(after) == _WORD:
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
