"""The finder: its language, modes and scopes, and rows that are marked and taken out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Event

import pytest
from textual.content import Content
from textual.widgets import Static

from tests.desk.conftest import OpenDesk
from tests.desk.finding import TEXT, finder_of, foot, listed, search, title
from tui.dialogs.finder import FinderScreen
from tui.dialogs.finder_scopes import MatchMode, Scope
from tui.dialogs.searching import Listed
from tui.settings.config import ColourNames, Config
from tui.store.clock import local_day, now
from tui.widgets.row_list import ListRow, RowLine


@pytest.mark.parametrize(
    ("size", "shown"), [((160, 40), "Seven Two nine"), ((80, 24), "Seven Two")]
)
async def test_rows_of_the_library_name_their_article(
    open_desk: OpenDesk, size: tuple[int, int], shown: str
) -> None:
    async with open_desk(size, text="Seven Two nine. Ten two.", source="/a.txt") as desk:
        await desk.press("V", "1")
        await desk.saved()
        await desk.press("g", "H")
        await listed(desk)
        (row,) = finder_of(desk).hits.rows
        right = "".join(text for text, _ in row.lines[0].right)
        assert shown in right
        # Also with its matched letters, when the title is what was meant.
        await desk.type("nine")
        await listed(desk)
        assert any("matched" in style for _, style in finder_of(desk).hits.rows[0].lines[0].right)


async def test_signs_and_fields_narrow_the_rows(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("\\")
        assert await search(desk, "'two !nine") == [
            "text      One two three.",
            "text      Ten two.",
        ]
        await desk.press("ctrl+u")
        assert await search(desk, "^ten | twelve$") == [
            "text      Ten two.",
            "text      Eleven twelve.",
        ]


async def test_enter_goes_to_the_row_on_the_screen_whatever_is_searched_for_since(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("\\")
        assert await search(desk, "eleven")
        finder = finder_of(desk)
        # As a letter does that is taken back before its rows are there.
        assert finder.scope.search("xyzzyx", finder.search_mode, 120).rows == ()
        await desk.press("tab", "enter")
        assert desk.dialog is None
        assert desk.under_cursor.startswith("Eleven")


async def test_what_is_no_field_is_said_in_the_foot(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("\\")
        assert await search(desk, "colour2:x twelve") == ["text      Eleven twelve."]
        assert "no field “colour2:”" in foot(desk)
        await desk.press("ctrl+u")
        await search(desk, "twelve")
        assert "no field" not in foot(desk)


async def test_the_mode_goes_round_and_is_shown(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("\\")
        assert title(desk) == "Search this article · fuzzy"
        assert len(await search(desk, "wot")) == 0
        await desk.press("ctrl+u")
        # "twelev" is twelve with a slip; as it stands it is nowhere
        assert len(await search(desk, "twelev")) == 1
        await desk.press("ctrl+s")
        assert title(desk) == "Search this article · exact"
        assert "ctrl+s exact" in foot(desk)
        assert await listed(desk) == []
        await desk.press("ctrl+s", "ctrl+u")
        assert title(desk) == "Search this article · regex"
        assert await search(desk, r"^(ten|four)\b") == [
            "text      Four five six!",
            "text      Ten two.",
        ]
        await desk.press("ctrl+s")
        assert title(desk) == "Search this article · fuzzy"


async def test_what_is_no_regular_expression_is_said(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("\\", "ctrl+s", "ctrl+s")
        assert await search(desk, "(two") == []
        assert "no regular expression" in foot(desk)


async def test_the_scope_changes_and_what_is_typed_stays(open_desk: OpenDesk) -> None:
    async with open_desk(text="Two of another kind.", source="/a/one.txt") as desk:
        await desk.press("h")
        await desk.saved()
    async with open_desk(text=TEXT, source="/a/two.txt") as desk:
        await desk.press("\\")
        assert len(await search(desk, "two")) == 3
        await desk.press("ctrl+t")
        assert title(desk) == "Search all highlights · fuzzy"
        assert "ctrl+t library" in foot(desk)
        assert await listed(desk) == ["▌ Two of another kind."]
        await desk.press("ctrl+t")
        assert title(desk) == "Search this article · fuzzy"
        assert len(await listed(desk)) == 3


async def test_highlights_are_found_by_the_readers_own_names_of_colours(
    open_desk: OpenDesk,
) -> None:
    config = Config(colours=ColourNames({"green": "claims"}))
    async with open_desk(text=TEXT, config=config) as desk:
        await desk.press("V", "2")
        await desk.saved()
        await desk.press("g", "H")
        assert await search(desk, "color:claims") == ["▌ One two three."]
        await desk.press("ctrl+u")
        assert await search(desk, "color:yellow") == []


async def test_tab_marks_rows_and_the_foot_counts_them(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("\\")
        await search(desk, "two")
        # two downwards, then the last one upwards again
        await desk.press("tab", "tab")
        assert "2 picked" in foot(desk)
        assert [row[0] for row in await listed(desk)] == ["✓", "✓", "t"]
        assert finder_of(desk).hits.cursor == 2
        await desk.press("up", "shift+tab")
        assert "1 picked" in foot(desk)
        assert finder_of(desk).hits.cursor == 0
        # they stay marked whatever is typed next
        await desk.press("ctrl+u")
        await search(desk, "eleven")
        assert "1 picked" in foot(desk)


async def test_marked_rows_are_copied_with_their_source(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, source="/a/numbers.txt") as desk:
        await desk.press("\\")
        await search(desk, "'two")
        await desk.press("tab", "down", "tab", "ctrl+y")
        copied = desk.app.clipboard
        assert "“One two three.”\n— " in copied
        assert "“Ten two.”\n— " in copied
        assert "Seven" not in copied
        assert copied.count("/a/numbers.txt") == 2
        assert "2 passages with source" in foot(desk)


async def test_what_is_too_long_for_the_clipboard_is_not_called_copied(
    open_desk: OpenDesk,
) -> None:
    async with open_desk((200, 40), text="words " * 14_000) as desk:
        await desk.press("\\")
        await search(desk, "words")
        await desk.press("ctrl+y")
        assert desk.app.clipboard == ""
        assert "more than terminals take" in foot(desk)


async def test_without_marked_rows_the_current_one_is_copied(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h")
        await desk.saved()
        await desk.press("g", "H")
        await search(desk, "one")
        await desk.press("ctrl+y")
        assert desk.app.clipboard.startswith("“One two three.”\n— ")


async def test_marked_rows_are_written_to_a_file_that_is_new(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "two.md").write_text("mine")
    async with open_desk(text=TEXT) as desk:
        await desk.press("\\")
        await search(desk, "two")
        await desk.press("tab", "ctrl+e")
        await desk.until(lambda: "written to" in foot(desk))
        assert "1 passage written to two-2.md" in foot(desk)
        assert (tmp_path / "two-2.md").read_text().startswith("> Ten two.\n\n— *One")
        assert (tmp_path / "two.md").read_text() == "mine"


async def test_a_row_that_answers_by_its_note_shows_the_letters(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "a")
        await desk.type("compare figures")
        await desk.press("escape")
        await desk.saved()
        await desk.press("\\")
        (row,) = await search(desk, "note:figures")
        assert row == "highlight One two three.  compare figures"
        runs = finder_of(desk).hits.rows[0].lines[0].left
        assert ("figures", "note matched") in runs
        preview = finder_of(desk).query_one(".preview", Static)
        assert "compare figures" in str(preview.content)


LONG_PARAGRAPH = (
    " ".join(["The harbour mistress spoke."] * 12)
    + " Nobody could say who will pay. Still "
    + " ".join(["the councillors argued"] * 14)
)


@pytest.mark.parametrize("keys", [["\\"], ["g", "H"]], ids=["article", "library"])
async def test_a_preview_begins_and_ends_with_whole_words(
    open_desk: OpenDesk, keys: list[str]
) -> None:
    async with open_desk(text=LONG_PARAGRAPH) as desk:
        desk.go_to("Nobody could")
        await desk.press("V", "1")
        await desk.saved()
        await desk.press(*keys)
        await search(desk, "nobody")
        preview = finder_of(desk).query_one(".preview", Static)
        shown = str(preview.content).partition("\n\n")[2]
        before, _, after = shown.partition("Nobody could say who will pay.")
        assert before.startswith("… ")
        assert set(before[2:].split()) <= set(LONG_PARAGRAPH.split())
        assert after.endswith(" …")
        assert set(after[:-2].split()) <= set(LONG_PARAGRAPH.split())
        if keys == ["g", "H"]:
            day = date.fromisoformat(local_day(now()))
            assert f"highlighted {day.day} {day:%b %Y}" in str(preview.content)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_the_foot_fits_at_every_size(open_desk: OpenDesk, size: tuple[int, int]) -> None:
    async with open_desk(size, text=TEXT) as desk:
        await desk.press("\\")
        await search(desk, "two")
        for _ in range(2):
            assert len(foot(desk)) <= finder_of(desk).foot.size.width
            assert "Esc close" in foot(desk)
            assert "Tab pick" in foot(desk)
            assert "picked" in foot(desk) or "ctrl+s fuzzy   ctrl+t article" in foot(desk)
            await desk.press("tab")
        assert "ctrl+y copy" in foot(desk)


class SlowScope(Scope):
    """Finds fifty rows, of which all but the first ten take until somebody lets them come."""

    NAME = TITLE = "slow"

    def __init__(self) -> None:
        super().__init__({})
        self.may_come = Event()

    def search(self, typed: str, mode: MatchMode, width: int) -> Listed:
        rows = tuple(ListRow((RowLine(((f"row {n}", ""),)),), f"{n}") for n in range(50))

        def whole() -> Listed:
            self.may_come.wait(10)
            return Listed(rows, "")

        return Listed(rows[:10], "", rest=whole)

    def nothing_found(self, typed: str) -> str:
        return ""

    def preview(self, key: str) -> Content:
        return Content(f"more of {key}")


async def test_the_first_rows_do_not_wait_for_the_others_and_stay_where_they_are(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        scope = SlowScope()
        finder = FinderScreen(scope)
        desk.app.push_screen(finder)
        await desk.until(lambda: finder.is_mounted and len(finder.hits.rows) == 10)
        assert foot(desk).startswith(" 10+ found")
        await desk.press("down", "down")
        scope.may_come.set()
        await desk.until(lambda: len(finder.hits.rows) == 50)
        assert finder.hits.cursor == 2
        assert str(finder.preview.render()) == "more of 2"
        assert "found" not in foot(desk), "the edge of the list says how many there are"
        assert finder.position == "3/50"
