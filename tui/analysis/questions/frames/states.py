"""Frames of states that last until something is settled: on hold, at risk, on trial, if."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, foreseeing, subjects
from tui.analysis.questions.clauses import (
    complement,
    is_negated,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import is_question
from tui.analysis.questions.frames.frame import Frame, acts, indirect
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


def _standing(token: Token) -> FrameMatch | None:
    """In doubt, on hold, at risk, under threat."""
    noun = complement(token, "pobj")
    if noun is None or token.dep_ != "prep":
        return None
    kind = deciding.STANDING.get(f"{token.lower_} {lemma(noun)}")
    verb = token.head
    if lemma(noun) == "air":
        if verb.lower_ != "up":
            return None
        verb = verb.head  # "Up in the air".
    if kind is None or is_negated(noun) or not is_verbal(verb) or is_negated(verb):
        return None
    if lemma(verb) not in foreseeing.BEING | {"hang", "put", "place", "leave", "stand", "lie"}:
        return None
    subject = shared_subject(verb)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    act = object_of(noun, "of")
    if act is not None and is_verbal(act):
        wording = Wording(Form.EVENT, act, actor=subject, topic=subject)
    else:
        whole = lemma(subject) in {"fate", "future", "outcome", "identity", "status"}
        wording = Wording(Form.TOPIC if whole else Form.FATE, subject, topic=subject)
    return FrameMatch((token, noun), wording, kind=Kind(kind))


def _going_on(token: Token) -> FrameMatch | None:
    """The trial continues; talks are under way."""
    subject = subject_of(token)
    if not is_verbal(token) or token.tag_ == "VBD" or subject is None or is_negated(token):
        return None
    if lemma(subject) not in deciding.DECISION_NOUNS | {"search", "hunt", "case"}:
        return None
    if complement(token, "xcomp", "dobj") is not None:
        return None
    return FrameMatch((token, subject), Wording(Form.RESULT, subject, topic=subject))


def _facing(token: Token) -> FrameMatch | None:
    """Face trial, charges, a vote; appeal against a ruling."""
    if not is_verbal(token) or is_negated(token) or token.tag_ == "VBD":
        return None
    actor = shared_subject(token)
    noun = complement(token, "dobj")
    if lemma(token) == "appeal":
        noun = object_of(token, "against") or noun
    elif noun is None or lemma(noun) not in deciding.FACED_NOUNS:
        return None
    if noun is None or actor is None:
        return None
    return FrameMatch((token, noun), Wording(Form.TOPIC, noun, actor=actor, topic=noun), actor)


def _nobody_found(token: Token) -> FrameMatch | None:
    """No arrests have been made; nobody has claimed responsibility."""
    if lemma(token) == "responsibility":
        verb = token.head
        claim = verb.head if verb.lower_ in {"of", "for"} else None
        if claim is not None and lemma(claim) == "claim" and is_negated(claim):
            deed = object_of(token, "for") or object_of(claim, "for")
            return FrameMatch((claim, token), Wording(Form.BLAME, token, topic=deed), bonus=0.05)
        if lemma(verb) not in {"claim", "admit", "accept"} or not is_negated(verb):
            return None
        deed = object_of(token, "for")
        wording = Wording(Form.BLAME, token, topic=deed)
        return FrameMatch((verb, token), wording, bonus=0.05)
    if not is_negated(token):
        return None
    return FrameMatch((token,), Wording(Form.TOPIC, token, topic=token))


_WHATEVER = frozenset({"regardless", "matter", "no", "irrespective"})


def _whether(token: Token) -> FrameMatch | None:
    """Any whether-clause that nothing settles."""
    clause = token.head
    governor = clause.head
    if governor.dep_ == "prep" and lemma(governor.head) in {"regardless", "irrespective"}:
        governor = governor.head
    if governor.dep_ == "prep" and governor.head.dep_ == "attr" and is_negated(governor.head.head):
        return None  # "It is not a question of whether".
    # "Asked whether", "revealed whether": the answer is told, or was.
    asked = lemma(governor) == "ask" and governor.tag_ == "VBN"
    settled = governor.tag_ == "VBD" or asked or lemma(governor) in _WHATEVER
    bare = clause.tag_ == "VBG" and not any(c.dep_ == "aux" for c in clause.lefts)
    if (
        not is_verbal(clause)
        or settled
        or bare
        or clause.dep_ not in {"ccomp", "pcomp", "xcomp", "csubj"}
    ):
        return None
    actor = subject_of(clause)
    firm = actor is not None and actor.lower_ not in subjects.GENERIC_SUBJECTS
    # "signals about whether", "up to the judge whether": somebody or something in particular.
    bonus = 0.1 if firm and not is_negated(governor) else -0.05
    if actor is not None and actor.lower_ in {"i", "we", "you"}:
        bonus = -0.15
    return indirect(clause, token, bonus=bonus)


def _if(token: Token) -> FrameMatch | None:
    """A condition that hangs on somebody or something in particular, with what follows from it."""
    clause = token.head
    main = clause.head
    if clause.dep_ != "advcl" or not is_verbal(main) or not _is_now(clause):
        return None
    if acts(subject_of(main)) and any(c.lower_ in {"will", "'ll", "wo"} for c in main.lefts):
        return FrameMatch((token,), Wording(Form.EVENT, main), clause=main)
    subject = subject_of(clause)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or main.tag_ == "VBD":
        return None
    if lemma(subject) in subjects.GENERIC_SUBJECTS or is_question(clause):
        return None
    # "If a dog barks": any dog.
    any_of_its_sort = subject.left_edge == subject or subject.left_edge.lower_ in {"a", "an", "any"}
    bonus = -0.25 if any_of_its_sort and not acts(subject) else 0.0
    return FrameMatch(
        (token,), Wording(Form.EVENT, clause, topic=subject), bonus=bonus, clause=main
    )


def _is_now(clause: Token) -> bool:
    """Whether a condition is one of the present: "if he goes", "if nothing is done"."""
    if clause.tag_ in {"VBZ", "VBP", "VB"}:
        return True
    return any(c.lower_ in {"is", "are", "has", "have"} for c in clause.lefts)


_PREPOSITIONS = frozenset(key.split()[0] for key in deciding.STANDING)

FRAMES = (
    Frame(Rule.NOT_SETTLED, Kind.UNDECIDED, 0.56, _PREPOSITIONS, _standing),
    Frame(Rule.STILL_GOING_ON, Kind.UNDECIDED, 0.5, frozenset({"continue"}), _going_on),
    Frame(Rule.FACED, Kind.UNDECIDED, 0.42, frozenset({"face", "appeal"}), _facing),
    Frame(
        Rule.NOBODY_FOUND,
        Kind.UNKNOWN,
        0.55,
        frozenset({"responsibility", "arrest"}),
        _nobody_found,
    ),
    Frame(Rule.WHETHER, Kind.UNKNOWN, 0.46, frozenset({"whether"}), _whether),
    Frame(Rule.DEPENDS_ON_IT, Kind.OUTCOME, 0.4, frozenset({"if"}), _if),
)
