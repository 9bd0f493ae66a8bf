"""The reader adds what the analysis missed, splits names, and takes places off them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.test_triage import current, names, press, settled
from tests.session.reading import allow_writing, refuse_writing
from tui.analysis.results import Analysis, Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.dialogs.choice import ChoiceScreen
from tui.dialogs.edit import EditScreen
from tui.dialogs.name_places import NamePlacesScreen
from tui.dialogs.why import WhyScreen
from tui.documents.article import Span

MAY = "the council would decide in May"


@pytest.fixture
def open_harbour(open_desk: OpenDesk) -> OpenDesk:
    def opened(**more: object) -> AbstractAsyncContextManager[Desk]:
        usual = {"text": harbour.TEXT, "source": "/nowhere/harbour.txt"}
        return open_desk(**({**usual, "analysis": harbour.analysis()} | more))

    return opened


def select(desk: Desk, words: str, after: str = "") -> None:
    """Select some words, as the mouse does."""
    span = harbour.span(words, after)
    desk.state.selection_anchor = span.start
    desk.screen.view.cursor = span.end - 1
    desk.parts.moving.extend_selection()


def offered(desk: Desk) -> list[str]:
    """The names in the list that is open, without the words of the text behind them."""
    assert isinstance(desk.dialog, ChoiceScreen)
    lines = [row.lines[0] for row in desk.dialog.hits.rows]
    named = ("".join(text for text, style in line.left if style != "muted") for line in lines)
    return [name.strip() for name in named]


def places(desk: Desk) -> list[str]:
    """The rows of the places that are listed, without their signs."""
    assert isinstance(desk.dialog, NamePlacesScreen)
    return ["".join(t for t, _ in row.lines[0].left).strip() for row in desk.dialog.rows.rows]


async def why(desk: Desk) -> list[str]:
    """The reasons of the current row."""
    await press(desk, "i")
    assert isinstance(desk.dialog, WhyScreen)
    said = ["".join(t for t, _ in row.lines[0].left) for row in desk.dialog.rows.rows]
    await press(desk, "escape")
    return said


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


# -- a place that is not a name's -----------------------------------------------------


def with_his() -> Analysis:
    """The article, in which "their" was taken for Ada Obi."""
    whole = harbour.analysis()
    meant = Mention(harbour.span("their"), MentionRule.PRONOUN)
    first, *rest = whole.entities
    return replace(whole, entities=(replace(first, references=(meant,)), *rest))


async def test_d_takes_the_reference_under_the_cursor_off(open_harbour: OpenDesk) -> None:
    async with open_harbour(analysis=with_his()) as desk:
        desk.go_to("their trade")
        assert desk.state.entity_at(desk.cursor) is not None
        await press(desk, "d")
        assert "that place is no longer taken for “Ada Obi”; u takes it back" in desk.status
        assert desk.state.entity_at(desk.cursor) is None
        await desk.saved()
    async with open_harbour(analysis=with_his()) as desk:
        await settled(desk)
        desk.go_to("their trade")
        assert desk.state.entity_at(desk.cursor) is None
        await press(desk, "1", "g", "g")
        assert any("took “their” off it" in line for line in await why(desk))
        await press(desk, "u")
        assert "entity has the place again" in desk.status
        desk.go_to("their trade")
        assert desk.state.entity_at(desk.cursor) is not None
        await press(desk, "escape", "d")
        await press(desk, "d")
        assert "no name is found here" in desk.status


async def test_a_name_without_any_place_is_hidden_and_comes_back(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        desk.go_to("Tidewater")
        await press(desk, "d")
        assert "Tidewater" not in names(desk)
        await press(desk, "1", "X", "G")
        panel = desk.panels[0]
        panel.cursor = next(n for n, row in enumerate(panel.rows) if row.key in panel.dimmed)
        assert "Tidewater" in current(desk)
        assert any("took “Tidewater” off it" in line for line in await why(desk))
        await press(desk, "x")
        assert not desk.state.corrections
        assert "Tidewater" in names(desk)


async def test_d_on_the_only_place_of_ones_own_name_removes_it(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        select(desk, "Shopkeepers")
        await desk.press("M")
        await desk.type("group")
        await press(desk, "enter")
        desk.go_to("Shopkeepers")
        await press(desk, "d")
        assert "“Shopkeepers” is removed" in desk.status
        assert not desk.state.corrections


async def test_a_place_taken_off_in_the_list_of_places(open_harbour: OpenDesk) -> None:
    async with open_harbour(analysis=with_his()) as desk:
        await press(desk, "1", "P")
        assert "side fear for their trade. A person" in places(desk)[1]
        # Tab picks the first two
        await press(desk, "tab", "tab", "x")
        assert "2 places are no longer taken for “Ada Obi”" in desk.status
        assert desk.rows(1)[0].rstrip().endswith("1")


# -- split ----------------------------------------------------------------------------

TWINS = "Devonport and Torpoint objected. So did Devonport and Torpoint. Nobody asked."
BOTH = "Devonport and Torpoint"


def twins() -> Analysis:
    starts = [at for at in range(len(TWINS)) if TWINS.startswith(BOTH, at)]
    mentions = (Mention(Span(at, at + len(BOTH)), MentionRule.SAME_NAME) for at in starts)
    return Analysis("en", (Entity(BOTH, EntityType.ORG, tuple(mentions)),))


@asynccontextmanager
async def open_twins(open_desk: OpenDesk) -> AsyncIterator[Desk]:
    async with open_desk(text=TWINS, analysis=twins()) as desk:
        yield desk


async def test_capital_p_splits_a_name_into_its_parts(open_desk: OpenDesk) -> None:
    async with open_twins(open_desk) as desk:
        await press(desk, "1", "P")
        assert places(desk)[0] == "its words are several names: Devonport · Torpoint"
        await desk.press("enter")
        sheet = desk.dialog
        assert isinstance(sheet, EditScreen)
        assert sheet.boxes[0].value == "Devonport, Torpoint"
        # from organisation to place
        await press(desk, "down", "enter")
        assert names(desk) == ["Devonport", "Torpoint"]
        assert all(row.startswith("▲") and row.rstrip().endswith("2") for row in desk.rows(1))
        assert f"“{BOTH}” is split into “Devonport” and “Torpoint”" in desk.status
        await desk.saved()
    async with open_twins(open_desk) as desk:
        await settled(desk)
        assert names(desk) == ["Devonport", "Torpoint"]
        await press(desk, "u")
        assert names(desk) == [BOTH]
        assert "entity whole again" in desk.status
        await press(desk, "ctrl+r")
        assert names(desk) == ["Devonport", "Torpoint"]


async def test_a_split_name_is_whole_again_with_x_on_its_hidden_row(open_desk: OpenDesk) -> None:
    async with open_twins(open_desk) as desk:
        await desk.press("1", "P", "enter")
        await press(desk, "enter")
        await press(desk, "X", "G")
        assert BOTH in current(desk)
        await press(desk, "x")
        assert names(desk) == [BOTH]
        assert not desk.state.corrections


async def test_ctrl_x_splits_nothing_and_u_has_the_parts_back(open_desk: OpenDesk) -> None:
    async with open_twins(open_desk) as desk:
        await desk.press("1", "P", "enter")
        await press(desk, "ctrl+x")
        assert not desk.state.corrections
        assert names(desk) == [BOTH]
        await desk.press("u")
        assert isinstance(desk.dialog, EditScreen)
        assert desk.dialog.boxes[0].value == "Devonport, Torpoint"


async def test_without_any_part_nothing_is_split(open_desk: OpenDesk) -> None:
    async with open_twins(open_desk) as desk:
        await desk.press("1", "P", "enter", "ctrl+a", *["delete"] * 19)
        await press(desk, "enter")
        assert not desk.state.corrections
        assert "nothing to change" in desk.status


async def test_a_part_that_does_not_stand_there_is_told_and_not_lost(open_desk: OpenDesk) -> None:
    async with open_twins(open_desk) as desk:
        await desk.press("1", "P", "enter")
        await desk.type(", Plymouth")
        await press(desk, "enter")
        assert f"“Plymouth” does not stand in “{BOTH}”; P has what you typed" in desk.status
        assert not desk.state.corrections
        await desk.press("P", "enter")
        sheet = desk.dialog
        assert isinstance(sheet, EditScreen)
        assert sheet.boxes[0].value == "Devonport, Torpoint, Plymouth"


async def test_places_picked_are_another_name(open_harbour: OpenDesk) -> None:
    async with open_harbour(analysis=with_his()) as desk:
        await press(desk, "1", "P", "j", "tab", "tab", "enter")
        # "their" and "Obi"
        assert isinstance(desk.dialog, ChoiceScreen)
        await desk.type("Grace Obi")
        await press(desk, "enter")
        assert "2 places are “Grace Obi” now" in desk.status
        assert names(desk)[:2] == ["Ada Obi", "Grace Obi"]
        desk.go_to("their trade")
        assert desk.state.entity_at(desk.cursor).name == "Grace Obi"  # type: ignore[union-attr]
        await press(desk, "u")
        assert "Grace Obi" not in names(desk)


async def test_a_place_is_given_to_somebody_in_the_cast(open_harbour: OpenDesk) -> None:
    async with open_harbour(analysis=with_his()) as desk:
        await press(desk, "1", "P", "j", "enter")
        await desk.type("tidew")
        await press(desk, "enter")
        assert "1 place is “Tidewater” now" in desk.status
        desk.go_to("their trade")
        assert desk.state.entity_at(desk.cursor).name == "Tidewater"  # type: ignore[union-attr]


@pytest.mark.parametrize("is_typed", [False, True], ids=["parts", "another name"])
async def test_names_the_disk_refuses_are_kept_and_offered_again(
    open_desk: OpenDesk, is_typed: bool
) -> None:
    async with open_twins(open_desk) as desk:
        assert desk.state.database is not None
        refuse_writing(desk.state.database, "corrections")
        await desk.press("1", "P", *(["j", "enter"] if is_typed else ["enter"]))
        if is_typed:
            await desk.type("Devonport")
        await desk.press("enter")
        await desk.until(lambda: "not saved" in desk.status)
        assert "P has your words" in desk.status
        await settled(desk)
        assert names(desk) == [BOTH]
        allow_writing(desk.state.database)
        await press(desk, "P", *(["j", "enter"] if is_typed else ["enter"]))
        top = desk.app.screen
        box = top.prompt if isinstance(top, ChoiceScreen) else None
        box = top.boxes[0] if isinstance(top, EditScreen) else box
        assert box is not None
        assert box.value.startswith("Devonport")


async def test_nothing_is_split_where_there_is_no_entity(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "2", "P")
        assert desk.dialog is None
        assert "only an entity that is listed has places to split" in desk.status


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
