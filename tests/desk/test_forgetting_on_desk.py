"""Articles are forgotten in the list of the library, and put back."""

from __future__ import annotations

from pathlib import Path

from tests.desk.conftest import OpenDesk
from tests.desk.library import two_articles
from tests.desk.shelves import RIVER, head, lines, opened
from tests.session.reading import allow_writing, refuse_writing
from tui.dialogs.forgetting_articles import ForgetScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.dialogs.library_list import LibraryScreen


async def test_x_shows_what_would_go_and_only_y_forgets(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        await desk.press("x")
        assert "it is open on the desk" in head(library)
        await desk.press("j", "x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        shown = str(desk.app.screen.query_one("Static").render())
        for fact in (source, "1 text", "1 highlight", "1 note", "2 questions"):
            assert fact in shown
        await desk.press("enter")
        assert len(lines(library)) == 2
        await desk.press("x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        await desk.press("y")
        await desk.until(lambda: lines(library) == ["The river rose again", "▸ 1 forgotten"])
        assert "kept until" in head(library)
        await desk.press("q")
        ledger = await opened(desk, LedgerScreen, "g", "U")
        assert lines(ledger) == []
    assert Path(source).exists()


async def test_u_puts_back_what_was_forgotten_a_moment_ago(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        before = lines(library)
        await desk.press("u")
        assert "nothing was forgotten here" in head(library)
        await desk.press("j", "x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        await desk.press("y")
        await desk.until(lambda: lines(library)[-1] == "▸ 1 forgotten")
        await desk.press("u")
        await desk.until(lambda: "put back: " in head(library))
        await desk.until(lambda: lines(library) == before)
        await desk.press("j", "enter")
        await desk.until(lambda: desk.state.article.source == source and desk.state.session)
        assert len(desk.marked) == 1


async def test_u_puts_back_also_after_a_disk_has_refused_it_once(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        before = lines(library)
        await desk.press("j", "x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        await desk.press("y")
        await desk.until(lambda: lines(library)[-1] == "▸ 1 forgotten")
        assert desk.state.database is not None
        refuse_writing(desk.state.database, "documents")
        await desk.press("u", "u")
        await desk.until(lambda: "not put back: " in head(library))
        allow_writing(desk.state.database)
        await desk.press("u")
        await desk.until(lambda: lines(library) == before)


async def test_the_trash_is_folded_at_the_end_and_gives_back_or_forgets_for_good(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        await desk.press("j", "x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        await desk.press("y")
        await desk.until(lambda: lines(library)[-1] == "▸ 1 forgotten")
        # The fold, its article.
        await desk.press("G", "enter")
        await desk.until(lambda: len(lines(library)) == 3)
        await desk.press("j")
        shown = str(library.preview.render())
        assert source in shown
        assert "kept until" in shown
        await desk.press("enter")
        assert "u puts it back" in head(library)
        await desk.press("x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        assert "cannot be put back" in str(desk.app.screen.query_one("Static").render())
        await desk.press("y")
        await desk.until(lambda: "forgotten for good" in head(library))
        await desk.until(lambda: lines(library) == ["The river rose again"])


async def test_a_forgotten_article_that_is_opened_anew_is_offered(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await opened(desk, LibraryScreen, "L")
        await desk.press("j", "x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        await desk.press("y")
        await desk.until(lambda: not isinstance(desk.app.screen, ForgetScreen))
    async with open_desk(text=Path(source).read_text(), source=source) as desk:
        await desk.until(lambda: "you forgot it on" in desk.status)
        assert desk.marked == []
        # The first look at what other programs write is over: it would find anything.
        desk.parts.other_desks._look()
        await desk.saved()
        library = await opened(desk, LibraryScreen, "L")
        await desk.press("G", "enter")
        await desk.until(lambda: len(lines(library)) == 4)
        await desk.press("G", "u")
        await desk.until(
            lambda: "put back into the article as it was opened since" in head(library)
        )
        await desk.press("q")
        # The open desk shows what has come back.
        await desk.until(lambda: len(desk.marked) == 1)
