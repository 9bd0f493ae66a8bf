"""The reader splits names, and takes places off them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from tests.desk import harbour
from tests.desk.additions import places, select, why
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.corrections import current, names, press, settled
from tests.session.reading import allow_writing, refuse_writing
from tui.analysis.results import Analysis, Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.dialogs.choice import ChoiceScreen
from tui.dialogs.edit import EditScreen
from tui.documents.article import Span

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
