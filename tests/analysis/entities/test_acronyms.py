"""Acronyms that a text explains: before the brackets, in them, and of common words."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import ORG, named, words
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entities.keys import blends, key_of


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        (
            "The ACR (Advisory Council on Rivers) met. ACR spoke.",
            "Advisory Council on Rivers",
            "ACR",
        ),
        ("Ofriv (the Office of Rivers) met. Ofriv spoke.", "Office of Rivers", "Ofriv"),
        ("The Office of Rivers (Ofriv) met. Ofriv spoke.", "Office of Rivers", "Ofriv"),
        (
            "The Alliance for Tarvo Worker Safety (ATWS) met. ATWS spoke.",
            "Alliance for Tarvo Worker Safety",
            "ATWS",
        ),
    ],
)
def test_name_and_its_short_form_in_brackets_are_one(
    parse: Parse, text: str, name: str, short: str
) -> None:
    parsed = parse(text)
    entity = named(find_entities(parsed), name)
    assert entity.type is ORG
    assert words(parsed, entity).count(short) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The gross tarvo product (GTP) fell. GTP is low in Oslo.",
        "A digital tape recorder (DTR) is needed. The DTR broke in Oslo.",
    ],
)
def test_letters_of_common_words_are_no_name(parse: Parse, text: str) -> None:
    assert [entity.name for entity in find_entities(parse(text))] == ["Oslo"]


def test_other_word_in_brackets_is_no_short_form(parse: Parse) -> None:
    found = find_entities(parse("The Office of Rivers (Oslo) met."))
    assert {entity.name for entity in found} == {"Office of Rivers", "Oslo"}


@pytest.mark.parametrize(
    ("name", "letters", "expected"),
    [
        ("Office of Communications", "ofcom", True),
        ("Office of Communications", "ofcon", False),
        ("Communications", "com", False),
        ("Office of Communications", "oc", False),
    ],
)
def test_word_of_syllables(name: str, letters: str, expected: bool) -> None:
    assert blends(key_of(name), letters) is expected
