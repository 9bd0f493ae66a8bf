"""Boxes to type in: letters of several code points, pastes, and ctrl+z in a line."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult

from tui.widgets.boxes import LineBox, TextBox
from tui.widgets.graphemes import after, before


class OneBox(App[None]):
    """A box with two words in it."""

    def compose(self) -> ComposeResult:
        yield LineBox(lambda _: False)

    def on_mount(self) -> None:
        self.query_one(LineBox).begin_with("one two")


async def test_ctrl_z_takes_back_word_after_word_and_ends_where_typing_began() -> None:
    async with OneBox().run_test() as pilot:
        box = pilot.app.query_one(LineBox)
        await pilot.press(*" three four")
        for value in ("one two three ", "one two three", "one two ", "one two", "one two"):
            await pilot.press("ctrl+z")
            assert box.value == value
            assert box.cursor_position == len(value)


async def test_ctrl_z_brings_back_what_was_deleted() -> None:
    async with OneBox().run_test() as pilot:
        box = pilot.app.query_one(LineBox)
        await pilot.press("backspace", "ctrl+u")
        assert box.value == ""
        await pilot.press("ctrl+z")
        assert box.value == "one tw"
        await pilot.press("ctrl+z")
        assert box.value == "one two"


async def test_letters_typed_in_two_places_are_two_steps() -> None:
    async with OneBox().run_test() as pilot:
        box = pilot.app.query_one(LineBox)
        await pilot.press("x", "home", "y", "ctrl+z")
        assert box.value == "one twox"
        await pilot.press("ctrl+z")
        assert box.value == "one two"


async def test_keys_that_change_nothing_are_no_steps() -> None:
    async with OneBox().run_test() as pilot:
        box = pilot.app.query_one(LineBox)
        await pilot.press("x", "home", "backspace", "ctrl+u", "ctrl+z")
        assert box.value == "one two"


async def test_ctrl_z_takes_back_a_completion() -> None:
    async with OneBox().run_test() as pilot:
        box = pilot.app.query_one(LineBox)
        await pilot.press("x")
        box.set_text("completed ")
        await pilot.press("ctrl+z")
        assert box.value == "one twox"


LETTERS = ("〽️", "🇩🇪", "👩‍👩‍👧", "e\u0301", "क्षि", "กำ", "👍🏽", "1️⃣", "x")
"""What a reader takes for one letter each."""


class BothBoxes(App[None]):
    """A box for a line and one for a text, both with letters of many code points."""

    def compose(self) -> ComposeResult:
        yield LineBox(lambda _: False)
        yield TextBox(lambda _: False, "")

    @property
    def words(self) -> str:
        """What stands in the box that has the keys."""
        box = self.focused
        return box.value if isinstance(box, LineBox) else getattr(box, "text", "")


@pytest.mark.parametrize("kind", [LineBox, TextBox])
async def test_backspace_and_delete_take_a_whole_letter(kind: type[LineBox | TextBox]) -> None:
    app = BothBoxes()
    async with app.run_test() as pilot:
        app.query_one(kind).focus()
        await pilot.pause()
        app.query_one(kind).post_message(events.Paste("".join(LETTERS)))
        await pilot.pause()
        for count in range(len(LETTERS) - 1, -1, -1):
            await pilot.press("backspace")
            assert app.words == "".join(LETTERS[:count])
        app.query_one(kind).post_message(events.Paste("".join(LETTERS)))
        await pilot.press("home")
        for count in range(1, len(LETTERS) + 1):
            await pilot.press("delete")
            assert app.words == "".join(LETTERS[count:])


@pytest.mark.parametrize("kind", [LineBox, TextBox])
async def test_the_cursor_steps_over_whole_letters(kind: type[LineBox | TextBox]) -> None:
    app = BothBoxes()
    async with app.run_test() as pilot:
        app.query_one(kind).focus()
        await pilot.pause()
        app.query_one(kind).post_message(events.Paste("".join(LETTERS)))
        await pilot.press(*["left"] * 3, *"ab", "right", "c", "shift+right", "delete")
        letters = [*LETTERS[:-3], "ab", LETTERS[-3], "c", LETTERS[-1]]
        assert app.words == "".join(letters)
        await pilot.press("shift+left", "backspace")
        assert app.words == "".join(letters).replace("c", "")


@pytest.mark.parametrize("kind", [LineBox, TextBox])
async def test_joiners_are_typed_like_letters(kind: type[LineBox | TextBox]) -> None:
    app = BothBoxes()
    async with app.run_test() as pilot:
        app.query_one(kind).focus()
        await pilot.press(*"می")
        # the pilot knows no key of that name
        app.query_one(kind).post_message(events.Key("zero_width_non-joiner", "\u200c"))
        await pilot.press(*"رود")
        assert app.words == "می\u200cرود"


@pytest.mark.parametrize("kind", [LineBox, TextBox])
async def test_control_characters_are_shown_where_they_were_pasted(
    kind: type[LineBox | TextBox],
) -> None:
    app = BothBoxes()
    async with app.run_test() as pilot:
        app.query_one(kind).focus()
        await pilot.press("<", ">", "left")
        app.query_one(kind).post_message(events.Paste("abc\x1bdef\x07 \u202eg"))
        await pilot.pause()
        assert app.words == "<abc␛def␇ \ufffdg>"
        await pilot.press("x")
        assert app.words == "<abc␛def␇ \ufffdgx>"


def test_letters_are_found_in_long_lines() -> None:
    line = "🇩🇪" * 1000 + "é"
    assert before(line, 2000) == 1998
    assert after(line, 1998) == 2000
    assert (before(line, 0), after(line, len(line))) == (0, len(line))
    assert (before("abc", 2), after("abc", 1)) == (1, 2)
