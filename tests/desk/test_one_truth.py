"""What the reader says of a question in its panel holds in the ledger, and the other way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.ledger import PAY, harbour_desk
from tests.desk.shelves import entered, head, opened, read
from tui.dialogs.answer import AnswerScreen
from tui.dialogs.edit import EditScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.ledger import Ledger, LedgerQuestion, QuestionState, Resolution
from tui.settings.config import Config

OPEN, ANSWERED, DROPPED = QuestionState.OPEN, QuestionState.ANSWERED, QuestionState.DROPPED


def in_ledger(desk: Desk, wording: str = PAY) -> list[LedgerQuestion]:
    """The questions of the library with a wording."""
    assert desk.state.database is not None
    listed = [record.question for record in Ledger(desk.state.database).listed()]
    return [each for each in listed if each.wording == wording]


async def becomes(desk: Desk, state: QuestionState, answer: str, wording: str = PAY) -> None:
    """Wait until the ledger says so of one question, and the desk knows it."""
    wanted = Resolution(state, answer)
    await desk.until(lambda: [q.resolution for q in in_ledger(desk, wording)] == [wanted])
    shown = desk.parts.ledger_link
    await desk.until(
        lambda: (wording, wanted) in [(r.wording, r.resolution) for r in shown.rows.values()]
    )
    await desk.pilot.pause()


async def answer_in_panel(desk: Desk, text: str, clear: int = 0) -> None:
    """Open the sheet on the first question, take letters away, type and close it."""
    await desk.press("escape", "3", "g", "g", "r")
    await desk.until(lambda: isinstance(desk.dialog, EditScreen))
    await desk.press("end", *["backspace"] * clear)
    await desk.type(text)
    await desk.press("enter")
    await desk.until(lambda: desk.dialog is None)


async def answer_in_ledger(desk: Desk, text: str) -> None:
    """Write an answer in the list of questions, at the end of what is there, and leave it."""
    await desk.press("escape")
    ledger = await opened(desk, LedgerScreen, "g", "u")
    await desk.press("r")
    await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
    await desk.press("ctrl+end")
    await desk.type(text)
    await desk.press("ctrl+s")
    await desk.until(lambda: desk.app.screen is ledger)
    await desk.press("q")


async def press_in_ledger(desk: Desk, key: str) -> None:
    """Press one key on the first question of the list and leave it."""
    await desk.press("escape")
    ledger = await opened(desk, LedgerScreen, "g", "u")
    await desk.press(key)
    await read(desk, ledger)
    await desk.press("q")


async def test_an_answer_given_in_the_panel_is_in_the_ledger(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await answer_in_panel(desk, "The county.")
        await becomes(desk, ANSWERED, "The county.")
        ledger = await opened(desk, LedgerScreen, "g", "u")
        assert head(ledger) == "1 open, 1 answered"
        assert desk.rows(3)[0].startswith("✓ Who will pay")
        assert desk.rows(3)[0].count("The county.") == 1
        assert desk.rows(3)[0].count("✓") == 1
    async with harbour_desk(open_desk, tmp_path) as desk:
        await becomes(desk, ANSWERED, "The county.")
        assert desk.rows(3)[0].count("The county.") == 1


async def test_u_in_the_desk_opens_the_question_in_the_ledger_again(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await answer_in_panel(desk, "The county.")
        await becomes(desk, ANSWERED, "The county.")
        await desk.press("u")
        await becomes(desk, OPEN, "")
        assert desk.rows(3)[0].startswith("? Who will pay")
        assert "The county." not in desk.rows(3)[0]
        await desk.press("ctrl+r")
        await becomes(desk, ANSWERED, "The county.")


async def test_hurried_keys_leave_the_ledger_with_the_last_of_them(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await answer_in_panel(desk, "The county.")
        await desk.pilot.press("u", "ctrl+r", "u", "ctrl+r")
        await becomes(desk, ANSWERED, "The county.")
        await desk.pilot.press("u", "ctrl+r", "u")
        await becomes(desk, OPEN, "")


async def test_an_answer_changed_in_the_panel_is_changed_in_the_ledger(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await answer_in_panel(desk, "The county.")
        await becomes(desk, ANSWERED, "The county.")
        await answer_in_panel(desk, " and the state.", clear=1)
        await becomes(desk, ANSWERED, "The county and the state.")
        await answer_in_panel(desk, "", clear=25)
        await becomes(desk, OPEN, "")


@pytest.mark.parametrize(("key", "state"), [("d", DROPPED), ("o", OPEN)])
async def test_what_the_ledger_decides_later_holds_until_the_answer_changes(
    open_desk: OpenDesk, tmp_path: Path, key: str, state: QuestionState
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await answer_in_panel(desk, "The county.")
        await becomes(desk, ANSWERED, "The county.")
        await press_in_ledger(desk, key)
        await becomes(desk, state, "The county.")
        assert "✓" not in desk.rows(3)[0]
        # Another correction is no word about this question.
        await desk.press("1", "x")
        await desk.saved()
        await becomes(desk, state, "The county.")
    async with harbour_desk(open_desk, tmp_path) as desk:
        await becomes(desk, state, "The county.")
        assert "✓" not in desk.rows(3)[0]
        await answer_in_panel(desk, " It said so.")
        await becomes(desk, ANSWERED, "The county. It said so.")


async def test_a_question_dropped_in_the_ledger_is_dim_in_the_panel(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await press_in_ledger(desk, "d")
        await becomes(desk, DROPPED, "")
        desk.screen.next_frame.catch_up()
        dropped, other = (row.lines[0].left for row in desk.panels[2].rows)
        assert dropped[0][0] == "– "
        assert {style for _, style in dropped[1:]} == {"muted"}
        assert {style for _, style in other[1:]} == {""}


async def test_r_in_the_panel_begins_with_the_answer_of_the_ledger(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await answer_in_ledger(desk, "The state.")
        await becomes(desk, ANSWERED, "The state.")
        await desk.press("3", "r")
        assert isinstance(desk.dialog, EditScreen)
        assert [box.value for box in desk.dialog.boxes] == [PAY, "The state."]
        # Closed as it is, it changes nothing, and nothing is taken for an answer of the desk.
        await desk.press("escape")
        assert not desk.state.corrections
        await answer_in_panel(desk, " Half of it.")
        await becomes(desk, ANSWERED, "The state. Half of it.")
        assert desk.rows(3)[0].count("The state.") == 1
        # What was written in the ledger is still there for its own undo.
        await press_in_ledger(desk, "u")
        await becomes(desk, ANSWERED, "The state.")
        assert "› The state.  " in desk.rows(3)[0]


async def test_a_wording_changed_in_the_panel_leaves_the_decision_of_the_ledger(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await answer_in_ledger(desk, "The state.")
        await press_in_ledger(desk, "d")
        await becomes(desk, DROPPED, "The state.")
        await desk.press("3", "r", "tab")
        await desk.type(" All of it?")
        await desk.press("escape")
        await desk.saved()
        await becomes(desk, DROPPED, "The state.", f"{PAY} All of it?")


async def test_an_answer_of_the_ledger_can_be_emptied_in_the_panel(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await answer_in_ledger(desk, "The state.")
        await becomes(desk, ANSWERED, "The state.")
        await answer_in_panel(desk, "", clear=10)
        await becomes(desk, OPEN, "")
        assert "u in g u undoes it" in desk.status
        assert "The state." not in desk.rows(3)[0]
        await press_in_ledger(desk, "u")
        await becomes(desk, ANSWERED, "The state.")


async def test_u_in_the_desk_does_not_take_words_of_the_ledger_back(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await answer_in_panel(desk, "The county.")
        await becomes(desk, ANSWERED, "The county.")
        await answer_in_ledger(desk, " And the port.")
        await becomes(desk, ANSWERED, "The county. And the port.")
        await desk.press("u")
        await desk.saved()
        await desk.until(lambda: not in_ledger(desk)[0].desk_answer)
        await becomes(desk, ANSWERED, "The county. And the port.")
        assert desk.rows(3)[0].count("The county.") == 1


async def test_a_question_of_ones_own_is_in_the_ledger_once_with_its_answer(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        desk.go_to("Shopkeepers on")
        await desk.press("Q")
        await desk.type("How many?")
        await desk.press("enter")
        await becomes(desk, OPEN, "", "How many?")
        await answer_in_panel(desk, "Nine.")
        await becomes(desk, ANSWERED, "Nine.", "How many?")
        # Another one over the same sentence is another one.
        await desk.press("escape", "Q")
        await desk.type("Which ones?")
        await desk.press("enter")
        await becomes(desk, OPEN, "", "Which ones?")
        await becomes(desk, ANSWERED, "Nine.", "How many?")
        assert "yours" in desk.rows(3)[0]
    async with harbour_desk(open_desk, tmp_path, 4) as desk:
        await becomes(desk, ANSWERED, "Nine.", "How many?")
        ledger = await opened(desk, LedgerScreen, "g", "u")
        assert head(ledger) == "3 open, 1 answered"


async def test_a_reworded_own_question_keeps_its_place_in_the_ledger(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await desk.press("Q")
        await desk.type("Why?")
        await desk.press("enter")
        await becomes(desk, OPEN, "", "Why?")
        await answer_in_panel(desk, "Rust.")
        await becomes(desk, ANSWERED, "Rust.", "Why?")
        ident = in_ledger(desk, "Why?")[0].id
        await desk.press("r", "tab", "backspace")
        await desk.type(" now?")
        await desk.press("escape")
        await becomes(desk, ANSWERED, "Rust.", "Why now?")
        assert in_ledger(desk, "Why now?")[0].id == ident


async def test_in_a_private_reading_the_ledger_follows_and_nothing_is_written(
    open_desk: OpenDesk, tmp_path: Path, home: Path
) -> None:
    async with open_desk(text=harbour.TEXT, private=True) as desk:
        await desk.until(lambda: desk.state.is_analysed)
        desk.go_to("Shopkeepers on")
        await desk.press("Q")
        await desk.type("How many?")
        await desk.press("enter")
        await becomes(desk, OPEN, "", "How many?")
    assert not (home / "library.db").exists()


async def test_where_only_marked_articles_are_kept_an_answer_brings_the_questions(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    config = Config(keep="marked")
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), config=config) as desk:
        await desk.until(lambda: desk.state.waits_for_first_mark)
        await answer_in_panel(desk, "The county.")
        await entered(desk)
        await becomes(desk, ANSWERED, "The county.")


@pytest.mark.parametrize("kind", ["results", "corrections"])
async def test_results_that_cannot_be_shown_are_not_waited_for(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("no such row")

    whole = {"text": harbour.TEXT, "analysis": harbour.analysis()}
    words = "the analysis stopped (its results could not be shown); R tries again"
    async with open_desk(**whole) as desk:
        with monkeypatch.context() as breaking:
            breaking.setattr("tui.panels.findings.prepare", broken)
            if kind == "corrections":
                await desk.press("1", "x")
            else:
                for panel in desk.panels[:3]:
                    panel.rows = ()
                await desk.press("R")
            await desk.until(lambda: words in desk.status)
            if kind == "results":
                assert {panel.state_text for panel in desk.panels[:3]} == {words}
        await desk.press("R")
        await desk.until(lambda: len(desk.rows(3)) == 2 and "Who will pay" in desk.rows(3)[0])
