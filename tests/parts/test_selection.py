"""What a selection covers, and how the keys make it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.parts.fakes import FakeDesk
from tui.desk.jumping import Jumping
from tui.desk.moving import Moving
from tui.desk.selecting import Selecting
from tui.documents.article import Span
from tui.keys.commands import BY_ID
from tui.page.passage_edges import without_blanks
from tui.page.selection import selected_span, units_between

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten."


def keys(text: str) -> tuple[FakeDesk, Moving, Selecting]:
    desk = FakeDesk(text)
    moving = Moving(desk.state, desk.surface, Jumping(desk.state, desk.surface))
    return desk, moving, Selecting(desk.state, desk.surface, moving)


def test_a_selection_begins_with_the_character_under_the_cursor_and_grows_by_words() -> None:
    desk, moving, selecting = keys(TEXT)
    selecting.select_start()
    assert desk.words([desk.view.selection or Span(0, 0)]) == ["O"]
    for words in ("One", "One two"):
        moving.run(BY_ID["word.next"])
        assert desk.words([desk.view.selection or Span(0, 0)]) == [words]


def test_a_sentence_is_selected_whole_and_then_the_next_one_too() -> None:
    desk, _, selecting = keys(TEXT)
    desk.view.cursor = desk.span("two").start
    selecting.select_sentence()
    assert desk.words([desk.view.selection or Span(0, 0)]) == ["One two three."]
    selecting.select_sentence()
    assert desk.words([desk.view.selection or Span(0, 0)]) == ["One two three. Four five six!"]


def test_the_other_end_of_a_selection_moves_after_the_swap() -> None:
    desk, moving, selecting = keys(TEXT)
    desk.view.cursor = desk.span("Four").start
    selecting.select_start()
    moving.run(BY_ID["word.next"])
    selecting.select_swap()
    # the full stop is a word of its own, as in vim
    for words in (". Four", "three. Four"):
        moving.run(BY_ID["word.previous"])
        assert desk.words([desk.view.selection or Span(0, 0)]) == [words]


def test_dropping_a_selection_is_said_to_have_dropped_one_only_once() -> None:
    desk, moving, selecting = keys(TEXT)
    selecting.select_start()
    assert moving.drop_selection()
    assert desk.view.selection is None
    assert not moving.drop_selection()


def test_a_selection_never_cuts_what_is_one_character_to_a_reader() -> None:
    desk = FakeDesk("Ame\u0301lie \U0001f469\u200d\U0001f680 left.")
    text, lines = desk.article.text, desk.view.lines
    accent = text.index("\u0301")
    assert selected_span(lines, 0, accent - 1) == Span(0, accent + 1)
    person = text.index("\U0001f469")
    assert desk.words([selected_span(lines, person, person)]) == ["\U0001f469\u200d\U0001f680"]


@given(st.text("ab \n\t", max_size=12), st.data())
def test_blanks_at_the_ends_of_a_passage_are_never_highlighted(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = without_blanks(text, Span(start, end))
    assert start <= found.start <= found.end <= end or not text[start:end].strip()
    assert text[found.start : found.end] == text[start:end].strip()


@given(st.integers(0, 20), st.integers(1, 5), st.integers(0, 20), st.integers(1, 5))
def test_a_drag_over_words_covers_the_first_and_the_last_of_them(
    first: int, length: int, second: int, other: int
) -> None:
    pressed, here = Span(first, first + length), Span(second, second + other)
    anchor, cursor = units_between(pressed, here)
    low, high = min(anchor, cursor), max(anchor, cursor)
    assert low == min(pressed.start, here.start)
    assert high == max(pressed.end, here.end) - 1
