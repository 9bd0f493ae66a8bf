"""Whether a question says enough, and ends where it may."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import candidate_of, unmarked
from tui.analysis.questions.question_candidates import Form
from tui.analysis.questions.wording.reliability import Check
from tui.analysis.questions.wording.sufficiency import ends_whole, names_who_acts, says_enough
from tui.analysis.results import QuestionKind

CHECKS = [
    (says_enough, "Lena may [fall].", "Will Lena fall?", True),
    (says_enough, "It is asked if the will [is] valid.", "Is the will valid?", True),
    (says_enough, "It is asked what the plan [is].", "What is the plan?", True),
    (says_enough, "It is asked if there [is] a plan.", "Is there a plan?", False),
    (names_who_acts, "The port may [close].", "Will the port close?", True),
    (names_who_acts, "Some banks may [close].", "Will some banks close?", True),
    (names_who_acts, "Others may [close].", "Will others close?", False),
    (names_who_acts, "It is asked if someone here [lied].", "Did someone lie?", False),
    (names_who_acts, "Many of the banks may [close].", "Will many of the banks close?", True),
    (ends_whole, "The town may [make] a bid for the port.", "Will the town make a bid?", True),
    (ends_whole, "The town may [make] a bid to buy it.", "Will the town make a bid?", False),
    (ends_whole, "The town may [do] more to help us.", "Will the town do more?", False),
    (ends_whole, "The town may [do] more.", "Will the town do more?", True),
    (ends_whole, "The town may [sell] the port to win.", "Will the town sell the port?", True),
    (ends_whole, "The town may [paint] the sea as calm.", "Will the town paint the sea?", False),
]


@pytest.mark.parametrize(("check", "text", "question", "expected"), CHECKS)
def test_question_is_looked_at(
    parse: Parse, check: Check, text: str, question: str, expected: bool
) -> None:
    candidate = candidate_of(parse(unmarked(text)), QuestionKind.OUTCOME, Form.EVENT, text)
    assert check(candidate, question) is expected


def test_frame_of_a_noun_says_enough(parse: Parse) -> None:
    text = "The [crown] is missing."
    candidate = candidate_of(parse(unmarked(text)), QuestionKind.UNKNOWN, Form.WHERE, text)
    assert says_enough(candidate, "Is there it?")
