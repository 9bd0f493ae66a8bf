"""Which later sentence answers a question, and which only looks like an answer.

In each text the word a question starts from stands in [ ].
"""

from __future__ import annotations

import pytest

from tests.analysis.conftest import ParseAll
from tests.analysis.questions.conftest import candidate_of, unmarked
from tui.analysis.parsed import ParsedText
from tui.analysis.questions.facts import Facts
from tui.analysis.questions.question_candidates import Form
from tui.analysis.results import QuestionKind

OUTCOME, UNKNOWN, UNDECIDED, DISPUTED, ASKED = (
    QuestionKind.OUTCOME,
    QuestionKind.UNKNOWN,
    QuestionKind.UNDECIDED,
    QuestionKind.DISPUTED,
    QuestionKind.ASKED,
)
ANSWERS = [
    (OUTCOME, Form.EVENT, "The union could [close] the mill.", "The union closed the mill."),
    (
        UNKNOWN,
        Form.INDIRECT,
        "It is unclear whether the union [closed] the mill.",
        "The union closed the mill.",
    ),
    (
        UNDECIDED,
        Form.INDIRECT,
        "Parliament will decide whether to [build] the pier.",
        "Parliament voted to build the pier.",
    ),
    (ASKED, Form.VERBATIM, "Will the union [close] the mill?", "The union closed the mill."),
    (UNKNOWN, Form.WHERE, "The [climbers] are missing.", "The climbers were found."),
    (UNKNOWN, Form.WHERE, "The [climbers] are missing.", "Rescuers found the climbers."),
    # How a contest ended stands in its headline or lead.
    (UNDECIDED, Form.RESULT, "The [race] was close.", "Holm won the race."),
    (DISPUTED, Form.FACT, "The clerk denies that he [took] it.", "The charge was dropped."),
]
NO_ANSWERS = [
    (OUTCOME, Form.EVENT, "The union could [close] the mill.", "The bank closed the shop."),
    (OUTCOME, Form.EVENT, "The union could [close] the mill.", "The bank closed the mill."),
    # Denied, still to come, or under a condition, nothing is a fact.
    (OUTCOME, Form.EVENT, "The union could [close] the mill.", "The union did not close the mill."),
    (OUTCOME, Form.EVENT, "The union could [close] the mill.", "The union will close the mill."),
    (
        OUTCOME,
        Form.EVENT,
        "The union could [close] the mill.",
        "If the union closed the mill, it rained.",
    ),
    # What is asked for is not that it happened.
    (
        UNKNOWN,
        Form.INDIRECT,
        "It is unclear why the union [closed] the mill.",
        "The union closed the mill.",
    ),
    (ASKED, Form.VERBATIM, "Who will [close] the mill?", "The union closed the mill."),
    (
        UNDECIDED,
        Form.INDIRECT,
        "Parliament will decide whether to [build] the pier.",
        "Parliament asked to build the pier.",
    ),
    (UNKNOWN, Form.WHERE, "The [climbers] are missing.", "The dogs were found."),
    (UNDECIDED, Form.RESULT, "The [trial] goes on.", "Holm won the race."),
    (DISPUTED, Form.FACT, "The clerk denies that he [took] it.", "The plan was dropped."),
    # "Say", "do", "go" are told of everything.
    (OUTCOME, Form.EVENT, "The union could [go] home.", "The union went home."),
]


@pytest.fixture(scope="module")
def parsed(parse_all: ParseAll) -> dict[str, ParsedText]:
    rows = [*ANSWERS, *NO_ANSWERS]
    texts = [f"{unmarked(text)}\n\n{after}" for _, _, text, after in rows]
    return parse_all([*texts, *(f"{after}\n\n{unmarked(text)}" for _, _, text, after in rows[:1])])


def is_answered(parsed: ParsedText, kind: QuestionKind, form: Form, text: str) -> bool:
    return Facts(parsed).answers(candidate_of(parsed, kind, form, text))


@pytest.mark.parametrize(("kind", "form", "text", "after"), ANSWERS)
def test_event_told_later_as_a_fact_answers_the_question(
    parsed: dict[str, ParsedText], kind: QuestionKind, form: Form, text: str, after: str
) -> None:
    assert is_answered(parsed[f"{unmarked(text)}\n\n{after}"], kind, form, text)


@pytest.mark.parametrize(("kind", "form", "text", "after"), NO_ANSWERS)
def test_other_event_or_one_that_is_no_fact_answers_nothing(
    parsed: dict[str, ParsedText], kind: QuestionKind, form: Form, text: str, after: str
) -> None:
    assert not is_answered(parsed[f"{unmarked(text)}\n\n{after}"], kind, form, text)


def test_what_was_told_before_a_question_does_not_answer_it(parsed: dict[str, ParsedText]) -> None:
    kind, form, text, before = ANSWERS[0]
    assert not is_answered(parsed[f"{before}\n\n{unmarked(text)}"], kind, form, text)
