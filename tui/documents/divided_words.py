"""Words that the end of a line divides: whole again, with their hyphen or without.

Offsets count in the text as it is; only what is shown, copied or exported is made whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from tui.documents.article import HIDDEN, Span
from tui.documents.lexicon import words
from tui.documents.pattern import pattern

HYPHENS = "-\u2010"
"""The signs that divide a word: what typewriters have, and HYPHEN itself."""
# A half is a whole word or a compound ("vice-pres-\nident"); a line of its own is no half.
_DIVIDED = pattern(
    r"(?<![^\W_])(?P<first>[^\W_]+(?:[-\u2010][^\W_]+)*)(?P<cut>[-\u2010][ \t]*\n[ \t]*)"
    r"(?P<second>[^\W_]+)"
)
# "pre- and post-war": the hyphen stands for a word that is not repeated.
_SUSPENDED = words("and or to nor but und")
# Words, or seen as such, that stand in compounds without a hyphen.
_BEGINNINGS = words(
    "any com con dis every fore in inter mc mis no out over pre re some sub super trans un under "
    "up with"
)
_ENDINGS = words(
    "able ed er ers est ful hood ible ing ings ion ism ist ity less ly man men ment ness ship "
    "sion some stand tion ward wards way ways where"
)
# What nearly always stands with a hyphen, where a text was wrapped behind it and nothing divided.
_COMPOUNDS = words(
    "self well long short half vice two three four five six seven eight nine ten twenty thirty "
    "forty fifty sixty seventy eighty ninety"
)


def keeps_hyphen(first: str, second: str, seen: Callable[[str], int]) -> bool:
    """Whether a word has a hyphen where it is divided.

    Args:
        first: The half before the hyphen.
        second: The one behind it.
        seen: How often the text has a word undivided, in lower case.
    """
    is_name = not second[0].islower() or not first[-1].isalpha()
    first, second = first.lower(), second.lower()
    with_hyphen, without = seen(f"{first}-{second}"), seen(first + second)
    if with_hyphen or without:
        return with_hyphen > without
    if is_name:
        return True
    if first in _BEGINNINGS or second in _ENDINGS:
        return False
    return min(seen(first), seen(second)) > 1 and len(first) > 2


def cuts(passage: str, text: str = "") -> list[Span]:
    """What stands too much in a passage where the ends of lines divide words, in text order.

    Args:
        passage: Some words.
        text: What they stand in: a word that is undivided there says how it is written.
    """
    if "\n" not in passage:
        return []
    found = []
    for divided in _DIVIDED.finditer(passage):
        first, second = divided["first"], divided["second"]
        if second.lower() not in _SUSPENDED:
            keeps = _keeps(first, second, text or passage)
            found.append(Span(divided.start("cut") + keeps, divided.end("cut")))
    return found


def undivided(passage: str, text: str = "") -> str:
    """A passage as it is shown out of its text: no signs of emphasis, divided words whole.

    The other ends of lines stay.

    Args:
        passage: Some words of `Article.readable`.
        text: As in `cuts`.
    """
    gone = cuts(passage, text)
    whole = without(passage, (), gone)[0] if gone else passage
    return whole.replace(HIDDEN, "")


def whole_words(passage: str) -> str:
    """A passage whose divided words are whole; all else is as it was."""
    return without(passage, (), cuts(passage))[0]


def without(
    passage: str, marked: Iterable[Span], left_out: Iterable[Span]
) -> tuple[str, tuple[Span, ...]]:
    """A passage without some parts of it, and where some spans of it are then."""
    parts, at, gone = [], 0, list(left_out)
    for part in gone:
        parts.append(passage[at : part.start])
        at = part.end

    def moved(offset: int) -> int:
        before = (min(part.end, offset) - part.start for part in gone if part.start < offset)
        return offset - sum(before)

    spans = tuple(Span(moved(span.start), moved(span.end)) for span in marked)
    return "".join((*parts, passage[at:])), spans


def within(spans: Iterable[Span], left_out: Iterable[Span]) -> tuple[Span, ...]:
    """Spans of a passage that `without` has made shorter, as spans of the passage itself."""
    gone = list(left_out)

    def back(offset: int, *, is_end: bool) -> int:
        for part in gone:
            # What ends at a cut does not take it along, what begins there begins behind it.
            if offset < part.start + is_end:
                break
            offset += part.end - part.start
        return offset

    return tuple(Span(back(s.start, is_end=False), back(s.end, is_end=True)) for s in spans)


@lru_cache(maxsize=512)
def _keeps(first: str, second: str, text: str) -> bool:
    lower = text.lower()

    def seen(word: str) -> int:
        return len(re.findall(rf"(?<![\w-]){re.escape(word)}(?![\w-])", lower))

    if first.lower() in _COMPOUNDS and second.lower() not in _ENDINGS:
        return not seen(first.lower() + second.lower())
    return keeps_hyphen(first, second, seen)
