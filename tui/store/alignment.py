"""Which words of a text are which words of its revision.

Patience alignment (Cohen): runs of words that occur once in both texts are certain pairs,
the longest chain of pairs in the same order is kept, and each pair is grown to both sides.
What stays between two pairs is compared word by word when it is asked for. White space is
no part of a word, so that a re-wrapped text aligns completely.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from tui.store.word_diff import word_matcher

_TOKEN = re.compile(r"\w+|[^\w\s]")
_RUN = 4
"""Words in a run; three already repeat in most news texts, five miss short survivors."""
_GAP = 250_000
"""Largest gap compared word by word, as old words times new words: about half a second."""
_SLIDE = 50
"""Words over which an addition is moved to a boundary; sentences share far fewer at an edge."""
_STOPS = ".!?…。！？"
_CLOSERS = "\"'”’»)]」』"


class Words:
    """The words and punctuation marks of a text with their places."""

    __slots__ = ("ends", "starts", "text", "texts")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Split `text[start:end]`; places point into the whole text."""
        stop = len(text) if end is None else end
        self.text = text
        self.texts: list[str] = []
        self.starts = array("q")
        self.ends = array("q")
        shared: dict[str, str] = {}
        for match in _TOKEN.finditer(text, start, stop):
            word = match.group()
            self.texts.append(shared.setdefault(word, word))
            self.starts.append(match.start())
            self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.texts)

    def within(self, start: int, end: int) -> range:
        """The numbers of the words that share a code point with a span."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def letters(self, words: Iterable[int]) -> int:
        """How long some of the words are together."""
        return sum(len(self.texts[word]) for word in words)

    def boundary(self, word: int) -> int:
        """What begins with a word: 2 for a paragraph, 1 for a sentence, else 0."""
        if not 0 < word < len(self.texts):
            return 2
        if self.text.count("\n", self.ends[word - 1], self.starts[word]) > 1:
            return 2
        last = word - 1
        while last > 0 and self.texts[last] in _CLOSERS:
            last -= 1
        return int(self.texts[last] in _STOPS)


class Alignment:
    """A one-to-one, order-keeping pairing of the words of two texts."""

    def __init__(self, old_text: str, new_text: str) -> None:
        """Pair what is certain; gaps are filled when they are asked for."""
        self.old = Words(old_text)
        self.new = Words(new_text)
        self._to_new = array("q", [-1]) * len(self.old)
        self._to_old = array("q", [-1]) * len(self.new)
        self._compared: set[int] = set()
        head = _common_head(self.old.texts, self.new.texts)
        self._pair_run(0, 0, head)
        tail = _common_tail(self.old.texts, self.new.texts, head)
        old_end, new_end = len(self.old) - tail, len(self.new) - tail
        self._pair_run(old_end, new_end, tail)
        self._pair_unique_runs(head, old_end, head, new_end)

    def new_of(self, word: int) -> int:
        """The new word that an old one became, -1 for none."""
        return self._to_new[word]

    def old_of(self, word: int) -> int:
        """The old word that became a new one, -1 for none."""
        return self._to_old[word]

    def gap(self, word: int) -> tuple[int, int, int, int]:
        """The unpaired stretch around an old word: old start and end, new start and end.

        Both stretches are half-open and lie between the nearest pairs.
        """
        start, end = word, word
        while start > 0 and self._to_new[start - 1] < 0:
            start -= 1
        while end < len(self.old) and self._to_new[end] < 0:
            end += 1
        new_start = self._to_new[start - 1] + 1 if start else 0
        new_end = self._to_new[end] if end < len(self.old) else len(self.new)
        return start, end, new_start, new_end

    def fill(self, words: Iterable[int]) -> None:
        """Compare the gaps around these old words with what stands there now."""
        for word in words:
            if self._to_new[word] >= 0 or word in self._compared:
                continue
            start, end, new_start, new_end = self.gap(word)
            self._compared.update(range(start, end))
            if 0 < (end - start) * (new_end - new_start) <= _GAP:
                self._compare(start, end, new_start, new_end)

    def settle(self, words: range) -> None:
        """Pair these old words so that what was added or dropped beside them is sentences.

        "The rain came. The mayor left." may have grown out of "The mayor left." by "The rain
        came." or by "rain came. The": both leave the same words. Writers add the former.
        """
        for word in range(words.start, words.stop + 1):
            _slide(self.old, self.new, self._to_new, self._to_old, word)
        paired = [new for word in words if (new := self._to_new[word]) >= 0]
        for word in range(paired[0], paired[-1] + 2) if paired else ():
            _slide(self.new, self.old, self._to_old, self._to_new, word)

    def _compare(self, start: int, end: int, new_start: int, new_end: int) -> None:
        matcher = word_matcher(self.old.texts[start:end], self.new.texts[new_start:new_end])
        for old, new, size in matcher.get_matching_blocks():
            self._pair_run(start + old, new_start + new, size)

    def _pair_run(self, old: int, new: int, size: int) -> None:
        self._to_new[old : old + size] = array("q", range(new, new + size))
        self._to_old[new : new + size] = array("q", range(old, old + size))

    def _pair_unique_runs(self, start: int, end: int, new_start: int, new_end: int) -> None:
        old_runs = _unique_runs(self.old.texts, start, end)
        new_runs = _unique_runs(self.new.texts, new_start, new_end)
        pairs = [(place, new_runs[run]) for run, place in old_runs.items() if run in new_runs]
        old_limit, new_limit = start, new_start
        for old, new in _longest_chain(sorted(pairs)):
            if old < old_limit or new < new_limit:
                continue
            while (
                old > old_limit
                and new > new_limit
                and self.old.texts[old - 1] == self.new.texts[new - 1]
            ):
                old, new = old - 1, new - 1
            size = 0
            while (
                old + size < end
                and new + size < new_end
                and self.old.texts[old + size] == self.new.texts[new + size]
            ):
                size += 1
            self._pair_run(old, new, size)
            old_limit, new_limit = old + size, new + size


def _slide(here: Words, there: Words, to_there: array[int], to_here: array[int], word: int) -> None:
    """Move the unpaired words between a word's pair and that of the word before it.

    The words at one of its edges must be those beyond the other, so that they can change
    places; of all such places the one with the clearest boundaries on both sides is taken.
    """
    if not 0 < word < len(here) or to_there[word - 1] < 0 or to_there[word] < 0:
        return
    start, end = to_there[word - 1] + 1, to_there[word]
    if end <= start:
        return
    left, right = 0, 0
    while (
        left < min(_SLIDE, word)
        and to_there[word - 1 - left] == start - 1 - left
        and there.texts[start - 1 - left] == there.texts[end - 1 - left]
    ):
        left += 1
    while (
        right < min(_SLIDE, len(here) - word)
        and to_there[word + right] == end + right
        and there.texts[end + right] == there.texts[start + right]
    ):
        right += 1
    best = max(
        range(-left, right + 1),
        key=lambda by: (there.boundary(start + by) + there.boundary(end + by), -abs(by)),
    )
    for step in range(1, abs(best) + 1):
        one = word - step if best < 0 else word + step - 1
        before = start - step if best < 0 else end + step - 1
        after = end - step if best < 0 else start + step - 1
        to_here[before], to_here[after], to_there[one] = -1, one, after


def _common_head(old: list[str], new: list[str]) -> int:
    limit = min(len(old), len(new))
    return next((i for i in range(limit) if old[i] != new[i]), limit)


def _common_tail(old: list[str], new: list[str], head: int) -> int:
    limit = min(len(old), len(new)) - head
    return next((i for i in range(limit) if old[-1 - i] != new[-1 - i]), limit)


def _unique_runs(words: list[str], start: int, end: int) -> dict[int, int]:
    """Runs that occur once, by their hash, with the number of their first word.

    A hash may stand for two runs; the growing of a pair compares the words themselves.
    """
    places: dict[int, int] = {}
    for i in range(start, end - _RUN + 1):
        run = hash((words[i], words[i + 1], words[i + 2], words[i + 3]))
        places[run] = -1 if run in places else i
    return {run: place for run, place in places.items() if place >= 0}


def _longest_chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises on both sides; the pairs are sorted."""
    tops: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for i, (_, new) in enumerate(pairs):
        row = bisect_left(tops, new)
        before[i] = last[row - 1] if row else -1
        tops[row : row + 1] = [new]
        last[row : row + 1] = [i]
    chain: list[tuple[int, int]] = []
    i = last[-1] if last else -1
    while i >= 0:
        chain.append(pairs[i])
        i = before[i]
    return chain[::-1]
