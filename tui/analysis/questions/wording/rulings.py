"""What an authority, a court or parties will decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import lemma
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording.phrases import LONGEST, NotClearError, Phrases

if TYPE_CHECKING:
    from tui.analysis.parsed import Paragraph


def rules(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """What a decision will be."""
    topic = wording.topic
    about = phrases.noun(topic, paragraph, lean=True) if topic is not None else ""
    noun = lemma(wording.head)
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
    if noun != "decision":
        raise NotClearError("not decided but done")
    return f"what will {name} decide" + (f" on {about}" if about else "")


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


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
    verb = lemma(wording.head)
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
