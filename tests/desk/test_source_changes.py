"""`g c` shows what changed in the source: passages, old and new words, and older texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.conftest import Desk, OpenDesk, remember
from tui.analysis.results import Analysis
from tui.app import ClosereadApp
from tui.documents.article import Article, Block, BlockKind
from tui.documents.loading import load
from tui.settings.config import Config

FIRST = "The harbour will close in May.\n\nThe mayor was asked.\n\nNobody knows the price."
SECOND = "The harbour will close in June.\n\nNobody knows the price.\n\nA clerk came."


async def changed(desk: Desk, path: Path) -> None:
    """Change the file and read it again."""
    before = desk.screen
    path.write_text(SECOND, encoding="utf-8")
    remember(load(str(path)), Analysis("en"))
    await desk.press("R")
    await desk.until(lambda: desk.screen is not before and desk.state.session)


def listed(desk: Desk) -> list[str]:
    """The first lines of the rows of the list over the desk."""
    assert desk.dialog is not None
    rows = desk.dialog.rows.rows  # type: ignore[attr-defined]
    return ["".join(words for words, _ in row.lines[0].left).strip() for row in rows]


async def test_what_changed_is_listed_with_highlighted_passages_first(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(FIRST, encoding="utf-8")
    async with open_desk(text=FIRST, source=str(path)) as desk:
        desk.go_to("The mayor")
        await desk.press("h")
        await desk.saved()
        await changed(desk, path)
        await desk.until(lambda: "g c shows what" in desk.status)
        await desk.press("g", "c")
        await desk.until(lambda: desk.dialog is not None)
        assert listed(desk) == [
            "− The mayor was asked.",
            "~ The harbour will close in June.",
            "+ A clerk came.",
        ]


async def test_old_and_new_words_stand_side_by_side_and_lead_to_their_place(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(FIRST, encoding="utf-8")
    async with open_desk(text=FIRST, source=str(path)) as desk:
        await desk.until(lambda: desk.state.session)
        await changed(desk, path)
        await desk.press("g", "c")
        await desk.until(lambda: desk.dialog is not None)
        first = desk.dialog
        await desk.press("j", "j", "enter")
        await desk.until(lambda: desk.dialog not in (None, first))
        await desk.press("enter")
        await desk.until(lambda: desk.dialog is None)
        assert desk.under_cursor.startswith("A clerk came.")


async def test_an_older_text_opens_as_it_was_and_leaves_the_newest_the_newest(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(FIRST, encoding="utf-8")
    async with open_desk(text=FIRST, source=str(path)) as desk:
        await desk.until(lambda: desk.state.session)
        await changed(desk, path)
        remember(load(str(path)), Analysis("en"))
        newest = desk.screen
        await desk.press("g", "c")
        await desk.until(lambda: desk.dialog is not None)
        first = desk.dialog
        await desk.press("o")
        await desk.until(lambda: desk.dialog not in (None, first))
        await desk.press("o")
        await desk.until(lambda: desk.screen is not newest and desk.state.session)
        assert desk.state.article.text == FIRST
        await desk.press("q")
        await desk.until(lambda: desk.screen is newest)
        await desk.press("g", "c")
        await desk.until(lambda: desk.dialog is not None)
        assert len(listed(desk)) == 3


async def test_an_article_with_one_text_says_so(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.until(lambda: desk.state.session)
        await desk.press("g", "c")
        await desk.until(lambda: "the only text" in desk.status)


# -- an extractor that is newer ---------------------------------------------------------

PAGE = (
    b"<!doctype html><title>Harbour</title><article><h1>Harbour</h1><p>The harbour will close in "
    b"May for repairs that nobody has priced, the mayor of the town said on Monday evening.</p>"
    b"%s</article>"
)
MORE = b"<p>A clerk of the council came to look at the wall and went away again without a word.</p>"


def read_by_an_older_version(page: bytes, path: Path) -> Article:
    """The page as an extractor gave it that had the title twice."""
    path.write_bytes(page)
    article = load(str(path))
    assert article.origin is not None
    older = article.origin._replace(extractor="trafilatura/1/1")
    text = f"{article.title}\n\n{article.text}"
    by = len(article.title) + 2
    blocks = tuple(b._replace(start=b.start + by, end=b.end + by) for b in article.blocks)
    first = Block(0, len(article.title), BlockKind.PARAGRAPH)
    return replace(article, text=text, blocks=(first, *blocks), styles=(), origin=older)


@pytest.mark.parametrize("more", [b"", MORE], ids=["only read otherwise", "changed as well"])
async def test_an_upgrade_of_the_reader_does_not_look_like_an_edit(
    home: Path, tmp_path: Path, more: bytes
) -> None:
    path = tmp_path / "harbour.html"
    old = read_by_an_older_version(PAGE % b"<!-- one -->", path)
    path.write_bytes(PAGE % (b"<!-- two -->" + more))
    new = load(str(path))
    for article in (old, new):
        remember(article, Analysis("en"))
        app = ClosereadApp(article, config=Config())
        async with app.run_test(size=(120, 40)) as pilot:
            desk = Desk(app, pilot)
            await desk.until(lambda desk=desk: desk.state.session)  # type: ignore[misc]
            if article is old:
                desk.go_to("The harbour will")
                await desk.press("h")
                await desk.saved()
                continue
            assert desk.state.session is not None
            earlier = desk.state.session.history.earlier
            assert earlier is not None
            assert earlier.is_read_otherwise
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert ("the source has changed" in desk.status) is bool(more)
