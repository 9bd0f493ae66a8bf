"""Frames of what is feared, warned of or threatened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import foreseeing, knowing, withheld
from tui.analysis.questions.clauses import (
    auxiliaries,
    complement,
    governor_negated,
    is_negated,
    is_passive,
    is_verbal,
    lemma,
    object_of,
    owner_of,
    shared_subject,
)
from tui.analysis.questions.embedded import content_clause, is_question
from tui.analysis.questions.frames.frame import Frame, acts, indirect
from tui.analysis.questions.frames.prospects import of_possible_event
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.questions.wording.referents import is_human
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


_NAMED_PROSPECTS = frozenset(
    {"risk", "threat", "danger", "warning", "prospect", "possibility", "spectre", "specter"}
)


def _fearer(token: Token) -> Token | None:
    """Who fears: the subject, or for a noun its owner; what prompts a fear does not feel it."""
    if token.pos_ == "NOUN":
        return owner_of(token)
    return shared_subject(token) if is_verbal(token) else shared_subject(token.head)


def _fearing(token: Token) -> FrameMatch | None:
    """Fears that, worried that, concerns that, warn that."""
    if is_negated(token) or token.dep_ in {"amod", "compound"}:
        return None
    if is_verbal(token) and governor_negated(token):
        return None
    clause = content_clause(token)
    if clause is None and token.dep_ in {"acomp", "oprd", "nsubj"} and is_verbal(token.head):
        clause = content_clause(token.head)
        if token.dep_ == "nsubj" and lemma(token.head) not in knowing.LINGERING:
            clause = None
    if clause is None:
        return _named_fear(token)
    if is_question(clause):
        return indirect(clause, token, holder=_fearer(token))
    return _feared_event(token, clause)


def _named_fear(token: Token) -> FrameMatch | None:
    """Fears of a split, the threat of a strike: what is feared as a noun phrase."""
    noun = object_of(token, "of", "about", "over") if token.pos_ == "NOUN" else None
    if (
        noun is None
        or noun.pos_ == "PRON"
        or lemma(token) not in foreseeing.FEARING | _NAMED_PROSPECTS
        or _is_general(noun)
        or _is_felt_by(token, noun)
    ):
        return None
    # Fears that are raised or growing are news; having them is a state of mind.
    exists = token.dep_ == "attr" and any(c.dep_ == "expl" for c in token.head.lefts)
    is_news = exists and lemma(token) not in foreseeing.FEARING
    if lemma(token.head) not in knowing.LINGERING | knowing.RAISING | {"stoke"} and not is_news:
        return None
    return FrameMatch((token, noun), Wording(Form.EXISTENCE, noun, topic=noun), None, -0.05)


def _feared_event(token: Token, clause: Token) -> FrameMatch | None:
    """What a clause says is feared or warned of."""
    bare = clause.tag_ == "VBG" and not auxiliaries(clause)
    apart = clause.left_edge.i > token.i and clause.left_edge.nbor(-1).text == ","
    if bare or apart or any(c.lower_ in {"enough", "so"} for c in token.children):
        return None  # "Worries officials trying to win", "worried enough that they left".
    auxes = {c.lower_ for c in clause.lefts if c.dep_ == "aux"}
    is_ahead = bool(auxes & {"will", "would", "could", "may", "might", "'ll", "'d"})
    if lemma(token) in foreseeing.WARNING and not is_ahead:
        return None
    form = Form.EVENT if is_ahead else Form.FACT
    holder = _fearer(token)
    # What was feared has come or not by the time of writing.
    over = -0.12 if token.tag_ == "VBD" and lemma(token) in foreseeing.FEARING else 0.0
    # "Warned that a ban would be unwise": a view. What "I" fear is one person's mood.
    view = lemma(clause) == "be" and complement(clause, "acomp") is not None
    if view and lemma(token) in foreseeing.WARNING:
        over -= 0.15
    if holder is not None and holder.lower_ in {"i", "you"}:
        over -= 0.15
    return FrameMatch((token,), Wording(form, clause), holder, over + (0.05 if is_ahead else 0.0))


def _is_general(noun: Token) -> bool:
    """Whether a noun stands for anything of its sort: "fear of flying"."""
    return noun.tag_ in {"NN", "VBG"} and noun.left_edge == noun.right_edge


def _is_felt_by(fear: Token, noun: Token) -> bool:
    """Whether a fear is that of people, not that there are any: "the worries of voters"."""
    people = noun.lemma_ == "people" or (noun.tag_ == "NNS" and is_human(noun))
    return people and noun.head.lower_ == "of" and lemma(fear) in foreseeing.FEARING


def _threatening(token: Token) -> FrameMatch | None:
    """Threaten or risk doing."""
    if not is_verbal(token) or is_negated(token) or of_possible_event(token):
        return None
    if lemma(token.head) in withheld.DECLINING:
        return None
    act = complement(token, "xcomp")
    holder = shared_subject(token)
    if is_passive(token) and object_of(token, "with") is not None:
        over = any(c.lower_ in {"was", "were", "had"} for c in token.lefts)
        if holder is None or holder.pos_ not in {"NOUN", "PROPN"} or over:
            return None
        return FrameMatch((token,), Wording(Form.FATE, holder, topic=holder))
    if act is None:
        target = complement(token, "dobj")
        if target is None or token.tag_ == "VBD" or lemma(token) != "threaten":
            return None
        if target.pos_ == "PRON" or target.ent_type_ == "PERSON" or holder is None:
            return None
        return FrameMatch((token,), Wording(Form.FATE, target, topic=target), None, -0.05)
    if token.tag_ == "VBD" and holder is None:
        return None
    return FrameMatch(
        (token,), Wording(Form.EVENT, act, actor=holder), None, 0.05 if acts(holder) else 0.0
    )


def _warned_before(token: Token) -> FrameMatch | None:
    """Prices would rise, the bank warned."""
    clause = next((c for c in token.lefts if c.dep_ == "ccomp"), None)
    if clause is None or is_negated(token):
        return None
    wording = Wording(Form.EVENT, clause)
    return FrameMatch((token,), wording, shared_subject(token), clause=token.sent.root)


FRAMES = (
    Frame(
        Rule.FEARED,
        Kind.OUTCOME,
        0.55,
        foreseeing.FEARING | foreseeing.AFRAID | foreseeing.WARNING | foreseeing.WARNING_NOUNS,
        _fearing,
    ),
    Frame(Rule.FEARED, Kind.OUTCOME, 0.52, foreseeing.WARNING, _warned_before),
    Frame(Rule.THREATENED, Kind.OUTCOME, 0.5, foreseeing.THREATENING, _threatening),
)
