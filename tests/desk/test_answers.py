"""Answers are written in their sheet, and outlive what goes wrong."""

from __future__ import annotations

from pathlib import Path

from textual import events

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tests.desk.ledger import answering, harbour_desk, states, typed_answer
from tests.desk.shelves import head, opened, read
from tests.session.reading import allow_writing, held_up, refuse_writing
from tui.app import ClosereadApp
from tui.dialogs.answer import AnswerScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.settings.config import Config
from tui.store.ledger_questions import QuestionState


async def test_r_writes_the_answer_and_the_panel_shows_it(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await typed_answer(desk, "The county.")
        await desk.until(lambda: "1 open, 1 answered" in head(ledger))
        await desk.until(lambda: states(ledger) == [QuestionState.ANSWERED, QuestionState.OPEN])
        assert "The county." in str(ledger.preview.content)
        await desk.press("q")
        await desk.until(lambda: "✓" in desk.rows(3)[0])
        assert "› The county." in desk.rows(3)[0]
        assert "✓" not in desk.rows(3)[1]
    async with harbour_desk(open_desk, tmp_path) as desk:
        await desk.until(lambda: "› The county." in desk.rows(3)[0])


async def test_the_link_goes_into_its_own_box_also_when_the_keys_come_at_once(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        for key in ("y", "e", "s", "tab", "s", "e", "e", "d", ":", "x", "enter"):
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await desk.until(lambda: desk.app.screen is ledger and "1 answered" in head(ledger))
        row = ledger.deciding.current
        assert row is not None
        assert (row.resolution.answer, row.resolution.link) == ("yes", "seed:x")


async def test_keys_after_r_reach_the_sheet_before_it_is_there(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        for key in ("g", "u", "r", *"perhaps", "ctrl+s", "j", "d"):
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await desk.until(lambda: isinstance(desk.app.screen, LedgerScreen))
        ledger = desk.app.screen
        assert isinstance(ledger, LedgerScreen)
        await desk.until(lambda: "1 answered, 1 dropped" in head(ledger))
        (answered, _) = (ledger._hits[row.key].record.question for row in ledger.hits.rows)
        assert answered.resolution.answer == "perhaps"


async def test_escape_without_a_word_changes_nothing_and_ctrl_s_needs_none(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await answering(desk)
        await desk.press("escape")
        await desk.until(lambda: states(ledger)[0] is QuestionState.OPEN)
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        await desk.press("ctrl+s")
        await desk.until(lambda: states(ledger)[0] is QuestionState.ANSWERED)


async def test_a_discarded_answer_comes_back_with_r(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        await desk.type("half a thought")
        await desk.press("ctrl+x")
        assert "r brings it back" in head(ledger)
        await desk.until(lambda: states(ledger)[0] is QuestionState.OPEN)
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        sheet = desk.app.screen
        assert isinstance(sheet, AnswerScreen)
        assert sheet.editor.text == "half a thought"


async def test_an_answer_being_written_outlives_a_crash(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        await desk.type("the coun")
        sheet = desk.app.screen
        assert isinstance(sheet, AnswerScreen)
        await desk.until(lambda: ledger._ledger.listed()[0].question.draft == "the coun")
        # As if the program stopped here: nothing is handed over.
        sheet._is_handed_over = True
    async with harbour_desk(open_desk, tmp_path) as desk:
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        sheet = desk.app.screen
        assert isinstance(sheet, AnswerScreen)
        assert sheet.editor.text == "the coun"


async def test_quitting_with_the_sheet_open_saves_the_answer(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        await desk.type("the county")
        desk.app.exit()
    async with harbour_desk(open_desk, tmp_path) as desk:
        await desk.until(lambda: "› the county" in desk.rows(3)[0])


async def test_an_answer_the_disk_refuses_is_kept_and_printed(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        database = desk.state.database
        assert database is not None
        refuse_writing(database, "answers")
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await typed_answer(desk, "dearly bought")
        await desk.until(lambda: "your answer is kept here" in head(ledger))
        await desk.until(lambda: states(ledger)[0] is QuestionState.OPEN)
        assert desk.app.unsaved_words == ["dearly bought"]
        allow_writing(database)
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        sheet = desk.app.screen
        assert isinstance(sheet, AnswerScreen)
        assert sheet.editor.text == "dearly bought"
        await desk.press("ctrl+s")
        await desk.until(lambda: "1 answered" in head(ledger))
        assert desk.app.unsaved_words == []


async def test_a_refused_answer_is_offered_before_an_older_draft_of_it(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        database = desk.state.database
        assert database is not None
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await answering(desk)
        await desk.type("dearly")
        await desk.until(lambda: ledger._ledger.listed()[0].question.draft == "dearly")
        refuse_writing(database, "answers")
        await desk.type(" bought")
        await desk.press("ctrl+s")
        await desk.until(lambda: "your answer is kept here" in head(ledger))
        await read(desk, ledger)
        allow_writing(database)
        sheet = await answering(desk)
        assert sheet.editor.text == "dearly bought"
        await desk.press("ctrl+x")
        await desk.until(lambda: states(ledger)[0] is QuestionState.OPEN)
        assert desk.app.unsaved_words == []
        sheet = await answering(desk)
        assert sheet.editor.text == "dearly bought"
        await desk.press("ctrl+s")
        await desk.until(lambda: "1 answered" in head(ledger))


async def test_an_answer_refused_after_the_list_was_left_says_where_it_is(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        database = desk.state.database
        assert database is not None
        await opened(desk, LedgerScreen, "g", "u")
        refuse_writing(database, "answers")
        with held_up(database):
            await typed_answer(desk, "dearly bought")
            await desk.press("q")
        await desk.until(lambda: "g U lists its question, r there has your answer" in desk.status)
        allow_writing(database)
        await opened(desk, LedgerScreen, "g", "u")
        sheet = await answering(desk)
        assert sheet.editor.text == "dearly bought"


async def test_a_discarded_link_comes_back_with_r(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await opened(desk, LedgerScreen, "g", "u")
        await answering(desk)
        await desk.press("tab")
        await desk.type("https://port.example/minutes")
        await desk.press("ctrl+x")
        sheet = await answering(desk)
        assert sheet.link.value == "https://port.example/minutes"


def test_the_program_knows_no_unsaved_answer_before_there_is_one() -> None:
    app = ClosereadApp(harbour.article(), config=Config())
    assert app.unsaved_words == []
