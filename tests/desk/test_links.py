"""Links of the text: followed as articles, opened outside, chosen by labels."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.conftest import Desk, remember
from tests.desk.gated import Gated, article
from tui.analysis.results import Analysis
from tui.app import ClosereadApp
from tui.documents.article import Origin
from tui.documents.loading import load
from tui.documents.unread import Unread
from tui.settings.config import Config

NOTES = """\
# Notes on the mill

Read [the deed](deed.txt) first. Nothing else is known.

The [council](https://www.orrin.example/council) met, as [the minutes](#the-minutes) say.

## The minutes

They wrote to [Tam Brode](mailto:tam@orrin.example). It was late.

> No link stands here.
"""


@asynccontextmanager
async def notes(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Desk]:
    """The desk over notes with links."""
    (folder / "notes.md").write_text(NOTES, encoding="utf-8")
    (folder / "deed.txt").write_text("The mill is sold.", encoding="utf-8")
    for name in ("notes.md", "deed.txt"):
        remember(load(str(folder / name)), Analysis("en"))
    app = ClosereadApp(load(str(folder / "notes.md")), config=Config())
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.panels and desk.state.session)
        yield desk


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to a program outside."""
    handed: list[str] = []

    def note(location: str) -> str:
        handed.append(location)
        return f"opened with xdg-open: {location}"

    monkeypatch.setattr("tui.desk.linking.open_outside", note)
    return handed


async def test_g_f_opens_the_file_of_the_only_link_in_the_paragraph_and_q_comes_back(
    tmp_path: Path,
) -> None:
    async with notes(tmp_path) as desk:
        desk.go_to("Nothing else")
        await desk.press("g", "f")
        await desk.until(lambda: desk.state.article.text == "The mill is sold.")
        await desk.until(lambda: desk.state.session)
        await desk.press("q")
        assert desk.under_cursor.startswith("Nothing else")


async def test_several_links_are_chosen_by_labels_and_escape_drops_them(tmp_path: Path) -> None:
    async with notes(tmp_path) as desk:
        desk.go_to("met, as")
        await desk.press("g", "f")
        assert "type the label of the link to follow" in desk.status
        assert "label every word" not in desk.status
        labels = {label.text: label.offset for label in desk.screen.view.labels}
        places = [desk.state.article.text[offset:] for offset in labels.values()]
        assert sorted(place[:7] for place in places) == ["council", "the min"]
        await desk.press("escape")
        assert not desk.screen.view.labels
        # Within the text: a heading is gone to, and < comes back.
        await desk.press("g", "f")
        minutes = desk.state.article.text.index("the minutes")
        await desk.press(next(name for name, offset in labels.items() if offset == minutes))
        assert desk.under_cursor.startswith("The minutes")
        await desk.press("<")
        assert desk.under_cursor.startswith("met, as")


async def test_the_link_under_the_cursor_is_hinted_at_and_followed_to_its_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Gated(article("The council met.", "https://www.orrin.example/council"))
    page.gate.set()
    asked: list[str] = []
    async with notes(tmp_path, (80, 24)) as desk:
        desk.go_to("Nothing else")
        await desk.until(lambda: "follow" not in desk.status)
        desk.go_to("council")
        await desk.until(lambda: "g f follow" in desk.status)

        def answer(words: str) -> Unread:
            asked.append(words)
            return page.unread

        monkeypatch.setattr("tui.library.open_source", answer)
        await desk.press("g", "f")
        await desk.until(lambda: desk.state.article.text == "The council met.")
        await desk.until(lambda: desk.state.session)
        assert asked == ["https://www.orrin.example/council"]


async def test_g_x_opens_a_link_outside(tmp_path: Path, opened: list[str]) -> None:
    async with notes(tmp_path) as desk:
        desk.go_to("council")
        await desk.press("g", "x")
        await desk.until(lambda: "opened with xdg-open: https://www.orrin" in desk.status)
        desk.go_to("Tam Brode")
        await desk.press("g", "x")
        await desk.until(lambda: "mailto:tam" in desk.status)
        assert opened == ["https://www.orrin.example/council", "mailto:tam@orrin.example"]


async def test_what_is_no_article_and_where_there_is_no_link_is_said(tmp_path: Path) -> None:
    async with notes(tmp_path) as desk:
        desk.go_to("Tam Brode")
        await desk.press("g", "f")
        assert "mailto:tam@orrin.example is no article; g x opens it outside" in desk.status
        desk.go_to("No link")
        await desk.press("g", "f")
        assert "there is no link in this paragraph" in desk.status


async def test_a_text_from_elsewhere_never_has_a_file_of_this_machine_started(
    tmp_path: Path, opened: list[str]
) -> None:
    async with notes(tmp_path) as desk:
        desk.go_to("Nothing else")
        await desk.press("g", "x")
        await desk.until(lambda: opened == [str(tmp_path / "deed.txt")])
        page = replace(desk.state.article, origin=Origin("a web page", "x/1", ""))
        desk.state.article = page
        await desk.press("g", "x")
        assert "is nothing that another program could open" in desk.status
        assert len(opened) == 1
