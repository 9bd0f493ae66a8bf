"""Frames of meaning to: somebody does not let out, or is not believed about, what will be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import withheld
from tui.analysis.questions.clauses import (
    complement,
    governor_negated,
    is_negated,
    is_passive,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import content_clause, embedded_question
from tui.analysis.questions.frames.frame import Frame, indirect, personal
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


def _not_drawn(token: Token) -> FrameMatch | None:
    """Would not be drawn on whether; left open whether; mixed signals about whether."""
    if lemma(token) == "draw":
        if not is_negated(token) or not is_passive(token):
            return None
        topic = object_of(token, "on", "about")
    elif not any(c.lower_ == "open" for c in token.rights):
        return None
    else:
        topic = None
    holder = shared_subject(token)
    clause = embedded_question(token)
    if clause is not None:
        is_fiction = lemma(holder) in {"book", "novel", "film", "play", "story"} if holder else True
        return None if is_fiction else indirect(clause, token, holder=holder)
    if topic is None:
        return None
    return FrameMatch((token,), Wording(Form.SAYS, token, actor=holder, topic=topic), holder)


def _vague(token: Token) -> FrameMatch | None:
    """Vague, coy or silent about what one means to do."""
    if token.dep_ in {"amod", "compound"} or governor_negated(token):
        return None
    verb = token.head
    holder = shared_subject(verb) if is_verbal(verb) else None
    kind = Kind.UNDISCLOSED if lemma(token) in withheld.GUARDED else None
    clause = embedded_question(token) or (embedded_question(verb) if is_verbal(verb) else None)
    if clause is not None:
        return indirect(clause, token, holder=holder, bonus=0.1)
    topic = object_of(token, "about", "on", "over")
    if topic is None and lemma(verb) in {"keep", "stay", "remain", "be"}:
        topic = object_of(verb, "about", "on", "over")  # "Kept mum about it".
    if topic is None or holder is None:
        return None
    wording = Wording(Form.SAYS, topic, actor=holder, topic=topic)
    return FrameMatch((token,), wording, holder, kind=kind)


def _few_believe(token: Token) -> FrameMatch | None:
    """Few or none believe that it will be."""
    subject = subject_of(token)
    clause = content_clause(token)
    if subject is None or clause is None or is_negated(clause):
        return None
    if subject.lower_ not in {"few", "nobody", "none"} and not is_negated(subject):
        return None
    return FrameMatch((subject, token), Wording(Form.FACT, clause), subject)


def _doubting(token: Token) -> FrameMatch | None:
    """Doubt, sceptical + clause."""
    if is_negated(token) or token.dep_ == "amod" or (is_verbal(token) and governor_negated(token)):
        return None
    holder = shared_subject(token) if is_verbal(token) else personal(subject_of(token.head))
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token, holder=holder)
    clause = content_clause(token)
    if clause is not None:
        return FrameMatch((token,), Wording(Form.FACT, clause), holder)
    topic = object_of(token, "about", "of", "over") or complement(token, "dobj")
    if topic is None or topic.pos_ == "PRON":
        return None
    return FrameMatch((token,), Wording(Form.TOPIC, topic, topic=topic), holder, -0.05)


FRAMES = (
    Frame(Rule.LEFT_OPEN, Kind.INTENTION, 0.65, frozenset({"draw", "leave"}), _not_drawn),
    Frame(Rule.HARDLY_BELIEVED, Kind.INTENTION, 0.56, frozenset({"believe"}), _few_believe),
    Frame(Rule.VAGUE_ABOUT_IT, Kind.INTENTION, 0.7, withheld.VAGUE, _vague),
    Frame(Rule.DOUBTED, Kind.INTENTION, 0.5, withheld.DOUBTING, _doubting),
)
