"""Signs of emphasis in plain texts: `_italics_`, `*bold*`, `=bold=`, as in books and mail.

A text uses a sign so if it stands several times, in pairs, at the edges of words; then it hardly
means anything else. Limits: emphasis of a part of a word, and over a blank line, is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.documents.article import HIDDEN, StyledSpan, TextStyle
from tui.documents.pattern import pattern

_BESIDE_BLANK = pattern(rf"(?:(?<=\s)|^){HIDDEN}|{HIDDEN}(?=\s|$)")
_STYLES = {"_": TextStyle.EMPHASIS, "*": TextStyle.STRONG, "=": TextStyle.STRONG}
_SEVERAL = 3
"""Fewer pairs are no usage."""
_UNPAIRED = 5
"""There may be one sign left over for so many pairs: misprints happen."""
_LONGEST = 1_000
"""Code points between two signs; letters and verses in italics are long."""


def find_emphasis(text: str) -> tuple[StyledSpan, ...]:
    """What is emphasised in a sanitised plain text, with its signs, in text order."""
    found: list[StyledSpan] = []
    for sign, style in _STYLES.items():
        if text.count(sign) >= 2 * _SEVERAL:
            pairs, left_over = _pairs(text, sign)
            if len(pairs) >= max(_SEVERAL, left_over * _UNPAIRED):
                found += [StyledSpan(start, end, style) for start, end in pairs]
    return tuple(sorted(found))


def _pairs(text: str, sign: str) -> tuple[list[tuple[int, int]], int]:
    """The passages between two signs, and how many signs stand at or in words without another."""
    pairs: list[tuple[int, int]] = []
    left_over = 0
    opened = -1
    for match in re.finditer(re.escape(sign), text):
        at = match.start()
        before, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        if sign in (before, behind):
            continue
        closes = not _is_blank(before) and not behind.isalnum()
        opens = not _is_blank(behind) and not before.isalnum()
        if closes and opened >= 0 and _is_passage(text[opened : at + 1]):
            pairs.append((opened, at + 1))
            opened = -1
        elif opens:
            left_over += opened >= 0
            opened = at
        elif not _is_blank(before) or not _is_blank(behind):
            left_over += 1
    return pairs, left_over + (opened >= 0)


def _is_passage(words: str) -> bool:
    """Whether what stands between two signs can be emphasised: words, within a paragraph."""
    return len(words) <= _LONGEST and "\n\n" not in words and any(map(str.isalnum, words))


def _is_blank(letter: str) -> bool:
    return not letter or letter.isspace()


def with_hidden_signs(text: str, styles: Iterable[StyledSpan]) -> str:
    """The text with `HIDDEN` in the place of every sign: all offsets stay what they are.

    Args:
        text: A plain text.
        styles: What `find_emphasis` found in it, and other styles.
    """
    parts: list[str] = []
    at = 0
    signed = (span for span in styles if span.style in (TextStyle.EMPHASIS, TextStyle.STRONG))
    for place in sorted(edge for start, end, *_ in signed for edge in (start, end - 1)):
        parts += (text[at:place], HIDDEN)
        at = place + 1
    return "".join((*parts, text[at:]))


def signless(words: str, styles: Iterable[StyledSpan], start: int) -> str:
    """A part of a plain text without the signs of emphasis in it.

    Args:
        words: The part.
        styles: Those of the text.
        start: Where the part begins in it.
    """
    inner = range(start, start + len(words))
    signed = (span for span in styles if span.style in _STYLES.values())
    edges = (edge for span in signed for edge in (span.start, span.end - 1))
    places = {edge - start for edge in edges if edge in inner}
    return "".join(letter for at, letter in enumerate(words) if at not in places)


def with_blank_signs(words: str, readable: str) -> str:
    """The words as a parser should have them: blanks for the signs that stand beside a blank.

    One beside a quotation mark stays: a blank there would tell nobody whether a quote begins.

    Args:
        words: A part of a text.
        readable: The same part of `Article.readable`.
    """
    if HIDDEN not in readable:
        return words
    letters = list(words)
    for sign in _BESIDE_BLANK.finditer(readable):
        letters[sign.start()] = " "
    return "".join(letters)
