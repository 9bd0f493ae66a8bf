"""`g c` shows what changed in the source: passages, old and new words, and older texts."""

from __future__ import annotations

from pathlib import Path

from tests.desk.conftest import Desk, OpenDesk, remember
from tui.analysis.results import Analysis
from tui.documents.loading import load

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
