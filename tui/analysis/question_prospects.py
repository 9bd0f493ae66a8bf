"""Frames of deciding, demanding and of what may come, and of questions asked outright.

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
from tui.analysis.question_clauses import is_question as asks
from tui.analysis.question_frames import Frame, indirect, lemma
from tui.analysis.results import QuestionKind as Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST_PLAIN = frozenset({"VBD"})


def _yet_to(token: Token) -> Found | None:
    """Have yet to decide; be yet to be decided."""
    governor = token.head
    verb = next((c for c in governor.rights if c.dep_ in {"xcomp", "ccomp"}), None)
    if verb is None:
        verb = token.head
    if not any(c.tag_ == "TO" for c in verb.lefts) or verb.i < token.i:
        return None
    holder = shared_subject(token.head)
    bonus = (
        0.0 if lemma(verb) in classes.DECIDING | classes.FINDING_OUT | classes.TELLING else -0.15
    )
    clause = embedded_question(verb)
    if clause is None:
        clause = next((c for c in governor.lefts if c.dep_ in {"csubj", "ccomp"}), None)
    if clause is None and subject_of(governor) is None and asks(governor.head):
        clause = governor.head
    if clause is not None:
        return indirect(clause, token, verb, holder=holder, bonus=bonus)
    if lemma(verb) in {"respond", "comment", "reply"}:
        topic = object_of(verb, "to", "on")
        wording = Wording(Form.SAYS, verb, actor=holder, topic=topic)
        return Found((token, verb), wording, holder, kind=Kind.UNDISCLOSED)
    noun = complement(verb, "dobj")
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    if noun is not None and lemma(noun) in classes.SCHEDULE_NOUNS:
        return Found((token, verb), Wording(Form.SCHEDULE, noun, topic=noun), holder, bonus)
    if passive:
        return Found((token, verb), Wording(Form.TOPIC, verb, topic=holder), None, bonus)
    return Found((token, verb), Wording(Form.EVENT, verb, actor=holder, topic=noun), holder, bonus)


def _not_decided(token: Token) -> Found | None:
    """NEG + decide, agree, set, announce (in the perfect or the present)."""
    if not is_verbal(token) or not is_negated(token):
        return None
    auxes = [c.lower_ for c in token.lefts if c.dep_ == "aux"]
    is_perfect = bool({"has", "have", "'ve", "had"} & set(auxes))
    patient = complement(token, "dobj")
    passive = next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
    noun = passive or patient
    clause = embedded_question(token)
    if clause is not None and lemma(token) in {"decide", "determine", "agree", "settle"}:
        return indirect(clause, token, holder=shared_subject(token), bonus=0.1)
    if noun is not None and lemma(noun) in classes.SCHEDULE_NOUNS:
        return Found(
            (token, noun), Wording(Form.SCHEDULE, noun, topic=noun), shared_subject(token), 0.15
        )
    if noun is not None and lemma(noun) in classes.DECISION_NOUNS and (is_perfect or passive):
        return Found((token, noun), Wording(Form.TOPIC, noun, topic=noun), shared_subject(token))
    if not is_perfect or lemma(token) not in {"decide", "agree", "announce", "determine"}:
        return None
    topic = noun or object_of(token, "on", "about")
    if topic is None:
        return None
    return Found((token,), Wording(Form.TOPIC, topic, topic=topic), shared_subject(token), -0.05)


def _no_decision(token: Token) -> Found | None:
    """No date has been set; no decision on."""
    if token.pos_ not in {"NOUN", "PROPN"} or not is_negated(token):
        return None
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, token)
    if lemma(token) in classes.SCHEDULE_NOUNS:
        fixed = lemma(token.head) in classes.DECIDING | classes.DISCLOSING
        if not fixed and object_of(token, "for") is None:
            return None
        return Found((token,), Wording(Form.SCHEDULE, token, topic=token), bonus=0.1)
    topic = object_of(token, "on", "about", "over", "for")
    if topic is None or lemma(token) not in {"decision", "agreement", "deal", "verdict", "ruling"}:
        return None
    return Found((token,), Wording(Form.TOPIC, topic, topic=topic))


def _not_ready(token: Token) -> Found | None:
    """Not ready or willing to commit, decide, set."""
    verb = token.head if not is_verbal(token) else token
    if not is_verbal(verb) or not (is_negated(verb) or is_negated(token)):
        return None
    act = complement(token, "xcomp", "acl")
    if act is None:
        return None
    holder = subject_of(verb)
    noun = complement(act, "dobj") or object_of(act, "to", "on")
    if noun is not None and lemma(noun) in classes.SCHEDULE_NOUNS:
        return Found((token, act, noun), Wording(Form.SCHEDULE, noun, topic=noun), holder, 0.2)
    if lemma(act) in classes.TELLING:
        clause = embedded_question(act)
        if clause is not None:
            return indirect(clause, token, act, holder=holder)
        return Found(
            (token, act),
            Wording(Form.SAYS, act, actor=holder, topic=noun),
            holder,
            0.0,
            Kind.UNDISCLOSED,
        )
    return Found((token, act), Wording(Form.EVENT, act, actor=holder, topic=noun), holder, -0.1)


def _considering(token: Token) -> Found | None:
    """Consider or weigh an action; decide whether (not yet done)."""
    if not is_verbal(token) or is_negated(token) or token.dep_ == "amod":
        return None
    clause = embedded_question(token)
    holder = shared_subject(token)
    ongoing = token.tag_ == "VBG" or any(c.tag_ in {"MD", "TO"} for c in token.lefts)
    if clause is not None:
        return indirect(clause, token, holder=holder, bonus=0.1 if ongoing else -0.1)
    if not ongoing or lemma(token) in {"study", "discuss", "review", "debate"}:
        return None
    act = complement(token, "xcomp", "pcomp")
    if act is not None and act.tag_ == "VBG":
        return Found((token,), Wording(Form.EVENT, act, actor=holder), holder)
    noun = complement(token, "dobj")
    if noun is None or noun.pos_ == "PRON" or not _acts(holder):
        return None
    form = Form.APPROVAL if lemma(noun) in classes.APPROVED_NOUNS else Form.TOPIC
    return Found((token,), Wording(form, noun, actor=holder, topic=noun), holder)


def _deciding(token: Token) -> Found | None:
    """Decide, vote, rule + whether, still to be done."""
    if not is_verbal(token) or is_negated(token):
        return None
    clause = embedded_question(token)
    if clause is None:
        return None
    if token.tag_ in {"VBD", "VBN"} and not any(c.lower_ == "be" for c in token.lefts):
        return None
    if not any(c.lower_ == "whether" or c.tag_ == "TO" for c in clause.lefts) and lemma(
        token
    ) not in {"decide", "determine", "work", "see"}:
        return None
    if not any(c.lower_ in {"whether", "if"} for c in clause.lefts):
        return indirect(clause, token, holder=shared_subject(token), bonus=-0.15)
    return indirect(clause, token, holder=shared_subject(token))


def _pending(token: Token) -> Found | None:
    """Await a ruling; a pending appeal."""
    if lemma(token) == "pend" or token.lower_ == "pending":
        noun = token.head if token.dep_ == "amod" else complement(token, "pobj", "dobj")
        if noun is None and token.dep_ in {"acomp", "ROOT", "ccomp"}:
            noun = subject_of(token) or subject_of(token.head)
    else:
        noun = complement(token, "dobj") or object_of(token, "for")
    if noun is None or lemma(noun) not in classes.DECISION_NOUNS | classes.INSIGHT_NOUNS:
        return None
    clause = embedded_question(noun)
    if clause is not None:
        return indirect(clause, token, noun, holder=shared_subject(token))
    return Found((token, noun), Wording(Form.TOPIC, noun, topic=noun), None)


def _decision_noun(token: Token) -> Found | None:
    """A decision, vote or referendum on whether."""
    clause = embedded_question(token)
    if clause is None or not any(c.lower_ == "whether" for c in clause.lefts):
        return None
    return indirect(clause, token)


def _delayed(token: Token) -> Found | None:
    """Postponed until, delayed indefinitely."""
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ == "amod":
        return None
    passive = any(c.dep_ == "auxpass" for c in token.lefts)
    noun = subject_of(token) if passive else complement(token, "dobj")
    if noun is None or noun.pos_ == "PRON":
        return None
    known = lemma(noun) in classes.DECISION_NOUNS | classes.MEETING_NOUNS
    return Found((token,), Wording(Form.SCHEDULE, noun, topic=noun), None, 0.0 if known else -0.15)


def _suing(token: Token) -> Found | None:
    """Sue for; seek a penalty or damages; plead not guilty."""
    if not is_verbal(token) or token.tag_ == "VBN" and token.dep_ == "amod":
        return None
    holder = shared_subject(token)
    if lemma(token) == "sue":
        target = complement(token, "dobj")
        if target is None or token.tag_ in _PAST_PLAIN:
            return None
        return Found((token,), Wording(Form.COURT, token, actor=holder, topic=target), holder)
    if lemma(token) == "plead":
        guilty = next((c for c in token.rights if c.lower_ == "guilty"), None)
        if guilty is None or not (is_negated(guilty) or is_negated(token)):
            return None
        return Found(
            (token, guilty), Wording(Form.TOPIC, token, actor=holder, topic=holder), holder
        )
    noun = complement(token, "dobj")
    if noun is None or lemma(noun) not in {
        "penalty",
        "damage",
        "compensation",
        "injunction",
        "extradition",
    }:
        return None
    return Found((token, noun), Wording(Form.COURT, token, actor=holder, topic=noun), holder)


def _to_be_seen(token: Token) -> Found | None:
    """It remains to be seen, far from over, too early to say."""
    if lemma(token) == "remain":
        seen = complement(token, "xcomp")
        if seen is None or lemma(seen) not in classes.FINDING_OUT | classes.DECIDING | {
            "see",
            "do",
        }:
            return None
        clause = embedded_question(seen) or embedded_question(token)
        if clause is not None:
            return indirect(clause, token, seen)
        subject = subject_of(token)
        if subject is None or subject.pos_ == "PRON":
            return None
        return Found((token, seen), Wording(Form.TOPIC, subject, topic=subject))
    clause = embedded_question(token.head) or embedded_question(token)
    if token.lower_ not in {"early", "soon"} or clause is None:
        return None
    return indirect(clause, token)


def _acts(token: Token | None) -> bool:
    """Whether a noun names somebody who acts in public."""
    return token is not None and (
        token.ent_type_ in {"ORG", "GPE", "NORP", "PERSON"} or lemma(token) in classes.PUBLIC_ACTORS
    )


def _must(token: Token) -> Found | None:
    """A public actor must, or has to, do something."""
    if token.dep_ == "aux" and token.lower_ != "must":
        return None
    verb = token.head if token.dep_ == "aux" else complement(token, "xcomp")
    if verb is None or not is_verbal(verb):
        return None
    actor = shared_subject(verb) if token.dep_ == "aux" else subject_of(token)
    if not _acts(actor) or lemma(verb) in {"be", "have", "say", "admit"} or is_negated(verb):
        return None
    if token.tag_ == "VBD":
        return None
    return Found((token,), Wording(Form.EVENT, verb, actor=actor))


def _more_needed(token: Token) -> Found | None:
    """More progress is needed."""
    passive = next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
    noun = passive if passive is not None else complement(token, "dobj")
    if noun is None or not any(c.lower_ in {"more", "further"} for c in noun.lefts):
        return None
    if lemma(noun) not in classes.MORE_NOUNS or is_negated(token):
        return None
    return Found((token, noun), Wording(Form.THERE, noun, topic=noun))


def _demanding(token: Token) -> Found | None:
    """Urge, call on, call for, demand that a party act."""
    if not is_verbal(token) or is_negated(token):
        return None
    holder = shared_subject(token)
    if not _acts(holder):
        return None
    act = complement(token, "xcomp", "ccomp", "advcl")
    party = complement(token, "dobj") or object_of(token, "on")
    if lemma(token) in {"demand", "insist", "request"}:
        party = subject_of(act) if act is not None else party
    wanted = object_of(token, "for") if lemma(token) in {"call", "press", "push"} else None
    if wanted is not None and act is None:
        return Found((token, wanted), Wording(Form.TOPIC, wanted, topic=wanted), holder, -0.05)
    if act is None or party is None or party.pos_ == "PRON" and party.lower_ in {"me", "you", "us"}:
        return None
    if lemma(token) == "insist" and not any(c.lower_ in {"must", "should"} for c in act.lefts):
        return None
    bonus = 0.1 if _acts(party) else -0.1
    return Found((token,), Wording(Form.EVENT, act, actor=party), holder, bonus)


def _expected_ruling(token: Token) -> Found | None:
    """Will decide, is to vote, is expected to rule."""
    if not is_verbal(token) or is_negated(token) or embedded_question(token) is not None:
        return None
    ahead = any(c.lower_ in {"will", "'ll"} for c in token.lefts) or (
        any(c.tag_ == "TO" for c in token.lefts)
        and (token.head.lemma_.lower() in {"be", "expect", "due", "ask", "schedule", "set"})
    )
    actor = shared_subject(token)
    if not ahead or not _acts(actor):
        return None
    topic = object_of(token, "on", "over", "about") or complement(token, "dobj")
    if topic is None or topic.pos_ == "PRON" or topic.ent_type_ in {"DATE", "TIME"}:
        return None
    form = Form.APPROVAL if lemma(topic) in classes.APPROVED_NOUNS else Form.TOPIC
    return Found((token,), Wording(form, topic, actor=actor, topic=topic), actor)


def _ruled_out(token: Token) -> Found | None:
    """Not ruled out; no guarantee."""
    if token.lower_ in {"guarantee", "guaranteed"}:
        if not governor_negated(token):
            return None
        clause = content_clause(token) or complement(token, "xcomp")
        if clause is None:
            return None
        return Found((token,), Wording(Form.EVENT, clause, actor=shared_subject(token.head)))
    out = any(c.lower_ == "out" for c in token.rights)
    noun = complement(token, "dobj", "xcomp", "pcomp")
    if not out or noun is None or not governor_negated(token):
        return None
    if is_verbal(noun):
        wording = Wording(Form.EVENT, noun, actor=shared_subject(token))
    else:
        wording = Wording(Form.TOPIC, noun, topic=noun)
    return Found((token,), wording, shared_subject(token), 0.1)


def _possible_event(token: Token) -> Found | None:
    """A possible or potential event, as a noun phrase."""
    noun = token.head
    if token.dep_ != "amod" or noun.pos_ != "NOUN" or is_negated(noun):
        return None
    eventive = noun.lemma_.endswith(("ment", "tion", "sion", "ing", "al")) or lemma(noun) in classes.EVENT_NOUNS
    if not eventive or noun.dep_ in {"nsubj", "attr"}:
        return None
    return Found((token, noun), Wording(Form.TOPIC, noun, topic=noun))


def _until(token: Token) -> Found | None:
    """Not until, unless: something waits for something else."""
    clause = token.head
    main = clause.head
    if not is_verbal(clause) or not is_verbal(main) or clause.dep_ != "advcl":
        return None
    future = any(
        c.dep_ == "aux" and c.lower_ in {"will", "wo", "would", "can", "'ll"} for c in main.lefts
    )
    if not future or (token.lower_ == "until" and not is_negated(main)):
        return None
    return Found((token,), Wording(Form.EVENT, main), bonus=0.05, clause=main)


def _modal(token: Token) -> Found | None:
    """Could, may, might + an event."""
    verb = token.head
    if token.dep_ != "aux" or not is_verbal(verb):
        return None
    if verb.lemma_ == "have" and (act := complement(verb, "xcomp")) is not None:
        return Found((token,), Wording(Form.EVENT, act, actor=subject_of(verb)), bonus=0.05)
    if any(c.lower_ in {"have", "'ve"} and c.dep_ == "aux" for c in verb.lefts):
        return None
    name = lemma(verb)
    if name in classes.STATIVE or name == "be" and token.lower_ == "could" and is_negated(verb):
        return None
    if token.lower_ == "could" and is_negated(verb):
        return None
    bonus = 0.0
    if name in classes.CHANGING:
        bonus += 0.12
    if name == "be":
        bonus -= 0.05
    subject = shared_subject(verb)
    if subject is None or subject.lower_ in classes.GENERIC_SUBJECTS | {"i", "you"}:
        bonus -= 0.3
    elif not subject.ent_type_ and subject.tag_ == "NNS" and subject.left_edge == subject:
        bonus -= 0.1
    patient = complement(verb, "dobj")
    if patient is not None and patient.lower_ in {"me", "you", "us", "yourself", "it"}:
        bonus -= 0.1
    if any(c.dep_ == "mark" and c.lower_ in {"so", "as", "though", "if"} for c in verb.lefts):
        bonus -= 0.25
    return Found((token,), Wording(Form.EVENT, verb), bonus=bonus)


def _fearing(token: Token) -> Found | None:
    """Fears that, worried that, concerns that, warn that."""
    if is_negated(token) or token.dep_ in {"amod", "compound"}:
        return None
    if is_verbal(token) and governor_negated(token):
        return None
    clause = content_clause(token)
    if clause is None and token.dep_ in {"acomp", "oprd"}:
        clause = content_clause(token.head)
    holder = shared_subject(token) if is_verbal(token) else shared_subject(token.head)
    if clause is None:
        noun = object_of(token, "of", "about", "over") if token.pos_ == "NOUN" else None
        if (
            noun is None
            or noun.pos_ == "PRON"
            or lemma(token) not in classes.FEARING | {"risk", "threat", "danger", "warning"}
        ):
            return None
        return Found((token, noun), Wording(Form.TOPIC, noun, topic=noun), None, -0.2)
    if is_question(clause):
        return indirect(clause, token, holder=holder)
    auxes = {c.lower_ for c in clause.lefts if c.dep_ == "aux"}
    is_ahead = bool(auxes & {"will", "would", "could", "may", "might", "'ll", "'d"})
    if lemma(token) in classes.WARNING and not is_ahead:
        return None
    form = Form.EVENT if is_ahead else Form.FACT
    return Found((token,), Wording(form, clause), holder, 0.05 if is_ahead else 0.0)


def is_question(clause: Token) -> bool:
    """Whether a fear is put as a question ("worry about whether")."""
    return any(c.lower_ == "whether" for c in clause.lefts)


def _threatening(token: Token) -> Found | None:
    """Threaten or risk doing."""
    if not is_verbal(token) or is_negated(token):
        return None
    act = complement(token, "xcomp")
    if act is None or token.tag_ in _PAST_PLAIN and shared_subject(token) is None:
        return None
    holder = shared_subject(token)
    return Found(
        (token,), Wording(Form.EVENT, act, actor=holder), None, -0.1 if token.tag_ == "VBD" else 0.0
    )


def _possible(token: Token) -> Found | None:
    """It is possible or unlikely that; flooding is possible."""
    verb = token.head
    if token.dep_ not in {"acomp", "oprd", "ccomp"} or not is_verbal(verb):
        return None
    act = complement(token, "xcomp", "ccomp") or complement(verb, "ccomp")
    subject = subject_of(verb)
    if token.lower_ == "likely" and not is_negated(verb):
        return None
    if act is not None:
        dummy = subject is not None and subject.lower_ == "it"
        if dummy and subject_of(act) is None:
            return None
        wording = Wording(Form.EVENT, act, actor=None if dummy else subject)
        return Found((token,), wording, bonus=-0.07 if token.lower_ == "unlikely" else 0.0)
    if subject is None or subject.pos_ == "PRON" or token.lower_ not in {"possible", "likely"}:
        return None
    return Found((token,), Wording(Form.TOPIC, subject, topic=subject), bonus=0.05)


def _asked(token: Token) -> Found | None:
    """A sentence that ends in a question mark."""
    head = token.sent.root
    if token.i < token.sent.end - 3:
        return None
    first = token.sent[0]
    while first.is_punct and first.i < token.i:
        first = first.nbor()
    named = any(t.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} for t in token.sent)
    bonus = 0.1 if named else -0.05
    if first.pos_ == "AUX":
        bonus += 0.2
    if any(t.lower_ in {"you", "your", "i", "my", "me", "we", "us"} for t in token.sent):
        bonus -= 0.25
    if len(token.sent) < 5:
        bonus -= 0.2
    return Found((token,), Wording(Form.VERBATIM, head), bonus=bonus, clause=head)


def questions_of_prospect() -> Iterator[Frame]:
    """The frames of this module, surest first among those of one word."""
    yield Frame("yet to be done", Kind.UNDECIDED, 0.65, frozenset({"yet"}), _yet_to)
    yield Frame("not decided", Kind.UNDECIDED, 0.6, classes.DECIDING, _not_decided)
    yield Frame(
        "no decision",
        Kind.UNDECIDED,
        0.6,
        classes.SCHEDULE_NOUNS | classes.DECISION_NOUNS,
        _no_decision,
    )
    yield Frame("not ready to", Kind.UNDECIDED, 0.5, classes.READY, _not_ready)
    yield Frame("being considered", Kind.UNDECIDED, 0.5, classes.CONSIDERING, _considering)
    yield Frame("to be decided", Kind.UNDECIDED, 0.5, classes.DECIDING | {"see", "vote"}, _deciding)
    yield Frame("awaited", Kind.UNDECIDED, 0.6, classes.PENDING | {"pending", "wait"}, _pending)
    yield Frame("decision on whether", Kind.UNDECIDED, 0.6, classes.DECISION_NOUNS, _decision_noun)
    yield Frame("delayed", Kind.UNDECIDED, 0.45, classes.DELAYING, _delayed)
    yield Frame("before a court", Kind.UNDECIDED, 0.5, classes.SUING | {"plead", "seek"}, _suing)
    yield Frame(
        "to be seen", Kind.UNDECIDED, 0.7, frozenset({"remain", "early", "soon"}), _to_be_seen
    )
    yield Frame("to be ruled on", Kind.UNDECIDED, 0.42, classes.RULING, _expected_ruling)
    yield Frame(
        "not ruled out", Kind.OUTCOME, 0.55, frozenset({"rule", "guarantee", "guaranteed"}), _ruled_out
    )
    yield Frame(
        "possible event", Kind.OUTCOME, 0.4, frozenset({"possible", "potential"}), _possible_event
    )
    yield Frame("must be done", Kind.CONDITION, 0.25, frozenset({"must", "need", "have"}), _must)
    yield Frame("more is needed", Kind.CONDITION, 0.5, frozenset({"need", "require"}), _more_needed)
    yield Frame("demanded", Kind.CONDITION, 0.36, classes.DEMANDING, _demanding)
    yield Frame("only if", Kind.CONDITION, 0.3, frozenset({"until", "unless"}), _until)
    yield Frame("may happen", Kind.OUTCOME, 0.42, classes.MODALS, _modal)
    yield Frame(
        "feared",
        Kind.OUTCOME,
        0.55,
        classes.FEARING | classes.AFRAID | classes.WARNING | classes.WARNING_NOUNS,
        _fearing,
    )
    yield Frame("threatened", Kind.OUTCOME, 0.5, classes.THREATENING, _threatening)
    yield Frame("possible", Kind.OUTCOME, 0.45, classes.POSSIBLE, _possible)
    yield Frame("asked outright", Kind.ASKED, 0.3, frozenset({"?"}), _asked)
