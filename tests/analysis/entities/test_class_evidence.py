"""What class nouns, a name's own words and lists of names tell about types."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import ORG, PERSON, PLACE, named
from tests.analysis.entities.test_type_evidence import plain, votes
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.results import EntityType

WORK, PRODUCT, EVENT, LAW = (
    EntityType.WORK,
    EntityType.PRODUCT,
    EntityType.EVENT,
    EntityType.LAW,
)

TOLD = [
    ("She was praised for the film [Tarvo].", WORK),
    ("The [Tarvo] virus spread.", PRODUCT),
    ("They made the browser [Tarvo].", PRODUCT),
    ("The virus [Tarvo] spread.", PRODUCT),
    ("The tennis tournament [Tarvo] begins.", EVENT),
    ("The online lender [Tarvo] closed.", ORG),
    ("He starred in [Tarvo].", WORK),
    ("The [Tarvo Cup] begins.", EVENT),
    ("The [Tarvo Open] begins.", EVENT),
    ("The [Tarvo Film Festival] begins.", EVENT),
    ("They broke the [Tarvo Act].", LAW),
    ("They lost to [Leeds United].", ORG),
    ("They saw the [Denver Harriers].", ORG),
    ("They work for [Tarvo Foods].", ORG),
    ("He owns the [Tarvo Bay Harriers] team.", ORG),
    ("They saw [Tarvo]'s chief executive.", ORG),
    ("They saw [Tarvo]'s profits.", ORG),
    ('"Enough," sighed [Tarvo].', PERSON),
    ("[JM Tarvo] said no.", PERSON),
    ("They met [FW van Tarvo].", PERSON),
    ("They rested on [Tarvo Day].", EVENT),
    ("It was owned by [Tarvo].", ORG),
    ("[Tarvo] launched a boat.", ORG),
    ("They bought a stake in [Tarvo].", ORG),
    ("They met the founder of [Tarvo].", ORG),
    ("The study was published in [Tarvo].", ORG),
    ("[Tarvo] posted a profit of ten crowns.", ORG),
    ("Four episodes of [Tarvo] were shown.", WORK),
    ("It is a system called [Tarvo].", PRODUCT),
    ("They broke the [Tarvo Law].", LAW),
    ("They met a dancer who goes by the name of [Tarvo].", PERSON),
    ("They heard a song about her called [Tarvo].", WORK),
    ("The [Anna Berg Show] ended.", WORK),
    ("They bought [Windows Tarvo].", PRODUCT),
    ("They sold copies of [Tarvo Rally 2].", PRODUCT),
    ("She won the [Tarvo Prize].", EVENT),
    ("The [Tarvo]-winning actor left.", EVENT),
    ("They saw [Nottingham Forest].", ORG),
]
NOT_TOLD = [
    ("They live in [West Midlands].", EVENT),
    ("They live in [Texas City].", ORG),
    ("They live in [Virgin Islands].", ORG),
    ("They saw [Tarvo]'s hat.", ORG),
    ("There is not a single [Tarvo].", WORK),
    ("They starred in a [Tarvo] review.", WORK),
    ("[BBC Tarvo] said no.", PERSON),
    ("[SBC Tarvo] said no.", PERSON),
    ("They met [JM Tarvo].", PERSON),
    ("It was seen by [Tarvo].", ORG),
    ("[Tarvo] painted a boat.", ORG),
    ("They did it in the name of [Tarvo].", PERSON),
    ("They had a say in [Tarvo].", ORG),
    ("They met the son of [Tarvo].", ORG),
    ("[Tarvo] posted a letter.", ORG),
    ("Four friends of [Tarvo] were shown.", WORK),
    ("They heard [Radio Tarvo 4].", PRODUCT),
    ("They saw [Tarvo Rovers 2] - Ostrel 1.", PRODUCT),
    ("They saw [Sherwood Forest].", ORG),
]


@pytest.mark.parametrize(("text", "kind"), TOLD, ids=[row[0] for row in TOLD])
def test_class_tells_the_type(parse: Parse, text: str, kind: EntityType) -> None:
    found = votes({plain(text): parse(plain(text))}, text)
    assert max(found, key=lambda name: found[name], default=None) is kind


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD, ids=[row[0] for row in NOT_TOLD])
def test_near_miss_tells_nothing(parse: Parse, text: str, kind: EntityType) -> None:
    assert kind not in votes({plain(text): parse(plain(text))}, text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Brexit", EVENT), ("Covid-19", EVENT), ("Labour", ORG), ("Tories", ORG), ("Oslo", PLACE)],
)
def test_names_that_are_everywhere_are_known(name: str, kind: EntityType) -> None:
    assert known_type(name) is kind


def types(parse: Parse, text: str) -> dict[str, EntityType]:
    return {entity.name: entity.type for entity in find_entities(parse(text))}


def test_members_of_a_list_are_what_the_noun_before_it_says(parse: Parse) -> None:
    found = types(parse, "They tried browsers such as Tarvo, Ostrel and Kintra.")
    assert found == {"Tarvo": PRODUCT, "Ostrel": PRODUCT, "Kintra": PRODUCT}


def test_members_of_a_list_share_the_type_of_the_sure_ones(parse: Parse) -> None:
    text = "Mr Jansen, Mrs Kolbe and Westrup came. Westrup spoke to Jansen and Kolbe."
    assert types(parse, text)["Westrup"] is PERSON


def test_what_a_list_ends_with_may_be_no_member(parse: Parse) -> None:
    text = "Martin Jansen, Anna Kolbe and Boeing managers came."
    assert types(parse, text)["Boeing"] is ORG


def test_event_is_called_by_its_last_word(parse: Parse) -> None:
    found = find_entities(parse("The Tarvo Open began in Oslo. He lost at the Open last year."))
    assert named(found, "Tarvo Open").type is EVENT
    assert "Open" not in {entity.name for entity in found}


def test_name_follows_its_last_word(parse: Parse) -> None:
    text = "Troy Westrup scored. Mr Westrup is thirty. Troy Westrup left."
    assert types(parse, text)["Troy Westrup"] is PERSON


def test_bare_name_before_a_mister_is_a_firm(parse: Parse) -> None:
    text = "Tarvo closed a mill. Bill Tarvo spoke on Tuesday; Mr Tarvo wept. Tarvo did not."
    found = types(parse, text)
    assert found["Tarvo"] is ORG
    assert found["Bill Tarvo"] is PERSON


def test_bare_name_of_a_headline_is_the_persons(parse: Parse) -> None:
    text = "Tarvo weeps\n\nBill Tarvo spoke on Tuesday in Oslo; Mr Tarvo wept."
    assert "Tarvo" not in types(parse, text)


def test_firm_before_its_namesake_is_a_firm(parse: Parse) -> None:
    text = "Dell said its founder, Michael Dell, would stay. Mr Dell said no more."
    found = types(parse, text)
    assert found["Dell"] is ORG
    assert found["Michael Dell"] is PERSON


def test_person_called_by_the_last_name_is_no_firm(parse: Parse) -> None:
    text = "Michael Dell founded the firm. Dell said its future was safe. Mr Dell left."
    assert "Dell" not in types(parse, text)


def test_part_of_a_university_is_not_the_university(parse: Parse) -> None:
    text = "Tarvo University agreed. Tarvo University Library Services came. They met in Oslo."
    assert {"Tarvo University", "Tarvo University Library Services"} <= set(types(parse, text))
