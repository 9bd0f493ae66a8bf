from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import references


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nato will send ships. Members of the military alliance met in Oslo.",
            [("the military alliance", "Nato")],
        ),
        (
            "The EU wants a deal. Farmers say the bloc is slow.",
            [("the bloc", "EU")],
        ),
        (
            "The Tarland Refugee Council opened an office. Donors trust the council.",
            [("the council", "Tarland Refugee Council")],
        ),
        (
            "The Bank of Norwich raised its rate. Later the bank said it was done.",
            [("the bank", "Bank of Norwich")],
        ),
        (
            "Prime Minister Henrik Sandvik resigned. Later the prime minister left the palace.",
            [("the prime minister", "Henrik Sandvik")],
        ),
        (
            "Nato is ready, the head of the alliance said.\n\n"
            "Nato secretary-general Paula Renard spoke in Oslo.",
            [("the head of the alliance", "Paula Renard")],
        ),
    ],
)
def test_role_phrase_refers_to_the_one_it_can_mean(
    parse: Parse, text: str, expected: list[tuple[str, str]]
) -> None:
    assert references(parse, text, "role phrase") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Members of the alliance met in Oslo. They did not sign.",
        "The Tarland Refugee Council and the Norwich Arts Council met. Donors trust the council.",
        "The Bank of Norwich raised its rate. A bank in Oslo fell. Clients blame the bank.",
        "The Bank of Norwich raised its rate. She sat on the bank of the river.",
        "President Henrik Sandvik met President Karl Brandt. Then the president left.",
        "Champion Henrik Sandvik met Karl Brandt. Then the champion left.",
    ],
)
def test_role_phrase_stays_open_when_it_could_mean_another(parse: Parse, text: str) -> None:
    assert references(parse, text, "role phrase") == []


def test_role_phrase_far_behind_the_name_stays_open(parse: Parse) -> None:
    filler = "The weather was fine.\n\n" * 5
    text = f"President Henrik Sandvik resigned.\n\n{filler}Then the president left."
    assert references(parse, text, "role phrase") == []
