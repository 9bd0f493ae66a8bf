"""The panel with the keys takes the room, and what the reader makes of that is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.conftest import Desk, OpenDesk
from tui.settings.config import Config, PanelSettings
from tui.settings.paths import paths
from tui.widgets.panel_rooms import LEAST

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."


def heights(desk: Desk) -> list[int]:
    return [panel.outer_size.height for panel in desk.panels]


async def test_the_panel_with_the_keys_is_large_and_the_others_can_be_read(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        before = heights(desk)
        for number in range(3):
            await desk.press(f"{number + 1}")
            now = heights(desk)
            assert now[number] > before[number]
            assert sum(now) == sum(before)
            assert min(now) >= min(LEAST, *before)


async def test_a_panel_with_few_rows_takes_no_more_than_it_needs(open_desk: OpenDesk) -> None:
    async with open_desk((120, 60)) as desk:
        before = heights(desk)
        await desk.press("4")
        assert heights(desk) == before
        await desk.press("escape", "h", "4")
        assert heights(desk) == before


async def test_it_stays_large_in_the_text_until_another_one_gets_the_keys(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        await desk.press("3")
        large = heights(desk)
        await desk.press("escape", "j", "j")
        assert heights(desk) == large
        await desk.press("2")
        assert heights(desk) != large


async def test_plus_and_minus_change_it_and_the_next_desk_remembers(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        even = heights(desk)
        await desk.press("2")
        large = heights(desk)
        await desk.press("+")
        assert "takes all the room" in desk.status
        assert heights(desk)[1] == sum(even) - 3
        assert str(desk.panels[0].border_title).startswith(" 1 Entities  ")
        await desk.press("+")
        assert "as large as this window lets them be" in desk.status
        await desk.press("-")
        assert heights(desk) == large
        await desk.press("-")
        assert "all panels have their own size" in desk.status
        assert heights(desk) == even
        await desk.press("-")
        assert "as small as" in desk.status
        await desk.until(lambda: paths().panels.exists())
    async with open_desk() as desk:
        even = heights(desk)
        await desk.press("2")
        assert heights(desk) == even


async def test_what_the_settings_say_later_stands_over_it(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("2", "-")
        await desk.until(lambda: paths().panels.exists())
    config = Config(panels=PanelSettings(focused="whole"))
    async with open_desk(config=config) as desk:
        await desk.press("2")
        assert heights(desk)[0] == 1


async def test_a_damaged_choice_is_none(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT):
        pass
    paths().panels.write_text("huge\nlarge\n", encoding="utf-8")
    async with open_desk(text=TEXT) as desk:
        assert desk.parts.column.size == "large"


async def test_private_reading_remembers_no_size(open_desk: OpenDesk, home: Path) -> None:
    async with open_desk(text=TEXT, private=True) as desk:
        await desk.press("2", "+")
        assert heights(desk)[0] == 1
    assert not paths().panels.exists()


async def test_a_disk_that_refuses_the_size_is_named(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        paths().panels.mkdir()
        await desk.press("2", "+")
        await desk.until(lambda: "the size of the panels is not remembered" in desk.status)


async def test_where_one_panel_is_open_it_has_all_the_room(open_desk: OpenDesk) -> None:
    async with open_desk((120, 30)) as desk:
        await desk.press("2")
        before = heights(desk)
        await desk.press("+")
        assert heights(desk) == before
        assert "room for one open panel" in desk.status


@pytest.mark.parametrize(("size", "rows"), [((80, 24), (10, 15, 7)), ((60, 20), (10, 11, 7))])
async def test_the_sheet_of_a_small_window_grows_and_shrinks(
    open_desk: OpenDesk, size: tuple[int, int], rows: tuple[int, ...]
) -> None:
    async with open_desk(size) as desk:
        await desk.press("2", "j", "j")
        side, found = desk.screen.query_one("#side"), []
        found.append(side.outer_size.height)
        await desk.press("+")
        found.append(side.outer_size.height)
        # Its evidence stays in view above it.
        span = desk.panels[1].rows[desk.panels[1].cursor].span
        assert span is not None
        assert desk.screen.view.lines.row_of(span.start) in desk.screen.view.visible_rows
        await desk.press("-", "-")
        found.append(side.outer_size.height)
        assert tuple(found) == rows
        await desk.press("escape")
        assert side.display is False


async def test_the_smallest_window_has_two_sizes_of_its_sheet(open_desk: OpenDesk) -> None:
    async with open_desk((40, 10)) as desk:
        await desk.press("2")
        side = desk.screen.query_one("#side")
        assert side.outer_size.height == 4
        await desk.press("+")
        assert side.outer_size.height == 6
        await desk.press("j")
        assert desk.screen.view.size.height >= 2
        await desk.press("-")
        assert side.outer_size.height == 4
        await desk.press("-")
        assert "as small as" in desk.status


async def test_a_very_wide_window_has_two_columns_of_panels(open_desk: OpenDesk) -> None:
    async with open_desk((200, 60)) as desk:
        regions = [panel.region for panel in desk.panels]
        assert regions[0].x == regions[1].x < regions[2].x == regions[3].x
        assert regions[0].width > 50
        assert regions[0].y == regions[2].y
        assert regions[1].bottom == regions[3].bottom
        # A quote has two lines for its words there.
        assert desk.panels[1].lines_per_row == 3
        await desk.press("+", "+", "+", "+", "+")
        assert desk.screen.view.lines.width == 84, "the widest measure still has room"
        await desk.press("2")
        now = [panel.region for panel in desk.panels]
        assert now[1].height > regions[1].height
        assert now[2:] == regions[2:], "the other column stays as it is"
        await desk.pilot.resize_terminal(120, 40)
        await desk.pilot.pause()
        assert len({panel.region.x for panel in desk.panels}) == 1
        assert desk.screen.query_one("#side").size.width == 42
        assert desk.panels[1].lines_per_row == 2


async def test_two_columns_show_all_panels_in_a_low_window(open_desk: OpenDesk) -> None:
    async with open_desk((200, 24)) as desk:
        assert min(heights(desk)) >= LEAST
        await desk.pilot.resize_terminal(200, 18)
        await desk.pilot.pause()
        assert sorted(heights(desk))[:2] == [1, 1]


async def test_a_wide_window_gives_the_panels_what_the_text_leaves(open_desk: OpenDesk) -> None:
    async with open_desk((160, 40)) as desk:
        side = desk.screen.query_one("#side")
        assert side.size.width == 68
        await desk.pilot.resize_terminal(199, 40)
        await desk.pilot.pause()
        assert side.size.width == 80
