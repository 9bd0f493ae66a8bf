"""The lists of articles and highlights, the figures, and opening another article."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.events import Paste

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.gated import Gated, article
from tests.desk.shelves import RIVER, entered, head, lines, opened, read, written
from tui.dialogs.finder import FinderScreen
from tui.dialogs.forgetting_articles import ForgetScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.dialogs.library_figures import StatisticsScreen
from tui.dialogs.library_list import LibraryScreen
from tui.dialogs.marks_list import MarksScreen
from tui.dialogs.open_article import OpenScreen, completions
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.settings.colours import Colour

HARBOUR_TITLE = "The harbour bridge will close on Monday for at least…"


async def two_articles(open_desk: OpenDesk, tmp_path: Path) -> str:
    """Read and mark the harbour article; its source."""
    source = str(written(tmp_path / "harbour.txt"))
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        desk.go_to("The piers")
        await desk.press("h", "a")
        await desk.type("which piers?")
        await desk.press("escape", "t")
        await desk.type('"to do"')
        await desk.press("enter")
        await desk.saved()
        await entered(desk)
    return source


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


async def test_x_shows_what_would_go_and_only_y_forgets(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        await desk.press("x")
        assert "it is open on the desk" in head(library)
        await desk.press("j", "x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        shown = str(desk.app.screen.query_one("Static").render())
        for fact in (source, "1 text", "1 highlight", "1 note", "2 questions"):
            assert fact in shown
        await desk.press("enter")
        assert len(lines(library)) == 2
        await desk.press("x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        await desk.press("y")
        await desk.until(lambda: lines(library) == ["The river rose again", "▸ 1 forgotten"])
        assert "kept until" in head(library)
        await desk.press("q")
        ledger = await opened(desk, LedgerScreen, "g", "U")
        assert lines(ledger) == []
    assert Path(source).exists()


async def test_u_puts_back_what_was_forgotten_a_moment_ago(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        before = lines(library)
        await desk.press("u")
        assert "nothing was forgotten here" in head(library)
        await desk.press("j", "x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        await desk.press("y")
        await desk.until(lambda: lines(library)[-1] == "▸ 1 forgotten")
        await desk.press("u")
        await desk.until(lambda: "put back: " in head(library))
        await desk.until(lambda: lines(library) == before)
        await desk.press("j", "enter")
        await desk.until(lambda: desk.state.article.source == source and desk.state.session)
        assert len(desk.marked) == 1


async def test_the_trash_is_folded_at_the_end_and_gives_back_or_forgets_for_good(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        library = await opened(desk, LibraryScreen, "L")
        await desk.press("j", "x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        await desk.press("y")
        await desk.until(lambda: lines(library)[-1] == "▸ 1 forgotten")
        # The fold, its article.
        await desk.press("G", "enter")
        await desk.until(lambda: len(lines(library)) == 3)
        await desk.press("j")
        shown = str(library.preview.render())
        assert source in shown
        assert "kept until" in shown
        await desk.press("enter")
        assert "u puts it back" in head(library)
        await desk.press("x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        assert "cannot be put back" in str(desk.app.screen.query_one("Static").render())
        await desk.press("y")
        await desk.until(lambda: "forgotten for good" in head(library))
        await desk.until(lambda: lines(library) == ["The river rose again"])


async def test_a_forgotten_article_that_is_opened_anew_is_offered(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await opened(desk, LibraryScreen, "L")
        await desk.press("j", "x")
        await desk.until(lambda: isinstance(desk.app.screen, ForgetScreen))
        await desk.press("y")
        await desk.until(lambda: not isinstance(desk.app.screen, ForgetScreen))
    async with open_desk(text=Path(source).read_text(), source=source) as desk:
        await desk.until(lambda: "you forgot it on" in desk.status)
        assert desk.marked == []
        # The first look at what other programs write is over: it would find anything.
        desk.parts.other_desks._look()
        await desk.saved()
        library = await opened(desk, LibraryScreen, "L")
        await desk.press("G", "enter")
        await desk.until(lambda: len(lines(library)) == 4)
        await desk.press("G", "u")
        await desk.until(
            lambda: "put back into the article as it was opened since" in head(library)
        )
        await desk.press("q")
        # The open desk shows what has come back.
        await desk.until(lambda: len(desk.marked) == 1)


# -- ctrl+o -------------------------------------------------------------------------------


async def typed(desk: Desk, text: str) -> OpenScreen:
    """Type into the box for opening and wait for its rows."""
    screen = desk.app.screen
    assert isinstance(screen, OpenScreen)
    await desk.type(text)
    await desk.until(lambda: screen.query_in_force == screen.prompt.value)
    return screen


async def test_ctrl_o_opens_an_article_by_its_title(open_desk: OpenDesk, tmp_path: Path) -> None:
    source = await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await desk.press("ctrl+o")
        await typed(desk, "harbor bridge")
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.state.article.source == source


async def test_ctrl_o_opens_a_sample(open_desk: OpenDesk) -> None:
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await desk.press("ctrl+o")
        await typed(desk, "nato")
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.state.article.source == "seed:nato-russia-talks"


async def test_tab_completes_a_path_and_enter_goes_into_a_folder(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    path = written(folder / "harbour.txt")
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await desk.press("ctrl+o")
        screen = await typed(desk, f"{tmp_path}/te")
        await desk.press("enter")
        assert screen.prompt.value == f"{folder}/"
        screen = await typed(desk, "har")
        await desk.press("tab")
        assert screen.prompt.value == str(path)
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.state.article.source == str(path)


@pytest.mark.parametrize("name", [b"odd\x1b[2J.txt", b"odd\xff.txt", b"odd\n.txt"])
async def test_a_file_whose_name_cannot_be_typed_is_opened_but_never_completed(
    open_desk: OpenDesk, tmp_path: Path, name: bytes
) -> None:
    path = tmp_path / os.fsdecode(name)
    written(path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await desk.press("ctrl+o")
        screen = await typed(desk, f"{tmp_path}/od")
        await desk.press("tab")
        assert screen.prompt.value == f"{tmp_path}/od"
        await desk.press("enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        assert desk.state.article.source == str(path)


async def test_what_is_neither_title_nor_path_is_said(open_desk: OpenDesk) -> None:
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("ctrl+o")
        screen = await typed(desk, "zebra")
        assert "No article is called “zebra”" in screen.hits.state_text
        await desk.press("escape")
        assert desk.dialog is None


async def test_a_file_that_is_no_text_is_told_and_the_article_stays(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    (tmp_path / "image.png").write_bytes(b"\x89PNG and more")
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("ctrl+o")
        await typed(desk, f"{tmp_path}/image.png")
        await desk.press("enter")
        await desk.until(lambda: "is an image" in desk.status)


async def test_a_folder_itself_is_offered_as_a_list_and_tab_still_completes_what_is_in_it(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    written(tmp_path / "harbour.txt")
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("ctrl+o")
        screen = await typed(desk, f"{tmp_path}/")
        assert "".join(text for text, _ in screen.hits.rows[0].lines[0].left) == f"{tmp_path}/"
        assert screen.answer(screen.hits.rows[0]) == str(tmp_path)
        await desk.press("tab")
        assert screen.prompt.value == f"{tmp_path}/harbour.txt"


async def test_an_address_is_typed_or_pasted_and_those_of_the_library_are_offered(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(text=RIVER, source="https://www.example.org/river"):
        pass
    page = Gated(article("The tide is out.", "https://www.example.org/tide"))
    page.gate.set()
    async with open_desk(text="One two.", source="/a/words.txt") as desk:
        await desk.press("ctrl+o")
        screen = await typed(desk, "")
        # What a terminal hands over between the marks of a paste; only its words are taken.
        desk.app.post_message(Paste("\n https://www.example.org/ti\x1bde\nmore"))
        await desk.until(lambda: screen.query_in_force == " https://www.example.org/ti\u241bde")
        await desk.press("ctrl+u")
        await typed(desk, "www.example.org/")
        titles = ["".join(text for text, _ in row.lines[0].left) for row in screen.hits.rows]
        assert titles == ["https://www.example.org/", "The river rose again"]
        assert screen.hits.rows[1].lines[0].right[0][0] == "  www.example.org "
        await typed(desk, "tide")
        monkeypatch.setattr("tui.library.open_source", lambda _: page.unread)
        await desk.press("enter")
        await desk.until(lambda: desk.state.article.source == "https://www.example.org/tide")
        await desk.until(lambda: desk.state.session)


def test_completions_hide_what_is_hidden_and_forgive_case(tmp_path: Path) -> None:
    for name in ("Alpha.txt", "alps.txt", ".secret", "beta"):
        (tmp_path / name).write_text("x")
    (tmp_path / "alto").mkdir()
    root = f"{tmp_path}/"
    assert list(completions(root)) == [
        root + name for name in ("Alpha.txt", "alps.txt", "alto/", "beta")
    ]
    assert list(completions(root + "AL")) == [
        root + name for name in ("Alpha.txt", "alps.txt", "alto/")
    ]
    assert list(completions(root + ".s")) == [root + ".secret"]
    assert list(completions(root + "none/x")) == []
    assert list(completions("seed:na")) == ["seed:nato-russia-talks"]


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


async def test_g_s_shows_the_library_in_figures(open_desk: OpenDesk, tmp_path: Path) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("g", "s")
        screen = desk.app.screen
        assert isinstance(screen, StatisticsScreen)
        await desk.until(lambda: screen.rows.rows)
        shown = "\n".join(
            "".join(text for text, _ in row.lines[0].left) for row in screen.rows.rows
        )
        words = len(RIVER.split()) + len(harbour.TEXT.split())
        for name, figure in (
            ("articles", 2), ("words", words), ("highlights", 1), ("with a note", 1),
            ("yellow", 1), ("open", 2),
        ):  # fmt: skip
            assert any(
                line.split()[: len(name.split()) + 1] == [*name.split(), f"{figure}"]
                for line in shown.splitlines()
            ), (name, shown)
        await desk.press("q")
        assert desk.dialog is None


@pytest.mark.parametrize(
    ("figure", "query", "rows"),
    [
        ("By colour\nyellow", "color:yellow", 1),
        ("By tag\nto do", "tag:^to\\ do$", 1),
        ("Highlighted\nwith a note", "is:noted", 1),
        ("Highlighted\nhighlights", "", 1),
    ],
)
async def test_a_figure_of_highlights_leads_to_them(
    open_desk: OpenDesk, tmp_path: Path, figure: str, query: str, rows: int
) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("g", "s")
        await on_figure(desk, figure)
        await desk.press("enter")
        finder = desk.app.screen
        assert isinstance(finder, FinderScreen)
        assert finder.prompt.value == query
        await desk.until(lambda: finder.is_up_to_date and len(finder.hits.rows) == rows)


async def test_a_figure_of_questions_or_articles_leads_to_them(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    await two_articles(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        await desk.press("g", "s")
        await on_figure(desk, "By tag\nto do")
        # Over the blank line and the heading, there and back.
        await desk.press("k", "j", "j")
        screen = desk.app.screen
        assert isinstance(screen, StatisticsScreen)
        assert screen.rows.current
        assert screen.rows.current.key == "Questions\nopen"
        ledger = await opened(desk, LedgerScreen, "enter")
        assert ledger.prompt.value == "is:open"
        assert len(lines(ledger)) == 2
        await desk.press("q", "q", "g", "s")
        await on_figure(desk, "Read\narticles")
        await opened(desk, LibraryScreen, "enter")


async def on_figure(desk: Desk, key: str) -> None:
    """Go to the row of a figure."""
    screen = desk.app.screen
    assert isinstance(screen, StatisticsScreen)
    await desk.until(lambda: any(row.key == key for row in screen.rows.rows))
    screen.rows.cursor = [row.key for row in screen.rows.rows].index(key)


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
