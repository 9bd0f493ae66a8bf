"""Reading one article over another."""

from __future__ import annotations

from pathlib import Path

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
