"""The lists of names: nothing in two rows, and every row of use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.analysis.lexicons import phrases, words
from tui.analysis.lexicons.body_nouns import BODIES, BODY_NOUNS
from tui.analysis.lexicons.city_names import CITIES, REGIONS
from tui.analysis.lexicons.countries import (
    ADJECTIVES,
    AMBIGUOUS,
    LONGEST_NAME,
    PEOPLES,
    PLACE_NAMES,
)
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.seats import BUILDINGS, CAPITALS, seat_of
from tui.analysis.lexicons.title_words import (
    GENDERED_NOUNS,
    HONORIFICS,
    OFFICES,
    ORG_NOUNS,
    PLACE_NOUNS,
    PORTFOLIOS,
)

if TYPE_CHECKING:
    from spacy.language import Language


def test_words_are_parted_by_blanks_and_phrases_by_commas_and_lines() -> None:
    assert words("a b", "b  c\n d") == {"a", "b", "c", "d"}
    assert phrases("New York, Tel Aviv,\n  Oslo") == {"New York", "Tel Aviv", "Oslo"}


@pytest.mark.parametrize(
    ("word", "country"),
    [("Dutch", "Netherlands"), ("South African", "South Africa"), ("British", "United Kingdom")],
)
def test_adjective_leads_to_its_country(word: str, country: str) -> None:
    assert ADJECTIVES[word].name == country


@pytest.mark.parametrize(
    ("people", "country"),
    [
        ("Russians", "Russia"),
        ("Iraqis", "Iraq"),
        ("Danes", "Denmark"),
        ("Britons", "United Kingdom"),
    ],
)
def test_people_leads_to_its_country(people: str, country: str) -> None:
    assert PEOPLES[people].name == country


def test_adjective_without_a_plural_makes_no_people() -> None:
    assert not {"Frenchs", "Dutchs", "Swisss", "Chineses"} & PEOPLES.keys()


def test_names_of_one_country_are_one() -> None:
    assert len({PLACE_NAMES[name].name for name in ("US", "USA", "America", "United States")}) == 1
    assert PLACE_NAMES["the West".removeprefix("the ")].name == "West"


def test_longest_name_says_how_far_to_look(nlp: Language) -> None:
    lengths = [len(nlp.make_doc(name)) for name in PLACE_NAMES]
    assert max(lengths) == LONGEST_NAME


def test_name_of_one_place_is_not_that_of_another() -> None:
    # What is in two lists would be found as two things.
    assert not CITIES & REGIONS
    assert not CITIES & CAPITALS.keys()
    assert not (CITIES | REGIONS | CAPITALS.keys()) & PLACE_NAMES.keys()
    assert not ADJECTIVES.keys() & PLACE_NAMES.keys() - {"Vatican"}
    assert PLACE_NAMES.keys() >= AMBIGUOUS


def test_capital_stands_for_a_country_of_the_list() -> None:
    assert set(CAPITALS.values()) - PLACE_NAMES.keys() == {"European Union"}


@pytest.mark.parametrize(
    ("seat", "meaning"),
    [
        ("Moscow", "government of Russia"),
        ("Washington", "government of the United States"),
        ("Prague", "government of the Czech Republic"),
        ("Manila", "government of the Philippines"),
        ("Brussels", "institutions of the European Union"),
        ("White House", "president of the United States"),
        ("Leeds", None),
    ],
)
def test_seat_says_what_it_may_stand_for(seat: str, meaning: str | None) -> None:
    assert seat_of(seat) == meaning


def test_building_is_no_capital() -> None:
    assert not BUILDINGS.keys() & CAPITALS.keys()


def test_given_name_tells_one_gender_and_is_written_as_a_name() -> None:
    assert set(GIVEN_NAMES.values()) == {"m", "f"}
    assert all(name.istitle() for name in GIVEN_NAMES)
    # Names that both bear tell nothing.
    assert not {"Robin", "Andrea", "Jean", "Kim"} & GIVEN_NAMES.keys()


@pytest.mark.parametrize(
    ("word", "gender"), [("mr", "m"), ("mrs", "f"), ("lady", "f"), ("dr", None), ("sen", None)]
)
def test_honorific_tells_the_gender_where_it_does(word: str, gender: str | None) -> None:
    assert HONORIFICS[word] == gender


def test_nouns_are_listed_in_the_case_they_are_looked_up_in() -> None:
    assert all(word.islower() for word in OFFICES | GENDERED_NOUNS.keys() | HONORIFICS.keys())
    assert all(word[0].isupper() for word in (ORG_NOUNS | PLACE_NOUNS | PORTFOLIOS) - {"plc"})
    assert not ORG_NOUNS & PLACE_NOUNS


def test_body_is_known_by_each_of_its_names_and_called_by_its_nouns() -> None:
    assert BODIES["nato"] == BODIES["north atlantic treaty organization"] == "NATO"
    assert BODIES["isis"] == BODIES["islamic state"]
    assert BODY_NOUNS["NATO"] == {"alliance"}
    assert set(BODIES.values()) == BODY_NOUNS.keys()
    assert all(name == name.casefold() for name in BODIES)
