"""Labels for jumping: one or two letters for each place, none the beginning of another.

Words are too many for a label each: of them the reader types the first letters, and what
begins so gets labels of one key, none of them a letter that could be typed next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tui.documents.article import Span
from tui.documents.folding import fold
from tui.documents.pattern import pattern

if TYPE_CHECKING:
    from tui.page.line_map import LineMap

Target = TypeVar("Target", bound=Any)

HOME_ROW = "fjdkslagh"
"""The letters under the resting fingers, the strongest fingers first."""
_NEXT = ("rueiwotyvncmpqxbz", "1234567890")
"""Keys that are taken only where two of those before are not enough for every place."""
CELLS_APART = 2
"""The cells of the longest label: a place closer behind another one gets none."""

_WORD = pattern(r"[^\s—–/…]+")
_AROUND_WORDS = "\"'“”‘’„‚«»‹›()[]{}<>.,;:!?¿¡*_`~|•·"


def words_between(text: str, start: int, end: int) -> Iterator[Span]:
    """The words of a stretch of text, without the signs around them."""
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        first = match.start() + len(word) - len(word.lstrip(_AROUND_WORDS))
        after = match.end() - len(word) + len(word.rstrip(_AROUND_WORDS))
        if first < after:
            yield Span(first, after)


class TypedWord(NamedTuple):
    """A word that begins with what was typed."""

    span: Span
    """The word."""
    typed_end: int
    """The first code point behind the typed letters."""
    following: str
    """The letter that would be typed next, folded; empty at the end of the word."""


def words_beginning(text: str, words: Iterable[Span], typed: str) -> list[TypedWord]:
    """The words that begin with some letters, whatever their case and accents."""
    wanted = fold(typed)
    found: list[TypedWord] = []
    for word in words if wanted else ():
        folded = fold(text[slice(*word)])
        if folded.startswith(wanted):
            end = _behind(text, word, len(wanted))
            found.append(TypedWord(word, end, folded[len(wanted) : len(wanted) + 1]))
    return found


def _behind(text: str, word: Span, count: int) -> int:
    """Where the first letters of a word end, with accents and apostrophes behind them."""
    end = word.start
    while end < word.end and len(fold(text[word.start : end + 1])) <= count:
        end += 1
    return end


def word_labels(following: Iterable[str]) -> str:
    """Keys for labels of words, none of them a letter with which one of the words goes on.

    Args:
        following: The letters that would be typed next, folded.
    """
    taken = set(following)
    keys = HOME_ROW + "".join(_NEXT)
    return "".join(key for key in keys + keys[: -len(_NEXT[-1])].upper() if fold(key) not in taken)


def label_names(count: int) -> tuple[str, ...]:
    """So many labels, the shortest first: as many of one letter as there can be.

    A set of k keys gives k - p labels of one letter when p of them begin the longer ones, and
    k p of two. There are at most 1,296, the pairs of all keys; places beyond get none.
    """
    keys = HOME_ROW
    for more in _NEXT:
        if count <= len(keys) ** 2:
            break
        keys += more
    count = min(count, len(keys) ** 2)
    beginning = max(0, -(-(count - len(keys)) // (len(keys) - 1)))
    alone = len(keys) - beginning
    pairs = (first + second for first in keys[alone:] for second in keys)
    return (*keys[:alone], *pairs)[:count]


def apart(
    lines: LineMap, targets: Iterable[Target], offset_of: Callable[[Target], int]
) -> list[Target]:
    """The targets in text order, without those whose label another one would cover.

    Args:
        lines: The text as it is wrapped.
        targets: What is to be labelled; sorts in text order.
        offset_of: Where the label of a target stands.
    """
    kept: list[Target] = []
    free_row, free_column = -1, 0
    for target in sorted(targets):
        row, column = lines.row_of(offset_of(target)), lines.column_of(offset_of(target))
        if row > free_row or column >= free_column:
            kept.append(target)
            free_row, free_column = row, column + CELLS_APART
    return kept
