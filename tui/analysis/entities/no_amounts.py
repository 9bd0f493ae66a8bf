"""Digits that are neither a date nor a number to a reader, found by how they are written.

Scores, telephone numbers, ages, times of the clock, subtitle cues, numbers of lists, notes
and pages, and names made of letters and digits.

Limits: a range is told from a score by its order and by a plural behind it ("3-5 ships").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.time_words import MONTHS
from tui.documents.pattern import pattern

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ZONE = r"(?-i:\s?\(?(?:GMT|UTC|BST|CEST|CET|[ECMP][SD]?T)\b\)?)"
_TELEPHONE = (
    r"\+\d[\d\s().-]{6,}\d|\(0?\d{2,4}\)\s?\d[\d\s-]{4,}\d|(?<!\S)0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}\b"
    r"|(?<![\w.,-])(?:1[-.\s])?(?:\d{3}[-.\s])?\d{3}[-.]\d{4}(?![\w-])"
)
_CLOCK = (
    rf"\b\d{{1,2}}(?:[:.]\d{{2}})?\s?[ap]\.?m\b\.?{_ZONE}?"
    rf"|\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:[.,]\d{{1,3}})?\b{_ZONE}?|\b\d{{4}}{_ZONE}"
)
_AGE = (
    r"\b(?:aged|ages?\sof|age)\s\d{1,3}\b"
    r"|\b(?:under|over)[-\s]?\d{2}s\b|(?<=[^\W\d_],\s)\d{1,2}(?=[,;).](?!\d))"
)
_LABEL = (
    r"#\s?\w+|\[(?:note\s)?\w{1,3}\]|\\\w+\{?|(?:\A|\n)\s*\(?\d{1,3}[.)](?=\s)"
    r"|(?:\A|\n)\s*\d{1,3}\s*(?=\n|\Z)"
)
_NAME = r"(?<![\w$£€])(?!Q[1-4]\b|H[12]\b)(?:[^\W\d_]+\d\w*|\d+[^\W\d_]+\d\w*)"

_NO_AMOUNT = pattern("|".join((_TELEPHONE, _CLOCK, _AGE, _LABEL, _NAME)), re.IGNORECASE)
_SPELT = pattern(
    r"\b[\w-]+[-\s](?:year|month|week|day)s?[-\s]olds?\b|\b\w+\s?o['’]clock\b", re.IGNORECASE
)
_DIGIT = pattern(r"\d")
_PAIR = pattern(
    r"(?<![\w.,/$£€:–-])(?P<left>\d{1,3})\s?[-–]\s?(?P<right>\d{1,3})"
    r"(?!\w|[.,]\d|[-–/:]\d|\s?%|\sper\s?cent)(?P<behind>(?:[\s-]+[^\W\d_]+){1,2})?"
)
_RESULTS = words(
    "win victory defeat loss lead draw vote decision ruling record margin score majority split "
    "finish tie advantage to in on at against and by over with but as for ahead up down from is "
    "was"
)
"""What stands behind a score; behind a range stands what is counted."""
_COUNTED = words("people men women children million billion thousand percent percentage year day")
"""What ranges count that does not end in "s"."""


def no_amounts(doc: Doc, text: str) -> frozenset[int]:
    """The tokens whose digits are no amount.

    Args:
        doc: The parsed paragraph.
        text: Its text.
    """
    spans = []
    # Looking for hints first halves the time: most paragraphs have none.
    if "old" in text or "clock" in text or "Old" in text:
        spans = [match.span() for match in _SPELT.finditer(text)]
    if _DIGIT.search(text) or "#" in text or "\\" in text:
        spans += [match.span() for match in _NO_AMOUNT.finditer(text)]
        spans += [
            (match.start("left"), match.end("right"))
            for match in _PAIR.finditer(text)
            if not _is_range(text, match)
        ]
    barred: set[int] = set()
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            barred.update(range(span.start, span.end))
    return frozenset(barred)


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Whether a pair of numbers counts something or is days of a month, and no result."""
    before = text[: match.start()].rsplit(maxsplit=1)[-1:]
    if before and before[0].strip(".(").lower() in MONTHS:
        return True
    if int(match["left"]) >= int(match["right"]):
        return False
    behind = (match["behind"] or "").replace("-", " ").split()
    if not behind or behind[0] in _RESULTS:
        return False
    return any(word.endswith("s") or word in _COUNTED or word.lower() in MONTHS for word in behind)
