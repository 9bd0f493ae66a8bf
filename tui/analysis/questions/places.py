"""Which clauses of an open sentence are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.questions.evidence import SHORTEST, clause_head, evidence_range
from tui.analysis.questions.question_candidates import (
    Form,
    FrameMatch,
    QuestionCandidate,
    Wording,
)
from tui.analysis.questions.sentence_features import Word, words_of
from tui.analysis.results import QuestionKind
from tui.analysis.rules import QuestionRule
from tui.documents.article import Span

if TYPE_CHECKING:
    from tui.analysis.questions.learned_table import LearnedTable
    from tui.analysis.questions.open_sentences import Sentence

_AS_SURE = 0.1
"""What frames of one sentence may differ in score and still show the same openness."""
_APART = 0.4
"""Least score of a further embedded question of a sentence that is a question of its own."""

_KINDS = (
    (QuestionKind.UNDISCLOSED, {"declining", "secret", "detail_nouns", "withheld_nouns"}),
    (QuestionKind.UNKNOWN, {"unclear", "question_nouns", "inquiry_nouns", "inquiring", "baffled"}),
    (QuestionKind.INTENTION, {"intention_nouns", "vague"}),
    (QuestionKind.DISPUTED, {"denying", "dismissing", "accusing", "conflicting"}),
    (QuestionKind.UNDECIDED, {"deciding", "considering", "pending", "decision_nouns", "ruling"}),
    (QuestionKind.UNDECIDED, {"lawsuit_nouns", "proceedings", "contests", "sought_nouns"}),
    (QuestionKind.CONDITION, {"demanding", "depending", "demand_nouns", "needing"}),
)
"""The kind that an openness class of a sentence stands for; with none it may come about."""


def places_in(
    sentence: Sentence, probability: float, table: LearnedTable
) -> Iterator[QuestionCandidate]:
    """The questions of a sentence, scored with its probability.

    One, in the clause its surest frame found; a further embedded question ("whether A, and
    whether B") is one of its own. Without a frame it is the clause of the weightiest word.
    """
    if not sentence.candidates:
        yield from _by_words(sentence, probability, table)
        return
    best, *others = sentence.candidates
    apart: list[QuestionCandidate] = []
    for other in others:
        taken = (best, *apart)
        is_embedded = other.found.wording.form is Form.INDIRECT and other.score >= _APART
        if is_embedded and not any(other.evidence.overlaps(c.evidence) for c in taken):
            apart.append(other)
    if not apart:
        best = _widened(best, others)
    for place in (best, *apart):
        yield replace(place, score=probability)


def _widened(best: QuestionCandidate, others: list[QuestionCandidate]) -> QuestionCandidate:
    """The surest candidate with the clauses that show its openness as well."""
    near = [best, *(c for c in others if c.score >= best.score - _AS_SURE)]
    evidence = Span(
        min(c.evidence.start for c in near),
        max(c.evidence.end for c in near),
    )
    tokens = (min(c.tokens[0] for c in near), max(c.tokens[1] for c in near))
    return replace(best, evidence=evidence, tokens=tokens)


def _by_words(
    sentence: Sentence, probability: float, table: LearnedTable
) -> Iterator[QuestionCandidate]:
    found = [word for word in words_of(sentence.tokens) if _may_be_cue(word)]
    if not found:
        return
    # Where no word weighs anything, the verb of the sentence stands for it.
    cue = max(found, key=lambda word: (_weight(word, table), word.link == "ROOT")).token
    head = clause_head(cue)
    first, stop = evidence_range(cue.doc, head, [cue])
    paragraph = sentence.paragraph
    evidence = paragraph.between(cue.doc[first], cue.doc[stop - 1])
    if evidence.end - evidence.start < SHORTEST:
        return
    yield QuestionCandidate(
        paragraph,
        sentence.number,
        evidence,
        (first, stop),
        _kind(found),
        QuestionRule.WORDS_OF_OPENNESS,
        FrameMatch((cue,), Wording(Form.EVIDENCE, head)),
        probability,
    )


def _may_be_cue(word: Word) -> bool:
    """Whether a word can show openness: no name, nor a word between two clauses."""
    return word.token.is_alpha and not word.form.startswith("<") and word.link != "cc"


def _weight(word: Word, table: LearnedTable) -> float:
    names = (f"word {word.form}", *(f"class {name}" for name in word.classes))
    return sum(table.weights.get(name, 0.0) for name in names)


def _kind(found: list[Word]) -> QuestionKind:
    classes = {name for word in found for name in word.classes}
    for kind, names in _KINDS:
        if not classes.isdisjoint(names):
            return kind
    return QuestionKind.OUTCOME
