"""The frame of questions asked outright."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import knowing, subjects, withheld
from tui.analysis.questions.clauses import (
    WH_TAGS,
    complement,
    is_negated,
    is_verbal,
    lemma,
    subject_of,
)
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset({"will", "would", "'ll", "could", "can", "may", "might", "should", "going"})
_REPLIES = frozenset({"yes", "no", "because", "perhaps", "maybe", "well", "simply", "apparently"})


def _answer_after(mark: Token) -> float:
    """What the next sentence says for or against a question being open."""
    if mark.sent.end >= len(mark.doc):
        return 0.0
    after = mark.doc[mark.sent.end].sent
    if any(lemma(t) in knowing.KNOWING | withheld.TELLING and is_negated(t) for t in after):
        return 0.2
    short = after.root.lemma_ in {"do", "be"} and complement(after.root, "dobj", "attr") is None
    return -0.3 if after[0].lower_ in _REPLIES or short else 0.0


def _is_heading(mark: Token) -> bool:
    """Whether a question is a paragraph by itself: what follows may be its answer."""
    return mark.sent.start == 0 and mark.sent.end == len(mark.doc)


def _is_ahead(head: Token) -> bool:
    """Whether a question is about what is to come."""
    return any(t.lower_ in _AHEAD for t in [*head.lefts, *head.rights])


def _asked(token: Token) -> FrameMatch | None:
    """A sentence that ends in a question mark."""
    head = token.sent.root
    if token.i < token.sent.end - 3:
        return None
    first = token.sent[0]
    while first.is_punct and first.i < token.i:
        first = first.nbor()
    named = any(t.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} for t in token.sent)
    bonus = 0.1 if named else -0.05
    if first.pos_ == "AUX":
        bonus += 0.2
    if any(t.lower_ in {"you", "your", "i", "my", "me", "we", "us"} for t in token.sent):
        bonus -= 0.25
    if is_negated(head) and not _is_ahead(head):
        bonus -= 0.2  # "Why didn't they ask?": a reproach.
    if len(token.sent) < 5 or not is_verbal(head):
        bonus -= 0.2
    subject = subject_of(head)
    if first.tag_ in {"WDT", "WP", "WP$", "WRB"} and subject is not None:
        bonus += 0.15 if subject.lower_ not in subjects.GENERIC_SUBJECTS else -0.1
    if first.pos_ == "AUX" and subject is not None and subject.lower_ in subjects.GENERIC_SUBJECTS:
        bonus -= 0.3  # "Does anybody know": a figure of speech.
    bonus += _answer_after(token)
    ahead = _is_ahead(head)
    bonus += 0.1 if ahead else 0.0
    if _is_heading(token) and not ahead and first.tag_ in WH_TAGS:
        bonus -= 0.15
    return FrameMatch((token,), Wording(Form.VERBATIM, head), bonus=bonus, clause=head)


FRAMES = (Frame(Rule.ASKED_OUTRIGHT, Kind.ASKED, 0.35, frozenset({"?"}), _asked),)
