"""Frames of refutation: an assertion is called false, or somebody says that it was not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import asserting
from tui.analysis.questions.clauses import (
    complement,
    is_negated,
    is_verbal,
    lemma,
    object_of,
    owner_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import content_clause
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset({"he", "she", "it", "they"})
_FACTUAL = frozenset({"had", "have", "has", "did", "was", "were"})
_INSISTING = frozenset({"insist", "maintain", "contend", "argue", "say", "claim"})
_ASSERTED = asserting.CLAIM_NOUNS | asserting.ACCOUNTS


def _called_false(token: Token) -> FrameMatch | None:
    """Called the report false; dismissed the charge as nonsense; the claim is untrue."""
    verb = _predicated(token)
    if verb is None or (lemma(token) in {"true", "correct"}) != is_negated(verb):
        return None
    noun = complement(verb, "dobj") or subject_of(verb)
    holder = shared_subject(verb) if noun is not subject_of(verb) else None
    if noun is None or lemma(noun) not in _ASSERTED:
        return None
    clause = content_clause(noun)
    if clause is not None:
        wording = Wording(Form.FACT, clause, actor=holder, topic=noun)
    else:
        wording = Wording(Form.TOPIC, noun, topic=noun)
    return FrameMatch((verb, token), wording, holder)


def _predicated(token: Token) -> Token | None:
    """The verb through which a word is said of something: is false, called false, dismissed as."""
    verb = token.head
    if verb.dep_ == "prep" and verb.lower_ == "as":
        verb = verb.head
    elif token.dep_ not in {"acomp", "attr", "oprd", "ccomp", "xcomp"}:
        return None
    if not is_verbal(verb):
        return None
    known = {"be", "call", "describe", "dismiss", "denounce", "reject", "brand", "label", "remain"}
    return verb if lemma(verb) in known else None


def _own_denial(token: Token) -> FrameMatch | None:
    """Accused of theft, the firm insists that it did not take the papers."""
    if not is_verbal(token) or is_negated(token):
        return None
    clause = content_clause(token)
    subject = subject_of(clause) if clause is not None else None
    holder = shared_subject(token)
    if clause is None or subject is None or holder is None or not is_negated(clause):
        return None
    auxiliaries = {c.lower_ for c in clause.lefts if c.dep_ in {"aux", "auxpass"}}
    if subject.lower_ not in _OWN or not auxiliaries & _FACTUAL or auxiliaries & {"would", "could"}:
        return None
    if not any(lemma(t) in asserting.ACCUSING for t in token.sent):
        return None
    return FrameMatch((token,), Wording(Form.FACT, clause, actor=holder), holder)


def _despite_denials(token: Token) -> FrameMatch | None:
    """Despite his denials that; a denial of the report."""
    if token.pos_ != "NOUN":
        return None
    owner = owner_of(token) or object_of(token, "by")
    clause = content_clause(token)
    if clause is not None:
        return FrameMatch((token,), Wording(Form.FACT, clause, actor=owner), owner)
    matter = object_of(token, "of")
    if matter is None or matter.pos_ == "PRON":
        return None
    if is_verbal(matter):
        return FrameMatch((token,), Wording(Form.FACT, matter, actor=owner), owner)
    if owner is None:
        return None  # "Denials of wrongdoing, followed by": of nobody in particular.
    return FrameMatch((token,), Wording(Form.TOPIC, matter, topic=matter), owner)


def _sides_clash(token: Token) -> FrameMatch | None:
    """Despite or contrary to claims that; claims which are disputed."""
    noun = complement(token, "pobj")
    if token.lower_ == "contrary":
        noun = object_of(token, "to")
    if noun is None or lemma(noun) not in asserting.CLAIM_NOUNS | asserting.ACCOUNTS:
        return None
    clause = content_clause(noun)
    if clause is None:
        return None
    owner = owner_of(noun) or object_of(noun, "from", "by")
    wording = Wording(Form.FACT, clause, actor=owner, topic=noun)
    return FrameMatch((token, noun), wording, owner)


FRAMES = (
    Frame(
        Rule.CALLED_FALSE, Kind.DISPUTED, 0.52, asserting.FALSE | {"true", "correct"}, _called_false
    ),
    Frame(Rule.DENIED_OF_ONESELF, Kind.DISPUTED, 0.5, _INSISTING, _own_denial),
    Frame(Rule.DENIED, Kind.DISPUTED, 0.52, frozenset({"denial"}), _despite_denials),
    Frame(
        Rule.TOLD_DIFFERENTLY, Kind.DISPUTED, 0.5, frozenset({"despite", "contrary"}), _sides_clash
    ),
)
