"""Frames of what is still before somebody: considered, to be ruled on, not done so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding
from tui.analysis.questions.clauses import (
    complement,
    is_infinitive,
    is_negated,
    is_passive,
    is_under_way,
    is_verbal,
    lemma,
    object_of,
    passive_subject,
    shared_subject,
)
from tui.analysis.questions.embedded import embedded_question
from tui.analysis.questions.frames.frame import Frame, acts
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset({"will", "would", "may", "might", "could", "'ll"})
_ARRANGED = frozenset({"be", "expect", "due", "schedule", "set", "have", "need"})
_VAGUE_ACTORS = frozenset({"i", "we", "you", "people", "couple", "who", "which", "that"})


def _is_ahead(verb: Token) -> bool:
    """Whether a verb tells what is to come: "will rule", "is expected to rule"."""
    modal = any(c.lower_ in _AHEAD for c in verb.lefts)
    return modal or (is_infinitive(verb) and lemma(verb.head) in _ARRANGED)


def _weighing(token: Token) -> FrameMatch | None:
    """Is considering the return of trains; is looking at the idea; is consulting on it."""
    matter = complement(token, "dobj", "xcomp") or object_of(token, "at", "on", "about", "over")
    holder = shared_subject(token)
    if not is_under_way(token) or is_negated(token) or embedded_question(token) is not None:
        return None
    if matter is None or holder is None or matter.pos_ == "PRON":
        return None
    if is_verbal(matter) and matter.tag_ == "VBG":
        return FrameMatch((token,), Wording(Form.EVENT, matter, actor=holder), holder)
    return FrameMatch((token,), Wording(Form.TOPIC, matter, actor=holder, topic=matter), holder)


def _weighed(token: Token) -> FrameMatch | None:
    """The powers are being reviewed."""
    matter = passive_subject(token)
    being = any(c.lower_ == "being" for c in token.lefts)
    if not being or is_negated(token) or matter is None or matter.pos_ == "PRON":
        return None
    return FrameMatch((token,), Wording(Form.FATE, matter, topic=matter))


def _weighs_doing(token: Token) -> FrameMatch | None:
    """Considers closing the line; has for months weighed closing it."""
    act, holder = complement(token, "xcomp"), shared_subject(token)
    if act is None or act.tag_ != "VBG" or is_negated(token) or is_under_way(token):
        return None
    perfect = any(c.lower_ in {"has", "have"} for c in token.lefts)
    if token.tag_ not in {"VBZ", "VBP"} and not perfect:
        return None
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=holder), holder)


def _meeting_to(token: Token) -> FrameMatch | None:
    """The owners meet on Friday to discuss the sale."""
    meeting, matter = token.head, complement(token, "dobj")
    if token.dep_ not in {"advcl", "xcomp"} or not is_infinitive(token) or matter is None:
        return None
    if lemma(meeting) not in {"meet", "gather", "convene"} or meeting.tag_ in {"VBD", "VBN"}:
        return None
    wording = Wording(Form.FATE, matter, topic=matter)
    return FrameMatch((meeting, token), wording, shared_subject(meeting))


def _to_rule(token: Token) -> FrameMatch | None:
    """The judge may decide next week; the date would be determined by officials."""
    actor = shared_subject(token)
    if is_negated(token) or not _is_ahead(token) or embedded_question(token) is not None:
        return None
    if actor is None or actor.lower_ in _VAGUE_ACTORS:
        return None
    passive = is_passive(token)
    if passive and lemma(token) not in deciding.SETTLED_BY:
        return None
    if not passive:
        if token.dep_ in {"relcl", "acl"} or lemma(token) == "announce":
            return None
        # Anybody votes or considers something; here it is those who act in public.
        if lemma(token) in {"vote", "consider"} and not acts(actor):
            return None
        if lemma(token) == "consider" and complement(token, "dobj", "xcomp") is not None:
            return None
    wording = Wording(Form.FATE, actor, topic=actor)
    if not passive:
        wording = Wording(Form.EVENT, token, actor=actor)
    return FrameMatch((token,), wording, None if passive else actor)


def _put_to(token: Token) -> FrameMatch | None:
    """Will be put to the courts for approval; the charge is still to be heard."""
    plan = passive_subject(token)
    if plan is None or is_negated(token) or not _is_ahead(token) or token.dep_ in {"acl", "xcomp"}:
        return None
    if lemma(token) != "hear":
        purpose, judge = object_of(token, "for"), object_of(token, "to", "before")
        approving = purpose is not None and lemma(purpose) in deciding.ASSENT_NOUNS
        if judge is None or not (approving or lemma(judge) in deciding.JUDGES):
            return None
    return FrameMatch((token,), Wording(Form.FATE, plan, topic=plan))


def _needing_assent(token: Token) -> FrameMatch | None:
    """The plan still needs approval, is awaiting it or is subject to it."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in {"dobj", "pobj"} or is_negated(verb) or verb.tag_ == "VBD":
        return None
    if lemma(verb) not in deciding.NEEDING | {"seek", "await", "wait"}:
        return None
    if any(c.tag_ == "MD" for c in verb.lefts):
        return None  # "Parents must seek the approval of the school": a rule.
    plan = shared_subject(verb if is_verbal(verb) else verb.head)
    if plan is None or plan.lower_ in _VAGUE_ACTORS:
        return None
    return FrameMatch((verb, token), Wording(Form.TOPIC, token, topic=token))


def _has_not(token: Token) -> FrameMatch | None:
    """The governor has not endorsed her: that may yet come."""
    verb = token.head
    actor = shared_subject(verb)
    if token.dep_ != "neg" or verb.tag_ != "VBN" or is_passive(verb) or not is_verbal(verb):
        return None
    if not any(c.lower_ in {"has", "have"} for c in verb.lefts) or verb.dep_ == "advcl":
        return None
    if actor is None or actor.lower_ in _VAGUE_ACTORS or lemma(verb) in _STATES:
        return None
    # What is not so, and will not be asked after: "has not hurt it". The words of the text do.
    return FrameMatch((token, verb), Wording(Form.TOPIC, actor, topic=actor), actor)


def _still_has_to(token: Token) -> FrameMatch | None:
    """Still has to win a majority."""
    verb = token.head
    act = complement(verb, "xcomp")
    if token.dep_ != "advmod" or lemma(verb) not in {"have", "need", "be"}:
        return None
    if act is None or not is_infinitive(act) or verb.tag_ == "VBD":
        return None
    actor = shared_subject(verb)
    return FrameMatch((token, act), Wording(Form.EVENT, act, actor=actor), actor)


_STATES = frozenset({"be", "have", "see", "hear", "know", "meet"})
_WEIGHING = deciding.CONSIDERING | {"look", "consult"}
_HANDING = frozenset({"put", "submit", "send", "refer", "present", "hear"})

FRAMES = (
    Frame(Rule.BEING_CONSIDERED, Kind.UNDECIDED, 0.52, _WEIGHING, _weighing),
    Frame(Rule.BEING_CONSIDERED, Kind.UNDECIDED, 0.55, deciding.CONSIDERING, _weighed),
    Frame(Rule.BEING_CONSIDERED, Kind.UNDECIDED, 0.52, deciding.CONSIDERING, _weighs_doing),
    Frame(Rule.BEING_CONSIDERED, Kind.UNDECIDED, 0.5, deciding.CONSIDERING, _meeting_to),
    Frame(Rule.TO_BE_RULED_ON, Kind.UNDECIDED, 0.45, deciding.RULING | {"choose"}, _to_rule),
    Frame(Rule.PUT_TO_THEM, Kind.UNDECIDED, 0.5, _HANDING, _put_to),
    Frame(Rule.NEEDS_ASSENT, Kind.UNDECIDED, 0.48, deciding.ASSENT_NOUNS, _needing_assent),
    Frame(Rule.NOT_YET_DONE, Kind.UNDECIDED, 0.42, frozenset({"not", "n't", "n’t"}), _has_not),
    Frame(Rule.YET_TO_BE_DONE, Kind.UNDECIDED, 0.5, frozenset({"still"}), _still_has_to),
)
