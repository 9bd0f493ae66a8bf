"""The reader's words while the disk refuses them, or takes its time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.conftest import Desk, OpenDesk
from tests.desk.test_rereading import LONG, reading, rewrite
from tests.session.reading import allow_writing, held_up, refuse_writing
from tui.desk.unsaved import Words
from tui.dialogs.edit import EditScreen
from tui.dialogs.note import NoteScreen
from tui.dialogs.tag_line import TagsScreen
from tui.store.database import Database

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."
NEW_BEGINNING = "A new beginning was written.\n\n" + LONG


def library(desk: Desk) -> Database:
    assert desk.state.database is not None
    return desk.state.database


async def noted(desk: Desk, text: str) -> None:
    """Write a note under the cursor and close it."""
    await desk.press("a")
    assert isinstance(desk.dialog, NoteScreen)
    desk.dialog.editor.insert(text)
    await desk.press("escape")


async def refused(desk: Desk) -> None:
    """Wait until the desk has heard that the disk refuses what is on its way."""
    await desk.saved()
    await desk.until(lambda: desk.state.unsaved.refused)


async def read_again(desk: Desk, path: Path, text: str = NEW_BEGINNING) -> None:
    """Read the source again, which holds another text."""
    before = desk.screen
    rewrite(path, text)
    await desk.press("R")
    await desk.until(lambda: desk.screen is not before and desk.state.session)


async def test_every_highlight_the_disk_refuses_is_told_with_the_reason(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        refuse_writing(library(desk))
        for words in ("One", "Seven"):
            await desk.press("escape")
            assert "is unchanged" not in desk.status
            desk.go_to(words)
            await desk.press("h")
            await desk.until(lambda: "is unchanged" in desk.status)
            assert desk.marked == []


async def test_a_note_closed_after_its_highlight_was_refused_gives_the_reason_of_the_disk(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        refuse_writing(library(desk))
        await desk.press("h")
        await desk.press("a")
        await refused(desk)
        await desk.type("mine")
        await desk.press("escape")
        await desk.until(lambda: "is unchanged" in desk.status)
        assert "a opens it again" in desk.status


async def test_a_note_with_invisible_characters_is_known_to_be_saved(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await noted(desk, "as it was\u200b pasted\r\nfrom elsewhere \u2060")
        await desk.saved()
        await desk.until(lambda: not desk.state.unsaved.of(Words.NOTE))
        assert desk.state.marks[0].highlight.note == "as it was pasted\nfrom elsewhere"


async def test_tags_with_invisible_characters_are_known_to_be_saved(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("t")
        assert isinstance(desk.dialog, TagsScreen)
        desk.dialog.prompt.value = "har\u00adbour \u200bmoney"
        await desk.press("enter")
        await desk.saved()
        await desk.until(lambda: not desk.state.unsaved.of(Words.TAGS))
        assert desk.state.marks[0].highlight.tags == ("harbour", "money")


async def test_q_does_not_call_a_note_unsaved_that_is_on_its_way(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        with held_up(library(desk)):
            await noted(desk, "mine")
            await desk.press("q")
            assert "not saved" not in desk.status
    assert not desk.app.is_running
    assert desk.app.unsaved_words == []
    async with open_desk(text=TEXT) as desk:
        assert desk.state.marks[0].highlight.note == "mine"


@pytest.mark.parametrize(("key", "words"), [("a", "1 note is"), ("t", "your tags are")])
async def test_q_asks_once_more_while_words_are_refused(
    open_desk: OpenDesk, key: str, words: str
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h")
        await desk.saved()
        refuse_writing(library(desk))
        await desk.press(key)
        await desk.type("mine")
        await desk.press("escape")
        await refused(desk)
        await desk.press("q")
        assert f"{words} not saved; {key} opens" in desk.status
        await desk.press("q")
        await desk.until(lambda: not desk.app.is_running)
        assert "mine" in desk.app.unsaved_words[0]


async def test_a_refused_note_goes_along_with_its_passage_into_the_changed_text(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with reading(open_desk, tmp_path / "long.txt", LONG) as desk:
        desk.go_to("Paragraph 40")
        refuse_writing(library(desk))
        await noted(desk, "mine")
        await refused(desk)
        allow_writing(library(desk))
        await read_again(desk, tmp_path / "long.txt")
        desk.go_to("Paragraph 2 ")
        await desk.press("a", "escape")
        await desk.saved()
        assert desk.marked == ["Paragraph 40 has a few words."]
        assert desk.state.marks[0].highlight.note == "mine"


async def test_refused_tags_go_along_with_their_passage_into_the_changed_text(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with reading(open_desk, tmp_path / "long.txt", LONG) as desk:
        desk.go_to("Paragraph 40")
        refuse_writing(library(desk))
        await desk.press("t")
        await desk.type("mine")
        await desk.press("escape")
        await refused(desk)
        allow_writing(library(desk))
        await read_again(desk, tmp_path / "long.txt")
        await desk.press("t", "escape")
        await desk.saved()
        assert desk.marked == ["Paragraph 40 has a few words."]
        assert desk.state.marks[0].highlight.tags == ("mine",)


async def test_a_refused_question_goes_along_with_its_passage_into_the_changed_text(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with reading(open_desk, tmp_path / "long.txt", LONG) as desk:
        desk.go_to("Paragraph 40")
        refuse_writing(library(desk), "corrections")
        await desk.press("Q")
        await desk.type("Who says so?")
        await desk.press("enter")
        await refused(desk)
        allow_writing(library(desk))
        await read_again(desk, tmp_path / "long.txt")
        desk.go_to("Paragraph 40")
        await desk.press("Q")
        assert isinstance(desk.dialog, EditScreen)
        assert desk.dialog.boxes[0].value == "Who says so?"


async def test_a_refused_note_without_a_place_in_the_changed_text_is_printed_at_the_end(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with reading(open_desk, tmp_path / "long.txt", LONG) as desk:
        desk.go_to("Paragraph 40")
        refuse_writing(library(desk))
        await noted(desk, "mine")
        await refused(desk)
        allow_writing(library(desk))
        await read_again(desk, tmp_path / "long.txt", LONG.replace("Paragraph 40 has", "It had"))
        await desk.press("a")
        assert isinstance(desk.dialog, NoteScreen)
        assert desk.dialog.editor.text == ""
        assert desk.app.unsaved_words == ["mine"]


async def test_a_note_still_being_saved_when_the_text_changes_is_not_opened_again(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with reading(open_desk, tmp_path / "long.txt", LONG) as desk:
        before = desk.screen
        desk.go_to("Paragraph 40")
        with held_up(library(desk)):
            await noted(desk, "mine")
            rewrite(tmp_path / "long.txt", NEW_BEGINNING)
            await desk.press("R")
            await desk.until(lambda: desk.screen is not before)
        await desk.until(lambda: desk.state.session)
        desk.go_to("Paragraph 2 ")
        await desk.press("a")
        assert isinstance(desk.dialog, NoteScreen)
        assert desk.dialog.editor.text == ""


async def test_nothing_is_said_to_be_on_its_way_beside_a_refusal(open_desk: OpenDesk) -> None:
    async with open_desk((100, 36), text=TEXT) as desk:
        refuse_writing(library(desk))
        await desk.press("escape", "h")
        row = desk.screen.status

        def drawn() -> str:
            # What is drawn now, not what the next frame would draw.
            return "".join(text for line in (row.left, *row.more, row.right) for text, _ in line)

        await desk.until(lambda: "is unchanged" in drawn())
        await desk.pilot.pause()
        assert "saving" not in drawn()
        assert len(row.more) <= 1
        # two at once, of which only one is told
        desk.go_to("Seven")
        await desk.pilot.press("h", "c", "2", "c", "3")
        await desk.saved()
        await desk.pilot.pause()
        assert "saving" not in drawn()
