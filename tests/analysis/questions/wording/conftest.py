"""What the tests of wording share: phrases with the names of their text, and one form alone."""

from __future__ import annotations

from typing import Protocol

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import marked_wording, unmarked
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import ParsedText
from tui.analysis.questions.question_candidates import Form
from tui.analysis.questions.wording.phrases import NotClearError, Phrases
from tui.analysis.questions.wording.wordings import Wordings
from tui.analysis.rules import QuestionRule as Rule


class Worded(Protocol):
    """The question that one form makes of a text with marks, by the frame that found it."""

    def __call__(self, form: Form, text: str, rule: Rule | None = None) -> str | None:
        """The question; `None` where the form gives up."""


def phrases_of(parsed: ParsedText) -> Phrases:
    """The phrases of a text with its own names."""
    return Phrases(EntityIndex(find_entities(parsed)), parsed.paragraphs)


@pytest.fixture
def worded(parse: Parse) -> Worded:
    """The question that one form makes of a text with marks; `None` where it gives up."""

    def question(form: Form, text: str, rule: Rule | None = None) -> str | None:
        parsed = parse(unmarked(text))
        try:
            return Wordings(phrases_of(parsed))._question(*marked_wording(parsed, form, text), rule)
        except NotClearError:
            return None

    return question
