"""How much room each panel gets: nothing is lost, nothing becomes too small to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from tui.widgets.panel_rooms import LEAST, Room, column_numbers, heights, rooms, sheet_rows

WEIGHTS = (12.0, 10.0, 10.0, 6.0)
SHARE, LARGE, SMALL, LINE = Room.SHARE, Room.LARGE, Room.SMALL, Room.LINE


@given(st.integers(30, 120), st.integers(0, 3), st.integers(0, 200))
def test_a_large_panel_takes_what_it_needs_and_leaves_what_can_be_read(
    rows: int, opened: int, needed: int
) -> None:
    given_rooms = [LARGE if number == opened else SMALL for number in range(4)]
    own = heights(rows, [SHARE] * 4, WEIGHTS, 0)
    found = heights(rows, given_rooms, WEIGHTS, needed)
    assert sum(found) == sum(own) == rows
    assert found[opened] >= own[opened], "it is never smaller than without the keys"
    if found[opened] > own[opened]:
        assert found[opened] <= max(needed, own[opened])
        assert min(found) >= LEAST
    else:
        assert found == own, "what has room enough moves nothing"


def test_lines_of_closed_panels_are_taken_off_first() -> None:
    assert heights(37, (LINE, SHARE, LINE, LINE), WEIGHTS, 0) == [1, 34, 1, 1]


@pytest.mark.parametrize(
    ("window", "size", "expected"),
    [
        ((120, 40), "large", (SMALL, LARGE, SMALL, SMALL)),
        ((120, 40), "even", (SHARE,) * 4),
        ((120, 40), "whole", (LINE, SHARE, LINE, LINE)),
        ((120, 30), "even", (LINE, SHARE, LINE, LINE)),
        ((200, 60), "large", (SMALL, LARGE, SHARE, SHARE)),
        ((200, 60), "whole", (LINE, SHARE, SHARE, SHARE)),
        ((200, 24), "large", (SMALL, LARGE, SHARE, SHARE)),
        ((200, 18), "large", (LINE, SHARE, SHARE, LINE)),
        ((80, 24), "large", (SHARE,) * 4),
    ],
)
def test_what_each_panel_gets_in_a_window(
    window: tuple[int, int], size: str, expected: tuple[Room, ...]
) -> None:
    assert rooms(4, Size(*window), 1, size, is_in_use=True) == expected


def test_before_a_panel_had_the_keys_all_have_their_own_size() -> None:
    assert rooms(4, Size(120, 40), 1, "large", is_in_use=False) == (SHARE,) * 4


def test_two_columns_share_the_panels_out() -> None:
    assert column_numbers(4, 2) == [range(2), range(2, 4)]
    assert column_numbers(5, 2) == [range(3), range(3, 5)]


@pytest.mark.parametrize(("width", "height"), [(40, 10), (60, 20), (80, 24), (99, 60)])
def test_a_sheet_leaves_the_text_some_rows(width: int, height: int) -> None:
    few, half, most = (sheet_rows(Size(width, height), size) for size in ("even", "large", "whole"))
    assert 4 <= few <= half <= most
    assert most <= height - 3
