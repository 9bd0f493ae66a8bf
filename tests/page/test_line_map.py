"""Where text stands on the screen."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.documents.article import Block, BlockKind, Span
from tui.documents.blocks import split_blocks
from tui.page.cells import grapheme_clusters, greedy_rows, prose_clusters
from tui.page.line_map import LineMap

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
    assert rows == list(greedy_rows(cells, width, keep_indent=False))


@given(TEXTS, KINDS, st.integers(1, 30))
def test_stepping_forward_and_back_returns(text: str, kind: BlockKind, width: int) -> None:
    lines = LineMap(text, block_of(text, kind), width)
    starts = [cell.start for number in range(lines.height) for cell in lines.clusters(number)]
    for here, there in pairwise(starts):
        assert lines.next_cluster(here) == there
        assert lines.previous_cluster(there) == here


@given(st.lists(TEXTS, min_size=1, max_size=5).map("\n\n".join), st.integers(2, 40), st.data())
def test_every_offset_of_many_blocks_has_a_row_and_its_span_touches_it(
    text: str, width: int, data: st.DataObject
) -> None:
    blocks = split_blocks(text)
    assume(blocks)
    lines = LineMap(text, blocks, width)
    rows = [lines.row(number) for number in range(lines.height)]
    assert rows.count(None) == len(blocks) - 1
    where = [lines.row_of(offset) for offset in range(len(text))]
    assert where == sorted(where)
    for number, block in enumerate(blocks):
        for offset in range(block.start, block.end):
            row = rows[where[offset]]
            assert row is not None
            assert row.block == number
            assert lines.block_of(offset) == number
    start = data.draw(st.integers(blocks[0].start, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    touched = lines.spans_by_row(span)
    for number in range(lines.height):
        row = lines.row(number)
        if row is not None and row.end > row.start and span.overlaps(Span(row.start, row.end)):
            assert number in touched


@given(TEXTS, KINDS, st.integers(1, 40), st.integers(-3, 60), st.integers(-3, 60))
def test_a_click_anywhere_lands_on_a_character_of_its_row(
    text: str, kind: BlockKind, width: int, number: int, column: int
) -> None:
    assume(text)
    lines = LineMap(text, block_of(text, kind), width)
    assume(lines.height)
    row = lines.row(min(max(number, 0), lines.height - 1))
    assert row is not None
    offset = lines.offset_at(number, column)
    assert row.start <= offset < max(row.end, row.start + 1)
    clusters = lines.clusters(lines.row_of(offset))
    assert not clusters or offset in [cluster.start for cluster in clusters]


def test_blocks_are_parted_by_a_blank_row() -> None:
    text = "One two three.\n\nFour five."
    blocks = (Block(0, 14, BlockKind.PARAGRAPH), Block(16, 26, BlockKind.PARAGRAPH))
    lines = LineMap(text, blocks, 8)
    drawn = [text[row.start : row.end] if (row := lines.row(n)) else None for n in range(5)]
    assert drawn == ["One two", "three.", None, "Four", "five."]
    assert lines.height == 5
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


@pytest.mark.parametrize("sign", ["•", "→ •", "  -", "12."])
def test_a_long_line_of_a_list_goes_on_below_its_words(sign: str) -> None:
    text = f"{sign} one two three four five six seven\n{sign} eight"
    lines = LineMap(text, block_of(text, BlockKind.LINES), 18)
    indent = 0 if sign.startswith("→") else len(sign) + 1
    drawn = []
    for number in range(lines.height):
        row = lines.row(number)
        assert row is not None
        drawn.append(" " * row.indent + text[row.start : row.end])
    assert [line[:indent].strip() for line in drawn] == [
        sign.strip() * bool(indent), *[""] * (len(drawn) - 2), sign.strip() * bool(indent),
    ]  # fmt: skip
    assert all(line[indent : indent + 1].strip() for line in drawn)
    assert all(len(line) <= 18 for line in drawn)


def test_a_line_indented_by_half_the_measure_is_shown_without_its_blanks() -> None:
    text = " " * 30 + "some words that are too long for the measure"
    lines = LineMap(text, block_of(text, BlockKind.LINES), 20)
    row = lines.row(0)
    assert row is not None
    assert text[row.start : row.end] == "some words that are"


LINE_LETTERS = st.sampled_from(["a", "b", " ", "  ", "• ", "- ", "1. ", "\n", "word ", "“"])


@given(st.lists(LINE_LETTERS, max_size=30).map("".join), st.integers(4, 30))
def test_kept_lines_are_wrapped_as_grapheme_clusters_are(text: str, width: int) -> None:
    plain = LineMap(text, block_of(text, BlockKind.LINES), width)
    # One character that is not known to be narrow has all of the block wrapped cluster by cluster.
    other = text + "\n─"
    odd = LineMap(other, block_of(other, BlockKind.LINES), width)
    shown = [
        [
            row
            for n in range(lines.height)
            if (row := lines.row(n)) and text[row.start : row.end].strip()
        ]
        for lines in (plain, odd)
    ]
    assert shown[0] == shown[1]


INDENTED = st.sampled_from(
    ["a", "word", " ", "\n", "\n   ", "  \n", " \n ", "\t\n\t", "\u00a0\n", "x" * 12]
)


@given(st.lists(INDENTED, max_size=30).map("".join), st.integers(2, 30))
def test_indented_prose_is_wrapped_and_drawn_as_if_it_were_not_indented(
    text: str, width: int
) -> None:
    joined = re.sub(r"\n[^\S\n]*", " ", text)
    drawn = []
    for each in (text, joined):
        lines = LineMap(each, block_of(each, BlockKind.PARAGRAPH), width)
        drawn.append(
            ["".join(c.text for c in lines.clusters(n)).rstrip() for n in range(lines.height)]
        )
    assert drawn[0] == drawn[1]


@given(st.lists(INDENTED, max_size=30).map("".join), st.integers(2, 30))
def test_indented_prose_is_wrapped_as_grapheme_clusters_are(text: str, width: int) -> None:
    plain = LineMap(text, block_of(text, BlockKind.PARAGRAPH), width)
    rows = [(row.start, row.end) for n in range(plain.height) if (row := plain.row(n))]
    cells = list(prose_clusters(text, 0, len(text)))
    assert rows == list(greedy_rows(cells, width, keep_indent=False))
