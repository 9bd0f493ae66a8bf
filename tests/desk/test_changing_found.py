"""Highlights are changed and deleted where the finder lists them."""

from __future__ import annotations

from tests.desk.conftest import Desk, OpenDesk
from tests.desk.finding import TEXT, finder_of, foot, listed, search
from tui.dialogs.finder import FinderScreen
from tui.library import Library
from tui.settings.colours import Colour


async def two_marked(open_desk: OpenDesk) -> None:
    """A highlight in an article that is closed again."""
    async with open_desk(text="Seven Two nine. Ten two.", source="/other.txt") as desk:
        await desk.press("V", "1")
        await desk.saved()


async def shows(desk: Desk, *colours: str) -> None:
    """Wait until the listed highlights have these colours."""
    await desk.until(
        lambda: [row.lines[0].left[1][1] for row in finder_of(desk).hits.rows] == [*colours]
    )


async def kept(desk: Desk) -> list[tuple[str, str, tuple[str, ...]]]:
    assert desk.state.database is not None
    records = Library(desk.state.database).all_highlights()
    marks = [record.highlight for record in records]
    return sorted((each.anchor.exact[:3], each.colour.value, each.tags) for each in marks)


async def test_a_highlight_of_another_article_is_changed_from_the_finder(
    open_desk: OpenDesk,
) -> None:
    await two_marked(open_desk)
    async with open_desk(text=TEXT, source="/here.txt") as desk:
        await desk.press("g", "H")
        await search(desk, "seven")
        # ctrl+r: the next colour; ctrl+z takes it back.
        await desk.press("ctrl+r")
        await shows(desk, "green")
        assert "green now" in foot(desk)
        await desk.press("ctrl+z")
        await shows(desk, "yellow")
        # The second key waits for the rows that the first one has changed.
        await desk.press("ctrl+r", "ctrl+r")
        await shows(desk, "blue")
        await desk.press("ctrl+z")
        await shows(desk, "green")
        # ctrl+g: tags, in the line of the desk.
        await desk.press("ctrl+g")
        await desk.type("war")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, FinderScreen))
        await desk.until(lambda: finder_of(desk).hits.rows[0].lines[0].left[-1][0] == "  #war")
        assert await kept(desk) == [("Sev", "green", ("war",))]
        # ctrl+x: deleted; ctrl+z brings it back with its tag.
        await desk.press("ctrl+x")
        await desk.until(lambda: not finder_of(desk).hits.rows)
        assert await kept(desk) == []
        await desk.press("ctrl+z")
        await desk.until(lambda: finder_of(desk).hits.rows)
        assert await kept(desk) == [("Sev", "green", ("war",))]
    # It is in the log of its own article.
    async with open_desk(text="Seven Two nine. Ten two.", source="/other.txt") as desk:
        await desk.until(lambda: desk.marked)
        await desk.press("u")
        await desk.until(lambda: desk.state.marks[0].highlight.tags == ())


async def test_picked_highlights_are_changed_together_and_drawn_on_the_desk(
    open_desk: OpenDesk,
) -> None:
    await two_marked(open_desk)
    async with open_desk(text=TEXT, source="/here.txt") as desk:
        await desk.press("V", "1")
        await desk.saved()
        await desk.press("g", "H")
        await search(desk, "two")
        await desk.press("tab", "tab", "ctrl+r")
        await shows(desk, "green", "green")
        assert "2 highlights green now" in foot(desk)
        assert [mark.highlight.colour for mark in desk.state.marks] == [Colour.GREEN]
        await desk.press("ctrl+g")
        await desk.type("war")
        await desk.press("enter")
        await desk.until(lambda: finder_of(desk).hits.rows[0].lines[0].left[-1][0] == "  #war")
        assert await kept(desk) == [("One", "green", ("war",)), ("Sev", "green", ("war",))]
        await desk.press("ctrl+x")
        await desk.until(lambda: not finder_of(desk).hits.rows)
        assert desk.state.marks == ()
        await desk.press("ctrl+z", "escape")
        await desk.until(lambda: desk.marked)


async def test_a_letter_typed_after_a_change_makes_ctrl_z_undo_typing(open_desk: OpenDesk) -> None:
    await two_marked(open_desk)
    async with open_desk(text=TEXT, source="/here.txt") as desk:
        await desk.press("g", "H", "ctrl+x")
        await listed(desk)
        await desk.press("ctrl+x")
        await desk.until(lambda: not finder_of(desk).hits.rows)
        await desk.press("x", "ctrl+z")
        await listed(desk)
        assert await kept(desk) == []


async def test_nothing_is_changed_from_the_finder_of_the_article(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, source="/here.txt") as desk:
        await desk.press("V", "1")
        await desk.saved()
        await desk.press("\\")
        await listed(desk)
        await desk.press("ctrl+r")
        assert "ctrl+r" not in foot(desk)
        assert [mark.highlight.colour for mark in desk.state.marks] == [Colour.YELLOW]
