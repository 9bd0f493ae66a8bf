"""How well a record matches a query, and which of its letters to mark.

A record is a handful of fields (its text, its speaker, a note ...). Every typed word must
match a word of some field. Marks are spans of code points in the unfolded fields.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tui.documents.article import Span
from tui.documents.folding import fold, fold_words
from tui.search.vocabulary import Expansion, How, WordMatch

# Added for typed words that stand side by side in the record, as they were typed: it lifts
# a phrase over scattered words, never a typo (0.72 or less) over the word itself.
_PHRASE_BONUS = 0.12
# Added for a field that is nothing but what was typed.
_COVERAGE_BONUS = 0.08
# A field after the first counts a little less, so that between equals the text wins.
_FIELD_COST = 0.02


@dataclass(frozen=True, slots=True)
class RecordMatch:
    """That a record matches, how well, and where."""

    score: float
    """More is better; comparable between records of one query only."""
    marks: tuple[tuple[Span, ...], ...]
    """For each field the letters to mark: in order, none touching another."""


class _Words(NamedTuple):
    """The folded words of a field.

    Three tuples and not one of words: the garbage collector soon leaves tuples of plain
    values alone, where it would stop a key press for 0.1 s to walk all kept words.
    """

    texts: tuple[str, ...]
    """The words in order."""
    starts: tuple[int, ...]
    """Where each begins in the unfolded field."""
    ends: tuple[int, ...]
    """Where each ends."""


_Place = tuple[int, int, WordMatch]
"""A word of a record that a typed word matches: the number of its field, its number among the
field's words, and how it matches. No named one: making these is most of what weighing costs."""


class Weighed:
    """A record that matches, weighed; its marks are worked out when it is shown."""

    __slots__ = ("_best", "_expansions", "_fields", "score")

    def __init__(
        self,
        expansions: Sequence[Expansion],
        fields: Sequence[str],
        words: Sequence[Sequence[str]],
        best: Sequence[Sequence[_Place]],
    ) -> None:
        """Weigh the record; use `weigh`, which makes sure that every word has its places."""
        self._expansions, self._fields, self._best = expansions, fields, best
        self.score = _score(best, words)
        """More is better; comparable between records of one query only."""

    def match(self, fields: Sequence[str] = ()) -> RecordMatch:
        """The score with the letters to mark.

        Args:
            fields: The record's fields, where only their words were weighed.
        """
        fields = fields or self._fields
        marks: list[list[Span]] = [[] for _ in fields]
        for expansion, places in zip(self._expansions, self._best, strict=True):
            for field, number, match in places:
                text = fields[field]
                words = _folded(text)
                # Words that came from an index may be others than those of the text.
                word = words.texts[number] if number < len(words.texts) else ""
                if expansion.match(word) != match:
                    continue
                start = words.starts[number]
                shown = text[start : words.ends[number]]
                for letters in _matched_letters(expansion.typed, word, match.how):
                    first, last = _in_shown(shown, word, letters)
                    end = _after_accents(text, start + last)
                    marks[field].append(Span(start + first, end))
        return RecordMatch(self.score, tuple(tuple(joined(spans)) for spans in marks))


@lru_cache(maxsize=4096)
def _folded(text: str) -> _Words:
    """The folded words of a text, kept while it is being searched."""
    words = list(fold_words(text))
    return _Words(*zip(*words, strict=True)) if words else _Words((), (), ())


def weigh(expansions: Sequence[Expansion], fields: Sequence[str]) -> Weighed | None:
    """Match one record of many, with words expanded once for all of them.

    Args:
        expansions: The typed words with what each may mean.
        fields: The record's fields, the most telling first.

    Returns:
        The match; `None` when a typed word is nowhere in the record.
    """
    return _weighed(expansions, fields, [_folded(field).texts for field in fields])


def weigh_words(expansions: Sequence[Expansion], words: Sequence[Sequence[str]]) -> Weighed | None:
    """The same from the folded words of the fields alone, so that no text is folded again.

    Args:
        expansions: The typed words with what each may mean.
        words: Those of each field, as folding it would give them.

    Returns:
        The match, whose marks want the fields; `None` when a typed word is nowhere.
    """
    return _weighed(expansions, (), words)


def _weighed(
    expansions: Sequence[Expansion], fields: Sequence[str], words: Sequence[Sequence[str]]
) -> Weighed | None:
    best: list[list[_Place]] = []
    for expansion in expansions:
        places = _best_places(expansion, words)
        if not places:
            return None
        best.append(places)
    return Weighed(expansions, fields, words, best)


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The same letters as sorted spans of which none touches another.

    Args:
        spans: In any order; they may overlap.
    """
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _best_places(expansion: Expansion, words: Sequence[Sequence[str]]) -> list[_Place]:
    """Where a typed word matches in the best way it does in this record."""
    typed, known = expansion.typed, expansion.matches
    places: list[_Place] = []
    # These loops are what a key press costs: a field without any match is passed over whole,
    # and a word without one costs no call.
    for field, field_words in enumerate(words):
        if not expansion.is_complete:
            places += [
                (field, number, match)
                for number, word in enumerate(field_words)
                if (word in known or word.startswith(typed)) and (match := expansion.match(word))
            ]
        elif not known.keys().isdisjoint(field_words):
            places += [
                (field, number, known[word])
                for number, word in enumerate(field_words)
                if word in known
            ]
    if len(places) > 1:
        best = min([match.how for _, _, match in places])
        return [place for place in places if place[2].how == best]
    return places


def _score(best: Sequence[Sequence[_Place]], words: Sequence[Sequence[str]]) -> float:
    if not best:
        return 0.0
    total = 0.0
    for places in best:
        total += max([match.score - _FIELD_COST * field for field, _, match in places])
    score = total / len(best)
    if len(best) > 1:
        pairs = sum([_stand_side_by_side(a, b) for a, b in pairwise(best)])
        score += _PHRASE_BONUS * pairs / (len(best) - 1)
    return score + _COVERAGE_BONUS * _coverage(best, words)


def _stand_side_by_side(first: Sequence[_Place], second: Sequence[_Place]) -> bool:
    ends = {(field, number + 1) for field, number, _ in first}
    return not ends.isdisjoint([(field, number) for field, number, _ in second])


def _coverage(best: Sequence[Sequence[_Place]], words: Sequence[Sequence[str]]) -> float:
    """The largest share of a field's words that were typed."""
    matched = {(field, number) for places in best for field, number, _ in places}
    counts = [0] * len(words)
    for field, _ in matched:
        counts[field] += 1
    return max([count / len(words[field]) for field, count in enumerate(counts) if count])


def _matched_letters(typed: str, word: str, how: How) -> list[tuple[int, int]]:
    """The ranges of a folded word's letters that stand for what was typed."""
    if how is How.EXACT or how is How.PREFIX:
        return [(0, len(typed))]
    if how is How.INSIDE:
        at = word.find(typed)
        return [(at, at + len(typed))]
    if how is How.ABBREVIATION:
        return list(_letters_in_order(typed, word))
    from rapidfuzz.distance import Levenshtein

    # Of an unfinished word only the beginning was typed; letters beyond it match by chance.
    part = word[: len(typed) + 1] if how is How.UNFINISHED else word
    steps = Levenshtein.opcodes(typed, part)
    return [(step.dest_start, step.dest_end) for step in steps if step.tag == "equal"]


def _letters_in_order(typed: str, word: str) -> Iterator[tuple[int, int]]:
    at = -1
    for letter in typed:
        at = word.find(letter, at + 1)
        yield at, at + 1


def _in_shown(shown: str, word: str, letters: tuple[int, int]) -> Span:
    """A range of folded letters as a span of the word as it is shown.

    Args:
        shown: The word as it stands in the text.
        word: The same word folded.
        letters: A range of the folded word's letters, not empty.
    """
    start, end = letters
    if shown.isascii() and len(word) == len(shown):
        return Span(start, end)
    origin = [at for at, letter in enumerate(shown) for _ in fold(letter)]
    return Span(origin[start], origin[end - 1] + 1)


def _after_accents(text: str, end: int) -> int:
    """Where a span ends that is to keep its last letter's combining marks."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
