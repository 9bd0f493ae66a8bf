"""A Markdown file on the desk: read without its signs, its marks and places kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.desk.conftest import Desk, remember
from tui.analysis.results import Analysis
from tui.app import ClosereadApp
from tui.documents.article import Span
from tui.documents.loading import from_text, load
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.settings.colours import Colour
from tui.settings.config import Config
from tui.settings.paths import paths
from tui.store.database import Database

SOURCE = """\
---
title: The mill is sold
---
# The mill at Orrin

The [town council](http://orrin.example) said on *Friday* that the **old mill** will be sold.
Nobody knows who will buy it.

> "Nobody asked us," said Tam Brode.

- the price, which the council of the town of Orrin would not name to anybody who asked for it
- the date

| Who   | Sum |
|-------|----:|
| Brode |   7 |

```
mill --sell
```
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mill.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


@asynccontextmanager
async def opened(file: Path) -> AsyncIterator[Desk]:
    """The desk on a file as it is read."""
    article = load(str(file))
    remember(article, Analysis("en"))
    app = ClosereadApp(article, config=Config())
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.state.session)
        yield desk


def cell_style(desk: Desk, words: str) -> object:
    """How the first letter of some words is drawn."""
    view, offset = desk.screen.view, desk.state.article.text.index(words)
    row = desk.screen.view.lines.row_of(offset)
    column = view.text_left + desk.screen.view.lines.column_of(offset)
    strip = view.render_line(row - view.scroll_offset.y)
    return next(iter(strip.crop(column, column + 1))).style


async def test_headings_emphasis_code_and_links_can_be_told_apart(file: Path) -> None:
    async with opened(file) as desk:
        plain = str(cell_style(desk, "Nobody knows"))
        assert "bold" not in plain
        for words, style in (
            ("The mill at", "bold"),
            ("The mill at", "underline"),
            ("Friday", "italic"),
            ("old mill", "bold"),
            ("town council", "underline"),
            ('"Nobody asked', "italic"),
            ("Who ", "bold"),
        ):
            assert style in str(cell_style(desk, words)), words
        assert cell_style(desk, "mill --sell") != cell_style(desk, "Nobody knows")
        title = "".join(text for text, _ in desk.screen.title_bar.left)
        assert "The mill is sold" in title
        row = desk.screen.view.lines.row_of(desk.state.article.text.index('"Nobody asked'))
        assert ">" in desk.screen.view.render_line(row).text[: desk.screen.view.text_left]
        # A sentence is marked as the reader sees it.
        desk.go_to("Nobody knows")
        await desk.press("h")
        assert desk.marked == ["Nobody knows who will buy it."]


async def test_the_place_is_kept_also_when_the_file_is_edited(file: Path) -> None:
    async with opened(file) as desk:
        desk.go_to("the date")
        await desk.press("m", "a", "q")
    file.write_text(SOURCE.replace("# The mill", "A *first* line.\n\n# The mill"), encoding="utf-8")
    async with opened(file) as desk:
        assert desk.under_cursor.startswith("the date")
        await desk.press("g", "g", "'", "a")
        assert desk.under_cursor.startswith("the date")


def test_marks_made_on_the_source_are_found_in_the_rendered_text(file: Path) -> None:
    """A library from before knows the file with its signs."""
    before = from_text(SOURCE, str(file))
    with Database(paths().library, paths().backups) as database:
        session = ReadingSession.open(database, before, lambda event: None)
        for words in ("Nobody knows who will buy it.", "on *Friday* that the **old mill** will"):
            start = before.text.index(words)
            session.highlight(Span(start, start + len(words)), Colour.YELLOW)
        session.places.name("a", before.text.index("the date"))
        session.close()
        now = load(str(file))
        again = ReadingSession.open(database, now, lambda event: None)
        assert again.document_id == session.document_id
        assert [now.text[m.span.start : m.span.end] for m in again.marks] == [
            "on Friday that the old mill will",
            "Nobody knows who will buy it.",
        ]
        assert again.places.named["a"] is not None
        again.close()
        kept = Library(database).stored_article(str(file))
        assert kept == now
