from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import GROUP, meant, references
from tui.analysis.entities.entity_extractor import find_entities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr Paul Renard opened the talks. He said they would be long.",
            [("He", "Paul Renard")],
        ),
        (
            "Maria Kovalenko won the vote. Her party thanked her.",
            [("Her", "Maria Kovalenko"), ("her", "Maria Kovalenko")],
        ),
        (
            "Mr Paul Renard met Ms Laura Whitfield in Rome. She left early.",
            [("She", "Laura Whitfield")],
        ),
        (
            "Spokeswoman Laura Whitfield met Paul Renard. He was late, but she waited.",
            [("He", "Paul Renard"), ("she", "Laura Whitfield")],
        ),
    ],
)
def test_pronoun_stands_for_the_one_person_it_can_mean(
    parse: Parse, text: str, expected: list[tuple[str, str]]
) -> None:
    assert references(parse, text, "pronoun") == expected


@pytest.mark.parametrize(
    "text",
    [
        "He said nothing at all.",
        "Mr Paul Renard and Mr Karl Brandt met. He was late.",
        "Ms Laura Whitfield arrived. A man opened the door. He was tired.",
        "Berlin and Paris disagreed. He was not surprised.",
        "Ms Laura Whitfield arrived. He was tired.",
    ],
)
def test_pronoun_stays_open_when_nobody_or_more_than_one_fits(parse: Parse, text: str) -> None:
    assert references(parse, text, "pronoun") == []


def test_pronoun_far_from_any_name_stays_open(parse: Parse) -> None:
    filler = "The weather was fine. The streets were dry. The shops were open. It was late. "
    assert references(parse, f"Paul Renard left. {filler}He was tired.", "pronoun") == []


def test_speaker_is_not_the_he_of_his_own_words(parse: Parse) -> None:
    text = '"I know that he will come back soon," Paul Renard said.'
    assert references(parse, text, "pronoun") == []


def test_it_and_they_are_left_alone(parse: Parse) -> None:
    text = "Paul Renard bought the firm. It grew. They thanked its owner."
    assert references(parse, text, "pronoun") == []


def test_adjective_of_a_group_refers_to_it(parse: Parse) -> None:
    text = "The Republicans won. Republican senators cheered."
    references = [e.references for e in find_entities(parse(text)) if e.name == "Republicans"]
    assert [mention.rule for mention in references[0]] == ["adjective"]


@pytest.mark.parametrize(
    ("text", "adjectives", "group"),
    [
        ("The Dutch team won. The Netherlands cheered.", [("Dutch", "Netherlands")], None),
        ("The Irish left. Ireland mourned.", [], "Irish"),
        ("South African miners left South Africa.", [("South African", "South Africa")], None),
    ],
)
def test_word_for_a_country_is_an_adjective_or_a_people(
    parse: Parse, text: str, adjectives: list[tuple[str, str]], group: str | None
) -> None:
    assert meant(parse, text) == adjectives
    groups = [e.name for e in find_entities(parse(text)) if e.type is GROUP]
    assert groups == ([group] if group is not None else [])
