"""Frames of not knowing: nobody in the text can say what is or was.

A frame is a class of words and a test of what stands around one of them; the table at the
end of the module lists them. Base scores follow how often each frame was right on annotated
news. Further
frames are in `question_withholding`, `question_decisions` and `question_prospects`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.lexicons import openness as classes
from tui.analysis.question_candidates import Form, Found, Wording
from tui.analysis.question_clauses import (
    WH_TAGS,
    complement,
    content_clause,
    embedded_question,
    governor_negated,
    is_negated,
    is_question,
    is_verbal,
    object_of,
    shared_subject,
    subject_of,
)
from tui.analysis.results import QuestionKind as Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

Test = Callable[["Token"], Found | None]


@dataclass(frozen=True, slots=True)
class Frame:
    """A class of words with a test of what stands around them."""

    rule: str
    """What it finds, as a short phrase for the reader."""
    kind: Kind
    """The kind of question it opens."""
    score: float
    """How sure it is by itself, between 0 and 1."""
    words: frozenset[str]
    """The lemmas that are tested."""
    test: Test
    """Returns what it found, or `None`."""


def indirect(clause: Token, *cues: Token, holder: Token | None = None, bonus: float = 0.0) -> Found:
    """An open question that the text embeds."""
    return Found(cues, Wording(Form.INDIRECT, clause), holder, bonus)


def lemma(token: Token) -> str:
    """The lemma in small letters."""
    return str(token.lemma_).lower()


def acts(token: Token | None) -> bool:
    """Whether a noun names somebody who acts in public."""
    return token is not None and (
        token.ent_type_ in {"ORG", "GPE", "NORP", "PERSON"} or lemma(token) in classes.PUBLIC_ACTORS
    )


def _negated_knowing(token: Token) -> Found | None:
    """NEG + know + question: "nobody knows why"."""
    if not is_verbal(token) or not governor_negated(token):
        return None
    clause = embedded_question(token)
    if clause is None:
        return None
    holder = shared_subject(token)
    # "You don't know what you have": nobody in particular does not know it.
    vague = holder is not None and holder.lower_ == "you"
    return indirect(clause, token, holder=holder, bonus=-0.2 if vague else 0.0)


def _striving_to_know(token: Token) -> Found | None:
    """Try, struggle, be unable + find out + question or noun phrase."""
    if token.dep_ not in {"xcomp", "advcl", "acl", "pcomp", "ccomp", "conj"}:
        return None
    if not any(c.tag_ == "TO" for c in token.lefts) and token.tag_ != "VBG":
        return None
    governor = token.head
    if lemma(governor) not in classes.STRIVING | classes.INCAPABLE or lemma(token) in {
        "tell",
        "see",
    }:
        return None
    tried = governor.tag_ == "VBD" and lemma(governor) in classes.STRIVING
    bonus = -0.1 if tried else 0.05
    holder = shared_subject(governor)
    clause = embedded_question(token)
    if clause is not None:
        return indirect(clause, governor, token, holder=holder, bonus=bonus)
    noun = complement(token, "dobj")
    if noun is None:
        noun = object_of(token, "out", "for")
    if noun is None:
        return None
    if lemma(noun) in classes.INTENTION_NOUNS:
        return _intention(noun, (governor, token, noun), holder)
    if lemma(noun) in classes.CAUSE_NOUNS:
        wording = Wording(Form.WHY, noun, topic=noun)
        return Found((governor, token, noun), wording, holder, bonus)
    return None


def _intention(noun: Token, cues: tuple[Token, ...], holder: Token | None) -> Found | None:
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None) or object_of(noun, "of")
    wording = Wording(Form.INTENDS, noun, actor=owner, topic=noun)
    return Found(cues, wording, holder, 0.1, Kind.INTENTION)


def _inquiring(token: Token) -> Found | None:
    """Investigate, debate, wonder + question; the cause of something under inquiry."""
    if not is_verbal(token) or is_negated(token) or (token.tag_ == "VBD" and lemma(token) == "ask"):
        return None
    clause = embedded_question(token)
    if clause is not None:
        if lemma(token) == "ask" and not _by(clause, "whether", "if"):
            return None
        return indirect(clause, token, holder=shared_subject(token))
    noun = complement(token, "dobj", "nsubjpass") or subject_of(token)
    if noun is not None and lemma(noun) in {"cause", "motive", "circumstance", "reason"}:
        return Found((token, noun), Wording(Form.WHY, noun, topic=noun), shared_subject(token))
    return None


def _by(clause: Token, *openers: str) -> bool:
    return any(c.lower_ in openers for c in clause.lefts)


def _unclear(token: Token) -> Found | None:
    """Be or remain + unclear, with a clause or a noun phrase as its subject."""
    if token.dep_ in {"amod", "compound"} and token.head.dep_ not in {"attr"}:
        return None
    verb = token.head if not is_verbal(token) else token
    if not is_verbal(verb) or governor_negated(token):
        return None
    clause = embedded_question(token) or embedded_question(verb) or _subject_question(verb)
    if clause is not None and clause != verb:
        return indirect(clause, token)
    subject = subject_of(verb)
    if subject is None or subject.pos_ == "PRON" or subject.tag_ == "EX":
        return None
    form = Form.WHY if lemma(subject) in classes.CAUSE_NOUNS else Form.TOPIC
    return Found((token,), Wording(form, subject, topic=subject), bonus=-0.1)


def _subject_question(verb: Token) -> Token | None:
    """A question that stands before its verb: "why he left is unknown"."""
    for child in verb.lefts:
        if child.dep_ in {"csubj", "csubjpass", "ccomp", "advcl"} and is_question(child):
            return child
    return None


def _not_clear(token: Token) -> Found | None:
    """NEG + clear, certain, sure + question."""
    verb = token.head
    if not is_verbal(verb) or token.dep_ not in {"acomp", "oprd", "attr", "ccomp", "ROOT", "xcomp"}:
        return None
    if not (is_negated(token) or is_negated(verb)):
        return None
    clause = embedded_question(token) or embedded_question(verb) or _subject_question(verb)
    if clause is not None:
        return indirect(clause, token, holder=personal(subject_of(verb)))
    claim = content_clause(token) or content_clause(verb)
    if claim is not None and lemma(token) in {"sure", "certain", "convinced"}:
        return Found(
            (token,), Wording(Form.FACT, claim), personal(subject_of(verb)), -0.1, Kind.UNKNOWN
        )
    return None


def personal(token: Token | None) -> Token | None:
    """The token, unless it is a dummy subject."""
    return None if token is None or token.lower_ in {"it", "there", "that", "this"} else token


def _question_noun(token: Token) -> Found | None:
    """The question of whether, doubts about whether, a debate on how."""
    if token.pos_ != "NOUN" or is_negated(token):
        return None
    clause = embedded_question(token)
    if clause is None:
        return None
    if lemma(token.head) == "ask":
        return None
    if lemma(token.head) in {"answer", "settle", "resolve"} and not governor_negated(token.head):
        return None
    kind = Kind.INTENTION if _is_next_move(clause) else None
    return Found((token,), Wording(Form.INDIRECT, clause), kind=kind)


def _is_next_move(clause: Token) -> bool:
    """Whether a question asks what somebody will or might do."""
    opens_what = any(c.lower_ in {"what", "how"} for c in clause.lefts)
    return opens_what and any(
        c.dep_ == "aux" and c.lower_ in {"will", "would", "might", "may", "could", "'ll"}
        for c in clause.lefts
    )


def _no_insight(token: Token) -> Found | None:
    """Little insight into, no idea, no evidence + question."""
    if token.pos_ != "NOUN" or not governor_negated(token):
        return None
    clause = embedded_question(token) or (
        embedded_question(token.head) if is_verbal(token.head) else None
    )
    if clause is None:
        return None
    kind = Kind.INTENTION if _is_next_move(clause) else None
    holder = shared_subject(token.head) if is_verbal(token.head) else None
    return Found((token,), Wording(Form.INDIRECT, clause), personal(holder), kind=kind)


def _rumour(token: Token) -> Found | None:
    """Rumours, speculation, a theory that; speculate that."""
    if token.pos_ == "NOUN":
        if is_negated(token):
            return None
        clause = content_clause(token) or embedded_question(token)
        if clause is None and is_verbal(token.head):
            clause = next((c for c in token.head.rights if c.dep_ == "ccomp"), None)
    else:
        clause = content_clause(token) if token.dep_ != "amod" else None
    if clause is None:
        return None
    form = Form.INDIRECT if is_question(clause) else Form.FACT
    return Found(
        (token,), Wording(form, clause), shared_subject(token) if is_verbal(token) else None
    )


def _missing_people(token: Token) -> Found | None:
    """People who are missing or unaccounted for."""
    verb = token.head
    if token.lower_ not in {"missing", "unaccounted"}:
        return None
    if token.tag_ == "VBG" and any(c.lemma_ == "be" for c in token.lefts):
        verb = token
    elif token.dep_ not in {"acomp", "oprd", "xcomp", "attr"} or not is_verbal(verb):
        return None
    subject = subject_of(verb)
    if subject is None or subject.pos_ == "PRON" or complement(token, "dobj") is not None:
        return None
    is_many = bool(subject.ent_type_ in {"PERSON", "CARDINAL"} or subject.tag_ in {"NNS", "CD"})
    return Found(
        (token,), Wording(Form.WHERE, subject, topic=subject), bonus=0.0 if is_many else -0.3
    )


def _appeal(token: Token) -> Found | None:
    """Anyone with information; an appeal for witnesses."""
    if lemma(token) == "information":
        if token.head.lower_ != "with" or token.head.head.lower_ not in {"anyone", "anybody"}:
            return None
        return Found((token.head.head, token), Wording(Form.APPEAL, token, topic=token))
    witness = object_of(token, "for")
    if witness is None or lemma(witness) not in {"witness", "information"}:
        return None
    return Found(
        (token, witness), Wording(Form.APPEAL, witness, topic=witness), shared_subject(token)
    )


def _accused(token: Token) -> Found | None:
    """Accused of something, said to have done it."""
    if token.dep_ in {"amod", "compound"} or not is_verbal(token):
        return None
    act = complement(token, "xcomp")
    if act is None or not any(c.dep_ == "auxpass" for c in token.lefts):
        return None
    if not any(c.tag_ == "TO" for c in act.lefts):
        return None
    subject = subject_of(token)
    auxes = [c for c in act.lefts if c.dep_ == "aux" and c.lower_ in {"have", "be"}]
    if not auxes or subject is None or subject.tag_ in WH_TAGS:
        return None
    return Found((token,), Wording(Form.FACT, act, actor=subject))


def _under(token: Token) -> Found | None:
    """Under investigation, review, consideration, discussion."""
    noun = complement(token, "pobj")
    if noun is None or lemma(noun) not in classes.REVIEW_NOUNS or token.dep_ != "prep":
        return None
    subject = shared_subject(token.head) if is_verbal(token.head) else token.head
    if subject is None or subject.pos_ == "PRON":
        return None
    unknown = lemma(noun) in {"investigation", "inquiry", "scrutiny"}
    kind = Kind.UNKNOWN if unknown else Kind.UNDECIDED
    return Found((token, noun), Wording(Form.TOPIC, subject, topic=subject), kind=kind)


def _searching(token: Token) -> Found | None:
    """Investigate or search for something, right now."""
    ongoing = token.tag_ == "VBG" and any(c.lemma_ == "be" and c.tag_ != "VBD" for c in token.lefts)
    if not ongoing or token.dep_ == "amod":
        return None
    noun = complement(token, "dobj") or object_of(token, "for", "into")
    holder = shared_subject(token)
    if noun is None or noun.pos_ == "PRON" or holder is None:
        return None
    public = lemma(holder) in classes.PUBLIC_ACTORS or holder.ent_type_ in {"ORG", "GPE", "NORP"}
    if not public:
        return None
    return Found((token, noun), Wording(Form.TOPIC, noun, topic=noun), holder)


def _may_have(token: Token) -> Found | None:
    """May, might, could have done: nobody knows whether."""
    verb = token.head
    if not token.is_lower and not token.is_sent_start:
        return None  # A name: "PM May".
    if not is_verbal(verb) or not any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.lefts):
        return None
    # "could have won": most often what did not happen.
    bonus = -0.35 if token.lower_ == "could" else 0.0
    return Found((token,), Wording(Form.FACT, verb), bonus=bonus)


def questions_of_knowledge() -> Iterator[Frame]:
    """The frames of this module, surest first among those of one word."""
    yield Frame("nobody knows", Kind.UNKNOWN, 0.6, classes.KNOWING, _negated_knowing)
    yield Frame("trying to find out", Kind.UNKNOWN, 0.62, classes.FINDING_OUT, _striving_to_know)
    yield Frame("being looked into", Kind.UNKNOWN, 0.5, classes.INQUIRING, _inquiring)
    yield Frame("called unclear", Kind.UNKNOWN, 0.75, classes.UNCLEAR, _unclear)
    yield Frame("not clear", Kind.UNKNOWN, 0.65, classes.CLEAR, _not_clear)
    yield Frame("an open question", Kind.UNKNOWN, 0.6, classes.QUESTION_NOUNS, _question_noun)
    yield Frame("little is known", Kind.UNKNOWN, 0.65, classes.INSIGHT_NOUNS, _no_insight)
    yield Frame("rumour", Kind.UNKNOWN, 0.6, classes.RUMOUR_NOUNS | classes.RUMOUR_VERBS, _rumour)
    yield Frame(
        "missing", Kind.UNKNOWN, 0.6, frozenset({"miss", "missing", "unaccounted"}), _missing_people
    )
    yield Frame(
        "appeal for information", Kind.UNKNOWN, 0.6, frozenset({"information", "appeal"}), _appeal
    )
    yield Frame("may have happened", Kind.UNKNOWN, 0.5, classes.MODALS, _may_have)
    yield Frame("said to be so", Kind.UNKNOWN, 0.45, classes.BELIEVING, _accused)
    yield Frame("under review", Kind.UNDECIDED, 0.5, frozenset({"under"}), _under)
    yield Frame("being searched for", Kind.UNKNOWN, 0.45, classes.SEARCHING, _searching)
