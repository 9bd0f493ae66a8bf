"""Little room: nothing that is said or chosen from is cut off."""

from __future__ import annotations

import pytest

from tests.desk.conftest import Desk, OpenDesk
from tests.desk.test_glyphs import screen_of
from tui.dialogs.finder import FinderScreen
from tui.dialogs.help import HelpScreen
from tui.dialogs.note import NoteScreen
from tui.dialogs.palette import PaletteScreen
from tui.dialogs.sheet import sheet_rows
from tui.dialogs.theme_list import ThemeScreen
from tui.settings.config import Config
from tui.widgets.rooms import Tab, message_rows, tab_runs, width_of
from tui.widgets.row_list import RowList

SMALL = ((40, 10), (60, 20))
TEXT = (
    "PORT ELLIS - The old bridge will close, Ada Obi of the Harbour Board said on Monday. "
    '"We do not know when," she told reporters.\n\nNobody has said who will pay.\n\n'
) * 8


def said(desk: Desk) -> str:
    """The words of the status row, all its rows."""
    row = desk.screen.status
    runs = [*row.left, *(run for line in row.more for run in line)]
    return " ".join("".join(text for text, _ in runs).split())


@pytest.mark.parametrize("size", [*SMALL, (80, 24), (120, 40)])
async def test_a_long_message_is_read_whole_and_covers_nothing(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    message = "the library cannot be opened because its disk is full; make room and try again"
    async with open_desk(size, text=TEXT) as desk:
        await desk.press("escape", "j")
        screen = desk.screen
        screen.surface.say(message)
        await desk.pilot.pause()
        drawn = " ".join(screen_of(desk).split())
        assert message in drawn
        assert screen.view.region.bottom <= screen.status.region.y
        row = screen.view.lines.row_of(desk.cursor)
        assert row in screen.view.visible_rows
        await desk.press("j")
        assert screen.status.size.height == 1


@pytest.mark.parametrize("size", [*SMALL, (80, 24)])
async def test_the_names_of_the_panels_are_never_cut(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size) as desk:
        row = screen_of(desk).splitlines()[desk.screen.tabs.region.y]
        assert "…" not in row
        for number, panel in enumerate(desk.panels, 1):
            assert f"{number} " in row
            assert panel.counts.split(" ")[0] in row


NAMES = (("entities", "who"), ("quotes", "said"), ("questions", "open"), ("highlights", "kept"))


def test_names_of_panels_become_shorter_before_they_go() -> None:
    tabs = [
        Tab(number, name, shortest, "12", is_open=False)
        for number, (name, shortest) in enumerate(NAMES, 1)
    ]
    shown = {room: "".join(text for text, _ in tab_runs(tabs, room)) for room in range(20, 81)}
    assert "1 entities 12  2 quotes 12  3 questions 12" in shown[80]
    assert shown[41] == " 1 who 12 2 said 12 3 open 12 4 kept 12"
    assert shown[24] == " 1 12 2 12 3 12 4 12"
    assert all(width_of(tab_runs(tabs, room)) <= room for room in range(20, 81))


def test_a_message_keeps_every_word_or_ends_in_dots() -> None:
    text = "one two three four five six seven eight nine ten"
    rows = message_rows(text, 20, 6, 5)
    assert " ".join("".join(rows).split()) == text
    assert all(len(row) <= 20 for row in rows)
    assert len(rows[0]) <= 14
    (first, last) = message_rows(text, 20, 6, 2)
    assert last.endswith("…")
    assert first.strip() in text


@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize(
    ("key", "kind", "least"),
    [
        ("?", HelpScreen, 6),
        (":", PaletteScreen, 5),
        ("\\", FinderScreen, 5),
        ("T", ThemeScreen, 1),
    ],
)
async def test_a_list_has_room_in_a_small_window(
    open_desk: OpenDesk, size: tuple[int, int], key: str, kind: type, least: int
) -> None:
    async with open_desk(size, text=TEXT) as desk:
        await desk.press(key)
        dialog = desk.dialog
        assert dialog is not None
        assert isinstance(dialog, kind)
        await desk.pilot.pause()
        rows = dialog.query_one(RowList)
        assert rows.size.height >= least
        assert rows.size.width >= size[0] - 4
        box = dialog.query_one(".dialog").region
        assert box.bottom <= size[1]
        assert box.right <= size[0]
        await desk.press("escape")
        assert desk.dialog is None


@pytest.mark.parametrize("size", SMALL)
async def test_a_note_is_written_in_a_small_window_beside_its_passage(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size, text=TEXT) as desk:
        await desk.press("}", "a")
        note = desk.dialog
        assert isinstance(note, NoteScreen)
        await desk.type("who says")
        await desk.pilot.pause()
        assert note.editor.size.height >= 2
        assert "who says" in screen_of(desk)
        first = desk.screen.view.lines.row_of(desk.screen.view.cursor)
        view = desk.screen.view
        top = view.content_region.y + first - view.scroll_offset.y
        assert view.region.y <= top < note.query_one(".dialog").region.y


def test_the_note_takes_about_half_of_a_low_window() -> None:
    assert [sheet_rows(height) for height in (10, 12, 20, 24, 60)] == [6, 6, 10, 11, 11]


@pytest.mark.parametrize("size", SMALL)
async def test_help_shows_every_word_in_a_small_window(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size, text=TEXT) as desk:
        await desk.press("?")
        dialog = desk.dialog
        assert isinstance(dialog, HelpScreen)
        await desk.until(lambda: dialog.rows.rows)
        widths = [width_of(line.left) for row in dialog.rows.rows for line in row.lines]
        assert max(widths) <= dialog.rows.size.width


async def test_the_title_keeps_half_of_a_narrow_row(open_desk: OpenDesk) -> None:
    async with open_desk((120, 40)) as desk:
        for width, fact in ((120, "13 Jan 2022"), (80, "569 words"), (40, "2 min")):
            await desk.pilot.resize_terminal(width, 24)
            await desk.pilot.pause()
            row = screen_of(desk).splitlines()[0]
            assert "The differences" in row
            assert fact in row
            assert ("closeread" in row) is (width >= 60)


@pytest.mark.parametrize("key", ["?", ":", "\\", "a", "T", "i"])
async def test_every_dialog_survives_a_window_that_becomes_small_and_large(
    open_desk: OpenDesk, key: str
) -> None:
    async with open_desk((120, 40)) as desk:
        await desk.press("2", key)
        dialog = desk.dialog
        assert dialog is not None
        for size in ((40, 10), (200, 60), (60, 20), (80, 24)):
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
            box = dialog.query_one(".dialog").region
            assert box.width <= size[0]
            assert box.height <= size[1]
            assert box.height >= 5
        assert desk.dialog is dialog
        await desk.press("escape")
        assert desk.dialog is None


async def test_mistakes_in_the_settings_are_read_whole_in_a_small_window(
    open_desk: OpenDesk,
) -> None:
    config = Config(keys={"mark.mak": ("z",)})
    async with open_desk((60, 20), text=TEXT, config=config) as desk:
        assert "keys.mark.mak names no command; did you mean mark.make? it is ignored" in said(desk)


@pytest.mark.parametrize("size", [*SMALL, (40, 12), (99, 10)])
async def test_the_evidence_of_a_row_is_seen_above_the_panel(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size) as desk:
        for panel in "23":
            await desk.press(panel)
            await desk.pilot.pause()
            side = desk.screen.query_one("#side").region
            for _ in range(4):
                row = desk.panels[int(panel) - 1].current
                assert row is not None
                above = " ".join(screen_of(desk).splitlines()[: side.y])
                words = desk.words(row.span).split()[:3]
                assert all(word in above for word in words), (panel, words)
                await desk.press("j")
            await desk.press("escape")


@pytest.mark.parametrize("size", [*SMALL, (80, 24), (120, 40)])
async def test_help_and_the_way_out_are_always_named(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size, text=TEXT) as desk:
        await desk.press("escape", "j")
        assert "? help" in desk.status
        assert "q quit" in desk.status
        assert "h highlight" in desk.status
        await desk.press("v")
        assert "? help" in desk.status
        assert "h highlight" in desk.status
        await desk.press("escape", "1")
        assert "? help" in desk.status
        assert "q back" in desk.status


DIALOGS = {
    "a note": ["}", "a"],
    "tags": ["t"],
    "name and type": ["1", "r"],
    "speaker": ["2", "s"],
    "merging": ["1", "M"],
    "places of a name": ["1", "P"],
    "a name": ["V", "M"],
    "a quote": ["V", "s"],
    "why": ["3", "i"],
    "answer": ["3", "r"],
    "own question": ["Q"],
    "pipe": ["h", "|"],
    "export": ["e"],
    "opening": ["ctrl+o"],
    "statistics": ["g", "s"],
    "help": ["?"],
    "palette": [":"],
    "themes": ["T"],
    "finder": ["\\"],
}


@pytest.mark.parametrize("size", SMALL)
async def test_the_foot_of_a_dialog_names_whole_keys(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size) as desk:
        for name, keys in DIALOGS.items():
            await desk.press(*keys)
            assert desk.dialog is not None, name
            await desk.pilot.pause()
            lines = screen_of(desk).splitlines()
            box = desk.dialog.query_one(".dialog").region
            foot = " ".join(lines[box.bottom - 2 : box.bottom]).replace(" │", "")
            assert "…" not in foot, (name, foot)
            assert "Esc" in foot or "Enter" in foot, (name, foot)
            await desk.press("escape", "escape")
            assert desk.dialog is None, name


@pytest.mark.parametrize("size", SMALL)
async def test_why_a_row_is_there_is_read_whole(open_desk: OpenDesk, size: tuple[int, int]) -> None:
    async with open_desk(size) as desk:
        for panel in "123":
            await desk.press(panel, "i")
            dialog = desk.dialog
            assert dialog is not None
            await desk.pilot.pause()
            rows = dialog.query_one(RowList)
            for row in rows.rows:
                for line in row.lines:
                    assert width_of((*line.left, *line.right)) <= rows.size.width
            await desk.press("escape", "escape")


@pytest.mark.parametrize("size", SMALL)
async def test_a_line_to_type_in_leaves_the_text_in_view(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size, text=TEXT) as desk:
        await desk.press("escape", "h", "|")
        assert desk.dialog is not None
        await desk.pilot.pause()
        assert desk.dialog.query_one(".dialog").region.height <= 4
