"""Which words a text with a term must have one of: how an index narrows an exact search."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.search.terms import Term
from tui.search.vocabulary import Vocabulary

# Apostrophes part words here: whether a text joins its words by one depends on its style.
_RUN = re.compile(r"\w+")


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
