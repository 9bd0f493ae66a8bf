"""What the tests of questions share: the questions of a text, and one of its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import Parse
from tui.analysis.entities import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import ParsedText
from tui.analysis.questions import find_questions
from tui.analysis.quotes import find_quotes
from tui.analysis.results import Question

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
