"""What the tests of wording share: phrases with the names of their text, and one form alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import Parse
from tui.analysis.entities import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.questions.question_candidates import Form, Wording
from tui.analysis.questions.wording.phrases import NotClearError, Phrases
from tui.analysis.questions.wording.wordings import Wordings

if TYPE_CHECKING:
    from spacy.tokens import Token

Worded = Callable[[Form, str], str | None]


def phrases_of(parsed: ParsedText) -> Phrases:
    """The phrases of a text with its own names."""
    return Phrases(EntityIndex(find_entities(parsed)), parsed.paragraphs)


def last(parsed: ParsedText, word: str) -> tuple[Token, Paragraph]:
    """A word in the last paragraph that has it, and that paragraph."""
    return next(
        (token, paragraph)
        for paragraph in reversed(parsed.paragraphs)
        for token in paragraph.tokens
        if token.text == word
    )


def marked_wording(parsed: ParsedText, form: Form, text: str) -> tuple[Wording, Paragraph]:
    """The parts of a candidate by the marks in its text, and the paragraph they stand in.

    The word the form starts from stands in [ ], who acts in < >, what it is about in { }.
    """

    def marked(opening: str, closing: str) -> Token | None:
        found = re.search(rf"{opening}([^]>}}]+){closing}", text)
        return last(parsed, unmarked(found[1]))[0] if found else None

    head = marked(r"\[", r"[>}]*\]")
    assert head is not None
    wording = Wording(form, head, actor=marked("<", r"[]}]*>"), topic=marked("{", r"[]>]*}"))
    return wording, last(parsed, head.text)[1]


def unmarked(text: str) -> str:
    """A text without the marks of its parts."""
    return re.sub(r"[\[\]<>{}]", "", text)


@pytest.fixture
def worded(parse: Parse) -> Worded:
    """The question that one form makes of a text with marks; `None` where it gives up."""

    def question(form: Form, text: str) -> str | None:
        parsed = parse(unmarked(text))
        try:
            return Wordings(phrases_of(parsed))._question(*marked_wording(parsed, form, text))
        except NotClearError:
            return None

    return question
