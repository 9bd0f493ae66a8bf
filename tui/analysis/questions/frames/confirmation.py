"""Frames of what nobody has confirmed: unconfirmed reports, no sign, claims not verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import asserting, deciding, knowing
from tui.analysis.questions.clauses import (
    complement,
    governor_negated,
    is_negated,
    is_verbal,
    lemma,
    object_of,
    owner_of,
    passive_subject,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import content_clause, embedded_question
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERIFYING = frozenset({"verify", "confirm", "corroborate", "authenticate", "substantiate"})
_REPORTS = asserting.ACCOUNTS | asserting.CLAIM_NOUNS | knowing.RUMOUR_NOUNS
_FOOTAGE = frozenset({"footage", "video", "authenticity", "identity", "number", "death", "image"})
_SIGNS = frozenset({"sign", "indication", "hint"})
_FUTURES = frozenset({"future", "fate", "outcome", "outlook", "status"})


def _unconfirmed(token: Token) -> FrameMatch | None:
    """Unconfirmed reports that it has happened."""
    noun = token.head
    if token.dep_ != "amod" or lemma(noun) not in _REPORTS:
        return None
    return _of_report(token, noun)


def _of_report(cue: Token, noun: Token) -> FrameMatch | None:
    """What a report says that nobody has confirmed."""
    clause = content_clause(noun)
    if clause is not None:
        return FrameMatch((cue, noun), Wording(Form.FACT, clause, topic=noun))
    matter = object_of(noun, "of", "about")
    if matter is None or matter.pos_ == "PRON":
        return None
    return FrameMatch((cue, noun), Wording(Form.TOPIC, matter, topic=matter))


def _no_confirmation(token: Token) -> FrameMatch | None:
    """There was no confirmation of the report; no word from the crew that they are safe."""
    if token.pos_ != "NOUN" or not is_negated(token):
        return None
    clause = content_clause(token)
    if clause is not None:
        return FrameMatch((token,), Wording(Form.FACT, clause))
    report = object_of(token, "of")
    if report is None or report.pos_ == "PRON":
        return None
    content = content_clause(report)
    if content is not None:
        return FrameMatch((token, report), Wording(Form.FACT, content, topic=report))
    return FrameMatch((token, report), Wording(Form.TOPIC, report, topic=report))


def _no_sign(token: Token) -> FrameMatch | None:
    """No sign that it will end, no sign of either side giving way."""
    if token.pos_ != "NOUN" or not is_negated(token) or embedded_question(token) is not None:
        return None
    clause = content_clause(token)
    if clause is not None:
        ahead = any(c.lower_ in {"will", "would"} for c in clause.lefts)
        form = Form.EVENT if ahead else Form.FACT
        return FrameMatch((token,), Wording(form, clause), kind=Kind.INTENTION)
    act = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    if act is not None and (noun := complement(act, "pobj")) is not None:
        act = complement(noun, "acl")
    elif act is not None:
        act = complement(act, "pcomp")
    if act is None or act.tag_ != "VBG":
        return None
    actor = subject_of(act) or object_of(token, "of")
    if actor is None or is_verbal(actor):
        return None  # "Shows no sign of ending": a way to say that it goes on.
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=actor), kind=Kind.OUTCOME)


def _not_verified(token: Token) -> FrameMatch | None:
    """Could not be verified; could not confirm the report that."""
    if not is_verbal(token) or not governor_negated(token):
        return None
    hindered = {"can", "could", "ca", "able", "unable", "immediately", "independently", "yet"}
    around = {c.lower_ for c in [*token.children, *token.head.children, token.head]}
    if not hindered & around:
        return None
    clause = content_clause(token)
    if clause is not None:
        return FrameMatch((token,), Wording(Form.FACT, clause))
    noun = passive_subject(token) or complement(token, "dobj")
    if noun is None or lemma(noun) not in _REPORTS | _FOOTAGE:
        return None
    content = content_clause(noun)
    if content is not None:
        return FrameMatch((token,), Wording(Form.FACT, content, topic=noun))
    return FrameMatch((token,), Wording(Form.TOPIC, noun, topic=noun))


def _uncertain_future(token: Token) -> FrameMatch | None:
    """Faces an uncertain future; the uncertain fate of the crew."""
    noun = token.head
    if token.dep_ != "amod" or lemma(noun) not in _FUTURES:
        return None
    owner = owner_of(noun) or object_of(noun, "of", "for")
    if owner is None and is_verbal(noun.head):
        owner = shared_subject(noun.head)
    if owner is None or owner.pos_ not in {"NOUN", "PROPN"}:
        return None
    return FrameMatch((token, noun), Wording(Form.FATE, owner, topic=owner))


_UNSURE = frozenset({"unconfirmed", "unverified", "conflicting", "contradictory"})

FRAMES = (
    Frame(Rule.NOT_CONFIRMED, Kind.UNKNOWN, 0.6, _UNSURE, _unconfirmed),
    Frame(
        Rule.NOT_CONFIRMED,
        Kind.UNKNOWN,
        0.6,
        frozenset({"confirmation", "verification", "proof"}),
        _no_confirmation,
    ),
    Frame(Rule.NOT_CONFIRMED, Kind.UNKNOWN, 0.56, _VERIFYING, _not_verified),
    Frame(Rule.NO_SIGN_OF_IT, Kind.OUTCOME, 0.52, _SIGNS, _no_sign),
    Frame(
        Rule.OPEN_FUTURE,
        Kind.UNDECIDED,
        0.52,
        knowing.UNCLEAR | deciding.STALLED,
        _uncertain_future,
    ),
)
