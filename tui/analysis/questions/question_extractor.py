"""What a text itself leaves open: unresolved questions, best first.

A question is open where a class of predicates meets negation, modality, an embedded
question, a pending decision or a contrary claim (`frames`). What the surroundings
say against it is taken off (`realis`), repeats are merged and the rest is ranked by how
central it is (`ranking`), then put in words (`wording`). Texts that leave nothing open
yield nothing.

Limits: no world knowledge; a question answered in other words than it is put stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.questions.clauses import governor_negator, lemma
from tui.analysis.questions.embedded import is_split_off
from tui.analysis.questions.evidence import clause_head, evidence_range
from tui.analysis.questions.facts import Facts
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.frames.frame_table import frames_by_word
from tui.analysis.questions.question_candidates import FrameMatch, QuestionCandidate
from tui.analysis.questions.ranking import (
    QUIET,
    STRICT,
    THRESHOLD,
    QuestionGroup,
    Topic,
    importance,
    merged,
    salience,
    worded_apart,
)
from tui.analysis.questions.realis import AGREED, ANSWERED, discount, surroundings
from tui.analysis.questions.wording.phrases import NotClearError, Phrases
from tui.analysis.questions.wording.wordings import Wordings
from tui.analysis.results import SURE, Question, Quote
from tui.documents.article import Span

_SHORTEST = 10
"""Code points of the shortest evidence: less is a cue, not a clause."""


def find_questions(
    parsed: ParsedText,
    entities: EntityIndex,
    quotes: Sequence[Quote],
    threshold: float = THRESHOLD,
) -> tuple[Question, ...]:
    """The unresolved questions of a text, best first.

    Args:
        parsed: The text with its parses.
        entities: Its entities by place, for names and centrality.
        quotes: Its quotes, for who holds a question.
        threshold: Least score of a question; `STRICT` lists only those marked as sure.
    """
    candidates = _candidates(parsed, quotes)
    surest = max((c.score for c in candidates), default=0.0)
    # Who asks for less sure questions also wants to see those of quieter texts.
    if surest < QUIET - max(0.0, THRESHOLD - threshold):
        return ()
    topic = Topic(parsed, entities)
    phrases = Phrases(entities, parsed.paragraphs)
    wordings = Wordings(phrases)
    shown: list[QuestionGroup] = []
    for group in merged([c for c in candidates if c.score >= threshold]):
        text = wordings.text(group.best)
        if not text:
            continue
        group.centrality = topic.centrality(group.best, group.words, 1 + len(group.others))
        group.text = text
        shown.append(group)
    shown = worded_apart(shown)
    shown.sort(key=lambda group: (-importance(group), group.best.evidence))
    return tuple(_question(group, phrases, entities, quotes) for group in shown)


def _candidates(parsed: ParsedText, quotes: Sequence[Quote]) -> list[QuestionCandidate]:
    """Every place a frame finds, scored with what speaks for and against it."""
    frames = frames_by_word()
    facts = Facts(parsed)
    around = surroundings(parsed, quotes)
    scored: list[QuestionCandidate] = []
    number = 0
    for paragraph in parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            number += 1
            for token in sentence:
                tested = frames.get(lemma(token)) or frames.get(token.lower_, [])
                for frame in tested:
                    candidate = _candidate(frame, frame.test(token), paragraph, number)
                    if candidate is None:
                        continue
                    score = candidate.score + discount(candidate, around)
                    if facts.answers(candidate):
                        score -= ANSWERED
                    scored.append(replace(candidate, score=score))
    return _agreeing(scored)


def _agreeing(candidates: Sequence[QuestionCandidate]) -> list[QuestionCandidate]:
    """The candidates, surer where two frames find a question in one clause."""
    clauses: dict[int, list[QuestionCandidate]] = {}
    for candidate in candidates:
        clauses.setdefault(candidate.sentence, []).append(candidate)
    return [
        replace(c, score=c.score + AGREED)
        if any(o.rule != c.rule and o.evidence.overlaps(c.evidence) for o in clauses[c.sentence])
        else c
        for c in candidates
    ]


def _candidate(
    frame: Frame, found: FrameMatch | None, paragraph: Paragraph, number: int
) -> QuestionCandidate | None:
    if found is None:
        return None
    head = found.clause or clause_head(found.cues[0])
    if head.head == found.wording.head and is_split_off(head):
        head = found.wording.head
    kept = [*found.cues]
    if found.wording.head.sent == head.sent and head.is_ancestor(found.wording.head):
        kept.append(found.wording.head)
    first, stop = evidence_range(paragraph.doc, head, kept)
    evidence = paragraph.between(paragraph.doc[first], paragraph.doc[stop - 1])
    if evidence.end - evidence.start < _SHORTEST:
        return None
    return QuestionCandidate(
        paragraph,
        number,
        evidence,
        (first, stop),
        found.kind or frame.kind,
        frame.rule,
        found,
        frame.score + found.bonus,
    )


def _question(
    group: QuestionGroup, phrases: Phrases, entities: EntityIndex, quotes: Sequence[Quote]
) -> Question:
    best = group.best
    names: dict[str, None] = {}
    for _, entity in entities.inside(best.evidence):
        names.setdefault(entity.name)
    denials = [d for cue in best.found.cues if (d := governor_negator(cue)) is not None]
    cues = sorted({*best.found.cues, *denials}, key=lambda t: t.i)
    return Question(
        best.evidence,
        group.text,
        best.kind,
        _holder(best, phrases, quotes),
        salience(group),
        tuple(names)[:4],
        tuple(sorted(group.others)),
        tuple(best.paragraph.between(t, t) for t in cues),
        best.rule,
        SURE if best.score >= STRICT else best.score / 2,
    )


def _holder(candidate: QuestionCandidate, phrases: Phrases, quotes: Sequence[Quote]) -> str:
    """Who does not know, withholds or decides; the source of the words, else the text."""
    token = candidate.found.holder
    if token is not None:
        try:
            name = phrases.noun(token, candidate.paragraph, lean=True)
        except NotClearError:
            name = ""
        if name:
            return name
    return next(_speakers(candidate.evidence, quotes), "text")


def _speakers(evidence: Span, quotes: Sequence[Quote]) -> Iterator[str]:
    """Who is quoted with the words of some evidence."""
    for quote in quotes:
        if quote.speaker_name and any(part.overlaps(evidence) for part in quote.content):
            yield quote.speaker_name
