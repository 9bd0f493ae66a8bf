"""Frames of what a party has to do: a deadline, its turn, something in exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import asserting, demanding
from tui.analysis.questions.clauses import (
    complement,
    is_infinitive,
    is_negated,
    is_passive,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.frames.frame import Frame, acts
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset({"will", "would", "could", "'ll"})


def _time_given(token: Token) -> FrameMatch | None:
    """Has 30 days to reply; was given two weeks to clean up."""
    verb = token.head
    if token.dep_ != "dobj" or lemma(verb) not in {"have", "give"}:
        return None
    if not any(c.pos_ == "NUM" or c.lower_ in {"a", "an"} for c in token.lefts):
        return None
    act = complement(token, "relcl", "acl") or complement(verb, "advcl", "xcomp")
    if act is None or not is_infinitive(act):
        return None
    party = shared_subject(verb)
    if lemma(verb) == "give" and not is_passive(verb):
        party = complement(verb, "dative")
    if not acts(party):
        return None
    return FrameMatch((verb, token), Wording(Form.EVENT, act, actor=party))


def _deadline_for(token: Token) -> FrameMatch | None:
    """Set a deadline of May 1 for the firm to reply."""
    verb = token.head
    if token.dep_ not in {"dobj", "nsubjpass"} or lemma(verb) not in {"set", "give", "impose"}:
        return None
    act = complement(verb, "advcl", "xcomp") or complement(token, "acl", "relcl")
    if act is None or not is_infinitive(act):
        return None
    return FrameMatch((verb, token), Wording(Form.EVENT, act, actor=subject_of(act)))


def _up_to(token: Token) -> FrameMatch | None:
    """It is up to Norland to make the first move."""
    verb = token.head
    party = object_of(token, "to")
    if lemma(verb) != "be" or party is None or not acts(party) or is_negated(verb):
        return None
    act = complement(verb, "xcomp", "advcl", "ccomp") or complement(party, "acl", "relcl")
    if act is None or not is_infinitive(act):
        return None
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=party), party)


def _in_exchange(token: Token) -> FrameMatch | None:
    """Would free the men in exchange for food."""
    link = token.head
    verb = link.head
    if token.dep_ != "pobj" or link.lower_ != "in" or object_of(token, "for") is None:
        return None
    if not is_verbal(verb) or not any(c.lower_ in _AHEAD for c in verb.lefts):
        return None
    actor = shared_subject(verb)
    if actor is None:
        return None
    return FrameMatch((token,), Wording(Form.EVENT, verb, actor=actor), actor)


def _must_be(token: Token) -> FrameMatch | None:
    """There must be an inquiry, the widow said; more must be done."""
    verb = token.head
    saying = verb.head
    if token.dep_ != "aux" or verb.dep_ != "ccomp" or is_negated(verb):
        return None
    if lemma(saying) not in asserting.ASSERTING | demanding.DEMANDING:
        return None
    if any(c.dep_ == "expl" for c in verb.lefts):
        noun = complement(verb, "attr")
        if noun is None or noun.pos_ != "NOUN":
            return None
        return FrameMatch(
            (token, noun), Wording(Form.EXISTENCE, noun, topic=noun), shared_subject(saying)
        )
    subject = subject_of(verb)
    if subject is None or subject.lower_ != "more" or lemma(verb) != "do":
        return None
    return FrameMatch(
        (token, subject), Wording(Form.EVENT, verb, actor=subject), shared_subject(saying)
    )


def _insisting_on(token: Token) -> FrameMatch | None:
    """The rebels insist on a full pullout."""
    wanted = object_of(token, "on", "upon")
    holder = shared_subject(token)
    if wanted is None or wanted.pos_ != "NOUN" or is_verbal(wanted) or not acts(holder):
        return None
    if (
        token.tag_ not in {"VBZ", "VBP", "VBG"}
        or is_negated(token)
        or any(c.dep_ == "poss" for c in wanted.lefts)
    ):
        return None
    return FrameMatch((token, wanted), Wording(Form.EXISTENCE, wanted, topic=wanted), holder)


_TIMES = frozenset({"hour", "day", "week", "month", "year"})

FRAMES = (
    Frame(Rule.DEADLINE, Kind.CONDITION, 0.5, _TIMES, _time_given),
    Frame(Rule.DEADLINE, Kind.CONDITION, 0.5, frozenset({"deadline"}), _deadline_for),
    Frame(Rule.THEIR_TURN, Kind.CONDITION, 0.48, frozenset({"up"}), _up_to),
    Frame(Rule.IN_EXCHANGE, Kind.CONDITION, 0.46, frozenset({"exchange", "return"}), _in_exchange),
    Frame(Rule.MUST_BE_DONE, Kind.CONDITION, 0.4, frozenset({"must", "should"}), _must_be),
    Frame(Rule.INSISTED_ON, Kind.CONDITION, 0.42, frozenset({"insist"}), _insisting_on),
)
