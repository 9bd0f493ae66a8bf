"""Queries as people type them: three words of a passage, in six classes of carelessness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from string import ascii_lowercase

from tui.documents.folding import fold_words

Manner = Callable[[list[str], Random], list[str]]
_LONG = 5
"""Letters of a word that somebody remembers."""


def _shuffled(words: list[str], random: Random) -> list[str]:
    return random.sample(words, len(words))


def _beginnings(words: list[str], random: Random) -> list[str]:
    return [word[: max(3, len(word) * 2 // 3)] for word in words]


def _one_mistyped(words: list[str], random: Random) -> list[str]:
    at = random.randrange(len(words))
    return [*words[:at], _slipped(words[at], random), *words[at + 1 :]]


def _all_mistyped(words: list[str], random: Random) -> list[str]:
    return [_slipped(word, random) for word in words]


def _first_letter(words: list[str], random: Random) -> list[str]:
    at = random.randrange(len(words))
    return [*words[:at], random.choice(ascii_lowercase) + words[at][1:], *words[at + 1 :]]


MANNERS: dict[str, Manner] = {
    "words": lambda words, _: words,
    "shuffled": _shuffled,
    "beginnings": _beginnings,
    "one mistyped": _one_mistyped,
    "all mistyped": _all_mistyped,
    "a first letter": _first_letter,
}


def _slipped(word: str, random: Random) -> str:
    """A word with two letters swapped, or one missing, added or wrong; not the first one."""
    at = random.randrange(1, len(word))
    letter = random.choice(ascii_lowercase)
    return random.choice(
        (
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
        )
    )


def queries(passages: Sequence[str], random: Random) -> Iterator[tuple[str, list[str], str]]:
    """For each passage the manner, the words that are meant, and what is typed.

    Args:
        passages: Those with fewer than three words to remember are left out.
        random: Where the slips come from.
    """
    manners = list(MANNERS)
    number = 0
    for passage in passages:
        words = [word.text for word in fold_words(passage) if len(word.text) >= _LONG]
        at = random.randrange(max(1, len(words) - 2))
        meant = words[at : at + 3]
        if len(set(meant)) == 3:
            manner = manners[number % len(manners)]
            number += 1
            yield manner, meant, " ".join(MANNERS[manner](list(meant), random))
