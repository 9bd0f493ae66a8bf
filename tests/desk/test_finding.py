"""Finding in the text, in the article and in the library."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual import events

from tests.desk.conftest import PATIENCE, Desk, OpenDesk
from tui.app import ClosereadApp
from tui.dialogs.finder import FinderScreen
from tui.documents.article import Article, Span
from tui.search.find import Finder
from tui.settings.config import Config
from tui.widgets.find_row import FindRow

TEXT = "One two three. Four five six!\n\nSeven Two nine. Ten two.\n\nEleven twelve."


async def test_slash_shows_matches_while_typing_and_n_goes_round(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("/")
        await desk.type("two")
        assert str(desk.screen.query_one(FindRow).count.content) == "1 of 3"
        await desk.press("enter")
        assert desk.under_cursor.startswith("two three")
        await desk.press("n")
        assert desk.under_cursor.startswith("Two nine")
        assert "2 of 3" in desk.status
        await desk.press("n", "n")
        assert desk.under_cursor.startswith("two three")
        assert "other end" in desk.status
        await desk.press("N")
        assert desk.under_cursor.startswith("two.")


async def test_a_capital_in_the_pattern_makes_case_count(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("/")
        await desk.type("Two")
        assert str(desk.screen.query_one(FindRow).count.content) == "1 of 1"


async def test_escape_in_the_find_bar_goes_back(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("/")
        await desk.type("ten")
        assert desk.under_cursor.startswith("Ten")
        await desk.press("escape")
        assert desk.under_cursor.startswith("One")
        assert "READ" in desk.status


async def test_escape_takes_the_matches_off_the_text(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("/")
        await desk.type("two")
        await desk.press("enter")
        assert desk.screen.view.painted["match"].spans
        assert "n next" in desk.status
        await desk.press("escape")
        assert not desk.screen.view.painted["match"].spans
        assert "n next" not in desk.status


async def test_hits_that_come_after_enter_bring_the_keys_for_them(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    all_of = Finder.all

    def late(finder: Finder, text: str, most: int) -> list[Span]:
        go_on.wait(PATIENCE)
        return list(all_of(finder, text, most))

    monkeypatch.setattr(Finder, "all", late)
    async with open_desk(text=TEXT) as desk:
        await desk.press("/")
        await desk.type("two")
        await desk.press("enter")
        assert "n next" not in desk.status
        go_on.set()
        await desk.until(lambda: "n next" in desk.status)


async def test_what_is_not_there_is_said(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("n")
        assert "nothing was searched yet" in desk.status
        await desk.press("/")
        await desk.type("xyz")
        assert str(desk.screen.query_one(FindRow).count.content) == "no match"
        await desk.press("enter")
        assert "“xyz” is not in this text" in desk.status


async def search(desk: Desk, query: str) -> list[str]:
    """Type into the finder and wait for its rows."""
    finder = desk.app.screen
    assert isinstance(finder, FinderScreen)
    await desk.type(query)
    await desk.until(lambda: finder.query_in_force == query)
    return ["".join(text for text, _ in row.lines[0].left) for row in finder.hits.rows]


async def test_the_finder_forgives_a_typo_and_enter_goes_there(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("\\")
        assert isinstance(desk.app.screen, FinderScreen)
        rows = await search(desk, "discusion easy")
        assert any(row.startswith(" quote") for row in rows)
        await desk.press("enter")
        assert desk.state.paragraph_of(desk.cursor) == 5
        await desk.press("<")
        assert desk.state.paragraph_of(desk.cursor) == 1


async def test_the_finder_moves_with_arrows_and_leaves_with_escape(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        before = desk.cursor
        await desk.press("\\")
        finder = desk.app.screen
        assert isinstance(finder, FinderScreen)
        await search(desk, "russia")
        await desk.press("down", "ctrl+n")
        assert finder.hits.cursor == 2
        await desk.press("ctrl+p", "up")
        assert finder.hits.cursor == 0
        await desk.press("escape")
        assert desk.app.screen is desk.screen
        assert desk.cursor == before


async def test_all_highlights_are_found_by_quote_note_and_title(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, source="/a/one.txt") as desk:
        await desk.press(")", "h", "a")
        await desk.type("remember the half dozen")
        await desk.press("escape")
        await desk.saved()
    async with open_desk(text="Quite another text here.", source="/a/two.txt") as desk:
        await desk.press("g", "H")
        assert isinstance(desk.app.screen, FinderScreen)
        rows = await search(desk, "dozzen")
        assert rows == [" ▌ Four five six!  remember the half dozen"]
        await desk.press(*["backspace"] * 6)
        assert await search(desk, "fuor") == [" ▌ Four five six!  remember the half dozen"]


async def test_enter_opens_the_article_of_a_highlight_at_its_place(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, source="/gone/one.txt") as desk:
        desk.go_to("Ten two")
        await desk.press("h")
        await desk.saved()
    async with open_desk(text="Quite another text here.", source="/a/two.txt") as desk:
        first = desk.screen
        await desk.press("g", "H")
        await search(desk, "ten")
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.under_cursor.startswith("Ten two")
        assert desk.marked == ["Ten two."]
        await desk.press("g", "g", "h")
        assert desk.marked == ["One two three.", "Ten two."]
        await desk.press("q")
        assert desk.screen is first


async def test_ctrl_c_twice_ends_the_program_also_from_an_article_over_another(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT, source="/gone/one.txt") as desk:
        desk.go_to("Ten two")
        await desk.press("h")
        await desk.saved()
    async with open_desk(text="Quite another text here.", source="/a/two.txt") as desk:
        first = desk.screen
        await desk.press("g", "H")
        await search(desk, "ten")
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        desk.go_to("Four five")
        await desk.press("h", "ctrl+c")
        assert "ctrl+c again quits" in desk.status
        await desk.press("ctrl+c")
        await desk.until(lambda: not desk.app.is_running)
    assert desk.app.return_code == 0
    assert desk.app.unsaved == 0
    async with open_desk(text=TEXT, source="/gone/one.txt") as desk:
        assert desk.marked == ["Four five six!", "Ten two."]


class HurriedDesk(ClosereadApp):
    """A desk at which somebody types before there is anything to see."""

    def on_mount(self) -> None:
        for key in ("/", *"sherman", "enter"):
            self.post_message(events.Key(key, key if len(key) == 1 else "\r"))


async def test_keys_typed_before_the_desk_is_whole_are_not_lost(
    sample: Article, home: Path
) -> None:
    app = HurriedDesk(sample, config=Config())
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.under_cursor.startswith("Sherman"))
        await desk.until(lambda: desk.screen.focused is desk.screen.view)


async def test_keys_typed_in_one_breath_all_reach_the_box(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        # Without a pause, as when the terminal hands over all keys at once.
        for key in ("/", "t", "e", "n", "enter"):
            desk.app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await desk.until(lambda: desk.under_cursor.startswith("Ten"))
        await desk.until(lambda: desk.screen.focused is desk.screen.view)
        for key in ("\\", *"eleven", "enter"):
            desk.app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await desk.until(lambda: desk.under_cursor.startswith("Eleven"))


async def look_for(desk: Desk, pattern: str) -> str:
    """Type into the find bar and wait for the count of its hits."""
    await desk.type(pattern)
    await desk.until(lambda: str(desk.screen.query_one(FindRow).count.content) not in ("", "…"))
    return str(desk.screen.query_one(FindRow).count.content)


async def test_escape_in_the_find_bar_keeps_the_pattern_before(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("/")
        assert await look_for(desk, "two") == "1 of 3"
        # another pattern, given up
        await desk.press("enter", "/")
        assert await look_for(desk, "ten") == "1 of 1"
        await desk.press("escape")
        assert len(desk.screen.view.painted["match"].spans) == 3
        await desk.press("n")
        assert desk.under_cursor.startswith("Two nine")


async def test_enter_on_an_empty_find_bar_finds_the_last_pattern_again(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("/")
        await look_for(desk, "two")
        # matches off the text, then / and Enter
        await desk.press("enter", "escape", "/", "enter")
        assert desk.under_cursor.startswith("Two nine")
        assert "2 of 3" in desk.status


async def test_earlier_patterns_come_back_with_the_arrows(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        for pattern in ("two", "ten", "two"):
            await desk.press("/")
            await look_for(desk, pattern)
            await desk.press("enter")
        await desk.press("/")
        await desk.type("el")
        # up to "two", "ten" and no further; down to what was typed
        shown = []
        for key in ("up", "up", "up", "down", "down"):
            await desk.press(key)
            shown.append(desk.screen.query_one(FindRow).box.value)
        assert shown == ["two", "ten", "ten", "two", "el"]


async def test_a_regular_expression_on_request(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("/", "ctrl+s")
        assert await look_for(desk, r"^(one|seven)\b") == "1 of 2"
        await desk.press("enter", "n")
        assert desk.under_cursor.startswith("Seven")


async def test_what_is_no_regular_expression_is_said_while_typing(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("/", "ctrl+s")
        assert "no regular expression" in await look_for(desk, "(one")
        await desk.press("enter")
        assert "“(one”: no regular expression" in desk.status
        assert desk.under_cursor.startswith("One")


def finder_of(desk: Desk) -> FinderScreen:
    finder = desk.app.screen
    assert isinstance(finder, FinderScreen)
    return finder


async def test_a_likely_slip_is_offered_to_the_finder(open_desk: OpenDesk) -> None:
    async with open_desk(text="Jens Stoltenberg spoke. Nobody answered.") as desk:
        await desk.press("/")
        await desk.type("stoltneberg")
        await desk.press("enter")
        await desk.until(lambda: "\\ forgives slips: “Stoltenberg”?" in desk.status)
        await desk.press("\\")
        finder = finder_of(desk)
        assert finder.prompt.value == "stoltneberg"
        await desk.until(lambda: finder.is_up_to_date and bool(finder.hits.rows))
        await desk.press("enter")
        assert desk.under_cursor.startswith("Jens")
        # What was looked for in vain elsewhere is not typed again.
        await desk.press("j", "G", "\\")
        assert finder_of(desk).prompt.value == ""


async def test_nothing_is_offered_where_no_slip_is_likely(open_desk: OpenDesk) -> None:
    async with open_desk(text="Jens Stoltenberg spoke. Nobody answered.") as desk:
        await desk.press("/")
        await desk.type("zebra crossing")
        await desk.press("enter")
        assert desk.status.strip().startswith("READ  “zebra crossing” is not in this text")
        assert "forgives" not in desk.status
