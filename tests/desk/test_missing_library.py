"""The desk reads without the library that there was, and asks before it begins another."""

from __future__ import annotations

from pathlib import Path

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tui.dialogs.library_gone import LibraryGoneScreen
from tui.settings.paths import paths


async def make_a_mark(open_desk: OpenDesk) -> None:
    """A library with a highlight."""
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("h")
        await desk.saved()


def take_away() -> list[Path]:
    """Take the library away; the files, to be put back."""
    library = paths().library
    files = list(library.parent.glob("library.db*"))
    return [file.rename(library.parent.parent / file.name) for file in files]


async def asked(desk: Desk) -> None:
    await desk.until(
        lambda: isinstance(desk.app.screen, LibraryGoneScreen) and desk.app.screen.query("Static")
    )


async def test_a_library_that_is_gone_is_asked_about(open_desk: OpenDesk) -> None:
    await make_a_mark(open_desk)
    take_away()
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), waits=False) as desk:
        await asked(desk)
        shown = str(desk.app.screen.query_one("Static").render())
        assert f"the library that was at {paths().library} is not there." in shown
        assert "closeread restore" in shown
        # Enter may have been meant for something else.
        await desk.press("enter", "q")
    assert not paths().library.exists()


async def test_one_can_read_without_it_and_is_asked_again_before_a_highlight(
    open_desk: OpenDesk,
) -> None:
    await make_a_mark(open_desk)
    kept = take_away()
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), waits=False) as desk:
        await asked(desk)
        await desk.press("escape", "j")
        assert desk.dialog is None
        assert desk.state.session is None
        await desk.press("h")
        await asked(desk)
        await desk.press("escape")
        # The drive is back.
        for file in kept:
            file.rename(paths().library.parent / file.name)
        await desk.press("h")
        await desk.until(lambda: desk.state.session)
        assert len(desk.marked) == 1


async def test_a_new_one_is_begun_when_the_reader_says_so(open_desk: OpenDesk) -> None:
    await make_a_mark(open_desk)
    take_away()
    paths().library.touch()
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), waits=False) as desk:
        await asked(desk)
        await desk.press("b")
        await desk.until(lambda: desk.state.session)
        await desk.press("h")
        await desk.saved()
        assert len(desk.marked) == 1
    assert list(paths().library.parent.glob("library.db.aside-*"))


async def test_a_private_reading_asks_nothing(open_desk: OpenDesk) -> None:
    await make_a_mark(open_desk)
    take_away()
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), private=True) as desk:
        assert desk.dialog is None
        assert desk.state.session is not None
