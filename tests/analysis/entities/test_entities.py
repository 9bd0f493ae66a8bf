from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse, make_article
from tests.analysis.entities.conftest import GROUP, ORG, PERSON, PLACE, named, rules, words
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.pipeline import parse as parse_article
from tui.documents.article import Span
from tui.settings.paths import resource

if TYPE_CHECKING:
    from spacy.language import Language


def test_half_of_a_parted_country_is_called_by_its_side(parse: Parse) -> None:
    parsed = parse("North Korea fired a rocket. The North said so. South Korea protested.")
    entities = find_entities(parsed)
    assert words(parsed, named(entities, "North Korea")) == ["North Korea", "North"]
    assert len(named(entities, "South Korea").mentions) == 1


def test_building_named_like_a_person_is_a_place(parse: Parse) -> None:
    entities = find_entities(parse("He was sent to Kumla Prison. Kumla Prison is full."))
    assert named(entities, "Kumla Prison").type is PLACE


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
