"""Frames of conditions: something will be only if something else is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import demanding, withheld
from tui.analysis.questions.clauses import (
    complement,
    is_infinitive,
    is_negated,
    is_passive,
    is_verbal,
    lemma,
    object_of,
    owner_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import embedded_question
from tui.analysis.questions.frames.frame import Frame, acts, indirect
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


_AHEAD = frozenset({"will", "wo", "would", "can", "'ll", "ca", "should", "must"})


def _until(token: Token) -> FrameMatch | None:
    """Not until, unless: something waits for something else."""
    clause = token.head
    main = clause.head
    if not is_verbal(clause) or not is_verbal(main) or clause.dep_ != "advcl":
        return None
    future = any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in main.lefts)
    refused = lemma(main) in withheld.DECLINING or lemma(main.head) in withheld.DECLINING
    future = future or (refused and main.tag_ != "VBD")
    lasting = lemma(main) in {"stay", "remain", "continue", "keep", "last"}
    waits = is_negated(main) or refused or (lasting and token.lower_ == "until")
    if not future or (token.lower_ in {"until", "before"} and not waits):
        return None
    if token.lower_ == "when" and not any(c.lower_ == "only" for c in token.lefts):
        return None
    if token.lower_ == "if" and not any(c.lower_ in {"only", "provided"} for c in clause.lefts):
        return None
    bonus = 0.2 if acts(subject_of(clause)) or acts(subject_of(main)) else 0.05
    return FrameMatch((token,), Wording(Form.EVENT, clause), bonus=bonus, clause=main)


def _only_then(token: Token) -> FrameMatch | None:
    """Will only work if the price falls; a permit is needed before it can open."""
    clause = token.head
    main = clause.head
    if clause.dep_ != "advcl" or not is_verbal(main):
        return None
    if token.lower_ == "before":
        if lemma(main) not in {"need", "require"}:
            return None
        return FrameMatch((main, token), Wording(Form.EVENT, main), clause=main)
    only = next((c for c in main.children if c.lower_ == "only"), None)
    if only is None or not any(c.lower_ in {"will", "would", "can", "could"} for c in main.lefts):
        return None
    return FrameMatch((only, token), Wording(Form.EVENT, clause), clause=main)


def _deadline(token: Token) -> FrameMatch | None:
    """Given until Friday to act; has until March to act."""
    verb = token.head if token.dep_ != "mark" else token.head.head
    if lemma(verb) not in {"give", "have"}:
        return None
    act = complement(verb, "advcl", "xcomp")
    if act is None or not is_infinitive(act) or act.i < token.i:
        return None
    passive = is_passive(verb)
    party = complement(verb, "dative", "dobj") if lemma(verb) == "give" and not passive else None
    wording = Wording(Form.EVENT, act, actor=party or subject_of(verb))
    return FrameMatch((verb, token), wording, None if passive else shared_subject(verb))


def _depending(token: Token) -> FrameMatch | None:
    """Depends on, is conditional on something that may not be."""
    if is_negated(token) or (is_verbal(token) and token.tag_ == "VBD"):
        return None
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token) if lemma(clause) != "be" else None
    noun = object_of(token, "on", "upon")
    if is_verbal(token) or noun is None or noun.pos_ == "PRON" or owner_of(noun) is not None:
        return None  # "Dependent on his mother": on somebody, not on what may come.
    return FrameMatch((token, noun), Wording(Form.EXISTENCE, noun, topic=noun))


def _no_without(token: Token) -> FrameMatch | None:
    """There will be no deal without a swap."""
    noun = token.head
    verb = noun.head if noun.pos_ == "NOUN" else noun
    need = complement(token, "pobj")
    ahead = any(c.lower_ in {"will", "can", "'ll"} for c in verb.lefts)
    if need is None or not ahead or not (is_negated(noun) or is_negated(verb)):
        return None
    return FrameMatch((token, need), Wording(Form.EXISTENCE, need, topic=need), clause=verb)


def _conditions(token: Token) -> FrameMatch | None:
    """Set conditions for a truce."""
    verb = token.head
    if token.dep_ != "dobj" or lemma(verb) not in {
        "set",
        "lay",
        "impose",
        "attach",
        "name",
        "list",
    }:
        return None
    if shared_subject(verb) is None or object_of(token, "for", "on") is None:
        return None
    return FrameMatch((verb, token), Wording(Form.TOPIC, token, topic=token), shared_subject(verb))


_WAITING = frozenset({"until", "unless", "if", "before", "when"})

FRAMES = (
    Frame(Rule.ONLY_IF, Kind.CONDITION, 0.36, _WAITING, _until),
    Frame(Rule.ONLY_IF, Kind.CONDITION, 0.5, frozenset({"if", "before"}), _only_then),
    Frame(Rule.DEADLINE, Kind.CONDITION, 0.5, frozenset({"until"}), _deadline),
    Frame(Rule.DEPENDS_ON_IT, Kind.CONDITION, 0.55, demanding.DEPENDING, _depending),
    Frame(Rule.NOT_WITHOUT, Kind.CONDITION, 0.48, frozenset({"without"}), _no_without),
    Frame(Rule.CONDITIONS, Kind.CONDITION, 0.48, frozenset({"condition", "term"}), _conditions),
)
