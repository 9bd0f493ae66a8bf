"""Which wordings are shown: forms that were right, and what is looked at in each question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import candidate_of, unmarked
from tui.analysis.questions.question_candidates import Form
from tui.analysis.questions.wording.reliability import (
    Check,
    comes_about,
    has_no_pronoun,
    is_from_a_sentence,
    is_plain,
    is_safe,
    is_told_here,
    keeps_denials,
    names_the_owner,
    opens_like_a_question,
)
from tui.analysis.results import QuestionKind
from tui.analysis.rules import QuestionRule as Rule

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
    (has_no_pronoun, "Will such a port close?", False),
    (has_no_pronoun, "Will Tarn ask Norland to do so in May?", False),
    (is_plain, "Will Tarn's port lose 4.2% (£3m)?", True),
    (is_plain, "Will the port close.</p>?", False),
    (is_plain, "Will the port | close?", False),
    (is_plain, "Will it stay between two?", False),
    (is_plain, "Will two banks - Arl Bank close?", False),
    (keeps_denials, "Will Norland close the port if no vote is held?", True),
    (keeps_denials, "Will Norland close the port if vote is held?", False),
    (is_from_a_sentence, "Will Norland close the port?", True),
]


@pytest.mark.parametrize(("check", "text", "expected"), CHECKS)
def test_question_is_looked_at(parse: Parse, check: Check, text: str, expected: bool) -> None:
    parsed = parse(unmarked(SENTENCE))
    candidate = candidate_of(parsed, QuestionKind.OUTCOME, Form.EVENT, SENTENCE)
    assert check(candidate, text) is expected


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("Ms Holm may [lose] her seat.", "Will Holm lose her seat?", True),
        ("The mayor may [lose] his seat.", "Will the mayor lose his seat?", True),
        ("The court may [grant] her a seat.", "Will the court grant her a seat?", False),
        ("The court may [take] his seat.", "Will the court take his seat?", False),
        ("The port may [lose] its crane.", "Will the port lose its crane?", True),
        ("We will see what may [happen] to its crane.", "What will happen to its crane?", False),
    ],
)
def test_somebody_is_named_before_what_is_his(
    parse: Parse, text: str, question: str, expected: bool
) -> None:
    candidate = candidate_of(parse(unmarked(text)), QuestionKind.OUTCOME, Form.EVENT, text)
    assert names_the_owner(candidate, question) is expected


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union called for an [inquiry] into the fire.", True),
        ("The union called for a [tightening] of the rules.", True),
        ("The union sought better [protection].", True),
        # A sum and a person are there; what is cut stands elsewhere.
        ("The union demanded a large [sum].", False),
        ("The union sought a [nurse].", False),
        ("The union sought [cuts].", False),
    ],
)
def test_what_is_called_for_is_something_done(parse: Parse, text: str, expected: bool) -> None:
    parsed = parse(unmarked(text))
    candidate = candidate_of(parsed, QuestionKind.CONDITION, Form.EXISTENCE, text)
    assert comes_about(candidate, "Will there be one?") is expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Norland denied it.", True),
        # One of several charges may be meant; this denies what is said here.
        ("Norland denied the charge.", False),
        ("Norland denied reports it was leaving.", False),
    ],
)
def test_charge_of_a_sentence_before_is_asked_only_where_none_is_told(
    parse: Parse, reply: str, expected: bool
) -> None:
    text = f"Sark said Norland [sold] the port. {reply}"
    parsed = parse(unmarked(text))
    candidate = candidate_of(parsed, QuestionKind.DISPUTED, Form.FACT, text)
    document = candidate.paragraph.doc
    cue = next(t for t in document if t.text == "denied")
    found = replace(candidate.found, cues=(cue,))
    candidate = replace(candidate, found=found, tokens=(cue.sent.start, cue.sent.end))
    assert is_told_here(candidate, "Did Norland sell the port?") is expected


@pytest.mark.parametrize(
    ("rule", "expected"), [(Rule.MAY_HAPPEN, True), (Rule.TO_BE_RULED_ON, False)]
)
def test_form_may_be_wrong_after_some_frames_only(parse: Parse, rule: Rule, expected: bool) -> None:
    text = "The panel will [choose] the winner of the prize."
    candidate = candidate_of(parse(unmarked(text)), QuestionKind.UNDECIDED, Form.EVENT, text)
    candidate = replace(candidate, rule=rule)
    assert is_safe(candidate, "Will the panel choose the winner of the prize?") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is asked whether or not Norland has [sold] the port.", True),
        ("Norland may [sell] the port, which has never made a profit.", True),
        ("Norland may [sell] a port that has never made a profit.", False),
    ],
)
def test_denial_in_an_aside_is_not_lost(parse: Parse, text: str, expected: bool) -> None:
    candidate = candidate_of(parse(unmarked(text)), QuestionKind.OUTCOME, Form.EVENT, text)
    assert keeps_denials(candidate, "Will Norland sell the port?") is expected


@pytest.mark.parametrize(
    ("rule", "expected"), [(Rule.BEING_CONSIDERED, True), (Rule.DENIED, False)]
)
def test_form_may_be_right_after_some_frames_only(parse: Parse, rule: Rule, expected: bool) -> None:
    text = "Norland is considering the [sale] of the port."
    candidate = candidate_of(parse(unmarked(text)), QuestionKind.UNDECIDED, Form.TOPIC, text)
    candidate = replace(candidate, rule=rule)
    assert is_safe(candidate, "What will Norland decide on the sale?") is expected
