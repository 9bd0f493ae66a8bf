"""The reader asks questions of their own."""

from __future__ import annotations

import pytest

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tests.desk.corrections import press, settled
from tests.session.reading import allow_writing, held_up, refuse_writing
from tui.analysis.results import Analysis
from tui.corrections.corrected import CorrectionTarget
from tui.desk.unsaved import Words
from tui.dialogs.edit import EditScreen
from tui.dialogs.why import WhyScreen


async def test_capital_q_asks_a_question_over_the_sentence(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        desk.go_to("Shopkeepers on")
        await desk.press("Q")
        await desk.type("How many shops are there?")
        await press(desk, "enter")
        first = desk.rows(3)[0]
        assert "How many shops are there?" in first
        assert "Shopkeepers on the Ellis side" in first
        assert "yours" in first
        assert "your question is listed" in desk.status
        await press(desk, "3", "i")
        assert isinstance(desk.dialog, WhyScreen)
        said = ["".join(t for t, _ in row.lines[0].left) for row in desk.dialog.rows.rows]
        assert "you asked this" in said[0]
        await press(desk, "escape", "x")
        assert len(desk.rows(3)) == 2
        assert "your question is removed; u takes it back" in desk.status
        await press(desk, "u")
        assert "How many shops" in desk.rows(3)[0]


async def test_a_question_over_a_selection_is_about_those_words(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        desk.go_to("Ellis side")
        await desk.press("v", "w", "e", "Q")
        await desk.type("Which side?")
        await press(desk, "escape")
        assert desk.screen.view.selection is None
        (placed,) = desk.state.corrections
        assert desk.words(placed.span) == "Ellis side"


async def test_one_s_own_question_can_be_reworded_and_answered(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("Q")
        await desk.type("Why?")
        await press(desk, "enter", "3", "r")
        await desk.press("tab", *["backspace"] * 4)
        await desk.type("Why now?")
        await desk.press("tab")
        await desk.type("The piers move.")
        await press(desk, "enter")
        assert "Why now?" in desk.rows(3)[0]
        assert "The piers move." in desk.rows(3)[0]
        await press(desk, "x")
        await desk.saved()
        assert not desk.state.corrections
        await press(desk, "u")
        assert "The piers move." in desk.rows(3)[0]


async def test_an_empty_question_is_none(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "Q", "escape")
        assert not desk.state.corrections
        assert not desk.state.session.can_undo  # type: ignore[union-attr]


async def test_what_was_discarded_comes_back_with_the_same_key(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("Q")
        await desk.type("How come?")
        await press(desk, "ctrl+x")
        assert not desk.state.corrections
        assert "discarded" in desk.status
        await press(desk, "Q", "enter")
        assert "How come?" in desk.rows(3)[0]


async def test_a_question_being_typed_when_the_program_ends_is_saved(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        await desk.press("Q")
        await desk.type("And then?")
        app = desk.app
        app.exit()
    assert app.unsaved_words == [], "what was saved is not called lost"
    async with open_harbour() as desk:
        await settled(desk)
        assert "And then?" in desk.rows(3)[0]


async def test_a_sheet_closed_before_it_is_on_the_screen_changes_nothing(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        await press(desk, "3", "r")
        await desk.type("The county.")
        await press(desk, "enter")
        await desk.saved()
        desk.parts.triage.row_edit()
        sheet = desk.app.screen
        assert isinstance(sheet, EditScreen)
        # As a program does that ends at once.
        sheet.close_sheet()
        await desk.saved()
        assert [made.correction.value for made in desk.state.corrections] == ["The county."]


async def test_words_the_disk_refuses_are_kept_and_offered_again(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        assert desk.state.database is not None
        refuse_writing(desk.state.database, "corrections")
        await desk.press("Q")
        await desk.type("Who says so?")
        await desk.press("enter")
        await desk.until(lambda: "not saved" in desk.status)
        assert "Q has your words" in desk.status
        await settled(desk)
        assert len(desk.rows(3)) == 2
        await desk.press("q")
        assert "not saved" in desk.status
        assert desk.app.unsaved_words == ["Who says so?"]
        allow_writing(desk.state.database)
        await press(desk, "Q", "enter")
        await desk.saved()
        assert "Who says so?" in desk.rows(3)[0]
        await desk.until(lambda: not desk.state.unsaved.of(Words.CORRECTION))


async def test_words_taken_back_at_once_are_not_called_unsaved(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        assert desk.state.database is not None
        with held_up(desk.state.database):
            await desk.press("Q")
            await desk.type("Who says so?")
            await desk.press("enter", "u")
        await desk.saved()
        await settled(desk)
        assert not desk.state.corrections
        assert desk.app.unsaved_words == []


async def test_ones_own_question_is_listed_although_its_passage_is_gone(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        desk.go_to("Shopkeepers on")
        await desk.press("Q")
        await desk.type("How many shops are there?")
        await press(desk, "enter")
        await desk.saved()
    start = harbour.TEXT.index("Shopkeepers on")
    edited = harbour.TEXT[:start] + harbour.TEXT[harbour.TEXT.index("Ms Obi said the council") :]
    async with open_harbour(text=edited, analysis=Analysis("en")) as desk:
        await settled(desk)
        (row,) = desk.rows(3)
        assert "How many shops are there?" in row
        assert "its passage is not in this text" in row
        await press(desk, "3", "j", "k")


async def test_a_question_being_typed_at_a_crash_is_offered_at_its_place(
    open_harbour: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.dialogs.drafting.DRAFT_WITHIN", 0.01)
    async with open_harbour() as desk:
        desk.go_to("Shopkeepers on")
        await desk.press("Q")
        await desk.type("How many sh")
        assert isinstance(desk.dialog, EditScreen)
        session = desk.state.session
        assert session is not None
        kept: list[tuple[str, ...]] = []
        save = session.unfinished.save

        def save_and_tell(target: CorrectionTarget, boxes: tuple[str, ...]) -> None:
            kept.append(boxes)
            save(target, boxes)

        monkeypatch.setattr(session.unfinished, "save", save_and_tell)
        await desk.type("ops")
        await desk.until(lambda: kept and kept[-1] == ("How many shops",))
        await desk.saved()
        # A crash: nothing that the sheet does on closing happens any more.
        desk.dialog._is_handed_over = True
    async with open_harbour() as desk:
        await desk.until(lambda: "was not finished" in desk.status)
        assert desk.under_cursor.startswith("Shopkeepers on")
        await desk.press("Q")
        await desk.type("?")
        await press(desk, "enter")
        assert "How many shops?" in desk.rows(3)[0]
        await desk.saved()
    async with open_harbour() as desk:
        assert not desk.state.session.unfinished.left  # type: ignore[union-attr]
