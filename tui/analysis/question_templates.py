"""Questions made of a fixed frame and noun phrases: when will X be held, who is X.

Each function returns the words of a question without capital and mark, or raises
`NotClearError` where a part is missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.inflection import be_form, is_plural
from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness import MEETING_NOUNS, SCHEDULE_NOUNS
from tui.analysis.question_candidates import Wording
from tui.analysis.question_phrases import (
    LONGEST,
    NotClearError,
    Phrases,
    phrase_tokens,
)
from tui.analysis.question_references import spoken_for

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_AGAIN = words("again another further more next new")
"""Words of a sentence about meetings of which there was one before."""
_MARKS = " \n\"'“”‘’?"
"""What stands around a question and is no part of it."""
_MORE = re.compile("^(even |much |many |still |some )?(more|further) ", re.IGNORECASE)
_TELLS_WHICH = 3
"""Words of a topic that says which of its kind it is."""
_SPEAKS_FOR_ITSELF = 6
"""Words of a question whose pronouns may stay: it tells more than "Isn't it lovely?"."""


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


def schedule(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """When something will be held."""
    noun = wording.head
    event = noun
    if noun.lemma_.lower() in SCHEDULE_NOUNS:
        found = _scheduled(noun)
        if found is None:
            return _next_meeting(noun)
        event = found
    if event.lemma_.lower() not in MEETING_NOUNS:
        raise NotClearError("not held")
    name = phrases.noun(event, paragraph, lean=True)
    return f"when will {name} be held"


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


def there(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
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
    name = re.sub(
        "^(even |much |many |still |some )?(more|further) ", "", name, flags=re.IGNORECASE
    )
    text = f"will there be enough {name}"
    if wording.actor is None:
        return text
    return f"{text} for {phrases.noun(wording.actor, paragraph, lean=True)}"


def heeded(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether somebody is given what they ask for."""
    done = "met" if wording.head.lemma_.lower() in {"demand", "ultimatum"} else "heeded"
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


def rules(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What a decision will be."""
    topic = wording.topic
    about = phrases.noun(topic, paragraph, lean=True) if topic is not None else ""
    noun = wording.head.lemma_.lower()
    if wording.actor is None:
        if not about:
            raise NotClearError("nobody decides on anything")
        if noun in {"agreement", "deal", "consensus"}:
            return f"will there be {_article(noun)} {noun} on {about}"
        return (
            f"what will be decided on {about}"
            if noun == "decision"
            else f"what will be the {noun} on {about}"
        )
    name = phrases.noun(wording.actor, paragraph, lean=True)
    if noun in {"agreement", "deal", "consensus"}:
        return f"will {name} reach {_article(noun)} {noun}" + (f" on {about}" if about else "")
    if noun in {"verdict", "ruling", "judgment", "judgement", "sentence"}:
        return f"how will {name} rule" + (f" on {about}" if about else "")
    if noun not in {"decision"}:
        raise NotClearError("not decided but done")
    return f"what will {name} decide" + (f" on {about}" if about else "")


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def blame(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Who did what nobody owns up to."""
    if wording.topic is None:
        raise NotClearError("responsible for what")
    return f"who is responsible for {phrases.noun(wording.topic, paragraph, longest=9)}"


def heir(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Who will take a place."""
    name = phrases.noun(wording.head, paragraph, lean=True)
    return f"who will be the {re.sub('^(an?|the|any) ', '', name, flags=re.IGNORECASE)}"


def approval(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether somebody will allow something."""
    if wording.actor is None:
        raise NotClearError("nobody approves")
    name = phrases.noun(wording.actor, paragraph, lean=True)
    room = LONGEST - 2 - len(name.split())
    matter = phrases.noun(wording.head, paragraph, subject=name, longest=room)
    return f"will {name} approve {matter}"


def court(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether a party will win, be convicted, obtain something."""
    if wording.actor is None:
        raise NotClearError("no parties")
    name = phrases.noun(wording.actor, paragraph, lean=True)
    verb = wording.head.lemma_.lower()
    if verb in {"plead", "declare", "stand", "await"}:
        return f"will {name} be convicted"
    if verb in {"go", "take", "head", "turn"} or wording.topic is None:
        return f"will {name} win in court"
    if wording.head.pos_ == "NOUN":
        rival = phrases.noun(wording.topic, paragraph, subject=name, lean=True)
        return f"will {name} win the {verb} against {rival}"
    other = phrases.noun(wording.topic, paragraph, subject=name, lean=True)
    return (
        f"will {name} win the suit against {other}"
        if verb == "sue"
        else f"will {name} obtain {other}"
    )


def why(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What a cause, motive or identity is."""
    name = phrases.noun(wording.head, paragraph, lean=True)
    if len(name.split()) < _TELLS_WHICH:
        raise NotClearError("of what it is the cause is not said")
    determined = any(c.dep_ in {"det", "poss"} for c in wording.head.lefts)
    return f"what {be_form(wording.head, past=False)} {'' if determined else 'the '}{name}"


def verbatim(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """A question of the text, without its opening conjunction."""
    sentence = wording.head.sent
    tokens = [t for t in sentence if t.text != "?"]
    if len(tokens) > LONGEST:
        tokens = _first_question(tokens)
    try:
        text = phrases.words(tokens, paragraph, subject="the sentence's own")
    except NotClearError:
        if len(tokens) < _SPEAKS_FOR_ITSELF:
            raise
        # Its own words are a question all the same.
        text = sentence.doc[tokens[0].i : tokens[-1].i + 1].text.strip(_MARKS)
    opening = text.split(" ")[0].lower() if text else ""
    if opening in {"but", "and", "so"}:
        text = text[len(opening) :].lstrip(" ,")
    return text


def _first_question(tokens: list[Token]) -> list[Token]:
    """A long question up to where another begins, or without the last part it can do without.

    "..., or does it?"; "Does he owe more than he has declared so far?".
    """
    for number, token in enumerate(tokens[4:], 4):
        if token.text in {",", ";", "–", "—"} and tokens[number + 1 :]:
            tokens = tokens[:number]
            break
    ends = [
        number
        for number, token in enumerate(tokens[: LONGEST + 1])
        if number >= _SPEAKS_FOR_ITSELF
        and token.left_edge == token
        and (token.dep_ in {"prep", "mark"} or token.lower_ == "than")
        and any(t.pos_ == "VERB" for t in tokens[:number])
    ]
    return tokens[: ends[-1]] if len(tokens) > LONGEST and ends else tokens


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
        if token.pos_ != "NOUN" or token.lemma_.lower() not in MEETING_NOUNS:
            continue
        again = any(t.lower_ in _AGAIN for t in token.sent)
        if token.tag_ == "NNS":
            return f"when will {'further' if again else 'the'} {token.lower_} be held"
        return f"when will the {'next ' if again else ''}{token.lower_} be held"
    raise NotClearError("nothing is scheduled")
