"""Titles of works in quotation marks."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.results import EntityType


def works(parse: Parse, text: str) -> list[str]:
    return [e.name for e in find_entities(parse(text)) if e.type is EntityType.WORK]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("He wrote “Tom Tarvo and the Ostrel Duck” in a year.", "Tom Tarvo and the Ostrel Duck"),
        ('They heard "Girls of Tarvo," which was loud.', "Girls of Tarvo"),
        ("He told the BBC's Lunch with Tarvo programme that it rained.", "Lunch with Tarvo"),
        ("She sang ‘My Own Tarvo’ in Oslo.", "My Own Tarvo"),
    ],
)
def test_title_in_marks_is_a_work(parse: Parse, text: str, title: str) -> None:
    assert works(parse, text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "He read Norway's nuclear programme aloud.",
        "He saw the Tarvo programme in Oslo.",
        "He said “No way” and left for Oslo.",
        "They met the “Iron Duck” in Oslo.",
        "They called her “Big Bird” in Oslo.",
        "They met Anna “Big Bird” Berg in Oslo.",
        "He spoke of “Anna Berg” in Oslo.",
        "They wrote of the “World Bank” again.",
        "“STOP NOW” was written there.",
    ],
)
def test_other_words_in_marks_are_no_work(parse: Parse, text: str) -> None:
    assert works(parse, text) == []
