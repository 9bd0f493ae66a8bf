"""Sources that take a while: the screen that waits for them, and what becomes of it."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from tests.desk.conftest import Desk, OpenDesk
from tests.desk.gated import Gated, article, beginning
from tui.desk import opening, waiting_screen
from tui.desk.requests import ArticleRequested
from tui.desk.screen import ReaderScreen
from tui.desk.state import Arrival
from tui.desk.waiting_screen import WaitingScreen
from tui.documents.loading import from_text
from tui.errors import SourceError
from tui.widgets.chrome import StatusRow

TEXT = "The harbour is closed. It opens in May.\n\nNobody knows why."
SCAN = SourceError("deed.pdf is a scan without text", "ocrmypdf makes one with text")


def said(desk: Desk) -> str:
    """What the waiting screen says."""
    assert isinstance(desk.app.screen, WaitingScreen)
    return str(desk.app.screen.query_one("#waiting", Static).content)


async def whole(desk: Desk) -> None:
    """Wait until an article is open, with its library."""
    await desk.until(lambda: isinstance(desk.app.screen, ReaderScreen))
    await desk.until(lambda: desk.panels and desk.state.session)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hazard: a test that waits for what is shown only to a reader who waits."""
    monkeypatch.setattr(waiting_screen, "QUIET", 0.0)
    monkeypatch.setattr(opening, "QUIET", 0.001)


async def test_the_desk_says_what_it_reads_and_how_far_it_is() -> None:
    deed = Gated(article(TEXT))
    async with beginning(deed) as desk:
        await desk.until(lambda: "page 3 of 8" in said(desk))
        assert said(desk).startswith("reading deed.pdf …")
        deed.gate.set()
        await whole(desk)
        assert desk.app.screen_stack == [desk.screen]
        assert desk.under_cursor.startswith("The harbour")


async def test_nothing_is_said_of_what_comes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting_screen, "QUIET", 3600.0)
    deed = Gated(article(TEXT))
    async with beginning(deed) as desk:
        await desk.pilot.pause(0.05)
        assert said(desk) == ""
        deed.gate.set()
        await whole(desk)


async def test_keys_typed_meanwhile_are_for_the_article() -> None:
    deed = Gated(article(TEXT))
    async with beginning(deed) as desk:
        # ) the next sentence, h highlights it.
        await desk.press(")", "h")
        deed.gate.set()
        await whole(desk)
        await desk.until(lambda: desk.under_cursor.startswith("It opens"))


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c"])
async def test_a_key_stops_reading_and_with_nothing_below_ends_the_program(key: str) -> None:
    deed = Gated(article(TEXT))
    async with beginning(deed) as desk:
        await desk.press(key)
        assert deed.was_stopped.wait(20)
    assert not desk.app.is_running
    assert desk.app.ended_by == 2


async def test_a_first_source_that_cannot_be_read_ends_the_program_with_the_reason() -> None:
    scan = Gated(SCAN)
    async with beginning(scan) as desk:
        scan.gate.set()
        await desk.until(lambda: not desk.app.is_running)
    assert desk.app.failure is SCAN


async def test_a_program_that_ends_stops_reading() -> None:
    deed = Gated(article(TEXT))
    async with beginning(deed) as desk:
        desk.app._end(15)
    assert deed.was_stopped.wait(20)


async def test_a_window_that_changes_its_size_still_says_it() -> None:
    deed = Gated(article(TEXT))
    async with beginning(deed) as desk:
        await desk.pilot.resize_terminal(80, 24)
        await desk.until(lambda: "reading deed.pdf" in said(desk))
        await desk.pilot.resize_terminal(30, 6)
        deed.gate.set()
        await whole(desk)


# -- the first pages ----------------------------------------------------------------------


def rows_of_text(desk: Desk) -> list[str]:
    """The rows between the frame's lines, without the column of the panels."""
    size = desk.app.size
    strips = desk.app.screen._compositor.render_strips(size)
    return ["".join(segment.text for segment in strip)[:76].rstrip() for strip in strips[2:-2]]


def bar(desk: Desk) -> str:
    """What the status row of the waiting screen says."""
    row = desk.app.screen.query_one("#status", StatusRow)
    return "".join(text for text, _ in (*row.left, *row.right))


@pytest.mark.parametrize("size", [(120, 40), (180, 50), (80, 24)])
async def test_the_first_pages_stand_where_the_article_will(size: tuple[int, int]) -> None:
    deed = Gated(article(TEXT), first=from_text(TEXT, "/nowhere/deed.pdf"))
    async with beginning(deed, size) as desk:
        await desk.until(lambda: "The harbour" in "".join(rows_of_text(desk)))
        await desk.until(lambda: "reading deed.pdf … page 3 of 8" in bar(desk))
        before = rows_of_text(desk)
        deed.gate.set()
        await whole(desk)
        assert before[:4] == rows_of_text(desk)[:4]


async def test_over_the_first_pages_keys_are_for_the_article_and_the_mouse_does_nothing() -> None:
    deed = Gated(article(TEXT), first=from_text(TEXT, "/nowhere/deed.pdf"))
    async with beginning(deed) as desk:
        await desk.until(lambda: desk.app.screen.query("FirstPages"))
        await desk.pilot.click("#article", offset=(12, 3))
        await desk.press(")", "h")
        deed.gate.set()
        await whole(desk)
        await desk.until(lambda: desk.under_cursor.startswith("It opens"))


async def test_over_the_first_pages_escape_stops_reading() -> None:
    deed = Gated(article(TEXT), first=from_text(TEXT, "/nowhere/deed.pdf"))
    async with beginning(deed) as desk:
        await desk.until(lambda: desk.app.screen.query("FirstPages"))
        await desk.press("escape")
        assert deed.was_stopped.wait(20)


async def test_the_first_pages_give_way_to_a_reason_and_to_another_size(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = Gated(SCAN, first=from_text(TEXT, "/nowhere/deed.pdf"))
    async with open_desk(text="One two three.") as desk:
        asked_for(desk, scan, monkeypatch)
        await desk.until(lambda: desk.app.screen.query("FirstPages"))
        await desk.pilot.resize_terminal(80, 24)
        await desk.until(lambda: "The harbour" in "".join(rows_of_text(desk)))
        scan.gate.set()
        await desk.until(lambda: "ocrmypdf makes one with text" in desk.status)


# -- over another article -----------------------------------------------------------------


def asked_for(desk: Desk, source: Gated, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask for a source over the open article."""
    monkeypatch.setattr("tui.library.open_source", lambda _: source.unread)
    desk.screen.post_message(ArticleRequested("/nowhere/deed.pdf", Arrival()))


async def test_over_an_article_the_same_is_said_and_q_comes_back_from_what_was_read(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    deed = Gated(article(TEXT))
    async with open_desk(text="One two three.") as desk:
        below = desk.screen
        asked_for(desk, deed, monkeypatch)
        await desk.until(lambda: isinstance(desk.app.screen, WaitingScreen))
        await desk.until(lambda: "page 3 of 8" in said(desk))
        deed.gate.set()
        await desk.until(lambda: desk.screen is not below)
        await whole(desk)
        assert desk.app.screen_stack == [below, desk.screen]
        await desk.press("q")
        assert desk.app.screen is below


async def test_escape_goes_back_to_the_article_below(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    deed = Gated(article(TEXT))
    async with open_desk(text="One two three.") as desk:
        asked_for(desk, deed, monkeypatch)
        await desk.until(lambda: isinstance(desk.app.screen, WaitingScreen))
        await desk.press("escape")
        assert deed.was_stopped.wait(20)
        assert desk.app.screen is desk.screen
        assert "reading /nowhere/deed.pdf was stopped" in desk.status
        await desk.press("h")
        assert desk.marked == ["One two three."]


async def test_what_cannot_be_read_is_told_on_the_article_below(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = Gated(SCAN)
    async with open_desk(text="One two three.") as desk:
        asked_for(desk, scan, monkeypatch)
        await desk.until(lambda: isinstance(desk.app.screen, WaitingScreen))
        scan.gate.set()
        await desk.until(lambda: "ocrmypdf makes one with text" in desk.status)
        assert desk.app.screen is desk.screen


async def test_the_source_asked_for_last_is_the_one_that_opens(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, fast = Gated(article(TEXT)), Gated(article("Four five.", "/nowhere/other.pdf"))
    async with open_desk(text="One two three.") as desk:
        asked_for(desk, slow, monkeypatch)
        await desk.until(lambda: isinstance(desk.app.screen, WaitingScreen))
        monkeypatch.setattr("tui.library.open_source", lambda _: fast.unread)
        desk.app.opening.over("/nowhere/other.pdf")
        fast.gate.set()
        await desk.until(lambda: desk.state.article.text == "Four five.")
        await whole(desk)
        assert slow.was_stopped.wait(20)
        assert len(desk.app.screen_stack) == 2
