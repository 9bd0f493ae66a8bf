"""What changed inside a highlighted passage between the text it was made in and the text now.

Whatever may have another meaning is told: no list of verbs or names is complete, so every word
counts, and only what is known to change nothing is passed over (white space, the way accents are
encoded, the shapes of quotation marks, dashes and dots). What kind of change it is only labels it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from tui.documents.article import Span
from tui.store.canonical import composed
from tui.store.word_diff import word_matcher

_WORD = re.compile(r"\d+(?:[.,:]\d+)*\w*|\w+(?:['’]\w+)*|\.\.\.|--+|[^\w\s]")
_SHAPES = {
    **dict.fromkeys("‘’‚‛`´", "'"),
    **dict.fromkeys(("“", "”", "„", "‟", "«", "»", "''", "「", "」"), '"'),
    **dict.fromkeys(("‐", "‑", "‒", "–", "—", "―", "−", "--", "---"), "-"),
    "…": "...",
}
"""Signs that are one sign in different shapes."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_QUOTES = frozenset("\"'")
_NEGATIONS = _set(
    "no not never none nobody nothing neither nor nowhere cannot without hardly barely"
)
_NUMBERS = _set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens "
    "half quarter third first second once twice percent"
)
_COMPARED = 250_000
"""Most words compared one by one, old times new; a longer stretch between equal ends is all new."""


class Kind(StrEnum):
    """What kind of change may have given a passage another meaning; the gravest comes first."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    QUOTATION = "quotation marks"
    WORDING = "wording"


class ChangedWords(NamedTuple):
    """The difference between a passage as it was and as it is; all empty when there is none."""

    kinds: tuple[Kind, ...]
    """What kinds of change there are, the gravest first."""
    old: tuple[Span, ...]
    """What is gone, as code points of the old words."""
    new: tuple[Span, ...]
    """What has come, as code points of the new words."""


class _Word(NamedTuple):
    span: Span
    shape: str


@lru_cache(maxsize=256)
def changed_words(old: str, new: str) -> ChangedWords:
    """Compare the words of a passage with those that stand for it now."""
    before, after = _words(old), _words(new)
    gone: list[Span] = []
    come: list[Span] = []
    kinds: set[Kind] = set()
    for i, i_end, j, j_end in _differences(before, after):
        removed, added = before[i:i_end], after[j:j_end]
        kinds |= _kinds([word.shape for word in removed], [word.shape for word in added])
        gone += _joined(removed)
        come += _joined(added)
    return ChangedWords(tuple(kind for kind in Kind if kind in kinds), tuple(gone), tuple(come))


def _words(text: str) -> list[_Word]:
    return [_Word(Span(*match.span()), _shape(match.group())) for match in _WORD.finditer(text)]


def _shape(word: str) -> str:
    """What is compared of a word."""
    whole = _SHAPES.get(word)
    return whole or composed(word).replace("’", "'")


def _differences(old: Sequence[_Word], new: Sequence[_Word]) -> Iterable[tuple[int, int, int, int]]:
    """The stretches in which the words differ: old start and end, new start and end."""
    before, after = [word.shape for word in old], [word.shape for word in new]
    limit = min(len(before), len(after))
    head = next((n for n in range(limit) if before[n] != after[n]), limit)
    limit -= head
    tail = next((n for n in range(limit) if before[-1 - n] != after[-1 - n]), limit)
    before, after = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(before) * len(after) > _COMPARED:
        yield head, head + len(before), head, head + len(after)
        return
    matcher = word_matcher(before, after)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag != "equal":
            yield head + i, head + i_end, head + j, head + j_end


def _joined(words: Sequence[_Word]) -> list[Span]:
    return [Span(words[0].span.start, words[-1].span.end)] if words else []


def _kinds(removed: Sequence[str], added: Sequence[str]) -> set[Kind]:
    every = [*removed, *added]
    folded = [word.casefold() for word in every]
    kinds: set[Kind] = set()
    if any(word in _NEGATIONS or word.endswith("n't") for word in folded):
        kinds.add(Kind.NEGATION)
    if any(
        _is_of_number(word) or fold in _NUMBERS for word, fold in zip(every, folded, strict=True)
    ):
        kinds.add(Kind.NUMBER)
    if any(word in _QUOTES for word in every):
        kinds.add(Kind.QUOTATION)
    if any(word[0].isupper() and len(word) > 1 for word in every):
        kinds.add(Kind.NAME)
    return kinds or {Kind.WORDING}


def _is_of_number(word: str) -> bool:
    return word[0].isdigit() or word == "%" or unicodedata.category(word[0]) == "Sc"
