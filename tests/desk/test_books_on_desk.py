"""A book as a plain text on the desk: where reading begins, what is listed, what is seen."""

from __future__ import annotations

import pytest

from tests.desk.conftest import Desk, remember
from tui.analysis.results import Analysis
from tui.app import ClosereadApp
from tui.documents.article import Article
from tui.documents.loading import from_text
from tui.settings.config import Config

CONDITIONS = "\n\n".join(f"Condition {number} of using this file." for number in range(40))
HEAD = f"{CONDITIONS}\n\nTitle: The Mill\n\n*** START OF THE READING EBOOK THE MILL ***"
STORY = "\n\n".join(f"The miller came home by the road number {number}." for number in range(60))


def book(head: str) -> Article:
    made = from_text(f"{head}\n\nCHAPTER I.\n\n{STORY}", "/nowhere/mill.txt")
    remember(made, Analysis("en"))
    return made


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_reading_begins_at_the_top_of_the_screen_behind_a_long_head(
    size: tuple[int, int],
) -> None:
    app = ClosereadApp(book(HEAD), config=Config())
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.state.session)
        view = desk.screen.view
        assert view.article.text[view.cursor :].startswith("CHAPTER I.")
        row = view.lines.row_of(view.cursor) - view.scroll_offset.y
        assert 0 <= row <= 3
        await desk.press("G")
        await desk.press("g", "g")
        assert view.article.text[view.cursor :].startswith("CHAPTER I.")
        assert 0 <= view.lines.row_of(view.cursor) - view.scroll_offset.y <= 3


async def test_a_short_head_stays_in_sight() -> None:
    app = ClosereadApp(book("*** START OF THE READING EBOOK THE MILL ***"), config=Config())
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.state.session)
        assert desk.screen.view.scroll_offset.y == 0
