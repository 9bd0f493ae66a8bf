"""The words that tell what a passage is about, as stems that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness.subjects import CONTENTLESS
from tui.analysis.questions.clauses import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = re.compile(r"(?:ation|[dts]?ion|ment|[ae]nce|ing|ate|ure|al|er|or|e)s?$")
_LAST = re.compile(r"[dt]$")
_SHORTEST_STEM = 4


def content_words_of(tokens: Iterable[Token]) -> frozenset[str]:
    """The lemmas of the nouns, verbs and adjectives among some tokens."""
    return frozenset(
        word
        for token in tokens
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}
        and (word := stem(lemma(token))) not in CONTENTLESS
    )


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without the suffix that makes a noun of a verb: "invasion" and "invade" -> "inva".

    Words that it makes too short to tell apart stay whole.
    """
    short = _LAST.sub("", _NOMINAL.sub("", word))
    return short if len(short) >= _SHORTEST_STEM else word
