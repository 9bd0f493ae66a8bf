"""Opening another article by its title, file or address."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.events import Paste

from tests.desk.conftest import Desk, OpenDesk
from tests.desk.gated import Gated, article
from tests.desk.library import two_articles
from tests.desk.shelves import RIVER, written
from tui.dialogs.open_article import OpenScreen, completions
from tui.documents.loading import from_text


async def typed(desk: Desk, text: str) -> OpenScreen:
    """Type into the box for opening and wait for its rows."""
    screen = desk.app.screen
    assert isinstance(screen, OpenScreen)
    await desk.type(text)
    await desk.until(lambda: screen.query_in_force == screen.prompt.value)
    return screen


async def test_ctrl_o_opens_an_article_by_its_title(open_desk: OpenDesk, tmp_path: Path) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await desk.press("ctrl+o")
        await typed(desk, "harbor bridge")
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.state.article.source == source


async def test_ctrl_o_opens_a_sample(open_desk: OpenDesk) -> None:
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await desk.press("ctrl+o")
        await typed(desk, "nato")
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.state.article.source == "seed:nato-russia-talks"


async def test_tab_completes_a_path_and_enter_goes_into_a_folder(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    path = written(folder / "harbour.txt")
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await desk.press("ctrl+o")
        screen = await typed(desk, f"{tmp_path}/te")
        await desk.press("enter")
        assert screen.prompt.value == f"{folder}/"
        screen = await typed(desk, "har")
        await desk.press("tab")
        assert screen.prompt.value == str(path)
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.state.article.source == str(path)


@pytest.mark.parametrize("name", [b"odd\x1b[2J.txt", b"odd\xff.txt", b"odd\n.txt"])
async def test_a_file_whose_name_cannot_be_typed_is_opened_but_never_completed(
    open_desk: OpenDesk, tmp_path: Path, name: bytes
) -> None:
    path = tmp_path / os.fsdecode(name)
    written(path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await desk.press("ctrl+o")
        screen = await typed(desk, f"{tmp_path}/od")
        await desk.press("tab")
        assert screen.prompt.value == f"{tmp_path}/od"
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.state.article.source == str(path)


async def test_what_is_neither_title_nor_path_is_said(open_desk: OpenDesk) -> None:
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("ctrl+o")
        screen = await typed(desk, "zebra")
        assert "No article is called “zebra”" in screen.hits.state_text
        await desk.press("escape")
        assert desk.dialog is None


async def test_a_file_that_is_no_text_is_told_and_the_article_stays(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    (tmp_path / "image.png").write_bytes(b"\x89PNG and more")
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("ctrl+o")
        await typed(desk, f"{tmp_path}/image.png")
        await desk.press("enter")
        await desk.until(lambda: "is an image" in desk.status)


async def test_a_folder_itself_is_offered_as_a_list_and_tab_still_completes_what_is_in_it(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    written(tmp_path / "harbour.txt")
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("ctrl+o")
        screen = await typed(desk, f"{tmp_path}/")
        assert "".join(text for text, _ in screen.hits.rows[0].lines[0].left) == f"{tmp_path}/"
        assert screen.answer(screen.hits.rows[0]) == str(tmp_path)
        await desk.press("tab")
        assert screen.prompt.value == f"{tmp_path}/harbour.txt"


async def test_an_address_is_typed_or_pasted_and_those_of_the_library_are_offered(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(text=RIVER, source="https://www.example.org/river"):
        pass
    page = Gated(article("The tide is out.", "https://www.example.org/tide"))
    page.gate.set()
    async with open_desk(text="One two.", source="/a/words.txt") as desk:
        await desk.press("ctrl+o")
        screen = await typed(desk, "")
        # What a terminal hands over between the marks of a paste; only its words are taken.
        desk.app.post_message(Paste("\n https://www.example.org/ti\x1bde\nmore"))
        await desk.until(lambda: screen.query_in_force == " https://www.example.org/ti\u241bde")
        await desk.press("ctrl+u")
        await typed(desk, "www.example.org/")
        titles = ["".join(text for text, _ in row.lines[0].left) for row in screen.hits.rows]
        assert titles == ["https://www.example.org/", "The river rose again"]
        assert screen.hits.rows[1].lines[0].right[0][0] == "  www.example.org "
        await typed(desk, "tide")
        monkeypatch.setattr("tui.library.open_source", lambda _: page.unread)
        await desk.press("enter")
        await desk.until(lambda: desk.state.article.source == "https://www.example.org/tide")
        await desk.until(lambda: desk.state.session)


def test_completions_hide_what_is_hidden_and_forgive_case(tmp_path: Path) -> None:
    for name in ("Alpha.txt", "alps.txt", ".secret", "beta"):
        (tmp_path / name).write_text("x")
    (tmp_path / "alto").mkdir()
    root = f"{tmp_path}/"
    assert list(completions(root)) == [
        root + name for name in ("Alpha.txt", "alps.txt", "alto/", "beta")
    ]
    assert list(completions(root + "AL")) == [
        root + name for name in ("Alpha.txt", "alps.txt", "alto/")
    ]
    assert list(completions(root + ".s")) == [root + ".secret"]
    assert list(completions(root + "none/x")) == []
    assert list(completions("seed:na")) == ["seed:nato-russia-talks"]


async def test_an_article_that_is_left_before_its_desk_is_whole_is_no_error(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text="One article.") as desk:
        app = desk.app
        above = app.reader(from_text(RIVER, "/a/river.txt"))
        await app.push_screen(above)
        await app.pop_screen()
        # What is called after a frame may come when the desk is gone.
        await above._mount_panels()
        await above._complete(is_analysing=False)
    assert not app.return_code


@pytest.mark.parametrize("is_whole", [True, False], ids=["the program ends", "back at once"])
async def test_an_article_that_is_left_while_it_is_being_opened_is_no_error(
    open_desk: OpenDesk, is_whole: bool
) -> None:
    async with open_desk(text="One article.") as desk:
        app = desk.app
        app.push_screen(app.reader(from_text(RIVER, "/a/river.txt")))
        if is_whole:
            app.exit()
        else:
            app.pop_screen()
            await desk.pilot.pause()
    assert not app.return_code
