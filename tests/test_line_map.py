"""Where text stands on the screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.documents.article import Block, BlockKind, Span
from tui.line_map import LineMap, _greedy_rows, grapheme_clusters

LETTERS = st.sampled_from(
    ["a", "b", "word", " ", "  ", "\n", "\t", "-", "“", "’", "—", "é", "e\u0301", "漢", "字", "🙂"]
) | st.sampled_from(
    ["👩\u200d👩\u200d👧", "🇩🇪", "❤\ufe0f", "\u0301", "ｱ", "한", "x" * 30, "\u00a0", "\ufe0f"]
)
TEXTS = st.lists(LETTERS, max_size=60).map("".join)
KINDS = st.sampled_from(list(BlockKind))


def block_of(text: str, kind: BlockKind) -> tuple[Block, ...]:
    return (Block(0, len(text), kind),) if text else ()


@given(TEXTS, KINDS, st.integers(1, 40))
def test_every_visible_character_stands_in_exactly_one_row(
    text: str, kind: BlockKind, width: int
) -> None:
    lines = LineMap(text, block_of(text, kind), width)
    shown = [0] * len(text)
    for number in range(lines.height):
        row = lines.row(number)
        assert row is not None
        for offset in range(row.start, row.end):
            shown[offset] += 1
    for offset, character in enumerate(text):
        assert shown[offset] == 1 or (character.isspace() and shown[offset] <= 1)


@given(TEXTS, KINDS, st.integers(2, 40))
def test_no_row_is_wider_than_the_measure(text: str, kind: BlockKind, width: int) -> None:
    lines = LineMap(text, block_of(text, kind), width)
    for number in range(lines.height):
        cells = lines.clusters(number)
        if len(cells) > 1:
            assert cells[-1].column + cells[-1].width <= width


@given(TEXTS, KINDS, st.integers(1, 40))
def test_a_place_on_the_screen_leads_back_to_its_character(
    text: str, kind: BlockKind, width: int
) -> None:
    lines = LineMap(text, block_of(text, kind), width)
    for number in range(lines.height):
        for cluster in lines.clusters(number):
            assert lines.row_of(cluster.start) == number
            if cluster.width:
                assert lines.column_of(cluster.start) == cluster.column
                assert lines.offset_at(number, cluster.column) == cluster.start


@given(TEXTS, st.integers(1, 40))
def test_rows_begin_in_text_order(text: str, width: int) -> None:
    lines = LineMap(text, block_of(text, BlockKind.PARAGRAPH), width)
    starts = [row.start for number in range(lines.height) if (row := lines.row(number))]
    assert starts == sorted(starts)


@given(st.text("ab cd.-“’é", max_size=80), st.integers(2, 30))
def test_plain_text_is_wrapped_as_grapheme_clusters_are(text: str, width: int) -> None:
    plain = LineMap(text, block_of(text, BlockKind.PARAGRAPH), width)
    rows = [(row.start, row.end) for n in range(plain.height) if (row := plain.row(n))]
    cells = list(grapheme_clusters(text, 0, len(text)))
    assert rows == list(_greedy_rows(cells, width, keep_indent=False))


@given(TEXTS, KINDS, st.integers(1, 30))
def test_stepping_forward_and_back_returns(text: str, kind: BlockKind, width: int) -> None:
    lines = LineMap(text, block_of(text, kind), width)
    starts = [cell.start for number in range(lines.height) for cell in lines.clusters(number)]
    for here, there in pairwise(starts):
        assert lines.next_cluster(here) == there
        assert lines.previous_cluster(there) == here


def test_blocks_are_parted_by_a_blank_row() -> None:
    text = "One two three.\n\nFour five."
    blocks = (Block(0, 14, BlockKind.PARAGRAPH), Block(16, 26, BlockKind.PARAGRAPH))
    lines = LineMap(text, blocks, 8)
    drawn = [text[row.start : row.end] if (row := lines.row(n)) else None for n in range(5)]
    assert drawn == ["One two", "three.", None, "Four", "five."]
    assert lines.height == 5
    assert lines.block_rows(1) == range(3, 5)
    assert lines.row_of(15) == 1
    assert lines.row_of(16) == 3


def test_a_soft_newline_is_drawn_as_a_blank() -> None:
    text = "wire\ncopy"
    lines = LineMap(text, block_of(text, BlockKind.PARAGRAPH), 20)
    assert "".join(cluster.text for cluster in lines.clusters(0)) == "wire copy"


def test_kept_lines_keep_their_indentation() -> None:
    text = "  if x:\n      y"
    lines = LineMap(text, block_of(text, BlockKind.LINES), 20)
    drawn = ["".join(c.text for c in lines.clusters(n)) for n in range(lines.height)]
    assert drawn == ["  if x:", "      y"]


def test_a_tab_in_code_reaches_the_next_stop() -> None:
    text = "a\tb"
    lines = LineMap(text, block_of(text, BlockKind.LINES), 20)
    assert [cluster.column for cluster in lines.clusters(0)] == [0, 1, 4]


@pytest.mark.parametrize("text", ["漢字漢字漢字漢字", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "e\u0301" * 12])
def test_wide_and_joined_characters_are_never_cut(text: str) -> None:
    lines = LineMap(text, block_of(text, BlockKind.PARAGRAPH), 5)
    rows = [row for number in range(lines.height) if (row := lines.row(number))]
    assert "".join(text[row.start : row.end] for row in rows) == text
    assert all(cell_len(text[row.start : row.end]) <= 5 for row in rows)


def test_a_span_knows_the_rows_it_touches() -> None:
    text = "alpha beta gamma delta"
    lines = LineMap(text, block_of(text, BlockKind.PARAGRAPH), 6)
    assert lines.spans_by_row(Span(6, 16)) == range(1, 3)
    assert lines.spans_by_row(Span(0, 5)) == range(0, 1)
    assert lines.spans_by_row(Span(5, 5)) == range(0)
