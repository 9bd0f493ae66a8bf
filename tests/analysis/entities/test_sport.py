"""Places that are their teams in a text about sport."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.results import EntityType

SPORT = (
    "The striker scored two goals in the league match before the referee gave a penalty. "
    "The injury ends his season. "
)

TEAMS = [
    ("Norwich have signed a young keeper.", "Norwich"),
    ("Leeds lost the match on Sunday.", "Leeds"),
    ("The Ipswich midfielder Olav Tarvo was hurt.", "Ipswich"),
    ("He has joined Preston until May.", "Preston"),
    ("They won 2-1 against Portsmouth on Sunday.", "Portsmouth"),
    ("They have beaten Sweden.", "Sweden"),
]

PLACES = [
    ("He was born in Norwich and lives there.", "Norwich"),
    ("Anna Tarvo (Sweden) was there.", "Sweden"),
    ("The train to Ipswich was late.", "Ipswich"),
    ("They have beaten Sweden. The king of Sweden was there.", "Sweden"),
]


def kinds(parse: Parse, text: str, name: str) -> list[EntityType]:
    return [entity.type for entity in find_entities(parse(text)) if entity.name == name]


@pytest.mark.parametrize(("text", "name"), TEAMS)
def test_a_place_that_plays_is_its_team(parse: Parse, text: str, name: str) -> None:
    assert kinds(parse, SPORT + text, name) == [EntityType.ORG]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_a_place_that_does_not_play_stays_one(parse: Parse, text: str, name: str) -> None:
    assert kinds(parse, SPORT + text, name) == [EntityType.PLACE]


def test_a_team_and_its_town_are_two_rows(parse: Parse) -> None:
    text = f"{SPORT}Norwich have signed a keeper. He lives in Norwich."
    assert sorted(kinds(parse, text, "Norwich")) == [EntityType.ORG, EntityType.PLACE]


def test_a_text_about_something_else_has_no_teams(parse: Parse) -> None:
    text = "The council paid for the bridge. Norwich have signed a contract with the builders."
    assert EntityType.PERSON not in kinds(parse, text, "Norwich")
    assert kinds(parse, "He has joined Preston in the cabinet.", "Preston") != [EntityType.ORG]


def test_single_persons_play_tennis(parse: Parse) -> None:
    text = f"The tennis ends. {SPORT}He beat Sweden."
    assert kinds(parse, text, "Sweden") == [EntityType.PLACE]
