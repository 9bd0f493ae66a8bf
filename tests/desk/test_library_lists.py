"""The lists of articles and highlights."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tests.desk.gated import article
from tests.desk.library import HARBOUR_TITLE, two_articles
from tests.desk.shelves import RIVER, entered, head, lines, opened, read
from tui.dialogs.library_list import LibraryScreen
from tui.dialogs.marks_list import MarksScreen
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.settings.colours import Colour

# -- L ------------------------------------------------------------------------------------


async def test_capital_l_lists_all_articles_with_marks_and_questions(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        assert lines(library) == ["The river rose again", HARBOUR_TITLE]
        assert "2 articles, by last opened" in head(library)
        counts, facts = library.hits.rows[1].lines
        assert [text for text, _ in counts.right][1:] == [" 1 ▌  2 ? "]
        assert [text for text, _ in facts.spare] == [" #to do"]
        await desk.press("j")
        await desk.until(lambda: "which piers?" in str(library.preview.content))
        assert "The piers are moving." in str(library.preview.content)


async def test_the_article_that_is_called_as_was_typed_is_the_first(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    for name, text in (("a", "Kestrel sells."), ("b", "Kestrel will sell when it sells.")):
        async with open_desk(text=text, source=f"/{name}.txt") as desk:
            await desk.until(lambda: desk.state.session is not None)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        await desk.press("f")
        await desk.type("kestrel sells")
        await read(desk, library)
        assert [line[:13] for line in lines(library)] == ["Kestrel sells", "Kestrel will "]


async def test_the_list_says_what_was_read_and_how_far(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.desk.library_opening.PLACE_AFTER", 0.01)
    long = "\n\n".join(f"Paragraph {number} says one thing." for number in range(200))
    async with open_desk(text=long, source="/a/long.txt") as desk:
        await desk.until(lambda: desk.state.database is not None)
        assert desk.state.database is not None
        library = Library(desk.state.database)
        await desk.until(lambda: 0 < (library.documents()[0].read_share or 0) < 50)
        share = library.documents()[0].read_share
        # A look at the end is no reading of what lies before it.
        await desk.press("G")
        await desk.until(lambda: (library.documents()[0].read_share or 0) > (share or 0))
        assert (library.documents()[0].read_share or 0) < 50
        shelf = await opened(desk, LibraryScreen, "L")
        said = f" {library.documents()[0].read_share} % "
        assert shelf.hits.rows[0].lines[0].right[0][0] == said
        await desk.until(lambda: f"{said.strip()} read" in str(shelf.preview.content))
        for query, count in (("is:started", 1), ("is:unread", 0), ("is:started long", 1)):
            await desk.press("f", *["backspace"] * 20)
            await desk.type(query)
            await read(desk, shelf)
            assert len(lines(shelf)) == count, query


async def test_what_was_added_and_never_opened_is_unread(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.until(lambda: desk.state.session is not None)
        assert desk.state.database is not None
        added = article("Bread became dearer again this week.", "/a/bread.txt")
        ReadingSession.open(desk.state.database, added, lambda event: None, is_read=False).close()
        shelf = await opened(desk, LibraryScreen, "L")
        await desk.press("f", *"is:unread", "enter")
        await read(desk, shelf)
        (row,) = shelf.hits.rows
        assert row.lines[0].right[0][0] == " unread "
        await desk.until(lambda: "not opened yet" in str(shelf.preview.content))


async def test_enter_opens_an_article_over_this_one_and_q_comes_back(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await opened(desk, LibraryScreen, "L")
        await desk.press("j", "enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.state.article.source == source
        await desk.press("q")
        assert desk.screen is first


async def test_an_article_whose_file_is_gone_opens_as_it_was_kept(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    Path(source).unlink()
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await opened(desk, LibraryScreen, "L")
        await desk.press("j", "enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        await desk.until(lambda: "as the library keeps it" in desk.status)
        assert len(desk.marked) == 1


async def test_capital_s_sorts_the_articles_otherwise(open_desk: OpenDesk, tmp_path: Path) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        orders = []
        for _ in range(6):
            await desk.press("S")
            await read(desk, library)
            orders.append((head(library).split("by ")[1], lines(library)[0][:9]))
        assert orders == [
            ("title", "The harbo"),
            ("date", "The river"),
            ("highlights", "The harbo"),
            ("open questions", "The harbo"),
            ("least read", "The river"),
            ("last opened", "The river"),
        ]


async def test_f_finds_an_article_by_title_place_and_file(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        for query, found in (
            ("habour", 1),
            ("ellis", 1),
            ("river.txt", 1),
            ("the", 2),
            ("xy", 0),
            ("#to do", 1),
            ("is:unread", 0),
        ):
            await desk.press("f", *["backspace"] * 12)
            await desk.type(query)
            await read(desk, library)
            assert len(lines(library)) == found, query
        assert "No article matches" in library.hits.state_text
        # Esc takes the filter away, q the list.
        await desk.press("escape")
        await read(desk, library)
        assert len(lines(library)) == 2
        await desk.press("q")
        assert desk.dialog is None


# -- g h and g s --------------------------------------------------------------------------


async def test_g_h_lists_the_highlights_whole_and_enter_goes_there(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        marks = await opened(desk, MarksScreen, "g", "h")
        assert "No highlights yet" in marks.hits.state_text
        await desk.press("q")
        desk.go_to("Shopkeepers on")
        await desk.press("h", "a")
        await desk.type("how many")
        await desk.press("enter")
        await desk.type("of them?")
        await desk.press("escape")
        desk.go_to("Ms Obi said")
        await desk.press("h", "g", "g")
        marks = await opened(desk, MarksScreen, "g", "h")
        assert "2 highlights, 1 with a note" in head(marks)
        assert "how many\nof them?" in str(marks.preview.content)
        await desk.press("j", "enter")
        assert desk.under_cursor.startswith("Ms Obi said")
        marks = await opened(desk, MarksScreen, "g", "h")
        await desk.press("f")
        await desk.type("shopkeper")
        await read(desk, marks)
        await desk.press("enter", "enter")
        assert desk.under_cursor.startswith("Shopkeepers on")


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (120, 40)])
@pytest.mark.parametrize("keys", [("g", "u"), ("g", "U"), ("L",), ("g", "h"), ("g", "s")])
async def test_the_lists_open_and_close_at_every_size(
    open_desk: OpenDesk, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with open_desk(size, text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await entered(desk)
        await desk.press(*keys)
        assert desk.dialog is not None
        await desk.press("j", "G", "k", "q")
        assert desk.dialog is None


async def test_highlights_are_changed_in_their_list(open_desk: OpenDesk, tmp_path: Path) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        marks = await opened(desk, MarksScreen, "g", "h")
        await desk.press("c", "4")
        await desk.until(lambda: desk.state.marks[0].highlight.colour is Colour.PINK)
        await desk.press("t")
        await desk.type("urgent")
        await desk.press("enter")
        await desk.until(lambda: desk.state.marks[0].highlight.tags == ("to do", "urgent"))
        assert desk.app.screen is marks
        await desk.until(lambda: "#urgent" in str(marks.preview.content))
        await desk.press("x")
        await desk.until(lambda: not marks.hits.rows)
        assert "u brings it back" in head(marks)
        assert len(desk.state.marks) == 0
        # Back with it, then without the tag, then yellow again.
        await desk.press("u", "u", "u")
        await desk.until(lambda: len(marks.hits.rows) == 1)
        highlight = desk.state.marks[0].highlight
        assert (highlight.tags, highlight.colour) == (("to do",), Colour.YELLOW)
        await desk.press("ctrl+r")
        await desk.until(lambda: desk.state.marks[0].highlight.colour is Colour.PINK)
