"""Labels: short, and never the beginning of another one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.page.labels import HOME_ROW, label_names, word_labels, words_beginning, words_between

ALL_PAIRS = 36 * 36


@given(st.integers(0, 2 * ALL_PAIRS))
def test_no_label_begins_another_and_none_has_three_letters(count: int) -> None:
    names = label_names(count)
    assert len(names) == min(count, ALL_PAIRS)
    # Among sorted strings a beginning stands right before one that goes on from it.
    assert not any(longer.startswith(name) for name, longer in pairwise(sorted(names)))
    assert {len(name) for name in names} <= {1, 2}


@given(st.integers(1, len(HOME_ROW) ** 2))
def test_as_many_as_can_be_are_one_letter_of_the_home_row(count: int) -> None:
    names = label_names(count)
    assert set("".join(names)) <= set(HOME_ROW)
    singles = sum(len(name) == 1 for name in names)
    # One more single label would leave a beginning too few for the rest.
    room_with_one_more = (singles + 1) + (len(HOME_ROW) - singles - 1) * len(HOME_ROW)
    assert singles == count or singles == len(HOME_ROW) or room_with_one_more < count
    assert [len(name) for name in names] == sorted(len(name) for name in names)


@pytest.mark.parametrize(("count", "singles"), [(1, 1), (9, 9), (10, 8), (35, 5), (81, 0)])
def test_how_many_are_one_letter(count: int, singles: int) -> None:
    assert sum(len(name) == 1 for name in label_names(count)) == singles


def test_words_are_found_without_the_signs_around_them() -> None:
    text = "“We can’t,” he said—twice (at 3.5 %) of cafe\u0301."
    found = [text[start:end] for start, end in words_between(text, 0, len(text))]
    assert found == ["We", "can’t", "he", "said", "twice", "at", "3.5", "%", "of", "cafe\u0301"]


def beginning(text: str, typed: str) -> list[tuple[str, str, str]]:
    """The words that begin so: what is typed of each, the rest, and the letter that follows."""
    words = words_between(text, 0, len(text))
    return [
        (text[word.start : end], text[end : word.end], following)
        for word, end, following in words_beginning(text, words, typed)
    ]


def test_words_are_typed_without_case_accents_and_apostrophes() -> None:
    text = "E\u0301tat, état cant can’t Étude — 3.5 %"
    assert beginning(text, "et") == [
        ("E\u0301t", "at", "a"),
        ("ét", "at", "a"),
        ("Ét", "ude", "u"),
    ]
    assert beginning(text, "can") == [("can", "t", "t"), ("can’", "t", "t")]
    assert beginning(text, "cant") == [("cant", "", ""), ("can’t", "", "")]
    assert beginning(text, "3") == [("3", ".5", ".")]
    assert beginning(text, "%") == [("%", "", "")]
    assert beginning(text, "’") == beginning(text, "x") == []


@given(st.sets(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789é.")))
def test_no_label_of_a_word_is_a_letter_that_may_be_typed_next(following: set[str]) -> None:
    labels = word_labels(following)
    assert len(set(labels)) == len(labels)
    assert not {label.lower() for label in labels} & following
    assert all(label.isalnum() for label in labels)
