"""The mouse on the text: wheel, drags beyond the edge, drags by words and sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.desk.conftest import Desk, OpenDesk, remember
from tui.analysis.results import Analysis
from tui.documents.loading import load
from tui.widgets.chrome import ProgressLine

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."
LONG = "\n\n".join(f"Paragraph {n} says a few words. It has two sentences." for n in range(100))


async def wheel(desk: Desk, notches: int) -> None:
    """Turn the wheel over the text, down when positive."""
    kind = events.MouseScrollDown if notches > 0 else events.MouseScrollUp
    for _ in range(abs(notches)):
        await desk.pilot._post_mouse_events([kind], desk.screen.view, offset=(10, 5))
    await desk.pilot.pause()


def at(desk: Desk, column: int, row: int) -> tuple[int, int]:
    """Where a cell of the text is in the view, which begins with a blank row."""
    return desk.screen.view.text_left + column, row + 1


async def test_the_wheel_turns_the_text_and_takes_the_cursor_along(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        view, lines = desk.screen.view, desk.screen.view.lines
        await wheel(desk, 1)
        assert view.visible_rows.start == 3
        await wheel(desk, 9)
        assert view.visible_rows.start == 30
        assert lines.row_of(desk.cursor) in view.visible_rows
        shown = view.visible_rows
        await desk.press("j")
        assert view.visible_rows == shown
        await wheel(desk, -100)
        assert view.visible_rows.start == 0
        assert lines.row_of(desk.cursor) in view.visible_rows


async def test_the_wheel_leaves_the_cursor_alone_while_it_can_be_seen(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        await desk.press("}", "}", "}", "}", "}")
        here = desk.cursor
        await wheel(desk, 1)
        assert desk.cursor == here


async def test_the_wheel_extends_a_selection_as_moving_does(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        await desk.press("v")
        await wheel(desk, 5)
        assert desk.words(desk.screen.view.selection).startswith("Paragraph 0 says")
        assert len(desk.words(desk.screen.view.selection)) > 300


async def test_what_was_read_with_the_wheel_is_where_reading_goes_on(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        await wheel(desk, 20)
        here = desk.cursor
        await desk.press("q")
    async with open_desk((80, 24), text=LONG) as desk:
        assert desk.cursor == here > 1000


async def test_a_drag_held_beyond_the_lower_edge_goes_on_by_itself(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        view = desk.screen.view
        await desk.pilot.mouse_down(view, offset=at(desk, 0, 4))
        start = desk.cursor
        await desk.pilot.hover(view, offset=(20, view.region.height))
        await desk.until(lambda: view.visible_rows.start >= 12)
        # The text goes on meanwhile; the cursor follows to its lowest row.
        row_of = desk.screen.view.lines.row_of
        await desk.until(lambda: row_of(desk.cursor) == view.visible_rows.stop - 1)
        # Back inside it stands still.
        await desk.pilot.hover(view, offset=at(desk, 3, 10))
        await desk.pilot.pause()
        shown = view.visible_rows
        assert view._edge_timer is None
        await desk.pilot.mouse_up(view, offset=at(desk, 3, 10))
        assert view.visible_rows == shown
        assert desk.screen.view.selection is not None
        assert desk.screen.view.selection.start == start


async def test_a_drag_held_beyond_the_upper_edge_goes_back_by_itself(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        view = desk.screen.view
        await desk.press("G")
        top = view.visible_rows.start
        await desk.pilot.mouse_down(view, offset=at(desk, 0, 12))
        await desk.pilot.hover(desk.screen, offset=(20, 0))
        await desk.until(lambda: view.visible_rows.start <= top - 12)
        await desk.pilot.mouse_up(desk.screen, offset=(20, 0))
        assert view._edge_timer is None
        assert desk.screen.view.selection is not None
        assert desk.screen.view.lines.row_of(desk.screen.view.selection.start) <= top


async def test_the_text_stays_still_under_a_click_near_the_edge(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        view = desk.screen.view
        shown = view.visible_rows
        await desk.pilot.click(view, offset=at(desk, 4, len(shown) - 2))
        assert view.visible_rows == shown
        assert desk.screen.view.lines.row_of(desk.cursor) >= shown.stop - 2


@pytest.mark.parametrize(
    ("clicks", "to", "selected"),
    [
        (1, (16, 0), "two three. Four"),
        (1, (1, 0), "One two"),
        (2, (16, 0), "One two three. Four five six!"),
        (2, (1, 2), "One two three. Four five six!\n\nSeven eight nine."),
    ],
)
async def test_a_drag_after_a_double_click_goes_by_words_after_a_triple_by_sentences(
    open_desk: OpenDesk, clicks: int, to: tuple[int, int], selected: str
) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        view = desk.screen.view
        here = at(desk, 5, 0)
        await desk.pilot.click(view, offset=here, times=clicks)
        await desk.pilot.mouse_down(view, offset=here)
        await desk.pilot.hover(view, offset=at(desk, *to))
        await desk.pilot.mouse_up(view, offset=at(desk, *to))
        assert desk.words(desk.screen.view.selection) == selected


async def test_a_press_elsewhere_is_a_new_click(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        view = desk.screen.view
        await desk.pilot.click(view, offset=at(desk, 5, 0))
        await desk.pilot.click(view, offset=at(desk, 1, 2))
        assert desk.screen.view.selection is None
        assert desk.under_cursor.startswith("even")


async def test_a_text_of_one_row_is_read_at_once(open_desk: OpenDesk) -> None:
    async with open_desk(text="One line.") as desk:
        assert "100%" in desk.status
        assert desk.screen.query_one(ProgressLine).share == 1.0


async def test_the_measure_does_not_grow_where_it_cannot_be_seen(open_desk: OpenDesk) -> None:
    async with open_desk((60, 24)) as desk:
        assert desk.screen.view.lines.width == 54
        await desk.press("+", "+", "+")
        assert "54 columns, all there is room for" in desk.status
        await desk.press("-")
        assert desk.screen.view.lines.width == 50
        await desk.press("+", "+")
        assert desk.screen.view.lines.width == 54
        await desk.pilot.resize_terminal(120, 40)
        await desk.pilot.pause()
        assert desk.screen.view.lines.width == 54


async def test_a_narrow_window_does_not_cost_the_measure(open_desk: OpenDesk) -> None:
    async with open_desk((60, 24)) as desk:
        await desk.press("+")
        await desk.pilot.resize_terminal(120, 40)
        await desk.pilot.pause()
        assert desk.screen.view.lines.width == 66


async def test_the_measure_has_its_ends(open_desk: OpenDesk) -> None:
    async with open_desk((200, 60)) as desk:
        await desk.press(*"++++++")
        assert "84 columns, the widest there is" in desk.status
        await desk.press(*"-" * 20)
        assert "20 columns, the narrowest there is" in desk.status


async def test_the_measure_is_kept_for_the_next_article_until_the_program_ends(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    other = tmp_path / "two.txt"
    other.write_text(LONG, encoding="utf-8")
    remember(load(str(other)), Analysis("en"))
    async with open_desk(text=LONG, source=str(other)) as desk:
        await desk.press("m", "A")
    async with open_desk(text=TEXT) as desk:
        await desk.press("-", "-", "'", "A")
        await desk.until(lambda: desk.state.article.source == str(other))
        await desk.until(lambda: desk.state.session)
        assert desk.screen.view.lines.width == 58
    async with open_desk(text=TEXT) as desk:
        assert desk.screen.view.lines.width == 66


@pytest.mark.parametrize(
    ("alt", "pressed", "to", "selected"),
    [
        (False, (5, 0), (9, 0), "two three"),
        (False, (9, 0), (5, 0), "two three"),
        (False, (5, 0), (16, 0), "two three. Four"),
        (True, (5, 0), (9, 0), "wo th"),
        (True, (9, 0), (5, 0), "wo th"),
    ],
)
async def test_a_drag_takes_whole_words_and_with_alt_characters(
    open_desk: OpenDesk, alt: bool, pressed: tuple[int, int], to: tuple[int, int], selected: str
) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        view = desk.screen.view
        await desk.pilot._post_mouse_events(
            [events.MouseDown], view, offset=at(desk, *pressed), button=1, meta=alt
        )
        await desk.pilot.hover(view, offset=at(desk, *to))
        await desk.pilot.mouse_up(view, offset=at(desk, *to))
        assert desk.words(view.selection) == selected
        await desk.press("h")
        assert desk.marked == [selected]


async def test_a_press_that_does_not_move_selects_nothing(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        view = desk.screen.view
        await desk.pilot.mouse_down(view, offset=at(desk, 5, 0))
        await desk.pilot.hover(view, offset=at(desk, 5, 0))
        await desk.pilot.mouse_up(view, offset=at(desk, 5, 0))
        assert view.selection is None


async def test_a_double_click_takes_what_a_reader_takes_for_one_word(open_desk: OpenDesk) -> None:
    text = "A well-known U.S. firm, see https://example.org/a?b=1."
    async with open_desk((80, 24), text=text) as desk:
        for word in ("well-known", "U.S.", "https://example.org/a?b=1"):
            here = at(desk, text.index(word) + 2, 0)
            await desk.pilot.click(desk.screen.view, offset=here, times=2)
            assert desk.words(desk.screen.view.selection) == word
            await desk.press("escape")
