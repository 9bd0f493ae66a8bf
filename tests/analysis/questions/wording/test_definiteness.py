"""Whether a noun phrase still says which of its kind is meant."""

from __future__ import annotations

import pytest

from tests.analysis.questions.conftest import Find
from tui.analysis.questions.wording.definiteness import loses_which


@pytest.mark.parametrize(
    ("text", "noun", "name", "expected"),
    [
        ("Drivers who drink could lose it.", "Drivers", "drivers", True),
        ("A charge of theft could stick.", "charge", "a charge", True),
        ("A charge of theft could stick.", "charge", "a charge of theft", False),
        # It was told before which; an aside tells nothing more; all are meant.
        ("The drivers who drank could lose it.", "drivers", "the drivers", False),
        ("Drivers, who often drink, could lose it.", "Drivers", "drivers", False),
        ("All drivers in the town could lose it.", "drivers", "all drivers", False),
        ("Norland in the north could lose it.", "Norland", "Norland", False),
        # Whose it is.
        ("Their fever could last.", "fever", "the fever", True),
        ("Their fever could last.", "fever", "the clerks' fever", False),
    ],
)
def test_name_that_leaves_out_what_tells_which(
    find: Find, text: str, noun: str, name: str, expected: bool
) -> None:
    head = find(text, noun)
    assert loses_which(head, name, head.head) is expected


def test_relative_clause_that_is_asked_tells_which_itself(find: Find) -> None:
    text = "They fear a strike that could close the port."
    assert not loses_which(find(text, "strike"), "a strike", find(text, "close"))
