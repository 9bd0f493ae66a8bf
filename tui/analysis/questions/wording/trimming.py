"""Which words of a phrase, or of the end of a clause, a question keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.questions.clauses import SUBJECTS
from tui.analysis.questions.embedded import is_split_off

if TYPE_CHECKING:
    from spacy.tokens import Token

_DROPPED = frozenset({"relcl", "appos", "parataxis", "advcl", "meta", "intj", "preconj"})
_DROPPED_LEAN = _DROPPED | {"acl"}
_PARTED = words("together apart back away")
"""What a verb may need behind its object: "get the act together"."""
_TOLD_BY_CLAUSE = words("way thing one someone somebody something anyone anything those")
"""Nouns that say nothing without the relative clause that tells which."""


def phrase_tokens(head: Token, *, lean: bool, alone: bool = False) -> list[Token]:
    """The tokens of a phrase without relative clauses, appositions and asides.

    Args:
        head: Its head.
        lean: Leave out what a noun can do without, too.
        alone: Leave out what is only joined to it.
    """
    dropped = _DROPPED_LEAN if lean else _DROPPED
    skipped: set[int] = set()
    for token in head.subtree:
        if token == head or token.head.i in skipped:
            if token.head.i in skipped:
                skipped.add(token.i)
            continue
        if token.dep_ == "conj" and any(c.dep_ in SUBJECTS for c in token.lefts):
            skipped.update(t.i for t in token.subtree)
            continue
        if token.tag_ == "POS" and token.head == head:
            skipped.add(token.i)
            continue
        # "The allies, particularly Norland": an example, not the name of what is meant.
        example = any(c.dep_ == "advmod" for c in token.lefts)
        named = token.dep_ == "appos" and token.ent_type_ and not token.like_num and not example
        telling = token.dep_ == "relcl" and token.head.lower_.rstrip("s") in _TOLD_BY_CLAUSE
        loose = token.dep_ in dropped and not named and not telling
        if (
            loose
            or (token.dep_ == "prep" and token.head == head and _after_comma(token))
            or _lacks_its_clause(token)
            or ((lean or alone) and token.i > head.i and token.dep_ in {"conj", "cc"})
            or (
                lean
                and token.dep_ == "prep"
                and token.head == head
                and token.lower_ not in {"of", "for", "to"}
            )
        ):
            skipped.update(t.i for t in token.subtree)
    kept = [t for t in head.subtree if t.i not in skipped]
    while kept and kept[0].dep_ == "advmod" and kept[0].head == head and head.pos_ == "NOUN":
        kept.pop(0)
    while kept and (kept[-1].is_punct or kept[-1].dep_ == "cc"):
        kept.pop()
    return kept


def _lacks_its_clause(token: Token) -> bool:
    """Whether what "without somebody doing it" goes on with was parsed away from it."""
    if token.dep_ != "prep" or token.lower_ != "without":
        return False
    after = token.doc[token.right_edge.i + 1 : token.right_edge.i + 3]
    return any(t.tag_ == "VBG" for t in after)


def _after_comma(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == ","


def clause_end(verb: Token) -> tuple[list[Token], list[Token]]:
    """The complements of a verb, in text order: those it needs, and those it can do without."""
    needed: list[Token] = []
    free: list[Token] = []
    for child in verb.rights:
        if child.dep_ == "cc":
            break
        if is_split_off(child):
            break
        if child.lower_ == "in" and any(c.lower_ == "order" and c.n_rights for c in child.rights):
            continue  # "In order to": the purpose goes with it.
        if child.is_punct or child.dep_ in {
            "cc",
            "conj",
            "parataxis",
            "punct",
            "dep",
            "appos",
            "intj",
        }:
            continue
        if child.dep_ in {
            "dobj",
            "attr",
            "acomp",
            "oprd",
            "prt",
            "xcomp",
            "ccomp",
            "agent",
            "dative",
            "neg",
        } or (child.dep_ == "prep" and not any(c.dep_ == "dobj" for c in needed) and not free):
            needed.append(child)
        elif (
            child.dep_ in {"prep", "npadvmod"}
            or (child.dep_ == "advcl" and any(c.lower_ == "if" for c in child.lefts))
            or (child.dep_ == "advmod" and (child.i == verb.i + 1 or child.lower_ in _PARTED))
        ):
            free.append(child)
    return needed, free
