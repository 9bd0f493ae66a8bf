"""The words a reader sees of results."""

from __future__ import annotations

import pytest

from tui.analysis.results import SURE
from tui.corrections.in_words import asked, certainty_in_words, kind_in_words, less_sure


@pytest.mark.parametrize(
    ("certainty", "said"),
    [
        (0.0, "fewer than 1 of 10 such rows are right"),
        (0.1, "1 of 10 such rows is right"),
        (0.65, "6 of 10 such rows are right"),
        (SURE, "7 of 10 such rows are right"),
        (0.74, "7 of 10 such rows are right"),
        (0.75, "7 of 10 such rows are right"),
        (0.751, "8 of 10 such rows are right"),
        (0.95, "9 of 10 such rows are right"),
        (0.99, "more than 9 of 10 such rows are right"),
        # the reader's own
        (1.0, ""),
    ],
)
def test_certainty_is_said_in_tenths_and_never_rounded_up_from_a_half(
    certainty: float, said: str
) -> None:
    assert certainty_in_words(certainty) == said


def test_a_clause_is_shown_after_open_while_it_is() -> None:
    assert asked("Who pays?") == "Who pays?"
    assert asked("nobody knows who pays") == "Open: nobody knows who pays"
    assert asked("nobody knows who pays", is_open=False) == "nobody knows who pays"


def test_the_kinds_and_the_fold_are_plain_words() -> None:
    assert kind_in_words("undecided") == "a decision is still to come"
    assert kind_in_words("yours") == "yours"
    assert less_sure(1234) == "1,234 more, less sure"
