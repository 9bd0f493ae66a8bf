"""Words whose typing a crash cuts off are offered when their article is opened again."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.shelves import entered, opened, written
from tui.dialogs.answer import AnswerScreen
from tui.dialogs.choice import ChoiceScreen
from tui.dialogs.dialog import Dialog
from tui.dialogs.drafting import Drafting
from tui.dialogs.edit import EditScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.dialogs.marks_list import MarksScreen
from tui.dialogs.note import NoteScreen
from tui.dialogs.tag_line import TagsScreen

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hazard: a test that waits a second for every draft."""
    monkeypatch.setattr("tui.dialogs.drafting.DRAFT_WITHIN", 0.01)


async def cut_off(desk: Desk, words: str) -> None:
    """Crash once the draft of some words is written: nothing is handed over any more."""
    database, dialog = desk.state.database, desk.app.screen
    assert database is not None
    assert isinstance(dialog, Dialog)
    queries = (
        "SELECT group_concat(text) FROM drafts",
        "SELECT group_concat(text) FROM line_drafts",
        "SELECT group_concat(boxes) FROM unfinished",
        "SELECT group_concat(draft) FROM questions",
    )

    def held() -> str:
        return database.read(lambda c: " ".join(str(c.execute(q).fetchone()) for q in queries))

    await desk.until(lambda: words in held())
    drafting = vars(dialog)["_drafting"]
    assert isinstance(drafting, Drafting)
    drafting.end()
    if hasattr(dialog, "_is_handed_over"):
        dialog._is_handed_over = True


def unfinished(desk: Desk) -> int:
    """How much the library says is unfinished."""
    session = desk.state.session
    assert session is not None
    return len(session.drafts.left) + len(session.tag_drafts.left) + len(session.unfinished.left)


async def test_tags_are_offered_with_the_article(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("t")
        await desk.type("bridge mon")
        await cut_off(desk, "bridge mon")
    async with open_desk(text=TEXT) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, TagsScreen))
        sheet = desk.app.screen
        assert isinstance(sheet, TagsScreen)
        assert "not saved" in str(sheet.query_one(".dialog").border_title)
        await desk.type("ey")
        await desk.press("enter")
        assert desk.state.marks[0].highlight.tags == ("bridge", "money")
        await desk.saved()
    async with open_desk(text=TEXT) as desk:
        assert unfinished(desk) == 0
        assert desk.dialog is None


async def test_discarded_tags_are_not_offered_again(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("t")
        await desk.type("bridge")
        await cut_off(desk, "bridge")
    async with open_desk(text=TEXT) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, TagsScreen))
        await desk.press("ctrl+x")
        await desk.saved()
    async with open_desk(text=TEXT) as desk:
        assert unfinished(desk) == 0


async def test_of_a_note_and_tags_the_note_is_opened_and_the_key_has_the_tags(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "}", "h")
        await desk.saved()
        first, second = (mark.highlight.id for mark in desk.state.marks)
        session = desk.state.session
        assert session is not None
        session.drafts.save(second, "half a thought")
        session.tag_drafts.save(first, "bridge")
    async with open_desk(text=TEXT) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, NoteScreen))
        await desk.press("escape")
        desk.go_to("One")
        await desk.press("t")
        assert desk.app.screen.query_one(Input).value == "bridge"


async def test_the_link_of_an_answer_outlives_a_crash(open_desk: OpenDesk, tmp_path: Path) -> None:
    source = str(written(tmp_path / "harbour.txt"))
    wanted = {"text": harbour.TEXT, "analysis": harbour.analysis(), "source": source}
    async with open_desk(**wanted) as desk:
        await entered(desk)
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        await desk.press("tab")
        await desk.type("minutes.txt")
        await cut_off(desk, "minutes.txt")
    async with open_desk(**wanted) as desk:
        await desk.until(lambda: "an answer was not finished" in desk.status)
        await entered(desk)
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        sheet = desk.app.screen
        assert isinstance(sheet, AnswerScreen)
        assert sheet.words == ("", "minutes.txt")
        await desk.press("escape")
    async with open_desk(**wanted) as desk:
        session = desk.state.session
        assert session is not None
        assert session.answer_drafts == 0


async def test_a_speaker_being_typed_outlives_a_crash(open_desk: OpenDesk) -> None:
    wanted = {"text": harbour.TEXT, "analysis": harbour.analysis()}
    async with open_desk(**wanted) as desk:
        await desk.press("2", "s")
        assert isinstance(desk.app.screen, ChoiceScreen)
        await desk.type("Oskar L")
        await cut_off(desk, "Oskar L")
    async with open_desk(**wanted) as desk:
        await desk.until(lambda: "was not finished: s on its row has it" in desk.status)
        await desk.press("2", "s")
        picker = desk.app.screen
        assert isinstance(picker, ChoiceScreen)
        assert picker.prompt.value == "Oskar L"
        # Esc drops what is typed into a picker.
        await desk.press("escape")
        await desk.saved()
    async with open_desk(**wanted) as desk:
        assert unfinished(desk) == 0


async def test_a_speaker_that_is_chosen_leaves_no_draft(open_desk: OpenDesk) -> None:
    wanted = {"text": harbour.TEXT, "analysis": harbour.analysis()}
    async with open_desk(**wanted) as desk:
        await desk.press("2", "s")
        await desk.type("Oskar Lind")
        await desk.press("enter")
        await desk.saved()
        assert "Oskar Lind" in "".join(desk.rows(2))
    async with open_desk(**wanted) as desk:
        assert unfinished(desk) == 0


async def test_a_question_over_a_selection_is_offered_at_its_place(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("v", "w", "Q")
        assert isinstance(desk.app.screen, EditScreen)
        await desk.type("Why so")
        await cut_off(desk, "Why so")
    async with open_desk(text=TEXT) as desk:
        await desk.until(lambda: "was not finished: Q has it" in desk.status)
        await desk.press("Q")
        assert desk.app.screen.query_one(Input).value == "Why so"


async def test_a_note_whose_passage_is_gone_is_told_of(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h")
        await desk.saved()
        session = desk.state.session
        assert session is not None
        session.drafts.save(desk.state.marks[0].highlight.id, "half a thought")
    edited = TEXT.replace("One two three.", "Nothing of the kind stands here.")
    async with open_desk(text=edited) as desk:
        session = desk.state.session
        assert session is not None
        assert len(session.orphans) == 1
        said = "what you were typing about a highlight is kept"
        await desk.until(lambda: said in desk.status)
        marks = await opened(desk, MarksScreen, "g", "h")
        await desk.until(lambda: "half a thought" in str(marks.preview.render()))


async def test_a_speaker_being_typed_is_written_at_once_when_the_program_is_ended(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.dialogs.drafting.DRAFT_WITHIN", 1000)
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("2", "s")
        await desk.type("Oskar L")
        desk.app._end(15)
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        assert unfinished(desk) == 1
