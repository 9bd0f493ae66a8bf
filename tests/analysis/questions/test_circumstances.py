"""What makes a question less open: answers, generic subjects, unreal conditions, quiet texts."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import questions_of

ANSWERED = [
    ("Greece could leave the currency union.", "Greece left the currency union on Friday."),
    ("It is unclear whether the judge freed the sailor.", "The judge freed the sailor on Friday."),
]


@pytest.mark.parametrize(("question", "answer"), ANSWERED)
def test_event_told_later_as_a_fact_is_no_longer_open(
    parse: Parse, question: str, answer: str
) -> None:
    def score_allows(text: str) -> bool:
        return bool(questions_of(parse(text), 0.5))

    assert score_allows(question)
    assert not score_allows(f"{question}\n\n{answer}")
    assert score_allows(f"{answer}\n\n{question}")


def test_why_stays_open_when_the_event_is_told_again(parse: Parse) -> None:
    text = "It is unclear why the judge freed the sailor.\n\nThe judge freed the sailor on Friday."
    assert [q.text for q in questions_of(parse(text))] == ["Why did the judge free the sailor?"]


LESS_OPEN = [
    # (surer, less sure, why)
    ("The bank could close the branch.", "You could close the branch.", "generic subject"),
    (
        "In 2022, the bank could close the branch.",
        "In 1931, the bank could close the branch.\n\nIt is 2022.",
        "long ago",
    ),
    ("The bank may have hidden the loss.", "The bank could have hidden the loss.", "unreal"),
    ("It is unclear who owns the bank.", "It was unclear who owned the bank.", "past"),
    ("Peru could leave the pact.", "Peru could celebrate the pact.", "no change of state"),
    ("Ministers fear that banks will fail.", "Ministers fear the failure.", "no clause"),
]


@pytest.mark.parametrize(
    ("surer", "less", "reason"), LESS_OPEN, ids=[f"{row[2]}: {row[1][:20]}" for row in LESS_OPEN]
)
def test_circumstances_make_a_question_less_open(
    parse: Parse, surer: str, less: str, reason: str
) -> None:
    def highest(text: str) -> int:
        """The highest threshold, in hundredths, at which the text has a question."""
        parsed = parse(text)
        return max((n for n in range(0, 100, 2) if questions_of(parsed, n / 100)), default=-1)

    assert highest(surer) > highest(less), reason


def test_surest_questions_decide_whether_a_text_is_quiet(parse: Parse) -> None:
    weak = "Kenya must rebuild its roads."
    strong = "It remains unclear whether the truce in Yemen will hold."
    assert questions_of(parse(weak), 0.2) != ()
    assert questions_of(parse(weak)) == ()
    assert questions_of(parse(f"{weak}\n\n{strong}")) != ()
