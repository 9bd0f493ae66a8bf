"""Tables wider than the measure: whole lines, seen through a window that moves."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.documents.article import Block, BlockKind, Span
from tui.documents.blocks import split_blocks
from tui.page.line_map import LineMap
from tui.page.wide_tables import is_table

CELLS = st.sampled_from(["a", "1.2", "North pier", "漢字", "🙂", "e\u0301", "some remarks", ""])
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=6), min_size=2, max_size=5)
BETWEEN = st.sampled_from([" | ", "\t", "    "])
TABLES = st.builds(lambda sign, rows: "\n".join(map(sign.join, rows)), BETWEEN, ROWS)


def lines_of(text: str, width: int) -> LineMap:
    return LineMap(text, (Block(0, len(text), BlockKind.LINES),), width)


def seen(lines: LineMap, number: int) -> str:
    """What is drawn of a row, without the signs at the edges."""
    window = lines.window(number)
    clusters = lines.clusters(number)
    if window is None:
        return "".join(c.text for c in clusters)
    return "".join(c.text for c in clusters if window.start <= c.column <= window.end - c.width)


@given(TABLES, st.integers(8, 60), st.data())
def test_whatever_the_cursor_stands_on_is_seen(text: str, width: int, data: st.DataObject) -> None:
    lines = lines_of(text, width)
    assume(lines.window(0) is not None)
    for _ in range(4):
        offset = data.draw(st.integers(0, len(text) - 1))
        number = lines.row_of(offset)
        changed = lines.show(offset)
        assert changed in ([], [range(lines.height)])
        row = lines.row(number)
        assert row is not None
        if not row.start <= offset < row.end:
            continue
        window = lines.window(number)
        assert window is not None
        here = next(c for c in lines.clusters(number) if c.start <= offset < c.end)
        column = lines.column_of(offset)
        assert 0 <= column < width
        assert window.start <= here.column
        assert here.column + min(here.width, 1) <= window.end
        if here.width:
            assert lines.offset_at(number, column) == here.start


@given(TABLES, st.integers(8, 60), st.integers(-30, 200))
def test_what_is_drawn_fits_and_every_line_is_a_row(text: str, width: int, cells: int) -> None:
    lines = lines_of(text, width)
    assume(lines.window(0) is not None)
    lines.move_window(0, cells)
    assert lines.height == text.count("\n") + 1
    for number in range(lines.height):
        window = lines.window(number)
        assert window is not None
        room = window.end - window.start + window.is_cut_before + window.is_cut_behind
        assert room <= width
        assert lines.spans_by_row(Span(lines._starts[number], lines._ends[number])) in (
            range(number, number + 1),
            range(0),
        )


@given(TABLES, st.integers(8, 60), st.integers(-5, 70), st.integers(0, 200))
def test_a_click_lands_on_what_is_drawn_there(
    text: str, width: int, column: int, cells: int
) -> None:
    lines = lines_of(text, width)
    assume(lines.window(0) is not None)
    lines.move_window(0, cells)
    for number in range(lines.height):
        row = lines.row(number)
        assert row is not None
        offset = lines.offset_at(number, column)
        assert row.start <= offset < max(row.end, row.start + 1)
        if row.end > row.start:
            assert lines.row_of(offset) == number


TABLE = (
    "| Station                 | 2019 | 2020 | Remarks of the inspector      |\n"
    "|-------------------------|------|------|-------------------------------|\n"
    "| North pier, outer light |  1.2 |  1.4 | rising; the cause is unknown  |\n"
    "| South pier              |  0.2 |  0.4 | steady                        |"
)


def test_a_wide_table_is_cut_at_the_measure_and_moves_with_the_cursor() -> None:
    lines = lines_of(TABLE, 40)
    assert [seen(lines, n) for n in range(4)] == [line[:39] for line in TABLE.split("\n")]
    window = lines.window(2)
    assert window is not None
    assert (window.is_cut_before, window.is_cut_behind) == (False, True)
    assert lines.show(TABLE.index("unknown") + 6) == [range(4)]
    assert "unknown" in seen(lines, 2)
    assert lines.show(0) == [range(4)]
    assert seen(lines, 0) == TABLE[:39]
    assert lines.show(1) == []


def test_where_it_fits_it_is_as_it_was() -> None:
    lines = lines_of(TABLE, 80)
    assert lines.window(0) is None
    assert lines.show(len(TABLE) - 1) == []
    assert lines.move_window(0, 8) == range(0)


def test_only_the_table_moves() -> None:
    prose = "It is a long sentence about the survey of the harbour in the year before the storm."
    text = f"{prose}\n\n{TABLE}\n\n{prose}"
    lines = LineMap(text, split_blocks(text), 40)
    table = range(lines.row_of(text.index("| Station")), lines.row_of(text.index("| South")) + 1)
    assert lines.show(text.index("unknown")) == [table]
    assert lines.show(len(text) - 1) == [table]
    assert seen(lines, table.start) == TABLE[:39]
    assert lines.column_of(len(text) - 1) < 40
    assert lines.window(0) is None


@pytest.mark.parametrize(
    "text",
    [
        "CHAPTER I.     Down the Rabbit-Hole\nCHAPTER II.    The Pool of Tears",
        "- one | two of a list that goes on\n- three and four, which goes on too",
        "Network Working Group            J. Holt\nRequest for Comments: 9999       K. Ames",
        "    if x == 1 and y == 2:\n        return the_name_of_something",
        "one\ttwo\tthree",
        "Holt & Ames          Informational          [Page 1]\nRFC 9999      Marks      March 2024",
        "Salt in the barrel,\n  Salt in the sea,",
    ],
)
def test_what_is_no_table_is_wrapped(text: str) -> None:
    assert not is_table(text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        "North\t1\t2\nSouth\t3\t4",
        "Name       Year    Value\nNorth      2019    1,2\nSouth      2020    1,3",
        "+------+------+\n| a    | b    |\n+------+------+",
        "┌────┬────┐\n│ a  │ b  │\n└────┴────┘",
    ],
)
def test_lines_with_several_cells_are_a_table(text: str) -> None:
    assert is_table(text.split("\n"))
