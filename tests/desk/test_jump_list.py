"""The jump list leads back to every place once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.desk.jump_list import JumpList


def test_back_and_forward_end_where_they_began() -> None:
    jumps = JumpList()
    jumps.record(10)
    jumps.record(20)
    assert [jumps.back(30), jumps.back(20), jumps.back(10)] == [20, 10, None]
    assert [jumps.forward(), jumps.forward(), jumps.forward()] == [20, 30, None]


def test_a_place_left_twice_is_in_the_list_once_where_it_was_left_last() -> None:
    jumps = JumpList()
    for place in (10, 20, 10):
        jumps.record(place)
    assert [jumps.back(30), jumps.back(10), jumps.back(20)] == [10, 20, None]


def test_a_jump_from_an_earlier_place_keeps_the_places_beyond_it() -> None:
    jumps = JumpList()
    for place in (10, 20, 30):
        jumps.record(place)
    assert [jumps.back(40), jumps.back(30)] == [30, 20]
    jumps.record(20)
    assert [jumps.back(50) for _ in range(4)] == [20, 40, 30, 10]


def test_going_back_from_the_place_that_was_left_last_makes_no_second_one() -> None:
    jumps = JumpList()
    jumps.record(10)
    jumps.record(20)
    assert jumps.back(20) == 10
    assert jumps.forward() == 20


def test_the_place_before_the_last_jump() -> None:
    jumps = JumpList()
    assert jumps.before is None
    jumps.record(10)
    assert jumps.before == 10
    jumps.back(40)
    assert jumps.before == 40


@given(st.lists(st.one_of(st.integers(0, 8), st.sampled_from(["back", "forward"])), max_size=40))
def test_no_place_is_ever_in_the_list_twice(steps: list[int | str]) -> None:
    jumps = JumpList()
    here = 0
    for step in steps:
        if step == "back":
            here = jumps.back(here) or here
        elif step == "forward":
            here = jumps.forward() or here
        else:
            jumps.record(here)
            here = int(step)
        assert len(set(jumps.places)) == len(jumps.places)


def test_no_more_than_a_hundred_are_kept() -> None:
    jumps = JumpList()
    for place in range(150):
        jumps.record(place)
    assert jumps.places == list(range(50, 150))
