"""Frames of waiting: a decision is due, put off, stalled or needs the assent of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, knowing
from tui.analysis.questions.clauses import (
    complement,
    is_negated,
    is_passive,
    is_verbal,
    lemma,
    object_of,
    passive_subject,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import embedded_question
from tui.analysis.questions.frames.frame import Frame, acts, indirect
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


def _pending(token: Token) -> FrameMatch | None:
    """Await a ruling; a pending appeal."""
    if lemma(token) == "pend" or token.lower_ == "pending":
        noun = token.head if token.dep_ == "amod" else complement(token, "pobj", "dobj")
        if noun is None and token.dep_ in {"acomp", "ROOT", "ccomp", "attr", "oprd"}:
            noun = subject_of(token) or subject_of(token.head)
    else:
        noun = complement(token, "dobj") or object_of(token, "for")
    awaited = deciding.DECISION_NOUNS | knowing.INSIGHT_NOUNS | deciding.ASSENT_NOUNS
    if noun is None or lemma(noun) not in awaited:
        return None
    clause = embedded_question(noun)
    if clause is not None:
        return indirect(clause, token, noun, holder=shared_subject(token))
    if lemma(noun) in deciding.ASSENT_NOUNS:
        return _needed_assent(token, noun)
    form = Form.RESULT if lemma(noun) in deciding.PROCEEDINGS else Form.TOPIC
    return FrameMatch((token, noun), Wording(form, noun, topic=noun), None)


def _needed_assent(token: Token, noun: Token) -> FrameMatch:
    """A plan waits for, or needs, the approval of somebody."""
    giver = object_of(noun, "of", "from", "by") or object_of(token, "from")
    plan = shared_subject(token)
    if giver is None or plan is None or not acts(giver):
        return FrameMatch((token, noun), Wording(Form.TOPIC, noun, topic=plan or noun))
    if acts(plan):
        return FrameMatch((token, noun), Wording(Form.TOPIC, noun, topic=noun), giver)
    return FrameMatch((token, noun), Wording(Form.APPROVAL, plan, actor=giver, topic=plan), giver)


def _needing(token: Token) -> FrameMatch | None:
    """Needs the approval of the upper house; is subject to ratification."""
    noun = complement(token, "dobj") if is_verbal(token) else object_of(token, "to", "on", "upon")
    if is_negated(token) or noun is None or lemma(noun) not in deciding.ASSENT_NOUNS:
        return None
    if is_verbal(token) and not (acts(object_of(noun, "of", "from", "by"))):
        return None
    return _needed_assent(token, noun)


def _must_be_approved(token: Token) -> FrameMatch | None:
    """The plan must still be approved by parliament; the deal has to be ratified."""
    plan = passive_subject(token) or shared_subject(token)
    must = any(c.lower_ in {"must", "needs"} for c in token.lefts)
    must = must or (token.dep_ == "xcomp" and lemma(token.head) in {"have", "need"})
    if not is_passive(token) or not must or plan is None or is_negated(token.head):
        return None
    if plan.pos_ not in {"NOUN", "PROPN"} or acts(plan):
        return None
    giver = object_of(token, "by")
    if giver is not None and acts(giver):
        return FrameMatch((token,), Wording(Form.APPROVAL, plan, actor=giver, topic=plan), giver)
    return FrameMatch((token,), Wording(Form.EVENT, token, actor=plan, topic=plan), bonus=-0.08)


def _due(token: Token) -> FrameMatch | None:
    """A decision that is due or expected."""
    noun = subject_of(token) if is_verbal(token) else subject_of(token.head)
    if noun is None or lemma(noun) not in {
        "decision",
        "ruling",
        "verdict",
        "judgment",
        "judgement",
    }:
        return None
    if token.tag_ == "VBD" or is_negated(token):
        return None
    topic = object_of(noun, "on", "about", "over", "in")
    return FrameMatch((noun, token), Wording(Form.RULES, noun, topic=topic))


def _resting_with(token: Token) -> FrameMatch | None:
    """The decision rests with the minister."""
    decision = subject_of(token)
    judge = object_of(token, "with")
    if decision is None or judge is None or token.tag_ == "VBD":
        return None
    if lemma(decision) not in {"decision", "fate", "verdict", "ruling", "outcome"}:
        return None
    if lemma(decision) in {"fate", "outcome"}:
        return FrameMatch((token, decision), Wording(Form.TOPIC, decision, topic=decision), judge)
    topic = object_of(decision, "on", "about")
    return FrameMatch(
        (token, decision), Wording(Form.RULES, decision, actor=judge, topic=topic), judge
    )


def _failing(token: Token) -> FrameMatch | None:
    """Failed to agree or to reach a deal."""
    act = complement(token, "xcomp")
    if (
        act is None
        or is_negated(token)
        or lemma(act) not in {"agree", "reach", "settle", "resolve"}
    ):
        return None
    reached = complement(act, "dobj")
    topic = object_of(act, "on", "about") or reached
    if topic is None:
        return None
    if lemma(act) == "reach" and (
        reached is None or lemma(reached) not in deciding.DECISION_NOUNS | {"consensus", "accord"}
    ):
        return None  # "Failed to reach the hut".
    return FrameMatch((token, act), Wording(Form.EVENT, act, actor=shared_subject(token)), None)


def _too_close(token: Token) -> FrameMatch | None:
    """Too close to call."""
    act = complement(token, "xcomp")
    subject = subject_of(token.head)
    if act is None or lemma(act) != "call" or subject is None or subject.pos_ == "PRON":
        return None
    return FrameMatch((token, act), Wording(Form.RESULT, subject, topic=subject), None)


def _delayed(token: Token) -> FrameMatch | None:
    """Postponed until, delayed indefinitely."""
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ == "amod":
        return None
    if lemma(token) in {"put", "push"} and not any(
        c.dep_ == "prt" and c.lower_ in {"off", "back"} for c in token.rights
    ):
        return None
    passive = is_passive(token)
    noun = subject_of(token) if passive else complement(token, "dobj")
    if noun is None or noun.pos_ == "PRON":
        return None
    known = lemma(noun) in deciding.DECISION_NOUNS | deciding.MEETING_NOUNS
    return FrameMatch(
        (token,), Wording(Form.SCHEDULE, noun, topic=noun), None, 0.0 if known else -0.25
    )


def _stalled(token: Token) -> FrameMatch | None:
    """Stalled talks; talks that are deadlocked."""
    noun = token.head if token.dep_ == "amod" else shared_subject(token)
    if noun is None and token.dep_ == "acomp":
        noun = subject_of(token.head)
    if noun is None or lemma(noun) not in deciding.MEETING_NOUNS | deciding.DECISION_NOUNS | {
        "diplomacy",
        "process",
        "bill",
        "plan",
        "reform",
        "effort",
    }:
        return None
    return FrameMatch((token, noun), Wording(Form.RESUMES, noun, topic=noun))


_ASSENTING = frozenset({"approve", "ratify", "pass", "endorse", "confirm", "agree", "clear"})

FRAMES = (
    Frame(Rule.AWAITED, Kind.UNDECIDED, 0.6, deciding.PENDING | {"pending", "wait"}, _pending),
    Frame(Rule.NEEDS_ASSENT, Kind.UNDECIDED, 0.58, deciding.NEEDING, _needing),
    Frame(Rule.NEEDS_ASSENT, Kind.UNDECIDED, 0.56, _ASSENTING, _must_be_approved),
    Frame(Rule.DECISION_DUE, Kind.UNDECIDED, 0.56, frozenset({"due", "expect"}), _due),
    Frame(Rule.DELAYED, Kind.UNDECIDED, 0.5, deciding.DELAYING | {"put", "push"}, _delayed),
    Frame(Rule.STILL_WITH_THEM, Kind.UNDECIDED, 0.56, frozenset({"rest", "lie"}), _resting_with),
    Frame(Rule.STALLED, Kind.UNDECIDED, 0.56, deciding.STALLED, _stalled),
    Frame(Rule.TOO_CLOSE_TO_CALL, Kind.UNDECIDED, 0.6, frozenset({"close"}), _too_close),
    Frame(Rule.FAILED_TO_AGREE, Kind.UNDECIDED, 0.64, frozenset({"fail"}), _failing),
)
