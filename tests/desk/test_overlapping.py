"""Highlights over one another: each can be reached."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.desk.conftest import Desk, OpenDesk
from tui.desk.surface import Occasion
from tui.documents.article import Span
from tui.settings.colours import Colour

TEXT = "Before. One two three four five six seven eight nine ten. Eleven.\n\nTwelve."
NESTED = ("One two three four five six", "two three four five", "three four")
SAME_START = ("two three four five", "two three four", "two three")
CROSSING = ("two three four five", "four five six seven")


def mark(desk: Desk, *passages: str) -> None:
    session = desk.state.session
    assert session is not None
    for words in passages:
        start = TEXT.index(words)
        session.highlight(Span(start, start + len(words)), Colour.YELLOW)
    desk.screen.surface.react(Occasion.MARKS_CHANGED)


def colours(desk: Desk) -> dict[str, str]:
    return {desk.words(m.span): m.highlight.colour.value for m in desk.state.marks}


async def test_keys_are_about_the_shortest_highlight_under_the_cursor(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        mark(desk, *NESTED)
        desk.go_to("four")
        await desk.press("c", "2")
        assert colours(desk) == {NESTED[0]: "yellow", NESTED[1]: "yellow", NESTED[2]: "green"}
        await desk.press("x")
        assert desk.marked == list(NESTED[:2])
        await desk.press("x")
        assert desk.marked == [NESTED[0]]


@pytest.mark.parametrize("passages", [NESTED, SAME_START, CROSSING])
@pytest.mark.parametrize("key", ["]", "["])
async def test_stepping_reaches_each_of_them_and_the_keys_are_about_the_one_reached(
    open_desk: OpenDesk, passages: tuple[str, ...], key: str
) -> None:
    async with open_desk(text=TEXT) as desk:
        mark(desk, *passages)
        await desk.press("g", "g") if key == "]" else await desk.press("G")
        order = passages if key == "]" else passages[::-1]
        wanted = dict(zip(order, ["green", "blue", "pink"], strict=False))
        for number in range(len(passages)):
            await desk.press(key, "h", "c", str(number + 2))
        assert colours(desk) == wanted


async def test_the_chosen_highlight_is_shown_and_let_go_with_the_cursor(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        mark(desk, *NESTED)
        desk.go_to("six")
        await desk.press("[", "h")
        painted = desk.screen.view.painted["mark-chosen"]
        assert [desk.words(span) for span in painted.spans] == ["three four"]
        assert "highlight 1 of 3 here" in desk.status
        await desk.press("[", "h")
        assert "highlight 1 of 2 here" in desk.status
        assert [desk.words(s) for s in desk.screen.view.painted["mark-chosen"].spans] == [NESTED[1]]
        await desk.press("right")
        assert desk.parts.targets.chosen is None
        assert desk.screen.view.painted["mark-chosen"].spans == ()


async def test_the_rows_of_all_of_them_are_lit(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        mark(desk, *NESTED)
        desk.go_to("four")
        await desk.pilot.pause()
        ids = {m.highlight.id for m in desk.state.marks}
        assert {key.ident for key in desk.panels[3].lit} == ids


async def test_each_row_of_the_panel_is_about_its_own_highlight(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        mark(desk, *NESTED)
        desk.go_to("four")
        await desk.press("4", "g", "g", "j", "c", "3")
        assert colours(desk) == {NESTED[0]: "yellow", NESTED[1]: "blue", NESTED[2]: "yellow"}
        await desk.press("t", *"mid", "enter", "k", "x")
        assert desk.marked == list(NESTED[1:])
        assert desk.state.marks[0].highlight.tags == ("mid",)


async def test_a_note_goes_to_the_chosen_highlight(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        mark(desk, *CROSSING)
        desk.go_to("eight")
        await desk.press("[", "h", "[", "h", "a", *"first", "escape")
        notes = {desk.words(m.span): m.highlight.note for m in desk.state.marks}
        assert notes == {CROSSING[0]: "first", CROSSING[1]: ""}


async def test_at_both_ends_stepping_says_that_there_is_no_more(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        mark(desk, *CROSSING)
        for key, where in (("]", "after"), ("[", "before")):
            for _ in CROSSING:
                await desk.press(key, "h")
            await desk.press(key, "h")
            assert f"no highlight {where} this place" in desk.status


async def test_h_widens_a_selection_that_was_marked_to_what_holds_all_of_it(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        desk.go_to("ten")
        await desk.press("v", "w", "w", "w", "h")
        assert desk.marked == ["ten. Eleven"]
        await desk.press("h")
        assert desk.marked == [TEXT.split("\n")[0].removeprefix("Before. ")]
        await desk.press("h")
        assert desk.marked == [TEXT.split("\n")[0]]
        await desk.press("h")
        assert "whole paragraph" in desk.status


async def test_h_takes_a_quote_of_two_sentences_whole_before_their_paragraph(
    open_desk: OpenDesk,
) -> None:
    from tui.analysis.results import Analysis, Quote, QuoteKind

    text = 'The clerk, who was late, said: "We wait. We hope." Nobody spoke.\n\nThe end.'
    quoted = '"We wait. We hope."'
    start = text.index(quoted)
    part = Span(start, start + len(quoted))
    analysis = Analysis("en", (), (Quote((part,), QuoteKind.DIRECT, (), (), None),), ())
    async with open_desk(text=text, analysis=analysis) as desk:
        desk.go_to("We hope")
        seen = []
        for _ in range(3):
            await desk.press("h")
            seen.append(desk.marked[0])
        assert len(desk.marked) == 1
        assert seen[0] == quoted
        assert all(outer != inner and inner in outer for inner, outer in pairwise(seen[:2]))
        assert seen[-1] == text.split("\n")[0]
