"""What the pronouns of a question go back to."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import Find
from tui.analysis.entities import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.questions.wording.referents import (
    antecedent,
    is_human,
    named_before,
    person_above,
    spoken_for,
)


@pytest.mark.parametrize(
    ("text", "head", "who"),
    [
        ("The spokesman for Nokia left.", "spokesman", "Nokia"),
        ("A Nokia spokesman left.", "spokesman", "Nokia"),
        ("The spokesman left.", "spokesman", "spokesman"),
        ("The mayor of Nokia left.", "mayor", "mayor"),
    ],
)
def test_spokesman_is_asked_for_whom_he_speaks(find: Find, text: str, head: str, who: str) -> None:
    assert spoken_for(find(text, head)).text == who


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("minister", True),
        ("scientist", True),
        ("woman", True),
        ("nurse", True),
        ("letter", False),
        ("computer", False),
        ("document", False),
        ("mill", False),
    ],
)
def test_noun_for_a_person_is_told_by_its_ending_or_by_name(
    find: Find, noun: str, expected: bool
) -> None:
    assert is_human(find(f"The {noun} was old.", noun)) is expected


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("The minister was vague about whether he will run.", "he", "minister"),
        ("The nurse said she will go.", "she", "nurse"),
        ("The letter was vague about whether he will run.", "he", None),
        ("He will run.", "He", None),
    ],
)
def test_he_and_she_go_back_to_the_person_who_heads_the_sentence(
    find: Find, text: str, pronoun: str, who: str | None
) -> None:
    found = person_above(find(text, pronoun))
    assert (found.text if found is not None else None) == who


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("Norland fears that it will lose the port.", "it", "Norland"),
        ("The company said it would close the mill.", "it", "company"),
        ("The rebels fear that they will lose the port.", "they", "rebels"),
        # A thing does not act, and a body is not "they".
        ("The letter said it would rain.", "it", None),
        ("Norland fears that they will lose the port.", "they", None),
    ],
)
def test_it_and_they_go_back_to_a_subject_that_can_act(
    parse: Parse, text: str, pronoun: str, who: str | None
) -> None:
    parsed = parse(text)
    (paragraph,) = parsed.paragraphs
    token = next(t for t in paragraph.tokens if t.text == pronoun)
    found = antecedent(token, EntityIndex(find_entities(parsed)), paragraph)
    assert (found.text if found is not None else None) == who


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("The bridge is old. It could fall.", "It", "bridge"),
        ("The clerk said the bridge is old. It could fall.", "It", "bridge"),
        ("She crossed the bridge. It could fall.", "It", "bridge"),
        ("The bridges are old. They could fall.", "They", "bridges"),
        # A person is no "it", and a time is not what one speaks of.
        ("The woman is old. It could fall.", "It", None),
        ("She left on Monday. It could fall.", "It", None),
        ("The bridges are old. It could fall.", "It", None),
    ],
)
def test_it_and_they_go_back_to_what_the_sentence_before_is_about(
    parse: Parse, text: str, pronoun: str, who: str | None
) -> None:
    (paragraph,) = parse(text).paragraphs
    before = next(iter(paragraph.doc.sents))
    token = next(t for t in paragraph.tokens if t.text == pronoun)
    found = named_before(token, before, EntityIndex(()), paragraph)
    assert (found.text if found is not None else None) == who
