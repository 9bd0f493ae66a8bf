"""A name that is put right is the new one everywhere: panels, ledger, copies, exports, search."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from tests.cli.processes import closeread
from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.shelves import entered, lines, opened, written
from tui.analysis.results import Analysis, Question, QuestionKind
from tui.analysis.rules import QuestionRule
from tui.dialogs.edit import EditScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.dialogs.why import WhyScreen
from tui.library import Library
from tui.search.library_search import LibrarySearch

EVIDENCE = "The ferry company, Tidewater, did not answer questions"
OLD = "What does Tidewater say about the closure?"
NEW = "What does Tidewater Lines say about the closure?"


def analysis() -> Analysis:
    """The findings of the harbour article, with a question that names the ferry company."""
    found = harbour.analysis()
    asked = Question(
        harbour.span(EVIDENCE),
        OLD,
        QuestionKind.UNDISCLOSED,
        "Tidewater",
        3,
        about=("Tidewater",),
        cues=(harbour.span("did not answer"),),
        rule=QuestionRule.NOT_CLEAR,
        certainty=0.9,
    )
    return replace(found, questions=(asked, *found.questions))


@asynccontextmanager
async def reading(open_desk: OpenDesk, tmp_path: Path) -> AsyncIterator[Desk]:
    """The desk on that article, whose questions are in the ledger."""
    source = str(written(tmp_path / "harbour.txt"))
    async with open_desk(text=harbour.TEXT, analysis=analysis(), source=source) as desk:
        await entered(desk, 3)
        yield desk


async def rename(desk: Desk, row: str, name: str) -> None:
    """Give an entity another name, in its panel, and go back to the text."""
    await desk.press("1", "g", "g")
    while row not in desk.rows(1)[desk.panels[0].cursor]:
        await desk.press("j")
    await desk.press("r")
    assert isinstance(desk.dialog, EditScreen)
    await desk.press(*["backspace"] * len(desk.dialog.boxes[0].value))
    await desk.type(name)
    await desk.press("enter")
    await desk.until(lambda: desk.state.corrections)
    await desk.until(is_shown(desk))
    await desk.press("escape")


def is_shown(desk: Desk):  # type: ignore[no-untyped-def]
    """Whether the rows are those of the corrections, and the ledger has them."""

    def check() -> bool:
        findings, link = desk.state.findings, desk.parts.ledger_link
        return (
            findings is not None
            and findings.corrections == desk.state.corrections == link._entered_corrections
        )

    return check


def in_ledger(desk: Desk) -> set[str]:
    return {row.wording for row in desk.parts.ledger_link.rows.values()}


async def test_a_new_name_reaches_the_panel_its_reasons_a_copy_and_the_ledger(
    open_desk: OpenDesk, tmp_path: Path, home: Path
) -> None:
    async with reading(open_desk, tmp_path) as desk:
        assert OLD in desk.rows(3)[0]
        await rename(desk, "Tidewater", "Tidewater Lines")
        assert NEW in desk.rows(3)[0]
        await desk.press("3", "y")
        assert desk.app.clipboard.startswith(NEW)
        await desk.press("i")
        assert isinstance(desk.dialog, WhyScreen)
        said = " ".join("".join(t for t, _ in r.lines[0].left) for r in desk.dialog.rows.rows)
        assert NEW in said
        assert "left open by Tidewater Lines" in " ".join(said.split())
        assert OLD not in said
        await desk.press("escape", "escape")
        screen = await opened(desk, LedgerScreen, "g", "u")
        assert any(NEW in line for line in lines(screen))
        await desk.press("escape")
        await desk.saved()
    told = closeread("questions", home=home, cwd=tmp_path).stdout
    assert NEW in told
    assert OLD not in told


async def test_undo_gives_the_old_name_back_everywhere(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with reading(open_desk, tmp_path) as desk:
        await rename(desk, "Tidewater", "Tidewater Lines")
        assert NEW in in_ledger(desk)
        await desk.press("u")
        await desk.until(is_shown(desk))
        assert OLD in desk.rows(3)[0]
        await desk.until(lambda: OLD in in_ledger(desk))


async def test_a_question_that_is_answered_follows_the_name_and_keeps_its_answer(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with reading(open_desk, tmp_path) as desk:
        # Tab: from the answer to the question and back; the wording is only looked at
        await desk.press("3", "g", "g", "r", "tab", "tab")
        await desk.type("Nothing yet.")
        await desk.press("enter")
        await desk.until(is_shown(desk))
        assert {made.correction.kind for made in desk.state.corrections} == {"answer"}
        await desk.press("escape")
        await rename(desk, "Tidewater", "Tidewater Lines")
        assert NEW in desk.rows(3)[0]
        await desk.until(lambda: NEW in in_ledger(desk))
        row = next(r for r in desk.parts.ledger_link.rows.values() if r.wording == NEW)
        assert row.resolution.answer == "Nothing yet."
        # Its sheet, opened and closed again, does not make the new wording the reader's own.
        await desk.press("3", "g", "g", "r", "enter")
        assert {made.correction.kind for made in desk.state.corrections} == {"answer", "rename"}


async def test_a_new_name_reaches_the_speaker_of_a_highlight_and_the_search_for_it(
    open_desk: OpenDesk, tmp_path: Path, home: Path
) -> None:
    async with reading(open_desk, tmp_path) as desk:
        desk.go_to("The piers")
        await desk.press("h")
        await desk.saved()
        assert desk.state.database is not None
        library = Library(desk.state.database)
        await desk.until(lambda: all(each.made for each in library.all_highlights(None)))
        await rename(desk, "Ada Obi", "Adaeze Obi")
        await desk.until(lambda: desk.state.marks[0].highlight.speaker == "Adaeze Obi")
        search = LibrarySearch(library)
        await desk.until(lambda: len(search.search("who:Adaeze")) == 1)
        made = (each.made for each in library.all_highlights(None))
        assert [each.speaker for each in made if each] == ["Adaeze Obi"]
        desk.go_to("The piers")
        await desk.press("y")
        assert "— Adaeze Obi" in desk.app.clipboard
        await desk.saved()
    exported = closeread("export", str(tmp_path / "harbour.txt"), home=home, cwd=tmp_path).stdout
    assert "Adaeze Obi" in exported


async def test_a_wording_that_is_not_safe_shows_its_evidence(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with reading(open_desk, tmp_path) as desk:
        await rename(desk, "Tidewater", "Company of Ferries")
        first = desk.rows(3)[0]
        assert f"Open: {EVIDENCE}" in first
        await desk.until(lambda: EVIDENCE in in_ledger(desk))
