"""Frames of what is looked for, looked into or only thought to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import asserting, deciding, foreseeing, knowing, subjects
from tui.analysis.questions.clauses import (
    WH_TAGS,
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
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


def _no_trace(token: Token) -> FrameMatch | None:
    """No trace of the plane."""
    lost = object_of(token, "of")
    if not is_negated(token) or token.pos_ != "NOUN":
        return None
    if lemma(token) != "trace":
        return FrameMatch((token,), Wording(Form.TOPIC, token, topic=token))
    if lost is None or lost.pos_ == "PRON":
        return None
    return FrameMatch((token,), Wording(Form.WHERE, lost, topic=lost))


def _missing_people(token: Token) -> FrameMatch | None:
    """People who are missing or unaccounted for."""
    verb = token.head
    if token.lower_ not in {"missing", "unaccounted"}:
        return None
    if token.tag_ == "VBG" and any(c.lemma_ == "be" for c in token.lefts):
        verb = token
    elif token.dep_ not in {"acomp", "oprd", "xcomp", "attr"} or not is_verbal(verb):
        return None
    subject = subject_of(verb)
    if subject is None or subject.pos_ == "PRON" or complement(token, "dobj") is not None:
        return None
    is_many = bool(subject.ent_type_ in {"PERSON", "CARDINAL"} or subject.tag_ in {"NNS", "CD"})
    return FrameMatch(
        (token,), Wording(Form.WHERE, subject, topic=subject), bonus=0.0 if is_many else -0.3
    )


def _appeal(token: Token) -> FrameMatch | None:
    """Anyone with information; an appeal for witnesses."""
    if lemma(token) == "information":
        if token.head.lower_ != "with" or token.head.head.lower_ not in {"anyone", "anybody"}:
            return None
        return FrameMatch((token.head.head, token), Wording(Form.APPEAL, token, topic=token))
    witness = object_of(token, "for")
    if witness is None or lemma(witness) not in {"witness", "information"}:
        return None
    return FrameMatch(
        (token, witness), Wording(Form.APPEAL, witness, topic=witness), shared_subject(token)
    )


def _accused(token: Token) -> FrameMatch | None:
    """Accused of something, said to have done it."""
    if token.dep_ in {"amod", "compound"} or not is_verbal(token):
        return None
    act = complement(token, "xcomp")
    if act is None or not is_passive(token):
        return None
    if not is_infinitive(act):
        return None
    subject = subject_of(token)
    auxes = [c for c in act.lefts if c.dep_ == "aux" and c.lower_ in {"have", "be"}]
    if not auxes or subject is None or subject.tag_ in WH_TAGS:
        return None
    return FrameMatch((token,), Wording(Form.FACT, act, actor=subject))


def _under(token: Token) -> FrameMatch | None:
    """Under investigation, review, consideration, discussion."""
    noun = complement(token, "pobj")
    if noun is None or lemma(noun) not in deciding.REVIEW_NOUNS or token.dep_ != "prep":
        return None
    subject = shared_subject(token.head) if is_verbal(token.head) else token.head
    if subject is None or subject.pos_ == "PRON":
        return None
    unknown = lemma(noun) in {"investigation", "inquiry", "scrutiny"}
    kind = Kind.UNKNOWN if unknown else Kind.UNDECIDED
    form = Form.TOPIC if unknown else Form.FATE
    return FrameMatch((token, noun), Wording(form, subject, topic=subject), kind=kind)


def _searching(token: Token) -> FrameMatch | None:
    """Investigate or search for something, right now."""
    ongoing = token.tag_ == "VBG" and any(c.lemma_ == "be" and c.tag_ != "VBD" for c in token.lefts)
    if not ongoing or token.dep_ == "amod":
        return None
    noun = complement(token, "dobj") or object_of(token, "for", "into")
    holder = shared_subject(token)
    if noun is None or noun.pos_ == "PRON" or holder is None:
        return None
    public = lemma(holder) in subjects.PUBLIC_ACTORS or holder.ent_type_ in {"ORG", "GPE", "NORP"}
    if not public:
        return None
    return FrameMatch((token, noun), Wording(Form.TOPIC, noun, topic=noun), holder)


def _may_have(token: Token) -> FrameMatch | None:
    """May, might, could have done: nobody knows whether."""
    verb = token.head
    if not token.is_lower and not token.is_sent_start:
        return None  # A name: "PM May".
    if not is_verbal(verb) or not any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.lefts):
        return None
    if any(
        c.dep_ in {"advcl", "ccomp"}
        and c.lower_ != "have"
        and any(g.lower_ == "had" for g in c.lefts)
        for c in verb.rights
    ):
        return None
    if is_negated(verb) or verb.dep_ == "pcomp" or _is_granted(verb):
        return None
    # "could have won": most often what did not happen.
    bonus = -0.35 if token.lower_ == "could" else 0.0
    if verb.dep_ == "relcl" and any(c.lower_ == "who" for c in verb.lefts):
        bonus -= 0.2  # "Drivers who may have seen it": nobody in particular.
    return FrameMatch((token,), Wording(Form.FACT, verb), bonus=bonus)


def _is_granted(verb: Token) -> bool:
    """Whether something is granted, or a name for something: "while it may have", "what may"."""
    return any(c.lower_ in {"while", "although", "though", "what"} for c in verb.lefts)


FRAMES = (
    Frame(
        Rule.MISSING,
        Kind.UNKNOWN,
        0.6,
        frozenset({"miss", "missing", "unaccounted"}),
        _missing_people,
    ),
    Frame(
        Rule.APPEAL_FOR_INFORMATION,
        Kind.UNKNOWN,
        0.6,
        frozenset({"information", "appeal"}),
        _appeal,
    ),
    Frame(Rule.NO_TRACE, Kind.UNKNOWN, 0.6, knowing.TRACES, _no_trace),
    Frame(Rule.BEING_SEARCHED_FOR, Kind.UNKNOWN, 0.45, knowing.SEARCHING, _searching),
    Frame(Rule.SAID_TO_BE_SO, Kind.UNKNOWN, 0.4, asserting.BELIEVING, _accused),
    Frame(Rule.MAY_HAVE_HAPPENED, Kind.UNKNOWN, 0.42, foreseeing.MODALS, _may_have),
    Frame(Rule.UNDER_REVIEW, Kind.UNDECIDED, 0.56, frozenset({"under"}), _under),
)
