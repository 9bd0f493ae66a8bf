"""Questions that stand in the text, as a reader is shown them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import WH_TAGS
from tui.analysis.questions.wording.evidence_text import CUT, evidence_text
from tui.analysis.questions.wording.finishing import capitalised
from tui.documents.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.questions.question_candidates import QuestionCandidate


def verbatim(candidate: QuestionCandidate) -> str:
    """A question of the text in its own words: what is asked outright needs no others.

    One that is too long ends without its mark, as any clause that is cut.
    """
    cues, paragraph = candidate.found.cues, candidate.paragraph
    sentence = cues[0].sent
    # "She asked: Will it hold?": what stands before a colon only leads to the question.
    first = next((t for t in sentence if t.is_alpha), cues[0])
    for colon in (t for t in sentence if t.text == ":"):
        after = next((t for t in sentence.doc[colon.i + 1 : sentence.end] if t.is_alpha), None)
        if after is not None and _asks(after):
            first = after
    # A long question that opens the sentence is cut at its end, any other before its beginning.
    kept = None if _asks(first) else paragraph.between(cues[0], cues[-1])
    begun = first if _asks(first) else sentence[0]
    span = Span(paragraph.start + begun.idx, paragraph.span(sentence).end)
    text = capitalised(evidence_text(paragraph, span, kept))
    return text if CUT in {text[0], text[-1]} else text.rstrip("?") + "?"


def _asks(token: Token) -> bool:
    return token.tag_ in WH_TAGS or token.pos_ == "AUX"
