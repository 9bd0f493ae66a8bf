"""How a word of the text is written within a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.results import Entity, EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKING = words("i me my mine we us our ours you your yours myself ourselves")
_THIRD = words("he him she her it they them this that these those himself herself")
REFLEXIVE = words("himself herself itself themselves")
POSSESSIVES = words("his her its their")
MEANT = SPEAKING | _THIRD | POSSESSIVES
_DEICTICS = words("this that these those")
MARKS = frozenset("\"'“”‘’«»`()[]") | {"``", "''", "--", "…", "—", "–"}
WITH_ARTICLE = frozenset({"US", "UK", "EU", "UN", "UAE", "U.S.", "U.K.", "U.N.", "court"}) | {
    "United States",
    "United Nations",
    "United Kingdom",
    "European Union",
    "White House",
    "FBI",
    "CIA",
}
"""What headlines and "to court" leave the article out of."""
_COUNTS = frozenset({"", "CARDINAL", "ORDINAL", "QUANTITY"})


def is_pronoun(token: Token) -> bool:
    """Whether a word stands for something else, and is no part of a name ("This Morning")."""
    if token.lower_ not in MEANT or token.pos_ != "PRON" or token.dep_ == "det":
        return False
    if token.lower_ == "that" and token.tag_ != "DT":
        return False  # A relative clause.
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return not (token.text.istitle() and after.text.istitle() and token.lower_ in _DEICTICS)


def lacks_article(token: Token) -> bool:
    """Whether an object stands without the article that a question gives it."""
    is_object = token.dep_ in {"dobj", "pobj", "dative"}
    return token.text in WITH_ARTICLE and is_object and token.n_lefts == 0


def spelled(token: Token, entity: Entity | None, *, is_title: bool = False) -> str:
    """A word as a question writes it: "the" for what points, small unless it is a name.

    Args:
        token: The word.
        entity: What it names.
        is_title: Whether the text writes it with a capital inside a sentence, too.
    """
    points = token.dep_ == "det" and token.lower_ in _DEICTICS
    if token.lower_ == "the" or (points and token.head.ent_type_ not in {"DATE", "TIME"}):
        return "the"
    is_named = entity is not None and entity.type is not EntityType.NUMBER
    is_lone_number = token.pos_ == "NUM" and token.text.isalpha()
    return str(token.text) if (is_named or is_title) and not is_lone_number else _uncapped(token)


def _uncapped(token: Token) -> str:
    """A token without the capital it has from beginning a sentence."""
    text = str(token.text)
    if token.pos_ == "NUM" and text.isalpha():
        return text.lower()
    begins = token.i == _first_word(token) and token.ent_type_ in _COUNTS
    if (token.dep_ == "det" or begins) and token.pos_ != "PROPN" and text.istitle():
        return text.lower()
    return text


def _first_word(token: Token) -> int:
    """The number of the first token of a sentence that is not a mark."""
    return next((t.i for t in token.sent if t.is_alpha), token.i)


def is_glued(token: Token) -> bool:
    """Whether a token is written onto the one before it."""
    before = token.nbor(-1) if token.i else None
    if before is None or before.whitespace_ or before.is_space:
        return False
    return before.text not in MARKS
