"""The current row of a panel is shown in full, and which row of how many it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.test_glyphs import screen_of
from tui.dialogs.help import HelpScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.settings.config import Config
from tui.widgets.side_panel import SidePanel

SIZES = ((120, 40), (200, 60), (80, 24), (60, 20), (40, 10))
TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."


def shown(desk: Desk, panel: int) -> list[str]:
    """The lines of a panel as they are drawn, without its frame."""
    desk.screen.next_frame.catch_up()
    region = desk.panels[panel - 1].content_region
    rows = screen_of(desk).splitlines()[region.y : region.bottom]
    return [_cells(row, region.x, region.right).rstrip() for row in rows]


def _cells(row: str, start: int, end: int) -> str:
    at, found = 0, ""
    for letter in row:
        found += letter if start <= at < end else ""
        at += cell_len(letter)
    return found


def in_one(lines: list[str]) -> str:
    return " ".join(" ".join(line.lstrip("┃┆▌?› ") for line in lines).split())


def top_of(panel: SidePanel, row: int) -> int:
    """On which line of the panel a row begins."""
    return panel.places.top_of(row) - panel.scroll_offset.y


@pytest.mark.parametrize("size", [size for size in SIZES if size[1] > 10])
async def test_the_current_quote_is_whole_and_folds_when_it_is_left(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size) as desk:
        assert desk.state.analysis is not None
        quote = desk.state.analysis.quotes[2]
        words = " ".join(desk.words(quote.content[0]).split())
        await desk.press("2", "g", "g", "j", "j")
        # Its sign stands before each of its lines, its speaker below them.
        assert words in in_one(shown(desk, 2))
        await desk.press("j")
        assert words not in in_one(shown(desk, 2)) or size[0] < 100
        await desk.press("escape")
        panel = desk.panels[1]
        assert not panel.places.opened


async def test_the_rows_above_stay_where_they_are(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("2")
        panel = desk.panels[1]
        for key in ("j", "j", "j", "k", "j", "k", "k"):
            seen = panel.scroll_offset.y
            tops = [top_of(panel, row) for row in range(panel.cursor + 1)]
            await desk.press(key)
            if panel.scroll_offset.y == seen:
                assert [top_of(panel, row) for row in range(len(tops))][: panel.cursor] == tops[
                    : panel.cursor
                ]
            assert top_of(panel, panel.cursor) == panel.cursor * 2 - panel.scroll_offset.y


async def test_a_question_is_whole_with_all_of_its_evidence(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("3")
        assert "“It is not clear when" not in in_one(shown(desk, 3))
        await desk.press("j")
        lines = in_one(shown(desk, 3))
        assert "When will the harbour bridge of Port Ellis open to traffic again?" in lines
        assert "“It is not clear when the bridge will open again”" in lines.replace("¶4 ", "")


async def test_an_answer_is_shown_with_the_evidence_below_it(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("3", "r", "tab", "tab")
        await desk.type("The county will, says the mayor, with help from the ferry company.")
        await desk.press("enter")
        await desk.until(lambda: "✓" in "".join(shown(desk, 3)))
        lines = in_one(shown(desk, 3))
        assert "The county will, says the mayor, with help from the ferry company." in lines
        assert "it would not say who is to pay for the work" in lines.replace("¶1 ", "")


async def test_a_highlight_is_whole_with_every_line_of_its_note_and_its_tags(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "a", *"first", "enter", *"second", "enter", "enter", *"last")
        await desk.press("ctrl+s", "t", *"ab", "enter", "}", "h", "4", "g", "g")
        assert shown(desk, 4)[:7] == [
            "▌One two three.                      ¶1", "▌ first", "▌ second", "▌", "▌ last",
            "▌ #ab", "▌Seven eight nine.                   ¶2",
        ]  # fmt: skip
        # The rows of the note and the tags belong to it.
        await desk.press("j")
        assert shown(desk, 4)[4] == "▌ last"
        assert str(desk.panels[3].border_subtitle) == "1/2"
        await desk.press("j", "j")
        assert shown(desk, 4)[:4] == [
            "▌One two three.                      ¶1", "▌ first second last", "▌ #ab",
            "▌Seven eight nine.                   ¶2",
        ]  # fmt: skip
        assert str(desk.panels[3].border_subtitle) == "2/2"


async def test_a_row_higher_than_its_panel_is_read_on_with_the_key_that_turns_pages(
    open_desk: OpenDesk,
) -> None:
    async with open_desk((60, 20), text=TEXT) as desk:
        await desk.press("h", "a")
        for number in range(20):
            await desk.press(*f"line{number}", "enter")
        await desk.press("ctrl+s", "}", "h", "4", "g", "g", "j")
        panel = desk.panels[3]
        assert panel.cursor == 1
        seen = "\n".join(shown(desk, 4))
        assert "line0" in seen
        assert "line19" not in seen
        for _ in range(2):
            await desk.press("space")
            seen += "\n".join(shown(desk, 4))
            assert panel.cursor == 1
        assert all(f"line{number}" in seen for number in range(20))
        await desk.press("pageup")
        assert panel.cursor == 1
        await desk.press("space", "space")
        assert panel.cursor > 1, "at its end the key goes on to the rows"


async def test_a_highlight_is_read_on_with_its_note_from_its_own_row(open_desk: OpenDesk) -> None:
    async with open_desk((60, 20), text=TEXT) as desk:
        await desk.press("h", "a")
        for number in range(20):
            await desk.press(*f"line{number}", "enter")
        await desk.press("ctrl+s", "}", "h", "4", "g", "g")
        panel = desk.panels[3]
        seen = "\n".join(shown(desk, 4))
        assert "line19" not in seen
        for _ in range(2):
            await desk.press("space")
            seen += "\n".join(shown(desk, 4))
            assert panel.cursor == 0
        assert all(f"line{number}" in seen for number in range(20))
        await desk.press("pageup", "pageup")
        assert panel.cursor == 0
        assert panel.scroll_offset.y == 0


async def test_a_row_that_is_pressed_stays_under_the_mouse(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("2", "g", "g")
        panel = desk.panels[1]
        row = panel.cursor + 1
        y = top_of(panel, row)
        assert y > (row * 2) - panel.scroll_offset.y, "the row above it is in full"
        await desk.pilot.click(panel, offset=(5, y + 1))
        await desk.pilot.pause()
        assert panel.cursor == row
        # There are no rows above it that could come down to keep it there.
        assert top_of(panel, row) == 2
        await desk.press("G", "k", "k", "k", "k", "k")
        row = panel.cursor + 2
        y = top_of(panel, row)
        assert y > row * 2 - panel.scroll_offset.y
        await desk.pilot.click(panel, offset=(5, y + 1))
        await desk.pilot.pause()
        assert panel.cursor == row
        assert top_of(panel, row) in (y, y - 1), "the list begins with a whole row"
        assert desk.cursor == panel.rows[row].span.start  # type: ignore[union-attr]


async def test_a_press_in_a_small_panel_takes_the_row_that_was_drawn_there(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        await desk.press("2", "escape")
        questions = desk.panels[2]
        await desk.pilot.click(questions, offset=(5, 3))
        await desk.pilot.pause()
        assert desk.parts.column.focused is questions
        assert questions.cursor == 1


async def test_the_border_says_which_row_of_how_many(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        quotes = desk.panels[1]
        total, _, rest = str(quotes.border_subtitle).partition(" ")
        await desk.press("2", "j", "j")
        assert str(quotes.border_subtitle) == f"3/{total} {rest}"
        await desk.press("f", *"stoltenberg", "enter")
        count = len(quotes.rows)
        await desk.press("j")
        assert str(quotes.border_title).endswith(f"/ stoltenberg · 2/{count}")
        assert str(quotes.border_subtitle) == f"{total} {rest}"
        await desk.press("escape", "escape")
        assert str(quotes.border_subtitle) == f"{total} {rest}"


async def test_rows_behind_a_fold_are_counted(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        entities = desk.panels[0]
        total = str(entities.border_subtitle).split()[0]
        await desk.press("1", "g", "g")
        assert str(entities.border_subtitle).startswith(f"1/{total} ")
        await desk.press("G", "enter", "G")
        assert str(entities.border_subtitle).startswith(f"{total}/{total} ")


@pytest.mark.parametrize(("glyphs", "sign"), [("unicode", "┃"), ("ascii", "#")])
async def test_the_edge_shows_which_part_of_a_list_is_seen(
    open_desk: OpenDesk, glyphs: str, sign: str
) -> None:
    async with open_desk(config=Config(glyphs=glyphs)) as desk:
        await desk.press("2")
        region = desk.panels[1].region

        def edge() -> str:
            rows = screen_of(desk).splitlines()[region.y + 1 : region.bottom - 1]
            return "".join(_cells(row, region.right - 1, region.right) for row in rows)

        region = desk.panels[1].region
        at_the_top = edge()
        assert at_the_top[0] == sign
        assert at_the_top[-1] != sign
        await desk.press("G")
        assert edge()[-1] == sign
        assert edge()[0] != sign
        await desk.press("f", *"satisfaction", "enter")
        assert sign not in edge(), "all of it is seen"


@pytest.mark.parametrize("glyphs", ["unicode", "ascii"])
async def test_every_key_draws_what_drawing_all_of_it_would(
    open_desk: OpenDesk, glyphs: str
) -> None:
    keys = ("1", "2", "j", "k", "G", "3", "j", "+", "-", "-", "+", "escape", "4", "tab", "tab")
    async with open_desk((120, 44), config=Config(glyphs=glyphs)) as desk:
        for key in keys:
            await desk.press(key)
            desk.screen.next_frame.catch_up()
            await desk.pilot.pause()
            drawn = screen_of(desk).splitlines()[:-1]
            await desk.press("ctrl+l")
            assert screen_of(desk).splitlines()[:-1] == drawn, key


async def test_lists_over_the_desk_say_it_too(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("?")
        dialog = desk.dialog
        assert isinstance(dialog, HelpScreen)
        box = dialog.query_one(".dialog")
        total = sum(map(dialog.rows.counts_row, dialog.rows.rows))
        assert str(box.border_subtitle).startswith(f"1/{total} · ")
        await desk.press("j", "j")
        assert str(box.border_subtitle).startswith(f"3/{total} · ")
        row = screen_of(desk).splitlines()[dialog.rows.region.y]
        assert _cells(row, dialog.rows.region.right - 1, dialog.rows.region.right) == "┃"
        await desk.press("escape", ":")
        await desk.type("panel")
        assert desk.dialog is not None
        box = desk.dialog.query_one(".dialog")
        assert str(box.border_subtitle).startswith("1/")
        await desk.press("down")
        assert str(box.border_subtitle).startswith("2/")


async def test_headings_of_a_shelf_are_not_counted(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.until(lambda: len(desk.parts.ledger_link.rows) == 2)
        await desk.press("g", "U")
        ledger = desk.dialog
        assert isinstance(ledger, LedgerScreen)
        await desk.until(lambda: ledger.hits.rows)
        box = ledger.query_one(".dialog")
        assert len(ledger.hits.rows) == 3
        assert str(box.border_subtitle) == "1/2"
        await desk.press("j")
        assert str(box.border_subtitle) == "2/2"


@pytest.mark.parametrize("size", SIZES)
async def test_rows_in_full_survive_every_size_and_every_key(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    many = replace(harbour.analysis(), questions=harbour.analysis().questions * 6)
    async with open_desk((120, 40), text=harbour.TEXT, analysis=many) as desk:
        await desk.press("h", "a", *"a note of some words", "ctrl+s", "3", "j")
        await desk.pilot.resize_terminal(*size)
        await desk.pilot.pause()
        for panel in "1234":
            await desk.press(panel, "G", "k", "space", "pageup", "+", "-", "-", "g", "g", "S")
            widget = desk.panels[int(panel) - 1]
            height = widget.scrollable_content_region.height
            assert height >= 2
            top = top_of(widget, widget.cursor)
            assert 0 <= top < height, "the current row is seen"
            assert "".join(shown(desk, int(panel)))
