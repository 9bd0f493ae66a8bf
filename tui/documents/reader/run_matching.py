"""Which runs of a page an extractor has taken, by the words it gave.

An extractor says what the article is, and loses on its way how it was set; so it is only asked
which words it took, and the runs of the page that hold them are read again with all they carry.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui.documents.pattern import pattern

_WORD = pattern(r"\w+", re.UNICODE)
_SHINGLE = 4
"""Words in a row by which a place in a text is known."""
_SHARE = 0.6
"""Share of the shingles of a run that an extractor has to have for the run to be its own: it
drops parts of paragraphs (links, notes), and invents none."""
_PLACES_TRIED = 100
"""Places at which a run of few words is looked for."""

Places = dict[tuple[str, ...], list[int]]


def words_of(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    return _WORD.findall(text.lower())


class Matched(NamedTuple):
    """What of a page an extract is made of."""

    numbers: set[int]
    """The numbers of its runs."""
    share: float
    """The share of the words of the extract that were found in them, from 0 to 1."""


def matched(runs: Sequence[Sequence[str]], extract: Sequence[str]) -> Matched:
    """Find the runs that lie in an extract.

    Args:
        runs: The words of each run of the page, in its order.
        extract: The words of the extract, mostly in the same order.
    """
    matching = _Matching(runs, extract)
    return Matched(matching.chosen(), matching.share)


class _Matching:
    """Words of the extract are given to runs, each once: the surest first."""

    def __init__(self, runs: Sequence[Sequence[str]], extract: Sequence[str]) -> None:
        self._runs = runs
        self._extract = extract
        self._shingles = _places(extract, _SHINGLE)
        self._single = _places(extract, 1)
        self._counts = Counter(map(tuple, runs))
        self._is_given = bytearray(len(extract))

    def chosen(self) -> set[int]:
        """Runs that stand once in page and extract, and between them those that may not."""
        long = [n for n, run in enumerate(self._runs) if self._share(run) >= _SHARE]
        anchors = self._anchors(long)
        certain = dict(anchors)
        numbers = list(certain)
        chosen = set[int]()
        rest = set(long).difference(certain)
        rest |= {n for n, run in enumerate(self._runs) if 0 < len(run) < _SHINGLE}
        for number in numbers:
            self._give(self._runs[number], certain[number])
            chosen.add(number)
        for number in sorted(rest, key=lambda each: (-len(self._runs[each]), each)):
            index = bisect_left(numbers, number)
            low = anchors[index - 1][1] if index else 0
            high = anchors[index][1] if index < len(anchors) else len(self._extract)
            run = self._runs[number]
            is_only = len(run) >= _SHINGLE and self._counts[tuple(run)] == 1
            place = self._free_place(run, low, high, is_only)
            if place >= 0:
                self._give(run, place)
                chosen.add(number)
        return chosen

    @property
    def share(self) -> float:
        """The share of the extract that was given to runs."""
        return sum(self._is_given) / max(1, len(self._is_given))

    def _share(self, run: Sequence[str]) -> float:
        """How much of a run the extract has, from 0 to 1; 0 for one of less than a shingle."""
        count = len(run) - _SHINGLE + 1
        found = sum(tuple(run[at : at + _SHINGLE]) in self._shingles for at in range(count))
        return found / count if count > 0 else 0.0

    def _anchors(self, long: Sequence[int]) -> list[tuple[int, int]]:
        """Runs whose place in the extract is certain, with the place, rising in both."""
        certain: list[tuple[int, int]] = []
        for number in long:
            run = self._runs[number]
            if self._counts[tuple(run)] == 1:
                place = self._only_place(run)
                if place >= 0:
                    certain.append((number, place))
        return _rising(certain)

    def _only_place(self, run: Sequence[str]) -> int:
        for at in range(len(run) - _SHINGLE + 1):
            places = self._shingles.get(tuple(run[at : at + _SHINGLE]), ())
            if len(places) == 1:
                return max(0, places[0] - at)
        return -1

    def _free_place(self, run: Sequence[str], low: int, high: int, is_only: bool) -> int:
        """Where words stand that no run has got; between two places unless it is the only one."""
        size = min(len(run), _SHINGLE)
        index = self._shingles if size == _SHINGLE else self._single
        for at in range(len(run) - size + 1):
            places = index.get(tuple(run[at : at + (size if size == _SHINGLE else 1)]), [])
            start = 0 if is_only else bisect_left(places, low)
            for place in places[start : start + _PLACES_TRIED]:
                if not is_only and place > high:
                    break
                if size < _SHINGLE and list(self._extract[place : place + size]) != list(run):
                    continue
                begin = max(0, place - at)
                free = self._is_given[begin : begin + len(run)].count(0)
                if 2 * free >= len(run):
                    return begin
            if size < _SHINGLE:
                break
        return -1

    def _give(self, run: Sequence[str], place: int) -> None:
        end = min(place + len(run), len(self._extract))
        self._is_given[place:end] = b"\1" * (end - place)


def _places(words: Sequence[str], size: int) -> Places:
    places: Places = {}
    for start in range(len(words) - size + 1):
        places.setdefault(tuple(words[start : start + size]), []).append(start)
    return places


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of some pairs whose second members rise (patience sorting)."""
    ends: list[int] = []  # for each length: the last pair of the best run of it
    before: list[int] = []
    values: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(values, place)
        before.append(ends[length - 1] if length else -1)
        if length == len(ends):
            ends.append(index)
            values.append(place)
        else:
            ends[length], values[length] = index, place
    found: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]
