"""Which word of a text was meant by one that stands nowhere in it."""

from __future__ import annotations

import re

from tui.documents.folding import fold_words
from tui.search.vocabulary import How, Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SLIPS = (How.TYPO, How.UNFINISHED)


def meant_word(pattern: str, text: str) -> str:
    """The likeliest word that was mistyped, as it stands in the text; empty without one.

    Reads the whole text: some tenths of a second in a long book.

    Args:
        pattern: What stands nowhere in the text.
        text: The text.
    """
    shown: set[str] = set(_WORD.findall(text))
    spelled = {word.text: each for each in shown for word in fold_words(each)}
    vocabulary = Vocabulary(spelled)
    for word in fold_words(pattern):
        meant = vocabulary.expand(word.text, 1).matches
        if any(match.how in _SLIPS for match in meant.values()):
            return spelled[next(iter(meant))]
    return ""
