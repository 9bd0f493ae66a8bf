"""Frames of what may come: possible, not ruled out, put forward with "could" or "may"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import asserting, foreseeing, subjects
from tui.analysis.questions.clauses import (
    WH_TAGS,
    complement,
    governor_negated,
    is_negated,
    is_verbal,
    lemma,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import content_clause
from tui.analysis.questions.frames.frame import Frame, acts
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.questions.wording.referents import is_human
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_CIRCUMSTANCES = frozenset({"so", "as", "though", "if", "before", "until", "when"})
_PUT_FORWARD = asserting.ASSERTING | foreseeing.WARNING | foreseeing.FEARING | foreseeing.AFRAID
_NO_EVENTS = frozenset({"exception", "solution", "position", "option", "explanation", "meaning"})
"""Nouns with the ending of an event that name none."""
_PROPOSED = frozenset({"way", "example", "answer", "solution", "idea"})
_PARTICULAR = frozenset({"the", "this", "these", "its", "their", "his", "her"})


def _possible_event(token: Token) -> FrameMatch | None:
    """A possible or potential event, as a noun phrase."""
    noun = token.head
    if token.dep_ != "amod" or noun.pos_ != "NOUN" or is_negated(noun):
        return None
    eventive = (
        noun.lemma_.endswith(("ment", "tion", "sion", "ing", "wal", "val", "rial", "sal"))
        or lemma(noun) in foreseeing.EVENT_NOUNS
    )
    if not eventive or noun.dep_ in {"nsubj", "attr"} or lemma(noun) in _NO_EVENTS:
        return None
    if any(c.tag_ == "JJS" for c in noun.lefts):
        return None  # "The strongest possible position": of a degree.
    # "A possible merger": whether it comes; "the possible merger" was told of before.
    return FrameMatch((token, noun), Wording(Form.EXISTENCE, noun, topic=noun))


def of_possible_event(verb: Token) -> bool:
    """Whether a relative clause tells what a possible event would do: the event is the news."""
    return verb.dep_ == "relcl" and any(
        c.dep_ == "amod" and lemma(c) in {"possible", "potential"} for c in verb.head.lefts
    )


def _modal(token: Token) -> FrameMatch | None:
    """Could, may, might + an event."""
    verb = token.head
    is_name = not token.is_lower and not token.is_sent_start
    if token.dep_ != "aux" or not is_verbal(verb) or is_name or of_possible_event(verb):
        return None
    if verb.lemma_ == "have" and (act := complement(verb, "xcomp")) is not None:
        return FrameMatch((token,), Wording(Form.EVENT, act, actor=subject_of(verb)), bonus=0.05)
    subject = shared_subject(verb)
    if _opens_nothing(token, verb, subject):
        return None
    bonus = 0.0
    if lemma(verb) in foreseeing.CHANGING:
        bonus += 0.12
    if lemma(verb) == "be":
        bonus -= 0.05
    if subject is None or subject.lower_ in subjects.GENERIC_SUBJECTS | {"i", "you"}:
        bonus -= 0.3
    elif not subject.ent_type_ and subject.tag_ == "NNS" and subject.left_edge == subject:
        bonus -= 0.1
    patient = complement(verb, "dobj")
    if patient is not None and patient.lower_ in {"me", "you", "us", "yourself", "it"}:
        bonus -= 0.1
    if any(c.dep_ == "mark" and c.lower_ in _CIRCUMSTANCES for c in verb.lefts):
        bonus -= 0.25
    return FrameMatch((token,), Wording(Form.EVENT, verb), bonus=bonus + _newsworthy(verb, subject))


def _opens_nothing(modal: Token, verb: Token, subject: Token | None) -> bool:
    """Whether a modal is about the past, a state, an inability or a view: nothing may come."""
    if any(c.lower_ in {"have", "'ve"} and c.dep_ == "aux" for c in verb.lefts):
        return True
    if lemma(verb) in foreseeing.STATIVE or (modal.lower_ == "could" and is_negated(verb)):
        return True
    if lemma(verb) == "be" and subject is not None and lemma(subject) in _PROPOSED:
        return True  # "The only way might be to wait": a view.
    return _asked_of(verb, subject)  # The question it stands in has a frame of its own.


def _newsworthy(verb: Token, subject: Token | None) -> float:
    """What speaks for a possible event being news rather than an aside.

    A source puts it forward, it is of something in particular, it has its time; aside are
    relative clauses and circumstances, and what is said not to happen.
    """
    value = 0.0
    if verb.dep_ == "ccomp" and lemma(verb.head) in _PUT_FORWARD:
        value += 0.05
    if subject is not None and any(c.lower_ in _PARTICULAR for c in subject.lefts):
        value += 0.04
    if any(c.ent_type_ in {"DATE", "TIME"} for c in verb.subtree):
        value += 0.04
    if verb.dep_ in {"relcl", "advcl"}:
        value -= 0.1
    if is_negated(verb):
        value -= 0.1
    return value if lemma(verb) in foreseeing.CHANGING else value - 0.05


def _asked_of(verb: Token, subject: Token | None) -> bool:
    """Whether a verb stands in a wh-question about its own subject."""
    if subject is None or verb.dep_ == "relcl":
        return False
    return any(
        t.tag_ in WH_TAGS and t.lower_ != "that"
        for t in subject.doc[subject.left_edge.i : subject.i + 1]
    )


def _ruled_out(token: Token) -> FrameMatch | None:
    """Not ruled out; no guarantee."""
    if token.lower_ in {"guarantee", "guaranteed"}:
        if not governor_negated(token):
            return None
        clause = content_clause(token) or complement(token, "xcomp")
        if clause is None:
            return None
        return FrameMatch((token,), Wording(Form.EVENT, clause, actor=shared_subject(token.head)))
    holder = shared_subject(token)
    if holder is not None and holder.pos_ == "NOUN" and not (acts(holder) or is_human(holder)):
        return None  # "The treaty does not rule out drills": it allows them.
    out = any(c.lower_ == "out" for c in token.rights)
    noun = complement(token, "dobj", "xcomp", "pcomp")
    if not out or noun is None or not governor_negated(token):
        return None
    if is_verbal(noun):
        wording = Wording(Form.EVENT, noun, actor=shared_subject(token))
    else:
        wording = Wording(Form.EXISTENCE, noun, topic=noun)
    return FrameMatch((token,), wording, shared_subject(token), 0.1)


def _possible(token: Token) -> FrameMatch | None:
    """It is possible or unlikely that; flooding is possible."""
    verb = token.head
    if token.dep_ not in {"acomp", "oprd", "ccomp"} or not is_verbal(verb):
        return None
    act = complement(token, "xcomp", "ccomp") or complement(verb, "ccomp")
    subject = subject_of(verb)
    if token.lower_ == "likely" and act is not None and not is_negated(verb):
        return None
    if lemma(verb) not in foreseeing.BEING:
        return None  # "made possible"
    if act is not None:
        dummy = subject is not None and subject.lower_ == "it"
        if dummy and subject_of(act) is None:
            return None
        wording = Wording(Form.EVENT, act, actor=None if dummy else subject)
        return FrameMatch((token,), wording, bonus=-0.07 if token.lower_ == "unlikely" else 0.0)
    if subject is None or subject.pos_ == "PRON" or token.lower_ not in {"possible", "likely"}:
        return None
    if token.lower_ == "likely" and (verb.tag_ == "VBD" or token.n_rights):
        return None  # "Was likely due to the rain": a cause.
    return FrameMatch((token,), Wording(Form.EXISTENCE, subject, topic=subject), bonus=0.05)


FRAMES = (
    Frame(
        Rule.NOT_RULED_OUT,
        Kind.OUTCOME,
        0.55,
        frozenset({"rule", "guarantee", "guaranteed"}),
        _ruled_out,
    ),
    Frame(
        Rule.POSSIBLE_EVENT,
        Kind.OUTCOME,
        0.4,
        frozenset({"possible", "potential"}),
        _possible_event,
    ),
    Frame(Rule.MAY_HAPPEN, Kind.OUTCOME, 0.42, foreseeing.MODALS, _modal),
    Frame(Rule.POSSIBLE, Kind.OUTCOME, 0.45, foreseeing.POSSIBLE, _possible),
)
