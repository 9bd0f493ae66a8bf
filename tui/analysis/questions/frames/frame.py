"""A frame: a class of words and a test of what stands around one of them.

Each module beside this one holds the frames of one reason why a question is open: its tests,
and at its end the table of its frames. A test gets one of its frame's words and returns what
that word leaves open, or `None`. Base scores follow how often each frame was right on
annotated news.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import subjects
from tui.analysis.questions.clauses import lemma, subject_of
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule

if TYPE_CHECKING:
    from spacy.tokens import Token

Test = Callable[["Token"], FrameMatch | None]


@dataclass(frozen=True, slots=True)
class Frame:
    """A class of words with a test of what stands around them."""

    rule: QuestionRule
    """What it finds."""
    kind: Kind
    """The kind of question it opens."""
    score: float
    """How sure it is by itself, between 0 and 1."""
    words: frozenset[str]
    """The lemmas that are tested."""
    test: Test
    """Returns what it found, or `None`."""


def indirect(
    clause: Token, *cues: Token, holder: Token | None = None, bonus: float = 0.0
) -> FrameMatch:
    """An open question that the text embeds."""
    return FrameMatch(cues, Wording(Form.INDIRECT, clause), holder, bonus)


def acts(token: Token | None) -> bool:
    """Whether a noun names somebody who acts in public."""
    return token is not None and (
        token.ent_type_ in {"ORG", "GPE", "NORP", "PERSON"}
        or lemma(token) in subjects.PUBLIC_ACTORS
    )


def personal(token: Token | None) -> Token | None:
    """The token, unless it is a dummy subject."""
    return None if token is None or token.lower_ in {"it", "there", "that", "this"} else token


def is_meant(clause: Token) -> bool:
    """Whether a question is about what somebody means to do."""
    return lemma(clause) in {"mean", "intend", "want", "plan"} and acts(subject_of(clause))
