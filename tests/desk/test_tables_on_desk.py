"""A table wider than the measure on the desk: cut at its edge, moved by cursor and wheel."""

from __future__ import annotations

import pytest
from textual import events

from tests.desk.conftest import Desk, OpenDesk

TABLE = "\n".join(
    f"| Station {n} | " + " | ".join(f"value {n}{column}" for column in range(9)) + " | remark |"
    for n in range(3)
)
TEXT = f"A survey of the harbour was made.\n\n{TABLE}\n\nNobody read it."


def drawn(desk: Desk, offset: int) -> str:
    view = desk.screen.view
    strip = view.render_line(view.lines.row_of(offset) - view.scroll_offset.y)
    return strip.text[view.text_left :][: view.lines.width]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_table_moves_with_the_cursor(open_desk: OpenDesk, size: tuple[int, int]) -> None:
    async with open_desk(size, text=TEXT) as desk:
        start = TEXT.index("| Station 1")
        assert drawn(desk, start).startswith("| Station 1 | value 10 |")
        assert drawn(desk, start).endswith("›")
        await desk.press("/", *"remark", "enter")
        assert "remark" in drawn(desk, start)
        assert drawn(desk, start).startswith("‹")
        assert drawn(desk, 0).startswith("A survey")
        assert len({len(drawn(desk, TEXT.index(f"| Station {n}"))) for n in range(3)}) == 1
        await desk.press("escape", "g", "g")
        assert drawn(desk, start).startswith("| Station 1")


async def test_shift_and_the_wheel_move_the_table_under_the_mouse(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        view = desk.screen.view
        start = TEXT.index("| Station 1")
        row = view.lines.row_of(start) - view.scroll_offset.y
        place = (view.text_left + 3, row + 1)
        kind = events.MouseScrollDown
        await desk.pilot._post_mouse_events([kind], view, offset=place, shift=True)
        await desk.pilot.pause()
        assert drawn(desk, start).startswith("‹")
        assert view.scroll_offset.y == 0
        await desk.pilot._post_mouse_events([events.MouseScrollUp], view, offset=place, shift=True)
        await desk.pilot.pause()
        assert drawn(desk, start).startswith("| Station 1")
        await desk.pilot._post_mouse_events([kind], view, offset=(view.text_left, 1), shift=True)
        await desk.pilot.pause()
        assert drawn(desk, start).startswith("| Station 1")


async def test_a_click_takes_what_is_drawn_there(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        view = desk.screen.view
        start = TEXT.index("| Station 1")
        await desk.press("/", *"remark", "enter", "escape")
        line = drawn(desk, start)
        row = view.lines.row_of(start) - view.scroll_offset.y
        column = line.index("value 17")
        await desk.pilot.click(view, offset=(view.text_left + column, row + 1))
        assert TEXT[view.cursor :].startswith("value 17")
