"""Spans of the model that hold several names, parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.entities.conftest import candidates_of
from tui.analysis.entities.paragraph_names import Names
from tui.analysis.entities.splits import split_names

if TYPE_CHECKING:
    from spacy.language import Language


def parted(nlp: Language, *texts: str) -> list[str]:
    """The names of texts after the split, each with its type."""
    paragraphs = []
    for text in texts:
        candidates = candidates_of(nlp, text)
        names = Names(candidates[0].paragraph)
        for candidate in candidates:
            names.add(candidate)
        paragraphs.append(names)
    split_names(paragraphs)
    return [f"{name.type} {name.text}" for names in paragraphs for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A given name begins a person's name, and what stands before it is a body's.
        (
            "{ORG Tarvo Institute Roger Ostrel} spoke",
            ["ORG Tarvo Institute", "PERSON Roger Ostrel"],
        ),
        ("{ORG Labour MP Tessa Brand} asked", ["PERSON Tessa Brand"]),
        ("{WORK Following Mr Ostrel} they left", ["PERSON Ostrel"]),
        ("{ORG Constable Paul Ostrel} spoke", ["PERSON Paul Ostrel"]),
        ("{PERSON Tarvo's Bruce Ostrel} sang", ["ORG Tarvo", "PERSON Bruce Ostrel"]),
        (
            "{ORG Tarvo Institute Roger McOstrel} spoke",
            ["ORG Tarvo Institute", "PERSON Roger McOstrel"],
        ),
        (
            "{ORG Tarvo} met {ORG Tarvo's Ostrel Board}",
            ["ORG Tarvo", "ORG Tarvo", "ORG Ostrel Board"],
        ),
        (
            "They met {ORG Tarvo Institution's Ostrel Board}",
            ["ORG Tarvo Institution", "ORG Ostrel Board"],
        ),
        ("They saw {ORG Ohio's Greater Ostrel}", ["PLACE Ohio", "ORG Greater Ostrel"]),
        ("They met {ORG Tarvo's Ostrel Board}", ["ORG Tarvo's Ostrel Board"]),
        # No person: the name of a place, a body, a firm of two founders.
        ("{ORG San Francisco Chronicle} wrote", ["ORG San Francisco Chronicle"]),
        ("{ORG Royal Albert Hall} opened", ["ORG Royal Albert Hall"]),
        ("{ORG Holy Roman Empire} fell", ["ORG Holy Roman Empire"]),
        ("{ORG J Walter Tarvo} won", ["ORG J Walter Tarvo"]),
        ("{PERSON John Paul Ostrel} came", ["PERSON John Paul Ostrel"]),
        ("{ORG General Mills} sold it", ["ORG General Mills"]),
    ],
)
def test_person_at_the_end_of_a_span(nlp: Language, text: str, expected: list[str]) -> None:
    assert parted(nlp, text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("{WORK Tarvo and Facebook} grew", "{ORG Tarvo} fell"),
            ["ORG Tarvo", "ORG Facebook", "ORG Tarvo"],
        ),
        (
            ("{ORG Kyoto Ostrel, Tarvo} fell", "{PLACE Tarvo} burned"),
            ["PLACE Kyoto Ostrel", "PLACE Tarvo", "PLACE Tarvo"],
        ),
        (("{WORK Dogs and Cats} ran",), ["WORK Dogs and Cats"]),
        (
            ("{ORG Tarvo and Ostrel} sued", "{PERSON Tarvo} won"),
            ["ORG Tarvo and Ostrel", "PERSON Tarvo"],
        ),
        (
            ("{ORG Council of Oslo and Norway} met", "{PLACE Oslo} and {PLACE Norway}"),
            ["ORG Council of Oslo and Norway", "PLACE Oslo", "PLACE Norway"],
        ),
    ],
)
def test_pair_is_parted_where_a_side_is_a_name_elsewhere(
    nlp: Language, texts: tuple[str, ...], expected: list[str]
) -> None:
    assert parted(nlp, *texts) == expected
