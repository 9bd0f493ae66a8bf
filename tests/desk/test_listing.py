"""A list of articles to pick from: over an article, and as the first thing opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.desk.conftest import Desk, OpenDesk, remember
from tests.desk.gated import Gated, beginning
from tests.desk.shelves import head, lines, read
from tui.analysis.results import Analysis
from tui.desk.waiting_screen import WaitingScreen
from tui.dialogs.listing_list import ListingScreen
from tui.documents.loading import load
from tui.documents.reader.reading_messages import Choice
from tui.documents.unread import Listing
from tui.library import Library
from tui.store.database import Database

TEXTS = {"bridge": "The bridge is shut.", "ferry": "The ferry runs.", "tram": "The tram waits."}


@pytest.fixture
def listing(tmp_path: Path) -> Listing:
    """Three texts of a folder."""
    choices = []
    for day, (name, text) in enumerate(TEXTS.items(), 1):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        remember(load(str(path)), Analysis("en"))
        facts = {"published": date(2026, 3, day), "byline": "Zoe Celik", "summary": f"On a {name}."}
        choices.append(Choice(f"News of the {name}", str(path), **facts))  # type: ignore[arg-type]
    return Listing(str(tmp_path), "A folder", tuple(choices))


def listed(desk: Desk) -> ListingScreen:
    """The list on top."""
    screen = desk.app.screen
    assert isinstance(screen, ListingScreen)
    return screen


async def picked(desk: Desk, text: str) -> None:
    """Wait until an article is open and in the library."""
    await desk.until(lambda: not isinstance(desk.app.screen, (ListingScreen, WaitingScreen)))
    await desk.until(lambda: desk.state.article.text == text and desk.state.session)


async def test_a_list_opened_first_shows_its_articles_with_day_author_and_summary(
    listing: Listing,
) -> None:
    async with beginning(listing) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, ListingScreen))
        await read(desk, listed(desk))
        assert lines(listed(desk)) == [f"News of the {name}" for name in TEXTS]
        assert "3 articles, 3 not read yet" in head(listed(desk))
        first = listed(desk).hits.rows[0]
        assert first.lines[0].right[0][0] == " 1 Mar 2026 "
        assert "".join(text for text, _ in first.lines[1].left) == "  Zoe Celik · On a bridge."
        assert "On a bridge." in str(listed(desk).preview.content)
        # j the second one, Enter opens it.
        await desk.press("j", "enter")
        await picked(desk, TEXTS["ferry"])


async def test_q_comes_back_to_the_list_which_knows_what_was_read(listing: Listing) -> None:
    async with beginning(listing) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, ListingScreen))
        await read(desk, listed(desk))
        await desk.press("enter")
        await picked(desk, TEXTS["bridge"])
        await desk.press("h", "q")
        await desk.until(lambda: "2 not read yet" in head(listed(desk)))
        await desk.press("j", "enter")
        await picked(desk, TEXTS["ferry"])
        await desk.press("h")
        assert desk.marked == [TEXTS["ferry"]]
        # q back to the list, q out of it.
        await desk.press("q", "q")
        await desk.until(lambda: not desk.app.is_running)
    assert desk.app.unsaved == 0
    async with beginning(listing) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, ListingScreen))
        await desk.until(lambda: "1 not read yet" in head(listed(desk)))
        await desk.press("enter")
        await picked(desk, TEXTS["bridge"])
        await desk.until(lambda: desk.marked == [TEXTS["bridge"]])
        # Twice ctrl+c leaves the program, whatever lies below.
        await desk.press("ctrl+c", "ctrl+c")
        await desk.until(lambda: not desk.app.is_running)


async def test_the_filter_narrows_the_list(listing: Listing) -> None:
    async with beginning(listing, (80, 24)) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, ListingScreen))
        await read(desk, listed(desk))
        await desk.press("f", *"fery", "enter")
        await read(desk, listed(desk))
        assert lines(listed(desk)) == ["News of the ferry"]
        await desk.press("enter")
        await picked(desk, TEXTS["ferry"])


async def test_a_list_that_had_to_be_read_opens_over_an_article_and_escape_leaves_it(
    open_desk: OpenDesk, listing: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = Gated(listing, "a feed")
    async with open_desk(text="One two three.") as desk:
        below = desk.screen
        monkeypatch.setattr("tui.library.open_source", lambda _: feed.unread)
        desk.app.opening.over("/nowhere/feed.xml")
        feed.gate.set()
        await desk.until(lambda: isinstance(desk.app.screen, ListingScreen))
        monkeypatch.undo()
        await read(desk, listed(desk))
        await desk.press("enter")
        await picked(desk, TEXTS["bridge"])
        assert len(desk.app.screen_stack) == 3
        await desk.press("q", "escape")
        assert desk.app.screen is below


async def test_an_article_of_the_list_that_cannot_be_read_is_told_on_the_list(
    listing: Listing, tmp_path: Path
) -> None:
    (tmp_path / "bridge.txt").unlink()
    async with beginning(listing) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, ListingScreen))
        await read(desk, listed(desk))
        await desk.press("enter")
        await desk.until(lambda: "does not exist" in head(listed(desk)))


async def test_a_mailbox_from_a_pipe_says_why_its_mails_cannot_be_opened() -> None:
    mailbox = Listing("", "Mails", (Choice("Hello", part="a1"),))
    async with beginning(mailbox) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, ListingScreen))
        await read(desk, listed(desk))
        await desk.press("enter")
        assert "a list from a pipe cannot be read again" in head(listed(desk))


async def test_what_came_since_the_list_was_opened_before_is_told(
    listing: Listing, home: Path
) -> None:
    with Database(home / "library.db") as database:
        Library(database).look_over(listing._replace(choices=listing.choices[1:]))
    for said, states in (("3 not read yet, 1 of them new", ["new", "", ""]), ("3 not", [""] * 3)):
        async with beginning(listing) as desk:
            await desk.until(lambda: isinstance(desk.app.screen, ListingScreen))
            await read(desk, listed(desk))
            assert said in head(listed(desk))
            rows = listed(desk).hits.rows
            assert [row.lines[1].right[0][0].strip() for row in rows] == states
