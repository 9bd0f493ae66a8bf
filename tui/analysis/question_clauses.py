"""Where clauses begin and end in a parse, and what is said of their verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness import (
    ANSWERING,
    CLEAR,
    DECIDING,
    FINDING_OUT,
    INQUIRING,
    INSIGHT_NOUNS,
    KNOWING,
    TELLING,
    UNCLEAR,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
WH_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
NEGATORS = words(
    "not n't n’t never no neither nor nobody none nothing without hardly barely little few"
)
_CLAUSE_DEPS = frozenset({"advcl", "acl", "relcl", "pcomp", "ccomp", "csubj", "parataxis"})
_VERBAL = frozenset({"VERB", "AUX"})
_TRIM = frozenset(",;:.—–-()[]\"'“”‘’«»…``''?!")
_BREAKS = words("although though because while whereas after before when as since despite")
_CLIMB = 12
"""Heads climbed at most: deeper trees are misparses."""


def is_verbal(token: Token) -> bool:
    """Whether a token heads a clause or could."""
    return token.pos_ in _VERBAL


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject; a dummy "it" or "there" included."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def shared_subject(verb: Token) -> Token | None:
    """The verb's subject, its own or one it shares with the verbs above it."""
    for _ in range(_CLIMB):
        subject = subject_of(verb)
        if subject is not None:
            is_relative = verb.dep_ == "relcl" and (
                subject.tag_ in WH_TAGS or subject.lower_ == "that"
            )
            return verb.head if is_relative else subject
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None
        if verb.dep_ not in {"xcomp", "conj", "advcl", "acomp", "attr", "oprd"}:
            return None
        if verb.dep_ == "xcomp":
            # "urged him to go": the object of the upper verb acts.
            patient = next((c for c in verb.head.children if c.dep_ == "dobj"), None)
            if patient is not None and patient.i < verb.i:
                return patient
        verb = verb.head
    return None


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb in text order, without the "to" of an infinitive."""
    return [c for c in verb.lefts if c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO"]


def negator(token: Token) -> Token | None:
    """The word that denies a verb, adjective or noun where it stands; `None` if none does."""
    for child in token.children:
        if child.dep_ == "neg" or (child.lower_ in NEGATORS and child.dep_ in {"det", "advmod"}):
            return child
        if child.dep_ in SUBJECTS:
            if child.lower_ in {"nobody", "none", "nothing", "neither", "little", "few"}:
                return child
            for determiner in child.children:
                if determiner.lower_ in {"no", "neither"} and determiner.dep_ == "det":
                    return determiner
        if child.dep_ == "amod" and child.lower_ in {"little", "few"}:
            return child
        much = child.dep_ == "amod" and child.lower_ == "much" and token.head != token
        if much and is_negated(token.head):
            return negator(token.head)
    return None


def is_negated(token: Token) -> bool:
    """Whether a verb, adjective or noun is denied where it stands."""
    return negator(token) is not None


def governor_negator(token: Token) -> Token | None:
    """The word that denies the token or the verb it completes ("is not ready to say")."""
    for _ in range(3):
        denied = negator(token)
        if denied is not None:
            return denied
        if token.dep_ not in {"xcomp", "acomp", "attr", "dobj", "oprd", "pobj", "prep", "advmod"}:
            return None
        token = token.head
    return negator(token)


def governor_negated(token: Token) -> bool:
    """Whether the token or the verb it completes is denied."""
    return governor_negator(token) is not None


def clause_head(token: Token) -> Token:
    """The verb of the smallest clause around a token that can stand alone.

    A participle or absolute clause ("prompting fears", "with diplomats struggling") counts.
    """
    for _ in range(_CLIMB):
        if is_verbal(token):
            if token.dep_ == "ROOT" or token.dep_ in _CLAUSE_DEPS:
                return token
            if token.dep_ == "conj" and is_verbal(token.head):
                return token
        if token.dep_ == "ROOT":
            return token
        token = token.head
    return token


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
    for child in verb.lefts:
        if child.dep_ in {"csubj", "csubjpass"} and (_has_wh(child) or is_question(child)):
            return child
        if child.dep_ in {"ccomp", "advcl"} and is_question(child) and subject_of(verb) is None:
            return child
    return None


def _has_wh(clause: Token) -> bool:
    opening = clause.doc[clause.left_edge.i]
    return opening.tag_ in WH_TAGS and opening.lower_ != "that"


_ASKING = (KNOWING | FINDING_OUT | TELLING | INQUIRING | DECIDING) - ANSWERING


def _asks(governor: Token, clause: Token) -> bool:
    """Whether a word takes "when", "where" and "if" for a question, not for a circumstance."""
    if clause.i < governor.i or subject_of(clause) is None:
        return False
    if governor.lemma_.lower() in _ASKING | UNCLEAR | CLEAR:
        return True
    return any(
        c.dep_ in {"acomp", "attr", "oprd"} and c.lemma_.lower() in UNCLEAR | CLEAR | {"open"}
        for c in governor.rights
    )


def is_question(clause: Token) -> bool:
    """Whether a clause begins with whether, "if" in its place, or a wh-word."""
    opening = clause.doc[clause.left_edge.i]
    if opening.lower_ in {"just", "exactly", "precisely"} and opening.i + 1 < clause.i:
        opening = opening.nbor()
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


def complement(head: Token, *deps: str) -> Token | None:
    """The first complement of a word to its right with one of the labels."""
    return next((c for c in head.rights if c.dep_ in deps), None)


def has_object_gap(verb: Token) -> bool:
    """Whether a relative clause lacks its object: "the note that he left"."""
    if verb.dep_ != "relcl":
        return False
    subject = subject_of(verb)
    is_relative = subject is None or subject.tag_ in WH_TAGS or subject.lower_ == "that"
    # "Doubts that he is serious" lacks nothing.
    return not is_relative and complement(verb, "dobj", "acomp", "attr") is None


def object_of(head: Token, *prepositions: str) -> Token | None:
    """The noun a word governs through one of the prepositions."""
    for child in head.rights:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            found = complement(child, "pobj", "pcomp")
            if found is not None:
                return found
    return None


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


def evidence_range(doc: Doc, head: Token, kept: list[Token]) -> tuple[int, int]:
    """The half-open token range of a clause, without what is only joined to it."""
    first, last = head.left_edge.i, head.right_edge.i
    low, high = min(t.i for t in kept), max(t.i for t in kept)
    for token in doc[first : last + 1]:
        if token.dep_ == "cc" and token.i > high and is_verbal(token.head):
            last = min(last, token.left_edge.i - 1)
        if not _is_loose(token, head):
            continue
        left, right = token.left_edge.i, token.right_edge.i
        if left > high:
            last = min(last, left - 1)
        elif right < low and left <= first:
            first = max(first, right + 1)
    sentence = head.sent
    first, last = max(first, sentence.start), min(last, sentence.end - 1)
    while first < last and (_is_edge(doc[first])):
        first += 1
    while last > first and (_is_edge(doc[last])):
        last -= 1
    return first, last + 1


def _is_edge(token: Token) -> bool:
    return token.text in _TRIM or token.is_space or token.dep_ == "cc"


def _is_loose(token: Token, head: Token) -> bool:
    """Whether a token heads a part that the clause can do without."""
    if token.head != head:
        return token.dep_ == "advcl" and token.i > head.i and _after_comma(token)
    if token.dep_ == "conj":
        return is_verbal(token)
    if token.dep_ in {"advcl", "parataxis"}:
        return _after_comma(token) or any(
            c.dep_ == "mark" and c.lower_ in _BREAKS for c in token.lefts
        )
    if token.dep_ == "ccomp":
        return token.i < head.i
    return token.dep_ in {"cc", "punct"} and token.i < head.i and token.i == head.left_edge.i


def _after_comma(token: Token) -> bool:
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text in {",", "—", "–", ";"}
