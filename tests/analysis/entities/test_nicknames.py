"""Nicknames, months, generations, hyphens, crowns: what parts or doubles a person's name."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import PERSON, PLACE, named, words
from tui.analysis.entities.entity_extractor import find_entities

ONE_PERSON = [
    ("Robert Hale Jr. came. Hale stayed.", "Robert Hale Jr.", 2),
    ("Henry Cole III came. Cole stayed.", "Henry Cole III", 2),
    ("Anna Mensah-Bonsu came. Mensah-Bonsu stayed.", "Anna Mensah-Bonsu", 2),
    ("“No,” said Maria “Mimi” Kolbe. Kolbe left. Maria Kolbe is ill.", "Maria “Mimi” Kolbe", 3),
    ("Theresa May came in May. May said no.", "Theresa May", 2),
    ("August Wilson wrote in March. Wilson left in August.", "August Wilson", 2),
    ("Ann Lee of Tarn came. Ann Lee left.", "Ann Lee", 2),
]


@pytest.mark.parametrize(("text", "name", "count"), ONE_PERSON, ids=[row[1] for row in ONE_PERSON])
def test_person_is_one_row(parse: Parse, text: str, name: str, count: int) -> None:
    parsed = parse(text)
    entity = named(find_entities(parsed), name)
    assert entity.type is PERSON
    assert len(words(parsed, entity)) == count


def test_month_stays_a_month(parse: Parse) -> None:
    text = "Theresa May came. They met in May. Last May it rained. May and June were dry."
    parsed = parse(text)
    assert words(parsed, named(find_entities(parsed), "Theresa May")) == ["Theresa May"]


def test_holders_of_two_crowns_are_two(parse: Parse) -> None:
    found = find_entities(parse("Prince Salman and King Salman differ. They met in Oslo."))
    roles = {entity.role for entity in found if entity.name == "Salman"}
    assert roles == {"Prince", "King"}


def test_quoted_word_between_sentences_is_no_nickname(parse: Parse) -> None:
    found = find_entities(parse("He spoke to Anna. “Enough.” Kolbe left. Martin Kolbe is ill."))
    assert "Martin Kolbe" in {entity.name for entity in found}
    assert not any("Enough" in entity.name for entity in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Revered king of S. Africa came. South Africa was glad.", "South Africa"),
        ("They landed in N. Korea. North Korea was silent.", "North Korea"),
    ],
)
def test_country_with_a_short_side_is_the_country(parse: Parse, text: str, name: str) -> None:
    entity = named(find_entities(parse(text)), name)
    assert entity.type is PLACE
    assert len(entity.mentions) == 2


@pytest.mark.parametrize("before", ["Tory", "Norwegian", "Presidents"])
def test_party_before_a_person_is_no_part_of_the_name(parse: Parse, before: str) -> None:
    names = {entity.name for entity in find_entities(parse(f"It was {before} Anna Berg who left."))}
    assert "Anna Berg" in names
