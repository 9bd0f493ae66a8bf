"""Keys that a terminal hands over all at once: none is lost, none overtakes another."""

from __future__ import annotations

import pytest
from textual import events

from tests.desk.conftest import Desk, OpenDesk
from tui.dialogs.finder import FinderScreen
from tui.dialogs.note import NoteScreen
from tui.dialogs.palette import PaletteScreen
from tui.widgets.boxes import LineBox

TEXT = "One two three. Four five six!\n\nSeven two nine. Ten two.\n\nEleven twelve."


def together(desk: Desk, *keys: str) -> None:
    """Hand over keys without a pause between them."""
    for key in keys:
        desk.app.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("opening", ["\\", "a", ":", "?", "/"])
async def test_a_key_after_escape_is_for_the_desk(open_desk: OpenDesk, opening: str) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press(opening)
        # The second paragraph, then its second sentence.
        together(desk, "escape", "}", ")")
        await desk.until(lambda: desk.under_cursor.startswith("Ten two"))
        assert desk.dialog is None


async def test_a_key_after_enter_in_the_find_bar_is_for_the_text(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        together(desk, "/", *"two", "enter", "n", "h")
        await desk.until(lambda: desk.marked)
        assert desk.marked == ["Seven two nine."]


async def test_keys_after_enter_in_the_finder_wait_for_its_rows(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        together(desk, "\\", *"eleven", "enter", "h", "g", "g")
        await desk.until(lambda: desk.marked)
        assert desk.marked == ["Eleven twelve."]
        await desk.until(lambda: desk.under_cursor.startswith("One"))


async def test_letters_after_an_enter_that_finds_nothing_stay_in_the_box(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        together(desk, "\\", *"zzzz", "enter", "h")
        await desk.until(lambda: isinstance(desk.dialog, FinderScreen))
        finder = desk.dialog
        assert isinstance(finder, FinderScreen)
        await desk.until(lambda: finder.query(LineBox) and finder.prompt.value == "zzzzh")
        assert desk.marked == []


async def test_escape_leaves_a_finder_that_waits_with_enter(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        together(desk, "\\", *"eleven", "enter", "escape")
        await desk.until(lambda: desk.dialog is None)
        await desk.press("}")
        assert desk.dialog is None


async def test_backspace_takes_away_the_letter_before_it(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("\\")
        finder = desk.dialog
        assert isinstance(finder, FinderScreen)
        together(desk, "t", "x", "backspace", "e", "e", "left", "delete", "n", "home", "a")
        await desk.until(lambda: finder.prompt.value == "aten")
        await desk.press("escape", "a")
        note = desk.dialog
        assert isinstance(note, NoteScreen)
        together(desk, *"why", "x", "backspace", "!", "enter", *"so", "up", "home", "(")
        await desk.until(lambda: note.editor.text == "(why!\nso")


async def test_the_chosen_command_runs_before_the_next_key(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        together(desk, ":", *"end of the text", "enter", "h")
        await desk.until(lambda: desk.marked)
        assert desk.marked == [TEXT.split("\n\n")[-1]]
        assert not isinstance(desk.dialog, PaletteScreen)


async def test_help_lets_the_keys_after_its_end_through(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        together(desk, "?", "j", "q", "}", "h")
        await desk.until(lambda: desk.marked)
        assert desk.marked == ["Seven two nine."]


async def test_q_twice_in_one_breath_leaves_the_panel_and_then_the_desk(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("3")
        together(desk, "q", "q")
        await desk.until(lambda: not desk.app.is_running)
