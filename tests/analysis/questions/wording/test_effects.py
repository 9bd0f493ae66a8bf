"""Events that are asked after in a form of their own."""

from __future__ import annotations

import pytest

from tests.analysis.questions.conftest import Find
from tui.analysis.questions.wording.effects import (
    asked_words,
    effective,
    is_forced,
    what_ends,
    who_pays,
)


@pytest.mark.parametrize(
    ("amount", "verb"), [("little", "help"), ("nothing", "help"), ("much", "do")]
)
def test_what_does_little_to_help_is_asked_whether_it_helps(
    find: Find, amount: str, verb: str
) -> None:
    assert effective(find(f"The road will do {amount} to help the town.", "do")).text == verb


def test_only_what_one_may_have_to_do_is_forced(find: Find) -> None:
    assert is_forced(find("The town may have to pay.", "pay"))
    assert not is_forced(find("The town may try to pay.", "pay"))


@pytest.mark.parametrize(
    ("text", "verb", "ends"),
    [
        ("The strike could spell the end of the airline.", "spell", "airline"),
        ("The strike could mean an end to the airline.", "mean", "airline"),
        ("The strike could spell trouble for the airline.", "spell", None),
        ("The strike could delay the end of the trial.", "delay", None),
        ("The strike marks the end.", "marks", None),
    ],
)
def test_what_spells_the_end_of_a_thing_ends_it(
    find: Find, text: str, verb: str, ends: str | None
) -> None:
    found = what_ends(find(text, verb))
    assert (found.text if found is not None else None) == ends


@pytest.mark.parametrize(
    ("text", "verb", "payer"),
    [
        ("The delay could cost taxpayers $40m.", "cost", ["taxpayers"]),
        ("The delay could cost the town millions.", "cost", ["the", "town"]),
        ("The delay could cost £5.", "cost", []),
        # No sum, no question of how much.
        ("The delay could cost him his job.", "cost", None),
        ("The delay could hurt taxpayers.", "hurt", None),
    ],
)
def test_who_pays_stands_between_cost_and_its_sum(
    find: Find, text: str, verb: str, payer: list[str] | None
) -> None:
    found = who_pays(find(text, verb))
    assert (None if found is None else [token.text for token in found]) == payer


@pytest.mark.parametrize(
    ("text", "subject", "name", "asked"),
    [
        ("Up to 300 jobs could go.", "jobs", "up to 300 jobs", "how many jobs will go"),
        ("Two ferries could go.", "ferries", "two ferries", "will two ferries go"),
        ("Some 30 jobs could go.", "jobs", "some 30 jobs", "will some 30 jobs go"),
        ("A 300 year lease could go.", "lease", "a 300 year lease", "will a 300 year lease go"),
    ],
)
def test_large_number_is_an_estimate_and_asked_for(
    find: Find, text: str, subject: str, name: str, asked: str
) -> None:
    assert " ".join(asked_words("will", find(text, subject), name, ["go"])) == asked
