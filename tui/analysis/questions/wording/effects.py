"""Events that are asked after in a form of their own: what ends, what it costs, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness import deciding
from tui.analysis.lexicons.openness.foreseeing import EVENT_NOUNS
from tui.analysis.lexicons.openness.knowing import INQUIRY_NOUNS
from tui.analysis.questions.clauses import complement, lemma, object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_EVENTS = (
    EVENT_NOUNS
    | INQUIRY_NOUNS
    | deciding.MEETING_NOUNS
    | deciding.REVIEW_NOUNS
    | deciding.GRANTED_NOUNS
)
_DEEDS = ("tion", "sion", "ening")
"""Endings of nouns made of verbs."""
_ENDING = words("mean spell mark bring herald signal")
_SUMS = words("thousands millions billions trillions hundreds tens")
_PAYERS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"})
_LARGE = 3
"""Digits of a number that is an estimate: "two" is a count, "300" is about how many."""


def effective(verb: Token) -> Token:
    """The verb that an event is about: "will do little to save it" is about saving."""
    little = complement(verb, "dobj")
    if verb.lemma_ != "do" or little is None or little.lower_ not in {"little", "nothing"}:
        return verb
    for child in [*verb.rights, *little.rights]:
        if child.dep_ in {"advcl", "xcomp", "relcl", "acl"} and any(
            c.tag_ == "TO" for c in child.lefts
        ):
            return child
    return verb


def is_forced(verb: Token) -> bool:
    """Whether a verb is what somebody may have to do."""
    before = [t.lemma_ for t in verb.doc[max(verb.i - 3, 0) : verb.i]]
    return verb.dep_ == "xcomp" and (
        before[-2:] == ["have", "to"] or before == ["have", "to", "be"]
    )


def what_ends(verb: Token) -> Token | None:
    """What something puts an end to: "could mean the end of the line"."""
    end = complement(verb, "dobj")
    if verb.lemma_ not in _ENDING or end is None or end.lemma_ != "end":
        return None
    return object_of(end, "of", "to")


def who_pays(verb: Token) -> list[Token] | None:
    """The words for who pays a sum that something costs; `None` where no sum is named."""
    if verb.lemma_ != "cost":
        return None
    payer: list[Token] = []
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.lower_ in _SUMS or token.tag_ in {"CD", "$"} or token.text in {"£", "€"}:
            return payer
        if token.pos_ not in _PAYERS:
            return None
        payer.append(token)
    return None


def asked_words(first: str, subject: Token, name: str, rest: list[str]) -> list[str]:
    """The front of a question; an estimated number in the subject is what is asked for."""
    number = next((c for c in subject.lefts if c.dep_ == "nummod"), None)
    if number is not None and sum(c.isdigit() for c in number.text) >= _LARGE:
        _, found, counted = name.rpartition(f"{number.text} ")
        is_range = counted.split(" ")[0] in {"and", "or", "to"}
        if found and subject.tag_ == "NNS" and not is_range:
            return [f"how many {counted}", first, *rest]
    return [first, name, *rest]


def is_deed(noun: Token) -> bool:
    """Whether a noun is for something done, an inquiry or a vote: no thing, sum or person."""
    return lemma(noun) in _EVENTS or (noun.tag_ == "NN" and lemma(noun).endswith(_DEEDS))
