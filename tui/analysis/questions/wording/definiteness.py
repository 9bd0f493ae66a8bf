"""Whether a noun phrase still says which of its kind is meant, once its end is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_KNOWN = words("the this that these those its their his her both all every each")
"""Determiners of what a text has brought up, or of all of a kind."""
_TELLS_WHICH = frozenset({"relcl", "acl", "prep"})


def loses_which(noun: Token, name: str, verb: Token) -> bool:
    """Whether a name leaves out what alone tells which are meant.

    "Drivers who drink could be banned" is not about drivers, and "a charge of theft" is no
    charge; of "the drivers who drank" it was told before which they are.

    Args:
        noun: The head of the whole phrase.
        name: What is left of it.
        verb: What is asked of it: a relative clause that holds it is the question itself.
    """
    owned = any(c.tag_ == "PRP$" for c in noun.lefts)
    if owned and name.lower().startswith("the ") and not {"'", "’"} & set(name):
        return True  # "Their fever": nothing has told whose.
    if noun.pos_ != "NOUN" or any(c.lower_ in _KNOWN or c.dep_ == "poss" for c in noun.lefts):
        return False
    said = set(name.lower().split())
    ends = (c for c in noun.rights if c.dep_ in _TELLS_WHICH and verb not in c.subtree)
    return any(c.left_edge.lower_ not in said for c in ends if not _is_aside(c))


def _is_aside(end: Token) -> bool:
    first = end.left_edge
    return first.i > 0 and first.nbor(-1).text in {",", "(", "-", "–"}
