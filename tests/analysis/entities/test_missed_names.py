"""Names that the model overlooks or cuts off, and words that only look like them."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse, ParseAll
from tests.analysis.entities.conftest import ORG, PLACE
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.parsed import ParsedText

# (text, names that must be found, names that must not be)
ROWS: list[tuple[str, set[str], set[str]]] = [
    # Behind an honorific, with initials, particles, numerals and a second syllable.
    ("Mr Tarvo met Ms. Ostrovan.", {"PERSON Tarvo", "PERSON Ostrovan"}, set()),
    ("Wickets fell to P. Berg and others.", {"PERSON P. Berg"}, set()),
    ("Mr Kengo wa Dondo left.", {"PERSON Kengo wa Dondo"}, set()),
    ("Pope Anselm XIV left.", {"PERSON Anselm XIV"}, set()),
    ("Mr Song Jae-hyung left.", {"PERSON Song Jae-hyung"}, set()),
    ("The Berg-led team won. Tom Berg smiled.", {"PERSON Tom Berg"}, {"PERSON Berg-led"}),
    # Bodies everybody knows, unless they are words.
    ("The Pentagon paid. Fed officials met.", {"ORG Pentagon", "ORG Fed"}, set()),
    ("Tell us who it was.", set(), {"PLACE us", "ORG who", "PLACE US", "ORG WHO"}),
    ("The EU-Ukraine Council met in May.", {"ORG EU-Ukraine Council"}, {"ORG EU"}),
    # Cities where they stand alone, not inside a longer name.
    ("Troops left Mosul at dawn.", {"PLACE Mosul"}, set()),
    ("She moved to Cape Town and then to Leeds.", {"PLACE Cape Town", "PLACE Leeds"}, set()),
    ("The Oslo Times wrote it.", {"ORG Oslo Times"}, {"PLACE Oslo"}),
    ("The Oslo-Bergen line closed.", set(), {"PLACE Oslo", "PLACE Bergen"}),
    # The place a report was sent from.
    ("OSLO, May 3 - It rained.", {"PLACE OSLO"}, set()),
    (
        "Anna Berg OSLO, Norway 1999-08-30 It rained.",
        {"PERSON Anna Berg", "PLACE OSLO", "PLACE Norway"},
        {"PERSON Anna Berg OSLO"},
    ),
    # Lines in capitals have the names of the rest of the text.
    (
        "HARBOUR BOARD SELLS MILL\n\nThe Harbour Board sold the mill.",
        {"ORG Harbour Board"},
        {"ORG HARBOUR BOARD SELLS MILL", "ORG HARBOUR BOARD"},
    ),
    # An owner with a name of his own is no part of what he owns.
    (
        "Berg's Labour Party won. Tom Berg left. Berg waved.",
        {"PERSON Tom Berg", "ORG Labour Party"},
        {"ORG Berg's Labour Party"},
    ),
    # Peoples are groups; an adjective alone is none.
    ("Many Swedes and Danes left.", {"GROUP Swedes", "GROUP Danes"}, set()),
    ("The French left the hall.", {"GROUP French"}, set()),
    ("Polish nurses left the hall.", set(), {"GROUP Polish", "PLACE Poland"}),
]


@pytest.fixture(scope="module")
def parsed(parse_all: ParseAll) -> dict[str, ParsedText]:
    return parse_all([text for text, _, _ in ROWS])


@pytest.mark.parametrize(("text", "expected", "wrong"), ROWS, ids=[row[0] for row in ROWS])
def test_name_is_found_whole_and_no_more_than_it(
    parsed: dict[str, ParsedText], text: str, expected: set[str], wrong: set[str]
) -> None:
    found = {f"{entity.type} {entity.name}" for entity in find_entities(parsed[text])}
    assert expected <= found
    assert not wrong & found


def test_last_name_that_is_also_a_word_of_the_text_is_not_seen_everywhere(
    parse_all: ParseAll,
) -> None:
    text = "Ann Woods sang. Woods are dark, and the woods are cold."
    (entity,) = find_entities(parse_all([text])[text])
    assert len(entity.mentions) == 1


def test_body_of_which_one_word_was_found_is_whole(parse: Parse) -> None:
    text = "He is the Republican Party nominee, officials at Number 10 said."
    found = {entity.name: entity.type for entity in find_entities(parse(text))}
    assert found["Republican Party"] is ORG
    assert found["Number 10"] is PLACE


def test_number_of_a_shirt_is_no_seat(parse: Parse) -> None:
    assert "Number 10" not in {
        entity.name for entity in find_entities(parse("He wore the Number 10 shirt in Oslo."))
    }


def test_sunday_paper_is_no_day(parse: Parse) -> None:
    text = "It will be sold on Friday, the Sunday Telegraph reported. They met on Sunday."
    found = {entity.name: entity.type for entity in find_entities(parse(text))}
    assert found["Sunday Telegraph"] is ORG
    assert {"Friday", "Sunday"} <= found.keys()


def test_channel_with_a_number_is_whole(parse: Parse) -> None:
    found = {
        entity.name for entity in find_entities(parse("He told BBC One's news that it rained."))
    }
    assert "BBC One" in found
