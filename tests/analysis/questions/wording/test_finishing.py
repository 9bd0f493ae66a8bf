"""The last look at a question: its capital, its mark, and whether it is one at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.questions.wording.finishing import finished
from tui.analysis.questions.wording.phrases import LONGEST, NotClearError


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("will the mill close", "Will the mill close?"),
        ("why  did\nthe mill close", "Why did the mill close?"),
        # What is left of an age or a title that is not shown.
        ("will Ann Lee, , leave", "Will Ann Lee leave?"),
        ('is it "so now', "Is it so now?"),
        ("is the mill shut, -", "Is the mill shut?"),
        # A preposition ends a question that begins with a wh-word.
        ("who will she wait for", "Who will she wait for?"),
        # A second "will" that is a noun, or that of a clause.
        ("will the good will last", "Will the good will last?"),
        ("will the clerk that he knows will go", "Will the clerk that he knows will go?"),
    ],
)
def test_question_gets_its_capital_and_its_mark(words: str, question: str) -> None:
    assert finished(words) == question


@pytest.mark.parametrize(
    "words",
    [
        "will it",
        "will he wait for",
        "is the mill shut because",
        "will the ship will sink",
        " ".join(["will", *["the"] * LONGEST]),
    ],
    ids=["too short", "no object", "no clause", "a verb too many", "too long"],
)
def test_what_is_unfinished_or_too_long_is_no_question(words: str) -> None:
    with pytest.raises(NotClearError):
        finished(words)


@given(st.text(alphabet="aw ,;:-.?!\n'Ä", max_size=60))
def test_any_words_are_a_whole_question_or_none(words: str) -> None:
    try:
        question = finished(words)
    except NotClearError:
        return
    assert question.endswith("?")
    assert question[-2] not in " ,;:-.!?"
    assert question[0] == question[0].upper()
    assert 3 <= len(question.split()) <= LONGEST
