"""Labels keep out of one another's way."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.parts.fakes import FakeDesk
from tui.page.labels import CELLS_APART, apart

WORDS = "a be sea deer river an I to of it is so we go up"


def test_of_two_places_in_neighbouring_cells_the_first_has_the_label() -> None:
    desk = FakeDesk("I go.")
    assert apart(desk.view.lines, [0, 1, 2], lambda offset: offset) == [0, 2]


def test_places_of_different_rows_do_not_meet() -> None:
    desk = FakeDesk("One two three four.", width=8)
    starts = [row.start for n in range(3) if (row := desk.view.lines.row(n))]
    assert apart(desk.view.lines, starts, lambda offset: offset) == starts


@given(st.sets(st.integers(0, len(WORDS) - 1)), st.integers(8, 40))
def test_no_label_covers_another_and_none_is_left_out_without_a_reason(
    places: set[int], width: int
) -> None:
    lines = FakeDesk(WORDS, width=width).view.lines
    kept = apart(lines, places, lambda offset: offset)
    cells = [(lines.row_of(at), lines.column_of(at)) for at in kept]
    for (row, column), (next_row, next_column) in pairwise(cells):
        assert next_row > row or next_column >= column + CELLS_APART
    for left_out in places - set(kept):
        row, column = lines.row_of(left_out), lines.column_of(left_out)
        assert any(r == row and c <= column < c + CELLS_APART for r, c in cells)
