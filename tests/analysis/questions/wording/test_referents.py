"""What the pronouns of a question go back to."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import Find
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.questions.wording.referents import (
    antecedent,
    fits,
    is_antecedent,
    is_certain,
    is_far,
    is_human,
    is_loose,
    is_within_deed,
    person_above,
    spoken_for,
)
from tui.documents.article import Span


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
    ("text", "pronoun", "expected"),
    [
        # Alone of its kind in its sentence, or in the one before.
        ("Ann Holm said she will resign.", "she", True),
        ("Ann Holm spoke. She will resign.", "She", True),
        ("Ann Holm met the miners of Norland. She will resign.", "She", True),
        # Who says it is meant, whoever else has been named.
        ("Ann Holm told Eva Berg she will resign.", "she", True),
        # Two may be meant.
        ("Ann Holm met Eva Berg. She will resign.", "She", False),
    ],
)
def test_pronoun_is_certain_where_nobody_else_can_be_meant(
    parse: Parse, text: str, pronoun: str, expected: bool
) -> None:
    parsed = parse(text)
    (paragraph,) = parsed.paragraphs
    index = EntityIndex(find_entities(parsed))
    token = next(t for t in paragraph.tokens if t.text == pronoun)
    own = Span(paragraph.start + token.sent.start_char, paragraph.start + token.idx)
    holm = index.entities[0]
    assert is_certain(token, holm, index, (Span(0, own.start), own)) is expected


@pytest.mark.parametrize(
    ("text", "pronoun", "actor", "expected"),
    [
        ("The clerk says he paid.", "he", "clerk", True),
        ("The clerks say he paid.", "he", "clerks", False),
        ("The firm says it paid.", "it", "firm", True),
        ("The minister says it paid.", "it", "minister", False),
        ("The rebels say they paid.", "they", "rebels", True),
        ("The firm says they paid.", "they", "firm", False),
    ],
)
def test_pronoun_fits_who_acts_by_number_and_kind(
    find: Find, text: str, pronoun: str, actor: str, expected: bool
) -> None:
    assert fits(find(text, pronoun), find(text, actor)) is expected


@pytest.mark.parametrize(
    ("text", "noun", "verb", "expected"),
    [
        ("They plan a strike that could close the port.", "strike", "close", True),
        ("They plan a strike which could close the port.", "strike", "close", True),
        # All that was said may be meant, or the thing that somebody did.
        ("They plan a strike, which could close the port.", "strike", "close", False),
        ("It was sold by a baker which could hurt the port.", "baker", "hurt", False),
        # Changes or rules: either may be meant.
        ("They plan changes to the rules that could hurt the port.", "rules", "hurt", False),
        ("They plan one that could close the port.", "one", "close", False),
    ],
)
def test_relative_clause_is_asked_of_the_noun_just_before_it(
    find: Find, text: str, noun: str, verb: str, expected: bool
) -> None:
    assert is_antecedent(find(text, noun), find(text, verb)) is expected


@pytest.mark.parametrize(
    ("text", "pronoun", "name", "expected"),
    [
        ("Norland said it would close the port.", "it", "Norland", False),
        ("Norland was vague about what it might do.", "it", "Norland", False),
        ("Norland fears that its port will close.", "its", "Norland", False),
        ("The clerks left when they lost the vote.", "they", "The clerks", False),
        ("Norland told Sark he would go.", "he", "Sark", False),
        # What was told before may be feared, and lost; cuts fall as well as clerks.
        ("Norland fears it would lead to a war.", "it", "Norland", True),
        ("The clerks want cuts once they fall due.", "they", "The clerks", True),
    ],
)
def test_it_is_loose_where_not_who_is_meant_says_it(
    find: Find, text: str, pronoun: str, name: str, expected: bool
) -> None:
    assert is_loose(find(text, pronoun), name) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The mayor won and may be late.", "be", False),
        ("They are blamed for how money is spent and may be late.", "be", True),
        ("The mayor hopes the clerks win and could be wrong.", "be", True),
        ("The mayor won and the clerk may be late.", "be", False),
    ],
)
def test_subject_beyond_another_clause_is_far(
    find: Find, text: str, verb: str, expected: bool
) -> None:
    assert is_far(find(text, verb)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They said that reopening the line, which could cost a million, would be a help.", True),
        ("The line, which could cost a million, would help.", False),
        ("The town is reopening the line, which could cost a million.", False),
    ],
)
def test_object_of_a_deed_may_not_be_what_a_clause_is_about(
    find: Find, text: str, expected: bool
) -> None:
    assert is_within_deed(find(text, "line")) is expected
