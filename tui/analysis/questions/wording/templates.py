"""Questions made of a fixed frame and noun phrases: when will X be held, what caused X.

Each function returns the words of a question without capital and mark, or raises
`NotClearError` where a part is missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness.withheld import DETAIL_NOUNS, WITHHELD_NOUNS
from tui.analysis.questions.clauses import SUBJECTS, complement, lemma
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording.effects import is_deed
from tui.analysis.questions.wording.inflection import be_form, is_plural
from tui.analysis.questions.wording.naming import set_off
from tui.analysis.questions.wording.phrases import LONGEST, NotClearError, Phrases
from tui.analysis.questions.wording.referents import spoken_for
from tui.analysis.questions.wording.trimming import phrase_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_HANDING = frozenset({"release", "give", "offer", "provide", "say", "tell", "name", "identify"})
"""What is done to a thing as well as to what is known of it."""
_SAID = (
    DETAIL_NOUNS
    | WITHHELD_NOUNS
    | {"view", "opinion", "figure", "comment", "answer", "nothing", "little"}
)
_HEARD = {"demand": "met", "call": "heeded"}
"""What is done to a demand or a call that does not fail."""
_TELLS_WHICH = 3
"""Words of a topic that says which of its kind it is."""


def says(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What somebody withholds: what does X say about T?"""
    holder, topic = wording.actor, wording.topic
    if holder is None:
        raise NotClearError("nobody to say it")
    holder = spoken_for(holder)
    name = phrases.noun(holder, paragraph, lean=True)
    if name.lower().split()[-1] in {"yet", "but", "and", "or"}:
        raise NotClearError("a clause, not a name")
    given = complement(wording.head, "dobj")
    if lemma(wording.head) in _HANDING and (given is None or lemma(given) not in _SAID):
        raise NotClearError("kept back, not left unsaid")
    if topic is None or topic.dep_ in SUBJECTS or lemma(topic) in {"kind", "sort"}:
        raise NotClearError("about what is not said")
    if topic.left_edge == topic and topic.pos_ == "NOUN":
        raise NotClearError("about what is not said")
    about = phrases.noun(topic, paragraph, subject=name, lean=True)
    if len(about.split()) < _TELLS_WHICH:
        # "The number" tells nothing, "the number involved in the raid" does.
        whole = phrases.noun(topic, paragraph, subject=name, longest=LONGEST - 5)
        about = whole if len(whole.split()) <= LONGEST - 4 - len(name.split()) else about
    verb = "do" if is_plural(holder) else "does"
    return f"what {verb} {set_off(holder, name)} say about {about}"


def intends(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What somebody means to do: what does X intend?"""
    owner = wording.actor
    if owner is None:
        raise NotClearError("nobody intends")
    name = phrases.noun(owner, paragraph, lean=True)
    verb = "do" if is_plural(owner) else "does"
    target = next(
        (
            c
            for c in [*wording.head.rights, *owner.rights]
            if c.lower_ in {"towards", "toward", "for", "in", "with", "regarding", "on"}
        ),
        None,
    )
    end = phrases.words(phrase_tokens(target, lean=True), paragraph) if target else ""
    return f"what {verb} {name} intend {end}"


def where(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Where the missing are."""
    name = phrases.noun(wording.head, paragraph, lean=True)
    if wording.head.tag_ == "CD":
        return f"where are the {name} missing"
    return f"where {be_form(wording.head, past=False)} {name}"


def existence(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether there will be what is needed, or what somebody demands is given."""
    wanted = _demanded(phrases, wording.head, paragraph)
    if wanted:
        return wanted
    if any(c.lower_ in {"the", "this", "that", "its", "their"} for c in wording.head.lefts):
        raise NotClearError("there is one already")
    if wording.head.pos_ == "PROPN" or any(c.dep_ == "poss" for c in wording.head.lefts):
        raise NotClearError("a name")
    if wording.head.tag_ == "VBG" or wording.head.pos_ == "VERB":
        raise NotClearError("done, not there")
    return f"will there be {phrases.noun(wording.head, paragraph, longest=10)}"


def _demanded(phrases: Phrases, noun: Token, paragraph: Paragraph) -> str:
    """Whether a demand is met or a call heeded, for what will not just be there; else empty.

    "Demands higher pay", "calls for the removal of the mayor".
    """
    verb = noun.head.head if noun.head.dep_ == "prep" else noun.head
    end = _HEARD.get(lemma(verb))
    is_known = any(c.lower_ == "the" for c in noun.lefts)
    if end is None or not (noun.n_lefts or noun.n_rights) or (is_deed(noun) and not is_known):
        return ""
    if noun.pos_ != "NOUN" or (is_known and not noun.n_rights):
        return ""
    name = phrases.noun(noun, paragraph, longest=9)
    return f"will the {lemma(verb)} for {name} be {end}"


def resumes(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether what has come to a stop goes on."""
    name = phrases.noun(wording.head, paragraph, longest=9)
    return f"will {re.sub('(?<![a-z])(stalled|deadlocked|frozen) ', '', name)} resume"


def blame(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Who did what nobody owns up to."""
    if wording.topic is None:
        raise NotClearError("responsible for what")
    return f"who is responsible for {phrases.noun(wording.topic, paragraph, longest=9)}"


def why(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What a cause, motive or identity is."""
    name = phrases.noun(wording.head, paragraph, lean=True)
    if len(name.split()) < _TELLS_WHICH:
        raise NotClearError("of what it is the cause is not said")
    determined = any(c.dep_ in {"det", "poss"} for c in wording.head.lefts)
    return f"what {be_form(wording.head, past=False)} {'' if determined else 'the '}{name}"
