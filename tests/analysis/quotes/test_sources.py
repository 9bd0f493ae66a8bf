"""Source phrases: how far they reach, whether they can judge, whether they hide somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import Parse
from tui.analysis.quotes.anonymity import is_anonymous
from tui.analysis.quotes.cue_sources import holder_of
from tui.analysis.quotes.source_spans import may_judge, source_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def word(parse: Parse, text: str, found: str) -> Token:
    return next(token for token in parse(text).paragraphs[0].tokens if token.text == found)


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("Ann Lee, 70, left.", "Lee", "Ann Lee, 70"),
        ("Ann Lee (D-Ohio) left.", "Lee", "Ann Lee (D-Ohio)"),
        ("The head of the port left.", "head", "The head of the port"),
        ("The mayor who was tired left.", "mayor", "The mayor who was tired"),
        # What only tells about somebody does not name him.
        ("The mayor, who was tired, left.", "mayor", "The mayor"),
        ("A diplomat who spoke on condition of anonymity left.", "diplomat", "A diplomat"),
    ],
)
def test_source_reaches_as_far_as_it_names_somebody(
    parse: Parse, text: str, head: str, phrase: str
) -> None:
    token = word(parse, text, head)
    source = source_of(token)
    assert token.doc[source.first : source.stop].text == phrase


def test_source_beside_a_cue_does_not_reach_over_it(parse: Parse) -> None:
    text = "It rained, said people close to the talks."
    people = word(parse, text, "people")
    source = source_of(people, after=people.i)
    assert people.doc[source.first : source.stop].text == "people close to the talks"
    mayor = word(parse, "The old mayor of Tarn left.", "mayor")
    assert source_of(mayor, after=1).first == 1
    assert source_of(mayor, before=3).stop == 3


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("mayor", True),
        ("police", True),
        ("union", True),
        ("teacher", True),
        ("report", False),
        ("results", False),
        ("storm", False),
    ],
)
def test_only_people_and_bodies_can_promise_or_praise(
    parse: Parse, noun: str, expected: bool
) -> None:
    assert may_judge(word(parse, f"The {noun} left.", noun)) is expected


def test_he_can_judge_and_it_cannot(parse: Parse) -> None:
    assert may_judge(word(parse, "He left.", "He"))
    assert not may_judge(word(parse, "It left.", "It"))


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("An official left.", "official", True),
        ("Officials left.", "Officials", True),
        ("Western officials left.", "officials", True),
        ("Two nurses left.", "nurses", True),
        ("Some left.", "Some", True),
        ("Sources left.", "Sources", True),
        ("A person close to the talks left.", "person", True),
        # Somebody the text has introduced, or a thing or body.
        ("The official left.", "official", False),
        ("Those nurses left.", "nurses", False),
        ("Her aide left.", "aide", False),
        ("A study left.", "study", False),
        ("A company left.", "company", False),
        ("Police left.", "Police", False),
    ],
)
def test_indefinite_people_are_anonymous(
    parse: Parse, text: str, head: str, expected: bool
) -> None:
    token = word(parse, text, head)
    assert is_anonymous(token.doc, source_of(token)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "who", "is_inverted"),
    [
        ("Ann Lee said it rained.", "said", "Lee", False),
        ("It rained, said Ann Lee.", "said", "Lee", True),
        ("Ann Lee came and said it rained.", "said", "Lee", False),
        ("It was said by Ann Lee that it rained.", "said", "Lee", False),
        ("Saying it rained, Ann Lee left.", "Saying", "Lee", False),
        ("Ann Lee left, saying it rained.", "saying", "Lee", False),
        ("The man who said it rained left.", "said", "man", False),
        # Who issues a statement says it.
        ("Acme issued a statement saying it rained.", "saying", "Acme", False),
        ("There was a man saying it rained.", "saying", "man", False),
        ("It is said that it rained.", "said", None, False),
    ],
)
def test_verb_of_saying_has_the_subject_a_reader_sees(
    parse: Parse, text: str, verb: str, who: str | None, is_inverted: bool
) -> None:
    token = word(parse, text, verb)
    holder, _, inverted = holder_of(token, [False] * len(token.doc))
    assert (holder.text if holder is not None else None) == who
    assert inverted is is_inverted


def test_word_inside_quotation_marks_is_no_source(parse: Parse) -> None:
    token = word(parse, '"Ann Lee left," said Tom Baker.', "said")
    is_quoted = [t.i <= 5 for t in token.doc]
    holder, _, inverted = holder_of(token, is_quoted)
    assert holder is not None
    assert (holder.text, inverted) == ("Baker", True)
