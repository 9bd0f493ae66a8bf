"""The desk with the reader's own keys, panels and names of colours."""

from __future__ import annotations

import pytest

from tests.desk.conftest import Desk, OpenDesk
from tests.desk.shelves import head, opened
from tui.dialogs.library_list import LibraryScreen
from tui.dialogs.marks_list import MarksScreen
from tui.dialogs.palette import PaletteScreen
from tui.settings.config import ColourNames, Config, PanelSettings
from tui.widgets.chrome import Bar

TEXT = "One two three. Four five six!\n\nSeven two nine. Ten two.\n\nEleven twelve."
OWN = Config(
    keys={
        "mark.make": ("f5", "f12"),
        "mark.note": ("ctrl+k",),
        "find.open": ("f6",),
        "panel.next": ("f7",),
        "desk.help": ("f2",),
        "desk.quit": ("f10",),
        "mark.delete": ("f8 d",),
        "change.undo": (),
        "desk.palette": ("f9",),
    }
)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_first_screen_shows_the_readers_own_keys(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size, config=OWN) as desk:
        for hint in (
            "F5 highlight", "ctrl+k note", "F6 find", "F7 panels", "F2 help", "F10 quit",
        ):  # fmt: skip
            assert hint in desk.status


async def test_own_keys_run_their_commands_and_the_old_ones_nothing(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, config=OWN) as desk:
        await desk.press("h")
        assert desk.marked == []
        assert "no command on this key; F2 shows the keys" in desk.status
        await desk.press("f12")
        assert desk.marked == ["One two three."]
        await desk.press("f8")
        assert "d delete the highlight" in desk.status.replace("  ", " ")
        await desk.press("d")
        assert desk.marked == []
        assert "highlight deleted; F9 undo brings it back" in desk.status


async def test_greeting_help_and_palette_show_own_keys(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, config=OWN) as desk:
        welcome = desk.screen.query_one("#welcome", Bar)
        await desk.until(lambda: welcome.display)
        assert "F9 commands" in "".join(text for text, _ in welcome.left)
        await desk.press("f2")
        await desk.until(lambda: "F5  F12" in shown_rows(desk))
        await desk.press("f2")
        assert desk.dialog is None
        await desk.press("f9")
        assert isinstance(desk.app.screen, PaletteScreen)
        assert "ctrl+k" in shown_rows(desk)


def shown_rows(desk: Desk) -> str:
    rows = desk.app.screen.query_one("RowList").rows  # type: ignore[attr-defined]
    return "\n".join(
        "".join(text for line in row.lines for text, _ in (*line.left, *line.right)) for row in rows
    )


async def test_a_mistaken_binding_is_told_and_reading_goes_on(open_desk: OpenDesk) -> None:
    config = Config(keys={"mark.mak": ("z",)})
    async with open_desk(text=TEXT, config=config) as desk:
        assert "keys.mark.mak names no command; did you mean mark.make?" in desk.status
        await desk.press("h")
        assert desk.marked == ["One two three."]


async def test_colours_are_called_what_the_reader_calls_them(open_desk: OpenDesk) -> None:
    config = Config(colours=ColourNames({"yellow": "claim", "green": "fact"}))
    async with open_desk(text=TEXT, config=config) as desk:
        await desk.press("v", "w")
        assert "1 claim  2 fact  3 blue  4 pink" in desk.status
        await desk.press("escape", "c")
        assert "(claim)" in desk.status
        await desk.press("2")
        assert "the next one will be fact" in desk.status
        await desk.press("h")
        assert desk.rows(4) == ["▌One two three. fact ¶1 "]


async def test_the_chosen_panel_is_open_and_as_wide_as_wanted(open_desk: OpenDesk) -> None:
    config = Config(panels=PanelSettings(open="questions", width=50))
    async with open_desk((120, 30), config=config) as desk:
        side = desk.screen.query_one("#side")
        assert side.size.width == 50
        assert desk.panels[2].outer_size.height > 10
        await desk.press("tab")
        assert desk.parts.column.focused is desk.panels[2]
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert side.size.width == 80


async def test_the_palette_lists_first_what_works_here(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press(":")
        await desk.type("next")
        labels = [line.strip() for line in shown_rows(desk).splitlines()]
        of_rows = next(i for i, label in enumerate(labels) if label.startswith("next row"))
        assert "only in a panel" in labels[of_rows]
        assert all("only" in label for label in labels[of_rows:])
        await desk.type(" row")
        await desk.press("enter")
        assert "“next row” works only in a panel" in desk.status


async def test_a_command_of_the_text_chosen_in_a_panel_goes_back_to_the_text(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("2", ":")
        await desk.type("select the sentence")
        await desk.press("enter")
        assert desk.words(desk.screen.view.selection) == "One two three."


async def test_lists_name_the_readers_own_keys(open_desk: OpenDesk) -> None:
    config = Config(keys={"mark.make": ("f5",), "desk.quit": ("f10",)})
    async with open_desk(text=TEXT, config=config) as desk:
        await desk.press("g", "h")
        marks = desk.dialog
        assert isinstance(marks, MarksScreen)
        await desk.until(lambda: "F5 highlights the sentence" in marks.hits.state_text)
        await desk.press("q")
        library = await opened(desk, LibraryScreen, "L")
        await desk.press("x")
        assert "leave it with F10 first" in head(library)
