"""Headlines with a capital on every word: what in them is a name."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import named, words
from tui.analysis.entities.entity_extractor import find_entities

BODY = "Anna Berg met reporters in Oslo. She spoke about the tax and the future of the Tarvo Group."


@pytest.mark.parametrize(
    ("headline", "junk"),
    [
        ("Berg Tells Tarvo Group To Quit", "Tells"),
        ("Berg Speech About The Tax And The Future", "Speech"),
        ("Tarvo Group Joins Ostrel in New Tax Venture", "Joins"),
        ("Why Nobody Likes What Berg Just Said", "Nobody"),
    ],
)
def test_headline_has_only_the_names_of_the_text(parse: Parse, headline: str, junk: str) -> None:
    names = [entity.name for entity in find_entities(parse(f"{headline}\n\n{BODY}"))]
    assert not any(junk in name for name in names)
    assert {"Anna Berg", "Oslo", "Tarvo Group"} >= set(names)


def test_name_of_the_text_is_found_in_a_headline(parse: Parse) -> None:
    parsed = parse(f"Berg Tells Tarvo Group To Quit\n\n{BODY}")
    assert words(parsed, named(find_entities(parsed), "Anna Berg")) == ["Berg", "Anna Berg"]


def test_given_name_and_known_place_stay_in_a_headline(parse: Parse) -> None:
    found = find_entities(parse(f"Martin Kolbe Says He Will Not Move To Paris\n\n{BODY}"))
    assert {"Martin Kolbe", "Paris"} <= {entity.name for entity in found}


def test_text_of_headlines_alone_keeps_no_guess(parse: Parse) -> None:
    parsed = parse(
        "Avigil Joins Northvid to Showcase New Video Tools\n\nUpHold Announces Full Results"
    )
    assert find_entities(parsed) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Among them are Lotta Bank, Tarvo Trust, Osk Council, Bern Academy and Ruda College.",
        "Anna Berg praised the Tarvo Group and the Ostrel Council of Northern Norway.",
        "Tarvo Group",
    ],
)
def test_list_of_names_and_plain_sentence_are_no_headline(parse: Parse, text: str) -> None:
    names = {entity.name for entity in find_entities(parse(f"{text}\n\nThe bank and trust met."))}
    assert names & {"Osk Council", "Tarvo Group"}
