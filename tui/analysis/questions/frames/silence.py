"""Frames of saying less than was asked: comment declined, a bare "when", nothing further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import asserting, withheld
from tui.analysis.questions.clauses import (
    WH_TAGS,
    complement,
    governor_negated,
    is_negated,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
)
from tui.analysis.questions.embedded import content_clause, embedded_question
from tui.analysis.questions.frames.frame import Frame, indirect
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEFT_OUT = frozenset({"when", "why", "how", "where"})
_SAYING = frozenset({"say", "explain", "disclose", "specify", "reveal", "indicate", "know"})


def _declined_comment(token: Token) -> FrameMatch | None:
    """Declined further comment on the leak; refused comment."""
    comment = complement(token, "dobj")
    if not is_verbal(token) or is_negated(token) or comment is None or comment.lower_ != "comment":
        return None
    holder = shared_subject(token)
    topic = object_of(comment, "on", "about") or object_of(token, "on", "about")
    return FrameMatch(
        (token, comment), Wording(Form.SAYS, token, actor=holder, topic=topic), holder
    )


def _left_out(token: Token) -> FrameMatch | None:
    """Stopped the practice, but did not say when: the question is the clause before."""
    verb = token.head
    # A word that opens a clause stands before its verb.
    if token.i < verb.i or token.n_rights or token.tag_ not in WH_TAGS or not is_verbal(verb):
        return None
    if lemma(verb) not in _SAYING or not governor_negated(verb):
        return None
    holder = shared_subject(verb)
    before = verb.head if verb.dep_ in {"conj", "advcl", "parataxis"} else None
    if before is None:
        before = next((c for c in verb.lefts if c.dep_ in {"ccomp", "parataxis"}), None)
    content = before
    if before is not None and lemma(before) in asserting.ASSERTING:
        content = content_clause(before)
    kind = Kind.UNKNOWN if lemma(verb) == "know" else None
    if content is None or not is_verbal(content):
        return FrameMatch((verb, token), Wording(Form.SAYS, verb, actor=holder), holder, kind=kind)
    actor = shared_subject(content)
    if actor is None or actor.pos_ == "PRON":
        actor = holder  # "Said it would reopen, but not when".
    wording = Wording(Form.LEFT_OUT, content, actor=actor, topic=token)
    return FrameMatch((verb, token), wording, holder, kind=kind, clause=verb)


def _without_saying(token: Token) -> FrameMatch | None:
    """Resigned without saying why; spoke without giving details."""
    telling = complement(token, "pcomp")
    if telling is None or token.dep_ != "prep" or not is_verbal(token.head):
        return None
    holder = shared_subject(token.head)
    clause = embedded_question(telling)
    if clause is not None and lemma(telling) in _SAYING - {"know"}:
        return indirect(clause, token, telling, holder=holder, bonus=0.05)
    detail = complement(telling, "dobj")
    given = detail is not None and lemma(detail) in withheld.DETAIL_NOUNS | {"name"}
    if not given and lemma(telling) not in {"elaborate", "specify", "comment"}:
        return None
    topic = object_of(detail, "of", "about", "on", "for") if detail is not None else None
    topic = topic or object_of(telling, "on", "about")
    wording = Wording(Form.SAYS, telling, actor=holder, topic=topic)
    return FrameMatch((token, telling), wording, holder)


def _would_not_say(token: Token) -> FrameMatch | None:
    """Could not say how many; will not give details; would not say by how much."""
    modal = any(c.lower_ in {"can", "could", "would", "ca", "wo", "will"} for c in token.lefts)
    if not is_verbal(token) or not modal or not is_negated(token):
        return None
    holder = shared_subject(token)
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token, holder=holder)
    detail = complement(token, "dobj")
    if (detail is None or lemma(detail) not in _DETAILS) and lemma(token) not in _TELLING_NOTHING:
        return None
    topic = object_of(detail, "of", "about", "on", "for") if detail is not None else None
    topic = topic or object_of(token, "on", "about")
    wording = Wording(Form.SAYS, token, actor=holder, topic=topic)
    return FrameMatch((token,), wording, holder)


def _bare_slot(token: Token) -> FrameMatch | None:
    """Would not say by how much: the question is the clause before."""
    link = next((c for c in token.rights if c.dep_ == "prep"), None)
    slot = complement(link, "pobj", "pcomp") if link is not None else None
    if slot is None or not is_negated(token) or is_verbal(slot):
        return None
    if slot.doc[slot.left_edge.i].tag_ not in WH_TAGS:
        return None
    holder = shared_subject(token)
    return FrameMatch((token, slot), Wording(Form.SAYS, token, actor=holder), holder)


def _gave_no(token: Token) -> FrameMatch | None:
    """Did not give details; no reason has been given."""
    detail = complement(token, "dobj")
    if not is_negated(token) or detail is None or lemma(detail) not in _DETAILS:
        return None
    holder = shared_subject(token)
    topic = object_of(detail, "of", "about", "on", "for")
    wording = Wording(Form.SAYS, token, actor=holder, topic=topic)
    return FrameMatch((token, detail), wording, holder)


_DETAILS = withheld.DETAIL_NOUNS | withheld.WITHHELD_NOUNS | {"figure", "number", "date"}
_TELLING_NOTHING = withheld.DISCLOSING | {"discuss", "speculate", "predict", "verify", "confirm"}
_GIVING = frozenset({"give", "provide", "offer", "release"})

FRAMES = (
    Frame(Rule.DECLINED_TO_COMMENT, Kind.UNDISCLOSED, 0.6, withheld.DECLINING, _declined_comment),
    Frame(Rule.DID_NOT_SAY, Kind.UNDISCLOSED, 0.6, _LEFT_OUT, _left_out),
    Frame(
        Rule.WOULD_NOT_SAY,
        Kind.UNDISCLOSED,
        0.55,
        _GIVING | _TELLING_NOTHING | {"say", "tell"},
        _would_not_say,
    ),
    Frame(Rule.WOULD_NOT_SAY, Kind.UNDISCLOSED, 0.55, frozenset({"say", "reveal"}), _bare_slot),
    Frame(Rule.NO_DETAILS, Kind.UNDISCLOSED, 0.55, _GIVING, _gave_no),
    Frame(Rule.WITHOUT_SAYING, Kind.UNDISCLOSED, 0.5, frozenset({"without"}), _without_saying),
)
