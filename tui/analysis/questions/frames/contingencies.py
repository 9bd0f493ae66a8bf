"""Frames of being prepared: a right reserved, forces ready in case, orders awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import (
    complement,
    is_infinitive,
    is_negated,
    is_verbal,
    lemma,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.frames.frame import Frame, acts
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


_IN_SMALL_PRINT = frozenset({"reject", "refuse", "remove", "change", "edit", "cancel", "alter"})


def _reserved_right(token: Token) -> FrameMatch | None:
    """Reserves the right to retaliate."""
    right = complement(token, "dobj")
    if right is None or right.lower_ != "right" or not is_verbal(token) or is_negated(token):
        return None
    act = complement(right, "acl", "relcl") or complement(token, "xcomp", "advcl")
    holder = shared_subject(token)
    if act is None or not is_infinitive(act) or lemma(act) in _IN_SMALL_PRINT:
        return None
    return FrameMatch((token, right), Wording(Form.EVENT, act, actor=holder), holder)


def _in_case(token: Token) -> FrameMatch | None:
    """Ships are ready in case the president orders a strike."""
    if token.dep_ != "pobj" or token.head.lower_ != "in" or token.n_lefts:
        return None
    clause = complement(token, "acl", "relcl")
    if clause is None and token.head.head.i > token.i:
        clause = token.head.head  # "In case" taken for the front of its clause.
    if clause is None or not is_verbal(clause) or clause.tag_ in {"VB", "VBG"}:
        return None
    actor = subject_of(clause)
    if not acts(actor):
        return None
    return FrameMatch((token.head, token), Wording(Form.EVENT, clause, actor=actor), actor)


FRAMES = (
    Frame(Rule.RIGHT_RESERVED, Kind.INTENTION, 0.5, frozenset({"reserve"}), _reserved_right),
    Frame(Rule.PREPARED_FOR_IT, Kind.OUTCOME, 0.5, frozenset({"case"}), _in_case),
)
