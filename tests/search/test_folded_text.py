"""A text as it stands is found whatever its capitals, accents and styles of signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.folding import fold_words
from tui.search.folded_text import fold_text, places
from tui.search.term_words import words_with
from tui.search.terms import Match, Term
from tui.search.vocabulary import Vocabulary

ODD = st.text(st.sampled_from("aAbé\u0301ßİﬁ½⑴㏂…'’‘ʼ-—_ \n\t1"), max_size=14)


def found(typed: str, text: str, **where: bool) -> list[str]:
    return [text[span.start : span.end] for span in places(fold_text(typed), text, **where)]


@pytest.mark.parametrize(
    ("typed", "text", "stands"),
    [
        ("cafe", "The Café, a CAFÉ", ["Café", "CAFÉ"]),
        ("won't wait", "and we won’t\nwait", ["won’t\nwait"]),
        ('"so"', "“so” it goes", ["“so”"]),
        ("post-war", "the post—war years", ["post—war"]),
        ("strasse", "Große Straße", ["Straße"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("x", "none", []),
    ],
)
def test_a_text_is_found_as_it_stands(typed: str, text: str, stands: list[str]) -> None:
    assert found(typed, text) == stands


def test_the_start_and_the_end_of_a_text_leave_signs_out() -> None:
    assert found("we", "“We waited. We left.”", at_start=True) == ["We"]
    assert found("left", "“We waited. We left.”", at_end=True) == ["left"]
    assert found('left."', "“We waited. We left.”", at_end=True) == ["left.”"]
    assert found("waited", "“We waited. We left.”", at_start=True) == []
    assert found("we left", "“We left.”", at_start=True, at_end=True) == ["We left"]
    assert found("we", "We left", at_start=True, at_end=True) == []


@given(ODD)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold_text(text)
    assert fold_text(once) == once


@given(ODD, ODD)
def test_what_is_found_folds_to_what_was_typed(typed: str, text: str) -> None:
    wanted = fold_text(typed)
    if wanted:
        for span in places(wanted, text):
            assert 0 <= span.start < span.end <= len(text)
            assert wanted in fold_text(text[span.start : span.end])


@given(ODD, st.integers(0, 14), st.integers(1, 14))
def test_the_words_of_a_text_say_where_a_part_of_it_can_be(text: str, at: int, size: int) -> None:
    part = fold_text(text)[at : at + size]
    if part.strip():
        words = {word.text for word in fold_words(text)}
        narrowed = words_with(Term(part, Match.EXACT), Vocabulary(words))
        assert narrowed is None or set(narrowed) & words
