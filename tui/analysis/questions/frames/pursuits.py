"""Frames of looking for somebody or something: a buyer, a fugitive, the missing, the terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, subjects
from tui.analysis.questions.clauses import (
    complement,
    is_negated,
    is_passive,
    is_under_way,
    is_verbal,
    lemma,
    object_of,
    passive_subject,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.frames.frame import Frame, acts
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.questions.wording.referents import is_human
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_TERMS = frozenset({"detail", "term", "plan", "deal", "agreement", "contract"})
_SETTLING = frozenset({"work", "iron", "hammer", "thrash"})


def _looking_for(token: Token) -> FrameMatch | None:
    """Is looking for a buyer; rescuers are still looking for three miners."""
    sought = object_of(token, "for") if lemma(token) != "seek" else complement(token, "dobj")
    holder = shared_subject(token)
    if sought is None or sought.pos_ == "PRON" or not is_under_way(token):
        return None
    if lemma(sought) in deciding.SOUGHT_NOUNS:
        return FrameMatch((token, sought), Wording(Form.HEIR, sought, topic=sought), holder)
    searchers = holder is not None and lemma(holder) in subjects.SEARCHERS
    people = is_human(sought) or sought.ent_type_ == "PERSON" or lemma(sought) == "survivor"
    if not searchers or not people or lemma(token) == "seek":
        return None
    lost = Wording(Form.WHERE, sought, topic=sought)
    return FrameMatch((token, sought), lost, holder, kind=Kind.UNKNOWN)


def _working_out(token: Token) -> FrameMatch | None:
    """Officials are still working out the details."""
    if not any(c.dep_ == "prt" and c.lower_ == "out" for c in token.rights):
        return None
    terms = passive_subject(token) or complement(token, "dobj")
    if terms is None or lemma(terms) not in _TERMS or token.tag_ == "VBD" or is_negated(token):
        return None
    if not (is_under_way(token) or is_passive(token)):
        return None
    holder = None if is_passive(token) else shared_subject(token)
    return FrameMatch((token, terms), Wording(Form.TOPIC, terms, topic=terms), holder)


def _at_large(token: Token) -> FrameMatch | None:
    """The suspects remain at large."""
    link = token.head
    if link.lower_ != "at" or not is_verbal(link.head) or is_negated(link.head):
        return None
    fugitive = subject_of(link.head)
    if lemma(link.head) not in {"be", "remain"} or fugitive is None or fugitive.pos_ == "PRON":
        return None
    if link.head.tag_ == "VBD" or "by" in {c.lower_ for c in link.lefts}:
        return None
    return FrameMatch((link, token), Wording(Form.WHERE, fugitive, topic=fugitive))


def _never_found(token: Token) -> FrameMatch | None:
    """The killer has never been found; the bodies have not been recovered."""
    lost = passive_subject(token)
    if lost is None or lost.pos_ not in {"NOUN", "PROPN"} or not is_negated(token):
        return None
    if not any(c.lower_ in {"has", "have"} for c in token.lefts):
        return None
    if any(c.lower_ in {"no", "any"} for c in lost.lefts):
        return None  # "No bug has been found": there may be none.
    return FrameMatch((token,), Wording(Form.WHERE, lost, topic=lost))


def _nobody_charged(token: Token) -> FrameMatch | None:
    """No one has been charged over the attack."""
    nobody = passive_subject(token)
    if nobody is None or not is_negated(token) or token.tag_ != "VBN":
        return None
    if nobody.lower_ not in {"one", "nobody", "suspect", "suspects"}:
        return None
    if not any(c.lower_ in {"has", "have"} for c in token.lefts):
        return None
    deed = object_of(token, "over", "with", "in", "for")
    if deed is not None and deed.head.lower_ == "in" and lemma(deed) in {"connection", "relation"}:
        deed = object_of(deed, "with", "to")
    return FrameMatch((nobody, token), Wording(Form.BLAME, token, topic=deed))


def _blaming_each_other(token: Token) -> FrameMatch | None:
    """The two sides blame each other for the clash."""
    other = complement(token, "dobj")
    if other is None or other.lower_ not in {"other", "another"}:
        return None
    deed = object_of(token, "for")
    sides = shared_subject(token)
    if deed is None or sides is None or not (acts(sides) or sides.tag_ in {"NNS", "NNPS"}):
        return None
    found = Wording(Form.BLAME, token, topic=deed)
    return FrameMatch((token, other), found, sides, kind=Kind.DISPUTED)


_FOUND = frozenset({"find", "recover", "locate", "catch", "trace"})

FRAMES = (
    Frame(Rule.LOOKED_FOR, Kind.UNDECIDED, 0.5, frozenset({"seek", "look"}), _looking_for),
    Frame(Rule.BEING_WORKED_OUT, Kind.UNDECIDED, 0.52, _SETTLING, _working_out),
    Frame(Rule.AT_LARGE, Kind.UNKNOWN, 0.58, frozenset({"large"}), _at_large),
    Frame(Rule.NOT_FOUND, Kind.UNKNOWN, 0.56, _FOUND, _never_found),
    Frame(Rule.NOBODY_FOUND, Kind.UNKNOWN, 0.55, frozenset({"charge", "arrest"}), _nobody_charged),
    Frame(Rule.TOLD_DIFFERENTLY, Kind.DISPUTED, 0.56, frozenset({"blame"}), _blaming_each_other),
)
