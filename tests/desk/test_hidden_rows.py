"""The reader hides rows, and looks at those that are hidden or have lost their place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tests.desk.corrections import current, names, press, settled
from tui.analysis.results import Analysis


async def test_x_hides_a_row_and_goes_on_to_the_next(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x")
        assert names(desk)[0] == "Tidewater"
        assert current(desk) == "■ Tidewater"
        assert "“Ada Obi” is hidden, in other articles too; u takes it back" in desk.status
        assert "1 hidden" in str(desk.panels[0].border_subtitle)
        assert desk.under_cursor.startswith("Tidewater"), "the text goes along"


async def test_hurried_keys_hide_one_row_after_the_other(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("1")
        await desk.pilot.press("x", "x")
        await settled(desk)
        assert names(desk)[0] == "Ellis"
        await press(desk, "u", "u")
        assert names(desk)[:3] == ["Ada Obi", "Tidewater", "Ellis"]
        assert current(desk) == "● Ada Obi", "the row that came back is the current one"


async def test_a_hidden_entity_is_no_longer_coloured_or_stepped_to(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "escape")
        assert not desk.screen.view.painted["person"].spans
        desk.go_to("Ada Obi")
        assert desk.state.entity_at(desk.cursor) is None


async def test_capital_x_lists_hidden_rows_dim_and_x_there_brings_one_back(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        await press(desk, "2", "x", "X")
        quotes = desk.panels[1]
        assert [row.key in quotes.dimmed for row in quotes.rows] == [True, False]
        assert "1 hidden, listed dim" in desk.status
        await press(desk, "g", "g", "x")
        assert not quotes.dimmed
        assert "the quote is listed again; u takes it back" in desk.status
        assert current(desk).startswith('┃ "We cannot wait'), "the reader stays at the quote"
        await press(desk, "u", "X")
        assert len(quotes.rows) == 1


@pytest.mark.parametrize("fold", [(), ("G", "enter", "j", "x", "k", "enter")])
async def test_capital_x_goes_to_the_first_hidden_row_also_in_a_fold(
    open_harbour: OpenDesk, fold: tuple[str, ...]
) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", *(fold or ("j", "x", "g", "g")))
        entities = desk.panels[0]
        await press(desk, "X")
        assert entities.current is not None
        assert entities.current.key in entities.dimmed
        assert desk.under_cursor.startswith("Monday" if fold else "Tidewater"), "the text, too"
        assert entities.places.top_of(entities.cursor) >= entities.scroll_offset.y
        await desk.press("escape", "1")
        assert "x bring back" in desk.status
        await desk.press("k")
        assert "x hide" in desk.status


async def test_capital_x_goes_to_what_a_filter_would_leave_out(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "f", *"ellis", "enter", "X")
        entities = desk.panels[0]
        assert entities.current is not None
        assert entities.current.key in entities.dimmed


async def test_capital_x_names_the_panel_where_rows_are_hidden(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "2", "j")
        quotes = desk.panels[1]
        before = quotes.cursor
        await press(desk, "X")
        assert "1 hidden, listed dim in entities" in desk.status
        assert quotes.cursor == before


@pytest.mark.parametrize(("panel", "words"), [("2", "We cannot wait"), ("3", "Who will pay")])
async def test_a_hidden_row_can_still_be_copied(
    open_harbour: OpenDesk, panel: str, words: str
) -> None:
    async with open_harbour() as desk:
        await press(desk, panel, "x")
        await press(desk, "X")
        await desk.press("g", "g")
        while words not in current(desk):
            await desk.press("j")
        await desk.press("y")
        assert words in desk.app.clipboard


async def test_with_nothing_hidden_capital_x_says_what_would(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "X")
        assert "x hides a wrong row" in desk.status


async def test_a_correction_without_a_result_is_listed_with_the_hidden_rows(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        await press(desk, "2", "x")
        await desk.saved()
    without = replace(harbour.analysis(), quotes=harbour.analysis().quotes[1:])
    async with open_harbour(analysis=without) as desk:
        await settled(desk)
        assert len(desk.rows(2)) == 1
        await press(desk, "2", "X", "g", "g")
        assert "We cannot wait" in desk.rows(2)[0]
        assert "nothing is found here" in desk.rows(2)[0]
        await press(desk, "i")
        assert "x takes it back" in desk.status
        await press(desk, "x")
        assert len(desk.rows(2)) == 1
        assert not desk.state.corrections


@pytest.mark.parametrize("panel", ["1", "2", "3"])
async def test_hidden_and_lost_rows_stand_in_every_order(
    open_harbour: OpenDesk, panel: str
) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "2", "x", "3", "x", "X")
        await desk.saved()
        lists = desk.panels[:3]
        assert [len(each.dimmed & each.keys) for each in lists] == [1, 1, 1]
        for _ in range(3):
            await press(desk, panel, "S")
            assert [len(each.dimmed & each.keys) for each in lists] == [1, 1, 1]
    nothing = Analysis("en")
    async with open_harbour(analysis=nothing) as desk:
        await settled(desk)
        await press(desk, "1", "X")
        for _ in range(3):
            await press(desk, panel, "S")
        assert len(desk.rows(int(panel))) == 1
        await press(desk, "x")
        assert len(desk.rows(int(panel))) == 0
