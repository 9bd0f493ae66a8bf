"""The mouse on the frame of the desk, and what Esc, `z` and a note leave behind."""

from __future__ import annotations

import pytest

from tests.desk.conftest import Desk, OpenDesk, fail
from tui.analysis.results import Analysis
from tui.dialogs.note import NoteScreen
from tui.widgets.ribbon import Ribbon

TEXT = "One two three. Four five six!\n\nSeven two nine. Ten two.\n\nEleven twelve."
LONG = "\n\n".join(f"Paragraph {n} has a few words. It has two sentences." for n in range(60))


def tabs(desk: Desk) -> str:
    return "".join(text for text, _ in desk.screen.tabs.left)


@pytest.mark.parametrize(("word", "panel"), [("quotes", 1), (" 3", 2), ("highlights 0", 3)])
async def test_a_click_anywhere_on_a_panels_name_opens_it(
    open_desk: OpenDesk, word: str, panel: int
) -> None:
    async with open_desk((80, 24)) as desk:
        at = tabs(desk).index(word) + len(word) - 1
        await desk.pilot.click(desk.screen.tabs, offset=(at, 0))
        assert desk.parts.column.focused is desk.panels[panel]


async def test_a_click_on_a_folded_panel_unfolds_it(open_desk: OpenDesk) -> None:
    async with open_desk((120, 30)) as desk:
        await desk.pilot.click(desk.panels[2], offset=(5, 0))
        await desk.pilot.pause()
        assert desk.panels[2].size.height > 10
        assert desk.panels[0].outer_size.height == 1


async def test_escape_goes_back_from_a_row_that_was_clicked(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        start = desk.cursor
        await desk.pilot.click(desk.panels[1], offset=(5, 5))
        assert desk.cursor != start
        await desk.press("escape")
        assert desk.cursor == start
        assert desk.screen.focused is desk.screen.view


async def test_a_click_on_the_text_puts_the_sheet_away(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24)) as desk:
        await desk.press("3", "j")
        await desk.pilot.click(desk.screen.view, offset=(20, 3))
        assert not desk.screen.query_one("#side").display
        assert not desk.screen.view.painted["evidence"].spans
        assert "READ" in desk.status


@pytest.mark.parametrize("size", [(80, 24), (120, 30), (120, 40)])
async def test_escape_from_a_panel_puts_the_screen_back_as_it_was(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size) as desk:
        await desk.press("space", "j", "j")
        cursor, top = desk.cursor, desk.screen.view.scroll_offset.y
        await desk.press("3", "G", "k", "escape")
        await desk.pilot.pause()
        assert desk.cursor == cursor
        assert desk.screen.view.scroll_offset.y == top


async def test_text_only_takes_the_keys_out_of_the_panel(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("2", "j", "z")
        assert "READ" in desk.status
        here = desk.cursor
        await desk.press("escape")
        assert desk.screen.query_one("#side").display
        assert desk.cursor == here
        await desk.press("j")
        assert desk.cursor > here


@pytest.mark.parametrize("keys", [["G"], ["ctrl+d"], []])
async def test_the_note_editor_leaves_its_passage_in_view(
    open_desk: OpenDesk, keys: list[str]
) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        await desk.press(*keys, *"jjjjjjjj", "a")
        note = desk.dialog
        assert isinstance(note, NoteScreen)
        view = desk.screen.view
        row = desk.screen.view.lines.row_of(desk.screen.view.cursor)
        sheet = note.query_one(".dialog").region
        assert view.region.y <= view.content_region.y + row - view.scroll_offset.y < sheet.y
        await desk.press("escape")
        assert desk.screen.view.visible_rows.stop <= desk.screen.view.lines.height
        assert desk.screen.view.scroll_offset.y <= max(
            0, desk.screen.view.lines.height - desk.screen.view.rows_visible
        )


async def test_an_empty_panel_hints_only_at_what_works_in_it(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("4")
        assert "h highlight" in desk.status
        for hint in ("Enter go", "j row", "i why", "x delete"):
            assert hint not in desk.status
        await desk.press("h")
        assert desk.marked == ["One two three."]
        assert "x delete" in desk.status
        assert "Enter go" in desk.status


async def test_a_click_on_the_map_can_be_taken_back(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        start = desk.cursor
        await desk.pilot.click(desk.screen.query_one(Ribbon), offset=(0, 30))
        assert desk.cursor != start
        await desk.press("<")
        assert desk.cursor == start


async def test_a_drag_on_the_map_is_one_jump(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        start = desk.cursor
        for row, is_drag in ((10, False), (20, True), (30, True)):
            desk.screen.post_message(Ribbon.JumpRequested(row, is_drag))
            await desk.pilot.pause()
        assert desk.screen.view.lines.row_of(desk.cursor) >= 30
        await desk.press("<")
        assert desk.cursor == start


async def test_an_analysis_that_stops_is_told_where_no_panel_is_on_the_screen(
    open_desk: OpenDesk,
) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        fail(desk, "it ended twice")
        await desk.until(lambda: "the analysis stopped (it ended twice)" in desk.status)
        await desk.press("R")
        assert "analysed again" in desk.status


async def test_one_of_a_thing_is_called_one(open_desk: OpenDesk) -> None:
    async with open_desk(text="Fine", analysis=Analysis("en")) as desk:
        right = "".join(text for text, _ in desk.screen.title_bar.right)
        assert "1 word ·" in right
        assert "0 mentions" in desk.panels[0].counts


async def test_the_map_of_a_short_text_is_as_long_as_the_text(open_desk: OpenDesk) -> None:
    async with open_desk(text="One line.") as desk:
        signs = [cell.kind for cell in desk.screen.query_one(Ribbon)._cells()]
        assert signs.count("view") == 1
        assert signs[0] == "view"


async def test_a_drag_of_the_mouse_on_the_map_follows_it_until_it_is_let_go(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=LONG) as desk:
        ribbon, lines = desk.screen.query_one(Ribbon), desk.screen.view.lines
        start = desk.cursor
        await desk.pilot.mouse_down(ribbon, offset=(0, 5))
        near = lines.row_of(desk.cursor)
        await desk.pilot.hover(ribbon, offset=(0, 20))
        assert lines.row_of(desk.cursor) > near
        assert lines.row_of(desk.cursor) in desk.screen.view.visible_rows
        await desk.pilot.mouse_up(ribbon, offset=(0, 20))
        far = desk.cursor
        await desk.pilot.hover(ribbon, offset=(0, 2))
        assert desk.cursor == far
        await desk.press("<")
        assert desk.cursor == start
