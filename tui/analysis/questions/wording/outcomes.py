"""What will come of talks, what will be decided, and what a measure or a fate is.

As in `templates`, each function returns the words of a question without capital and mark, or
raises `NotClearError` where a part is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness.deciding import MEETING_NOUNS
from tui.analysis.lexicons.openness.foreseeing import AMOUNTS
from tui.analysis.lexicons.openness.knowing import CAUSE_NOUNS, MEASURED_NOUNS
from tui.analysis.questions.clauses import auxiliaries, lemma
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording import rulings, templates
from tui.analysis.questions.wording.phrases import NotClearError, Phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_MEASURES = AMOUNTS | CAUSE_NOUNS | MEASURED_NOUNS | words("fate future prognosis risk outcome")
"""Nouns for what a matter is, was or will be: "what is" asks after each."""
_TALKS = MEETING_NOUNS | words("negotiation discussion consultation bargaining")
_SETTLING = words("decide determine settle resolve vote")


def measured(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What is not known of a matter: "the exact cost to the town is not known"."""
    if lemma(wording.head) not in _MEASURES or not _has_end(wording.head):
        raise NotClearError("no measure, or of nothing that is named")
    return templates.why(phrases, wording, paragraph)


def talks(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What will come of talks on something or with somebody."""
    if lemma(wording.head) not in _TALKS or not _has_end(wording.head):
        raise NotClearError("which talks stands elsewhere")
    above = wording.head.head
    if above.tag_ == "VBD" or any(lemma(a) == "have" for a in auxiliaries(above)):
        raise NotClearError("held, and over")
    return f"what will come of {phrases.noun(wording.head, paragraph, longest=10)}"


def settled(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What will be decided on a matter that is yet to be decided."""
    above = wording.head.head
    if lemma(above) not in _SETTLING and not any(lemma(c) in _SETTLING for c in above.rights):
        raise NotClearError("to be done, not to be decided")
    if any(c.lower_ == "on" for c in above.rights):
        raise NotClearError("what will decide it, not what it will be")
    return rulings.reviewed(phrases, wording, paragraph)


def _has_end(noun: Token) -> bool:
    """Whether a noun says what it is of, on or with whom."""
    return any(c.dep_ == "prep" and c.n_rights for c in noun.rights)
