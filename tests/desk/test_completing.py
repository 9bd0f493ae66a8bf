"""The reader adds quotes and names that the analysis missed."""

from __future__ import annotations

import pytest

from tests.desk.additions import offered, select, why
from tests.desk.conftest import OpenDesk
from tests.desk.corrections import current, names, press, settled
from tests.session.reading import allow_writing, refuse_writing
from tui.analysis.results import Analysis
from tui.dialogs.choice import ChoiceScreen

MAY = "the council would decide in May"


# -- a quote --------------------------------------------------------------------------


async def test_s_makes_what_is_selected_a_quote(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        select(desk, MAY)
        await desk.press("s")
        # those who may speak come first, then who is quoted and not in the cast
        assert offered(desk) == [
            "● Ada Obi", "■ Tidewater", "▲ Ellis", "A person close to the talks", "nobody named",
        ]  # fmt: skip
        await press(desk, "enter")
        assert MAY[:20] in desk.rows(2)[2]
        assert "Ada Obi" in desk.rows(2)[2]
        assert "saved: a quote by “Ada Obi” is listed; u takes it back" in desk.status
        assert desk.screen.view.selection is None
        await press(desk, "2", "G")
        assert any("you added it" in line for line in await why(desk))
        await press(desk, "u")
        assert len(desk.rows(2)) == 2
        assert "quote removed" in desk.status
        await press(desk, "ctrl+r")
        assert len(desk.rows(2)) == 3


async def test_an_added_quote_is_there_after_a_restart_and_x_removes_it(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        select(desk, MAY)
        await press(desk, "s", "enter")
        await desk.saved()
    async with open_harbour() as desk:
        await settled(desk)
        await press(desk, "2", "G")
        assert current(desk) == f"┆ {MAY}"
        await press(desk, "x")
        assert len(desk.rows(2)) == 2
        assert "your quote is removed; u takes it back" in desk.status
        assert not desk.state.corrections
        await press(desk, "u")
        assert len(desk.rows(2)) == 3


async def test_a_speaker_is_typed_and_set_again(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        select(desk, MAY)
        await desk.press("s")
        await desk.type("Ruth Vale")
        await press(desk, "enter", "2", "G")
        assert "Ruth Vale" in desk.rows(2)[2]
        await desk.press("s")
        await desk.type("nobody")
        await press(desk, "enter")
        assert "speaker not named" in desk.rows(2)[2]
        assert len(desk.state.corrections) == 1
        await press(desk, "u")
        assert "Ruth Vale" in desk.rows(2)[2]


async def test_who_said_it_is_known_to_copies_and_highlights(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        select(desk, "decide in May")
        await desk.press("h")
        assert desk.state.marks[0].highlight.speaker is None
        select(desk, MAY)
        await press(desk, "s", "enter")
        assert desk.state.marks[0].highlight.speaker == "Ada Obi"
        select(desk, MAY)
        await desk.press("y")
        assert "Ada Obi" in desk.app.clipboard


async def test_s_on_a_quote_that_is_there_says_who_says_it(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "2", "j", "x", "escape")
        assert len(desk.rows(2)) == 1
        select(desk, "ferry company had asked for more money than the council has")
        await desk.press("s")
        await desk.type("tidew")
        await press(desk, "enter")
        assert len(desk.rows(2)) == 2, "hidden before, it is listed again"
        assert "Tidewater" in desk.rows(2)[1]


async def test_without_a_choice_nothing_is_added_and_the_words_stay_selected(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        select(desk, MAY)
        await press(desk, "s", "escape")
        assert not desk.state.corrections
        assert desk.screen.view.selection is not None
        assert not desk.state.session.can_undo  # type: ignore[union-attr]


async def test_what_has_no_words_is_no_quote(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        select(desk, " • ")
        await desk.press("s")
        assert desk.dialog is None
        assert "there are no words in what is selected" in desk.status


async def test_a_speaker_the_disk_refuses_is_kept_and_offered_again(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        assert desk.state.database is not None
        refuse_writing(desk.state.database, "corrections")
        select(desk, MAY)
        await desk.press("s")
        await desk.type("Ruth Vale")
        await desk.press("enter")
        await desk.until(lambda: "not saved" in desk.status)
        assert "s has your words" in desk.status
        await settled(desk)
        assert len(desk.rows(2)) == 2
        allow_writing(desk.state.database)
        select(desk, MAY)
        await press(desk, "s", "enter")
        await desk.saved()
        assert "Ruth Vale" in desk.rows(2)[2]


async def test_in_a_text_that_is_not_analysed_quotes_and_names_are_added_all_the_same(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour(analysis=Analysis("other")) as desk:
        select(desk, MAY)
        await desk.press("s")
        await desk.type("Ada Obi")
        await press(desk, "enter")
        assert "Ada Obi" in desk.rows(2)[0]
        select(desk, "decide in May")
        await desk.press("h")
        await desk.until(lambda: desk.state.marks[0].highlight.speaker == "Ada Obi")
        select(desk, "Tidewater")
        await press(desk, "M", "enter")
        assert names(desk) == ["Tidewater"]


# -- a name ---------------------------------------------------------------------------


async def test_capital_m_makes_what_is_selected_a_name_wherever_it_stands(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        select(desk, "council", "town ")
        await desk.press("M")
        # the cast comes before new names: written small it mostly means somebody
        assert offered(desk)[:4] == ["● Ada Obi", "■ Tidewater", "▲ Ellis", "● a person"]
        await desk.type("organ")
        await press(desk, "enter")
        assert "■ council" in desk.rows(1)[1]
        assert desk.rows(1)[1].rstrip().endswith("4")
        assert "“council” is listed among the entities; u takes it back" in desk.status
        desk.go_to("council has.")
        assert desk.state.entity_at(desk.cursor).name == "council"  # type: ignore[union-attr]
        await press(desk, "1")
        assert any("you added it" in line for line in await why(desk))
        await press(desk, "u")
        assert "entity removed" in desk.status
        assert "council" not in names(desk)
        await press(desk, "ctrl+r")
        assert "council" in names(desk)


async def test_a_name_of_ones_own_is_renamed_kept_and_removed(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        select(desk, "Shopkeepers")
        await desk.press("M")
        await desk.type("group")
        await press(desk, "enter", "1")
        while "Shopkeepers" not in current(desk):
            await desk.press("j")
        await desk.press("r")
        await desk.type(" of Ellis")
        await press(desk, "enter")
        assert "Shopkeepers of Ellis" in names(desk)
        await desk.saved()
    async with open_harbour() as desk:
        await settled(desk)
        assert "Shopkeepers of Ellis" in names(desk)
        await press(desk, "1")
        while "Shopkeepers" not in current(desk):
            await desk.press("j")
        await press(desk, "x")
        assert "“Shopkeepers of Ellis” is removed; u takes it back" in desk.status
        assert not desk.state.corrections
        await press(desk, "u")
        assert "Shopkeepers of Ellis" in names(desk)


async def test_capital_m_makes_what_is_selected_part_of_a_name(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        select(desk, "PORT ELLIS")
        await desk.press("M")
        # a name that shares a word with it is the likeliest of the cast
        new = [row for row in offered(desk) if "part of" not in row]
        assert offered(desk)[len(new)] == "▲ part of Ellis"
        await desk.type("part ellis")
        await press(desk, "enter")
        assert "“PORT ELLIS” is “Ellis” now; u takes it back" in desk.status
        desk.go_to("PORT")
        assert desk.state.entity_at(desk.cursor).name == "Ellis"  # type: ignore[union-attr]
        await press(desk, "u")
        assert desk.state.entity_at(desk.cursor) is None


async def test_the_same_said_twice_changes_nothing(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        select(desk, "Tidewater")
        await desk.press("M")
        await desk.type("part tidewater")
        await press(desk, "enter")
        assert "nothing to change" in desk.status
        assert not desk.state.corrections


async def test_a_possessive_is_no_part_of_a_name(open_desk: OpenDesk) -> None:
    text = "The plan was vexoril's. It failed."
    async with open_desk(text=text) as desk:
        desk.go_to("vexoril")
        await desk.press("v", "e", "M")
        await desk.type("product")
        await press(desk, "enter")
        assert names(desk) == ["vexoril"]


async def test_another_type_for_the_same_words_takes_the_place_of_the_first(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        for kind in ("person", "place"):
            select(desk, "PORT ELLIS")
            await desk.press("M")
            await desk.type(f"a {kind}")
            await press(desk, "enter")
        assert next(row for row in desk.rows(1) if "PORT ELLIS" in row).startswith("▲")
        assert names(desk).count("PORT ELLIS") == 1
        assert len(desk.state.corrections) == 1


async def test_a_name_that_was_hidden_is_listed_again(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "escape")
        assert "Ada Obi" not in names(desk)
        select(desk, "Ada Obi")
        await desk.press("M")
        await desk.type("a person")
        await press(desk, "enter")
        assert "Ada Obi" in names(desk)
        assert "listed among the entities, in other articles too; u takes it back" in desk.status


async def test_what_was_being_typed_for_a_quote_is_selected_again(
    open_harbour: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.dialogs.drafting.DRAFT_WITHIN", 0.01)
    async with open_harbour() as desk:
        select(desk, MAY)
        await desk.press("s")
        await desk.type("Ruth V")
        screen = desk.app.screen
        assert isinstance(screen, ChoiceScreen)
        screen.write_draft()
        screen._drafting.end()
        await desk.saved()
    async with open_harbour() as desk:
        await desk.until(lambda: desk.screen.view.selection)
        assert "s has it" in desk.status
        await desk.press("s")
        screen = desk.app.screen
        assert isinstance(screen, ChoiceScreen)
        assert screen.prompt.value == "Ruth V"
