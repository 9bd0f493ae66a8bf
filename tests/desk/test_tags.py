"""`t`: the tags of a highlight."""

from __future__ import annotations

import pytest
from textual import events

from tests.desk.conftest import Desk, OpenDesk
from tui.desk.unsaved import Words
from tui.dialogs.tag_line import TagsScreen

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."


def tags(desk: Desk, number: int = 0) -> tuple[str, ...]:
    return desk.state.marks[number].highlight.tags


async def open_box(desk: Desk) -> TagsScreen:
    await desk.press("t")
    box = desk.dialog
    assert isinstance(box, TagsScreen)
    return box


@pytest.mark.parametrize("closing", ["enter", "escape", "ctrl+s"])
async def test_t_makes_the_mark_and_its_tags_are_saved_by_any_way_out(
    open_desk: OpenDesk, closing: str
) -> None:
    async with open_desk(text=TEXT) as desk:
        await open_box(desk)
        await desk.type("money, bridge")
        await desk.press(closing)
        assert desk.dialog is None
        assert desk.marked == ["One two three."]
        assert tags(desk) == ("bridge", "money")
        assert desk.rows(4) == ["▌One two three. ¶1 ", "▌ #bridge  #money "]
        await desk.saved()
        await desk.until(lambda: not desk.state.unsaved.of(Words.TAGS))
    async with open_desk(text=TEXT) as desk:
        assert tags(desk) == ("bridge", "money")


async def test_tab_completes_from_all_tags_of_the_library_the_most_used_first(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text="Another text.\n\nWith two parts.", source="/else/a.txt") as desk:
        await desk.press("t", *"budget", "enter", "}", "t", *"budget bread", "enter")
        await desk.saved()
    async with open_desk(text=TEXT) as desk:
        box = await open_box(desk)
        await desk.until(lambda: len(box.hits.rows) == 2)
        assert [row.key for row in box.hits.rows] == ["budget", "bread"]
        await desk.type("br")
        assert [row.key for row in box.hits.rows] == ["bread"]
        await desk.press("tab")
        assert box.prompt.value == "bread "
        await desk.press("tab", "enter")
        assert tags(desk) == ("bread", "budget")


async def test_an_arrow_chooses_a_tag_and_enter_takes_it(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("t", *"alpha beta", "enter", "}")
        await desk.saved()
        box = await open_box(desk)
        await desk.until(lambda: box.hits.rows)
        # The first step is onto the first row.
        await desk.press("down", "down", "enter")
        assert box.prompt.value == "beta "
        await desk.press("enter")
        assert tags(desk, 1) == ("beta",)


async def test_letters_typed_in_one_breath_with_tab_and_enter_are_whole(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("t")
        for key in (*"quick", "enter", "}"):
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await desk.until(lambda: desk.under_cursor.startswith("Seven"))
        assert tags(desk) == ("quick",)


async def test_a_tag_with_a_blank_stays_one_tag(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("t", *'"to', "space", *'do"', "enter")
        assert tags(desk) == ("to do",)
        box = await open_box(desk)
        assert box.prompt.value == '"to do" '
        await desk.type("later")
        await desk.press("enter")
        assert tags(desk) == ("later", "to do")


async def test_ctrl_x_leaves_the_tags_as_they_were(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("t", *"keep", "enter", "t", *"not", "ctrl+x")
        assert tags(desk) == ("keep",)
        assert "as they were" in desk.status


async def test_tags_can_be_taken_away_and_undone(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("t", *"ab", "enter", "t", "ctrl+u", "enter")
        assert tags(desk) == ()
        await desk.press("u")
        assert tags(desk) == ("ab",)
        assert "tags changed back" in desk.status


async def test_a_row_of_the_panel_can_be_tagged(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "}", "h", "4", "j", "t", *"second", "enter")
        assert [mark.highlight.tags for mark in desk.state.marks] == [(), ("second",)]
        # From the row of the tags itself, too.
        await desk.press("j", "t", *"more", "enter")
        assert tags(desk, 1) == ("more", "second")


async def test_quitting_with_the_box_open_saves_the_tags(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("t")
        await desk.type("half")
        desk.app.exit()
    async with open_desk(text=TEXT) as desk:
        assert tags(desk) == ("half",)


async def test_tags_the_disk_refuses_are_kept_and_can_be_saved_later(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        database = desk.state.database
        assert database is not None
        await desk.press("h")
        await desk.saved()
        refuse = (
            "CREATE TEMP TRIGGER no BEFORE INSERT ON operations BEGIN "
            "SELECT RAISE(ABORT, 'no room'); END"
        )
        database.submit(lambda c: c.execute(refuse)).result()
        await desk.press("t", *"mine", "enter")
        await desk.until(lambda: "your tags are kept here" in desk.status)
        assert tags(desk) == ()
        database.submit(lambda c: c.execute("DROP TRIGGER no")).result()
        box = await open_box(desk)
        assert box.prompt.value == "mine"
        await desk.press("enter")
        await desk.saved()
        await desk.until(lambda: not desk.state.unsaved.of(Words.TAGS))
        assert tags(desk) == ("mine",)
