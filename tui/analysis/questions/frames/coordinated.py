"""The frame of a second question: "did not say who had called and when"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import is_verbal, lemma
from tui.analysis.questions.embedded import clause_opening, is_joined_question, is_question
from tui.analysis.questions.frames import (
    confirmation,
    inquiries,
    intentions,
    knowledge,
    silence,
    undecided,
    withholding,
)
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENERS = frozenset({"whether", "who", "what", "when", "where", "why", "how", "which"})
_JOINED = 3
"""Questions joined to the first one at most."""
_FIRST = (
    *knowledge.FRAMES,
    *inquiries.FRAMES,
    *withholding.FRAMES,
    *silence.FRAMES,
    *confirmation.FRAMES,
    *intentions.FRAMES,
    *undecided.FRAMES,
)
"""The frames of words that take a question for their complement."""


def _second(token: Token) -> FrameMatch | None:
    """Did not say who had called her and when she had left: two questions."""
    clause = token
    while not is_joined_question(clause) and clause.head != clause and clause.i - token.i < _FAR:
        clause = clause.head
    if not is_joined_question(clause) or clause_opening(clause) != token:
        return None
    first = clause.head
    for _ in range(_JOINED):
        if not is_joined_question(first):
            break
        first = first.head
    if not is_verbal(first) or not is_question(first):
        return None
    found = _of_first(first)
    if found is None:
        return None
    return replace(
        found, cues=(token,), wording=Wording(Form.INDIRECT, clause), clause=clause, bonus=0.0
    )


def _of_first(first: Token) -> FrameMatch | None:
    """What the surest frame finds that takes the first question for its complement."""
    best: FrameMatch | None = None
    surest = 0.0
    for governor in list(first.ancestors)[:_JOINED]:
        for word in [governor, *governor.children]:
            for frame in _FIRST:
                if lemma(word) not in frame.words and word.lower_ not in frame.words:
                    continue
                found = frame.test(word)
                if found is None or found.wording.head != first:
                    continue
                if frame.score + found.bonus > surest:
                    surest = frame.score + found.bonus
                    best = replace(found, kind=found.kind or frame.kind)
    return best


_FAR = 25
"""Words between the opening of a clause and its verb at most."""

FRAMES = (Frame(Rule.SECOND_QUESTION, Kind.UNKNOWN, 0.55, _OPENERS, _second),)
