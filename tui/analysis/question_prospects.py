"""Frames of what may come, feared or possible, and of questions asked outright.

The tests follow the conventions of `question_frames`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.lexicons import openness as classes
from tui.analysis.question_candidates import Form, Found, Wording
from tui.analysis.question_clauses import (
    WH_TAGS,
    complement,
    content_clause,
    governor_negated,
    is_negated,
    is_question,
    is_verbal,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.question_frames import Frame, acts, indirect, lemma
from tui.analysis.results import QuestionKind as Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def _possible_event(token: Token) -> Found | None:
    """A possible or potential event, as a noun phrase."""
    noun = token.head
    if token.dep_ != "amod" or noun.pos_ != "NOUN" or is_negated(noun):
        return None
    eventive = (
        noun.lemma_.endswith(("ment", "tion", "sion", "ing", "al"))
        or lemma(noun) in classes.EVENT_NOUNS
    )
    if not eventive or noun.dep_ in {"nsubj", "attr"}:
        return None
    # "A possible merger": whether it comes; "the possible merger" was told of before.
    return Found((token, noun), Wording(Form.THERE, noun, topic=noun))


def _of_possible_event(verb: Token) -> bool:
    """Whether a relative clause tells what a possible event would do: the event is the news."""
    return verb.dep_ == "relcl" and any(
        c.dep_ == "amod" and lemma(c) in {"possible", "potential"} for c in verb.head.lefts
    )


def _modal(token: Token) -> Found | None:
    """Could, may, might + an event."""
    verb = token.head
    is_name = not token.is_lower and not token.is_sent_start
    if token.dep_ != "aux" or not is_verbal(verb) or is_name or _of_possible_event(verb):
        return None
    if verb.lemma_ == "have" and (act := complement(verb, "xcomp")) is not None:
        return Found((token,), Wording(Form.EVENT, act, actor=subject_of(verb)), bonus=0.05)
    if any(c.lower_ in {"have", "'ve"} and c.dep_ == "aux" for c in verb.lefts):
        return None
    name = lemma(verb)
    if name in classes.STATIVE or (name == "be" and token.lower_ == "could" and is_negated(verb)):
        return None
    if token.lower_ == "could" and is_negated(verb):
        return None
    bonus = 0.0
    if name in classes.CHANGING:
        bonus += 0.12
    if name == "be":
        bonus -= 0.05
    subject = shared_subject(verb)
    if _asked_of(verb, subject):
        return None  # The question it stands in has a frame of its own.
    if subject is None or subject.lower_ in classes.GENERIC_SUBJECTS | {"i", "you"}:
        bonus -= 0.3
    elif not subject.ent_type_ and subject.tag_ == "NNS" and subject.left_edge == subject:
        bonus -= 0.1
    patient = complement(verb, "dobj")
    if patient is not None and patient.lower_ in {"me", "you", "us", "yourself", "it"}:
        bonus -= 0.1
    if any(c.dep_ == "mark" and c.lower_ in _CIRCUMSTANCES for c in verb.lefts):
        bonus -= 0.25
    return Found((token,), Wording(Form.EVENT, verb), bonus=bonus + _newsworthy(verb, subject))


def _newsworthy(verb: Token, subject: Token | None) -> float:
    """What speaks for a possible event being news rather than an aside.

    A source puts it forward, it is of something in particular, it has its time; aside are
    relative clauses and circumstances, and what is said not to happen.
    """
    value = 0.0
    if verb.dep_ == "ccomp" and lemma(verb.head) in _PUT_FORWARD:
        value += 0.05
    if subject is not None and any(c.lower_ in _PARTICULAR for c in subject.lefts):
        value += 0.04
    if any(c.ent_type_ in {"DATE", "TIME"} for c in verb.subtree):
        value += 0.04
    if verb.dep_ in {"relcl", "advcl"}:
        value -= 0.1
    if is_negated(verb):
        value -= 0.1
    return value if lemma(verb) in classes.CHANGING else value - 0.05


_PUT_FORWARD = classes.ASSERTING | classes.WARNING | classes.FEARING | classes.AFRAID
_PARTICULAR = frozenset({"the", "this", "these", "its", "their", "his", "her"})


def _asked_of(verb: Token, subject: Token | None) -> bool:
    """Whether a verb stands in a wh-question about its own subject."""
    if subject is None or verb.dep_ == "relcl":
        return False
    return any(
        t.tag_ in WH_TAGS and t.lower_ != "that"
        for t in subject.doc[subject.left_edge.i : subject.i + 1]
    )


def _fearer(token: Token) -> Token | None:
    """Who fears: the subject, or for a noun its owner; what prompts a fear does not feel it."""
    if token.pos_ == "NOUN":
        return next((c for c in token.lefts if c.dep_ == "poss"), None)
    return shared_subject(token) if is_verbal(token) else shared_subject(token.head)


def _fearing(token: Token) -> Found | None:
    """Fears that, worried that, concerns that, warn that."""
    if is_negated(token) or token.dep_ in {"amod", "compound"}:
        return None
    if is_verbal(token) and governor_negated(token):
        return None
    clause = content_clause(token)
    if clause is None and token.dep_ in {"acomp", "oprd", "nsubj"} and is_verbal(token.head):
        clause = content_clause(token.head)
        if token.dep_ == "nsubj" and lemma(token.head) not in classes.LINGERING:
            clause = None
    holder = _fearer(token)
    if clause is None:
        noun = object_of(token, "of", "about", "over") if token.pos_ == "NOUN" else None
        if (
            noun is None
            or noun.pos_ == "PRON"
            or lemma(token) not in classes.FEARING | _NAMED_PROSPECTS
            or _is_general(noun)
        ):
            return None
        # Fears that are raised or growing are news; having them may be a state of mind.
        live = lemma(token.head) in classes.LINGERING | {"raise", "spark", "fuel", "face", "stoke"}
        return Found(
            (token, noun), Wording(Form.THERE, noun, topic=noun), None, -0.05 if live else -0.2
        )
    if is_question(clause):
        return indirect(clause, token, holder=holder)
    auxes = {c.lower_ for c in clause.lefts if c.dep_ == "aux"}
    is_ahead = bool(auxes & {"will", "would", "could", "may", "might", "'ll", "'d"})
    if lemma(token) in classes.WARNING and not is_ahead:
        return None
    form = Form.EVENT if is_ahead else Form.FACT
    # What was feared has come or not by the time of writing.
    over = -0.12 if token.tag_ == "VBD" and lemma(token) in classes.FEARING else 0.0
    return Found((token,), Wording(form, clause), holder, over + (0.05 if is_ahead else 0.0))


_NAMED_PROSPECTS = frozenset(
    {"risk", "threat", "danger", "warning", "prospect", "possibility", "spectre", "specter"}
)


def _is_general(noun: Token) -> bool:
    """Whether a noun stands for anything of its sort: "fear of flying"."""
    return noun.tag_ in {"NN", "VBG"} and noun.left_edge == noun.right_edge


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
        wording = Wording(Form.THERE, noun, topic=noun)
    return Found((token,), wording, shared_subject(token), 0.1)


def _threatening(token: Token) -> Found | None:
    """Threaten or risk doing."""
    if not is_verbal(token) or is_negated(token) or _of_possible_event(token):
        return None
    if lemma(token.head) in classes.DECLINING:
        return None
    act = complement(token, "xcomp")
    holder = shared_subject(token)
    if act is None:
        target = complement(token, "dobj")
        if target is None or token.tag_ == "VBD" or lemma(token) != "threaten":
            return None
        if target.pos_ == "PRON" or target.ent_type_ == "PERSON" or holder is None:
            return None
        return Found((token,), Wording(Form.FATE, target, topic=target), None, -0.05)
    if token.tag_ == "VBD" and holder is None:
        return None
    return Found(
        (token,), Wording(Form.EVENT, act, actor=holder), None, 0.05 if acts(holder) else 0.0
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
    if lemma(verb) not in classes.BEING:
        return None  # "made possible"
    if act is not None:
        dummy = subject is not None and subject.lower_ == "it"
        if dummy and subject_of(act) is None:
            return None
        wording = Wording(Form.EVENT, act, actor=None if dummy else subject)
        return Found((token,), wording, bonus=-0.07 if token.lower_ == "unlikely" else 0.0)
    if subject is None or subject.pos_ == "PRON" or token.lower_ not in {"possible", "likely"}:
        return None
    return Found((token,), Wording(Form.THERE, subject, topic=subject), bonus=0.05)


_CIRCUMSTANCES = frozenset({"so", "as", "though", "if", "before", "until", "when"})
_AHEAD = frozenset({"will", "would", "'ll", "could", "can", "may", "might", "should", "going"})
_REPLIES = frozenset({"yes", "no", "because", "perhaps", "maybe", "well", "simply", "apparently"})


def _answer_after(mark: Token) -> float:
    """What the next sentence says for or against a question being open."""
    if mark.sent.end >= len(mark.doc):
        return 0.0
    after = mark.doc[mark.sent.end].sent
    if any(lemma(t) in classes.KNOWING | classes.TELLING and is_negated(t) for t in after):
        return 0.2
    short = after.root.lemma_ in {"do", "be"} and complement(after.root, "dobj", "attr") is None
    return -0.3 if after[0].lower_ in _REPLIES or short else 0.0


def _is_heading(mark: Token) -> bool:
    """Whether a question is a paragraph by itself: what follows may be its answer."""
    return mark.sent.start == 0 and mark.sent.end == len(mark.doc)


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
    if len(token.sent) < 5 or not is_verbal(head):
        bonus -= 0.2
    subject = subject_of(head)
    if first.tag_ in {"WDT", "WP", "WP$", "WRB"} and subject is not None:
        bonus += 0.15 if subject.lower_ not in classes.GENERIC_SUBJECTS else -0.1
    bonus += _answer_after(token)
    ahead = any(t.lower_ in _AHEAD for t in [*head.lefts, *head.rights])
    bonus += 0.1 if ahead else 0.0
    if _is_heading(token) and not ahead and first.tag_ in WH_TAGS:
        bonus -= 0.15
    return Found((token,), Wording(Form.VERBATIM, head), bonus=bonus, clause=head)


def questions_of_prospect() -> Iterator[Frame]:
    """The frames of this module."""
    yield Frame(
        "not ruled out",
        Kind.OUTCOME,
        0.55,
        frozenset({"rule", "guarantee", "guaranteed"}),
        _ruled_out,
    )
    yield Frame(
        "possible event", Kind.OUTCOME, 0.4, frozenset({"possible", "potential"}), _possible_event
    )
    yield Frame("may happen", Kind.OUTCOME, 0.42, classes.MODALS, _modal)
    yield Frame(
        "feared",
        Kind.OUTCOME,
        0.55,
        classes.FEARING | classes.AFRAID | classes.WARNING | classes.WARNING_NOUNS,
        _fearing,
    )
    yield Frame("threatened", Kind.OUTCOME, 0.5, classes.THREATENING, _threatening)
    yield Frame("possible", Kind.OUTCOME, 0.5, classes.POSSIBLE, _possible)
    yield Frame("asked outright", Kind.ASKED, 0.35, frozenset({"?"}), _asked)
