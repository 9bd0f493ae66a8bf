"""Frames of withholding, of meaning to and of contradicting.

Somebody knows and does not tell, does not let out what he means to do, or says it is not so.
The tests follow the conventions of `question_frames`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.lexicons import openness as classes
from tui.analysis.question_candidates import Form, Found, Wording
from tui.analysis.question_clauses import (
    complement,
    content_clause,
    embedded_question,
    governor_negated,
    is_negated,
    is_verbal,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.question_frames import Frame, indirect, lemma, personal
from tui.analysis.results import QuestionKind as Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def _declined(token: Token) -> Found | None:
    """Decline or refuse + to say."""
    if not is_verbal(token) or is_negated(token):
        return None
    telling = complement(token, "xcomp")
    if telling is None or lemma(telling) not in classes.TELLING:
        return None
    return _withheld(token, telling)


def _withheld(cue: Token, telling: Token) -> Found:
    holder = shared_subject(cue)
    clause = embedded_question(telling)
    if clause is not None:
        return indirect(clause, cue, telling, holder=holder, bonus=0.1)
    topic = object_of(telling, "on", "about", "to") or complement(telling, "dobj")
    return Found((cue, telling), Wording(Form.SAYS, telling, actor=holder, topic=topic), holder)


def _not_disclosed(token: Token) -> Found | None:
    """NEG + say, disclose, reveal + question or object; not been named."""
    if not is_verbal(token) or not is_negated(token):
        return None
    auxes = {c.lower_ for c in token.lefts if c.dep_ == "aux"}
    if auxes & {"can", "could", "should", "must", "do"} and not auxes & {"has", "have", "had"}:
        return None
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token, holder=shared_subject(token), bonus=0.1)
    if lemma(token) not in classes.DISCLOSING:
        return None
    patient = complement(token, "dobj") or object_of(token, "on", "to")
    passive = next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
    topic = passive if passive is not None and passive.pos_ != "PRON" else patient
    holder = None if passive is not None else shared_subject(token)
    form = Form.TOPIC if holder is None else Form.SAYS
    if passive is not None and lemma(token) in {"name", "identify"}:
        form = Form.WHO
    return Found((token,), Wording(form, topic or token, actor=holder, topic=topic), holder)


def _no_details(token: Token) -> Found | None:
    """No details, comment or word of or on something."""
    if not is_negated(token) or token.dep_ == "appos":
        return None
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token)
    topic = object_of(token, "of", "on", "about", "from", "for")
    verb = token.head if is_verbal(token.head) else None
    holder = shared_subject(verb) if verb is not None else None
    if topic is None and verb is not None:
        topic = object_of(verb, "on", "about")
    giving = verb is not None and lemma(verb) in {
        "give",
        "offer",
        "make",
        "provide",
        "have",
        "release",
        "be",
    }
    if topic is None and not giving:
        return None
    form = Form.SAYS
    if personal(holder) is None or not giving:
        form, topic = Form.TOPIC, token
    return Found(
        (token,), Wording(form, topic or token, actor=holder, topic=topic), personal(holder)
    )


def _vague(token: Token) -> Found | None:
    """Vague, coy or silent about what one means to do."""
    if token.dep_ in {"amod", "compound"} or governor_negated(token):
        return None
    verb = token.head
    holder = subject_of(verb) if is_verbal(verb) else None
    clause = embedded_question(token) or (embedded_question(verb) if is_verbal(verb) else None)
    if clause is not None:
        return indirect(clause, token, holder=holder, bonus=0.1)
    topic = object_of(token, "about", "on", "over")
    if topic is None or holder is None:
        return None
    return Found((token,), Wording(Form.SAYS, topic, actor=holder, topic=topic), holder)


def _doubting(token: Token) -> Found | None:
    """Doubt, sceptical + clause."""
    if is_negated(token) or token.dep_ == "amod" or (is_verbal(token) and governor_negated(token)):
        return None
    holder = shared_subject(token) if is_verbal(token) else personal(subject_of(token.head))
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token, holder=holder)
    clause = content_clause(token)
    if clause is not None:
        return Found((token,), Wording(Form.FACT, clause), holder)
    topic = object_of(token, "about", "of", "over")
    if topic is None or topic.pos_ == "PRON" or token.pos_ == "VERB":
        return None
    return Found((token,), Wording(Form.TOPIC, topic, topic=topic), holder, -0.05)


def _denied(token: Token) -> Found | None:
    """A denial of something asserted."""
    if not is_verbal(token) or is_negated(token) or (token.tag_ == "VBN" and token.dep_ == "amod"):
        return None
    holder = shared_subject(token)
    denied = complement(token, "ccomp", "xcomp")
    if denied is not None and lemma(token) in classes.DENYING:
        return Found((token,), Wording(Form.FACT, denied, actor=holder), holder, 0.05)
    noun = _denied_noun(token)
    if noun is None:
        return None
    clause = content_clause(noun) or next(
        (c for c in noun.rights if c.dep_ == "acl" and any(g.tag_ == "TO" for g in c.lefts)), None
    )
    if clause is not None:
        return Found(
            (token, noun), Wording(Form.FACT, clause, actor=holder, topic=noun), holder, 0.05
        )
    act = object_of(noun, "of") if lemma(noun) not in {"plan"} else None
    if act is not None and is_verbal(act):
        return Found((token, noun), Wording(Form.FACT, act, actor=holder, topic=noun), holder)
    return Found((token, noun), Wording(Form.TOPIC, noun, topic=noun), holder)


def _denied_noun(token: Token) -> Token | None:
    """The assertion that is denied; not what somebody is refused ("denied entry")."""
    noun = complement(token, "dobj")
    if noun is None and any(c.dep_ == "nsubjpass" for c in token.lefts):
        noun = subject_of(token)
    if noun is None and token.dep_ == "relcl":
        noun = token.head
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or complement(token, "dative"):
        return None
    if lemma(noun) in classes.CLAIM_NOUNS:
        return noun
    refused = lemma(noun) in classes.REFUSED_NOUNS or noun.ent_type_
    return None if refused or lemma(token) not in classes.DENYING else noun


def questions_withheld() -> Iterator[Frame]:
    """The frames of this module."""
    yield Frame("declined to say", Kind.UNDISCLOSED, 0.65, classes.DECLINING, _declined)
    yield Frame(
        "not disclosed", Kind.UNDISCLOSED, 0.6, classes.DISCLOSING | {"say"}, _not_disclosed
    )
    yield Frame("no details", Kind.UNDISCLOSED, 0.55, classes.DETAIL_NOUNS, _no_details)
    yield Frame("vague about it", Kind.INTENTION, 0.7, classes.VAGUE, _vague)
    yield Frame("doubted", Kind.INTENTION, 0.5, classes.DOUBTING, _doubting)
    yield Frame("denied", Kind.DISPUTED, 0.5, classes.DENYING | classes.DISMISSING, _denied)
