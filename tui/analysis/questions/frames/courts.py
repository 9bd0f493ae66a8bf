"""Frames of what is before a court: suits, pleas, trials, appeals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, knowing
from tui.analysis.questions.clauses import (
    complement,
    is_negated,
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

_REMEDIES = frozenset({"penalty", "damage", "compensation", "injunction", "extradition"})
_LEGAL = frozenset({"legal", "court", "criminal", "civil", "libel", "class"})


def _suing(token: Token) -> FrameMatch | None:
    """Sue for; seek a penalty or damages; plead not guilty."""
    if not is_verbal(token) or (token.tag_ == "VBN" and token.dep_ == "amod"):
        return None
    holder = shared_subject(token)
    if lemma(token) == "sue":
        target = complement(token, "dobj")
        if target is None or token.tag_ == "VBD":
            return None
        return FrameMatch((token,), Wording(Form.COURT, token, actor=holder, topic=target), holder)
    if lemma(token) in {"plead", "declare", "find"}:
        guilty = next((t for t in token.subtree if t.lower_ == "guilty"), None)
        if guilty is None or lemma(token) == "find":
            return None
        if not (is_negated(guilty) or is_negated(token) or guilty.nbor(-1).lower_ == "not"):
            return None
        wording = Wording(Form.COURT, token, actor=holder, topic=holder)
        return FrameMatch((token, guilty), wording, holder)
    noun = complement(token, "dobj")
    if noun is None or lemma(noun) not in _REMEDIES:
        return None
    return FrameMatch((token, noun), Wording(Form.COURT, token, actor=holder, topic=noun), holder)


def _going_to_court(token: Token) -> FrameMatch | None:
    """Gone to court, taken to court, in court: somebody is to rule."""
    link = token.head
    if token.dep_ != "pobj" or link.lower_ not in {"to", "before", "in"} or link.dep_ != "prep":
        return None
    verb = link.head
    if not is_verbal(verb) or is_negated(verb):
        return None
    actor = shared_subject(verb)
    if link.lower_ == "to" and lemma(verb) in {"go", "take", "head", "turn"}:
        if actor is not None and lemma(actor) in deciding.PROCEEDINGS | deciding.LAWSUIT_NOUNS:
            return FrameMatch((verb, token), Wording(Form.RESULT, actor, topic=actor))
        aim = _aim(verb)
        if aim is not None and actor is not None:
            # What they go for says what the ruling will be about.
            judge = token if lemma(aim) in deciding.COURT_ORDERS else actor
            wording = Wording(Form.EVENT, aim, actor=judge, topic=actor)
            return FrameMatch((verb, token), wording, actor, bonus=0.05)
        return FrameMatch((verb, token), Wording(Form.COURT, verb, actor=actor, topic=actor), actor)
    if lemma(verb) == "be" and verb.tag_ != "VBD" and link.lower_ == "before":
        subject = subject_of(verb)
        if subject is not None and subject.pos_ != "PRON":
            return FrameMatch((link, token), Wording(Form.RESULT, subject, topic=subject))
    ahead = any(c.lower_ in {"will", "due"} for c in verb.lefts) or verb.head.lower_ == "due"
    if lemma(verb) == "appear" and ahead:
        return FrameMatch((verb, token), Wording(Form.TOPIC, token, topic=actor), actor)
    return None


def _aim(verb: Token) -> Token | None:
    """What somebody goes to court to do: "gone to court to try to stop the sale"."""
    for child in verb.rights:
        if child.dep_ in {"advcl", "xcomp"} and any(c.tag_ == "TO" for c in child.lefts):
            return complement(child, "xcomp") if lemma(child) in knowing.STRIVING else child
    return None


def _filing(token: Token) -> FrameMatch | None:
    """Filed a lawsuit, launched an appeal, is taking legal action."""
    verb = token.head
    if token.dep_ not in {"dobj", "nsubjpass"} or lemma(verb) not in deciding.FILING:
        return None
    legal = lemma(token) in {"lawsuit", "suit", "appeal", "proceeding"} or any(
        c.lower_ in _LEGAL for c in token.lefts
    )
    against = object_of(token, "against") or object_of(verb, "against")
    if not legal and not (against is not None and lemma(token) in {"complaint", "claim"}):
        return None
    if is_negated(verb) or is_negated(token) or lemma(verb.head) == "unlikely":
        return None
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"after", "by"}:
        return None  # "After filing a lawsuit": that has run its course.
    actor = shared_subject(verb) if token.dep_ == "dobj" else None
    wording = Wording(Form.COURT, token, actor=actor, topic=against)
    if actor is None:
        wording = Wording(Form.RESULT, token, topic=token)
    return FrameMatch((verb, token), wording, actor)


def _trial(token: Token) -> FrameMatch | None:
    """Stands trial, awaits sentence; the jury is to decide."""
    verb = token.head
    if lemma(verb) not in {"stand", "await", "expect"} or verb.tag_ == "VBD":
        return None
    actor = shared_subject(verb)
    if token.dep_ != "dobj" or actor is None or actor.pos_ == "PRON" or is_negated(verb):
        return None
    return FrameMatch((verb, token), Wording(Form.COURT, verb, actor=actor, topic=actor), actor)


_PLEADING = frozenset({"plead", "seek", "declare"})

FRAMES = (
    Frame(Rule.BEFORE_A_COURT, Kind.UNDECIDED, 0.46, deciding.SUING | _PLEADING, _suing),
    Frame(
        Rule.BEFORE_A_COURT,
        Kind.UNDECIDED,
        0.5,
        frozenset({"court", "jury", "tribunal"}),
        _going_to_court,
    ),
    Frame(Rule.BEFORE_A_COURT, Kind.UNDECIDED, 0.5, deciding.LAWSUIT_NOUNS, _filing),
    Frame(Rule.BEFORE_A_COURT, Kind.UNDECIDED, 0.5, frozenset({"trial"}), _trial),
)
