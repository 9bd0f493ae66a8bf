"""Frames of demanding: a party wants another to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import asserting, deciding, demanding, foreseeing, subjects
from tui.analysis.questions.clauses import (
    SUBJECTS,
    complement,
    is_infinitive,
    is_negated,
    is_passive,
    is_under_way,
    is_verbal,
    lemma,
    object_of,
    passive_subject,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.frames.frame import Frame, acts
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


_LASTING = frozenset({"be", "have", "say", "admit", "remain", "stay"})
"""Verbs with "must" of what is so or is said, not of what somebody has to do."""
_ASKING_OF = demanding.ADVISING | {"call", "request", "appeal", "campaign"}
"""Verbs with the party behind a preposition, or in the clause that says what it is to do."""


def _must(token: Token) -> FrameMatch | None:
    """A public actor must, or has to, do something."""
    if token.dep_ == "aux" and token.lower_ not in {"must", "should"}:
        return None
    verb = token.head if token.dep_ == "aux" else complement(token, "xcomp")
    if verb is None or not is_verbal(verb):
        return None
    actor = shared_subject(verb) if token.dep_ == "aux" else subject_of(token)
    named = any(c.lower_ in {"before", "until", "by"} for c in [*verb.rights, *token.rights])
    named = named or any(c.dep_ == "advcl" for c in [*verb.rights, *token.rights])
    if not acts(actor) or lemma(verb) in _LASTING or is_negated(verb):
        return None
    if token.tag_ in {"VBD", "VBG"}:
        return None
    laid_down = _laid_down(verb, actor)
    if token.lower_ == "should" and not laid_down:
        return None  # A view, not a demand.
    bonus = 0.12 * named + 0.1 * laid_down
    return FrameMatch((token,), Wording(Form.EVENT, verb, actor=actor), bonus=bonus)


def _laid_down(verb: Token, actor: Token | None) -> bool:
    """Whether somebody who acts in public says it of another."""
    saying = verb.head
    holder = shared_subject(saying) if is_verbal(saying) else None
    is_reported = lemma(saying) in asserting.ASSERTING | demanding.DEMANDING | foreseeing.WARNING
    return is_reported and acts(holder) and actor is not None and holder != actor


def _more_needed(token: Token) -> FrameMatch | None:
    """More progress is needed."""
    passive = passive_subject(token)
    noun = passive if passive is not None else complement(token, "dobj")
    if noun is None or not any(c.lower_ in {"more", "further"} for c in noun.lefts):
        return None
    if lemma(noun) not in demanding.MORE_NOUNS or is_negated(token):
        return None
    speaker = _speaker(token)
    wording = Wording(Form.ENOUGH, noun, actor=speaker if acts(speaker) else None, topic=noun)
    return FrameMatch((token, noun), wording, speaker, -0.12)


def _speaker(token: Token) -> Token | None:
    """Who says what a clause says; `None` where another verb stands between them."""
    saying = token.head
    if token.dep_ != "ccomp" or lemma(saying) not in asserting.ASSERTING | foreseeing.WARNING:
        return None
    speaker = subject_of(saying)
    if speaker is None or any(t.pos_ == "VERB" for t in saying.doc[speaker.i : saying.i]):
        return None  # Too often the subject of that verb.
    return speaker


def _demanding(token: Token) -> FrameMatch | None:
    """Urge, call on, call for, demand that a party act; demand or call for something."""
    if not is_verbal(token) or is_negated(token) or complement(token, "oprd") is not None:
        return None
    holder = shared_subject(token)
    if holder is None or holder.lower_ in subjects.GENERIC_SUBJECTS:
        return None
    name = lemma(token)
    act = _wanted_act(token) if name != "seek" else None
    if act is None:
        return _wanted_thing(token, holder)
    if is_passive(token):
        urged = passive_subject(token)  # "The club has been urged to sell".
        wording = Wording(Form.EVENT, act, actor=urged)
        return FrameMatch((token,), wording) if acts(urged) else None
    party = _party(token, act)
    if party is None or (party.pos_ == "PRON" and party.lower_ in {"me", "you", "us"}):
        return None
    if party.lower_.endswith(("self", "selves")):
        return None
    if holder.pos_ == "PRON" and not acts(party):
        return None
    if name in demanding.ADVISING and _is_common_advice(holder, party):
        return None
    if name == "insist" and not any(c.lower_ in {"must", "should"} for c in act.lefts):
        return None
    if name == "require" and not acts(holder):
        return None  # Circumstances require, parties demand.
    # In the passive the party is what something is done to.
    undergoes = is_passive(act)
    bonus = 0.1 if acts(party) else 0.0 if undergoes else -0.1
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=party), holder, bonus)


def _party(token: Token, act: Token) -> Token | None:
    """Who is to act: the subject of the act, or whom a demand is made of."""
    name = lemma(token)
    if name in {"demand", "insist"}:
        return subject_of(act)
    asked = complement(token, "dobj") or object_of(token, "on", "to")
    if name in _ASKING_OF:
        return subject_of(act) or asked
    return asked


def _is_common_advice(holder: Token, party: Token) -> bool:
    """Whether an advice is given to anybody, or by somebody who does not act in public."""
    to_anybody = any(c.lower_ in {"every", "all", "each", "any"} for c in party.lefts)
    return to_anybody or not (acts(party) and acts(holder))


_WITH_CLAUSE = frozenset({"demand", "insist", "request", "recommend"})


def _wanted_act(token: Token) -> Token | None:
    """What a party is asked to do: "urged X to act", "called for X to act", "demand that"."""
    name = lemma(token)
    linked = any(t.lower_ in {"for", "on", "upon"} for c in token.rights for t in [c, *c.lefts])
    if name == "call" and not linked:
        return None
    if name in demanding.ASKING_FOR:
        for link in token.rights:
            if link.dep_ == "prep" and link.lower_ == "for":
                noun = complement(link, "pobj")
                act = complement(link, "pcomp") or (
                    complement(noun, "acl", "relcl") if noun is not None else None
                )
                if act is not None and is_infinitive(act):
                    return act
    for child in token.rights:
        if child.dep_ not in {"xcomp", "ccomp", "advcl"} or not is_verbal(child):
            continue
        if is_infinitive(child) or (name in _WITH_CLAUSE and child.dep_ == "ccomp"):
            return child
    return None


def _wanted_thing(token: Token, holder: Token) -> FrameMatch | None:
    """Demanded an apology, called for an inquiry."""
    wanted = (
        object_of(token, "for")
        if lemma(token) in demanding.ASKING_FOR
        else complement(token, "dobj")
        if lemma(token) in {"demand", "request", "seek"}
        else None
    )
    granted = wanted is not None and lemma(wanted) in deciding.GRANTED_NOUNS
    unreal = any(c.lower_ in {"could", "would", "might"} for c in token.lefts)
    if lemma(token) in {"request", "seek"} and (not granted or unreal or token.tag_ == "VBD"):
        return None
    if wanted is None or wanted.pos_ != "NOUN" or wanted.ent_type_ in {"DATE", "TIME"}:
        return None
    if not (acts(holder) or holder.pos_ == "PRON"):
        return None  # "The recipe calls for butter."
    bonus = 0.05 if acts(holder) else 0.0
    return FrameMatch((token, wanted), Wording(Form.EXISTENCE, wanted, topic=wanted), holder, bonus)


def _called_for(token: Token) -> FrameMatch | None:
    """Calls, demands or pressure for something, or for something to be done."""
    if token.pos_ != "NOUN" or is_negated(token):
        return None
    noun = object_of(token, "for", "on")
    act = complement(token, "advcl", "acl", "relcl")
    if act is None or not is_infinitive(act):
        link = next(
            (c for c in token.rights if c.dep_ == "prep" and c.lower_ in {"for", "on"}), None
        )
        act = complement(link, "pcomp") if link is not None else None
        if act is None and noun is not None:
            act = complement(noun, "acl", "relcl")
    if act is not None and is_infinitive(act):
        actor = noun
        if actor is None and token.head.lower_ == "under":
            actor = shared_subject(token.head.head)
        if actor is None and lemma(token.head) in {"face", "resist", "ignore", "defy"}:
            actor = shared_subject(token.head)
        if actor is None and subject_of(act) is None:
            return None
        bonus = 0.08 if acts(actor) else 0.0
        return FrameMatch((token,), Wording(Form.EVENT, act, actor=actor), bonus=bonus)
    plural = token.tag_ == "NNS" or token.head.lower_ in {"amid", "despite", "under"}
    if noun is None or not plural or noun.pos_ != "NOUN" or noun.ent_type_ in {"DATE", "TIME"}:
        return None
    if object_of(token, "for") is None:
        return None
    # "Fears of a war and calls for a truce": the calls are evidence by themselves.
    beside = token.dep_ in {"dobj", "attr"} and token.left_edge.i - token.head.i <= 1
    clause = None if beside or token.dep_ in SUBJECTS else token
    owned = any(c.dep_ == "poss" for c in token.lefts)
    wording = Wording(
        Form.HEEDED if owned else Form.EXISTENCE, token if owned else noun, topic=noun
    )
    return FrameMatch((token, noun), wording, clause=clause)


def _wanting(token: Token) -> FrameMatch | None:
    """Wants the government to act; has ordered it to."""
    act = complement(token, "ccomp", "xcomp")
    if act is None or is_negated(token) or not is_infinitive(act):
        return None
    holder = shared_subject(token)
    if is_passive(token):
        # "has been ordered to pay": who orders may be unsaid.
        if lemma(token) == "want" or not acts(holder):
            return None
        return FrameMatch((token,), Wording(Form.EVENT, act, actor=holder))
    party = subject_of(act) or complement(token, "dobj")
    # Who is asking right now wants an answer, whoever it is.
    asking = is_under_way(token) and party is not None and party.pos_ != "PRON"
    if not asking and (not acts(party) or not acts(holder) or party == holder):
        return None
    # What was ordered or asked for has most often been done or refused since.
    bonus = -0.1 if token.tag_ == "VBD" and lemma(token) != "want" else 0.0
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=party), holder, bonus)


_TESTED = demanding.DEMANDING | demanding.ADVISING | {"seek"}


FRAMES = (
    Frame(
        Rule.MUST_BE_DONE,
        Kind.CONDITION,
        0.25,
        frozenset({"must", "need", "have", "should"}),
        _must,
    ),
    Frame(Rule.MORE_IS_NEEDED, Kind.CONDITION, 0.5, frozenset({"need", "require"}), _more_needed),
    Frame(Rule.DEMANDED, Kind.CONDITION, 0.4, _TESTED, _demanding),
    Frame(Rule.CALLED_FOR, Kind.CONDITION, 0.45, demanding.DEMAND_NOUNS, _called_for),
    Frame(
        Rule.WANTED,
        Kind.CONDITION,
        0.42,
        frozenset({"want", "order", "ask", "tell", "instruct"}),
        _wanting,
    ),
)
