"""The library in figures, and where they lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.library import two_articles
from tests.desk.shelves import RIVER, lines, opened
from tui.dialogs.finder import FinderScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.dialogs.library_figures import StatisticsScreen
from tui.dialogs.library_list import LibraryScreen


async def test_g_s_shows_the_library_in_figures(open_desk: OpenDesk, tmp_path: Path) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("g", "s")
        screen = desk.app.screen
        assert isinstance(screen, StatisticsScreen)
        await desk.until(lambda: screen.rows.rows)
        shown = "\n".join(
            "".join(text for text, _ in row.lines[0].left) for row in screen.rows.rows
        )
        words = len(RIVER.split()) + len(harbour.TEXT.split())
        for name, figure in (
            ("articles", 2), ("words", words), ("highlights", 1), ("with a note", 1),
            ("yellow", 1), ("open", 2),
        ):  # fmt: skip
            assert any(
                line.split()[: len(name.split()) + 1] == [*name.split(), f"{figure}"]
                for line in shown.splitlines()
            ), (name, shown)
        await desk.press("q")
        assert desk.dialog is None


@pytest.mark.parametrize(
    ("figure", "query", "rows"),
    [
        ("By colour\nyellow", "color:yellow", 1),
        ("By tag\nto do", "tag:^to\\ do$", 1),
        ("Highlighted\nwith a note", "is:noted", 1),
        ("Highlighted\nhighlights", "", 1),
    ],
)
async def test_a_figure_of_highlights_leads_to_them(
    open_desk: OpenDesk, tmp_path: Path, figure: str, query: str, rows: int
) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("g", "s")
        await on_figure(desk, figure)
        await desk.press("enter")
        finder = desk.app.screen
        assert isinstance(finder, FinderScreen)
        assert finder.prompt.value == query
        await desk.until(lambda: finder.is_up_to_date and len(finder.hits.rows) == rows)


async def test_a_figure_of_questions_or_articles_leads_to_them(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("g", "s")
        await on_figure(desk, "By tag\nto do")
        # Over the blank line and the heading, there and back.
        await desk.press("k", "j", "j")
        screen = desk.app.screen
        assert isinstance(screen, StatisticsScreen)
        assert screen.rows.current
        assert screen.rows.current.key == "Questions\nopen"
        ledger = await opened(desk, LedgerScreen, "enter")
        assert ledger.prompt.value == "is:open"
        assert len(lines(ledger)) == 2
        await desk.press("q", "q", "g", "s")
        await on_figure(desk, "Read\narticles")
        await opened(desk, LibraryScreen, "enter")


async def on_figure(desk: Desk, key: str) -> None:
    """Go to the row of a figure."""
    screen = desk.app.screen
    assert isinstance(screen, StatisticsScreen)
    await desk.until(lambda: any(row.key == key for row in screen.rows.rows))
    screen.rows.cursor = [row.key for row in screen.rows.rows].index(key)
