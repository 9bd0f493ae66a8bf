from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import meant, references


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Tarn Council met. The council paid.", [("The council", "Tarn Council")]),
        ("The Tarn Museum is old. The museum's roof leaks.", [("The museum", "Tarn Museum")]),
        ("President Ann Holm left. The president smiled.", [("The president", "Ann Holm")]),
        # Of two of one office the modifier tells which is meant.
        (
            "Finance Minister Ann Holm met Trade Minister Tom Berg. The finance minister smiled. "
            "The minister left.",
            [("The finance minister", "Ann Holm")],
        ),
        # "A minister" of somebody named brings in nobody else.
        (
            "Tom Berg is a minister. Minister Ann Holm left. The minister smiled.",
            [("The minister", "Ann Holm")],
        ),
        ("Ann Holm, a minister, left. The minister smiled.", [("The minister", "Ann Holm")]),
        # A well-known body is called by its own nouns only.
        ("Nato met. The alliance paid. The union paid.", [("The alliance", "Nato")]),
    ],
)
def test_noun_of_a_name_stands_for_it(
    parse: Parse, text: str, expected: list[tuple[str, str]]
) -> None:
    assert meant(parse, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # The phrase singles out another, or more than one could be meant.
        "The Tarn Council met. The council of elders paid.",
        "The Tarn Council met. The old council paid.",
        "The Tarn Council met. Councils paid.",
        "Nato met. The new alliance paid.",
        "President Ann Holm left. The former president smiled.",
        "President Ann Holm left. The vice president smiled.",
        "Minister Ann Holm left. A minister came. The minister smiled.",
        # There may be several former ones.
        "Former President Ann Holm left. The former president smiled.",
        # A calling does not single out its bearer.
        "Ann Holm, a teacher, left. The teacher smiled.",
    ],
)
def test_phrase_for_another_stands_for_nobody_named(parse: Parse, text: str) -> None:
    assert meant(parse, text) == []
