"""Names with an apostrophe and "s" of their own."""

from __future__ import annotations

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import ORG, PERSON
from tui.analysis.entities.apostrophes import keep_endings
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.results import EntityType


def kept(parse: Parse, text: str, name: str, kind: EntityType) -> list[str]:
    """All places of a name after the endings are read."""
    paragraphs = [Names(paragraph) for paragraph in parse(text).paragraphs]
    for names in paragraphs:
        for i, word in enumerate(names.words):
            if word == name:
                names.add(NameCandidate(names.paragraph, i, i + 1, kind))
    keep_endings(paragraphs)
    return [candidate.text for names in paragraphs for candidate in names]


def test_ending_before_a_verb_belongs_to_the_name(parse: Parse) -> None:
    text = "Shoppers at Tarvo's, in Oslo, wept. Tarvo's owner left."
    assert kept(parse, text, "Tarvo", ORG) == ["Tarvo's", "Tarvo's"]


def test_name_that_stands_bare_owns_what_follows(parse: Parse) -> None:
    text = "Shoppers at Tarvo's, in Oslo, wept. Tarvo left."
    assert kept(parse, text, "Tarvo", ORG) == ["Tarvo", "Tarvo"]


def test_owner_stays_bare(parse: Parse) -> None:
    assert kept(parse, "They saw Tarvo's owner.", "Tarvo", ORG) == ["Tarvo"]
    assert kept(parse, "A friend of Tarvo's, Ann, wept.", "Tarvo", PERSON) == ["Tarvo"]
