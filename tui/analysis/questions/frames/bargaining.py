"""Frames of bargaining and pressing: talks are held, something is sought, somebody is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding
from tui.analysis.questions.clauses import (
    auxiliaries,
    complement,
    is_infinitive,
    is_negated,
    is_verbal,
    lemma,
    object_of,
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


def _talks_held(token: Token) -> FrameMatch | None:
    """Talks have begun; the owners hold talks over the sale."""
    verb = token.head
    if is_negated(token) or token.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    if lemma(verb) not in deciding.GOING_ON or is_negated(verb):
        return None
    matter = object_of(token, "over", "on", "about", "for")
    matter = matter or object_of(verb, "over", "on", "about")
    if matter is not None and matter.pos_ in {"NOUN", "PROPN"}:
        return FrameMatch((verb, token), Wording(Form.FATE, matter, topic=matter))
    return FrameMatch((verb, token), Wording(Form.RESULT, token, topic=token))


def _sought(token: Token) -> FrameMatch | None:
    """The villagers are seeking better protection; the heirs demand a new inquiry."""
    wanted, holder = complement(token, "dobj"), shared_subject(token)
    if token.tag_ not in {"VBG", "VBZ", "VBP"} or is_negated(token) or holder is None:
        return None
    if wanted is None or wanted.pos_ not in {"NOUN", "PROPN"}:
        return None
    wording = Wording(Form.EXISTENCE, wanted, topic=wanted)
    return FrameMatch((token, wanted), wording, holder)


def _pressed(token: Token) -> FrameMatch | None:
    """Is under pressure to pay; pressure on the firm to pay has grown."""
    verb = token.head
    act = complement(token, "acl", "advcl", "relcl")
    if act is None:
        governor = verb.head if verb.dep_ == "prep" else verb
        act = complement(governor, "advcl", "xcomp") if is_verbal(governor) else None
    party = object_of(token, "on")
    if party is None and verb.lower_ == "under":
        party = shared_subject(verb.head) if is_verbal(verb.head) else verb.head
    if party is None and is_verbal(verb):
        faces = lemma(verb) in {"face", "feel", "resist"}
        party = shared_subject(verb) if faces else object_of(verb, "on")
    if party is None or act is None or not is_infinitive(act):
        return None
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=party))


def _should_pass(token: Token) -> FrameMatch | None:
    """Suggested that she be dismissed: the bare verb tells a wish from a report."""
    clause = content_clause(token)
    if clause is None or is_negated(token) or clause.i < token.i:
        return None
    actor = subject_of(clause)
    be = next((c for c in [clause, *auxiliaries(clause)] if c.lower_ == "be"), None)
    bare = be if be is not None else clause
    if actor is None or bare.tag_ != "VB" or is_infinitive(clause):
        return None
    if any(c.tag_ == "MD" or c.lower_ in {"do", "does", "did"} for c in clause.lefts):
        return None
    # "They demand he go"; of "you", "they" and plurals the form tells a wish only in "be".
    plural = actor.tag_ in {"NNS", "NNPS"} or actor.lower_ in {"they", "you", "we", "i"}
    if plural and be is None:
        return None
    return FrameMatch((token,), Wording(Form.EVENT, clause), shared_subject(token))


_TALKS = frozenset({"talk", "negotiation", "discussion", "consultation"})
_WISHING = frozenset({"suggest", "ask", "recommend", "propose", "demand", "insist"})

FRAMES = (
    Frame(Rule.TALKS_HELD, Kind.UNDECIDED, 0.38, _TALKS, _talks_held),
    Frame(Rule.SOUGHT, Kind.CONDITION, 0.46, frozenset({"seek", "demand"}), _sought),
    Frame(Rule.UNDER_PRESSURE, Kind.CONDITION, 0.5, frozenset({"pressure"}), _pressed),
    Frame(Rule.DEMANDED, Kind.CONDITION, 0.55, _WISHING, _should_pass),
)
