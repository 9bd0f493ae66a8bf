"""Which words of a phrase, or of the end of a clause, a question keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_DROPPED = frozenset({"relcl", "appos", "parataxis", "advcl", "meta", "intj", "preconj"})
_DROPPED_LEAN = _DROPPED | {"acl"}


def phrase_tokens(head: Token, *, lean: bool) -> list[Token]:
    """The tokens of a phrase without relative clauses, appositions and asides."""
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
        named = token.dep_ == "appos" and token.ent_type_ and not token.like_num
        loose = token.dep_ in dropped and not named
        if (
            loose
            or (token.dep_ == "prep" and token.head == head and _after_comma(token))
            or (lean and token.i > head.i and token.dep_ in {"conj", "cc"})
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


def _after_comma(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == ","


def clause_end(verb: Token) -> tuple[list[Token], list[Token]]:
    """The complements of a verb, in text order: those it needs, and those it can do without."""
    needed: list[Token] = []
    free: list[Token] = []
    for child in verb.rights:
        if child.dep_ == "cc":
            break
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
            or (child.dep_ == "advmod" and child.i == verb.i + 1)
        ):
            free.append(child)
    return needed, free
