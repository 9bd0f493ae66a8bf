"""Reading one article over another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.conftest import OpenDesk
from tests.desk.shelves import written
from tui.desk.requests import ArticleRequested
from tui.desk.state import Arrival


async def test_an_article_opened_over_another_is_analysed_too(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = written(tmp_path / "harbour.txt")
    async with open_desk() as desk:
        below = desk.screen
        below.post_message(ArticleRequested(str(path), Arrival()))
        await desk.until(lambda: desk.screen is not below and desk.state.analysis)
        assert "Ada Obi" in desk.rows(1)[0]
        await desk.press("q")
        assert desk.screen is below
        assert len(desk.rows(1)) > 5


async def test_the_way_back_leads_out_of_an_article_and_forward_into_it_again(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = written(tmp_path / "harbour.txt")
    async with open_desk() as desk:
        below = desk.screen
        below.post_message(ArticleRequested(str(path), Arrival()))
        await desk.until(lambda: desk.screen is not below and desk.state.session)
        await desk.press("G")
        end = desk.cursor
        await desk.press("<")
        assert desk.cursor < end
        # There is nothing before the first place of this article but the one it came from.
        await desk.press("<")
        await desk.until(lambda: desk.screen is below)
        await desk.press(">")
        await desk.until(lambda: desk.screen is not below and desk.state.session)
        assert desk.state.article.source == str(path)


async def test_the_key_that_quits_is_called_back_where_it_goes_back(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = written(tmp_path / "harbour.txt")
    async with open_desk() as desk:
        below = desk.screen
        assert "q quit" in desk.status
        below.post_message(ArticleRequested(str(path), Arrival()))
        await desk.until(lambda: desk.screen is not below and desk.state.session)
        assert "q back" in desk.status
        await desk.press("q")
        await desk.until(lambda: desk.screen is below)
        assert "q quit" in desk.status
        await desk.press("z")
        assert "q back" in desk.status


@pytest.mark.parametrize("keys", [["L"], ["g", "U"], ["g", "h"], ["?"]])
async def test_the_shell_is_a_key_away_where_nothing_is_typed(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    async with open_desk(text="One two three. Four five six.") as desk:
        gone: list[str] = []
        monkeypatch.setattr(desk.app, "action_suspend_process", lambda: gone.append("shell"))
        await desk.press("h", *keys, "ctrl+z")
        await desk.until(lambda: gone)
        assert desk.dialog is not None
        # In a line it takes back typing.
        await desk.press("ctrl+l", "/" if keys == ["?"] else "f", "x", "ctrl+z")
        assert gone == ["shell"]
