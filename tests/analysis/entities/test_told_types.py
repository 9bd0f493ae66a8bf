"""What titles, trades, results and studies beside a name tell about its type."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import ORG, PERSON, PLACE, named
from tests.analysis.entities.test_type_evidence import plain, votes
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.results import EntityType

WORK, PRODUCT, EVENT, LAW = (
    EntityType.WORK,
    EntityType.PRODUCT,
    EntityType.EVENT,
    EntityType.LAW,
)

TOLD = [
    ("She won a prize for her book [Tarvo].", WORK),
    ("She appeared in [Tarvo Nights] (1999).", WORK),
    ("A [MiG-49] crashed.", PRODUCT),
    ("He had a [Tarvo] rifle.", PRODUCT),
    ("They signed the [Treaty of Tarvo].", LAW),
    ("It broke the [Convention on Tarvo Waters].", LAW),
    ("She got the [Tarvo Prize for Fiction].", EVENT),
    ("A survey by [Tarvolink] said so.", ORG),
    ("Markets fell, with [Tarvoil] rising 5 percent.", ORG),
    ("[Tarvo], Norway's biggest oil producer, cut jobs.", ORG),
    ("A hit by the independent film-maker [Tarvo].", PERSON),
    ("[Tarvo], a reporter, was there.", PERSON),
    ("They shelled [Tarvo], one of several towns near the border.", PLACE),
]
NOT_TOLD = [
    ("She won a prize for her book. [Tarvo] was there.", WORK),
    ("She praised [Tarvo] (then 20).", WORK),
    ("The [M-19] said no.", PRODUCT),
    ("He had [Tarvo] in sight.", PRODUCT),
    ("They signed [Tarvo of Ostrel].", LAW),
    ("A song by [Tarvolink] was played.", ORG),
    ("Hopes fell, with [Tarvoil] rising early.", ORG),
    ("[Tarvo], a film producer, cut jobs.", ORG),
    ("[Tarvo] is a leader in tyres.", PERSON),
    ("They liked [Tarvo], one of several singers from there.", PLACE),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_words_beside_a_name_tell_its_type(parse: Parse, text: str, kind: EntityType) -> None:
    assert votes({plain(text): parse(plain(text))}, text).get(kind, 0) > 1


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_near_misses_tell_nothing(parse: Parse, text: str, kind: EntityType) -> None:
    assert kind not in votes({plain(text): parse(plain(text))}, text)


def test_a_list_behind_a_plural_is_of_its_kind(parse: Parse) -> None:
    text = "She sang the singles Tarvo, Ostrel and Kint in the hall."
    found = {e.name: e.type for e in find_entities(parse(text))}
    assert set(found.values()) == {WORK}


def test_a_party_is_one_row_under_all_its_names(parse: Parse) -> None:
    text = "The Tories won. A Tory MP agreed. The Conservative Party paid."
    assert named(find_entities(parse(text)), "Conservative Party").type is ORG
    other = find_entities(parse("The Tories won. The Progress Party paid."))
    assert {e.name for e in other} == {"Tories", "Progress Party"}


def test_a_calling_begins_a_sentence_and_no_name(parse: Parse) -> None:
    found = find_entities(parse("Rapper Tarvo played in Oslo. Tarvo said no."))
    assert named(found, "Tarvo").type is PERSON


def test_a_road_ends_before_the_day(parse: Parse) -> None:
    names = {e.name for e in find_entities(parse("A crash on Interstate 925 Saturday killed two."))}
    assert "Interstate 925" in names


def test_new_before_a_known_body_begins_the_sentence(parse: Parse) -> None:
    names = {e.name for e in find_entities(parse("New NATO envoy Anna Tarvo arrived."))}
    assert "New NATO" not in names


def test_letters_of_a_state_go_with_the_state(parse: Parse) -> None:
    found = find_entities(parse("He lives in Denver, Colo., and works. Colorado is cold."))
    assert len(named(found, "Colorado").mentions) == 2
    other = find_entities(parse("He lives in Denver, Colo., and works. Kansas is cold."))
    assert "Colorado" not in {e.name for e in other}


def test_small_words_tell_no_bodies_apart(parse: Parse) -> None:
    text = "The Tarvo and Social Research Council met. The Tarvo Social Research Council paid."
    assert len(find_entities(parse(text))) == 1
    text = "The Tarvo and Social Research Council met. The Tarvo Social Music Council paid."
    assert len(find_entities(parse(text))) == 2


def test_a_paper_is_nobody(parse: Parse) -> None:
    names = {e.name for e in find_entities(parse("They wait until the Bill passes the house."))}
    assert "Bill" not in names
    names = {e.name for e in find_entities(parse("They wait until Bill passes the house."))}
    assert "Bill" in names


def test_an_index_keeps_its_count(parse: Parse) -> None:
    names = {e.name for e in find_entities(parse("The FTSE 100 rose on Monday."))}
    assert "FTSE 100" in names
    names = {e.name for e in find_entities(parse("The FTSE rose 100 points on Monday."))}
    assert "FTSE 100" not in names


def test_places_joined_by_and_are_two(parse: Parse) -> None:
    text = "He moved between Belbridge and Woodford."
    assert {"Belbridge", "Woodford"} <= {e.name for e in find_entities(parse(text))}
    text = 'They saw the play "Belbridge and Woodford" in Oslo.'
    assert "Woodford" not in {e.name for e in find_entities(parse(text))}
