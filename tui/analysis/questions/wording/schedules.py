"""When something will be held.

As in `templates`, each function returns the words of a question without capital and mark, or
raises `NotClearError` where a part is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness.deciding import MEETING_NOUNS, SCHEDULE_NOUNS
from tui.analysis.questions.clauses import lemma
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording.phrases import NotClearError, Phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_AGAIN = words("again another further more next new")
"""Words of a sentence about meetings of which there was one before."""


def schedule(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """When something will be held."""
    noun = wording.head
    event = noun
    if lemma(noun) in SCHEDULE_NOUNS:
        found = _scheduled(noun)
        if found is None:
            return _next_meeting(noun)
        event = found
    if lemma(event) not in MEETING_NOUNS:
        if event is noun or event.pos_ == "PRON":
            raise NotClearError("not held")
        return f"what is the {lemma(noun)} for {phrases.noun(event, paragraph, longest=8)}"
    name = phrases.noun(event, paragraph, lean=True)
    return f"when will {name} be held"


def _scheduled(noun: Token) -> Token | None:
    """What a date or schedule is for."""
    for child in [*noun.rights, *noun.head.rights]:
        if child.dep_ == "prep" and child.lower_ in {"for", "of"}:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _next_meeting(noun: Token) -> str:
    """When a schedule is for what was spoken of just before: "When will further talks be held?".

    Raises:
        NotClearError: No meeting was spoken of in the paragraph.
    """
    for token in reversed(list(noun.doc[: noun.i])):
        if token.pos_ != "NOUN" or lemma(token) not in MEETING_NOUNS:
            continue
        again = any(t.lower_ in _AGAIN for t in token.sent)
        if token.tag_ == "NNS":
            return f"when will {'further' if again else 'the'} {token.lower_} be held"
        return f"when will the {'next ' if again else ''}{token.lower_} be held"
    raise NotClearError("nothing is scheduled")
