"""Narrowing, sorting and folding the rows of the panels by keys."""

from __future__ import annotations

import pytest

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tui.desk.surface import Occasion


async def test_f_narrows_the_rows_while_typing_and_escape_shows_all(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        every = desk.rows(1)
        await desk.press("1", "f")
        await desk.type("stolt")
        assert all("Stoltenberg" in row for row in desk.rows(1))
        await desk.press("enter")
        assert len(desk.rows(1)) < len(every)
        assert "stolt" in str(desk.panels[0].border_title)
        # the first Esc shows all rows, the second one leaves the panel
        await desk.press("escape")
        assert desk.rows(1) == every
        assert "PANEL" in desk.status
        await desk.press("escape")
        assert "READ" in desk.status


async def test_escape_while_typing_takes_the_filter_back(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        every = desk.rows(2)
        await desk.press("2", "f")
        await desk.type("zzzz")
        assert desk.rows(2) == []
        assert "matches “zzzz”" in desk.panels[1].state_text
        await desk.press("escape")
        assert desk.rows(2) == every


async def test_a_filter_keeps_its_words_when_the_rows_come_anew(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("V", "h", "escape", "4", "f")
        await desk.type("zz")
        await desk.press("enter")
        assert desk.rows(4) == []
        desk.screen.surface.react(Occasion.MARKS_CHANGED)
        assert desk.rows(4) == []


async def test_quotes_are_filtered_by_their_speaker(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("2", "f")
        await desk.type("obi")
        await desk.press("enter")
        assert len(desk.rows(2)) == 1
        assert "Ada Obi" in desk.rows(2)[0]


@pytest.mark.parametrize(
    ("panel", "said"),
    [
        (1, ["entities by name", "entities by place in the text", "entities by mentions"]),
        (2, ["quotes by speaker", "quotes by place in the text"]),
        (3, ["open questions by place in the text", "open questions by kind"]),
        (4, ["highlights by date, latest first", "highlights by colour"]),
    ],
)
async def test_capital_s_goes_through_the_orders(
    open_desk: OpenDesk, panel: int, said: list[str]
) -> None:
    async with open_desk() as desk:
        rows = desk.rows(panel)
        await desk.press("h", str(panel))
        for words in said:
            await desk.press("S")
            assert words in desk.status
            if panel != 4:
                assert sorted(desk.rows(panel)) == sorted(rows)


async def test_sorted_by_speaker_the_unnamed_stand_together_and_can_be_folded(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("2", "S", "G", "left")
        assert "anonymous sources 1" in desk.rows(2)[-1]
        await desk.press("right")
        assert "A person close to the talks" in desk.rows(2)[-1]


async def test_left_folds_the_type_of_the_row_and_right_unfolds_it(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        every = desk.rows(1)
        await desk.press("1", "g", "g", "left")
        assert "people" in desk.rows(1)[0]
        assert len(desk.rows(1)) < len(every)
        await desk.press("right")
        assert desk.rows(1) == every


async def test_marks_by_the_latest_first(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to("Shopkeepers")
        await desk.press("h")
        desk.go_to("PORT")
        await desk.press("h", "4")
        first = desk.rows(4)[0]
        await desk.press("S")
        assert desk.rows(4)[0] == first
        assert "Shopkeepers" in desk.rows(4)[-1]
