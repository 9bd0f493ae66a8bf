"""What an authority, a court or parties will decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import lemma
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording.phrases import NotClearError, Phrases

if TYPE_CHECKING:
    from tui.analysis.parsed import Paragraph


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
    name = phrases.noun(wording.actor, paragraph, lean=True)
    verb = lemma(wording.head)
    if verb in {"plead", "declare", "stand", "await"}:
        return f"will {name} be convicted"
    raise NotClearError("who wins against whom is rarely what is asked")
