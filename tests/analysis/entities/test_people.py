"""Persons: their whole names, titles and offices, and who is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import PERSON, named, rules, words
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    pass


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Mr Henrik Sandvik spoke first.", "Henrik Sandvik", None),
        ("Norwegian Prime Minister Henrik Sandvik resigned.", "Henrik Sandvik", None),
        (
            "US Deputy Secretary of State Laura Whitfield arrived on Monday.",
            "Laura Whitfield",
            "US Deputy Secretary of State",
        ),
        (
            "Unesco director-general Pierre Lambert visited the site.",
            "Pierre Lambert",
            "Unesco director-general",
        ),
        (
            "Japanese Deputy Foreign Minister Kenji Morita agreed.",
            "Kenji Morita",
            "Japanese Deputy Foreign Minister",
        ),
        ("They met Prof. Anna Lindqvist in Oslo.", "Anna Lindqvist", None),
        (
            "South African President Thabo Mokoena met them.",
            "Thabo Mokoena",
            "South African President",
        ),
        ("Maria Lindqvist, its founder, agreed with the plan.", "Maria Lindqvist", "founder"),
    ],
)
def test_title_is_cut_from_the_name_and_kept_as_role(
    parse: Parse, text: str, name: str, role: str | None
) -> None:
    entity = named(find_entities(parse(text)), name)
    assert entity.type is PERSON
    if role is not None:
        assert entity.role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The leader of the opposition, Jens Sandvik, said no.", "leader of the opposition"),
        ("The Kremlin's spokesman, Jens Sandvik, said no.", "Kremlin's spokesman"),
        ("The secretary-general of Nato, Jens Sandvik, said no.", "secretary-general of Nato"),
    ],
)
def test_office_before_a_name_in_apposition_is_the_role(parse: Parse, text: str, role: str) -> None:
    assert named(find_entities(parse(text)), "Jens Sandvik").role == role


def test_honorific_tells_two_bearers_of_a_last_name_apart_by_their_first_names(
    parse: Parse,
) -> None:
    parsed = parse("John Berg and Mary Berg came. Mr Berg left. Ms Berg stayed.")
    entities = find_entities(parsed)
    assert words(parsed, named(entities, "John Berg")) == ["John Berg", "Berg"]
    assert words(parsed, named(entities, "Mary Berg")) == ["Mary Berg", "Berg"]


def test_office_in_apposition_is_the_role(parse: Parse) -> None:
    text = "Laura Whitfield, the leader of the opposition, said the plan was dead."
    assert named(find_entities(parse(text)), "Laura Whitfield").role == "leader of the opposition"


def test_last_name_that_is_also_a_place_stays_with_its_person(parse: Parse) -> None:
    parsed = parse("Lena West sang in Rome. West said she was tired. The West was not mentioned.")
    assert len(named(find_entities(parsed), "Lena West").mentions) == 2


def test_person_is_grouped_over_full_name_last_name_and_honorific(parse: Parse) -> None:
    parsed = parse(
        "Maria Kovalenko won the vote. Ms Kovalenko thanked her party.\n\n"
        "Kovalenko said the work begins now."
    )
    entity = named(find_entities(parsed), "Maria Kovalenko")
    assert words(parsed, entity) == ["Maria Kovalenko", "Kovalenko", "Kovalenko"]
    assert rules(entity) == ["full name", "last name", "last name"]


def test_shared_last_name_goes_to_the_bearer_its_title_fits(parse: Parse) -> None:
    parsed = parse(
        "Mr Tom Hadley and Mrs Rita Hadley own the farm.\n\n"
        "Mrs Hadley said prices had fallen. Hadley was not asked."
    )
    entities = find_entities(parsed)
    assert words(parsed, named(entities, "Rita Hadley")) == ["Rita Hadley", "Hadley"]
    assert words(parsed, named(entities, "Tom Hadley")) == ["Tom Hadley"]


def test_middle_initial_does_not_make_another_person(parse: Parse) -> None:
    parsed = parse("Robert J. Ellison was elected. Robert Ellison will take office in May.")
    entity = named(find_entities(parsed), "Robert J. Ellison")
    assert len(entity.mentions) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Park Jae-min left Seoul on Friday.", "Park Jae-min"),
        ("They elected Pope Anselm XIV on Friday.", "Anselm XIV"),
        ("Mr Joost van der Meulen spoke first.", "Joost van der Meulen"),
    ],
)
def test_person_keeps_the_whole_name(parse: Parse, text: str, name: str) -> None:
    assert named(find_entities(parse(text)), name).type is PERSON


def test_two_with_one_last_name_are_never_merged(parse: Parse) -> None:
    parsed = parse("Tom Hadley met Rita Hadley. Sven Hadley came too. Hadley was tired.")
    names = [e.name for e in find_entities(parsed) if e.type is PERSON]
    assert {"Tom Hadley", "Rita Hadley", "Sven Hadley"} <= set(names)


def test_bare_last_name_stays_with_whom_it_was_first_used_for(parse: Parse) -> None:
    parsed = parse(
        "Tomas Hadley won. Hadley thanked his voters.\n\n"
        "Rita Hadley, his wife, waved. Hadley waved back."
    )
    entities = find_entities(parsed)
    assert words(parsed, named(entities, "Tomas Hadley")) == ["Tomas Hadley", "Hadley", "Hadley"]
    assert words(parsed, named(entities, "Rita Hadley")) == ["Rita Hadley"]


def test_years_of_a_person_leave_his_pronoun_out(parse: Parse) -> None:
    parsed = parse("Mr Tomas Velden spoke first. In his first year, Velden wrote two books.")
    dates = [e.name for e in find_entities(parsed) if e.type is EntityType.DATE]
    assert dates == ["first year"]


def test_last_name_that_is_also_a_word_is_found_at_the_beginning_of_a_sentence(
    parse: Parse,
) -> None:
    parsed = parse(
        "Anna Woods won the race on Sunday by a second. Woods was among a group of thirteen."
    )
    assert words(parsed, named(find_entities(parsed), "Anna Woods")) == ["Anna Woods", "Woods"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The runner was beaten by Norwegian Anna Sandvik in the final.", "Anna Sandvik"),
        ("Wickets fell to K.C. Ostrovan and others.", "K.C. Ostrovan"),
        ("Somebody took four wickets (T. Morland 69).", "T. Morland"),
        ("Valeska Paris, an Australian woman, spoke. Paris was calm.", "Valeska Paris"),
    ],
)
def test_person_is_named_without_what_stands_beside_the_name(
    parse: Parse, text: str, name: str
) -> None:
    assert named(find_entities(parse(text)), name).type is PERSON


def test_last_name_that_is_a_city_is_the_person_everywhere(parse: Parse) -> None:
    parsed = parse("Valeska Paris, an Australian woman, spoke. Paris left. Then Paris sang.")
    assert len(named(find_entities(parsed), "Valeska Paris").mentions) == 3


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # The office somebody holds, not the longer one that he held.
        ("President Jens Sandvik spoke. Sandvik, the former defence minister, left.", "President"),
        ("President Jens Sandvik spoke. Norwegian President Sandvik left.", "Norwegian President"),
        (
            "Sen. Jens Sandvik spoke. Jens Sandvik, chairman of the panel, left.",
            "chairman of the panel",
        ),
        ("Former president Jens Sandvik spoke.", "Former president"),
    ],
)
def test_role_is_the_office_a_person_is_brought_in_with(parse: Parse, text: str, role: str) -> None:
    assert named(find_entities(parse(text)), "Jens Sandvik").role == role


def test_prince_is_not_who_bears_his_name_as_a_given_one(parse: Parse) -> None:
    text = "Prince Charles came. Charles Sandvik, the party leader, came. Sandvik spoke."
    found = find_entities(parse(text))
    assert named(found, "Charles Sandvik").role == "party leader"
    assert named(found, "Charles").role == "Prince"
