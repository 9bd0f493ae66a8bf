from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse, make_article
from tui.analysis.entities import find_entities
from tui.analysis.entities_names import AMOUNTS, may_be_name
from tui.analysis.parsed import ParsedText
from tui.analysis.pipeline import parse as parse_article
from tui.analysis.results import Entity, EntityType
from tui.documents.article import Span
from tui.paths import resource

if TYPE_CHECKING:
    from spacy.language import Language

PERSON, ORG, PLACE, GROUP = (
    EntityType.PERSON,
    EntityType.ORG,
    EntityType.PLACE,
    EntityType.GROUP,
)


def words(parsed: ParsedText, entity: Entity) -> list[str]:
    text = parsed.article.text
    return [text[m.span.start : m.span.end] for m in entity.mentions]


def rules(entity: Entity) -> list[str]:
    return [mention.rule for mention in entity.mentions]


def named(entities: tuple[Entity, ...], name: str) -> Entity:
    found = [entity for entity in entities if entity.name == name]
    assert found, f"{name} is not among {[entity.name for entity in entities]}"
    assert len(found) == 1
    return found[0]


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


def test_half_of_a_parted_country_is_called_by_its_side(parse: Parse) -> None:
    parsed = parse("North Korea fired a rocket. The North said so. South Korea protested.")
    entities = find_entities(parsed)
    assert words(parsed, named(entities, "North Korea")) == ["North Korea", "North"]
    assert len(named(entities, "South Korea").mentions) == 1


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


def test_building_named_like_a_person_is_a_place(parse: Parse) -> None:
    entities = find_entities(parse("He was sent to Kumla Prison. Kumla Prison is full."))
    assert named(entities, "Kumla Prison").type is PLACE


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
    ("text", "name", "forms"),
    [
        (
            "The World Health Organization (WHO) met in Geneva. The WHO gave no date.",
            "World Health Organization",
            ["World Health Organization", "WHO", "WHO"],
        ),
        (
            "The European Space Agency will launch in May. Esa said the rocket was ready. "
            "Later ESA confirmed it.",
            "European Space Agency",
            ["European Space Agency", "Esa", "ESA"],
        ),
        (
            "The European Commission opened a case. The Commission has until June.",
            "European Commission",
            ["European Commission", "Commission"],
        ),
    ],
)
def test_organisation_is_one_entity_under_its_long_and_short_names(
    parse: Parse, text: str, name: str, forms: list[str]
) -> None:
    parsed = parse(text)
    entity = named(find_entities(parsed), name)
    assert entity.type is ORG
    assert words(parsed, entity) == forms
    assert set(rules(entity)[1:]) <= {"acronym", "short form"}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("The United States agreed. The US sent a team, and the U.S. paid.", "United States", 3),
        ("Britain voted. The UK left. The United Kingdom paid.", "United Kingdom", 3),
        ("The Netherlands won. Holland had led before.", "Netherlands", 2),
    ],
)
def test_country_is_one_entity_under_its_names(
    parse: Parse, text: str, name: str, count: int
) -> None:
    entity = named(find_entities(parse(text)), name)
    assert entity.type is PLACE
    assert len(entity.mentions) == count


def test_pronoun_us_is_no_country(parse: Parse) -> None:
    entities = find_entities(parse("They told us nothing, and it helped none of us."))
    assert not [entity for entity in entities if entity.type is PLACE]


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


def test_adjective_refers_to_a_country_the_text_names(parse: Parse) -> None:
    parsed = parse("Brazil signed. Brazilian officials praised the deal with the Brazilian team.")
    brazil = named(find_entities(parsed), "Brazil")
    assert len(brazil.mentions) == 1
    assert [reference.rule for reference in brazil.references] == ["adjective", "adjective"]


def test_adjective_alone_makes_no_country(parse: Parse) -> None:
    entities = find_entities(parse("Brazilian officials praised the deal."))
    assert not [entity for entity in entities if "razil" in entity.name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Many Russians stayed at home.", "Russians"),
        ("Many Republicans stayed away.", "Republicans"),
    ],
)
def test_people_is_a_group(parse: Parse, text: str, name: str) -> None:
    assert named(find_entities(parse(text)), name).type is GROUP


def test_capital_is_not_its_country(parse: Parse) -> None:
    entities = find_entities(parse("Moscow denied it. Russia has said so before."))
    assert named(entities, "Moscow") != named(entities, "Russia")


def test_nothing_in_a_dateline_is_an_entity(nlp: Language) -> None:
    text = "LISBON, May 3 - The court in Porto ruled on Tuesday."
    article = replace(make_article(text), asides=(Span(0, 15),))
    entities = find_entities(parse_article(article, nlp))
    assert all(mention.span.start >= 15 for entity in entities for mention in entity.mentions)
    assert named(entities, "Porto")


def test_names_end_at_quotation_marks_and_paragraphs(parse: Parse) -> None:
    parsed = parse('"We met Anna Berg" "Carl Holm came too," he said.\n\nAnna\n\nBerg')
    for entity in find_entities(parsed):
        for form in words(parsed, entity):
            assert '"' not in form
            assert "\n" not in form


def test_bare_unit_of_time_is_no_date(parse: Parse) -> None:
    entities = find_entities(parse("They met on Tuesday. They had not met for years."))
    assert [e.name for e in entities if e.type is EntityType.DATE] == ["Tuesday"]


def test_most_mentioned_comes_first(parse: Parse) -> None:
    entities = find_entities(parse("Peru met Chile. Peru scored. Peru won against Chile in Lima."))
    counts = [len(entity.mentions) for entity in entities]
    assert entities[0].name == "Peru"
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("text", ["", "—", "...", "1 2 3", "Mr", "Mr.", "(", "The the", "of State"])
def test_odd_texts_have_no_entities_or_few_and_never_fail(parse: Parse, text: str) -> None:
    assert len(find_entities(parse(text))) <= 2


_PIECES = ("Mr", "President", "of", "State", "Renard", "Anna Berg", "US", "Russians", "NATO", "he")
_MARKS = ("-", "'s", '"', "“", "”", "(", ")", ".", ",", "\n", "\n\n", "é", "the", "said")
_FRAGMENTS = st.lists(st.sampled_from(_PIECES + _MARKS), max_size=25)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(fragments=_FRAGMENTS)
def test_mentions_lie_in_the_text_apart_from_each_other(parse: Parse, fragments: list[str]) -> None:
    text = " ".join(fragments)
    spans = []
    for entity in find_entities(parse(text)):
        assert entity.mentions
        assert [m.span for m in entity.mentions] == sorted(m.span for m in entity.mentions)
        for mention in (*entity.mentions, *entity.references):
            assert 0 <= mention.span.start < mention.span.end <= len(text)
            assert text[mention.span.start : mention.span.end].strip()
            spans.append(mention.span)
    spans.sort()
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_sample_names_its_people_and_the_alliance_as_one_each(parse: Parse) -> None:
    parsed = parse(resource("seeds", "nato-russia-talks.txt").read_text(encoding="utf-8"))
    entities = find_entities(parsed)
    people = {e.name: len(e.mentions) for e in entities if e.type is PERSON}
    assert sorted(people.values()) == [1, 1, 2, 4]
    alliance = named(entities, "North Atlantic Treaty Organisation")
    assert len(alliance.mentions) == 9
    assert not [entity for entity in entities if entity.name == "State"]


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
