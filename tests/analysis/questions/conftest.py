"""What the tests of questions share: the questions of a text, its words, and candidates in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import Parse
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.questions.learned_table import learned_table
from tui.analysis.questions.one_question import merged, worded_apart
from tui.analysis.questions.question_candidates import (
    Form,
    FrameMatch,
    QuestionCandidate,
    Wording,
)
from tui.analysis.questions.question_extractor import _question, open_questions, read_text
from tui.analysis.questions.ranking import LISTED
from tui.analysis.questions.sayings import Sayings
from tui.analysis.questions.wording.wordings import Wordings
from tui.analysis.quotes.quote_extractor import find_quotes
from tui.analysis.results import Question, QuestionKind
from tui.analysis.rules import QuestionRule

if TYPE_CHECKING:
    from spacy.tokens import Token

Find = Callable[[str, str], "Token"]

ALL = 0.0
"""A threshold that lets every candidate through."""
_USUAL, _QUIET = 0.4, 0.45
"""Scores from which a frame finds something, beside others and alone in a text."""


def listed_in(parsed: ParsedText, least: float = LISTED) -> tuple[Question, ...]:
    """The questions that a reader is shown."""
    index = EntityIndex(find_entities(parsed))
    text = read_text(parsed, index, find_quotes(parsed, index))
    return open_questions(text, learned_table(), least)


def questions_of(parsed: ParsedText, threshold: float = _USUAL) -> tuple[Question, ...]:
    """What the frames find in a text, each place that scores enough, and how it is worded.

    Which of them are listed in a whole article is the learned table's part, and tested there.
    """
    index = EntityIndex(find_entities(parsed))
    text = read_text(parsed, index, find_quotes(parsed, index))
    places = [c for s in text.sentences for c in s.candidates if c.score >= threshold]
    # One weak sign in a quiet text is mostly a false one.
    if threshold >= _USUAL and max((c.score for c in places), default=0.0) < _QUIET:
        return ()
    wordings = Wordings(text.phrases)
    groups = merged(places)
    for group in groups:
        group.text = wordings.text(group.best)
    groups = worded_apart([group for group in groups if group.text])
    said = Sayings(text.quotes)
    return tuple(_question(group, 2, text, learned_table(), said) for group in groups)


@pytest.fixture(scope="session")
def find(parse: Parse) -> Find:
    """The first word of a text that is written so; each text is parsed once."""
    parse_once = cache(parse)

    def first(text: str, word: str) -> Token:
        paragraphs = parse_once(text).paragraphs
        return next(t for p in paragraphs for t in p.tokens if t.text == word)

    return first


def marked_wording(parsed: ParsedText, form: Form, text: str) -> tuple[Wording, Paragraph]:
    """The parts of a candidate by the marks in its text, and the paragraph they stand in.

    The word the form starts from stands in [ ], who acts in < >, what it is about in { }.
    """
    base = parsed.article.text.index(unmarked(text))

    def marked(mark: str) -> Token | None:
        at = text.find(mark)
        return token_at(parsed, base + len(unmarked(text[:at])))[0] if at >= 0 else None

    head, paragraph = token_at(parsed, base + len(unmarked(text[: text.index("[")])))
    return Wording(form, head, actor=marked("<"), topic=marked("{")), paragraph


def unmarked(text: str) -> str:
    """A text without the marks of its parts."""
    return re.sub(r"[\[\]<>{}]", "", text)


def token_at(parsed: ParsedText, offset: int) -> tuple[Token, Paragraph]:
    """The word that begins at a place of the article, and its paragraph."""
    return next(
        (token, paragraph)
        for paragraph in parsed.paragraphs
        for token in paragraph.tokens
        if paragraph.start + token.idx == offset
    )


def candidate_of(
    parsed: ParsedText, kind: QuestionKind, form: Form, text: str, score: float = 0.5
) -> QuestionCandidate:
    """A candidate by the marks in its text; its evidence is the sentence of its first word."""
    wording, paragraph = marked_wording(parsed, form, text)
    sentence = wording.head.sent
    before = [
        other
        for home in parsed.paragraphs
        for other in home.doc.sents
        if home.start + other.start_char < paragraph.start + sentence.start_char
    ]
    return QuestionCandidate(
        paragraph=paragraph,
        sentence=len(before) + 1,
        evidence=paragraph.span(sentence),
        tokens=(sentence.start, sentence.end),
        kind=kind,
        rule=QuestionRule.OPEN_QUESTION,
        found=FrameMatch((wording.head,), wording, wording.actor),
        score=score,
    )
