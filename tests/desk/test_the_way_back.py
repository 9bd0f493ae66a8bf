"""Keys that go the other way, and every command has something that it does."""

from __future__ import annotations

import pytest

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tui.desk.parts import part_class, part_name
from tui.keys.commands import COMMANDS, Command, Mode

LONG = "\n\n".join(f"Paragraph {number} says a thing. And another thing." for number in range(80))
OF_THE_DESK = (Mode.TEXT, Mode.SELECT, Mode.PANEL)


@pytest.mark.parametrize(
    ("key", "there", "back"),
    [
        ("e", "Ada Obi", "Monday"),
        ("q", "the ferry company had", '"We cannot wait'),
        ("u", "It is not clear when", "it would not say who"),
    ],
)
async def test_a_bracket_steps_from_one_thing_to_the_next_and_back(
    open_desk: OpenDesk, key: str, there: str, back: str
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to(back)
        await desk.press("]", key)
        assert desk.under_cursor.startswith(there)
        await desk.press("[", key)
        assert desk.under_cursor.startswith(back)


async def test_a_brace_goes_back_by_paragraphs_and_page_up_by_pages(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        await desk.press("}", "}", "{")
        assert desk.under_cursor.startswith("Paragraph 1 ")
        await desk.press("pagedown", "pagedown")
        far = desk.screen.view.visible_rows.start
        await desk.press("pageup")
        assert 0 < desk.screen.view.visible_rows.start < far


async def test_capital_n_finds_backwards(open_desk: OpenDesk) -> None:
    async with open_desk(text="One two. Three two. Four two.") as desk:
        await desk.press("/")
        await desk.type("two")
        await desk.press("enter", "n", "N")
        assert desk.cursor == 4


async def test_c_and_1_colours_a_highlight_yellow_again(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT) as desk:
        await desk.press("h", "c", "2", "c", "1")
        assert [mark.highlight.colour.value for mark in desk.state.marks] == ["yellow"]


async def test_page_up_goes_a_page_of_rows_back(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("1", "pagedown", "pageup")
        assert desk.panels[0].cursor == 0


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_of_the_desk_does_something(command: Command) -> None:
    if set(command.modes) & set(OF_THE_DESK):
        assert part_class(part_name(command.id)).has(command)
