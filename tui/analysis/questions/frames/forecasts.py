"""Frames of forecasts and of matters that come up: predicted, if it succeeds, doubts raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, foreseeing, knowing, subjects
from tui.analysis.questions.clauses import (
    complement,
    governor_negated,
    is_infinitive,
    is_negated,
    is_passive,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import content_clause, embedded_question, is_question
from tui.analysis.questions.frames.frame import Frame, acts, indirect
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset({"will", "would", "could", "may", "might", "'ll", "’ll"})


def _ahead(clause: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in clause.lefts)


def _predicted(token: Token) -> FrameMatch | None:
    """Experts predict that it will; it is forecast to."""
    if not is_verbal(token) or governor_negated(token):
        return None
    sure = lemma(token) in foreseeing.PREDICTING - {"expect"}
    clause = content_clause(token)
    if clause is not None and _ahead(clause):
        holder = shared_subject(token)
        many = holder is not None and (holder.tag_ in {"NNS", "NNPS"} or holder.lower_ in _MANY)
        if not sure and not many:
            return None
        return FrameMatch((token,), Wording(Form.EVENT, clause), holder, 0.1 if sure else 0.0)
    act = complement(token, "xcomp")
    passive = is_passive(token)
    if act is None or not passive or not sure or not is_infinitive(act):
        return None
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=subject_of(token)), None, 0.1)


_PROMISED_ON = frozenset({"elect", "win", "succeed", "choose", "nominate"})
_MANY = frozenset({"many", "some", "most", "others", "few"})


def _if_it_succeeds(token: Token) -> FrameMatch | None:
    """If the pilot is successful, if approved: the plan hangs on it."""
    clause = token.head
    main = clause.head
    if clause.dep_ != "advcl" or not is_verbal(main) or clause.tag_ == "VBD":
        return None
    if any(c.lower_ == "even" for c in clause.lefts):
        return None  # "Not even if he wins": it does not hang on that.
    if subject_of(clause) is None and (
        lemma(clause) in _PROMISED_ON or clause.pos_ == "ADJ" or lemma(clause) == "be"
    ):
        return None  # "If elected, she would": a promise; "if possible": a phrase.
    passed = lemma(clause) in deciding.PASSING and clause.tag_ != "VB"
    state = complement(clause, "acomp", "attr", "dobj", "oprd") or clause
    passed = passed or lemma(state) in deciding.PASSED
    if not passed or any(c.lower_ in {"had", "were", "only"} for c in clause.lefts):
        return None
    subject = subject_of(clause) or shared_subject(main)
    if subject is None or subject.lower_ in subjects.GENERIC_SUBJECTS | {"i", "we", "it's"}:
        return None
    done = Wording(Form.EVENT, clause, actor=subject, topic=subject)
    return FrameMatch(
        (token, state), done, bonus=0.05 if subject.pos_ != "PRON" else 0.0, clause=main
    )


def _raised(token: Token) -> FrameMatch | None:
    """Raised questions about, cast doubt on, fuelled speculation over."""
    verb = token.head
    if token.dep_ not in {"dobj", "nsubjpass"} or lemma(verb) not in knowing.RAISING:
        return None
    if is_negated(token) or is_negated(verb):
        return None
    clause = embedded_question(token) or embedded_question(verb)
    if clause is not None:
        return indirect(clause, verb, token)
    topic = object_of(token, "about", "over", "on", "of") or object_of(verb, "about", "over", "on")
    if topic is None or topic.pos_ == "PRON":
        return None
    kind = Kind.OUTCOME if lemma(token) in foreseeing.FEARING else None
    return FrameMatch((verb, token), Wording(Form.TOPIC, topic, topic=topic), kind=kind)


def _baffled(token: Token) -> FrameMatch | None:
    """Baffled by a disappearance; puzzled why."""
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token)
    cause = object_of(token, "by", "over", "about", "at")
    if cause is None or cause.pos_ == "PRON" or governor_negated(token):
        return None
    return FrameMatch(
        (token,), Wording(Form.TOPIC, cause, topic=cause), shared_subject(token), -0.05
    )


def _hard_to_see(token: Token) -> FrameMatch | None:
    """It is hard to see it taking off; difficult to imagine that it will."""
    sight = complement(token, "xcomp", "ccomp") or complement(token.head, "xcomp")
    if sight is None or lemma(sight) not in {"see", "imagine", "predict", "foresee", "believe"}:
        return None
    clause = complement(sight, "ccomp", "xcomp")
    if clause is None or not is_verbal(clause):
        return None
    if is_question(clause):
        return indirect(clause, token, sight)
    return FrameMatch((token, sight), Wording(Form.EVENT, clause))


def _inquiry(token: Token) -> FrameMatch | None:
    """An inquiry into it is under way, has been launched, is at an early stage."""
    if is_negated(token) or token.pos_ != "NOUN":
        return None
    verb = token.head
    if not is_verbal(verb):
        return None
    topic = object_of(token, "into", "of", "for") or object_of(verb, "into", "for")
    live = token.dep_ in {"dobj", "nsubjpass"} and lemma(verb) in knowing.OPENING
    if token.dep_ == "nsubj":
        live = lemma(verb) in {"continue", "begin", "start", "focus", "try", "look", "remain"}
        place = next((c for c in verb.rights if c.dep_ in {"prep", "advmod", "acomp"}), None)
        goes_on = place is not None and (
            place.lower_ in {"underway", "ongoing"}
            or any(t.lower_ in {"way", "stage", "stages", "underway"} for t in place.subtree)
        )
        live = live or (lemma(verb) in {"be", "remain", "get"} and goes_on)
    if not live or (topic is None and token.dep_ != "nsubj"):
        return None
    if topic is None or topic.pos_ == "PRON":
        return FrameMatch((verb, token), Wording(Form.RESULT, token, topic=token))
    return FrameMatch((verb, token), Wording(Form.KNOWN, topic, topic=topic))


def _in_talks(token: Token) -> FrameMatch | None:
    """In talks to buy; in negotiations over a deal."""
    link = token.head
    if token.dep_ != "pobj" or link.lower_ not in {"in", "into"} or not is_verbal(link.head):
        return None
    actor = shared_subject(link.head)
    if actor is None or is_negated(link.head) or link.head.tag_ == "VBD":
        return None
    act = complement(token, "acl", "relcl", "xcomp") or complement(link.head, "xcomp", "advcl")
    if act is not None and is_infinitive(act):
        return FrameMatch((token,), Wording(Form.EVENT, act, actor=actor), actor)
    matter = object_of(token, "about", "on", "over")
    if matter is not None and matter.pos_ != "PRON":
        return FrameMatch((token,), Wording(Form.TOPIC, matter, topic=matter), actor)
    if not acts(actor):
        return None
    return FrameMatch((token,), Wording(Form.RESULT, token, topic=token), actor)


_RAISED = knowing.QUESTION_NOUNS | knowing.RUMOUR_NOUNS | foreseeing.FEARING | {"suspicion"}

FRAMES = (
    Frame(
        Rule.PREDICTED, Kind.OUTCOME, 0.42, foreseeing.PREDICTING | foreseeing.SUPPOSING, _predicted
    ),
    Frame(Rule.IF_IT_SUCCEEDS, Kind.UNDECIDED, 0.5, frozenset({"if"}), _if_it_succeeds),
    Frame(Rule.DOUBTS_RAISED, Kind.UNKNOWN, 0.52, _RAISED, _raised),
    Frame(Rule.PUZZLED, Kind.UNKNOWN, 0.52, knowing.BAFFLED, _baffled),
    Frame(
        Rule.HARD_TO_SEE,
        Kind.OUTCOME,
        0.45,
        frozenset({"hard", "difficult", "impossible"}),
        _hard_to_see,
    ),
    Frame(Rule.INQUIRY_UNDER_WAY, Kind.UNKNOWN, 0.48, knowing.INQUIRY_NOUNS | {"review"}, _inquiry),
    Frame(
        Rule.IN_TALKS,
        Kind.UNDECIDED,
        0.5,
        frozenset({"talk", "negotiation", "discussion"}),
        _in_talks,
    ),
)
