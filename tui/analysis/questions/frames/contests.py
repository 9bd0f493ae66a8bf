"""Frames of a contest nobody has won yet: a tight race, a dead heat, neck and neck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, foreseeing
from tui.analysis.questions.clauses import (
    complement,
    is_negated,
    is_verbal,
    lemma,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLDING = foreseeing.BEING | {"lock", "run", "face", "show", "find", "stand", "put", "have"}


def _close_contest(token: Token) -> FrameMatch | None:
    """Locked in a tight race; in a dead heat; neck and neck."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in {"pobj", "dobj", "attr"} or not is_verbal(verb) or is_negated(verb):
        return None
    if token.dep_ == "pobj" and token.head.lower_ != "in":
        return None
    pair = token.lower_ == "neck" and any(c.lower_ == "neck" for c in token.rights)
    close = next((c for c in token.lefts if lemma(c) in deciding.CLOSE), None)
    if lemma(verb) not in _HOLDING or not (pair or close is not None) or token.tag_ == "NNS":
        return None
    if verb.tag_ == "VBD" and lemma(verb) not in {"be", "remain"}:
        return None  # "A poll showed a tight race": before the vote.
    rivals = shared_subject(verb)
    if lemma(verb) in {"show", "find", "put", "have"}:
        rivals = complement(verb, "dobj", "ccomp") or rivals
    if rivals == token:
        rivals = shared_subject(verb)
    cues = (token,) if close is None else (close, token)
    return FrameMatch(cues, Wording(Form.WINNER, token, actor=rivals, topic=token), bonus=0.0)


def _not_over(token: Token) -> FrameMatch | None:
    """The war is far from over; the crisis is not over yet."""
    verb = token.head
    far = any(t.lower_ == "far" for t in token.doc[max(token.i - 2, 0) : token.i])
    while verb.head != verb and not is_verbal(verb):
        verb = verb.head
    subject = shared_subject(verb)
    if lemma(verb) != "be" or subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    if not far and not (is_negated(verb) and any(c.lower_ == "yet" for c in verb.rights)):
        return None
    return FrameMatch((token,), Wording(Form.RESULT, subject, topic=subject))


def _still_close(token: Token) -> FrameMatch | None:
    """Polls show that the race is tight."""
    contest = subject_of(token.head)
    if token.dep_ != "acomp" or contest is None or lemma(contest) not in deciding.CONTESTS:
        return None
    if is_negated(token.head):
        return None
    return FrameMatch((token, contest), Wording(Form.WINNER, contest, topic=contest))


FRAMES = (
    Frame(Rule.NOT_OVER, Kind.OUTCOME, 0.5, frozenset({"over"}), _not_over),
    Frame(Rule.CLOSE_CONTEST, Kind.UNDECIDED, 0.56, deciding.CONTESTS, _close_contest),
    Frame(Rule.CLOSE_CONTEST, Kind.UNDECIDED, 0.56, frozenset({"tight", "close"}), _still_close),
)
