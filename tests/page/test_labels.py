"""Labels: short, and never the beginning of another one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.page.labels import HOME_ROW, label_names, words_between

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
