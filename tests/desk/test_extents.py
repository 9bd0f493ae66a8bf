"""One span, one highlight; and a highlight, however old, can be widened and narrowed."""

from __future__ import annotations

import pytest

from tests.desk.conftest import Desk, OpenDesk
from tui.documents.article import Span
from tui.settings.colours import Colour

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten."


def colours(desk: Desk) -> list[Colour]:
    return [mark.highlight.colour for mark in desk.state.marks]


@pytest.mark.parametrize(
    ("keys", "colour"),
    [
        (("V", "1", "V", "1"), Colour.YELLOW),
        (("V", "1", "V", "2"), Colour.GREEN),
        (("V", "1", "V", "2", "V", "h"), Colour.GREEN),
        (("V", "2", "g", "g", "v", ")", "1"), Colour.YELLOW),
        (("h", "V", "1", "V", "1", "V", "1", "V", "2", "V", "h"), Colour.GREEN),
    ],
)
async def test_the_same_words_again_recolour(
    open_desk: OpenDesk, keys: tuple[str, ...], colour: Colour
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press(*keys)
        assert desk.marked == ["One two three."]
        assert colours(desk) == [colour]
        assert "highlighted already" in desk.status
        assert desk.screen.view.selection is None


async def test_a_widened_highlight_never_lands_on_another(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "h", "V", "h", "h")
        assert desk.marked == ["One two three. Four five six!", "One two three."]
        assert "whole paragraph" in desk.status


async def test_a_note_on_the_same_words_is_written_on_their_highlight(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("V", "h", "V", "a", *"mine", "escape")
        assert desk.marked == ["One two three."]
        assert desk.state.marks[0].highlight.note == "mine"


async def test_an_older_highlight_is_widened_and_narrowed(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("a", *"mine", "escape", "}")
        await desk.saved()
    async with open_desk(text=TEXT) as desk:
        await desk.press("g", "g", "h")
        assert "H widens it" in desk.status
        await desk.press("H")
        assert desk.marked == ["One two three. Four five six!"]
        assert desk.state.marks[0].highlight.note == "mine"
        await desk.press("H")
        assert desk.marked == ["One two three."]
        await desk.press("u", "u")
        assert desk.marked == ["One two three."]
        await desk.press("H", "}", "H")
        assert "no highlight here" in desk.status


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("v", "e", "H"), "One"),
        (("v", "}", "H"), "One two three. Four five six!"),
        (("w", "v", "G", "H"), "two three. Four five six!\n\nSeven eight nine. Ten."),
    ],
)
async def test_a_highlight_takes_the_words_that_are_selected(
    open_desk: OpenDesk, keys: tuple[str, ...], words: str
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "}", "g", "g", *keys)
        assert desk.marked == [words]
        assert desk.screen.view.selection is None
        await desk.press("u")
        assert desk.marked == ["One two three."]


async def test_of_several_the_one_that_is_most_like_the_selection_is_resized(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("v", "e", "1", "V", "2", "g", "g", "v", "}", "H")
        assert desk.marked == ["One two three. Four five six!", "One"]
        await desk.press("}", "v", "e", "H")
        assert "no highlight in what is selected" in desk.status


async def test_doubled_highlights_are_offered_for_joining(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        session = desk.state.session
        assert session is not None
        # As earlier versions made them.
        first, second = (session.highlight(Span(0, 14), each) for each in (*Colour,)[:2])
        session.set_note(first.highlight.id, "mine")
        session.set_note(second.highlight.id, "mine, too")
        session.set_tags(second.highlight.id, ("war",))
        await desk.saved()
    async with open_desk(text=TEXT) as desk:
        assert "2 highlights stand on the same words; g j makes one of them" in desk.status
        await desk.press("g", "j")
        assert desk.marked == ["One two three."]
        highlight = desk.state.marks[0].highlight
        assert highlight.note == "mine\n\nmine, too"
        assert highlight.tags == ("war",)
        assert highlight.colour is Colour.GREEN
        await desk.press("u")
        assert len(desk.marked) == 2
        await desk.press("ctrl+r", "g", "j")
        assert "no two highlights" in desk.status
        await desk.saved()
    async with open_desk(text=TEXT) as desk:
        assert "same words" not in desk.status
