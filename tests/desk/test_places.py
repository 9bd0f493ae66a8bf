"""Places with a letter, the jump list, and the next mention of a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import OpenDesk, remember
from tui.analysis.results import Analysis
from tui.documents.loading import load

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."
OTHER = "A second article stands here.\n\nIts second paragraph is where the reader wants to be.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two articles on the disk, known to the analysis."""
    names = []
    for name, text in (("one.txt", TEXT), ("two.txt", OTHER)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        remember(load(str(path)), Analysis("en"))
        names.append(str(path))
    return names[0], names[1]


async def test_a_place_is_set_and_gone_to(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("}", "m", "a")
        assert "place a is here" in desk.status
        await desk.press("g", "g", "'", "a")
        assert desk.under_cursor.startswith("Seven")
        await desk.press("<")
        assert desk.under_cursor.startswith("One")


async def test_a_letter_without_a_place_says_how_to_set_it(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("'", "b")
        assert "no place b yet: m b sets it" in desk.status
        await desk.press("'", "B")
        await desk.until(lambda: "no place B yet" in desk.status)


async def test_going_to_a_place_extends_a_selection(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press(")", "m", "e", "g", "g", "v", "'", "e")
        assert desk.words(desk.screen.view.selection) == "One two three. F"


async def test_two_quotes_go_to_before_the_last_jump_and_back(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press(")", "G", "'", "'")
        assert desk.under_cursor.startswith("Four")
        await desk.press("'", "'")
        assert desk.under_cursor == "."


async def test_no_jump_yet_is_said(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("'", "'")
        assert "no jump to go back to" in desk.status


async def test_the_status_row_lists_the_places_that_are_set(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("'")
        assert "no places yet: m a-z sets one here" in desk.status
        await desk.press("escape", "m", "c", "}", "m", "a", "m", "Q", "'")
        await desk.until(lambda: "Q Seven" in desk.status)
        assert "a Seven eight" in desk.status
        assert desk.status.index("a Seven") < desk.status.index("c One two three.")
        before = desk.cursor
        await desk.press("escape")
        assert "c One" not in desk.status
        assert desk.cursor == before


async def test_many_places_are_listed_by_their_letters(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        for letter in "abcdefghijkl":
            await desk.press("m", letter)
        await desk.press("'")
        assert "a  b  c  d  e  f  g  h  i  j  k  l" in desk.status
        assert "Esc cancel" in desk.status


async def test_setting_a_place_says_which_letters_there_are(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("m")
        assert "m set a place  a-z   A-Z for all articles" in desk.status
        await desk.press("1")
        assert "no command on this key" in desk.status


async def test_the_palette_waits_for_the_letter(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("}", ":")
        await desk.type("set a place")
        await desk.press("enter")
        assert "m set a place" in desk.status
        await desk.press("x", "g", "g", "'", "x")
        assert desk.under_cursor.startswith("Seven")


async def test_places_are_there_the_next_time(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("}", "m", "a", "}", "m", "B")
    async with open_desk(text="A line was added above.\n\n" + TEXT) as desk:
        await desk.press("'", "a")
        assert desk.under_cursor.startswith("Seven")
        await desk.press("'", "B")
        await desk.until(lambda: desk.under_cursor.startswith("Eleven"))


async def test_a_place_whose_words_are_gone_is_not_guessed(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT + " Thirteen.\n\nFourteen words are gone now.") as desk:
        await desk.press("G", "(", "m", "a")
    async with open_desk(text=TEXT + " Thirteen.") as desk:
        await desk.press("'", "a")
        assert "the words of place a are no longer in this text" in desk.status


async def test_private_reading_keeps_its_places_to_itself(open_desk: OpenDesk, home: Path) -> None:
    async with open_desk(text=TEXT, private=True) as desk:
        await desk.press("}", "m", "a", "m", "A", "g", "g", "'", "a")
        assert desk.under_cursor.startswith("Seven")
        await desk.press("g", "g", "'", "A")
        await desk.until(lambda: desk.under_cursor.startswith("Seven"))
    async with open_desk(text=TEXT) as desk:
        await desk.press("'", "a")
        assert "no place a yet" in desk.status


async def test_a_capital_leads_into_another_article(
    open_desk: OpenDesk, files: tuple[str, str]
) -> None:
    first, second = files
    async with open_desk(text=OTHER, source=second) as desk:
        await desk.press("}", "m", "B")
    async with open_desk(text=TEXT, source=first) as desk:
        await desk.press("'")
        await desk.until(lambda: "B A second article stands here" in desk.status)
        await desk.press("B")
        await desk.until(lambda: desk.state.article.source == second)
        await desk.until(lambda: desk.under_cursor.startswith("Its second paragraph"))
        await desk.press("m", "C", "q")
        assert desk.state.article.source == first
        await desk.press("'", "C")
        await desk.until(lambda: desk.under_cursor.startswith("Its second paragraph"))


async def test_a_capital_leads_back_to_the_article_that_is_open_below(
    open_desk: OpenDesk, files: tuple[str, str]
) -> None:
    first, second = files
    async with open_desk(text=OTHER, source=second) as desk:
        await desk.press("m", "B")
    async with open_desk(text=TEXT, source=first) as desk:
        await desk.press("}", "m", "A", "g", "g", "'", "B")
        await desk.until(lambda: desk.state.article.source == second and desk.state.session)
        await desk.press("'", "A")
        await desk.until(lambda: desk.state.article.source == first)
        await desk.until(lambda: desk.under_cursor.startswith("Seven"))


async def test_the_next_mention_of_a_name_goes_round(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to("Ada Obi")
        await desk.press("*")
        assert desk.under_cursor.startswith("Obi said the council")
        assert "Ada Obi: 2 of 2" in desk.status
        await desk.press("*")
        assert desk.under_cursor.startswith("Ada Obi told")
        assert "Ada Obi: 1 of 2, continued from the other end of the text" in desk.status
        await desk.press("<")
        assert desk.under_cursor.startswith("Obi said")


async def test_a_name_that_stands_once_and_a_word_that_is_none(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to("Tidewater")
        await desk.press("*")
        assert "Tidewater: 1 of 1, the only mention" in desk.status
        desk.go_to("Shopkeepers")
        await desk.press("*")
        assert "there is no name here" in desk.status


async def test_the_jump_list_holds_a_place_once(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("G", "g", "g", "G", "g", "g", "G")
        await desk.press("<")
        assert desk.under_cursor.startswith("One")
        await desk.press("ctrl+left")
        assert "no jump to go back to" in desk.status
        await desk.press("ctrl+right")
        assert desk.under_cursor == "."
        await desk.press(">")
        assert "no jump ahead" in desk.status
