"""`R` reads the source again: a changed text takes the place of the old one, marks and all."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from threading import Event

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk, fail, remember
from tests.web_server import answer, serving
from tui.analysis.results import Analysis
from tui.desk.screen import ReaderScreen
from tui.documents.loading import load

LONG = "\n\n".join(f"Paragraph {n} has a few words. It has two sentences." for n in range(60))


@asynccontextmanager
async def reading(open_desk: OpenDesk, path: Path, text: str) -> AsyncIterator[Desk]:
    """The desk on a file."""
    path.write_text(text, encoding="utf-8")
    async with open_desk(text=load(str(path)).text, source=str(path)) as desk:
        yield desk


def rewrite(path: Path, text: str) -> None:
    """Change the file; the desk need not start its child for it."""
    path.write_text(text, encoding="utf-8")
    remember(load(str(path)), Analysis("en"))


async def reread(desk: Desk, path: Path, text: str) -> ReaderScreen:
    """Change the file and read it again; the desk whose place was taken."""
    before = desk.screen
    rewrite(path, text)
    await desk.press("R")
    await desk.until(lambda: desk.screen is not before and desk.state.session)
    return before


def is_gone(desk: ReaderScreen) -> bool:
    return not desk.is_running


async def test_a_changed_text_is_shown_with_its_marks_and_the_place_kept(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    async with reading(open_desk, path, LONG) as desk:
        desk.go_to("Paragraph 40")
        await desk.press("h")
        await desk.saved()
        top = desk.screen.view.scroll_offset.y
        edited = LONG.replace("Paragraph 41", "Part 41")
        await reread(desk, path, f"A new beginning was written.\n\n{edited}")
        assert "Part 41" in desk.state.article.text
        assert desk.under_cursor.startswith("Paragraph 40")
        assert desk.marked == ["Paragraph 40 has a few words."]
        assert desk.screen.view.scroll_offset.y == top + 2
        assert "the source has changed" in desk.status
        await desk.press("u")
        assert desk.marked == []


async def test_the_desk_with_the_new_text_quits_and_remembers_as_the_old_one(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    async with reading(open_desk, path, LONG) as desk:
        await reread(desk, path, "New.\n\n" + LONG)
        await desk.press("G", "h")
        await desk.saved()
        await desk.press("q")
    assert desk.app.unsaved == 0
    async with open_desk(text=load(str(path)).text, source=str(path)) as desk:
        assert desk.marked == ["It has two sentences."]
        assert desk.state.paragraph_of(desk.cursor) == 61


async def test_a_source_that_changes_again_and_again_leaves_one_desk(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    async with reading(open_desk, path, LONG) as desk:
        for beginning in ("One.", "Two.", "Three."):
            left = await reread(desk, path, f"{beginning}\n\n{LONG}")
            assert desk.state.article.text.startswith(beginning)
            assert desk.app.screen_stack == [desk.screen]
            await desk.until(partial(is_gone, left))
        # A dialog still opens over it and hands its answer back.
        await desk.press(":")
        await desk.type("end of the text")
        await desk.press("enter")
        await desk.until(lambda: desk.cursor > len(LONG) // 2)
        await desk.press("q")
    assert desk.app.return_code == 0


async def test_an_unchanged_text_is_said_to_be_so_and_analysed_again(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with reading(open_desk, tmp_path / "long.txt", LONG) as desk:
        before = desk.screen
        run = before.parts.analysing.run_number
        await desk.press("R")
        await desk.until(lambda: "the source has not changed" in desk.status)
        assert "analysed again" in desk.status
        assert desk.screen is before
        assert before.parts.analysing.run_number > run


async def test_a_source_that_is_gone_leaves_the_text_as_it_was(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    async with reading(open_desk, path, LONG) as desk:
        path.unlink()
        await desk.press("R")
        await desk.until(lambda: "does not exist" in desk.status)
        assert "the text stays as it was" in desk.status
        assert desk.state.article.text == LONG


async def test_a_pipe_cannot_be_read_again(open_desk: OpenDesk) -> None:
    async with open_desk(text=LONG, source="stdin:0123") as desk:
        await desk.press("R")
        await desk.until(lambda: "came from a pipe and cannot be read again" in desk.status)


async def test_a_failed_analysis_is_tried_again(open_desk: OpenDesk, tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(harbour.TEXT, encoding="utf-8")
    async with open_desk(text=harbour.TEXT, source=str(path)) as desk:
        fail(desk, "it ended")
        await desk.until(lambda: "R tries again" in desk.status)
        remember(desk.state.article, harbour.analysis())
        await desk.press("R")
        await desk.until(lambda: desk.rows(1))
        assert "Ada Obi" in desk.rows(1)[0]


async def test_a_new_text_waits_for_the_dialog_to_be_closed(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    async with reading(open_desk, path, LONG) as desk:
        before = desk.screen
        rewrite(path, "New.\n\n" + LONG)
        # The palette is asked for before the source can have been read.
        await desk.pilot.press("R", ":")
        await desk.until(lambda: desk.dialog)
        await desk.type("help")
        assert desk.dialog is not None
        await desk.press("escape")
        await desk.until(lambda: desk.screen is not before)
        await desk.until(lambda: desk.state.session)
        assert desk.state.article.text.startswith("New.")


async def test_an_address_is_asked_again_for_what_has_changed(
    open_desk: OpenDesk, home: Path
) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text("allow_private = true\n", encoding="utf-8")
    with serving() as web:
        web.pages["/a.txt"] = answer(b"The ferry runs.", etag='"1"')
        address = web.address("/a.txt")
        async with open_desk(text=load(address).text, source=address) as desk:
            before = desk.screen
            web.pages["/a.txt"] = answer(b"The ferry does not run.", etag='"2"')
            remember(load(address), Analysis("en"))
            await desk.press("R")
            await desk.until(lambda: desk.screen is not before and desk.state.session)
            assert desk.state.article.text == "The ferry does not run."
            web.pages["/a.txt"] = answer(b"", status="304 Not Modified")
            await desk.press("R")
            await desk.until(lambda: "the source has not changed" in desk.status)
            assert web.asked[-1].headers["if-none-match"] == '"2"'


async def test_a_source_asked_for_once_more_is_not_waited_for_twice(
    open_desk: OpenDesk, home: Path
) -> None:
    is_gone = Event()

    def silent(caller: socket.socket) -> None:
        caller.recv(1)
        is_gone.set()

    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text("allow_private = true\n", encoding="utf-8")
    with serving() as web:
        web.pages["/a.txt"] = answer(b"The ferry runs.")
        address = web.address("/a.txt")
        async with open_desk(text=load(address).text, source=address) as desk:
            before, count = desk.screen, len(web.asked)
            web.pages["/a.txt"] = silent
            await desk.press("R")
            await desk.until(lambda: len(web.asked) > count)
            web.pages["/a.txt"] = answer(b"The ferry runs.")
            await desk.press("R")
            await desk.until(lambda: "the source has not changed" in desk.status)
            await desk.until(is_gone.is_set)
            assert desk.screen is before
            assert "the source has not changed" in desk.status


async def test_a_page_that_says_only_around_its_text_something_else_is_shown_so(
    open_desk: OpenDesk, home: Path
) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text("allow_private = true\n", encoding="utf-8")
    prose = "".join(f"<p>The ferry ran on day {n}, and the harbour was full." for n in range(30))
    head = '<title>The ferry</title><meta name="author" content="Nora Feld">'
    body = f"<html><head>{head}</head><article><h1>The ferry</h1>{prose}</article></html>"
    with serving() as web:
        web.pages["/a"] = answer(body.encode(), Content_Type="text/html; charset=utf-8")
        page = load(web.address("/a"))
        remember(page, Analysis("en"))
        # The desk has its words, and not yet who wrote them.
        async with open_desk(text=page.text, source=page.source) as desk:
            before = desk.screen
            await desk.press("R")
            await desk.until(lambda: desk.screen is not before and desk.state.session)
            assert desk.state.article.byline == "Nora Feld"
            assert "the text is the same; what the source says around it" in desk.status
