from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.desk.conftest import Desk, OpenDesk
from tui.desk.state import Arrival
from tui.dialogs.choice import ChoiceScreen
from tui.dialogs.note import NoteScreen
from tui.dialogs.passages import PassagesScreen
from tui.dialogs.yes_or_no import YesOrNoScreen
from tui.library import Library
from tui.widgets.row_list import RowList

TEXT = "".join(
    f"Sentence number {n} says what {n * 3} people did in the harbour on that day.\n\n"
    for n in range(1, 16)
)
SOURCE = "/nowhere/harbour.txt"
THIRD = "Sentence number 3 says what 9 people did in the harbour on that day."
FIFTH = "Sentence number 5 says what 15 people did in the harbour on that day."
NINTH = "Sentence number 9 says what 27 people did in the harbour on that day."
NEW_FIFTH = FIFTH.replace("15 people", "51 people")
CHANGED = TEXT.replace(FIFTH, NEW_FIFTH).replace(THIRD + "\n\n", "")


async def mark(desk: Desk, *words: str) -> None:
    for each in words:
        desk.go_to(each)
        await desk.press("h")
    await desk.saved()


def shown(desk: Desk) -> str:
    """The words of the dialog on top."""
    assert desk.dialog is not None
    return "\n".join(str(each.render()) for each in desk.dialog.query(Static))


def _listed(desk: Desk) -> int:
    """The rows of the list on top of the desk."""
    lists = desk.dialog.query(RowList) if desk.dialog else ()
    return sum(len(each.rows) for each in lists)


async def test_opening_tells_of_changed_highlights_and_a_key_goes_there(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT, source=SOURCE) as desk:
        await mark(desk, FIFTH, NINTH)
    async with open_desk(text=CHANGED, source=SOURCE) as desk:
        assert "1 highlight has changed: ] c goes to it, i shows old and new" in desk.status
        assert "≠ changed" in desk.rows(4)[0]
        await desk.press("]", "c")
        assert desk.under_cursor == NEW_FIFTH[:30]
        assert "changed: number, 1 of 1" in desk.status
        row = desk.screen.view.lines.row_of(desk.cursor)
        strip = desk.screen.view.render_line(row - desk.screen.view.scroll_offset.y)
        assert "≠" in strip.text


async def test_a_sentence_that_changed_around_a_highlight_is_told_and_shown(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT, source=SOURCE) as desk:
        desk.go_to("did in the harbour on that day.\n\nSentence number 6")
        # From the reading cursor over "did in the harbour".
        await desk.press("v", "e", "e", "e", "e", "h")
        await desk.saved()
    changed = TEXT.replace("15 people", "51 people")
    async with open_desk(text=changed, source=SOURCE) as desk:
        assert "1 highlight has changed" in desk.status
        assert "≠ sentence" in desk.rows(4)[0]
        await desk.press("]", "c")
        assert "changed: number in its sentence, 1 of 1" in desk.status
        await desk.press("i")
        assert isinstance(desk.dialog, PassagesScreen)
        assert FIFTH in shown(desk)
        assert NEW_FIFTH in shown(desk)
        await desk.press("enter")
        await desk.saved()
        assert "≠" not in desk.rows(4)[0]


async def test_old_and_new_words_stand_side_by_side_and_enter_takes_the_new_ones(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT, source=SOURCE) as desk:
        await mark(desk, FIFTH)
    async with open_desk(text=CHANGED, source=SOURCE) as desk:
        await desk.press("]", "c", "i")
        await desk.until(lambda: isinstance(desk.dialog, PassagesScreen))
        assert FIFTH in shown(desk)
        assert NEW_FIFTH in shown(desk)
        await desk.press("escape", "4", "i")
        await desk.until(lambda: isinstance(desk.dialog, PassagesScreen))
        await desk.press("enter")
        await desk.saved()
        assert "changed" not in desk.rows(4)[0]
        assert "the new words are taken" in desk.status
        await desk.press("u")
        await desk.saved()
        assert "≠ changed" in desk.rows(4)[0]
    async with open_desk(text=CHANGED, source=SOURCE) as desk:
        await desk.press("i")
        assert "no highlight, question, quote or name stands here" in desk.status


async def test_an_orphan_is_seen_noted_tagged_and_put_back(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, source=SOURCE) as desk:
        await mark(desk, THIRD)
    async with open_desk(text=CHANGED, source=SOURCE) as desk:
        assert "1 highlight has no certain place in this text and stays listed" in desk.status
        await desk.press("4", "enter")
        await desk.until(lambda: isinstance(desk.dialog, PassagesScreen))
        assert "Sentence number 2" in shown(desk)
        assert THIRD in shown(desk)
        await desk.press("escape", "a")
        await desk.until(lambda: isinstance(desk.dialog, NoteScreen))
        await desk.type("ask")
        await desk.press("escape")
        await desk.press("t")
        await desk.type("lost")
        await desk.press("enter")
        await desk.saved()
        assert [row.strip() for row in desk.rows(4)][1:] == ["▌ ask", "▌ #lost"]
        await desk.press("escape")
        desk.go_to("Sentence number 4")
        await desk.press("V", "p")
        await desk.saved()
        assert desk.marked == [
            "Sentence number 4 says what 12 people did in the harbour on that day."
        ]
        assert "highlight put here" in desk.status
        await desk.press("u")
        await desk.saved()
        assert desk.marked == []
        assert "orphan" in desk.rows(4)[0]


async def test_of_several_orphans_the_reader_chooses(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, source=SOURCE) as desk:
        await mark(desk, THIRD, NINTH)
    async with open_desk(text=CHANGED.replace(NINTH + "\n\n", ""), source=SOURCE) as desk:
        desk.go_to("Sentence number 4")
        await desk.press("V", "p")
        await desk.until(lambda: isinstance(desk.dialog, ChoiceScreen))
        await desk.type("27")
        await desk.press("enter")
        await desk.saved()
        assert len(desk.marked) == 1
        session = desk.state.session
        assert session is not None
        assert [each.anchor.exact for each in session.orphans] == [THIRD]


async def test_an_orphan_is_found_and_its_old_text_shown(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, source=SOURCE) as desk:
        await mark(desk, THIRD)
    async with open_desk(text=CHANGED, source=SOURCE) as desk:
        for keys in (("\\",), ("g", "H")):
            await desk.press(*keys)
            await desk.until(lambda: desk.dialog)
            await desk.type("is:orphan")
            await desk.until(lambda: _listed(desk) == 1)
            await desk.press("enter")
            await desk.until(lambda: isinstance(desk.dialog, PassagesScreen))
            assert THIRD in shown(desk)
            await desk.press("escape")
        await desk.press("g", "h")
        await desk.until(lambda: _listed(desk) == 1)
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.dialog, PassagesScreen))


async def test_what_it_was_taken_for_is_undone_right_after(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, source=SOURCE) as desk:
        await mark(desk, FIFTH)
        first = desk.state.session
    edited = TEXT.replace("number 9 says", "number 9 hides")
    async with open_desk(text=edited, source="/nowhere/moved.txt") as desk:
        assert desk.marked == [FIFTH]
        assert "moved and edited; u makes it an article of its own" in desk.status
        screen = desk.screen
        await desk.press("u")
        await desk.until(lambda: desk.screen is not screen and desk.state.session)
        assert desk.marked == []
        assert "an article of its own now" in desk.status
        assert first is not None
        assert desk.state.session is not None
        assert desk.state.session.document_id != first.document_id


@pytest.mark.parametrize("answer", ["y", "n"])
async def test_highlights_of_the_original_are_brought_over_when_wanted(
    open_desk: OpenDesk, tmp_path: Path, answer: str
) -> None:
    original = tmp_path / "harbour.txt"
    original.write_text(TEXT)
    async with open_desk(text=TEXT, source=str(original)) as desk:
        await mark(desk, FIFTH, THIRD)
    async with open_desk(text=CHANGED, source=str(tmp_path / "copy.txt")) as desk:
        await desk.until(lambda: isinstance(desk.dialog, YesOrNoScreen))
        assert "Bring its 2 highlights over?" in shown(desk)
        screen = desk.screen
        await desk.press(answer)
        if answer == "n":
            assert desk.marked == []
            return
        await desk.until(lambda: desk.screen is not screen and desk.state.session)
        assert desk.marked == [NEW_FIFTH]
        assert "1 highlight of 2; the others have no place here brought over" in desk.status
        await desk.press("u")
        await desk.saved()
        assert desk.marked == []


async def test_an_article_whose_name_went_to_another_opens_from_the_library(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT, source=SOURCE) as desk:
        await mark(desk, FIFTH)
    other = "Nothing of that stands here. This is about the weather. It rains since Sunday.\n"
    async with open_desk(text=other, source=SOURCE) as desk:
        database = desk.state.database
        assert database is not None
        record = next(iter(Library(database).all_highlights()))
        assert record.document.source == ""
        screen = desk.screen
        desk.parts.finders.go_to_highlight((record.document.address, record.highlight.id))
        await desk.until(lambda: desk.screen is not screen and desk.state.session)
        assert desk.state.arrival == Arrival(record.highlight.id)
        assert desk.marked == [FIFTH]
        await desk.press("R")
        await desk.until(lambda: "came from the library and cannot be read again" in desk.status)
        await desk.press("a")
        await desk.until(lambda: isinstance(desk.dialog, NoteScreen))
        await desk.type("kept")
        await desk.press("escape")
        await desk.saved()
        assert desk.state.marks[0].highlight.note == "kept"
