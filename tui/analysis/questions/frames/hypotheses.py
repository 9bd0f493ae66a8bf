"""Frames of what those who look into a matter take to be so, and of what anybody may guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import knowing, subjects
from tui.analysis.questions.clauses import (
    complement,
    governor_negated,
    is_infinitive,
    is_negated,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import content_clause, opened_question
from tui.analysis.questions.frames.frame import Frame, acts, indirect
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUSPICIOUS = frozenset({"suspicious", "murder", "homicide", "arson", "unexplained"})


def _believed(token: Token) -> FrameMatch | None:
    """Detectives believe that the gunman acted alone."""
    if not is_verbal(token) or is_negated(token):
        return None
    clause, holder = content_clause(token), shared_subject(token)
    if clause is None or holder is None or lemma(holder) not in subjects.INVESTIGATORS:
        return None
    if any(c.lower_ in {"should", "must", "will", "would"} for c in clause.lefts):
        return None
    return FrameMatch((token,), Wording(Form.FACT, clause), holder)


def _treated_as(token: Token) -> FrameMatch | None:
    """Police are treating the death as suspicious."""
    link = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "as"), None)
    if link is None or not any(lemma(t) in _SUSPICIOUS for t in link.subtree):
        return None
    case = complement(token, "dobj") or subject_of(token)
    if case is None or case.pos_ != "NOUN":
        return None
    return FrameMatch((token, link), Wording(Form.KNOWN, case, topic=case), shared_subject(token))


def _looking_into(token: Token) -> FrameMatch | None:
    """Is looking into claims that the firm lied."""
    matter = object_of(token, "into")
    holder = shared_subject(token)
    if matter is None or is_verbal(matter) or matter.pos_ == "PRON" or not acts(holder):
        return None
    if token.tag_ not in {"VBG", "VBZ", "VBP", "VB"} or is_negated(token):
        return None
    if holder is None or holder.ent_type_ == "PERSON":
        return None  # "Looking into the distance".
    content = content_clause(matter)
    if content is not None:
        return FrameMatch((token, matter), Wording(Form.FACT, content, topic=matter), holder)
    return FrameMatch((token, matter), Wording(Form.KNOWN, matter, topic=matter), holder)


def _anyones_guess(token: Token) -> FrameMatch | None:
    """It is anyone's guess who will win; how it began is a matter of dispute."""
    verb = token.head
    if token.lower_ == "guess":
        if not any(c.lower_ in {"anyone", "anybody"} for c in token.lefts):
            return None
    else:
        matter = token.head.head if token.dep_ == "pobj" else None
        if matter is None or matter.lower_ != "matter":
            return None
        verb = matter.head
    if not is_verbal(verb) or is_negated(verb):
        return None
    clause = opened_question(verb, token)
    if clause is not None and clause != verb:
        return indirect(clause, token)
    subject = subject_of(verb)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    return FrameMatch((token,), Wording(Form.TOPIC, subject, topic=subject))


def _not_convinced(token: Token) -> FrameMatch | None:
    """Not everyone is convinced that the plan will work."""
    verb = token if is_verbal(token) and token.dep_ != "acomp" else token.head
    subject = subject_of(verb)
    clause = content_clause(token) or content_clause(verb)
    if subject is None or clause is None or not any(c.dep_ == "neg" for c in subject.lefts):
        return None
    return FrameMatch((token,), Wording(Form.FACT, clause), subject)


def _hard_to_predict(token: Token) -> FrameMatch | None:
    """The next move of the regime is hard to predict."""
    act = complement(token, "xcomp")
    verb = token.head
    if act is None or not is_infinitive(act) or token.dep_ != "acomp" or governor_negated(token):
        return None
    if lemma(act) not in {"predict", "foresee", "gauge", "read", "fathom", "discern", "guess"}:
        return None
    subject = subject_of(verb)
    if subject is None or subject.pos_ != "NOUN" or complement(act, "dobj", "ccomp") is not None:
        return None
    return FrameMatch((token, act), Wording(Form.TOPIC, subject, topic=subject))


def _cannot_explain(token: Token) -> FrameMatch | None:
    """Officials are unable, or at a loss, to explain the outage."""
    governor = token.head
    event = complement(token, "dobj")
    if token.dep_ not in {"xcomp", "advcl"} or event is None or event.pos_ != "NOUN":
        return None
    loss = object_of(governor, "at")
    at_a_loss = loss is not None and loss.lower_ == "loss"
    if not at_a_loss and lemma(governor) not in {"unable", "struggle", "fail"}:
        return None
    if any(c.dep_ == "poss" for c in event.lefts):
        return None
    holder = shared_subject(governor)
    return FrameMatch((governor, token), Wording(Form.REASON, event, topic=event), holder)


_GUESSING = frozenset({"guess", "dispute", "debate", "speculation", "conjecture"})

FRAMES = (
    Frame(Rule.BELIEVED, Kind.UNKNOWN, 0.5, frozenset({"believe", "think"}), _believed),
    Frame(Rule.SUSPICIOUS, Kind.UNKNOWN, 0.55, frozenset({"treat"}), _treated_as),
    Frame(Rule.BEING_LOOKED_INTO, Kind.UNKNOWN, 0.5, frozenset({"look"}), _looking_into),
    Frame(Rule.ANYONES_GUESS, Kind.UNKNOWN, 0.62, _GUESSING, _anyones_guess),
    Frame(
        Rule.NOT_CONVINCED,
        Kind.INTENTION,
        0.55,
        frozenset({"convinced", "convince"}),
        _not_convinced,
    ),
    Frame(
        Rule.HARD_TO_PREDICT,
        Kind.UNKNOWN,
        0.56,
        knowing.INCAPABLE & {"hard", "difficult", "impossible"},
        _hard_to_predict,
    ),
    Frame(Rule.NOT_EXPLAINED, Kind.UNKNOWN, 0.6, frozenset({"explain"}), _cannot_explain),
)
