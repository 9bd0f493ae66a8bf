"""Frames of deciding: somebody is still to settle or allow something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, knowing, withheld
from tui.analysis.questions.clauses import (
    complement,
    is_infinitive,
    is_negated,
    is_passive,
    is_verbal,
    lemma,
    object_of,
    passive_subject,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import embedded_question, is_question, opened_question
from tui.analysis.questions.frames.frame import Frame, acts, indirect
from tui.analysis.questions.question_candidates import Form, FrameMatch, Wording
from tui.analysis.results import QuestionKind as Kind
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token


def _yet_to(token: Token) -> FrameMatch | None:
    """Have yet to decide; be yet to be decided."""
    governor = token.head
    after = token.doc[token.i + 1 : min(token.i + 3, len(token.doc))]
    if not any(t.lower_ == "to" for t in after):
        return None
    verb = next((c for c in governor.rights if c.dep_ in {"xcomp", "ccomp"}), None)
    if verb is None:
        verb = token.head
    if not is_infinitive(verb) or verb.i < token.i:
        return None
    is_withheld = lemma(verb) in withheld.TELLING - {"confirm", "name", "offer", "address"}
    kind = Kind.UNDISCLOSED if is_withheld else None
    holder = shared_subject(token.head)
    bonus = (
        0.0 if lemma(verb) in deciding.DECIDING | knowing.FINDING_OUT | withheld.TELLING else -0.15
    )
    clause = embedded_question(verb)
    if clause is None:
        clause = next((c for c in governor.lefts if c.dep_ in {"csubj", "ccomp"}), None)
    if clause is None and subject_of(governor) is None and is_question(governor.head):
        clause = governor.head
    if clause is not None:
        return replace(indirect(clause, token, verb, holder=holder, bonus=bonus), kind=kind)
    if lemma(verb) in {"respond", "comment", "reply"}:
        topic = object_of(verb, "to", "on")
        wording = Wording(Form.SAYS, verb, actor=holder, topic=topic)
        return FrameMatch((token, verb), wording, holder, kind=Kind.UNDISCLOSED)
    noun = complement(verb, "dobj")
    if noun is not None and lemma(noun) in deciding.SCHEDULE_NOUNS:
        return FrameMatch((token, verb), Wording(Form.SCHEDULE, noun, topic=noun), holder, bonus)
    if is_passive(verb):
        outcome = _yet_to_be(holder)
        return FrameMatch((token, verb), outcome, None, bonus) if outcome is not None else None
    return FrameMatch(
        (token, verb), Wording(Form.EVENT, verb, actor=holder, topic=noun), holder, bonus
    )


def _yet_to_be(patient: Token | None) -> Wording | None:
    """How it is asked what becomes of something: the cause, the heir, the plan yet to be named."""
    if patient is None or patient.pos_ == "PRON":
        return None
    form = Form.HEIR if lemma(patient) in deciding.HEIR_NOUNS else Form.FATE
    if lemma(patient) in knowing.CAUSE_NOUNS | withheld.WITHHELD_NOUNS:
        form = Form.WHY
    return Wording(form, patient, topic=patient)


_LEFT_OPEN = frozenset(
    {"decide", "agree", "announce", "determine", "define", "outline", "unveil", "finalise"}
)


def _not_decided(token: Token) -> FrameMatch | None:
    """NEG + decide, agree, set, announce (in the perfect or the present)."""
    if not is_verbal(token) or not is_negated(token):
        return None
    auxes = [c.lower_ for c in token.lefts if c.dep_ == "aux"]
    is_perfect = bool({"has", "have", "'ve", "had"} & set(auxes))
    patient = complement(token, "dobj")
    passive = passive_subject(token)
    noun = passive or patient
    clause = opened_question(token)
    if set(auxes) & {"may", "might", "can", "could"} or "with" in {c.lower_ for c in token.rights}:
        clause = None  # "You may not agree with what he did".
    if clause is not None and lemma(token) in {"decide", "determine", "agree", "settle"}:
        return indirect(clause, token, holder=shared_subject(token), bonus=0.1)
    if noun is not None and lemma(noun) in deciding.SCHEDULE_NOUNS:
        return FrameMatch(
            (token, noun), Wording(Form.SCHEDULE, noun, topic=noun), shared_subject(token), 0.15
        )
    if passive is not None and lemma(passive) in deciding.HEIR_NOUNS:
        return FrameMatch((token, passive), Wording(Form.HEIR, passive, topic=passive), bonus=0.05)
    if noun is not None and lemma(noun) in deciding.DECISION_NOUNS and (is_perfect or passive):
        holder = None if passive is not None else shared_subject(token)
        topic = object_of(noun, "on", "about") or object_of(token, "on", "about", "over")
        wording = Wording(Form.RULES, noun, actor=holder, topic=topic)
        return FrameMatch((token, noun), wording, holder)
    if not is_perfect or lemma(token) not in _LEFT_OPEN:
        return None
    topic = noun or object_of(token, "on", "about")
    if topic is None:
        return None
    return FrameMatch(
        (token,), Wording(Form.TOPIC, topic, topic=topic), shared_subject(token), -0.05
    )


def _not_yet(token: Token) -> FrameMatch | None:
    """Most deputies have not signed on to the bill yet."""
    verb = token.head
    if token.dep_ != "advmod" or not is_verbal(verb) or not is_negated(verb):
        return None
    if not any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.lefts):
        return None
    actor = shared_subject(verb)
    if verb.tag_ != "VBN" or actor is None or actor.lower_ in {"i", "we", "you"}:
        return None
    if is_passive(verb):
        return FrameMatch((token, verb), Wording(Form.FATE, actor, topic=actor))
    return FrameMatch((token, verb), Wording(Form.EVENT, verb, actor=actor), actor)


def _no_decision(token: Token) -> FrameMatch | None:
    """No date has been set; no decision on."""
    if token.pos_ not in {"NOUN", "PROPN"} or not is_negated(token):
        return None
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token)
    if lemma(token) in deciding.SCHEDULE_NOUNS:
        fixed = lemma(token.head) in deciding.DECIDING | withheld.DISCLOSING
        exists = token.dep_ == "attr" and any(c.dep_ == "expl" for c in token.head.lefts)
        if not (fixed or exists) and object_of(token, "for") is None:
            return None
        return FrameMatch((token,), Wording(Form.SCHEDULE, token, topic=token), bonus=0.1)
    topic = object_of(token, "on", "about", "over", "for")
    if topic is None and token.dep_ == "nsubjpass":
        topic = object_of(token.head, "on", "about", "over")
    verdicts = {"decision", "agreement", "deal", "verdict", "ruling", "consensus"}
    if topic is None or lemma(token) not in verdicts:
        return None
    return FrameMatch((token,), Wording(Form.RULES, token, topic=topic))


def _considering(token: Token) -> FrameMatch | None:
    """Consider or weigh an action; decide whether (not yet done)."""
    if not is_verbal(token) or is_negated(token) or token.dep_ == "amod":
        return None
    if token.dep_ in {"pcomp", "csubj"} or (token.tag_ == "VBN" and not is_passive(token)):
        return None  # "For even considering it", "considered harmless".
    if token.dep_ == "advcl" and is_infinitive(token) and token.head.tag_ == "VBD":
        return None  # "Met to discuss how": that is over.
    clause = embedded_question(token)
    if lemma(token) == "think" and clause is not None and clause.dep_ != "pcomp":
        return None  # "Who they think should win": a view.
    holder = shared_subject(token)
    ongoing = token.tag_ == "VBG" or any(c.tag_ in {"MD", "TO"} for c in token.lefts)
    advised = any(c.lower_ in {"should", "must", "can"} for c in token.lefts)
    if advised or (token.dep_ == "xcomp" and lemma(token.head) in {"need", "have", "ought"}):
        return None
    if clause is not None:
        return indirect(clause, token, holder=holder, bonus=0.1 if ongoing else -0.1)
    if not ongoing or any(c.lower_ in {"can", "may"} for c in token.lefts):
        return None
    noun = complement(token, "dobj")
    applied = noun is not None and lemma(noun) in deciding.APPROVED_NOUNS
    if lemma(token) in {"study", "discuss", "review", "debate"} and not applied:
        return None
    act = complement(token, "xcomp", "pcomp") or object_of(token, "about", "of")
    if act is not None and act.tag_ == "VBG":
        return FrameMatch((token,), Wording(Form.EVENT, act, actor=holder), holder)
    noun = complement(token, "dobj")
    is_applicant = applied and holder is not None and holder.lower_ in {"it", "they"}
    if noun is None or noun.pos_ == "PRON" or lemma(token) == "think":
        return None
    if not (acts(holder) or is_applicant):
        return None
    form = Form.APPROVAL if lemma(noun) in deciding.APPROVED_NOUNS else Form.TOPIC
    return FrameMatch((token,), Wording(form, noun, actor=holder, topic=noun), holder)


def _deciding(token: Token) -> FrameMatch | None:
    """Decide, vote, rule + whether, still to be done."""
    if not is_verbal(token) or is_negated(token):
        return None
    clause = embedded_question(token)
    if clause is None or any(c.lower_ in {"can", "may"} for c in token.lefts):
        return None
    if token.tag_ == "VBG" and token.dep_ in {"pcomp", "acl"}:
        return None  # "No business deciding what is art".
    if token.dep_ == "advcl" and is_infinitive(token):
        return None  # "Dipped a toe in to see if it was warm": a purpose.
    if token.tag_ in {"VBD", "VBN"} and not any(c.lower_ == "be" for c in token.lefts):
        return None
    if not any(c.lower_ == "whether" or c.tag_ == "TO" for c in clause.lefts) and lemma(
        token
    ) not in {"decide", "determine", "work", "see"}:
        return None
    if not any(c.lower_ in {"whether", "if"} for c in clause.lefts):
        return indirect(clause, token, holder=shared_subject(token), bonus=-0.15)
    return indirect(clause, token, holder=shared_subject(token))


def _decision_noun(token: Token) -> FrameMatch | None:
    """A decision, vote or referendum on whether."""
    clause = embedded_question(token)
    if clause is None or not any(c.lower_ == "whether" for c in clause.lefts):
        return None
    return indirect(clause, token)


def _to_be_seen(token: Token) -> FrameMatch | None:
    """It remains to be seen, far from over, too early to say."""
    if lemma(token) == "remain":
        seen = complement(token, "xcomp")
        if seen is None or lemma(seen) not in knowing.FINDING_OUT | deciding.DECIDING | {
            "see",
            "do",
        }:
            return None
        clause = opened_question(seen, token)
        if clause is not None:
            return indirect(clause, token, seen)
        subject = subject_of(token)
        if subject is None or subject.pos_ == "PRON":
            return None
        return FrameMatch((token, seen), Wording(Form.FATE, subject, topic=subject))
    telling = complement(token, "xcomp") or complement(token.head, "xcomp")
    clause = embedded_question(telling) if telling is not None else None
    clause = clause or embedded_question(token.head) or embedded_question(token)
    if token.lower_ not in {"early", "soon", "premature"}:
        return None
    if clause is None:
        matter = object_of(telling, "on", "about") if telling is not None else None
        if matter is None or matter.pos_ == "PRON":
            return None
        return FrameMatch((token,), Wording(Form.TOPIC, matter, topic=matter))
    past = clause.tag_ == "VBD" or any(c.tag_ == "VBD" for c in clause.lefts)
    return replace(indirect(clause, token), kind=Kind.UNKNOWN if past else None)


_WHEN = frozenset({"DATE", "TIME"})


def _expected_ruling(token: Token) -> FrameMatch | None:
    """Will decide, is to vote, is expected to rule."""
    if not is_verbal(token) or is_negated(token) or embedded_question(token) is not None:
        return None
    ahead = any(c.lower_ in {"will", "'ll"} for c in token.lefts) or (
        is_infinitive(token)
        and (lemma(token.head) in {"be", "expect", "due", "ask", "schedule", "set"})
    )
    actor = shared_subject(token)
    if not ahead or not acts(actor):
        return None
    links = [c for c in token.rights if c.dep_ == "prep" and c.lower_ in {"on", "over", "about"}]
    topics = [complement(link, "pobj") for link in links] + [complement(token, "dobj")]
    topic = next((t for t in topics if t is not None and t.ent_type_ not in _WHEN), None)
    if topic is None or topic.pos_ == "PRON":
        return None
    form = Form.APPROVAL if lemma(topic) in deciding.APPROVED_NOUNS else Form.TOPIC
    return FrameMatch((token,), Wording(form, topic, actor=actor, topic=topic), actor)


FRAMES = (
    Frame(Rule.YET_TO_BE_DONE, Kind.UNDECIDED, 0.65, frozenset({"yet"}), _yet_to),
    Frame(Rule.NOT_YET_DONE, Kind.UNDECIDED, 0.5, frozenset({"yet"}), _not_yet),
    Frame(Rule.NOT_DECIDED, Kind.UNDECIDED, 0.6, deciding.DECIDING, _not_decided),
    Frame(
        Rule.NO_DECISION,
        Kind.UNDECIDED,
        0.6,
        deciding.SCHEDULE_NOUNS | deciding.DECISION_NOUNS,
        _no_decision,
    ),
    Frame(
        Rule.BEING_CONSIDERED, Kind.UNDECIDED, 0.56, deciding.CONSIDERING | {"think"}, _considering
    ),
    Frame(Rule.TO_BE_DECIDED, Kind.UNDECIDED, 0.56, deciding.DECIDING | {"see", "vote"}, _deciding),
    Frame(Rule.DECISION_ON_WHETHER, Kind.UNDECIDED, 0.6, deciding.DECISION_NOUNS, _decision_noun),
    Frame(
        Rule.TO_BE_SEEN,
        Kind.UNDECIDED,
        0.7,
        frozenset({"remain", "early", "soon", "premature"}),
        _to_be_seen,
    ),
    Frame(Rule.TO_BE_RULED_ON, Kind.UNDECIDED, 0.42, deciding.RULING, _expected_ruling),
)
