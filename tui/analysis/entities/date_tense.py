"""Whether what a date belongs to lies before or after the article: "met" or "will meet".

Limits: what was to be ("tried to meet") may have been since, and stays open; "would" is
read as ahead only where its sentence has no other date to count from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE_AUXILIARIES = words("will 'll ’ll wo shall may can ca must")
_CONDITIONS = words("if unless")
_PLANS = words("due set scheduled plan expect intend hope aim begin start slate")
"""Verbs and adjectives whose date lies ahead unless they stand in the past."""


def direction_of(root: Token) -> int:
    """Whether the verb that a date belongs to tells of the past (-1) or the future (1)."""
    token = root
    while token.dep_ != "ROOT" and token.pos_ not in ("VERB", "AUX"):
        token = token.head
        if token.lemma_.lower() in _PLANS and token.pos_ == "ADJ":
            return 0 if _is_past(token.head) else 1
    return _of_verb(token)


def _of_verb(verb: Token) -> int:
    """Whether a verb tells of the past (-1) or the future (1); 0 when it does not say."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    is_perfect = any(child.lemma_ == "have" for child in auxiliaries)
    helpers = {child.lower_ for child in auxiliaries}
    if helpers & _FUTURE_AUXILIARIES and not is_perfect:
        return 1
    if "to" in helpers:
        return 0 if _is_told(verb) else 1
    if "would" in helpers and not is_perfect:
        # Seen from when it was said, which is the day of the article unless a date says else.
        return int(sum(entity.label_ == "DATE" for entity in verb.sent.ents) == 1)
    tags = {verb.tag_, *(child.tag_ for child in auxiliaries)}
    if verb.lemma_.lower() in _PLANS and tags & {"VBZ", "VBP"} and not is_perfect:
        return 1
    if "VBD" in tags and _is_condition(verb):
        return 0
    if "VBD" in tags or is_perfect or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return -1
    # "..., killing two on Monday" happens when its clause does.
    is_participle = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "pcomp")
    return -1 if is_participle and not auxiliaries and _is_past(verb.head) else 0


def _is_condition(verb: Token) -> bool:
    """Whether a clause says what something depends on: "if there was no vote by July"."""
    return any(child.lower_ in _CONDITIONS for child in verb.children if child.dep_ == "mark")


def _is_told(verb: Token) -> bool:
    """Whether an infinitive belongs to something past, which may have come to pass since."""
    if verb.dep_ == "ROOT":
        return False
    owner = verb.head
    is_plan = owner.lemma_.lower() in _PLANS
    if owner.pos_ == "ADJ":
        return _is_past(owner.head)
    return _is_past(owner) and not (is_plan and owner.tag_ == "VBN")


def _is_past(token: Token) -> bool:
    """Whether a word is a verb in the past."""
    auxiliaries = {child.tag_ for child in token.children if child.dep_ in ("aux", "auxpass")}
    return "VBD" in {token.tag_, *auxiliaries}
