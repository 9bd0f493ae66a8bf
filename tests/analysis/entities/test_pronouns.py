"""Whom "he" and "she" stand for: by weight, gender and place in the sentence."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import meant, named
from tui.analysis.entities.entity_extractor import find_entities

MEANT = [
    # A pronoun in an opening phrase points ahead to the subject.
    ("In his first speech, Mr Tom Holm thanked the crowd.", [("his", "Tom Holm")]),
    ("When he arrived, Mr Tom Holm smiled.", [("he", "Tom Holm")]),
    # A subject weighs more than an object.
    ("Mr Tom Holm met Mr Karl Berg. His boat sank.", [("His", "Tom Holm")]),
    # Titles, offices and given names tell the gender.
    ("Queen Ann Holm left. She smiled.", [("She", "Ann Holm")]),
    (
        "Ms Ann Holm and Mr Tom Berg met. She left. He stayed.",
        [("She", "Ann Holm"), ("He", "Tom Berg")],
    ),
    # So does a pronoun that can mean nobody else.
    (
        "Dana Holm won the race. She cried. Mr Karl Berg met her. He smiled.",
        [("She", "Dana Holm"), ("her", "Dana Holm"), ("He", "Karl Berg")],
    ),
    ("Mr Tom Holm hurt himself.", [("himself", "Tom Holm")]),
    ("Mr Tom Holm, who said he was tired, left.", [("he", "Tom Holm")]),
]


@pytest.mark.parametrize(("text", "expected"), MEANT, ids=[row[0] for row in MEANT])
def test_pronoun_goes_to_the_heaviest_person_it_fits(
    parse: Parse, text: str, expected: list[tuple[str, str]]
) -> None:
    assert meant(parse, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # An object is not the subject of its own verb.
        "Mr Tom Holm thanked him.",
        # Somebody without a name could be meant.
        "A spokesman for Ann Holm left. He smiled.",
        "Ann Holm left. A woman came. She smiled.",
        "Tom Holm's father died. He was old.",
        # No speaker calls himself "he".
        '"He is late," Mr Tom Holm said.',
        "Oslo left. He smiled.",
        # One word that only once looks like a person's name.
        "Smith smiled. He left.",
    ],
)
def test_pronoun_that_may_mean_another_stays_open(parse: Parse, text: str) -> None:
    assert meant(parse, text) == []


def test_person_the_text_is_about_is_meant_over_a_distance(parse: Parse) -> None:
    weather = "It was cold. It rained. It snowed. It froze. "
    short = f"Mr Tom Holm left. {weather}He was tired."
    about = f"Mr Tom Holm won. Mr Holm sang. Mr Holm left. {weather}He was tired."
    assert meant(parse, short) == []
    assert meant(parse, about) == [("He", "Tom Holm")]


def test_pronoun_is_no_mention_of_a_name(parse: Parse) -> None:
    entities = find_entities(parse("Mr Tom Holm left. He smiled."))
    assert len(named(entities, "Tom Holm").mentions) == 1
