"""What is a name, and where it begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import ORG, PLACE, named, words
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entities.paragraph_names import may_be_name
from tui.analysis.results import AMOUNTS, EntityType

if TYPE_CHECKING:
    pass


def test_possessor_is_a_name_of_its_own(parse: Parse) -> None:
    parsed = parse(
        "Anna Berg opened the fair. Crowds came to Berg's Wheeling Arena on Monday. Berg waved."
    )
    assert len(named(find_entities(parsed), "Anna Berg").mentions) == 3


@pytest.mark.parametrize(
    "text",
    [
        "US Deputy Secretary of State Laura Whitfield arrived.",
        "The Secretary of State declined to comment.",
        "Home Secretary Laura Whitfield arrived.",
        "The Minister of Defence, Paul Renard, agreed.",
    ],
)
def test_part_of_a_title_is_no_entity(parse: Parse, text: str) -> None:
    names = {entity.name for entity in find_entities(parse(text))}
    assert not names & {"State", "Secretary of State", "Home", "Defence", "Home Secretary"}


def test_hyphenated_pair_of_countries_is_two_places(parse: Parse) -> None:
    entities = find_entities(parse("A United States-China meeting ended early in Vienna."))
    assert named(entities, "United States").type is PLACE
    assert named(entities, "China").type is PLACE


def test_hyphenated_name_of_an_organisation_stays_whole(parse: Parse) -> None:
    entities = find_entities(parse("The EU-Ukraine Council met in Kyiv. It met for an hour."))
    assert named(entities, "EU-Ukraine Council").type is ORG


def test_possessive_and_article_are_no_part_of_a_name(parse: Parse) -> None:
    parsed = parse("Canada's minister met the Red Cross's delegates in the Hague.")
    for entity in find_entities(parsed):
        for form in words(parsed, entity):
            assert not form.endswith(("'s", "’s"))
            assert not form.lower().startswith("the ")


def test_names_end_at_quotation_marks_and_paragraphs(parse: Parse) -> None:
    parsed = parse('"We met Anna Berg" "Carl Holm came too," he said.\n\nAnna\n\nBerg')
    for entity in find_entities(parsed):
        for form in words(parsed, entity):
            assert '"' not in form
            assert "\n" not in form


def test_bare_unit_of_time_is_no_date(parse: Parse) -> None:
    entities = find_entities(parse("They met on Tuesday. They had not met for years."))
    assert [e.name for e in entities if e.type is EntityType.DATE] == ["Tuesday"]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "The Nato-Russia Council met in Paris. Nato says it is ready. Nato will wait.",
            "Nato",
            "Nato-Russia Council",
        ),
        (
            "Acme-Zeta Council members met in Oslo. Acme said it was ready, and Acme paid.",
            "Acme",
            "Acme-Zeta Council",
        ),
        ("Anna Smith-Jones spoke first. Mr Jones left the hall.", "Jones", "Anna Smith-Jones"),
    ],
)
def test_side_of_a_hyphenated_name_is_a_name_of_its_own(
    parse: Parse, text: str, short: str, long: str
) -> None:
    parsed = parse(text)
    entities = find_entities(parsed)
    assert set(words(parsed, named(entities, short))) == {short}
    assert words(parsed, named(entities, long)) == [long]


@pytest.mark.parametrize(
    "text",
    [
        "C++", "x=Foo", "foo(Bar)", "New_York", "~~~~", "Name | Ann", "https://Example.com/Foo",
        "www.Example.com", "&nbsp; London", "**Ann Lee**", "<b>Rome</b>", "/usr/Share/Doc", "#Oslo",
    ],
)  # fmt: skip
def test_markup_code_and_addresses_are_no_names(text: str) -> None:
    assert not may_be_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee", "AT&T", "Johnson & Johnson", "O'Neill", "O’Neill", "Jean-Luc Béart", "St. Louis",
        "Yahoo!", "S/4", "Zoë", "Владимир", "राम", "7-Eleven", "Amazon.com", "Acme®",
    ],
)  # fmt: skip
def test_names_of_any_script_with_their_marks_are_names(text: str) -> None:
    assert may_be_name(text)


def test_code_and_tables_have_no_names_with_signs_in_them(parse: Parse) -> None:
    text = (
        "C++ is fast and C++ is old. Ann Lee met Bob Stone ~~~~ in Berlin | Madrid.\n\n"
        "def Foo(Bar): return Baz=Qux\n\n"
        "See https://Example.com/Foo for **Carla Weiss** and <b>Rome</b>; it cost $5 million."
    )
    entities = find_entities(parse(text))
    names = [e.name for e in entities if e.type not in AMOUNTS]
    assert {"Ann Lee", "Bob Stone"} <= set(names)
    assert all(may_be_name(name) for name in names)
    assert any(e.type is EntityType.MONEY for e in entities)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Anna Berg and Tom Velden on Friday.", {"Anna Berg", "Tom Velden"}),
        ("The match in Lisbon, Portugal, was short.", {"Lisbon", "Portugal"}),
        ("Norway beat Peru 2-0 in Lima.", {"Norway", "Peru", "Lima"}),
    ],
)
def test_two_names_side_by_side_are_two(parse: Parse, text: str, names: set[str]) -> None:
    assert names <= {entity.name for entity in find_entities(parse(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He scored a penalty, putting Sweden 1 – 0 up. The half ended 1 – 1.", "Sweden"),
        ("Late on he made it Norway 2 – 1 and the crowd went home.", "Norway"),
    ],
)
def test_score_is_no_part_of_a_name(parse: Parse, text: str, name: str) -> None:
    parsed = parse(text)
    entities = find_entities(parsed)
    assert words(parsed, named(entities, name)) == [name]
