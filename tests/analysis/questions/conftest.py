"""What the tests of questions share: the questions of a text."""

from __future__ import annotations

from tui.analysis.entities import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import ParsedText
from tui.analysis.questions import find_questions
from tui.analysis.quotes import find_quotes
from tui.analysis.results import Question

ALL = 0.0
"""A threshold that lets every candidate through."""


def questions_of(parsed: ParsedText, threshold: float | None = None) -> tuple[Question, ...]:
    index = EntityIndex(find_entities(parsed))
    quotes = find_quotes(parsed, index)
    if threshold is None:
        return find_questions(parsed, index, quotes)
    return find_questions(parsed, index, quotes, threshold)
