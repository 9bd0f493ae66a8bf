"""Frames of withholding: somebody knows and does not tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, knowing, withheld
from tui.analysis.questions.clauses import (
    complement,
    governor_negated,
    is_infinitive,
    is_negated,
    is_verbal,
    lemma,
    object_of,
    owner_of,
    passive_subject,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import content_clause, embedded_question, opened_question
from tui.analysis.questions.frames.frame import Frame, indirect, personal
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


def _declined(token: Token) -> FrameMatch | None:
    """Decline or refuse + to say."""
    if not is_verbal(token) or is_negated(token):
        return None
    telling = complement(token, "xcomp")
    if telling is None or lemma(telling) not in withheld.TELLING:
        return None
    refuser = shared_subject(token)
    if refuser is not None and refuser.lower_ in {"i", "we"} and lemma(token) == "refuse":
        return None
    if lemma(token) == "refuse" and content_clause(telling) is not None:
        return None  # "Refused to say that it was right": a view not shared.
    return _withheld(token, telling)


def _withheld(cue: Token, telling: Token) -> FrameMatch | None:
    holder = shared_subject(cue)
    clause = embedded_question(telling)
    if clause is None:
        asked = next((c for c in cue.children if c.dep_ == "advcl" and lemma(c) == "ask"), None)
        clause = embedded_question(asked) if asked is not None else None
    if clause is not None:
        found = indirect(clause, cue, telling, holder=holder, bonus=0.1)
        actor = subject_of(clause)
        own = actor is not None and actor.lower_ in {"he", "she", "it", "they"}
        return replace(found, wording=replace(found.wording, actor=holder)) if own else found
    topic = _matter(telling)
    if topic is not None and lemma(topic) in {"name", "age", "surname", "identity"}:
        owner = owner_of(topic)
        if owner is not None and owner.pos_ == "PRON":
            return None  # A witness who keeps his own name.
    return FrameMatch(
        (cue, telling), Wording(Form.SAYS, telling, actor=holder, topic=topic), holder
    )


def _matter(telling: Token) -> Token | None:
    """What it would be about; a request for comment is not."""
    topic = object_of(telling, "on", "about", "to") or complement(telling, "dobj")
    if topic is not None and lemma(topic) in {"request", "question", "call", "email", "message"}:
        comment = object_of(topic, "for") or topic
        return object_of(topic, "about", "on") or object_of(comment, "about", "on")
    if topic is not None and lemma(topic) in withheld.DETAIL_NOUNS:
        return object_of(topic, "about", "on", "of", "from") or topic
    return topic


def _not_public(token: Token) -> FrameMatch | None:
    """Has not been made public."""
    verb = token.head
    if lemma(verb) != "make" or not is_negated(verb):
        return None
    topic = subject_of(verb)
    if topic is None or topic.pos_ == "PRON" or topic.dep_ != "nsubjpass":
        return None
    return FrameMatch((verb, token), Wording(_thing_form(topic), topic, topic=topic))


def _thing_form(topic: Token) -> Form:
    """The form for what is withheld: "What are the terms of T?" where it says of what."""
    complete = any(c.dep_ == "poss" for c in topic.lefts) or object_of(topic, "of", "for")
    is_withheld = lemma(topic) in knowing.CAUSE_NOUNS | withheld.WITHHELD_NOUNS
    return Form.WHY if is_withheld and complete else Form.TOPIC


def _not_disclosed(token: Token) -> FrameMatch | None:
    """NEG + say, disclose, reveal + question or object; not been named."""
    if not is_verbal(token) or not is_negated(token):
        return None
    if token.dep_ == "acl" or is_infinitive(token):
        return None  # "Parties not named so far", "asked not to name him".
    auxes = {c.lower_ for c in token.lefts if c.dep_ == "aux"}
    if auxes & {"can", "could", "should", "must", "do"} and not auxes & {"has", "have", "had"}:
        return None
    clause = opened_question(token)
    if clause is not None:
        return indirect(clause, token, holder=personal(shared_subject(token)), bonus=0.1)
    if lemma(token) not in withheld.DISCLOSING:
        return None
    patient = _matter(token) or complement(token, "oprd")
    passive = passive_subject(token)
    if passive is not None and lemma(passive) in deciding.HEIR_NOUNS:
        return None
    topic = passive if passive is not None and passive.pos_ != "PRON" else patient
    holder = None if passive is not None else shared_subject(token)
    form = Form.SAYS
    if topic is not None and topic.pos_ == "NOUN":
        form = (
            Form.SAYS
            if holder is not None and _thing_form(topic) is Form.TOPIC
            else _thing_form(topic)
        )
        if lemma(token) in {"name", "identify"} and lemma(topic) not in knowing.CAUSE_NOUNS:
            form = Form.WHO
    elif holder is None:
        form = Form.TOPIC
    return FrameMatch((token,), Wording(form, topic or token, actor=holder, topic=topic), holder)


def _said_nothing(token: Token) -> FrameMatch | None:
    """Would say nothing about it; revealed little."""
    verb = token.head
    if token.dep_ != "dobj" or lemma(verb) not in withheld.DISCLOSING | {"say", "give", "tell"}:
        return None
    if any(c.dep_ == "amod" for c in token.rights):
        return None  # "Revealed nothing new": there was nothing.
    holder = shared_subject(verb)
    topic = object_of(token, "about", "of", "on") or object_of(verb, "about", "of", "on")
    if holder is None or (topic is not None and topic.pos_ == "PRON"):
        return None
    wording = Wording(Form.SAYS, verb, actor=holder, topic=topic)
    return FrameMatch((verb, token), wording, holder)


def _unavailable(token: Token) -> FrameMatch | None:
    """Not available for comment; could not be reached; did not return a call."""
    name = lemma(token)
    verb = token.head if name in {"available", "unavailable"} else token
    comment = object_of(token, "for") or object_of(verb, "for")
    if not is_verbal(verb) or (name != "unavailable" and not governor_negated(token)):
        return None
    if name == "return":
        asked = complement(token, "dobj")
        if asked is None or lemma(asked) not in withheld.REQUEST_NOUNS:
            return None
        comment = object_of(asked, "for")
        topic = object_of(asked, "about") or (object_of(comment, "on") if comment else None)
    elif comment is None or lemma(comment) not in {"comment", "interview", "response"}:
        return None
    else:
        topic = object_of(comment, "on", "about") or object_of(verb, "on", "about")
    holder = shared_subject(verb)
    wording = Wording(Form.SAYS, token, actor=holder, topic=topic)
    return FrameMatch((token, comment) if comment else (token,), wording, holder)


def _secret(token: Token) -> FrameMatch | None:
    """Remains secret; kept confidential."""
    verb = token.head
    if token.dep_ not in {"acomp", "oprd", "xcomp", "attr"} or governor_negated(token):
        return None
    if lemma(verb) not in {"be", "remain", "keep", "stay"} or verb.tag_ == "VBD":
        return None
    if any(c.lower_ in {"will", "would", "must", "should"} for c in verb.lefts):
        return None  # A promise.
    topic = subject_of(verb)
    if topic is None or topic.pos_ != "NOUN":
        return None
    return FrameMatch((token,), Wording(_thing_form(topic), topic, topic=topic))


def _no_details(token: Token) -> FrameMatch | None:
    """No details, comment or word of or on something."""
    if not is_negated(token) or token.dep_ == "appos":
        return None
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token)
    topic = object_of(token, "of", "on", "about", "from", "for")
    verb = token.head if is_verbal(token.head) else None
    holder = shared_subject(verb) if verb is not None else None
    if holder is token:
        holder = None
    if topic is None and verb is not None:
        topic = object_of(verb, "on", "about", "for")
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
    if lemma(token) in {"reason", "explanation"}:
        if not giving or topic is None or verb is None or lemma(verb) in {"be", "have"}:
            return None
        form = Form.REASON
    elif lemma(token) in {"detail", "information", "word"} and topic is not None:
        form = Form.KNOWN
    elif personal(holder) is None or not giving:
        form, topic = Form.TOPIC, token
    return FrameMatch(
        (token,), Wording(form, topic or token, actor=holder, topic=topic), personal(holder)
    )


FRAMES = (
    Frame(Rule.DECLINED_TO_SAY, Kind.UNDISCLOSED, 0.65, withheld.DECLINING, _declined),
    Frame(
        Rule.NOT_DISCLOSED,
        Kind.UNDISCLOSED,
        0.6,
        withheld.DISCLOSING | {"say", "confirm", "explain", "indicate"},
        _not_disclosed,
    ),
    Frame(
        Rule.SAID_NOTHING, Kind.UNDISCLOSED, 0.55, frozenset({"nothing", "little"}), _said_nothing
    ),
    Frame(
        Rule.NOT_AVAILABLE,
        Kind.UNDISCLOSED,
        0.55,
        frozenset({"available", "unavailable", "reach", "return"}),
        _unavailable,
    ),
    Frame(Rule.KEPT_SECRET, Kind.UNDISCLOSED, 0.5, withheld.SECRET, _secret),
    Frame(Rule.NOT_MADE_PUBLIC, Kind.UNDISCLOSED, 0.65, frozenset({"public"}), _not_public),
    Frame(Rule.NO_DETAILS, Kind.UNDISCLOSED, 0.6, withheld.DETAIL_NOUNS, _no_details),
)
