"""What the tests of questions share: the questions of a text, its words, and candidates in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import Parse
from tui.analysis.entities import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.questions import find_questions
from tui.analysis.questions.question_candidates import (
    Form,
    FrameMatch,
    QuestionCandidate,
    Wording,
)
from tui.analysis.quotes import find_quotes
from tui.analysis.results import Question, QuestionKind
from tui.analysis.rules import QuestionRule

if TYPE_CHECKING:
    from spacy.tokens import Token

Find = Callable[[str, str], "Token"]

ALL = 0.0
"""A threshold that lets every candidate through."""


def questions_of(parsed: ParsedText, threshold: float | None = None) -> tuple[Question, ...]:
    index = EntityIndex(find_entities(parsed))
    quotes = find_quotes(parsed, index)
    if threshold is None:
        return find_questions(parsed, index, quotes)
    return find_questions(parsed, index, quotes, threshold)


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
