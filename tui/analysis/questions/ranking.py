"""Which open questions are shown, in which order, and how much each matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.analysis.results import QuestionKind

if TYPE_CHECKING:
    from tui.analysis.questions.one_question import QuestionGroup

LISTED = 0.24
"""Least probability of a question that is listed, at a middling nearness to the topic."""
NEARNESS = 0.2
"""How much less probable a question may be that is near to what the text is about, since that
is what readers ask first. Chosen by cross-validation: at the same precision of the first five,
.04 more of the main questions are among them."""
KNOWN_OPEN = 0.1
"""Added to the importance of what the text itself calls unknown or undecided: readers ask that
before what merely may happen."""
CENTRAL = 1.0
"""How much being near to what the text is about counts beside being probable."""
MAIN, SECOND = 0.9, 0.6
"""Least importance of the main event, and of a real secondary thread."""
MOST_MAIN = 2
"""Questions of a text that can be about its main event."""

_MIDDLING = 0.5
MOST_HELP = NEARNESS * (1 - _MIDDLING)
"""How much the greatest nearness makes up for."""
_KNOWN_OPEN = frozenset({QuestionKind.UNKNOWN, QuestionKind.INTENTION, QuestionKind.UNDECIDED})


def is_listed(group: QuestionGroup, least: float = LISTED) -> bool:
    """Whether a question is listed at all.

    Args:
        group: The question.
        least: Least probability at a middling nearness to the topic.
    """
    return group.best.score + NEARNESS * (group.centrality - _MIDDLING) >= least


def importance(group: QuestionGroup) -> float:
    """What orders the questions: how sure one is, and how near to what the text is about."""
    known_open = KNOWN_OPEN if group.best.kind in _KNOWN_OPEN else 0.0
    return group.best.score + CENTRAL * group.centrality + known_open


def saliences(groups: Sequence[QuestionGroup]) -> list[int]:
    """3 for the main event, 2 for a secondary thread, 1 for a marginal one.

    Args:
        groups: The questions of a text, the most important first.
    """
    found = []
    for place, group in enumerate(groups):
        value = importance(group)
        if place < MOST_MAIN and value >= MAIN:
            found.append(3)
        else:
            found.append(2 if value >= SECOND else 1)
    return found
