"""Frames of not knowing: nobody in the text can say what is or was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import knowing, withheld
from tui.analysis.questions.clauses import (
    SUBJECTS,
    WH_TAGS,
    complement,
    governor_negated,
    is_negated,
    is_passive,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import (
    clause_opening,
    content_clause,
    embedded_question,
    is_question,
    opened_question,
)
from tui.analysis.questions.frames.frame import Frame, indirect, is_meant, personal
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


def _negated_knowing(token: Token) -> FrameMatch | None:
    """NEG + know + question: "nobody knows why"."""
    if not is_verbal(token) or not governor_negated(token):
        return None
    clause = opened_question(token)
    if clause is None:
        return _not_known(token)
    holder = shared_subject(token)
    if lemma(token.head) == "take" or _is_of_sense(clause, holder):
        return None
    if lemma(token) not in knowing.KNOWING and not is_passive(token):
        return None
    # "You don't know what you have": nobody in particular does not know it. What "I" does not
    # know, others may.
    vague = {"you": -0.2, "i": -0.15}
    bonus = vague.get(holder.lower_, 0.0) if holder is not None else 0.0
    return indirect(clause, token, holder=holder, bonus=bonus)


def _is_of_sense(clause: Token, holder: Token | None) -> bool:
    """Whether a clause is about what one does oneself: "does not know what he is doing"."""
    subject = subject_of(clause)
    if holder is None or subject is None or clause.tag_ != "VBG":
        return False
    return subject.lower_ in {"he", "she", "it", "they", holder.lower_}


def _not_known(token: Token) -> FrameMatch | None:
    """The extent was not known; little is known about the driver."""
    subject = subject_of(token)
    if subject is None or not is_passive(token):
        return None
    if subject.lower_ in {"little", "nothing", "much"}:
        topic = object_of(token, "about", "of")
        if topic is None or topic.pos_ == "PRON":
            return None
        return FrameMatch((subject, token), Wording(Form.KNOWN, topic, topic=topic))
    if subject.pos_ != "NOUN" or lemma(token) in {"say", "tell", "see", "remember"}:
        return None
    form = Form.WHY if lemma(subject) in knowing.CAUSE_NOUNS else Form.TOPIC
    return FrameMatch((token,), Wording(form, subject, topic=subject), bonus=0.03)


def _hidden(token: Token) -> FrameMatch | None:
    """Mystery surrounds a death; questions remain about it."""
    verb = token.head
    if token.dep_ != "nsubj" or lemma(verb) not in knowing.LINGERING or is_negated(token):
        return None
    clause = embedded_question(verb)
    if clause is not None:
        return indirect(clause, token, verb)
    topic = complement(verb, "dobj") or object_of(token, "about", "over", "of")
    topic = topic or object_of(verb, "about", "over")
    if topic is None or topic.pos_ == "PRON":
        return None
    return FrameMatch((token, verb), Wording(Form.TOPIC, topic, topic=topic))


def _divided(token: Token) -> FrameMatch | None:
    """Divided over what or whether."""
    clause = embedded_question(token)
    if clause is None:
        clause = embedded_question(token.head) if token.dep_ == "acomp" else None
    if clause is None or is_negated(token):
        return None
    ahead = any(c.tag_ in {"TO", "MD"} for c in clause.lefts)
    actor = shared_subject(token if is_verbal(token) else token.head)
    found = indirect(clause, token, holder=actor)
    return replace(found, kind=Kind.UNDECIDED if ahead else Kind.UNKNOWN)


def _unclear(token: Token) -> FrameMatch | None:
    """Be or remain + unclear, with a clause or a noun phrase as its subject."""
    if token.dep_ in {"amod", "compound"} and token.head.dep_ not in {"attr"}:
        return None
    verb = token.head if not is_verbal(token) else token
    if not is_verbal(verb) or governor_negated(token):
        return None
    clause = opened_question(token, verb)
    if clause is None and token.pos_ == "NOUN":
        how = complement(token, "relcl")
        clause = how if how is not None and clause_opening(how).tag_ in {"WRB", "WP"} else None
    if clause is not None and clause != verb:
        found = indirect(clause, token)
        return replace(found, kind=Kind.INTENTION) if is_meant(clause) else found
    subject = subject_of(verb)
    # "unknown to his family": somebody else knows.
    if subject is None or subject.pos_ == "PRON" or subject.tag_ in {"EX", *WH_TAGS}:
        return None
    if object_of(token, "to") is not None or verb.dep_ == "relcl":
        return None
    if lemma(token) == "undecided" and (matter := object_of(token, "about", "on", "over")):
        wording = Wording(Form.TOPIC, matter, topic=matter)
        return FrameMatch((token,), wording, subject, kind=Kind.UNDECIDED)
    if lemma(subject) in withheld.INTENTION_NOUNS - knowing.CAUSE_NOUNS:
        return None
    form = Form.WHY if lemma(subject) in knowing.CAUSE_NOUNS else Form.TOPIC
    # "Life is uncertain": nothing in particular.
    bare = subject.tag_ == "NN" and subject.left_edge == subject.right_edge
    return FrameMatch((token,), Wording(form, subject, topic=subject), bonus=-0.4 if bare else -0.1)


def _not_clear(token: Token) -> FrameMatch | None:
    """NEG + clear, certain, sure + question."""
    verb = token.head
    if not is_verbal(verb) or token.dep_ not in {"acomp", "oprd", "attr", "ccomp", "ROOT", "xcomp"}:
        return None
    if not (is_negated(token) or is_negated(verb)):
        return None
    clause = opened_question(token, verb)
    if clause is not None:
        return indirect(clause, token, holder=personal(subject_of(verb)))
    subject = subject_of(verb)
    if subject is not None and lemma(subject) in knowing.CAUSE_NOUNS | {"number", "fate"}:
        return FrameMatch((token,), Wording(Form.WHY, subject, topic=subject))
    claim = content_clause(token) or content_clause(verb)
    if claim is not None and lemma(token) in {"sure", "certain", "convinced"}:
        return FrameMatch(
            (token,), Wording(Form.FACT, claim), personal(subject_of(verb)), -0.1, Kind.UNKNOWN
        )
    return None


def _question_noun(token: Token) -> FrameMatch | None:
    """The question of whether, doubts about whether, a debate on how."""
    if token.pos_ != "NOUN" or is_negated(token):
        return None
    clause = embedded_question(token)
    if clause is None and token.dep_ in SUBJECTS and lemma(token.head) == "be":
        clause = embedded_question(token.head)  # "The question is whether".
        if clause is not None and is_negated(token.head):
            return None
    if clause is None or lemma(token.head) == "ask":
        return None
    if token.dep_ == "attr" and is_negated(token.head):
        return None  # "It is not a question of whether".
    if any(c.lower_ == "if" and c.dep_ == "mark" for c in token.head.lefts):
        return None  # "If there were any doubts about where he stands".
    if lemma(token.head) in {"answer", "settle", "resolve"} and not governor_negated(token.head):
        return None
    how = any(c.lower_ in {"how", "why"} for c in clause.lefts)
    ahead = any(c.tag_ in {"MD", "TO"} for c in clause.lefts)
    if lemma(token) == "debate" and how and not ahead:
        return None  # "The debate about how we live": it lasts.
    kind = Kind.INTENTION if _is_next_move(clause) else None
    return FrameMatch((token,), Wording(Form.INDIRECT, clause), kind=kind)


def _is_next_move(clause: Token) -> bool:
    """Whether a question asks what somebody will or might do."""
    opens_what = any(c.lower_ in {"what", "how"} for c in clause.lefts)
    return opens_what and any(
        c.dep_ == "aux" and c.lower_ in {"will", "would", "might", "may", "could", "'ll"}
        for c in clause.lefts
    )


def _no_insight(token: Token) -> FrameMatch | None:
    """Little insight into, no idea, no evidence + question."""
    if token.pos_ != "NOUN" or not governor_negated(token):
        return None
    clause = embedded_question(token) or (
        embedded_question(token.head) if is_verbal(token.head) else None
    )
    meant = object_of(token, "of", "about", "on")
    if clause is None and meant is not None and lemma(meant) in withheld.INTENTION_NOUNS:
        giver = shared_subject(token.head) if is_verbal(token.head) else None
        wording = Wording(Form.INTENDS, meant, actor=giver, topic=meant)
        return FrameMatch((token, meant), wording, personal(giver), -0.05, Kind.INTENTION)
    if clause is None:
        return None
    kind = Kind.INTENTION if _is_next_move(clause) else None
    holder = shared_subject(token.head) if is_verbal(token.head) else None
    return FrameMatch((token,), Wording(Form.INDIRECT, clause), personal(holder), kind=kind)


def _rumour(token: Token) -> FrameMatch | None:
    """Rumours, speculation, a theory that; speculate that."""
    if token.pos_ == "NOUN":
        if is_negated(token):
            return None
        clause = content_clause(token) or embedded_question(token)
        if clause is None and is_verbal(token.head):
            clause = next((c for c in token.head.rights if c.dep_ == "ccomp"), None)
    else:
        clause = content_clause(token) if token.dep_ != "amod" else None
        guesser = shared_subject(token)
        own = guesser is not None and guesser.lower_ in {"i", "you"}
        if own and (clause is None or not is_negated(clause)):
            return None  # "I suspect that it is": a way of speaking; "that he won't": a doubt.
    if clause is None:
        return None
    form = Form.INDIRECT if is_question(clause) else Form.FACT
    return FrameMatch(
        (token,), Wording(form, clause), shared_subject(token) if is_verbal(token) else None
    )


_KNOWN = knowing.KNOWING | knowing.ESTABLISHING

# Surest first among those of one word.
FRAMES = (
    Frame(Rule.NOBODY_KNOWS, Kind.UNKNOWN, 0.65, _KNOWN, _negated_knowing),
    Frame(Rule.OPEN_QUESTION, Kind.UNKNOWN, 0.65, knowing.QUESTION_NOUNS, _hidden),
    Frame(Rule.DIVIDED_OVER_IT, Kind.UNDECIDED, 0.6, knowing.DIVIDED, _divided),
    Frame(Rule.CALLED_UNCLEAR, Kind.UNKNOWN, 0.75, knowing.UNCLEAR, _unclear),
    Frame(Rule.NOT_CLEAR, Kind.UNKNOWN, 0.7, knowing.CLEAR, _not_clear),
    Frame(Rule.OPEN_QUESTION, Kind.UNKNOWN, 0.6, knowing.QUESTION_NOUNS, _question_noun),
    Frame(Rule.LITTLE_IS_KNOWN, Kind.UNKNOWN, 0.65, knowing.INSIGHT_NOUNS, _no_insight),
    Frame(Rule.RUMOUR, Kind.UNKNOWN, 0.6, knowing.RUMOUR_NOUNS | knowing.RUMOUR_VERBS, _rumour),
)
