"""What a text says a name is: "Tarvo is a town", "Tarvo, a newspaper", "Tarvo, 29,"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.entities.class_evidence import FAIR, SLIGHT, STRONG, Vote
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.lexicons import words
from tui.analysis.lexicons.class_nouns import BODY_NOUNS_BEFORE, TRADES
from tui.analysis.lexicons.countries import PLACE_NAMES
from tui.analysis.lexicons.title_words import GENDERED_NOUNS, OFFICES
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SETTLEMENTS = words(
    """
    city town village port capital suburb district province region state island county
    municipality hamlet resort neighbourhood neighborhood enclave township republic
    """
)
"""What stands before the name of a place: "the town of", "the capital"."""
_SHARED = words(
    """
    leader partner member chair head owner chief general private major minor principal champion
    player trader executive expert specialist official broadcaster manager candidate nominee
    frontrunner incumbent director producer designer consultant investor adviser trainer founder
    representative speaker officer
    """
)
"""Offices that bodies and firms have too: "Tarvo is a leader in tyres"."""


def stated_types(candidate: NameCandidate) -> Iterator[Vote]:
    """The votes of an age, an apposition and what a name is said to be."""
    doc, end = candidate.paragraph.doc, candidate.end
    if end + 1 >= len(doc):
        return
    follower = doc[end].text
    if follower == ",":
        age = doc[end + 1].text
        if age.isdecimal() and len(age) == 2 and end + 2 < len(doc) and doc[end + 2].text in ",.":
            yield EntityType.PERSON, FAIR
            return
    elif doc[end].lemma_ != "be":
        return
    head = doc[end - 1]
    nouns = [child for child in head.children if child.dep_ == "appos" and child.i > end]
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        nouns += [child for child in head.head.children if child.dep_ == "attr"]
    for noun in nouns:
        yield from _told_by(doc, noun, end - candidate.start == 1)


def _told_by(doc: Doc, noun: Token, is_one_word: bool) -> Iterator[Vote]:
    """What one noun tells that is said of a name."""
    word = noun.lower_
    if word == "one" and noun.i + 2 < len(doc) and doc[noun.i + 1].lower_ == "of":
        # "Tarvo, one of several towns"
        word = next((t.lemma_ for t in doc[noun.i + 2 : noun.i + 6] if t.tag_ == "NNS"), word)
    elif noun.pos_ != "NOUN":
        return
    if word in SETTLEMENTS:
        yield EntityType.PLACE, STRONG
    elif word in BODY_NOUNS_BEFORE or (word in TRADES and _is_largest(noun)):
        yield EntityType.ORG, STRONG
    elif word in GENDERED_NOUNS:
        yield EntityType.PERSON, STRONG
    elif word in OFFICES and word not in _SHARED and is_one_word:
        yield EntityType.PERSON, SLIGHT


def _is_largest(noun: Token) -> bool:
    """Whether a trade has its country or rank: "Norway's biggest oil producer"."""
    return any(
        child.tag_ == "JJS"
        or child.lower_ in ("biggest", "largest", "leading")
        or (child.dep_ == "poss" and child.text in PLACE_NAMES)
        for child in noun.children
    )
