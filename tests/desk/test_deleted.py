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
            "▌Eleven twelve. ¶3 ",
            "✗ Seven eight nine. deleted ",
            "✗ One two three. deleted ",
        ]
        assert "2 deleted" in desk.status
        await desk.press("X")
        assert desk.rows(4) == ["▌Eleven twelve. ¶3 "]


async def test_x_on_a_deleted_row_brings_it_back_with_note_and_tags(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("a", *"mine", "escape", "t", *"ab", "enter", "x", "4", "X")
        await desk.until(lambda: desk.rows(4) == ["✗ One two three. deleted "])
        # In full its row says what would come back with it.
        assert ["mine" in screen_of(desk), "#ab" in screen_of(desk)] == [True, True]
        await desk.press("x")
        assert "highlight restored" in desk.status
        assert desk.rows(4) == ["▌One two three. ¶1 ", "▌ mine ", "▌ #ab "]
        await desk.saved()
        await desk.press("u")
        assert desk.rows(4) == ["✗ One two three. deleted "]
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


async def test_capital_x_goes_to_the_first_deleted_one_and_the_hint_says_what_x_does(
    open_desk: OpenDesk,
) -> None:
    text = "\n\n".join(f"Sentence number {number}." for number in range(40))
    async with open_desk(text=text) as desk:
        for _ in range(30):
            await desk.press("h", "}")
        await desk.press("h", "x", "4", "g", "g", "X")
        panel = desk.panels[3]
        await desk.until(lambda: len(panel.rows) == 31)
        await desk.until(lambda: panel.cursor == 30)
        assert panel.current
        assert panel.places.top_of(30) - panel.scroll_offset.y < panel.size.height
        assert "1 deleted" in desk.status
        await desk.press("k")
        assert "x delete" in desk.status
        await desk.press("j")
        assert "x restore" in desk.status
        await desk.press("x")
        assert "highlight restored" in desk.status


async def test_with_nothing_deleted_it_says_so(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "4", "X")
        await desk.until(lambda: "no highlight of this article is deleted" in desk.status)


async def test_deleted_and_tagged_rows_stay_in_their_places_in_every_order(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "x", "}", "t", *"ab", "enter", "}", "h", "c", "3", "4", "X")
        await desk.until(lambda: len(desk.rows(4)) == 4)
        # What is not saved yet has no time to be sorted by.
        await desk.saved()
        nine, eleven = ["▌Seven eight nine. ¶2 ", "▌ #ab "], ["▌Eleven twelve. ¶3 "]
        for kept in ([*nine, *eleven], [*eleven, *nine], [*eleven, *nine]):
            assert desk.rows(4) == [*kept, "✗ One two three. deleted "]
            await desk.press("S")


async def test_filtering_by_a_tag_keeps_the_highlight_it_belongs_to(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "}", "t", *"money", "enter", "4", "f", *"money", "enter")
        assert desk.rows(4) == ["▌Seven eight nine. ¶2 ", "▌ #money "]
