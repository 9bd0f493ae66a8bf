"""What goes wrong beside the desk is told, and nothing waits for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.conftest import OpenDesk
from tests.desk.shelves import head
from tui.desk.requests import ArticleRequested
from tui.desk.state import Arrival
from tui.dialogs.finder import FinderScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.errors import StoreError
from tui.ledger import Ledger
from tui.library import Library
from tui.session.article_places import ArticlePlaces

TEXT = "One two three. Four five six!"


def mistaken(*_: object, **__: object) -> None:
    raise ZeroDivisionError


def locked(*_: object, **__: object) -> None:
    raise StoreError("another program is changing the library", "try again")


async def test_a_mistake_in_a_thread_of_the_desk_is_told(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(text=TEXT) as desk:
        monkeypatch.setattr(ArticlePlaces, "of_library", mistaken)
        await desk.press("'", "A")
        await desk.until(lambda: "something unexpected went wrong" in desk.status)
        await desk.press("h")
        assert desk.marked == ["One two three."]


async def test_a_mistake_while_another_article_is_opened_is_told(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with open_desk(text=TEXT) as desk:
        monkeypatch.setattr("tui.library.Library.read_source", mistaken)
        desk.screen.post_message(ArticleRequested(str(path), Arrival()))
        await desk.until(lambda: "something unexpected went wrong" in desk.status)


async def test_a_list_says_why_it_has_no_rows_and_escape_leaves_it(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(text=TEXT) as desk:
        monkeypatch.setattr(Ledger, "counts", mistaken)
        await desk.press("g", "u")
        ledger = desk.dialog
        assert isinstance(ledger, LedgerScreen)
        await desk.until(lambda: "something unexpected went wrong" in head(ledger))
        await desk.press("escape")
        assert desk.dialog is None


async def test_a_finder_that_cannot_read_the_library_says_why(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(text=TEXT) as desk:
        monkeypatch.setattr(Library, "data_version", locked)
        await desk.press("g", "H")
        await desk.type("two")
        await desk.press("enter", "x")
        finder = desk.dialog
        assert isinstance(finder, FinderScreen)
        await desk.until(lambda: "another program" in finder.hits.state_text)
        await desk.until(lambda: finder.prompt.value == "twox")
        await desk.press("escape")
        assert desk.dialog is None
