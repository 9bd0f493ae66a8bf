"""Questions that stand in the text, as a reader is shown them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import WH_TAGS
from tui.analysis.questions.wording.evidence_text import evidence_text
from tui.analysis.questions.wording.finishing import capitalised

if TYPE_CHECKING:
    from tui.analysis.questions.question_candidates import QuestionCandidate


def verbatim(candidate: QuestionCandidate) -> str:
    """A question of the text in its own words: what is asked outright needs no others."""
    cues = candidate.found.cues
    sentence = cues[0].sent
    first = next((t for t in sentence if t.is_alpha), cues[0])
    # A long question that opens the sentence is cut at its end, any other before its beginning.
    asks_at_once = first.tag_ in WH_TAGS or first.pos_ == "AUX"
    kept = None if asks_at_once else candidate.paragraph.between(cues[0], cues[-1])
    text = evidence_text(candidate.paragraph, candidate.paragraph.span(sentence), kept)
    return capitalised(text).rstrip("?") + "?"
