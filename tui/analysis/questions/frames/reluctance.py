"""Frames of not acting: not ready, not willing, reluctant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, knowing, withheld
from tui.analysis.questions.clauses import (
    complement,
    is_negated,
    is_verbal,
    lemma,
    object_of,
    subject_of,
)
from tui.analysis.questions.embedded import embedded_question
from tui.analysis.questions.frames.frame import Frame, indirect
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


_ANSWERS = frozenset({"recommend", "accept", "tolerate", "compromise", "apologise", "apologize"})


def _not_ready(token: Token) -> FrameMatch | None:
    """Not ready or willing to commit, decide, set."""
    verb = token.head if not is_verbal(token) else token
    if not is_verbal(verb) or not (is_negated(verb) or is_negated(token)):
        return None
    act = complement(token, "xcomp", "acl")
    if act is None:
        return None
    if lemma(act) in _ANSWERS:
        return None  # "Not prepared to recommend the offer": that is an answer.
    holder = subject_of(verb)
    noun = complement(act, "dobj") or object_of(act, "to", "on")
    if noun is not None and lemma(noun) in deciding.SCHEDULE_NOUNS:
        return FrameMatch((token, act, noun), Wording(Form.SCHEDULE, noun, topic=noun), holder, 0.2)
    if lemma(token) == "able" and lemma(act) not in knowing.FINDING_OUT | withheld.TELLING:
        return None
    if lemma(token) == "able" and noun is not None and lemma(act) in knowing.FINDING_OUT:
        return FrameMatch(
            (token, act), Wording(Form.TOPIC, noun, topic=noun), holder, 0.0, Kind.UNKNOWN
        )
    if lemma(act) in withheld.TELLING | knowing.FINDING_OUT:
        clause = embedded_question(act)
        if clause is not None:
            return indirect(clause, token, act, holder=holder)
        return FrameMatch(
            (token, act),
            Wording(Form.SAYS, act, actor=holder, topic=noun),
            holder,
            0.0,
            Kind.UNDISCLOSED,
        )
    return FrameMatch(
        (token, act), Wording(Form.EVENT, act, actor=holder, topic=noun), holder, -0.1
    )


def _reluctant(token: Token) -> FrameMatch | None:
    """Wary of or reluctant to do something."""
    verb = token.head
    if token.dep_ not in {"acomp", "oprd"} or not is_verbal(verb) or is_negated(verb):
        return None
    act = complement(token, "xcomp") or object_of(token, "of", "about")
    if act is None or not is_verbal(act):
        return None
    actor = subject_of(verb)
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=actor), actor)


FRAMES = (
    Frame(Rule.NOT_READY_TO, Kind.UNDECIDED, 0.5, deciding.READY, _not_ready),
    Frame(Rule.RELUCTANT, Kind.INTENTION, 0.45, deciding.RELUCTANT, _reluctant),
)
