"""Noun phrases as a question shows them: short, with names for pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import questions_of
from tests.analysis.questions.wording.conftest import phrases_of
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.questions.wording.naming import possessive
from tui.analysis.questions.wording.phrases import NotClearError, Phrases

if TYPE_CHECKING:
    from spacy.tokens import Token


def last(parsed: ParsedText, word: str) -> tuple[Token, Paragraph]:
    """A word in the last paragraph that has it, and that paragraph."""
    return next(
        (token, paragraph)
        for paragraph in reversed(parsed.paragraphs)
        for token in paragraph.tokens
        if token.text == word
    )


# (text, head, how it is shown)
NOUNS = [
    # A person by the last name, unless another has it too.
    ("Mr Ola Berg left. Mr Berg ran.", "Berg", "Berg"),
    ("Ola Berg, the mayor, left.", "Berg", "Ola Berg"),
    ("Ola Berg met Liv Berg.\n\nLiv Berg left.", "Berg", "Liv Berg"),
    ("Mr. Berg's plan failed.", "plan", "Berg's plan"),
    ("Ola Berg left. He took the boat.", "He", "Ola Berg"),
    ("Ola Berg left. He took his boat.", "boat", "Ola Berg's boat"),
    # Whose it is goes without saying where nobody tells.
    ("They took their boat.", "boat", "the boat"),
    ("The harbour board of Tarn left.", "board", "the harbour board of Tarn"),
    ("Norland's mines closed.", "mines", "Norland's mines"),
    ("The FBI left.", "FBI", "the FBI"),
    ("The widow went to court.", "court", "the court"),
    ("Any of the nurses left.", "Any", "any of the nurses"),
    # What says nothing in a question: marks, brackets, pointing, "possible".
    ('The "old" mill (built in 1931) closed.', "mill", "the old mill"),
    ("The possible sale is off.", "sale", "the sale"),
    ("The boat there sank.", "boat", "the boat"),
    ("This bridge fell.", "bridge", "the bridge"),
    ("A so-called deal failed.", "deal", "a so-called deal"),
    ("The union's 5% rise failed.", "rise", "the union's 5% rise"),
    ("Three nurses left.", "nurses", "three nurses"),
]


@pytest.mark.parametrize(("text", "head", "shown"), NOUNS)
def test_noun_phrase_is_shown_as_one_would_say_it(
    parse: Parse, text: str, head: str, shown: str
) -> None:
    parsed = parse(text)
    assert phrases_of(parsed).noun(*last(parsed, head)) == shown


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Nobody left.", "Nobody"),
        ("No boat left.", "boat"),
        ("Which boat left?", "boat"),
        ("The thing is lost.", "thing"),
        ("They left.", "They"),
        ("Any left.", "Any"),
        ("The mayor hurt himself.", "himself"),
    ],
)
def test_phrase_that_names_nobody_and_nothing_is_refused(
    parse: Parse, text: str, head: str
) -> None:
    parsed = parse(text)
    with pytest.raises(NotClearError):
        phrases_of(parsed).noun(*last(parsed, head))


def test_pronoun_stays_behind_the_subject_it_goes_back_to(parse: Parse) -> None:
    parsed = parse("They took their boat.")
    phrases, place = phrases_of(parsed), last(parsed, "boat")
    assert phrases.noun(*place, subject="the guards") == "their boat"
    parsed = parse("The mayor hurt himself.")
    token, paragraph = last(parsed, "himself")
    assert phrases_of(parsed).words([token], paragraph, subject="the mayor") == "himself"


def test_long_phrase_is_cut_before_a_preposition(parse: Parse) -> None:
    parsed = parse("The sale of the two old ferries to a rival bank on the Tarn is off.")
    phrases, place = phrases_of(parsed), last(parsed, "sale")
    assert phrases.noun(*place, longest=11) == "the sale of the two old ferries to a rival bank"
    # "Of" stays: a sale is one of something.
    assert phrases.noun(*place, longest=7) == "the sale of the two old ferries"
    assert phrases.noun(*place, longest=3) == "the sale of the two old ferries"


def test_owner_is_written_with_its_ending() -> None:
    assert possessive("the mayor") == "the mayor's"
    assert possessive("the nurses") == "the nurses'"


@settings(max_examples=40)
@given(st.integers(0, 20), st.integers(0, 20), st.booleans())
def test_any_run_of_words_is_put_in_words_or_refused(
    parse: Parse, start: int, length: int, named: bool
) -> None:
    parsed = parse(
        "Mr Berg's (late) aunt told us, 'It -- that is hers' boat, 5% of it, sank there."
    )
    (paragraph,) = parsed.paragraphs
    tokens = paragraph.tokens[start : start + length]
    try:
        found = phrases_of(parsed).words(tokens, paragraph, subject="the aunt" if named else "")
    except NotClearError:
        return
    assert found == found.strip(" ,;:-")
    assert "  " not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Board met on Monday. Nobody thanked the Harbour Board.", "the Harbour Board"),
        ("Norland Steel met on Monday. The news of Norland Steel is bad.", "Norland Steel"),
    ],
)
def test_a_body_has_its_article_where_the_text_gives_it_one(
    parse: Parse, text: str, name: str
) -> None:
    parsed = parse(text)
    index = EntityIndex(find_entities(parsed))
    phrases = Phrases(index, parsed.paragraphs)
    assert name in [phrases.name(entity) for entity in index.entities]


@pytest.mark.parametrize("time", ["more than a season", "less than two weeks"])
def test_a_length_of_time_keeps_what_it_is_measured_against(parse: Parse, time: str) -> None:
    parsed = parse(f"It is not known whether the boats can be moored at the quay for {time}.")
    assert [q.text for q in questions_of(parsed)] == [
        f"Can the boats be moored at the quay for {time}?"
    ]
