"""How the reading cursor moves: always onto a visible character, and always its own way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.documents.article import Article
from tui.documents.loading import from_text
from tui.page.line_map import LineMap
from tui.page.motions import Motions, selecting_motions, text_motions

PIECES = st.lists(
    st.sampled_from(
        ["He left. ", "Why? ", "word ", "a", ".", "\n", "\n\n", "\n\n", "- item\n", "    code\n"]
    )
    | st.sampled_from(
        ["漢字", "👩\u200d👩\u200d👧 ", "e\u0301", "don’t ", "“Yes,” ", "\t", "1,0 "]
    ),
    min_size=1,
    max_size=40,
).map("".join)
FORWARD = ["sentence.next", "paragraph.next", "word.next", "word.end", "character.next"]
BACK = ["sentence.previous", "paragraph.previous", "word.previous", "character.previous"]
WIDTHS = st.integers(2, 40)


def desk(text: str, width: int) -> tuple[Article, Motions, LineMap]:
    article = from_text(text, "x")
    return article, Motions(article), LineMap(article.text, article.blocks, width)


def walked(move: Callable[[int], int], start: int, most: int) -> list[int]:
    """Every place a key leads to when it is pressed until nothing moves any more."""
    places = [start]
    while (there := move(places[-1])) != places[-1]:
        places.append(there)
        assert len(places) <= most + 1, "the walk goes round in circles"
    return places


@given(PIECES, WIDTHS, st.sampled_from(FORWARD + BACK))
def test_a_key_pressed_on_and_on_goes_one_way_inside_the_text_and_stops(
    text: str, width: int, name: str
) -> None:
    assume(text.strip())
    article, motions, lines = desk(text, width)
    first, last = motions.clamp(0), motions.clamp(len(text))
    for table in (text_motions(motions, lines), selecting_motions(motions, lines)):
        places = walked(table[name], first if name in FORWARD else last, len(text))
        assert places == sorted(places, reverse=name in BACK)
        assert all(first <= place <= last for place in places)
        assert all(0 <= place < len(article.text) for place in places)


@given(PIECES, WIDTHS)
def test_every_character_is_reached_and_the_way_back_is_the_same(text: str, width: int) -> None:
    assume(text.strip())
    _, motions, lines = desk(text, width)
    forward = walked(lines.next_cluster, motions.clamp(0), len(text))
    assert walked(lines.previous_cluster, forward[-1], len(text))[::-1][-len(forward) :] == forward


@given(PIECES, WIDTHS, st.data())
def test_the_sentence_key_stops_at_the_same_places_both_ways(
    text: str, width: int, data: st.DataObject
) -> None:
    assume(text.strip())
    article, motions, _ = desk(text, width)
    start = motions.sentence(motions.clamp(0)).start
    forward = walked(motions.next_sentence, start, len(text))
    assert walked(motions.previous_sentence, forward[-1], len(text))[::-1] == forward
    inside = data.draw(st.integers(start, motions.clamp(len(text))))
    assert motions.sentence(inside).start in forward
    assert not article.text[motions.sentence(inside).start].isspace()


@given(PIECES, WIDTHS, st.integers(-30, 30), st.integers(0, 45), st.data())
def test_moving_by_lines_lands_on_text_the_way_it_was_asked_to(
    text: str, width: int, rows: int, column: int, data: st.DataObject
) -> None:
    assume(text.strip() and rows)
    _, motions, lines = desk(text, width)
    places = [c.start for n in range(lines.height) for c in lines.clusters(n)]
    here = data.draw(st.sampled_from(places))
    there = motions.line(lines, here, rows, column)
    before, after = lines.row_of(here), lines.row_of(there)
    assert there == here or there in places
    assert (after - before) * rows >= 0


def test_down_and_up_again_keeps_the_column_over_short_and_blank_rows() -> None:
    text = "A long first line of text.\n\nNo.\n\nA long last line of text."
    _, motions, lines = desk(text, 40)
    here = text.index("first")
    short = motions.line(lines, here, 1, 7)
    assert text[short] == "."
    far = motions.line(lines, short, 1, 7)
    assert text[far:].startswith("last")
    assert motions.line(lines, far, -2, 7) == short
    assert motions.line(lines, far, -9, 7) == here


@pytest.mark.parametrize(("name", "end"), [("sentence.next", "left."), ("word.next", "He")])
def test_while_selecting_a_key_takes_its_whole_unit(name: str, end: str) -> None:
    text = "He left. She stayed."
    _, motions, lines = desk(text, 40)
    last = selecting_motions(motions, lines)[name](0)
    assert text[: last + 1].endswith(end)


def test_paragraphs_with_an_indented_first_line_are_walked_one_by_one() -> None:
    text = "  One here.\n\n  Two here.\n\n  Three here.\n\n  Four here."
    _, motions, lines = desk(text, 40)
    moves = text_motions(motions, lines)
    forward = walked(moves["paragraph.next"], motions.clamp(0), len(text))
    assert [lines.block_of(place) for place in forward] == [0, 1, 2, 3, 3]
    back = walked(moves["paragraph.previous"], forward[-1], len(text))
    assert back[::-1] == forward


def test_without_any_text_no_key_does_anything() -> None:
    article = Article("x", "", "", ())
    motions, lines = Motions(article), LineMap("", (), 20)
    for table in (text_motions(motions, lines), selecting_motions(motions, lines)):
        assert {move(0) for move in table.values()} == {0}
