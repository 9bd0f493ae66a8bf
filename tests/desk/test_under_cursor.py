"""Enter and `i` in the text: the row of what stands there, and why it is there."""

from __future__ import annotations

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tui.dialogs.why import WhyScreen

QUESTION = "It is not clear when"
QUOTE = "The piers are moving"
NOTHING = "Shopkeepers on"


def opened_row(desk: Desk) -> str:
    """The row that has the keys, as text; empty in the text."""
    row = desk.parts.column.current
    lines = row.lines if row else ()
    return "\n".join("".join(text for text, _ in (*line.left, *line.right)) for line in lines)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (200, 60)])
@pytest.mark.parametrize(
    ("words", "panel", "row"),
    [
        (QUESTION, "questions", "When will the harbour bridge"),
        (QUOTE, "quotes", "We cannot wait any longer"),
        ("Ada Obi", "entities", "Ada Obi"),
    ],
)
async def test_enter_goes_to_the_row_and_esc_comes_back(
    open_desk: OpenDesk, size: tuple[int, int], words: str, panel: str, row: str
) -> None:
    async with open_desk(size, text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to(words)
        place = desk.cursor
        await desk.press("enter")
        focused = desk.parts.column.panel
        assert focused is not None
        assert focused.id == panel
        assert row in opened_row(desk)
        # The text stays where it was.
        assert desk.cursor == place
        top = desk.screen.view.scroll_offset.y
        seen = range(top, top + desk.screen.view.rows_visible)
        assert desk.screen.view.lines.row_of(place) in seen
        await desk.press("escape")
        assert desk.parts.column.panel is None
        assert desk.cursor == place


async def test_enter_on_a_highlight_goes_to_its_row_before_all_else(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to(QUESTION)
        await desk.press("h", "enter")
        focused = desk.parts.column.panel
        assert focused is not None
        assert focused.id == "marks"
        assert "It is not clear" in opened_row(desk)
        await desk.press("enter")
        assert desk.parts.column.panel is None


async def test_enter_finds_a_row_that_a_filter_has_taken_off(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("1", "f", *"tide", "enter", "escape", "escape")
        desk.go_to("Ada Obi")
        await desk.press("enter")
        assert "Ada Obi" in opened_row(desk)


async def test_where_nothing_stands_enter_and_i_say_so(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to(NOTHING)
        for key in ("enter", "i"):
            await desk.press(key)
            assert "no highlight, question, quote or name stands here" in desk.status
            assert desk.parts.column.panel is None
            await desk.press("l")


@pytest.mark.parametrize(("words", "panel"), [(QUESTION, "3"), (QUOTE, "2"), ("Ada Obi", "1")])
async def test_i_says_what_i_in_the_panel_says(open_desk: OpenDesk, words: str, panel: str) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to(words)
        await desk.press("i")
        assert isinstance(desk.dialog, WhyScreen)
        said = desk.dialog._reasons
        await desk.press("escape")
        assert desk.parts.column.panel is None
        desk.go_to(words)
        await desk.press(panel, "i")
        assert isinstance(desk.dialog, WhyScreen)
        assert desk.dialog._reasons == said


async def test_i_on_a_highlight_of_plain_words_says_that_it_is_one(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to(NOTHING)
        await desk.press("h", "i")
        assert "you highlighted this" in desk.status
