"""What spoke for an open question is told in words that a reader knows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import listed_in
from tui.analysis.questions.learned_table import LearnedTable, learned_table
from tui.analysis.questions.sentence_features import classes_by_word, words_of
from tui.analysis.questions.signs import MOST, signs

TABLE = learned_table()
READABLE = re.compile(r"[^\W\d_]+|“[^\W\d_]+( [^\W\d_]+)*”")
"""A word, or words in quotation marks."""
TAGS = re.compile(r"\b(be|bed|ha|had|do|dod|ge|get)*(vb[dgnpz]?|md)\b|\b[a-z]*(subj|comp|obj|cl)\b")
"""Tags of verbs, with what helps them, and dependencies."""


def told(*features: str, weight: float = 1.0) -> tuple[str, ...]:
    """The signs of some features that weigh the same."""
    return signs(LearnedTable(0.0, dict.fromkeys(features, weight), ()), features)


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        ("word whether", "“whether”"),
        ("pair could still", "“could still”"),
        ("pair if the", "“if”"),
        ("pair the dollar", "“dollar”"),
        ("under consider mark whether", "“whether” under “consider”"),
        ("under from pobj company", "“company”"),
        ("noun chance nsubj", "“chance”"),
        ("noun evidence not attr", "“evidence”"),
        ("verb consider whether", "“whether” under “consider”"),
        ("verb ask if", "“if” under “ask”"),
        ("verb know wh", "a question under “know”"),
        ("verb seek could", "“seek” after “could”"),
        ("verb say not would", "“say” after “not would”"),
        ("verb accept not wo", "“accept” after “not will”"),
        ("verb know not bevbn", "“know” after “not”"),
        ("verb consider bevbg", "“consider”"),
        ("verb deny havbn", "“deny”"),
        ("verb ask < advcl", "“ask”"),
        ("verb deny : <person>", "“deny”"),
        ("frame score 9", "it is worded as open questions often are"),
        ("text frames a sentence 5", "the text leaves much open"),
        ("headline 2", "it shares words with the headline"),
        ("lead 3", "it takes up what the text begins with"),
        ("central 2", "it names whom the text is mainly about"),
    ],
)
def test_a_feature_is_told_in_words(feature: str, expected: str) -> None:
    assert told(feature) == (expected,)


@pytest.mark.parametrize(
    "feature",
    ["word <person>", "pair <person> deny", "word the", "pair that it", "word '", "class denying",
     "verb DENYING vbd", "under KNOWING neg not", "link ROOT will whether", "state could noun",
     "length 4", "numbers 1", "names 2", "quoted 4", "year", "first person", "word n't"],
)  # fmt: skip
def test_what_says_nothing_to_a_reader_is_not_told(feature: str) -> None:
    assert told(feature) == ()


def test_words_are_told_in_the_form_they_have_in_the_text(parse: Parse) -> None:
    (paragraph,) = parse("Asked whether they considered it, officials were considering.").paragraphs
    table = LearnedTable(0.0, {"word consider": 2.0, "under ask ccomp official": 1.0}, ())
    sentence = words_of(paragraph.doc[:])
    assert signs(table, table.weights, sentence) == ("“considered”", "“officials” under “asked”")


def test_the_strongest_come_first_and_no_more_than_a_few() -> None:
    weights = {f"word {letter}{letter}": float(n) for n, letter in enumerate("bcdfg", 1)}
    table = LearnedTable(0.0, weights | {"frame none": 2.5, "frame score 2": 1.0}, ())
    found = signs(table, table.weights)
    assert found == ("“gg”", "“ff”", "it is worded as open questions often are", "“dd”")
    assert len(found) == MOST


def test_a_word_is_one_reason_however_often_it_counts() -> None:
    assert told("word whether", "pair whether this", "under ask mark whether") == ("“whether”",)


def test_a_weak_reason_is_none_and_what_speaks_against_is_not_told() -> None:
    assert told("word whether", weight=0.1) == ()
    assert told("word whether", weight=-1.0) == ()


def test_a_family_counts_as_a_whole() -> None:
    table = LearnedTable(0.0, {"frame score 9": 1.0, "frame count 1": -0.9}, ())
    assert signs(table, table.weights) == ()


def test_no_weight_is_told_in_the_words_of_the_trade() -> None:
    for feature in TABLE.weights:
        check_readable(told(feature))


@given(st.sets(st.sampled_from(sorted(TABLE.weights)), max_size=60))
def test_no_mixture_of_weights_is_told_in_them_either(features: set[str]) -> None:
    found = signs(TABLE, features)
    check_readable(found)
    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    assert signs(TABLE, sorted(features)) == found


def check_readable(found: tuple[str, ...]) -> None:
    classes = {name for names in classes_by_word().values() for name in names if "_" in name}
    for sign in found:
        assert re.fullmatch(rf"({READABLE.pattern})( ({READABLE.pattern}))*", sign), sign
        assert not TAGS.search(sign), sign
        assert not any(name in sign.lower() for name in classes), sign
        assert sign == sign.lower(), sign


def test_a_question_of_a_text_says_what_spoke_for_it(parse: Parse) -> None:
    (only,) = listed_in(parse("It is unclear whether the pilots survived the crash."))
    assert "“whether”" in only.signs
    check_readable(only.signs)
