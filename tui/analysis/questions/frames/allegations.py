"""Frames of what is laid to somebody: allegations looked into, what a suit says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import asserting, deciding, knowing
from tui.analysis.questions.clauses import (
    complement,
    is_negated,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import content_clause
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANSWERING = (
    knowing.INQUIRING
    | knowing.INQUIRY_NOUNS
    | deciding.REVIEW_NOUNS
    | asserting.DENYING
    | asserting.DISMISSING
    | {"face", "address", "answer", "comment", "appeal", "play", "focus", "rebuff", "fight"}
)
"""What is done about an allegation that nobody has proved."""
_SUITS = frozenset({"lawsuit", "suit", "complaint", "indictment", "petition"})


def _allegation(token: Token) -> FrameMatch | None:
    """Examines allegations that the firm lied; an inquiry into the claims of fraud."""
    if token.pos_ != "NOUN" or is_negated(token) or token.dep_ not in {"dobj", "pobj"}:
        return None
    governor = token.head.head if token.dep_ == "pobj" else token.head
    if lemma(governor) not in _ANSWERING:
        return None
    clause = content_clause(token)
    if clause is not None:
        return FrameMatch((token,), Wording(Form.FACT, clause, topic=token), clause=governor)
    deed = object_of(token, "of")
    if deed is None or deed.pos_ == "PRON":
        return None
    return FrameMatch((token,), Wording(Form.TOPIC, deed, topic=deed), clause=governor)


def _suit_says(token: Token) -> FrameMatch | None:
    """The suit says that the firm knew."""
    suit, clause = subject_of(token), content_clause(token)
    if suit is None or clause is None or lemma(suit) not in _SUITS:
        return None
    return FrameMatch((suit, token), Wording(Form.FACT, clause))


def _suing_that(token: Token) -> FrameMatch | None:
    """Has sued the firm, saying that it knew."""
    clause = next(
        (c for c in token.rights if c.dep_ == "advcl" and lemma(c) in asserting.ASSERTING), None
    )
    claim = content_clause(clause) if clause is not None else None
    if clause is None or claim is None or not is_verbal(token):
        return None
    filed = complement(token, "dobj")
    if lemma(token) == "file" and (filed is None or lemma(filed) not in _SUITS):
        return None
    wording = Wording(Form.FACT, claim)
    return FrameMatch((token, clause), wording, shared_subject(token), clause=token)


FRAMES = (
    Frame(
        Rule.ALLEGED,
        Kind.DISPUTED,
        0.48,
        frozenset({"allegation", "accusation", "claim"}),
        _allegation,
    ),
    Frame(Rule.BEFORE_A_COURT, Kind.UNDECIDED, 0.48, asserting.ASSERTING, _suit_says),
    Frame(Rule.BEFORE_A_COURT, Kind.UNDECIDED, 0.48, frozenset({"sue", "file"}), _suing_that),
)
