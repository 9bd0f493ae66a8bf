"""Frames of demanding: a party wants another to act, or will act only if something is done.

The tests follow the conventions of `question_frames`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.lexicons import openness as classes
from tui.analysis.question_candidates import Form, Found, Wording
from tui.analysis.question_clauses import (
    complement,
    is_negated,
    is_verbal,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.question_frames import Frame, acts, lemma
from tui.analysis.results import QuestionKind as Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def _must(token: Token) -> Found | None:
    """A public actor must, or has to, do something."""
    if token.dep_ == "aux" and token.lower_ != "must":
        return None
    verb = token.head if token.dep_ == "aux" else complement(token, "xcomp")
    if verb is None or not is_verbal(verb):
        return None
    actor = shared_subject(verb) if token.dep_ == "aux" else subject_of(token)
    if not acts(actor) or lemma(verb) in {"be", "have", "say", "admit"} or is_negated(verb):
        return None
    if token.tag_ == "VBD":
        return None
    return Found((token,), Wording(Form.EVENT, verb, actor=actor))


def _more_needed(token: Token) -> Found | None:
    """More progress is needed."""
    passive = next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
    noun = passive if passive is not None else complement(token, "dobj")
    if noun is None or not any(c.lower_ in {"more", "further"} for c in noun.lefts):
        return None
    if lemma(noun) not in classes.MORE_NOUNS or is_negated(token):
        return None
    return Found((token, noun), Wording(Form.THERE, noun, topic=noun))


def _demanding(token: Token) -> Found | None:
    """Urge, call on, call for, demand that a party act."""
    if not is_verbal(token) or is_negated(token):
        return None
    holder = shared_subject(token)
    if holder is None or not (acts(holder) or holder.pos_ == "PRON"):
        return None
    act = complement(token, "xcomp", "ccomp", "advcl")
    party = complement(token, "dobj") or object_of(token, "on")
    if lemma(token) in {"demand", "insist", "request"}:
        party = subject_of(act) if act is not None else party
    wanted = object_of(token, "for") if lemma(token) in {"call", "press", "push"} else None
    if holder.pos_ == "PRON" and not acts(party):
        return None
    if wanted is not None and act is None:
        return Found((token, wanted), Wording(Form.TOPIC, wanted, topic=wanted), holder, -0.05)
    if (
        act is None
        or party is None
        or (party.pos_ == "PRON" and party.lower_ in {"me", "you", "us"})
    ):
        return None
    if lemma(token) == "insist" and not any(c.lower_ in {"must", "should"} for c in act.lefts):
        return None
    bonus = 0.1 if acts(party) else -0.1
    return Found((token,), Wording(Form.EVENT, act, actor=party), holder, bonus)


def _called_for(token: Token) -> Found | None:
    """Calls, demands or pressure for something to be done."""
    if token.pos_ != "NOUN" or is_negated(token):
        return None
    act = complement(token, "advcl", "acl", "relcl")
    if act is None:
        link = next(
            (c for c in token.rights if c.dep_ == "prep" and c.lower_ in {"for", "on"}), None
        )
        act = complement(link, "pcomp") if link is not None else None
    if act is None or not any(c.tag_ == "TO" for c in act.lefts):
        return None
    return Found((token,), Wording(Form.EVENT, act, actor=object_of(token, "for", "on")))


def _until(token: Token) -> Found | None:
    """Not until, unless: something waits for something else."""
    clause = token.head
    main = clause.head
    if not is_verbal(clause) or not is_verbal(main) or clause.dep_ != "advcl":
        return None
    future = any(
        c.dep_ == "aux" and c.lower_ in {"will", "wo", "would", "can", "'ll"} for c in main.lefts
    )
    if not future or (token.lower_ == "until" and not is_negated(main)):
        return None
    return Found((token,), Wording(Form.EVENT, main), bonus=0.05, clause=main)


def questions_of_demand() -> Iterator[Frame]:
    """The frames of this module."""
    yield Frame("must be done", Kind.CONDITION, 0.25, frozenset({"must", "need", "have"}), _must)
    yield Frame("more is needed", Kind.CONDITION, 0.5, frozenset({"need", "require"}), _more_needed)
    yield Frame("demanded", Kind.CONDITION, 0.36, classes.DEMANDING, _demanding)
    yield Frame("called for", Kind.CONDITION, 0.45, classes.DEMAND_NOUNS, _called_for)
    yield Frame("only if", Kind.CONDITION, 0.3, frozenset({"until", "unless"}), _until)
