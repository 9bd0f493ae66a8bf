"""What keeps a clause from being asked: parts that stand elsewhere, or that would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.questions.clauses import (
    SUBJECTS,
    WH_TAGS,
    auxiliaries,
    is_infinitive,
    lemma,
    subject_of,
)
from tui.analysis.questions.embedded import is_split_off

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTED = words("many much few little long far often")
"""What is asked for by how: "how many sheep drowned"."""
_NARROWING = words("only merely hardly barely scarcely longer than")
"""What stands before a verb and would have to stand in its question."""
_TOLD = words("was were had did being")
"""Auxiliaries of what is over or under way."""
_CIRCUMSTANCES = words("under in at amid during through across following despite")
"""Prepositions of where, when and how, which a long question can do without."""
_CAUSING = words("cause force prompt lead get allow enable encourage drive push")
"""Verbs whose object does something, as an infinitive behind it says."""
_LIGHT = words("be have take make give play pose do hold put get")
"""Verbs that say little with their object alone."""
_LINKING = words("be become seem remain")
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd", "dative"})
_NO_PREDICATE = frozenset({"punct", "cc", "conj", "advmod", "npadvmod", "advcl", "neg"})
_CLAUSES = 4
"""Clauses that a wh-word may stand above the verb it belongs to."""


def is_narrowed(verb: Token) -> bool:
    """Whether a word before a verb makes it less than it says: "could only achieve it"."""
    if verb.head.lower_ == "than":
        return True
    subject = subject_of(verb)
    before = subject.i if subject is not None else -1
    return any(c.lower_ in _NARROWING for c in verb.lefts if c.i > before or c.lower_ == "than")


def is_when(phrase: Token) -> bool:
    """Whether a phrase only tells when: a question may do without."""
    return any(t.ent_type_ in {"DATE", "TIME"} for t in [phrase, *phrase.rights])


def is_circumstance(phrase: Token) -> bool:
    """Whether an end only tells where or how: a long question may lack it, but no condition."""
    after_comma = phrase.i > 0 and phrase.nbor(-1).text == ","
    return phrase.dep_ == "prep" and (phrase.lower_ in _CIRCUMSTANCES or after_comma)


def can_end(verb: Token, tokens: list[Token]) -> bool:
    """Whether a question may end with some words of its clause: with a noun that says enough.

    "Take part" and "pose a risk" say nothing without what follows.
    """
    last = next(t for t in reversed(tokens) if not t.is_punct)
    empty = lemma(verb) in _LIGHT and last.head == verb
    return last.pos_ in {"NOUN", "PROPN", "NUM"} and not empty


def says_nothing(verb: Token) -> bool:
    """Whether what is done or is stands in another clause: "if he does", "whether it is"."""
    if lemma(verb) not in {"do", "have", "be"}:
        return False
    if any(c.dep_ not in _NO_PREDICATE for c in verb.rights):
        return False
    before = (t for c in verb.lefts for t in c.subtree)
    return not any(_asks_what(t) for t in before)


def is_misread(clause: Token, opening: Token) -> bool:
    """Whether a clause with a wh-word tells a time ("discussed when she came"), or lost its how.

    "How crucial trade becomes" may be read as of crucial trade.
    """
    if opening.lower_ == "when":
        ahead = any(a.tag_ == "MD" for a in auxiliaries(clause))
        return bool(clause.dep_ == "advcl" and not ahead)
    if opening.lower_ != "how" or lemma(clause) not in _LINKING:
        return False
    return not any(c.dep_ in {"acomp", "attr", "oprd", "advmod"} for c in clause.children)


def is_done(verb: Token) -> bool:
    """Whether a form without a subject tells what is over: "sold", "set to have fallen"."""
    auxes = auxiliaries(verb)
    if is_infinitive(verb):
        return any(lemma(a) == "have" for a in auxes)
    return bool(verb.tag_ == "VBN" and not auxes)


def _asks_what(token: Token) -> bool:
    """Whether a wh-word stands for what is done or is: "where it is", "how old it is"."""
    if token.lower_ == "how":
        return bool(token.head.pos_ == "ADJ")
    return token.tag_ in WH_TAGS and token.lower_ not in {"when", "why"}


def is_within_question(verb: Token) -> bool:
    """Whether a verb lacks what a wh-word before it stands for: "whom she has to win over"."""
    for _ in range(_CLAUSES):
        for child in verb.lefts:
            if child.dep_ not in SUBJECTS and any(_is_wh(t) for t in child.subtree):
                return True
        if verb.dep_ not in {"xcomp", "ccomp", "pcomp"}:
            return False
        verb = verb.head
        if verb.dep_ not in {"relcl", "xcomp", "ccomp", "pcomp"}:
            return False
    return False


def _is_wh(token: Token) -> bool:
    return token.tag_ in WH_TAGS and token.lower_ != "that"


def is_over(verb: Token) -> bool:
    """Whether a clause is no forecast: "it is possible that they were sold, are being sold"."""
    auxes = {c.lower_ for c in auxiliaries(verb)}
    return (verb.tag_ == "VBD" and not auxes) or bool(auxes & _TOLD)


def asks_for_subject(opening: Token, subject: Token) -> bool:
    """Whether a wh-word asks for the subject itself: "who won", "how many sheep drowned"."""
    if opening == subject or opening.head == subject:
        return True
    return opening.head.lower_ in _COUNTED and opening.head.head == subject


def is_stranded(verb: Token) -> bool:
    """Whether a clause ends in a preposition without its noun: "what it is about"."""
    return any(t.dep_ == "prep" and not t.n_rights for t in verb.subtree if t.i > verb.i)


def lacks_an_end(verb: Token, needed: list[Token], free: list[Token]) -> bool:
    """Whether a complement of a verb is not among those that are shown."""
    shown = {c.i for c in [*needed, *free]}
    objects = [c for c in needed if c.dep_ == "dobj"]
    if len(objects) > 1 and objects[-1].left_edge.lower_ == "this":
        return True  # "Shift the mood this season": a time, read as a second object.
    if any(c.dep_ == "attr" and c.tag_ == "CD" for c in needed):
        return True  # "There may be three": of what is said elsewhere.
    if lemma(verb) in _CAUSING and any(c.dep_ == "advcl" and is_infinitive(c) for c in verb.rights):
        return True  # "Cause heads to turn": what they do was read as a purpose.
    return any(c.i not in shown and _is_needed(c) and not is_split_off(c) for c in verb.rights)


def _is_needed(child: Token) -> bool:
    if child.dep_ == "advmod":
        return bool(child.n_lefts or child.n_rights)  # "Too far", "back in the running".
    return child.dep_ in _COMPLEMENTS
