"""Names that the model cut in two, joined: the rules alone, without the model's spans."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import GROUP, ORG, PERSON, PLACE
from tui.analysis.entities.joined_names import join_names
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.results import EntityType

Part = tuple[str, EntityType]

JOINED = [
    (
        "We met Shah Berg Tarvo in Oslo.",
        [("Shah Berg", PERSON), ("Tarvo", PLACE)],
        "Shah Berg Tarvo",
    ),
    ("We met Dietmar Tarvo there.", [("Dietmar", PERSON), ("Tarvo", PERSON)], "Dietmar Tarvo"),
    ("The Liberal Democrats lost.", [("Democrats", GROUP)], "Liberal Democrats"),
    (
        "The Department for Fish and Skills met.",
        [("Department for Fish", ORG), ("Skills", ORG)],
        "Department for Fish and Skills",
    ),
    (
        "A Department for Fish and Skills spokesman left.",
        [("Department for Fish", ORG), ("Skills", ORG)],
        "Department for Fish and Skills",
    ),
    (
        "The UK Ostrel Party lost.",
        [("UK", PLACE), ("Ostrel Party", ORG)],
        "UK Ostrel Party",
    ),
]
APART = [
    ("We met Ann Berg Norway won.", [("Ann Berg", PERSON), ("Norway", PLACE)]),
    ("We met Ann Berg Tarvo's firm.", [("Ann Berg", PERSON), ("Tarvo", ORG)]),
    ("The Angry Democrats lost.", [("Democrats", GROUP)]),
    ("The UK Labour Party lost.", [("UK", PLACE), ("Labour Party", ORG)]),
    ("The UK Ostrel Board lost.", [("UK", PLACE), ("Ostrel Board", ORG)]),
    ("The Department for Fish and Nato met.", [("Department for Fish", ORG), ("Nato", ORG)]),
    ("The Department for Fish and Tarvo staff met.", [("Department for Fish", ORG)]),
]


def joined(parse: Parse, text: str, parts: list[Part]) -> list[str]:
    names = Names(parse(text).paragraphs[0])
    for part, kind in parts:
        start = text.index(part)
        span = names.doc.char_span(start, start + len(part))
        assert span is not None
        names.add(NameCandidate(names.paragraph, span.start, span.end, kind))
    join_names(names)
    return [name.text for name in names]


@pytest.mark.parametrize(("text", "parts", "name"), JOINED, ids=[row[2] for row in JOINED])
def test_parts_are_one_name(parse: Parse, text: str, parts: list[Part], name: str) -> None:
    assert joined(parse, text, parts) == [name]


@pytest.mark.parametrize(("text", "parts"), APART, ids=[row[0] for row in APART])
def test_two_names_stay_two(parse: Parse, text: str, parts: list[Part]) -> None:
    assert joined(parse, text, parts) == [part for part, _ in parts]
