"""What an authority, a court or parties will decide.

As in `templates`, each function returns the words of a question without capital and mark, or
raises `NotClearError` where a part is missing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness.deciding import APPROVED_NOUNS
from tui.analysis.questions.clauses import auxiliaries, is_under_way, lemma
from tui.analysis.questions.frames.frame import acts
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording.finishing import definite
from tui.analysis.questions.wording.naming import possessive, set_off
from tui.analysis.questions.wording.phrases import NotClearError, Phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_WEIGHING = words("consider weigh mull contemplate ponder review deliberate look consult discuss")
"""What is done about a matter by whoever will decide on it."""
_PLANS = words("idea option possibility scheme")
"""What is decided on, beside what is approved, where it is looked at."""
_ON_TRIAL = words("plead declare stand await")
_UNREAL = words("would could may might should")
_TOLD = words("had has have been")
"""Auxiliaries of what was considered, and may be no longer."""
_TELLS_WHICH = 2
"""Words of a matter that says what is to be decided."""


def rules(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What a decision will be."""
    topic = wording.topic
    about = phrases.noun(topic, paragraph, lean=True) if topic is not None else ""
    noun = lemma(wording.head)
    if not about:
        raise NotClearError("nobody decides on anything")
    if wording.actor is None:
        if noun in {"agreement", "deal", "consensus"}:
            return f"will there be {_article(noun)} {noun} on {about}"
        return (
            f"what will be decided on {about}"
            if noun == "decision"
            else f"what will be the {noun} on {about}"
        )
    name = phrases.noun(wording.actor, paragraph, lean=True)
    if noun in {"agreement", "deal", "consensus"}:
        return f"will {name} reach {_article(noun)} {noun}" + f" on {about}"
    if noun in {"verdict", "ruling", "judgment", "judgement", "sentence"}:
        return f"how will {name} rule" + f" on {about}"
    if noun != "decision":
        raise NotClearError("not decided but done")
    return f"what will {name} decide" + f" on {about}"


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def court(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether a party will be convicted."""
    if wording.actor is None:
        raise NotClearError("no parties")
    if lemma(wording.head) not in _ON_TRIAL:
        return sued(phrases, wording, paragraph)
    name = phrases.noun(wording.actor, paragraph, lean=True)
    return f"will {name} be convicted"


def sued(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether somebody wins who is suing or has filed a suit."""
    actor, head = wording.actor, wording.head
    verb = head if head.pos_ == "VERB" else head.head
    if actor is None or any(a.lower_ in _UNREAL for a in auxiliaries(verb)):
        raise NotClearError("nobody sues, or not yet")
    name = possessive(phrases.noun(actor, paragraph, lean=True))
    whom = wording.topic
    against = f" against {phrases.noun(whom, paragraph, lean=True)}" if whom is not None else ""
    noun = "suit" if lemma(head) == "sue" else head.lower_
    if not against or noun not in {"lawsuit", "suit"}:
        raise NotClearError("who wins against whom is not said")
    return f"will {name} {noun}{against} succeed"


def considered(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What those who consider a matter will decide."""
    actor, matter = wording.actor, wording.topic
    if matter is None or matter.pos_ not in {"NOUN", "PROPN"}:
        raise NotClearError("nothing to decide on")
    verb = _verb_above(matter)
    told = any(a.lower_ in _TOLD for a in auxiliaries(verb))
    glanced_at = lemma(verb) == "look" and lemma(matter) not in APPROVED_NOUNS | _PLANS
    if lemma(verb) not in _WEIGHING or told or glanced_at:
        raise NotClearError("talked about, not decided on")
    if verb.head.pos_ == "NOUN" and verb.head != actor:
        raise NotClearError("reports that it is considered: whether it is")
    if actor is None or not acts(actor) or any(c.dep_ == "conj" for c in actor.rights):
        if not is_under_way(verb) or lemma(verb) == "discuss":
            raise NotClearError("talked about by somebody, not weighed")
        return reviewed(phrases, replace(wording, head=matter), paragraph)
    name = phrases.noun(actor, paragraph, lean=True)
    return f"what will {name} decide on {_matter(phrases, matter, paragraph, name)}"


def reviewed(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What will become of a matter under review: "is being reviewed", "meet to discuss it"."""
    matter = wording.head
    if matter.pos_ not in {"NOUN", "PROPN"} or acts(matter):
        raise NotClearError("somebody, not a matter")
    return f"what will be decided on {_matter(phrases, matter, paragraph, '')}"


def _matter(phrases: Phrases, matter: Token, paragraph: Paragraph, subject: str) -> str:
    """What is to be decided on, where the text says which."""
    about = phrases.noun(matter, paragraph, subject=subject, longest=9)
    if lemma(matter) in {"kind", "sort", "type"}:
        raise NotClearError("which kind, a clause tells")
    if len(about.split()) < _TELLS_WHICH:
        raise NotClearError("which it is stands elsewhere")
    return about


def on_trial(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Whether somebody on trial will be convicted."""
    accused = wording.head
    on = [c for c in accused.head.rights if c.dep_ == "prep" and c.lower_ == "on"]
    if not any(lemma(c) == "trial" for link in on for c in link.rights):
        raise NotClearError("open in another way")
    name = set_off(accused, phrases.noun(accused, paragraph, lean=True))
    return f"will {name} be convicted"


def faced(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """How a trial that somebody faces, or an appeal, will end."""
    actor, matter = wording.actor, wording.topic
    if actor is None or matter is None:
        raise NotClearError("nobody faces it")
    verb = _verb_above(matter)
    name = phrases.noun(actor, paragraph, lean=True)
    if lemma(verb) == "appeal":
        ruling = phrases.noun(matter, paragraph, longest=9)
        if any(a.lower_ in {"can", "could", "may", "might"} for a in auxiliaries(verb)):
            return f"will {name} appeal against {ruling}"
        return f"will {possessive(name)} appeal against {ruling} succeed"
    is_criminal = any(c.lower_ == "criminal" for c in matter.lefts)
    if lemma(matter) == "trial" or (lemma(matter) == "charge" and is_criminal):
        return f"will {name} be convicted"
    raise NotClearError("faced, but by whom it is decided is not said")


def contested(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """Who will win a contest that the text names: "the race for the north"."""
    contest = wording.head
    where = [c for c in contest.rights if c.dep_ == "prep" and c.lower_ in {"for", "in"}]
    if not where or contest.tag_ == "NNS" or lemma(contest) == "neck":
        raise NotClearError("which contest stands elsewhere")
    name = phrases.noun(contest, paragraph, longest=9)
    return f"who will win {definite(name)}"


def _verb_above(noun: Token) -> Token:
    """The verb that governs a noun, over a preposition too."""
    return noun.head.head if noun.head.dep_ == "prep" else noun.head
