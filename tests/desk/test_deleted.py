"""Deleted highlights are listed and can be brought back."""

from __future__ import annotations

from tests.desk.conftest import OpenDesk
from tests.desk.test_glyphs import screen_of

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."


async def test_x_in_the_panel_of_highlights_lists_the_deleted_ones_also_of_earlier_readings(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("a", *"mine", "escape", "t", *"ab", "enter", "x")
        await desk.saved()
    async with open_desk(text=TEXT) as desk:
        await desk.press("}", "h", "x", "}", "h", "4", "X")
        await desk.until(lambda: len(desk.rows(4)) == 3)
        assert desk.rows(4) == [
            "✗ One two three. deleted ¶1 ",
            "✗ Seven eight nine. deleted ¶2 ",
            "▌Eleven twelve. ¶3 ",
        ], "each at its place in the text"
        assert desk.panels[3].cursor == 2, "on the row where it was"
        assert "2 deleted" in desk.status
        await desk.press("X")
        assert desk.rows(4) == ["▌Eleven twelve. ¶3 "]


async def test_x_on_a_deleted_row_brings_it_back_with_note_and_tags(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("a", *"mine", "escape", "t", *"ab", "enter", "x", "4", "X")
        await desk.until(lambda: desk.rows(4) == ["✗ One two three. deleted ¶1 "])
        # In full its row says what would come back with it.
        assert ["mine" in screen_of(desk), "#ab" in screen_of(desk)] == [True, True]
        await desk.press("x")
        assert "highlight restored" in desk.status
        assert desk.rows(4) == ["▌One two three. ¶1 ", "▌ mine ", "▌ #ab "]
        await desk.saved()
        await desk.press("u")
        assert desk.rows(4) == ["✗ One two three. deleted ¶1 "]
    async with open_desk(text=TEXT) as desk:
        assert desk.marked == []
        await desk.press("ctrl+r")
        assert desk.marked == ["One two three."]
        assert desk.state.marks[0].highlight.note == "mine"


async def test_keys_on_a_deleted_row_change_no_other_highlight(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", ")", "h", "x", "(", "4", "X")
        await desk.until(lambda: len(desk.rows(4)) == 2)
        await desk.press("j", "c", "3", "a", "t", "h")
        assert desk.dialog is None
        assert desk.marked == ["One two three."]
        assert desk.state.marks[0].highlight.colour.value == "yellow"
        await desk.press("i")
        assert "x brings it back" in desk.status


async def test_the_cursor_stays_and_the_message_says_where_the_nearest_deleted_one_is(
    open_desk: OpenDesk,
) -> None:
    text = "\n\n".join(f"Sentence number {number}." for number in range(40))
    async with open_desk(text=text) as desk:
        for _ in range(30):
            await desk.press("h", "}")
        await desk.press("h", "x", "4", "g", "g", "j", "X")
        panel = desk.panels[3]
        await desk.until(lambda: len(panel.rows) == 31)
        assert panel.cursor == 1
        await desk.until(lambda: "1 deleted, listed dim, the nearest 29 rows below" in desk.status)
        await desk.press("G")
        assert "x bring back" in desk.status
        assert desk.under_cursor.startswith("Sentence number 30."), "the text goes to its place"
        await desk.press("k")
        assert "x delete" in desk.status
        await desk.press("j", "x")
        assert "highlight restored" in desk.status
        assert len(desk.state.marks) == 31


async def test_deleting_with_deleted_ones_listed_goes_on_to_the_next(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", ")", "h", ")", "h", "g", "g", "4", "X", "x")
        panel = desk.panels[3]
        await desk.until(lambda: panel.cursor == 1)
        assert desk.rows(4)[0] == "✗ One two three. deleted ¶1 "
        await desk.press("x")
        await desk.until(lambda: panel.cursor == 2)
        assert desk.marked == ["Seven eight nine."]
        await desk.press("S")
        latest_first = ["▌Seve", "✗ Fou", "✗ One"]
        await desk.until(lambda: [row[:5] for row in desk.rows(4)] == latest_first)


async def test_a_deleted_one_whose_words_are_gone_stands_at_the_end(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, source="/nowhere/a.txt") as desk:
        await desk.press("h", "x", "}", "h")
        await desk.saved()
    edited = "Quite another beginning it has.\n\nSeven eight nine. Ten.\n\nEleven twelve."
    async with open_desk(text=edited, source="/nowhere/a.txt") as desk:
        await desk.press("4", "X")
        await desk.until(lambda: len(desk.rows(4)) == 2)
        assert desk.rows(4) == ["▌Seven eight nine. ¶2 ", "✗ One two three. deleted "]
