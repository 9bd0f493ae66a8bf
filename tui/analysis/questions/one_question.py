"""Which places state one question: repeats are put together, the surest place first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness.foreseeing import CHANGING, EVENT_NOUNS, HARMING
from tui.analysis.lexicons.openness.knowing import INQUIRY_NOUNS
from tui.analysis.questions.clauses import lemma, shared_subject
from tui.analysis.questions.content_words import content_words_of, stem
from tui.analysis.questions.question_candidates import Form, QuestionCandidate
from tui.analysis.results import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.documents.article import Span

SAME = 0.34
"""Share of content words that makes two questions one; more costs recall, less leaves doubles."""
SAME_KIND = 0.2
"""The same for two forecasts, two demands or two denials."""

_NEAR = 4
"""Sentences within which two demands on one party are one."""
_EVENTUAL = frozenset({QuestionKind.OUTCOME, QuestionKind.DISPUTED, QuestionKind.CONDITION})


@dataclass(slots=True)
class QuestionGroup:
    """One question with every place that states it."""

    best: QuestionCandidate
    """The surest place."""
    words: frozenset[str]
    """The content words of that place."""
    others: list[Span] = field(default_factory=list)
    """The other places."""
    text: str = ""
    """Its wording; empty until it is put in words."""
    centrality: float = 0.0
    """How near it is to what the text is about, between 0 and 1."""


def merged(candidates: Sequence[QuestionCandidate]) -> list[QuestionGroup]:
    """The candidates with repeats put together, the surest place of each first."""
    groups: list[QuestionGroup] = []
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.evidence)):
        doc = candidate.paragraph.doc
        first, stop = candidate.tokens
        words = content_words_of(doc[first:stop])
        home = next((g for g in groups if _is_same(g, candidate, words)), None)
        if home is None:
            groups.append(QuestionGroup(candidate, words))
        elif not candidate.evidence.overlaps(home.best.evidence):
            home.others.append(candidate.evidence)
    return groups


def worded_apart(groups: Iterable[QuestionGroup]) -> list[QuestionGroup]:
    """The groups with those that came to the same words put together."""
    kept: dict[str, QuestionGroup] = {}
    for group in groups:
        home = kept.setdefault(group.text, group)
        if home is not group:
            home.others += [group.best.evidence, *group.others]
    return list(kept.values())


def _is_same(group: QuestionGroup, candidate: QuestionCandidate, words: frozenset[str]) -> bool:
    if group.best.sentence == candidate.sentence:
        # Two clauses of a sentence share words because they share the sentence.
        return group.best.evidence.overlaps(candidate.evidence)
    if _is_one_report(group.best, candidate) or _is_one_event(group.best, candidate):
        return True
    shared = group.words & words
    alike = group.best.kind is candidate.kind and candidate.kind in _EVENTUAL
    least = SAME_KIND if alike else SAME
    return len(shared) >= 2 and len(shared) / min(len(group.words), len(words)) >= least


def _is_one_event(one: QuestionCandidate, other: QuestionCandidate) -> bool:
    """Whether two places foresee or dispute one event, as a verb here and as a noun there.

    "Denied any plans to invade" and "fears that it is preparing an invasion" are one question
    unless two names do it.
    """
    if not ({one.kind, other.kind} <= _EVENTUAL and _events(one) & _events(other)):
        return False
    actors = [w.actor or shared_subject(w.head) for w in (one.found.wording, other.found.wording)]
    named = [a for a in actors if a is not None and a.pos_ in {"NOUN", "PROPN"}]
    return len(named) < 2 or lemma(named[0]) == lemma(named[1])


def _events(candidate: QuestionCandidate) -> set[str]:
    """The stems of the events that a candidate's question is about."""
    head = candidate.found.wording.head
    acts = [head, *(c for c in head.rights if c.dep_ in {"dobj", "xcomp"})]
    return {stem(name) for t in acts if (name := lemma(t)) in CHANGING or _is_deed(t)}


def _is_deed(token: Token) -> bool:
    return token.pos_ == "NOUN" and (
        lemma(token) in EVENT_NOUNS or lemma(token).endswith(("tion", "sion", "ment"))
    )


def _is_one_report(one: QuestionCandidate, other: QuestionCandidate) -> bool:
    """Whether two places tell of one actor, or of one state, in other words.

    The same thing under way; two demands on one party; two harms that one thing may do.
    """
    first, second = one.found.wording, other.found.wording
    if INQUIRY_NOUNS & {lemma(t) for t in one.found.cues} & {lemma(t) for t in other.found.cues}:
        return True
    if first.form is not second.form:
        return False
    if first.form is Form.RESULT:
        return lemma(first.head) == lemma(second.head)
    if first.form is not Form.EVENT or one.kind is not other.kind:
        return False
    actors = [w.actor or shared_subject(w.head) for w in (first, second)]
    if None in actors or len({lemma(a) for a in actors if a is not None}) != 1:
        return False
    if actors[0] is not None and actors[0].pos_ == "PRON":
        return False
    if one.kind is QuestionKind.CONDITION:
        return abs(one.sentence - other.sentence) <= _NEAR
    return lemma(first.head) in HARMING and lemma(second.head) in HARMING
