"""What a text itself leaves open: unresolved questions, best first.

Frames find where a class of predicates meets negation, modality, an embedded question, a
pending decision or a contrary claim (`frames`), and what the surroundings say against it
(`realis`). A table of weights fitted to annotated news decides with these, with words and with
the place in the text which sentences are open, and how probably (`learned_table`). The frames
say in which clause, why and for whom (`places`); repeats are put together (`one_question`), ranked
(`ranking`) and put in words (`wording`). Texts that leave nothing open yield nothing.

Limits: no world knowledge; a question answered in other words than it is put stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, overload

from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.questions.clauses import governor_negator, lemma
from tui.analysis.questions.embedded import is_split_off
from tui.analysis.questions.evidence import SHORTEST, clause_head, evidence_range
from tui.analysis.questions.facts import Facts
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.frames.frame_table import frames_by_word
from tui.analysis.questions.learned_table import LearnedTable, learned_table
from tui.analysis.questions.one_question import QuestionGroup, merged, worded_apart
from tui.analysis.questions.open_sentences import Sentence, sentences_of
from tui.analysis.questions.places import places_in
from tui.analysis.questions.question_candidates import FrameMatch, QuestionCandidate
from tui.analysis.questions.ranking import LISTED, MOST_HELP, importance, is_listed, saliences
from tui.analysis.questions.realis import AGREED, ANSWERED, discount, surroundings
from tui.analysis.questions.sayings import Sayings
from tui.analysis.questions.sentence_features import sentence_features, words_of
from tui.analysis.questions.signs import signs
from tui.analysis.questions.text_features import TextFeatures
from tui.analysis.questions.topic import Topic
from tui.analysis.questions.wording.phrases import NotClearError, Phrases
from tui.analysis.questions.wording.wordings import Wordings
from tui.analysis.results import AMOUNTS, Question, Quote


class ReadText(NamedTuple):
    """A text with everything that decides its open questions, but for the weights."""

    sentences: tuple[Sentence, ...]
    """All of them, in order."""
    features: Sequence[frozenset[str]]
    """Of each sentence, found out anew whenever it is asked for: they take more room than all
    the rest, and of most sentences they are needed once."""
    topic: Topic
    """What the text is about."""
    phrases: Phrases
    """Names for what tokens stand for."""
    entities: EntityIndex
    """The entities by place."""
    quotes: Sequence[Quote]
    """The quotes, for who holds a question."""


class _Features(Sequence[frozenset[str]]):
    """The features of the sentences of a text."""

    def __init__(self, sentences: Sequence[Sentence], of_text: TextFeatures) -> None:
        self._sentences = sentences
        self._of_text = of_text

    def __len__(self) -> int:
        return len(self._sentences)

    @overload
    def __getitem__(self, number: int) -> frozenset[str]: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[frozenset[str], ...]: ...
    def __getitem__(self, number: int | slice) -> frozenset[str] | tuple[frozenset[str], ...]:
        if isinstance(number, slice):
            return tuple(map(self._of, self._sentences[number]))
        return self._of(self._sentences[number])

    def _of(self, sentence: Sentence) -> frozenset[str]:
        return frozenset((*sentence_features(sentence.tokens), *self._of_text.of(sentence)))


MOST_PLACES = 1_000
"""Places of a text that are put together to questions, the surest: each is compared with the
questions found before it, and a list of a thousand is more than anybody goes through."""


def find_questions(
    parsed: ParsedText, entities: EntityIndex, quotes: Sequence[Quote]
) -> tuple[Question, ...]:
    """The unresolved questions of a text, best first.

    Args:
        parsed: The text with its parses.
        entities: Its entities by place, for names and centrality.
        quotes: Its quotes, for who holds a question.
    """
    return open_questions(read_text(parsed, entities, quotes), learned_table())


def read_text(parsed: ParsedText, entities: EntityIndex, quotes: Sequence[Quote]) -> ReadText:
    """Everything that decides the open questions of a text, but for the weights."""
    sentences = tuple(sentences_of(parsed, frame_candidates(parsed, quotes)))
    topic = Topic(parsed.article.title, sentences, entities)
    of_text = TextFeatures(sentences, topic, entities, quotes)
    features = _Features(sentences, of_text)
    phrases = Phrases(entities, parsed.paragraphs)
    return ReadText(sentences, features, topic, phrases, entities, quotes)


def open_questions(
    text: ReadText, table: LearnedTable, least: float = LISTED
) -> tuple[Question, ...]:
    """The open questions by the weights of a table, best first.

    Args:
        text: The text.
        table: The weights.
        least: Least probability of a question at a middling nearness to the topic.
    """
    places: list[QuestionCandidate] = []
    for sentence, features in zip(text.sentences, text.features, strict=True):
        probability = table.probability(features)
        if probability >= least - MOST_HELP:
            places += places_in(sentence, probability, table)
    if len(places) > MOST_PLACES:
        places = sorted(places, key=lambda place: -place.score)[:MOST_PLACES]
    wordings = Wordings(text.phrases)
    groups: list[QuestionGroup] = []
    for group in merged(places):
        best = group.best
        group.centrality = text.topic.centrality(
            best.sentence, best.evidence, group.words, 1 + len(group.others)
        )
        if is_listed(group, least):
            group.text = wordings.text(best)
            groups.append(group)
    groups = worded_apart(groups)
    groups.sort(key=lambda group: (-importance(group), group.best.evidence))
    said = Sayings(text.quotes)
    return tuple(
        _question(group, salience, text, table, said)
        for group, salience in zip(groups, saliences(groups), strict=True)
    )


def frame_candidates(parsed: ParsedText, quotes: Sequence[Quote]) -> list[QuestionCandidate]:
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
    if evidence.end - evidence.start < SHORTEST:
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
    group: QuestionGroup, salience: int, text: ReadText, table: LearnedTable, said: Sayings
) -> Question:
    best = group.best
    number = best.sentence - 1
    names: dict[str, None] = {}
    for _, entity in text.entities.inside(best.evidence):
        if entity.type not in AMOUNTS:
            names.setdefault(entity.name)
    denials = [d for cue in best.found.cues if (d := governor_negator(cue)) is not None]
    cues = sorted({*best.found.cues, *denials}, key=lambda t: t.i)
    return Question(
        best.evidence,
        group.text,
        best.kind,
        _holder(best, text.phrases, said),
        salience,
        tuple(names)[:4],
        tuple(sorted(group.others)),
        tuple(best.paragraph.between(t, t) for t in cues),
        best.rule,
        table.certainty(best.score),
        signs(table, text.features[number], words_of(text.sentences[number].tokens)),
    )


def _holder(candidate: QuestionCandidate, phrases: Phrases, said: Sayings) -> str:
    """Who does not know, withholds or decides; the source of the words, else the text."""
    token = candidate.found.holder
    if token is not None:
        try:
            name = phrases.noun(token, candidate.paragraph, lean=True)
        except NotClearError:
            name = ""
        if name:
            return name
    return said.speaker(candidate.evidence) or "text"
