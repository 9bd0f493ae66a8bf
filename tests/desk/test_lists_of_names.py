"""Lists of names say who is who, what choosing would do, and how many there are, once."""

from __future__ import annotations

from textual.widgets import Static

from tests.desk.conftest import Desk, OpenDesk
from tests.desk.corrections import press
from tui.dialogs.choice import ChoiceScreen
from tui.dialogs.palette import PaletteScreen
from tui.documents.article import Span
from tui.panels.row_text import shortened, words_around


def told(desk: Desk) -> str:
    assert isinstance(desk.dialog, ChoiceScreen)
    return str(desk.dialog.query_one(".told", Static).content)


def rows(desk: Desk) -> list[str]:
    assert isinstance(desk.dialog, ChoiceScreen)
    lines = [row.lines[0] for row in desk.dialog.hits.rows]
    return ["".join(text for text, _ in (*line.left, *line.right)) for line in lines]


async def test_merging_says_who_becomes_part_of_whom_and_follows_the_cursor(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        await desk.press("1", "j", "M")
        first = told(desk)
        assert first.startswith("“Tidewater” → becomes part of “")
        await desk.press("down")
        assert told(desk).startswith("“Tidewater” → becomes part of “")
        assert told(desk) != first
        await desk.type("ada")
        assert told(desk) == "“Tidewater” → becomes part of “Ada Obi”"
        (row,) = rows(desk)
        assert row.startswith("● Ada Obi ")
        assert "council leader Ada Obi told reporters." in row, "its first mention"
        assert row.rstrip().endswith("2"), "how often it is mentioned"
        await desk.type("zzz")
        assert told(desk) == ""


async def test_the_lists_of_speakers_and_of_new_names_say_it_too(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("2", "s")
        assert "→ is said by “" in told(desk)
        await desk.type("Somebody New")
        assert told(desk).endswith("→ is said by “Somebody New”")
        await press(desk, "ctrl+x", "escape")
        desk.go_to("Shopkeepers")
        await desk.press("v", "e", "M")
        assert told(desk) == "“Shopkeepers” → becomes a name of its own: a person"
        await desk.type("tidewater")
        assert told(desk) == "“Shopkeepers” → becomes part of “Tidewater”"


async def test_how_many_rows_there_are_is_said_once(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press(":")
        assert isinstance(desk.dialog, PaletteScreen)
        count = len(desk.dialog.hits.rows)
        assert desk.dialog.position == f"1/{count}"
        assert str(count) not in "".join(text for text, _ in desk.dialog.foot.left)
        await press(desk, "escape", "1", "M")
        assert isinstance(desk.dialog, ChoiceScreen)
        total = len(desk.dialog.hits.rows)
        assert desk.dialog.position == f"1/{total}"
        await desk.type("obi" if "Obi" not in told(desk).split("→")[0] else "tide")
        assert desk.dialog.position == f"1/1 of {total}", "of all that could be chosen"


def test_words_around_a_name_are_whole_words_of_its_sentence() -> None:
    text = "It was late. The ferry captain, Ada Obi, said that it would rain all week long, and"
    text += " then some.\nAda Obi again."
    start = text.index("Ada Obi")
    span = Span(start, start + len("Ada Obi"))
    around = "… ferry captain, Ada Obi, said that it would rain all week long, and then …"
    assert words_around(text, span) == around
    late = Span(text.index("late"), text.index("late") + 4)
    assert words_around(text, late).startswith("It was late. The ferry")
    ferry = Span(text.index("The ferry"), text.index(" captain"))
    assert words_around(text, ferry).startswith("The ferry captain"), "not of the one before"
    again = text.rindex("Ada Obi")
    assert words_around(text, Span(again, again + 7)) == "Ada Obi again."


def test_a_long_name_is_shortened_at_a_word() -> None:
    assert shortened("Ada Obi") == "Ada Obi"
    assert shortened("The Honourable Society of Ferry Captains") == "The Honourable Society of…"
    assert shortened("x" * 40) == "x" * 27 + "…"
