"""Frames of finding out: tried, hard to do, under way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import knowing, withheld
from tui.analysis.questions.clauses import (
    complement,
    is_infinitive,
    is_negated,
    is_passive,
    is_under_way,
    is_verbal,
    lemma,
    object_of,
    owner_of,
    passive_subject,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import embedded_question
from tui.analysis.questions.frames.frame import Frame, acts, indirect, is_meant
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.questions.wording.referents import is_human
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


def _hard_to_read(token: Token) -> FrameMatch | None:
    """Intentions that are hard to read or unclear."""
    verb = token.head
    if token.dep_ != "nsubj" or not is_verbal(verb):
        return None
    state = complement(verb, "acomp", "oprd", "attr")
    if state is None:
        return None
    name = lemma(state)
    opaque = name in knowing.UNCLEAR or (name in knowing.CLEAR and is_negated(verb))
    act = complement(state, "xcomp")
    opaque = opaque or (
        name in knowing.INCAPABLE
        and act is not None
        and lemma(act) in knowing.FINDING_OUT | knowing.KNOWING | {"read", "guess"}
    )
    return _intention(token, (token, state), None) if opaque else None


def _striving_to_know(token: Token) -> FrameMatch | None:
    """Try, struggle, be unable + find out + question or noun phrase."""
    if token.dep_ not in {"xcomp", "advcl", "acl", "pcomp", "ccomp", "conj"}:
        return None
    if not is_infinitive(token) and token.tag_ != "VBG":
        return None
    governor = token.head
    loss = object_of(governor, "at")
    at_a_loss = loss is not None and loss.lower_ == "loss"
    is_speech = lemma(token) in {"tell", "see", "say"}
    if (cause := _cause_to_establish(token)) is not None:
        return FrameMatch((token, cause), Wording(Form.WHY, cause, topic=cause))
    unable = lemma(governor) in knowing.INCAPABLE - {"hard", "difficult"} or at_a_loss
    if not unable and (is_speech or lemma(governor) not in knowing.STRIVING | knowing.INCAPABLE):
        return None
    tried = governor.tag_ == "VBD" and lemma(governor) in knowing.STRIVING
    bonus = -0.1 if tried else 0.05
    holder = shared_subject(governor)
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, governor, token, holder=holder, bonus=bonus)
    noun = complement(token, "dobj")
    if noun is None:
        noun = object_of(token, "out", "for")
    if noun is None:
        return None
    owner = owner_of(noun)
    if lemma(token) == "explain" and owner is not None and owner.pos_ == "PRON":
        return None  # "Trying to explain her plan": she knows it.
    if lemma(noun) in withheld.INTENTION_NOUNS:
        return _intention(noun, (governor, token, noun), holder)
    if lemma(noun) in knowing.CAUSE_NOUNS:
        wording = Wording(Form.WHY, noun, topic=noun)
        return FrameMatch((governor, token, noun), wording, holder, bonus)
    return None


def _cause_to_establish(token: Token) -> Token | None:
    """The cause in "an autopsy will be held to establish the cause of death"."""
    cause = complement(token, "dobj")
    is_sought = lemma(token) in knowing.ESTABLISHING | {"find", "identify"}
    if token.dep_ != "advcl" or not is_sought or token.head.tag_ == "VBD":
        return None
    return cause if cause is not None and lemma(cause) in knowing.CAUSE_NOUNS else None


def _intention(noun: Token, cues: tuple[Token, ...], holder: Token | None) -> FrameMatch | None:
    owner = owner_of(noun) or object_of(noun, "of")
    wording = Wording(Form.INTENDS, noun, actor=owner, topic=noun)
    if owner is None:
        wording = Wording(Form.TOPIC, noun, topic=noun)
    return FrameMatch(cues, wording, holder, 0.1, Kind.INTENTION)


def _inquiring(token: Token) -> FrameMatch | None:
    """Investigate, debate, wonder + question; the cause of something under inquiry."""
    if not is_verbal(token) or is_negated(token):
        return None
    clause = embedded_question(token)
    if clause is not None:
        if lemma(token) == "look" and (clause.dep_ != "pcomp" or subject_of(token) is None):
            return None
        ongoing = token.tag_ == "VBG" or _by(clause, "whether")
        holder = shared_subject(token)
        # "The film explores how": a subject, not an inquiry.
        is_topic = lemma(token) in {"explore", "examine", "look"} and not acts(holder)
        musing = holder is not None and holder.lower_ in {"i", "you"}
        bonus = 0.1 * ongoing - 0.25 * is_topic - 0.2 * musing
        found = indirect(clause, token, holder=holder, bonus=bonus)
        return replace(found, kind=Kind.INTENTION) if is_meant(clause) else found
    passive = subject_of(token) if is_passive(token) else None
    noun = complement(token, "dobj") or passive
    if noun is not None and lemma(noun) in {"cause", "motive", "circumstance", "reason"}:
        holder = None if passive is not None else shared_subject(token)
        return FrameMatch((token, noun), Wording(Form.WHY, noun, topic=noun), holder, 0.12)
    return None


def _looked_into(token: Token) -> FrameMatch | None:
    """The fire is being investigated; detectives are investigating it."""
    being = token.tag_ == "VBN" and any(c.lower_ == "being" for c in token.lefts)
    if not (is_under_way(token) or being) or is_negated(token):
        return None
    matter = passive_subject(token) or complement(token, "dobj")
    if matter is None or matter.pos_ not in {"NOUN", "PROPN"} or is_human(matter):
        return None  # "The thief is being investigated": what for, is told elsewhere.
    wording = Wording(Form.KNOWN, matter, topic=matter)
    return FrameMatch((token,), wording, None if being else shared_subject(token))


def _hard_to_know(token: Token) -> FrameMatch | None:
    """It is hard to know who did it; exact figures are difficult to pin down."""
    act = complement(token, "xcomp", "ccomp") or complement(token.head, "xcomp", "advcl")
    if act is None or not is_infinitive(act) or lemma(act) not in _MEASURING | _FINDING:
        return None
    clause = embedded_question(act)
    if clause is not None:
        return indirect(clause, token, act)
    noun = complement(act, "dobj") or subject_of(token.head)
    if noun is None or lemma(noun) not in knowing.MEASURED_NOUNS | knowing.CAUSE_NOUNS:
        return None
    return FrameMatch((token, act), Wording(Form.TOPIC, noun, topic=noun))


def _by(clause: Token, *openers: str) -> bool:
    return any(c.lower_ in openers for c in clause.lefts)


_FINDING = knowing.FINDING_OUT | {"say", "read"}
_MEASURING = frozenset({"pin", "get", "quantify", "estimate", "measure"})

FRAMES = (
    Frame(
        Rule.HARD_TO_READ,
        Kind.INTENTION,
        0.6,
        withheld.INTENTION_NOUNS - knowing.CAUSE_NOUNS,
        _hard_to_read,
    ),
    Frame(Rule.TRYING_TO_FIND_OUT, Kind.UNKNOWN, 0.62, _FINDING, _striving_to_know),
    Frame(Rule.BEING_LOOKED_INTO, Kind.UNKNOWN, 0.5, knowing.INQUIRING, _inquiring),
    Frame(Rule.BEING_LOOKED_INTO, Kind.UNKNOWN, 0.52, knowing.INQUIRING, _looked_into),
    Frame(
        Rule.HARD_TO_KNOW,
        Kind.UNKNOWN,
        0.52,
        frozenset({"hard", "difficult", "impossible"}),
        _hard_to_know,
    ),
)
