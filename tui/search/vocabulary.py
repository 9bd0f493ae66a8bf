"""The words that occur, and which of them a typed word may mean.

In this order, each only weaker than the one before: the word itself, words that begin with
it, words that contain it, words one or two slips of the finger away. Where none of these
gives anything, the beginning of a mistyped word, and last the letters of an abbreviation
("stltbrg"). All words are folded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from itertools import islice
from typing import NamedTuple

# Below it a part from the middle of a word is nearly any word.
_MIN_INSIDE = 4
_MIN_UNFINISHED = 5
_MIN_ABBREVIATION = 4
# Every other word of four letters is a letter away from one ("cafe", "came"): in words up to so
# long only two swapped letters are a slip.
_ONLY_SWAPPED = 4
# Where nothing else is found, these may have one slip as well: a letter left out of a word of
# five, and a figure so long that it is nobody's year or amount.
_LOOSELY, _LONG_FIGURE = 4, 6
# An abbreviation keeps at least so much of its word: fewer letters fit by chance.
_ABBREVIATION_SHARE = 0.4
_LAST = chr(0x10FFFF)


class How(IntEnum):
    """In which way a typed word matches a word of the text, best first."""

    EXACT = 0
    """They are the same."""
    PREFIX = 1
    """The word begins with what was typed."""
    INSIDE = 2
    """The word contains what was typed."""
    TYPO = 3
    """One or two letters are missing, added, wrong or swapped."""
    UNFINISHED = 4
    """The word begins with something one or two such slips away."""
    ABBREVIATION = 5
    """The word has the typed letters in their order, with others between."""


# The best score of each way, and how much is taken off it for what was not typed.
_FULL = {
    How.EXACT: 1.0,
    How.PREFIX: 0.92,
    How.INSIDE: 0.78,
    How.TYPO: 0.72,
    How.UNFINISHED: 0.5,
    How.ABBREVIATION: 0.34,
}
_UNTYPED_COST = 0.1
_SLIP_COST = 0.14
# People seldom mistype the first letter of a word.
_FIRST_LETTER_COST = 0.06
# Swapping letters is the commonest slip, so a word of the same letters comes first.
_OTHER_LETTERS_COST = 0.02


class WordMatch(NamedTuple):
    """A word that a typed word may mean."""

    how: How
    """In which way."""
    score: float
    """How sure that is: 1 for the word itself, always more than 0."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """A typed word with all the words it may mean."""

    typed: str
    """What was typed, folded."""
    matches: Mapping[str, WordMatch]
    """The words it may mean, best first; empty when there is none."""
    is_complete: bool
    """Whether no word was left out because of the limit."""
    _others: dict[str, WordMatch] = field(default_factory=dict, repr=False, compare=False)
    """Words that the limit left out, as far as they have been met in a record."""

    @property
    def is_beginning(self) -> bool:
        """Whether so many words begin with it that it stands for no others."""
        return not self.is_complete and all(
            match.how <= How.PREFIX for match in self.matches.values()
        )

    def match(self, word: str) -> WordMatch | None:
        """How a word of a record matches; also one that the limit left out.

        Args:
            word: A folded word.
        """
        known = self.matches.get(word) or self._others.get(word)
        if known is None and not self.is_complete and word.startswith(self.typed):
            known = self._others[word] = _partly(How.PREFIX, self.typed, word)
        return known


class Vocabulary:
    """The distinct words of a text or of a library, made ready for looking up."""

    def __init__(self, words: Iterable[str]) -> None:
        """Sort the words; what else is needed is built when first asked for.

        Args:
            words: Folded words, in any order.
        """
        # Words that come in order already are sorted in no time, which a set would undo.
        self.words: Sequence[str] = sorted(dict.fromkeys(words))
        self._beginnings: dict[int, list[str]] = {}

    def expand(self, typed: str, limit: int = 64, *, loosely: bool = False) -> Expansion:
        """The words that a typed word may mean, best first.

        Args:
            typed: A folded word.
            limit: At most so many.
            loosely: Also those that would be too many were there no other words beside it.
        """
        found: dict[str, WordMatch] = {}
        # One more than asked for shows whether there are more.
        ways = (self._prefixed, self._containing, self._mistyped)
        for way in ways:
            for word, match in way(typed, limit + 1):
                found.setdefault(word, match)
        for weak_way in (self._unfinished, self._abbreviated):
            if not found:
                found.update(weak_way(typed, limit + 1))
        if loosely and (len(typed) == _LOOSELY or _is_long_figure(typed)):
            for word, match in self._within(typed, 1, 1, limit + 1):
                found.setdefault(word, match)
        best = sorted(found.items(), key=lambda item: (-item[1].score, item[0]))
        return Expansion(typed, dict(best[:limit]), len(found) <= limit)

    def _prefixed(self, typed: str, limit: int) -> Iterator[tuple[str, WordMatch]]:
        for word in sorted(self.beginning(typed), key=len)[:limit]:
            if word == typed:
                yield word, WordMatch(How.EXACT, 1.0)
            else:
                yield word, _partly(How.PREFIX, typed, word)

    def _containing(self, typed: str, limit: int) -> Iterator[tuple[str, WordMatch]]:
        if len(typed) >= _MIN_INSIDE:
            inside = (word for word in self.containing(typed) if not word.startswith(typed))
            for word in islice(inside, limit):
                yield word, _partly(How.INSIDE, typed, word)

    def has(self, word: str) -> bool:
        """Whether a word occurs.

        Args:
            word: A folded word.
        """
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word

    def beginning(self, part: str) -> Sequence[str]:
        """The words that begin with some letters, in order.

        Args:
            part: Folded letters.
        """
        return self.words[bisect_left(self.words, part) : bisect_right(self.words, part + _LAST)]

    def containing(self, part: str) -> Iterator[str]:
        """The words that contain some letters, each once, by one search of them all.

        Args:
            part: Folded letters, at least one.
        """
        text, starts = self._joined
        at = text.find(part)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            yield self.words[index]
            at = text.find(part, starts[index] + len(self.words[index]))

    def _mistyped(self, typed: str, limit: int) -> Iterator[tuple[str, WordMatch]]:
        slips = allowed_slips(typed)
        if slips:
            is_short = len(typed) <= _ONLY_SWAPPED
            for word, match in self._within(typed, slips, 0 if is_short else slips, limit):
                if not (is_short and sorted(word) != sorted(typed)):
                    yield word, match

    def _within(
        self, typed: str, slips: int, longer: int, limit: int
    ) -> Iterator[tuple[str, WordMatch]]:
        """Words so many slips away that have so many letters more or fewer at the most."""
        lengths = range(len(typed) - longer, len(typed) + longer + 1)
        choices = [self._by_length.get(length, []) for length in lengths]
        for word, distance in _nearest(typed, choices, slips, limit):
            if distance:
                yield word, WordMatch(How.TYPO, _slipped(How.TYPO, typed, word, distance))

    def _unfinished(self, typed: str, limit: int) -> Iterator[tuple[str, WordMatch]]:
        slips = allowed_slips(typed)
        if not slips or len(typed) < _MIN_UNFINISHED:
            return
        lengths = range(len(typed) - 1, len(typed) + 2)
        choices = [self._beginnings_of(length) for length in lengths]
        given = 0
        for beginning, distance in _nearest(typed, choices, slips, limit):
            for word, _ in self._prefixed(beginning, limit - given):
                given += 1
                yield (
                    word,
                    WordMatch(How.UNFINISHED, _slipped(How.UNFINISHED, typed, word, distance)),
                )

    def _abbreviated(self, typed: str, limit: int) -> Iterator[tuple[str, WordMatch]]:
        if len(typed) < _MIN_ABBREVIATION or not typed.isalpha():
            return
        first = typed[0]
        low, high = bisect_left(self.words, first), bisect_right(self.words, first + _LAST)
        longest = len(typed) / _ABBREVIATION_SHARE
        fitting = (
            word for word in self.words[low:high] if len(word) <= longest and _in_order(typed, word)
        )
        for word in sorted(fitting, key=len)[:limit]:
            yield word, _partly(How.ABBREVIATION, typed, word)

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """All words in one string, and where each begins."""
        starts, at = [], 0
        for word in self.words:
            starts.append(at)
            at += len(word) + 1
        return "\n".join(self.words), starts

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        by_length: dict[int, list[str]] = {}
        for word in self.words:
            by_length.setdefault(len(word), []).append(word)
        return by_length

    def _beginnings_of(self, length: int) -> list[str]:
        """The different beginnings, of this length, of longer words."""
        if length not in self._beginnings:
            beginnings = dict.fromkeys(word[:length] for word in self.words if len(word) > length)
            self._beginnings[length] = list(beginnings)
        return self._beginnings[length]


def allowed_slips(typed: str) -> int:
    """How many letters may be wrong in a typed word.

    None in a short word, where every neighbour is another word, and none in a word with a
    digit: 2021 is not a slip for 2022. In a word of four letters only two that are swapped.

    Args:
        typed: A folded word.
    """
    if len(typed) <= 3 or not typed.isalpha():
        return 0
    return 1 if len(typed) <= 6 else 2


def _is_long_figure(typed: str) -> bool:
    return len(typed) >= _LONG_FIGURE and any(map(str.isdigit, typed))


def expand(word: str, vocabulary: Sequence[str], limit: int = 64) -> list[tuple[str, float]]:
    """The words of a vocabulary that a typed word may mean with their scores, best first.

    For one question; to ask a large vocabulary again and again, keep a `Vocabulary`.

    Args:
        word: A folded word.
        vocabulary: Folded words, in any order.
        limit: At most so many.
    """
    matches = Vocabulary(vocabulary).expand(word, limit).matches
    return [(match, found.score) for match, found in matches.items()]


def _nearest(
    typed: str, choices: Iterable[list[str]], slips: int, limit: int
) -> list[tuple[str, int]]:
    """The choices within so many slips, nearest first."""
    from rapidfuzz import distance, process

    scorer = distance.OSA.distance
    found: list[tuple[str, int]] = []
    for words in choices:
        near = process.extract(typed, words, scorer=scorer, score_cutoff=slips, limit=limit)
        found.extend((word, int(steps)) for word, steps, _ in near)
    found.sort(key=lambda item: item[1])
    return found[:limit]


def _in_order(typed: str, word: str) -> bool:
    at = -1
    for letter in typed:
        at = word.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _partly(how: How, typed: str, word: str) -> WordMatch:
    return WordMatch(how, _FULL[how] - _UNTYPED_COST * (1 - len(typed) / len(word)))


def _slipped(how: How, typed: str, word: str, distance: int) -> float:
    untyped = max(0, len(word) - len(typed)) / len(word)
    cost = _SLIP_COST * (distance - 1) + _UNTYPED_COST * untyped
    if word[0] != typed[0]:
        cost += _FIRST_LETTER_COST
    if sorted(word) != sorted(typed):
        cost += _OTHER_LETTERS_COST
    return _FULL[how] - cost
