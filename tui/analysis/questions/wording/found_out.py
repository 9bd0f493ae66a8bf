"""What those who look into a matter will find out.

As in `templates`, each function returns the words of a question without capital and mark, or
raises `NotClearError` where a part is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness.knowing import INQUIRY_NOUNS
from tui.analysis.questions.clauses import (
    WH_TAGS,
    complement,
    is_infinitive,
    is_passive,
    lemma,
    passive_subject,
    shared_subject,
)
from tui.analysis.questions.frames.frame import acts
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording.phrases import NotClearError, Phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_LOOKING_INTO = words("investigate probe examine look")
_BEGINS_CLAUSE = frozenset({"PROPN", "NOUN", "DET", "PRON"})
_OVER = words("hold conduct complete finish close end")
"""What was done to an inquiry that is over where it is told in the past."""


def looked_into(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What will be found out about a matter: "police are investigating the fire"."""
    matter = wording.head
    verb = matter.head.head if matter.head.dep_ == "prep" else matter.head
    if lemma(verb) not in _LOOKING_INTO or (lemma(verb) == "look" and matter.head == verb):
        raise NotClearError("talked about, not looked into")
    if any(c.lower_ in {"should", "must"} for c in verb.lefts):
        raise NotClearError("demanded, not under way")
    about = _matter(phrases, matter, paragraph)
    if is_passive(verb):
        return f"what will be found out about {about}"
    holder = shared_subject(verb)
    if holder is None or not acts(holder):
        raise NotClearError("nobody looks into it")
    return f"what will {phrases.noun(holder, paragraph, lean=True)} find out about {about}"


def under_way(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What an inquiry will find: "the firm opened an inquiry into the fire"."""
    matter = wording.head
    inquiry = matter.head.head if matter.head.dep_ == "prep" else matter.head
    verb = inquiry.head
    if inquiry.pos_ == "VERB":  # "Opened an inquiry into": the preposition may hang on the verb.
        verb = inquiry
        inquiry = passive_subject(verb) or complement(verb, "dobj") or verb
    if lemma(inquiry) not in INQUIRY_NOUNS | {"review"} or matter.head.lower_ not in {"into", "of"}:
        raise NotClearError("into what is not said")
    if is_infinitive(verb) or (verb.tag_ == "VBD" and lemma(verb) in _OVER):
        raise NotClearError("not begun, or over")
    about = _matter(phrases, matter, paragraph)
    return f"what will the {inquiry.lower_} {matter.head.lower_} {about} find"


def _matter(phrases: Phrases, matter: Token, paragraph: Paragraph) -> str:
    """What is looked into, where no clause hangs on it that would be cut.

    Raises:
        NotClearError: A clause without "that", or somebody who is asked about something.
    """
    after = matter.nbor() if matter.i + 1 < len(matter.doc) else matter
    begins = after.pos_ in _BEGINS_CLAUSE and after.tag_ not in WH_TAGS and after.lower_ != "that"
    begins = begins or any(c.dep_ == "compound" and c.tag_ == "NNS" for c in matter.lefts)
    if begins or any(c.lower_ == "about" for c in [*matter.head.rights, *matter.rights]):
        raise NotClearError("allegations somebody did it: whether it is so")
    return phrases.noun(matter, paragraph, longest=9)
