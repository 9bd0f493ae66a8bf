"""Which sources a text leaves without a name on purpose or for want of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.reporting import DOCUMENT_NOUNS, INSTITUTION_NOUNS
from tui.analysis.quotes.source_spans import Source

if TYPE_CHECKING:
    from spacy.tokens import Doc

INDEFINITE = words(
    """
    a an one some several many most few two three four five six seven eight nine ten dozens
    hundreds thousands both other others another various certain numerous unnamed more
    at least
    """
)
"""Words that open a phrase for somebody not named."""
_DEFINITE = words("the this that these those each every all")


def is_anonymous(doc: Doc, source: Source) -> bool:
    """Whether a phrase without a name is an indefinite one for people.

    "a person familiar with the matter", "Western officials", "sources" are; "the
    spokesman" points at someone the text has introduced, "a study" is no person.
    """
    head = doc[source.head]
    lemma = head.lemma_.lower()
    if head.lower_ in {"some", "others", "many", "several", "one", "someone", "somebody"}:
        return True
    if (
        head.pos_ != "NOUN"
        or (head.is_title and head.i > source.first)
        or lemma in DOCUMENT_NOUNS
        or lemma in INSTITUTION_NOUNS
    ):
        return False
    openers = {t.lower_ for t in head.lefts if t.dep_ in {"det", "nummod", "amod", "poss"}}
    if any(t.dep_ == "poss" for t in head.lefts) or openers & _DEFINITE:
        return False
    if openers & INDEFINITE or doc[source.first].lower_ in INDEFINITE:
        return True
    return head.tag_ == "NNS" or lemma in {"source"}
