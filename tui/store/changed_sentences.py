"""Whether the sentence of a highlight has changed around it: a "not" before the words is news.

What is compared are the sentences that the words stand in, then and now. Where these have an end
is told by what stands around, the same on both sides; of a very long one the nearest part counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.article import Block, BlockKind
from tui.documents.datelines import find_dateline
from tui.documents.sentences import split_prose
from tui.store.canonical import composed
from tui.store.changed_words import changed_words

if TYPE_CHECKING:
    from tui.store.anchors import Anchor

_READ = 1000
"""Code points that are read on either side of a passage."""
_LOOKED_AT = 500
"""How many of them, once they are composed and white space is one blank, belong to it at most."""
_PART = re.compile(r"\n\s*\n|\n(?=[^\S\n]*(?:[-*+•‣▪◦●○–]|\(?\d{1,3}[.)])\s)")
"""What no sentence goes over: an empty line, or the beginning of the next item of a list."""
_BLANKS = re.compile(r"\s+")


class Wording(NamedTuple):
    """What is compared of a highlight: its words, or its sentence where these are the same."""

    old: str
    """As it was when the highlight was made, composed (NFC)."""
    new: str
    """As it is, composed as well."""
    is_sentence: bool = False
    """Whether it is the sentence."""


def wording(
    anchor: Anchor, old_text: str | None, new_text: str, start: int, end: int
) -> Wording | None:
    """How a highlight that was found again reads, then and now; `None` where it reads the same.

    Args:
        anchor: The highlight as it was made.
        old_text: The text it was made in; `None` when that is not kept.
        new_text: The text it was found in.
        start: Its first code point there.
        end: The first code point after it.
    """
    words = new_text[start:end]
    found = Wording(composed(anchor.exact), composed(words))
    if changed_words(found.old, found.new).kinds:
        return found
    before, after = anchor.prefix, anchor.suffix
    if old_text is not None and old_text[anchor.start : anchor.end] == anchor.exact:
        before = old_text[max(0, anchor.start - _READ) : anchor.start]
        after = old_text[anchor.end : anchor.end + _READ]
    now_before, now_after = new_text[max(0, start - _READ) : start], new_text[end : end + _READ]
    if (before, anchor.exact, after) == (now_before, words, now_after):
        return None
    # Of what is not known of the old text nothing is said of the new one.
    most = (len(before), len(after)) if old_text is None else (_LOOKED_AT, _LOOKED_AT)
    old = _sentence(before, anchor.exact, after, most)
    new = _sentence(now_before, words, now_after, most)
    return Wording(old, new, is_sentence=True) if changed_words(old, new).kinds else None


def _sentence(before: str, words: str, after: str, most: tuple[int, int]) -> str:
    """The whole of the sentences that some words stand in, as far as it is looked at."""
    before = _plain(_PART.split(before)[-1])
    before = before[max(0, len(before) - min(most[0], _LOOKED_AT)) :]
    after = _plain(_PART.split(after, maxsplit=1)[0])[: min(most[1], _LOOKED_AT)]
    words = _plain(words)
    text = before + words + after
    own = range(len(before) + len(words) - len(words.lstrip()), len(before + words.rstrip()))
    over = [s for s in split_prose(text) if s.start < own.stop and s.end > own.start]
    if not over:
        return words
    # Place and day of a report are no part of its first sentence.
    dateline = find_dateline(text, Block(0, len(text), BlockKind.PARAGRAPH))
    head = dateline.span.end if dateline and dateline.span.end <= own.start else 0
    return text[max(head, over[0].start) : over[-1].end].strip()


def _plain(text: str) -> str:
    return composed(_BLANKS.sub(" ", text))
