"""What a highlight was made on is remembered, and found by it in the whole library."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.shelves import written
from tui.dialogs.finder import FinderScreen
from tui.library import Library
from tui.search.library_search import LibrarySearch


async def remembered(desk: Desk) -> None:
    """Wait until the library knows it of every highlight of the article."""
    await desk.saved()
    database = desk.state.database
    assert database is not None
    library = Library(database)
    await desk.until(lambda: all(record.made for record in library.all_highlights(None)))


def found(desk: Desk, query: str) -> list[str]:
    assert desk.state.database is not None
    hits = LibrarySearch(Library(desk.state.database)).search(query)
    return sorted(hit.record.highlight.words for hit in hits)


@pytest.mark.parametrize("is_older", [False, True])
async def test_kind_and_anonymous_find_highlights_by_what_they_were_made_on(
    open_desk: OpenDesk, tmp_path: Path, is_older: bool
) -> None:
    source = str(written(tmp_path / "harbour.txt"))
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        for words in ("The piers", "ferry company had", "not clear", "bridge will close"):
            desk.go_to(words)
            await desk.press("h")
        await remembered(desk)
        if is_older:
            assert desk.state.database is not None
            desk.state.database.submit(lambda c: c.execute("DELETE FROM made_on")).result()
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        await remembered(desk)
        quotes = found(desk, "kind:quote")
        assert any("The piers are moving." in words for words in quotes)
        assert any("It is not clear" in words for words in found(desk, "kind:question"))
        (asked_for,) = found(desk, "is:anonymous")
        assert "the ferry company had asked for more money" in asked_for
        (rest,) = found(desk, "kind:sentence")
        assert "The harbour bridge will close" in rest
        assert found(desk, "!kind:sentence") == found(desk, "kind:quote | kind:question")
        assert found(desk, "kind:quote is:anonymous pink") == []


async def test_a_highlight_that_was_widened_is_looked_at_again(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = str(written(tmp_path / "harbour.txt"))
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        desk.go_to("ferry company had")
        await desk.press("h")
        await remembered(desk)
        assert len(found(desk, "is:anonymous")) == 1
        # To the sentence, to the paragraph.
        await desk.press("h", "h")
        await remembered(desk)
        assert found(desk, "is:anonymous") == []
        assert len(found(desk, "kind:sentence")) == 1


async def test_the_preview_says_the_question(open_desk: OpenDesk, tmp_path: Path) -> None:
    source = str(written(tmp_path / "harbour.txt"))
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        desk.go_to("not clear")
        await desk.press("h")
        await remembered(desk)
        await desk.press("g", "H")
        finder = desk.app.screen
        assert isinstance(finder, FinderScreen)
        await desk.type("kind:question")
        await desk.until(lambda: "traffic again?" in str(finder.preview.content))
