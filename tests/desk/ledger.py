"""The ledger over the desk for tests: its questions, and answers typed into its sheet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.shelves import entered, written
from tui.dialogs.answer import AnswerScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.store.ledger_questions import QuestionState

PAY = "Who will pay for the work?"
OPEN = "When will the harbour bridge of Port Ellis open to traffic again?"


@asynccontextmanager
async def harbour_desk(open_desk: OpenDesk, tmp_path: Path, count: int = 2) -> AsyncIterator[Desk]:
    """The desk on the harbour article, with so many of its questions in the ledger."""
    source = str(written(tmp_path / "harbour.txt"))
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        await entered(desk, count)
        yield desk


async def typed_answer(desk: Desk, text: str) -> None:
    """Open the sheet on the current row, type, and close it."""
    await desk.press("r")
    await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
    await desk.type(text)
    await desk.press("ctrl+s")


async def answering(desk: Desk) -> AnswerScreen:
    """Open the sheet on the current row."""
    await desk.press("r")
    await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
    sheet = desk.app.screen
    assert isinstance(sheet, AnswerScreen)
    return sheet


def states(screen: LedgerScreen) -> list[QuestionState]:
    return [screen._hits[row.key].record.question.state for row in screen.hits.rows]
