"""Copies and highlights name a speaker for the words of a quote, and for no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tui.dialogs.finder import FinderScreen

WHO = "A person close to the talks"
SENTENCE = f"{WHO} said the ferry company had asked for more money than the council has."


async def highlight_sentence(desk: Desk) -> None:
    """Highlight the sentence with an indirect quote in it."""
    desk.go_to(SENTENCE)
    await desk.press("V", "1")


def speaker(desk: Desk) -> str | None:
    return desk.state.marks[0].highlight.speaker


async def test_a_sentence_that_holds_more_than_the_quote_is_the_articles(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await highlight_sentence(desk)
        assert desk.marked == [SENTENCE]
        assert speaker(desk) is None
        await desk.press("y")
        words, line = desk.app.clipboard.split("\n")
        assert words == f"“{SENTENCE}”"
        assert line.startswith("— “")


@pytest.mark.parametrize("name", [WHO, "Tidewater"])
async def test_a_highlight_of_an_earlier_version_is_set_right_on_opening(
    open_desk: OpenDesk, name: str
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await highlight_sentence(desk)
        session = desk.state.session
        assert session is not None
        session.set_speakers({desk.state.marks[0].highlight.id: name})
        await desk.until(lambda: not session.pending_count)
        assert speaker(desk) == name
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.until(lambda: desk.state.marks and desk.state.is_analysed)
        await desk.until(lambda: speaker(desk) is None)
        await desk.press("u")
        assert "highlight removed" in desk.status


async def test_a_speaker_that_the_reader_gave_stays(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await highlight_sentence(desk)
        session = desk.state.session
        assert session is not None
        await desk.press("2", "j", "s")
        await desk.type("tidewa")
        await desk.press("enter")
        session.set_speakers({desk.state.marks[0].highlight.id: "Tidewater"})
        await desk.until(lambda: not session.pending_count)
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.until(lambda: desk.state.marks and desk.state.is_analysed)
        assert speaker(desk) == "Tidewater"


async def test_the_finder_copies_nobodys_name_for_he(open_desk: OpenDesk) -> None:
    whole = harbour.analysis()
    unnamed = replace(whole.quotes[1], speaker_name=None, anonymous=False)
    whole = replace(whole, quotes=(whole.quotes[0], unnamed))
    async with open_desk(text=harbour.TEXT, analysis=whole) as desk:
        await desk.press("backslash")
        assert isinstance(desk.dialog, FinderScreen)
        await desk.type("'ferry 'company 'asked")
        await desk.pilot.pause()
        await desk.press("ctrl+y")
        assert desk.app.clipboard.splitlines()[1].startswith("— “")
