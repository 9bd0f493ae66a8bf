"""Clauses that complete a word: embedded questions, and statements with "that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness.deciding import DECIDING
from tui.analysis.lexicons.openness.knowing import (
    CLEAR,
    FINDING_OUT,
    INQUIRING,
    INSIGHT_NOUNS,
    KNOWING,
    UNCLEAR,
)
from tui.analysis.lexicons.openness.withheld import ANSWERING, TELLING
from tui.analysis.questions.clauses import WH_TAGS, auxiliaries, is_verbal, lemma, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def embedded_question(head: Token) -> Token | None:
    """The verb of a wh- or whether-clause that completes a word, straight or by a preposition."""
    for child in head.rights:
        if child.dep_ in {"ccomp", "xcomp", "pcomp", "advcl", "acl", "relcl"} and is_question(
            child
        ):
            return child
        if child.dep_ in {"prep", "agent"}:
            found = embedded_question(child)
            if found is not None:
                return found
    return None


def opened_question(*heads: Token) -> Token | None:
    """A question that completes one of some words, wherever it stands.

    After them ("it is not known who"), before them ("who did it is not known") or hung on the
    dummy subject ("it was never established who").
    """
    for head in heads:
        found = embedded_question(head) or _fronted_question(head)
        if found is not None:
            return found
        dummy = subject_of(head)
        if dummy is not None and dummy.lower_ == "it":
            found = next((c for c in dummy.rights if _has_wh(c) and is_verbal(c)), None)
            if found is not None:
                return found
    return None


def _fronted_question(verb: Token) -> Token | None:
    if is_split_off(verb):
        return verb.head
    for child in verb.lefts:
        if child.dep_ in {"csubj", "csubjpass"} and (_has_wh(child) or is_question(child)):
            return child
        if child.dep_ in {"ccomp", "advcl"} and is_question(child) and subject_of(verb) is None:
            return child
    return None


def is_split_off(verb: Token) -> bool:
    """Whether a question before the main verb has taken it for its complement.

    "How many minutes he will play has yet to be decided": parsed as if he played that it has.
    """
    if verb.dep_ != "ccomp" or verb.i < verb.head.i or subject_of(verb) is not None:
        return False
    finite = verb.tag_ in {"VBZ", "VBP", "VBD"} or bool(auxiliaries(verb))
    return finite and is_question(verb.head)


def _has_wh(clause: Token) -> bool:
    opening = clause.doc[clause.left_edge.i]
    return opening.tag_ in WH_TAGS and opening.lower_ != "that"


_ASKING = (KNOWING | FINDING_OUT | TELLING | INQUIRING | DECIDING) - ANSWERING


def _asks(governor: Token, clause: Token) -> bool:
    """Whether a word takes "when", "where" and "if" for a question, not for a circumstance."""
    if clause.i < governor.i or subject_of(clause) is None:
        return False
    between = [c for c in governor.rights if c.i < clause.i]
    if any(c.dep_ in {"ccomp", "xcomp"} for c in between):
        return False  # "Cannot see herself running if he wins".
    if lemma(governor) not in {"tell", "ask"} and any(c.dep_ == "dobj" for c in between):
        return False  # "Cannot name a year when it rained".
    if lemma(governor) in _ASKING | UNCLEAR | CLEAR:
        return True
    return any(
        c.dep_ in {"acomp", "attr", "oprd"} and lemma(c) in UNCLEAR | CLEAR | {"open"}
        for c in governor.rights
    )


def clause_opening(clause: Token) -> Token:
    """The first word of a clause that is neither a conjunction nor a stress on the next one."""
    opening = clause.doc[clause.left_edge.i]
    while opening.i + 1 < clause.i and (
        opening.dep_ == "cc" or opening.lower_ in {"just", "exactly", "precisely"}
    ):
        opening = opening.nbor()
    return opening


def is_joined_question(clause: Token) -> bool:
    """Whether a clause is a further question: "said who called, whether she left and when".

    Without a conjunction the parser hangs it on the question before it.
    """
    if clause.dep_ not in {"conj", "advcl"} or not is_verbal(clause):
        return False
    opening = clause_opening(clause)
    if clause.dep_ == "advcl":
        return opening.lower_ == "whether" and opening.i > clause.head.i
    return opening.lower_ == "whether" or (opening.tag_ in WH_TAGS and opening.lower_ != "that")


def is_question(clause: Token) -> bool:
    """Whether a clause begins with whether, "if" in its place, or a wh-word."""
    opening = clause_opening(clause)
    if opening.dep_ == "prep" and opening.i + 1 < clause.i:
        opening = opening.nbor()
    if opening.lower_ == "whether":
        return True
    if opening.lower_ == "if":
        return clause.dep_ == "ccomp" or _asks(clause.head, clause)
    if clause.dep_ == "relcl":
        # "no hint of whom she will back": the preposition is the noun's, not the clause's.
        of_noun = clause.left_edge.dep_ == "prep" and clause.left_edge.lower_ in {"of", "about"}
        return of_noun and opening.tag_ in WH_TAGS and clause.head.lemma_ in INSIGHT_NOUNS
    if opening.lower_ in {"when", "where"} and clause.dep_ == "advcl":
        return _asks(clause.head, clause)
    return opening.tag_ in WH_TAGS and opening.lower_ != "that"


def content_clause(head: Token) -> Token | None:
    """The finite clause that completes a verb, adjective or noun ("fears that it is")."""
    for child in head.rights:
        if child.dep_ in {"ccomp", "acl", "relcl"} and is_verbal(child) and not is_question(child):
            marked = any(
                c.lower_ == "that" and (c.dep_ == "mark" or c.tag_ == "IN") for c in child.lefts
            )
            finite = child.tag_ != "VBG" or bool(auxiliaries(child))
            if child.dep_ == "ccomp" or (marked and finite):
                return child
    return None
