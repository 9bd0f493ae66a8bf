"""Questions made of a fixed frame and noun phrases: when will X be held, who is X.

Each function returns the words of a question without capital and mark, or raises
`NotClearError` where a part is missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import lemma
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording.inflection import be_form, is_plural
from tui.analysis.questions.wording.phrases import LONGEST, NotClearError, Phrases
from tui.analysis.questions.wording.referents import spoken_for
from tui.analysis.questions.wording.trimming import phrase_tokens

if TYPE_CHECKING:
    from tui.analysis.parsed import Paragraph

_MORE = re.compile("^(even |much |many |still |some )?(more|further) ", re.IGNORECASE)
"""What somebody needs more of, without "more"."""
_CLOSENESS = re.compile("^(an?|the|its|their)? ?(very |increasingly )?(tight|close|narrow) ")
"""That a contest is close is why it is asked after, not what is asked."""
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
    if topic is None:
        matter = phrases.matter_before(wording.head, paragraph)
        if not matter or name.lower() in matter.lower():
            return f"what {'do' if is_plural(holder) else 'does'} {name} say"
        return f"what {'do' if is_plural(holder) else 'does'} {name} say about {matter}"
    about = phrases.noun(topic, paragraph, subject=name, lean=True)
    if len(about.split()) < _TELLS_WHICH:
        # "The number" tells nothing, "the number involved in the raid" does.
        whole = phrases.noun(topic, paragraph, subject=name, longest=LONGEST - 5)
        about = whole if len(whole.split()) <= LONGEST - 4 - len(name.split()) else about
    verb = "do" if is_plural(holder) else "does"
    return f"what {verb} {name} say about {about}"


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


def who(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Who somebody unnamed is."""
    name = phrases.noun(wording.head, paragraph, lean=True)
    return f"who {be_form(wording.head, past=False)} {name}"


def existence(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether there will be what is needed."""
    if any(c.lower_ in {"the", "this", "that", "its", "their"} for c in wording.head.lefts):
        raise NotClearError("there is one already")
    if wording.head.pos_ == "PROPN" or any(c.dep_ == "poss" for c in wording.head.lefts):
        raise NotClearError("a name")
    if wording.head.tag_ == "VBG" or wording.head.pos_ == "VERB":
        raise NotClearError("done, not there")
    return f"will there be {phrases.noun(wording.head, paragraph, longest=10)}"


def enough(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether there will be as much as somebody says is needed."""
    name = phrases.noun(wording.head, paragraph, lean=True)
    text = f"will there be enough {_MORE.sub('', name)}"
    if wording.actor is None:
        return text
    return f"{text} for {phrases.noun(wording.actor, paragraph, lean=True)}"


def heeded(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether somebody is given what they ask for."""
    done = "met" if lemma(wording.head) in {"demand", "ultimatum"} else "heeded"
    name = phrases.noun(wording.head, paragraph, longest=LONGEST - 3)
    return f"will {name} be {done}"


def reason(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What the reason for something is."""
    return f"what is the reason for {phrases.noun(wording.head, paragraph, lean=True)}"


def in_event(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What happened, where it is told in two ways."""
    return f"what happened in {phrases.noun(wording.head, paragraph, longest=9)}"


def known(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What is known about somebody or something."""
    return f"what is known about {phrases.noun(wording.head, paragraph, longest=9)}"


def fate(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What will become of something."""
    return f"what will happen to {phrases.noun(wording.head, paragraph, longest=9)}"


def result(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """How something going on will come out."""
    return f"how will {phrases.noun(wording.head, paragraph, longest=9)} end"


def resumes(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether what has come to a stop goes on."""
    name = phrases.noun(wording.head, paragraph, longest=9)
    return f"will {re.sub('(?<![a-z])(stalled|deadlocked|frozen) ', '', name)} resume"


def blame(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Who did what nobody owns up to."""
    if wording.topic is None:
        raise NotClearError("responsible for what")
    return f"who is responsible for {phrases.noun(wording.topic, paragraph, longest=9)}"


def heir(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Who will take a place."""
    name = phrases.noun(wording.head, paragraph, lean=True)
    return f"who will be the {re.sub('^(an?|the|any) ', '', name, flags=re.IGNORECASE)}"


def winner(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Who will come out first in a contest."""
    contest, rivals = wording.head, wording.actor
    if lemma(contest) in {"heat", "tie", "neck"}:
        if rivals is None or not any(c.dep_ == "conj" for c in rivals.rights):
            raise NotClearError("who against whom")
        other = next(c for c in rivals.rights if c.dep_ == "conj")
        pair = [phrases.noun(t, paragraph, lean=True) for t in (rivals, other)]
        return f"who will win, {' or '.join(pair)}"
    name = phrases.noun(contest, paragraph, longest=LONGEST - 3)
    return f"who will win the {_CLOSENESS.sub('', name)}"


def why(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What a cause, motive or identity is."""
    name = phrases.noun(wording.head, paragraph, lean=True)
    if len(name.split()) < _TELLS_WHICH:
        raise NotClearError("of what it is the cause is not said")
    determined = any(c.dep_ in {"det", "poss"} for c in wording.head.lefts)
    return f"what {be_form(wording.head, past=False)} {'' if determined else 'the '}{name}"
