"""Which wordings are shown: forms that were right, and what is looked at in each question."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import candidate_of, unmarked
from tui.analysis.questions.question_candidates import Form
from tui.analysis.questions.wording.reliability import (
    Check,
    has_no_pronoun,
    is_from_a_sentence,
    is_plain,
    is_safe,
    keeps_denials,
    opens_like_a_question,
)
from tui.analysis.results import QuestionKind

SENTENCE = "Norland may [close] the port if no vote is held."
CHECKS = [
    (opens_like_a_question, "Will it close?", True),
    (opens_like_a_question, "In which town is it?", True),
    (opens_like_a_question, "Being it closed?", False),
    (opens_like_a_question, "Does that moves harm?", False),
    (has_no_pronoun, "Will the port close?", True),
    (has_no_pronoun, "Will the US close the port this week?", True),
    (has_no_pronoun, "Will the port close this?", False),
    (has_no_pronoun, "Will they close the port?", False),
    (has_no_pronoun, "What are the terms of which?", False),
    (is_plain, "Will Tarn's port lose 4.2% (£3m)?", True),
    (is_plain, "Will the port close.</p>?", False),
    (is_plain, "Will the port | close?", False),
    (is_plain, "Will it stay between two?", False),
    (keeps_denials, "Will Norland close the port if no vote is held?", True),
    (keeps_denials, "Will Norland close the port if vote is held?", False),
    (is_from_a_sentence, "Will Norland close the port?", True),
]


@pytest.mark.parametrize(("check", "text", "expected"), CHECKS)
def test_question_is_looked_at(parse: Parse, check: Check, text: str, expected: bool) -> None:
    parsed = parse(unmarked(SENTENCE))
    candidate = candidate_of(parsed, QuestionKind.OUTCOME, Form.EVENT, SENTENCE)
    assert check(candidate, text) is expected


def test_headline_is_no_sentence(parse: Parse) -> None:
    text = "Norland may [close] port"
    candidate = candidate_of(parse(unmarked(text)), QuestionKind.OUTCOME, Form.EVENT, text)
    assert not is_from_a_sentence(candidate, "Will Norland close port?")


def test_denial_of_what_is_asked_itself_is_no_matter(parse: Parse) -> None:
    text = "Norland may not [close] the port."
    candidate = candidate_of(parse(unmarked(text)), QuestionKind.OUTCOME, Form.EVENT, text)
    assert keeps_denials(candidate, "Will Norland close the port?")
    assert not keeps_denials(candidate, "Why will Norland close the port?")


@pytest.mark.parametrize(("form", "expected"), [(Form.EVENT, True), (Form.FATE, False)])
def test_form_that_was_often_wrong_is_not_shown(parse: Parse, form: Form, expected: bool) -> None:
    text = "Norland may [close] the port."
    candidate = candidate_of(parse(unmarked(text)), QuestionKind.OUTCOME, form, text)
    assert is_safe(candidate, "Will Norland close the port?") is expected
