"""What a parse says of a verb: who acts, what completes it, and whether it is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
WH_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
NEGATORS = words(
    "not n't n’t never no neither nor nobody none nothing without hardly barely little few"
)
_VERBAL = frozenset({"VERB", "AUX"})
CLIMB = 12
"""Heads climbed at most: deeper trees are misparses."""


def lemma(token: Token) -> str:
    """The lemma in small letters."""
    return str(token.lemma_).lower()


def is_verbal(token: Token) -> bool:
    """Whether a token heads a clause or could."""
    return token.pos_ in _VERBAL


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject; a dummy "it" or "there" included."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def shared_subject(verb: Token) -> Token | None:
    """The verb's subject, its own or one it shares with the verbs above it."""
    for _ in range(CLIMB):
        subject = subject_of(verb)
        if subject is not None:
            is_relative = verb.dep_ == "relcl" and (
                subject.tag_ in WH_TAGS or subject.lower_ == "that"
            )
            return verb.head if is_relative else subject
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None
        if verb.dep_ not in {"xcomp", "conj", "advcl", "acomp", "attr", "oprd"}:
            return None
        if verb.dep_ == "xcomp":
            # "urged him to go": the object of the upper verb acts.
            patient = next((c for c in verb.head.children if c.dep_ == "dobj"), None)
            if patient is not None and patient.i < verb.i:
                return patient
        verb = verb.head
    return None


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb in text order, without the "to" of an infinitive."""
    return [c for c in verb.lefts if c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO"]


def negator(token: Token) -> Token | None:
    """The word that denies a verb, adjective or noun where it stands; `None` if none does."""
    for child in token.children:
        if child.dep_ == "neg" or (child.lower_ in NEGATORS and child.dep_ in {"det", "advmod"}):
            return child
        if child.dep_ in SUBJECTS:
            if child.lower_ in {"nobody", "none", "nothing", "neither", "little", "few"}:
                return child
            for determiner in child.children:
                if determiner.lower_ in {"no", "neither"} and determiner.dep_ == "det":
                    return determiner
        if child.dep_ == "amod" and child.lower_ in {"little", "few"}:
            return child
        much = child.dep_ == "amod" and child.lower_ == "much" and token.head != token
        if much and is_negated(token.head):
            return negator(token.head)
    if token.dep_ == "conj" and is_verbal(token) and subject_of(token) is None:
        # "Would not meet them or say why": the denial reaches both.
        joined = token.doc[token.head.i : token.i]
        if any(t.lower_ in {"or", "nor"} and t.head == token.head for t in joined):
            above = token.head
            return negator(above) or (negator(above.head) if above.dep_ == "ccomp" else None)
    return None


def is_negated(token: Token) -> bool:
    """Whether a verb, adjective or noun is denied where it stands."""
    return negator(token) is not None


def governor_negator(token: Token) -> Token | None:
    """The word that denies the token or the verb it completes ("is not ready to say")."""
    for _ in range(3):
        denied = negator(token)
        if denied is not None:
            return denied
        if token.dep_ not in {"xcomp", "acomp", "attr", "dobj", "oprd", "pobj", "prep", "advmod"}:
            return None
        token = token.head
    return negator(token)


def governor_negated(token: Token) -> bool:
    """Whether the token or the verb it completes is denied."""
    return governor_negator(token) is not None


def complement(head: Token, *deps: str) -> Token | None:
    """The first complement of a word to its right with one of the labels."""
    return next((c for c in head.rights if c.dep_ in deps), None)


def has_object_gap(verb: Token) -> bool:
    """Whether a relative clause lacks its object: "the note that he left"."""
    if verb.dep_ != "relcl":
        return False
    subject = subject_of(verb)
    is_relative = subject is None or subject.tag_ in WH_TAGS or subject.lower_ == "that"
    # "Doubts that he is serious" lacks nothing.
    return not is_relative and complement(verb, "dobj", "acomp", "attr") is None


def object_of(head: Token, *prepositions: str) -> Token | None:
    """The noun a word governs through one of the prepositions."""
    for child in head.rights:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            found = complement(child, "pobj", "pcomp")
            if found is not None:
                return found
    return None


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return any(c.dep_ == "auxpass" for c in verb.lefts)


def passive_subject(verb: Token) -> Token | None:
    """What a verb in the passive is done to."""
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)


def owner_of(noun: Token) -> Token | None:
    """Who a possessive says a noun belongs to: "the minister's plan"."""
    return next((c for c in noun.lefts if c.dep_ == "poss"), None)


def is_under_way(verb: Token) -> bool:
    """Whether something is being done: "is seeking", "were still looking"."""
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" and c.dep_ == "aux" for c in verb.lefts)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(c.tag_ == "TO" for c in verb.lefts)
