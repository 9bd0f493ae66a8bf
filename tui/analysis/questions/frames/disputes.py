"""Frames of contradiction: two sides tell it differently and the text does not settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import asserting
from tui.analysis.questions.clauses import (
    complement,
    is_negated,
    is_passive,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import content_clause, opened_question
from tui.analysis.questions.frames.frame import Frame, indirect
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPINIONS = frozenset({"view", "finding", "assertion", "notion", "idea", "conclusion", "toll"})
_VAGUE_OBJECTS = frozenset({"it", "this", "that", "which", "them", "so"})


def _denied(token: Token) -> FrameMatch | None:
    """A denial of something asserted."""
    if not is_verbal(token) or is_negated(token) or (token.tag_ == "VBN" and token.dep_ == "amod"):
        return None
    holder = shared_subject(token)
    known = _asserted_before(token)
    bonus = 0.08 if known else 0.0
    clause = opened_question(token) if lemma(token) in asserting.DENYING else None
    if clause is not None:
        return indirect(clause, token, bonus=0.1)
    denied = complement(token, "ccomp", "xcomp")
    if denied is not None and lemma(token) in asserting.DENYING and denied.i > token.i:
        return FrameMatch((token,), Wording(Form.FACT, denied, actor=holder), holder, 0.05 + bonus)
    noun = _denied_noun(token)
    if noun is None:
        return _denied_before(token, holder)
    told = content_clause(noun) is not None  # "Denied reports that": not what came before.
    reported = lemma(noun) in asserting.ACCOUNTS | {"charge", "accusation"}
    if noun.dep_ == "appos" or (reported and not told):
        found = _denied_before(token, holder, noun)
        if found is not None:
            return found
    clause = content_clause(noun) or next(
        (c for c in noun.rights if c.dep_ in {"acl", "relcl"} and _marked(c)), None
    )
    if clause is not None and clause != token:
        wording = Wording(Form.FACT, clause, actor=holder, topic=noun)
        return FrameMatch((token, noun), wording, holder, 0.05 + bonus)
    act = object_of(noun, "of") if lemma(noun) not in {"plan"} else None
    if act is not None and is_verbal(act):
        wording = Wording(Form.FACT, act, actor=holder, topic=noun)
        return FrameMatch((token, noun), wording, holder, bonus)
    if is_passive(token):
        bonus += 0.05
    return FrameMatch((token, noun), Wording(Form.TOPIC, noun, topic=noun), holder, bonus)


def _marked(clause: Token) -> bool:
    return any(c.tag_ == "TO" or (c.lower_ == "that" and c.dep_ == "mark") for c in clause.lefts)


def _asserted_before(token: Token) -> bool:
    """Whether the text before a denial makes the charge that is denied."""
    return any(lemma(t) in asserting.ACCUSING for t in token.doc[: token.i])


def _denied_noun(token: Token) -> Token | None:
    """The assertion that is denied; not what somebody is refused ("denied entry")."""
    noun = complement(token, "dobj")
    if noun is None and any(c.dep_ == "nsubjpass" for c in token.lefts):
        noun = subject_of(token)
    if (noun is None or noun.tag_ in {"WDT", "WP"}) and token.dep_ == "relcl":
        noun = token.head
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or complement(token, "dative"):
        return None
    if lemma(noun) in asserting.CLAIM_NOUNS:
        return noun
    if lemma(noun) in asserting.ACCOUNTS | _OPINIONS:
        return noun if lemma(token) in asserting.DENYING else None
    # What is not an assertion can be denied, but not refuted: "rebutted the critics".
    refused = lemma(noun) in asserting.REFUSED_NOUNS or noun.ent_type_
    return None if refused or lemma(token) != "deny" else noun


def _denied_before(
    token: Token, holder: Token | None, noun: Token | None = None
) -> FrameMatch | None:
    """A denial of what was said just before: "a charge Oslo denies", "she denies it"."""
    vague = next(
        (c for c in token.children if c.dep_ == "dobj" and c.lower_ in _VAGUE_OBJECTS), None
    )
    if noun is None and vague is None:
        return None
    for other in reversed(token.doc[max(token.sent.start - 40, 0) : token.i]):
        if other == token or not is_verbal(other) or lemma(other) not in asserting.ASSERTING:
            continue
        found = _charge(other)
        if found is None or found[0] == token:
            continue
        claim, actor = found
        cues = (other, token) if other.sent == token.sent else (token,)
        clause = token if other.sent != token.sent else token.sent.root
        wording = Wording(Form.FACT, claim, actor=actor)
        return FrameMatch(cues, wording, holder, 0.1, clause=clause)
    return None


def _charge(verb: Token) -> tuple[Token, Token | None] | None:
    """What is asserted or charged by a verb, and of whom."""
    claim = content_clause(verb)
    if claim is None:
        claim = next((c for c in verb.lefts if c.dep_ == "ccomp" and subject_of(c)), None)
    if claim is not None:
        return claim, None
    act = object_of(verb, "of")
    if act is not None and is_verbal(act):
        passive = is_passive(verb)
        return act, subject_of(verb) if passive else complement(verb, "dobj")
    return None


def _against(token: Token) -> FrameMatch | None:
    """X says A, but Y says B."""
    if not is_verbal(token) or is_negated(token) or (token.dep_ == "ROOT" and not token.n_lefts):
        return None
    first = token.head if token.dep_ == "conj" else None
    if first is None:
        first = next((c for c in token.lefts if c.dep_ in {"ccomp", "parataxis"}), None)
        if first is not None and not any(c.text == ";" for c in token.doc[first.i : token.i]):
            first = None
    elif not any(
        c.lower_ in {"but", "while", ";", "whereas"} for c in token.doc[first.i : token.i]
    ):
        first = None
    if first is None or lemma(first) not in asserting.ASSERTING or first.tag_ == "VBG":
        return None
    mine, theirs = content_clause(token), _charge(first)
    one, other = subject_of(token), subject_of(first)
    if mine is None or theirs is None or one is None or other is None or one.text == other.text:
        return None
    same = lemma(mine) == lemma(theirs[0]) or lemma(mine) in {"do", "be", "have"}
    # "His family say he was pushed, but police say he fell": of one person.
    whom = [subject_of(mine), subject_of(theirs[0])]
    same = same or (
        None not in whom
        and len({t.lower_ for t in whom if t is not None}) == 1
        and {mine.tag_, theirs[0].tag_} <= {"VBD", "VBN"}
    )
    if not same or {one.lower_, other.lower_} & {"i", "we", "you"}:
        return None
    wording = Wording(Form.FACT, theirs[0], actor=theirs[1])
    return FrameMatch((first, token), wording, other, clause=token.sent.root)


def _conflicting(token: Token) -> FrameMatch | None:
    """Conflicting accounts of a clash; accounts that differ."""
    noun = token.head if token.dep_ == "amod" else subject_of(token)
    if noun is None or lemma(noun) not in asserting.ACCOUNTS | asserting.CLAIM_NOUNS:
        return None
    event = object_of(noun, "of", "about", "on")
    if event is None or is_negated(token):
        return None
    return FrameMatch((token, noun), Wording(Form.IN_EVENT, event, topic=event))


_DENYING = asserting.DENYING | asserting.DISMISSING

FRAMES = (
    Frame(Rule.DENIED, Kind.DISPUTED, 0.52, _DENYING, _denied),
    Frame(Rule.TOLD_DIFFERENTLY, Kind.DISPUTED, 0.6, asserting.ASSERTING, _against),
    Frame(Rule.TOLD_DIFFERENTLY, Kind.DISPUTED, 0.6, asserting.CONFLICTING, _conflicting),
)
