"""Questions that stand in the text, as a reader is shown them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.wording.evidence_text import evidence_text
from tui.analysis.questions.wording.finishing import capitalised

if TYPE_CHECKING:
    from tui.analysis.questions.question_candidates import QuestionCandidate


def verbatim(candidate: QuestionCandidate) -> str:
    """A question of the text in its own words: what is asked outright needs no others."""
    cues = candidate.found.cues
    kept = candidate.paragraph.between(cues[0], cues[-1])
    sentence = candidate.paragraph.span(cues[0].sent)
    text = evidence_text(candidate.paragraph, sentence, kept)
    return capitalised(text).rstrip("?…") + "?"
