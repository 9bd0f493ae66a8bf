"""Rows in full: no word is lost, none is too wide, and every line is found again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Size

from tests.widgets.test_rows_and_hints import WORDS
from tui.widgets.rooms import width_of
from tui.widgets.row_list import Row, RowLine, RowPlaces
from tui.widgets.unfolding import MOST_LINES, broken, spread, unfolded, wrapped


@given(WORDS, st.integers(4, 40), st.integers(4, 40))
def test_broken_lines_hold_every_word_in_its_order(text: str, first: int, later: int) -> None:
    lines = [text[start:end] for start, end in broken(text, first, later)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    for number, line in enumerate(lines):
        room = later if number else first
        assert cell_len(line) <= room or len(line.rstrip()) <= 2, "one letter may be too wide"


def test_a_word_is_only_broken_where_it_has_no_line_of_its_own() -> None:
    text = "aa bbbbbbbbbbbbbb cc"
    assert [text[start:end] for start, end in broken(text, 6, 6)] == [
        "aa", "bbbbbb", "bbbbbb", "bb cc",
    ]  # fmt: skip


@given(WORDS, st.integers(20, 60))
def test_a_line_in_full_keeps_its_sign_its_style_and_its_place(text: str, width: int) -> None:
    line = RowLine((("┃ ", "bar"), (text, "quote")), ((" ¶12 ", "muted"),))
    lines = list(wrapped(line, width))
    assert all(each.left[0] == ("┃ ", "bar") for each in lines)
    assert lines[0].right == line.right
    words = "".join(run[0] for each in lines for run in each.left[1:])
    assert "".join(words.split()) == "".join(text.split())
    assert all(run[1] == "quote" for each in lines for run in each.left[1:])
    assert all(width_of((*each.left, *each.right)) <= width for each in lines)


def test_under_a_sign_that_is_no_bar_there_is_air() -> None:
    line = RowLine((("? ", "question"), ("who will pay for the work", "")))
    assert [each.left[0][0] for each in wrapped(line, 14)] == ["? ", "  ", "  "]


def test_a_row_in_full_is_never_lower_than_the_others_and_never_without_end() -> None:
    row = Row((RowLine((("a", ""),)), RowLine(())), "key")
    assert len(unfolded(row, 20, 3)) == 3
    long = row._replace(whole=tuple(RowLine(((f"{n}", ""),)) for n in range(MOST_LINES * 2)))
    assert len(unfolded(long, 20, 2)) == MOST_LINES


def test_a_row_with_more_lines_than_its_own_lets_its_first_words_go_on() -> None:
    words = RowLine((("┃ ", "bar"), ("one two three four five six seven", "quote")))
    row = Row((words, RowLine((("┃ ", "bar"), ("Ada Obi", "speaker")))), "key")
    first, second, third = spread(row, 16, 3)
    assert first.left[1:] == (("one two three", "quote"),)
    # Cut where it is drawn, with all that is left.
    assert second.left[1:] == (("four five six seven", "quote"),)
    assert third.left[1:] == (("Ada Obi", "speaker"),)
    short = spread(row, 60, 3)
    assert short[1] == row.lines[1]
    assert short[2] == RowLine(())


@given(
    st.integers(1, 3),
    st.integers(1, 12),
    st.lists(st.integers(0, 5), max_size=3),
    st.integers(0, 10),
    st.integers(1, 20),
)
def test_every_line_is_found_in_its_row(
    lines: int, total: int, more: list[int], first: int, height: int
) -> None:
    first = min(first, total)
    opened = tuple((RowLine(()),) * (lines + each) for each in more[: total - first])
    places = RowPlaces(total, lines, first, opened)
    at = 0
    for row in range(total):
        assert places.top_of(row) == at
        own = len(opened[row - first]) if 0 <= row - first < len(opened) else lines
        for line in range(own):
            assert places.row_at(at + line) == (row, line)
        at += own
    assert places.top_of(total) == at
    size = places.size_in(Size(10, height))
    assert size.height >= at
    if at > height:
        last = size.height - height
        row, within = places.row_at(last)
        assert not within or row == total - 1, "it ends with whole rows at its top"
