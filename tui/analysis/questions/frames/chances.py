"""Frames of chances: slim ones, a door opened, hopes that fade, a toll that will climb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import foreseeing
from tui.analysis.questions.clauses import (
    complement,
    is_infinitive,
    is_negated,
    is_verbal,
    lemma,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

_ODDS = frozenset({"chance", "prospect", "hope", "likelihood", "odds"})
_HAVING = frozenset({"have", "see", "stand", "give", "be", "remain", "hold"})
_OPENED = frozenset({"open door", "leave door", "pave way", "clear way", "open way", "set stage"})
_FADING = frozenset({"fade", "grow", "dim", "rise", "dwindle", "remain", "wane"})
_CLIMBING = frozenset({"rise", "climb", "increase", "grow"})


def _slim_chance(token: Token) -> FrameMatch | None:
    """Has a slim chance of passing; little prospect of a deal."""
    verb = token.head
    if token.dep_ not in {"dobj", "attr"} or lemma(verb) not in _HAVING or verb.tag_ == "VBD":
        return None
    odds = next((c for c in token.lefts if lemma(c) in foreseeing.ODDS), None)
    if odds is None:
        return None
    link = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    act = complement(link, "pcomp") if link is not None else complement(token, "acl", "relcl")
    if act is not None and (act.tag_ == "VBG" or is_infinitive(act)):
        wording = Wording(Form.EVENT, act, actor=subject_of(act) or shared_subject(verb))
        return FrameMatch((odds, token), wording)
    event = object_of(token, "of", "for")
    if event is None or event.pos_ != "NOUN":
        return None
    return FrameMatch((odds, token), Wording(Form.EXISTENCE, event, topic=event))


def _door_opened(token: Token) -> FrameMatch | None:
    """Opens the door to more claims; paves the way for a sale."""
    verb = token.head
    if token.dep_ != "dobj" or f"{lemma(verb)} {lemma(token)}" not in _OPENED:
        return None
    event = object_of(token, "to", "for") or object_of(verb, "to", "for")
    if event is None or event.pos_ != "NOUN" or is_negated(verb) or verb.tag_ == "VBD":
        return None
    return FrameMatch((verb, token), Wording(Form.EXISTENCE, event, topic=event))


def _hopes(token: Token) -> FrameMatch | None:
    """Hopes are fading for the crew; hopes of a truce are growing."""
    verb = token.head
    if token.dep_ != "nsubj" or lemma(verb) not in _FADING:
        return None
    matter = object_of(token, "of", "for") or object_of(verb, "of", "for")
    if matter is None or matter.pos_ not in {"NOUN", "PROPN"}:
        return None
    form = Form.EXISTENCE if matter.head.lower_ == "of" else Form.FATE
    return FrameMatch((token, verb), Wording(form, matter, topic=matter))


def _looks_set(token: Token) -> FrameMatch | None:
    """Looks set to deepen; appears poised to win."""
    act = complement(token, "xcomp")
    verb = token.head
    if act is None or not is_infinitive(act) or is_negated(verb):
        return None
    looks = lemma(verb) in {"look", "appear", "seem"}
    if not looks and token.lower_ != "poised":
        return None
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=shared_subject(verb)))


def _toll_climbing(token: Token) -> FrameMatch | None:
    """The toll is likely, or expected, to climb."""
    act = complement(token, "xcomp")
    if act is None or lemma(act) not in _CLIMBING or not is_infinitive(act):
        return None
    toll = shared_subject(token if is_verbal(token) else token.head)
    if toll is None or lemma(toll) not in foreseeing.AMOUNTS or is_negated(token):
        return None
    return FrameMatch((token, act), Wording(Form.EVENT, act, actor=toll))


def _not_certain(token: Token) -> FrameMatch | None:
    """The bill is not certain to pass; is far from sure to win."""
    act = complement(token, "xcomp")
    verb = token.head
    if act is None or not is_infinitive(act) or not is_verbal(verb):
        return None
    if token.dep_ != "acomp" or not (is_negated(verb) or is_negated(token)):
        return None
    return FrameMatch((token,), Wording(Form.EVENT, act, actor=shared_subject(verb)))


FRAMES = (
    Frame(Rule.SMALL_CHANCE, Kind.OUTCOME, 0.52, _ODDS, _slim_chance),
    Frame(Rule.DOOR_OPENED, Kind.OUTCOME, 0.46, frozenset({"door", "way"}), _door_opened),
    Frame(Rule.HOPES, Kind.OUTCOME, 0.52, frozenset({"hope"}), _hopes),
    Frame(Rule.LOOKS_SET_TO, Kind.OUTCOME, 0.46, frozenset({"set", "poise", "poised"}), _looks_set),
    Frame(Rule.TOLL, Kind.OUTCOME, 0.5, frozenset({"likely", "expect", "set"}), _toll_climbing),
    Frame(Rule.NOT_CERTAIN, Kind.OUTCOME, 0.55, frozenset({"certain", "sure"}), _not_certain),
)
