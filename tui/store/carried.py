"""What became of the words of a passage, by the pairing of the words of both texts."""

from __future__ import annotations

from typing import NamedTuple

from tui.store.alignment import Alignment

SURVIVING = 0.5
"""Least share of a passage's letters that must still stand for it to be the same one."""
_FAR = 25
"""New words between two of a passage from which on they do not stand together."""
_STRAYED = 0.05
"""Share of its letters that may have strayed so far; more is a passage that was written into."""


class Carried(NamedTuple):
    """What an old span became."""

    start: int
    """Its first code point in the new text."""
    end: int
    """The first code point after it."""
    surviving: float
    """The share of its letters that still stand there."""


def carried(pairing: Alignment, start: int, end: int) -> Carried | None:
    """The span that the words of an old span became; `None` when too few of them stand."""
    own = pairing.old.within(start, end)
    if not own:
        return None
    pairing.fill(own)
    pairing.settle(own)
    kept = _together(pairing, [word for word in own if pairing.new_of(word) >= 0])
    surviving = pairing.old.letters(kept) / max(1, pairing.old.letters(own))
    if not kept or surviving < SURVIVING:
        return None
    first, last = pairing.new_of(kept[0]), pairing.new_of(kept[-1])
    before, after = kept[0] - own.start, own.stop - 1 - kept[-1]
    if _has_letters(pairing, own[:before]):
        first = min(first, max(_beside(pairing, own.start - 1, first, 1), first - _room(before)))
    if _has_letters(pairing, own[len(own) - after :]):
        last = max(last, min(_beside(pairing, own.stop, last, -1), last + _room(after)))
    return Carried(pairing.new.starts[first], pairing.new.ends[last], surviving)


def _together(pairing: Alignment, kept: list[int]) -> list[int]:
    """The words that still stand together: not one at an edge that is paired far from the rest."""
    few = _STRAYED * pairing.old.letters(kept)
    start, end = 0, len(kept)
    for i in range(1, len(kept)):
        between = pairing.new_of(kept[i]) - pairing.new_of(kept[i - 1]) - kept[i] + kept[i - 1]
        if between <= _FAR:
            continue
        if pairing.old.letters(kept[:i]) <= few:
            start = i
        elif pairing.old.letters(kept[i:]) <= few:
            end = min(end, i)
    return kept[start:end]


def _has_letters(pairing: Alignment, words: range) -> bool:
    """Whether some words are more than punctuation, for which nothing is written instead."""
    return any(pairing.old.texts[word].isalnum() for word in words)


def _room(replaced: int) -> int:
    """The most new words that may have replaced some words at the edge of a passage."""
    return 2 * replaced + 2


def _beside(pairing: Alignment, neighbour: int, edge: int, step: int) -> int:
    """The new word next to the one that stood just outside the passage; else the edge."""
    if not 0 <= neighbour < len(pairing.old) or pairing.new_of(neighbour) < 0:
        return edge
    return pairing.new_of(neighbour) + step
