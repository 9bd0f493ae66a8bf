"""Frames of demanding: a party wants another to act, or will act only if something is done.

The tests follow the conventions of `question_frames`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.lexicons import openness as classes
from tui.analysis.question_candidates import Form, Found, Wording
from tui.analysis.question_clauses import (
    SUBJECTS,
    complement,
    embedded_question,
    is_negated,
    is_verbal,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.question_frames import Frame, acts, indirect, lemma
from tui.analysis.results import QuestionKind as Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def _must(token: Token) -> Found | None:
    """A public actor must, or has to, do something."""
    if token.dep_ == "aux" and token.lower_ not in {"must", "should"}:
        return None
    verb = token.head if token.dep_ == "aux" else complement(token, "xcomp")
    if verb is None or not is_verbal(verb):
        return None
    actor = shared_subject(verb) if token.dep_ == "aux" else subject_of(token)
    named = any(c.lower_ in {"before", "until", "by"} for c in [*verb.rights, *token.rights])
    named = named or any(c.dep_ == "advcl" for c in [*verb.rights, *token.rights])
    if not acts(actor) or lemma(verb) in {"be", "have", "say", "admit"} or is_negated(verb):
        return None
    if token.tag_ == "VBD":
        return None
    laid_down = _laid_down(verb, actor)
    if token.lower_ == "should" and not laid_down:
        return None  # A view, not a demand.
    bonus = 0.12 * named + 0.1 * laid_down
    return Found((token,), Wording(Form.EVENT, verb, actor=actor), bonus=bonus)


def _laid_down(verb: Token, actor: Token | None) -> bool:
    """Whether somebody who acts in public says it of another."""
    saying = verb.head
    holder = shared_subject(saying) if is_verbal(saying) else None
    told = lemma(saying) in classes.ASSERTING | classes.DEMANDING | classes.WARNING
    return told and acts(holder) and actor is not None and holder != actor


def _more_needed(token: Token) -> Found | None:
    """More progress is needed."""
    passive = next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
    noun = passive if passive is not None else complement(token, "dobj")
    if noun is None or not any(c.lower_ in {"more", "further"} for c in noun.lefts):
        return None
    if lemma(noun) not in classes.MORE_NOUNS or is_negated(token):
        return None
    teller = _teller(token)
    wording = Wording(Form.ENOUGH, noun, actor=teller if acts(teller) else None, topic=noun)
    return Found((token, noun), wording, teller, -0.12)


def _teller(token: Token) -> Token | None:
    """Who says what a clause says; `None` where another verb stands between them."""
    saying = token.head
    if token.dep_ != "ccomp" or lemma(saying) not in classes.ASSERTING | classes.WARNING:
        return None
    teller = subject_of(saying)
    if teller is None or any(t.pos_ == "VERB" for t in saying.doc[teller.i : saying.i]):
        return None  # Too often the subject of that verb.
    return teller


def _demanding(token: Token) -> Found | None:
    """Urge, call on, call for, demand that a party act; demand or call for something."""
    if not is_verbal(token) or is_negated(token) or complement(token, "oprd") is not None:
        return None
    holder = shared_subject(token)
    if holder is None or holder.lower_ in classes.GENERIC_SUBJECTS:
        return None
    act = _wanted_act(token)
    party = complement(token, "dobj") or object_of(token, "on", "to")
    if act is None:
        return _wanted_thing(token, holder)
    if lemma(token) in {"call", "demand", "insist", "request", "appeal", "campaign"}:
        party = subject_of(act) or (None if lemma(token) in {"demand", "insist"} else party)
    if holder.pos_ == "PRON" and not acts(party):
        return None
    if party is None or (party.pos_ == "PRON" and party.lower_ in {"me", "you", "us"}):
        return None
    if lemma(token) == "insist" and not any(c.lower_ in {"must", "should"} for c in act.lefts):
        return None
    if lemma(token) == "require" and not acts(holder):
        return None  # Circumstances require, parties demand.
    # In the passive the party is what something is done to.
    undergoes = any(c.dep_ == "auxpass" for c in act.lefts)
    bonus = 0.1 if acts(party) else 0.0 if undergoes else -0.1
    return Found((token,), Wording(Form.EVENT, act, actor=party), holder, bonus)


def _wanted_act(token: Token) -> Token | None:
    """What a party is asked to do: "urged X to act", "called for X to act", "demand that"."""
    name = lemma(token)
    linked = any(t.lower_ in {"for", "on", "upon"} for c in token.rights for t in [c, *c.lefts])
    if name == "call" and not linked:
        return None
    if name in classes.ASKING_FOR:
        for link in token.rights:
            if link.dep_ == "prep" and link.lower_ == "for":
                noun = complement(link, "pobj")
                act = complement(link, "pcomp") or (
                    complement(noun, "acl", "relcl") if noun is not None else None
                )
                if act is not None and _to(act):
                    return act
    for child in token.rights:
        if child.dep_ not in {"xcomp", "ccomp", "advcl"} or not is_verbal(child):
            continue
        if _to(child) or (name in {"demand", "insist", "request"} and child.dep_ == "ccomp"):
            return child
    return None


def _to(act: Token) -> bool:
    return any(c.tag_ == "TO" for c in act.lefts)


def _wanted_thing(token: Token, holder: Token) -> Found | None:
    """Demanded an apology, called for an inquiry."""
    wanted = (
        object_of(token, "for")
        if lemma(token) in classes.ASKING_FOR
        else complement(token, "dobj")
        if lemma(token) == "demand"
        else None
    )
    if wanted is None or wanted.pos_ != "NOUN" or wanted.ent_type_ in {"DATE", "TIME"}:
        return None
    if not (acts(holder) or holder.pos_ == "PRON"):
        return None  # "The recipe calls for butter."
    bonus = 0.05 if acts(holder) else 0.0
    return Found((token, wanted), Wording(Form.THERE, wanted, topic=wanted), holder, bonus)


def _called_for(token: Token) -> Found | None:
    """Calls, demands or pressure for something, or for something to be done."""
    if token.pos_ != "NOUN" or is_negated(token):
        return None
    noun = object_of(token, "for", "on")
    act = complement(token, "advcl", "acl", "relcl")
    if act is None or not _to(act):
        link = next(
            (c for c in token.rights if c.dep_ == "prep" and c.lower_ in {"for", "on"}), None
        )
        act = complement(link, "pcomp") if link is not None else None
        if act is None and noun is not None:
            act = complement(noun, "acl", "relcl")
    if act is not None and _to(act):
        actor = noun
        if actor is None and token.head.lower_ == "under":
            actor = shared_subject(token.head.head)
        if actor is None and subject_of(act) is None:
            return None
        bonus = 0.08 if acts(actor) else 0.0
        return Found((token,), Wording(Form.EVENT, act, actor=actor), bonus=bonus)
    plural = token.tag_ == "NNS" or token.head.lower_ in {"amid", "despite", "under"}
    if noun is None or not plural or noun.pos_ != "NOUN" or noun.ent_type_ in {"DATE", "TIME"}:
        return None
    if object_of(token, "for") is None:
        return None
    # "Fears of a war and calls for a truce": the calls are evidence by themselves.
    beside = token.dep_ in {"dobj", "attr"} and token.left_edge.i - token.head.i <= 1
    clause = None if beside or token.dep_ in SUBJECTS else token
    owned = any(c.dep_ == "poss" for c in token.lefts)
    wording = Wording(Form.HEEDED if owned else Form.THERE, token if owned else noun, topic=noun)
    return Found((token, noun), wording, clause=clause)


def _until(token: Token) -> Found | None:
    """Not until, unless: something waits for something else."""
    clause = token.head
    main = clause.head
    if not is_verbal(clause) or not is_verbal(main) or clause.dep_ != "advcl":
        return None
    future = any(
        c.dep_ == "aux" and c.lower_ in {"will", "wo", "would", "can", "'ll", "ca"}
        for c in main.lefts
    )
    refused = lemma(main) in classes.DECLINING or lemma(main.head) in classes.DECLINING
    future = future or (refused and main.tag_ != "VBD")
    if not future or (token.lower_ in {"until", "before"} and not (is_negated(main) or refused)):
        return None
    if token.lower_ == "if" and not any(c.lower_ in {"only", "provided"} for c in clause.lefts):
        return None
    bonus = 0.2 if acts(subject_of(clause)) or acts(subject_of(main)) else 0.05
    return Found((token,), Wording(Form.EVENT, clause), bonus=bonus, clause=main)


def _wanting(token: Token) -> Found | None:
    """Wants the government to act; has ordered it to."""
    act = complement(token, "ccomp", "xcomp")
    if act is None or is_negated(token) or not _to(act):
        return None
    holder = shared_subject(token)
    if any(c.dep_ == "auxpass" for c in token.lefts):
        # "has been ordered to pay": who orders may be unsaid.
        if lemma(token) == "want" or not acts(holder):
            return None
        return Found((token,), Wording(Form.EVENT, act, actor=holder))
    party = subject_of(act) or complement(token, "dobj")
    if not acts(party) or not acts(holder) or party == holder:
        return None
    # What was ordered or asked for has most often been done or refused since.
    bonus = -0.1 if token.tag_ == "VBD" and lemma(token) != "want" else 0.0
    return Found((token,), Wording(Form.EVENT, act, actor=party), holder, bonus)


def _deadline(token: Token) -> Found | None:
    """Given until Friday to act; has until March to act."""
    verb = token.head if token.dep_ != "mark" else token.head.head
    if lemma(verb) not in {"give", "have"}:
        return None
    act = complement(verb, "advcl", "xcomp")
    if act is None or not any(c.tag_ == "TO" for c in act.lefts) or act.i < token.i:
        return None
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    party = complement(verb, "dative", "dobj") if lemma(verb) == "give" and not passive else None
    wording = Wording(Form.EVENT, act, actor=party or subject_of(verb))
    return Found((verb, token), wording, None if passive else shared_subject(verb))


def _depending(token: Token) -> Found | None:
    """Depends on, is conditional on something that may not be."""
    if is_negated(token) or (is_verbal(token) and token.tag_ == "VBD"):
        return None
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token) if lemma(clause) != "be" else None
    noun = object_of(token, "on", "upon")
    if is_verbal(token) or noun is None or noun.pos_ == "PRON":
        return None
    return Found((token, noun), Wording(Form.THERE, noun, topic=noun))


def _no_without(token: Token) -> Found | None:
    """There will be no deal without a swap."""
    noun = token.head
    verb = noun.head if noun.pos_ == "NOUN" else noun
    need = complement(token, "pobj")
    ahead = any(c.lower_ in {"will", "can", "'ll"} for c in verb.lefts)
    if need is None or not ahead or not (is_negated(noun) or is_negated(verb)):
        return None
    return Found((token, need), Wording(Form.THERE, need, topic=need), clause=verb)


def _conditions(token: Token) -> Found | None:
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
    return Found((verb, token), Wording(Form.TOPIC, token, topic=token), shared_subject(verb))


def questions_of_demand() -> Iterator[Frame]:
    """The frames of this module."""
    yield Frame(
        "must be done", Kind.CONDITION, 0.25, frozenset({"must", "need", "have", "should"}), _must
    )
    yield Frame("more is needed", Kind.CONDITION, 0.5, frozenset({"need", "require"}), _more_needed)
    yield Frame("demanded", Kind.CONDITION, 0.4, classes.DEMANDING, _demanding)
    yield Frame("called for", Kind.CONDITION, 0.45, classes.DEMAND_NOUNS, _called_for)
    waiting = frozenset({"until", "unless", "if", "before"})
    yield Frame("only if", Kind.CONDITION, 0.36, waiting, _until)
    yield Frame(
        "wanted",
        Kind.CONDITION,
        0.42,
        frozenset({"want", "order", "ask", "tell", "instruct"}),
        _wanting,
    )
    yield Frame("deadline", Kind.CONDITION, 0.5, frozenset({"until"}), _deadline)
    yield Frame("depends on it", Kind.CONDITION, 0.55, classes.DEPENDING, _depending)
    yield Frame("not without", Kind.CONDITION, 0.48, frozenset({"without"}), _no_without)
    yield Frame("conditions", Kind.CONDITION, 0.48, frozenset({"condition", "term"}), _conditions)
