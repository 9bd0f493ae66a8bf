"""ctrl+z in a box for one line: Textual's own has no undo."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.widgets.boxes import LineBox


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
