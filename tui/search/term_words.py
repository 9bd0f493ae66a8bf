"""Which words and letters a text with a term must have: how an index narrows an exact search."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from tui.search.terms import Term
from tui.search.vocabulary import Vocabulary

# Apostrophes part words here: whether a text joins its words by one depends on its style.
_RUN = re.compile(r"\w+")
_ONLY_WORDS = re.compile(r"\w+(?: \w+)*")


def letters_of(term: Term) -> str:
    """The most of a term that the folded words of a text show; empty when it has no letters.

    Args:
        term: A term that is looked for as it stands.
    """
    bare = term.text.strip()
    return bare if _ONLY_WORDS.fullmatch(bare) else max(_RUN.findall(bare), key=len, default="")


def is_only_words(term: Term) -> bool:
    """Whether `letters_of` is all of it, so that it stands where these letters stand."""
    return _ONLY_WORDS.fullmatch(term.text) is not None


def words_with(term: Term, vocabulary: Vocabulary) -> Sequence[str] | None:
    """The words of which a text has one if the term stands in it.

    Args:
        term: A term that is looked for as it stands.
        vocabulary: All words of all texts.

    Returns:
        The words; `None` when the term has no letters.
    """
    longest = max(_RUN.findall(term.text), key=len, default="")
    return list(vocabulary.containing(longest)) if longest else None


def parts_with(
    term: Term, vocabulary: Vocabulary, most: int
) -> Iterator[tuple[Sequence[str], bool]]:
    """For parts of a term the words of which a text has one if the term stands in it.

    Args:
        term: A term that is looked for as it stands.
        vocabulary: All words of all texts.
        most: Parts that more words have say nothing.

    Returns:
        The words of each part, and whether one must be the first of its field.
    """
    parts = letters_of(term).split(" ")
    is_whole = is_only_words(term)
    for number, part in enumerate(parts if parts != [""] else ()):
        is_first, is_last = number == 0, number == len(parts) - 1
        begins = is_whole and (not is_first or term.at_start)
        ends = is_whole and (not is_last or term.at_end)
        words = list(islice(_fitting(part, vocabulary, begins=begins, ends=ends), most + 1))
        if len(words) <= most:
            yield words, is_whole and is_first and term.at_start


def _fitting(part: str, vocabulary: Vocabulary, *, begins: bool, ends: bool) -> Iterator[str]:
    if begins and ends:
        return iter([part] if vocabulary.has(part) else [])
    if begins:
        return iter(vocabulary.beginning(part))
    return (word for word in vocabulary.containing(part) if not ends or word.endswith(part))
