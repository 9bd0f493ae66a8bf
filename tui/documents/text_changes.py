"""What changed between two texts of an article, paragraph by paragraph. Pure.

Paragraphs that stand in both are aligned first (Ratcliff and Obershelp's matcher of the standard
library); between them, an old and a new one that have most of their words in common are one that
was edited. A paragraph that only moved is no change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from tui.documents.article import Article, Span

ALIKE = 0.5
"""Least share of the words that an edited paragraph keeps."""
_NEAR = 8
"""Paragraphs around one that are looked at for what became of it."""


class ChangeKind(StrEnum):
    """What became of a paragraph."""

    EDITED = "edited"
    ADDED = "added"
    REMOVED = "removed"


class PassageChange(NamedTuple):
    """A paragraph that is not in both texts as it is."""

    kind: ChangeKind
    """What became of it."""
    old: Span
    """It in the old text; empty, where it would stand, for one that was added."""
    new: Span
    """It in the new text; empty, where it stood, for one that was removed."""


def passage_changes(old: Article, new: Article) -> tuple[PassageChange, ...]:
    """The changes from an older text to a newer one, in the order of the newer."""
    before, after = _paragraphs(old), _paragraphs(new)
    found: list[PassageChange] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    moved = Counter(before) & Counter(after)
    for tag, i, j, m, n in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone = [at for at in range(i, j) if not moved[before[at]]]
        come = [at for at in range(m, n) if not moved[after[at]]]
        found += _between(old, new, gone, come, (i, m))
    return tuple(found)


def _paragraphs(article: Article) -> list[str]:
    return [" ".join(article.text[each.start : each.end].split()) for each in article.blocks]


def _between(
    old: Article, new: Article, gone: Sequence[int], come: Sequence[int], at: tuple[int, int]
) -> Iterator[PassageChange]:
    """The changes in a stretch that nothing of both texts stands in."""
    pairs = dict(_pairs(old, new, gone, come))
    partners = set(pairs.values())
    waiting = [each for each in gone if each not in pairs]
    for place in come:
        former = next((each for each, now in pairs.items() if now == place), None)
        if former is None:
            yield PassageChange(ChangeKind.ADDED, _place(old, at[0]), _span(new, place))
            continue
        while waiting and waiting[0] < former:
            yield _removed(old, new, waiting.pop(0), place)
        yield PassageChange(ChangeKind.EDITED, _span(old, former), _span(new, place))
    end = max(partners, default=at[1] - 1) + 1
    for each in waiting:
        yield _removed(old, new, each, end)


def _pairs(
    old: Article, new: Article, gone: Sequence[int], come: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The old and the new paragraphs of a stretch that are one, in order."""
    taken = 0
    words = [_words(new, at) for at in come]
    for place, at in enumerate(gone):
        mine = _words(old, at)
        # Two long texts with nothing in common are not compared paragraph with paragraph.
        near = range(max(taken, place - _NEAR), min(len(come), place + _NEAR))
        shares = [(_share(mine, words[number]), -number) for number in near]
        best, number = max(shares, default=(0.0, 0))
        if best >= ALIKE:
            taken = 1 - number
            yield at, come[-number]


def _words(article: Article, at: int) -> Counter[str]:
    span = article.blocks[at]
    return Counter(article.text[span.start : span.end].lower().split())


def _share(one: Counter[str], other: Counter[str]) -> float:
    common = sum((one & other).values())
    return 2 * common / max(1, one.total() + other.total())


def _removed(old: Article, new: Article, at: int, place: int) -> PassageChange:
    return PassageChange(ChangeKind.REMOVED, _span(old, at), _place(new, place))


def _span(article: Article, at: int) -> Span:
    return Span(article.blocks[at].start, article.blocks[at].end)


def _place(article: Article, at: int) -> Span:
    """The empty span before a paragraph, or at the end."""
    start = article.blocks[at].start if at < len(article.blocks) else len(article.text)
    return Span(start, start)
