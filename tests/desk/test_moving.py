"""Moving through the text by keyboard and mouse."""

from __future__ import annotations

import pytest

from tests.desk.conftest import OpenDesk
from tui.panels.table import ENTITIES, QUESTIONS, QUOTES
from tui.widgets.ribbon import Ribbon

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."


async def test_lines_go_down_and_up_and_keep_their_column(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("right", "right")
        start, column = desk.cursor, desk.screen.view.lines.column_of(desk.cursor)
        await desk.press("j", "down")
        assert desk.screen.view.lines.row_of(desk.cursor) == 2
        assert desk.screen.view.lines.column_of(desk.cursor) == column
        await desk.press("k", "up")
        assert desk.cursor == start


@pytest.mark.parametrize(
    ("keys", "under"),
    [
        ([")"], "Four"),
        ([")", ")"], "Seven"),
        ([")", ")", "("], "Four"),
        (["}"], "Seven"),
        (["}", "}"], "Eleven"),
        (["}", "}", "{"], "Seven"),
        (["w"], "two"),
        (["w", "w", "b"], "two"),
        (["right", "right", "left"], "ne two"),
        (["l", "l"], "e two"),
        (["G"], "."),
        (["end", "g", "g"], "One"),
        (["G", "home"], "One"),
    ],
)
async def test_units_of_the_text(open_desk: OpenDesk, keys: list[str], under: str) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press(*keys)
        assert desk.under_cursor.startswith(under)


async def test_pages_turn_with_two_lines_to_read_on_from(open_desk: OpenDesk) -> None:
    async with open_desk(size=(80, 24)) as desk:
        view = desk.screen.view
        before = view.visible_rows
        await desk.press("space")
        assert view.visible_rows.start == before.stop - 2
        await desk.press("pageup")
        assert view.visible_rows == before
        await desk.press("ctrl+d")
        assert view.visible_rows.start == len(before) // 2
        await desk.press("ctrl+u")
        assert view.visible_rows == before
        await desk.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        assert view.visible_rows.stop == desk.screen.view.lines.height


async def test_the_cursor_stays_on_the_screen(open_desk: OpenDesk) -> None:
    async with open_desk(size=(80, 24)) as desk:
        for key in ("G", "}", "g", "g", ")", "space", "(", "ctrl+d", "k"):
            await desk.press(key)
            assert desk.screen.view.lines.row_of(desk.cursor) in desk.screen.view.visible_rows


async def test_a_smaller_window_keeps_the_place(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.go_to("Western officials")
        await desk.pilot.pause()
        await desk.pilot.resize_terminal(70, 20)
        await desk.pilot.pause()
        assert desk.under_cursor.startswith("Western officials")
        assert desk.screen.view.lines.row_of(desk.cursor) in desk.screen.view.visible_rows
        await desk.pilot.resize_terminal(200, 60)
        await desk.pilot.pause()
        assert desk.under_cursor.startswith("Western officials")


@pytest.mark.parametrize("thing", ["e", "q", "u"])
async def test_stepping_from_one_thing_to_the_next_and_back(
    open_desk: OpenDesk, thing: str
) -> None:
    async with open_desk() as desk:
        panel = {"e": ENTITIES, "q": QUOTES, "u": QUESTIONS}[thing]
        spans = panel.steps(desk.state.contents)
        # A name in the dateline is behind the cursor, which begins at the first sentence.
        starts = sorted({span.start for span in spans if span.start > desk.cursor})
        await desk.press("]", thing)
        assert desk.cursor == starts[0]
        await desk.press("]", thing)
        assert desk.cursor == starts[1]
        await desk.press("[", thing)
        assert desk.cursor == starts[0]


async def test_stepping_past_the_last_one_says_so(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("G", "]", "q")
        assert "no quote after this place" in desk.status


async def test_jumps_lead_back_and_forward(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        start = desk.cursor
        await desk.press("]", "q", "]", "q")
        there = desk.cursor
        await desk.press("<", "<")
        assert desk.cursor == start
        await desk.press("ctrl+right", ">")
        assert desk.cursor == there
        await desk.press("ctrl+left")
        assert desk.cursor < there


async def test_a_pending_prefix_shows_what_can_follow(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("]")
        assert "] next  e entity  q quote  u unresolved question  h highlight" in desk.status
        before = desk.cursor
        await desk.press("escape")
        assert "e entity" not in desk.status
        assert desk.cursor == before


async def test_a_key_without_a_command_says_where_help_is(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("Z")
        assert "? shows the keys" in desk.status


async def test_a_click_puts_the_cursor_there_and_a_drag_selects(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, size=(80, 24)) as desk:
        view = desk.screen.view
        left = view.text_left
        await desk.pilot.click(view, offset=(left + 4, 1))
        assert desk.under_cursor.startswith("two")
        await desk.pilot.mouse_down(view, offset=(left + 4, 1))
        await desk.pilot.hover(view, offset=(left + 12, 1))
        await desk.pilot.mouse_up(view, offset=(left + 12, 1))
        assert desk.words(desk.screen.view.selection) == "two three"


async def test_two_clicks_select_a_word_three_a_sentence(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, size=(80, 24)) as desk:
        view = desk.screen.view
        left = view.text_left
        await desk.pilot.click(view, offset=(left + 5, 1), times=2)
        assert desk.words(desk.screen.view.selection) == "two"
        await desk.pilot.click(view, offset=(left + 5, 1), times=3)
        assert desk.words(desk.screen.view.selection) == "One two three."


async def test_a_click_on_the_ribbon_goes_to_that_part(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.pilot.click(desk.screen.query_one(Ribbon), offset=(0, 34))
        assert desk.screen.surface.share_read > 0.8


async def test_the_palette_goes_to_a_share_and_a_paragraph(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press(":")
        await desk.type("50%")
        await desk.press("enter")
        assert 0.4 < desk.screen.surface.share_read < 0.6
        await desk.press("ctrl+p")
        await desk.type("12")
        await desk.press("enter")
        assert desk.state.paragraph_of(desk.cursor) == 12


async def test_the_measure_changes_and_the_place_stays(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.go_to("Western officials")
        await desk.press("-")
        assert desk.screen.view.lines.width == 62
        await desk.press("+", "+")
        assert desk.screen.view.lines.width == 70
        assert desk.under_cursor.startswith("Western officials")
