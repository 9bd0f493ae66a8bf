"""The reader puts right what the analysis found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import events

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tests.desk.corrections import current, names, press, settled
from tui.dialogs.choice import ChoiceScreen
from tui.dialogs.edit import EditScreen
from tui.dialogs.why import WhyScreen


async def test_corrections_are_there_after_a_restart_and_can_be_taken_back(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "3", "x")
        await desk.saved()
    async with open_harbour() as desk:
        await settled(desk)
        assert names(desk)[0] == "Tidewater"
        assert len(desk.rows(3)) == 1
        await press(desk, "u", "u")
        assert names(desk)[0] == "Ada Obi"
        assert len(desk.rows(3)) == 2
        await press(desk, "ctrl+r")
        assert names(desk)[0] == "Tidewater"


async def test_highlights_and_corrections_are_undone_in_one_order(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "h", "1", "x", "escape", "}", "h")
        await press(desk, "u")
        assert len(desk.marked) == 1
        assert names(desk)[0] == "Tidewater"
        await press(desk, "u")
        assert names(desk)[0] == "Ada Obi"
        assert "entity listed again" in desk.status
        assert len(desk.marked) == 1


async def test_a_name_hidden_once_is_hidden_in_the_next_article(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x")
        await desk.saved()
    again = harbour.TEXT + "\nMore was to follow.\n"
    async with open_harbour(text=again, source="/nowhere/other.txt") as desk:
        await settled(desk)
        assert names(desk)[0] == "Tidewater"


async def test_r_gives_an_entity_another_name_and_type(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("1", "j", "r")
        assert isinstance(desk.dialog, EditScreen)
        # the name is marked out, the type goes from ORG to PLACE
        await desk.press(*["backspace"] * 9)
        await desk.type("Tide Line")
        await desk.press("down", "enter")
        await settled(desk)
        assert "▲ Tide Line" in desk.rows(1)[1] + desk.rows(1)[2]
        assert current(desk) == "▲ Tide Line"
        assert "“Tidewater” is changed; u takes it back" in desk.status
        await press(desk, "i")
        assert isinstance(desk.dialog, WhyScreen)
        said = ["".join(t for t, _ in row.lines[0].left) for row in desk.dialog.rows.rows]
        assert any("renamed it from “Tidewater”" in line for line in said)
        assert any("changed its type from org" in line for line in said)
        await press(desk, "escape", "u")
        assert "■ Tidewater" in desk.rows(1)[1]


async def test_the_old_name_typed_again_takes_the_correction_away(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("1", "j", "r")
        await desk.type(" Ltd")
        await press(desk, "enter")
        assert "Tidewater Ltd" in names(desk)
        await desk.press("r", *["backspace"] * 4)
        await press(desk, "escape")
        assert "Tidewater" in names(desk)
        assert not desk.state.corrections


async def test_r_answers_a_question_and_rewords_it(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("3", "r", "tab")
        await desk.type(" In full?")
        await desk.press("tab")
        await desk.type("The county pays.")
        await press(desk, "enter")
        first = desk.rows(3)[0]
        assert "Who will pay for the work? In full?" in first
        assert "The county pays." in first
        assert "✓" in first
        await press(desk, "u")
        assert "✓" not in desk.rows(3)[0]
        await press(desk, "ctrl+r")
        await desk.press("r")
        assert isinstance(desk.dialog, EditScreen)
        assert [box.value for box in desk.dialog.boxes] == [
            "Who will pay for the work? In full?",
            "The county pays.",
        ]


async def test_what_is_typed_after_tab_in_one_breath_is_in_the_next_box(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        await desk.press("3", "r")
        # Without a pause, as when the terminal hands over all keys at once.
        for key in ("tab", "tab", *"nobody", "backspace", "i", "enter"):
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await desk.until(lambda: desk.dialog is None)
        await settled(desk)
        assert "nobodi" in desk.rows(3)[0]
        assert "Who will pay for the work?" in desk.rows(3)[0]


async def test_r_on_a_quote_or_a_highlight_says_what_to_do_instead(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "2", "r")
        assert desk.dialog is None
        assert "s sets its speaker" in desk.status
        await press(desk, "h", "4", "r")
        assert "a writes its note" in desk.status


async def test_s_sets_the_speaker_from_the_names_of_the_article(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "2", "j", "h")
        await desk.press("s")
        assert isinstance(desk.dialog, ChoiceScreen)
        await desk.type("tidwa")
        await press(desk, "enter")
        assert "Tidewater" in desk.rows(2)[1]
        assert "anonymous" not in desk.rows(2)[1]
        assert desk.state.marks[0].highlight.speaker == "Tidewater"
        await press(desk, "u")
        assert "A person close to the talks" in desk.rows(2)[1]
        assert desk.state.marks[0].highlight.speaker == "A person close to the talks"


async def test_s_takes_a_name_that_is_not_in_the_list(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("2", "s")
        await desk.type("Deputy Ruth Vale")
        await press(desk, "enter")
        assert "Deputy Ruth Vale" in desk.rows(2)[0]
        await press(desk, "1", "s")
        assert "only a quote has a speaker" in desk.status


async def test_in_the_list_a_name_is_found_by_its_other_forms(open_harbour: OpenDesk) -> None:
    whole = harbour.analysis()
    named = replace(whole.entities[1], name="Ferry Line of the Ellis")
    whole = replace(whole, entities=(whole.entities[0], named, *whole.entities[2:]))
    async with open_harbour(analysis=whole) as desk:
        await desk.press("1", "M")
        await desk.type("tidewater")
        assert isinstance(desk.dialog, ChoiceScreen)
        (row,) = desk.dialog.hits.rows
        assert "Ferry Line" in "".join(text for text, _ in row.lines[0].left)
        await desk.press("escape")
        assert desk.dialog is None
        assert not desk.state.corrections


async def test_capital_m_merges_and_the_reader_goes_along(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("1", "j", "M")
        assert isinstance(desk.dialog, ChoiceScreen)
        await desk.type("obi")
        await press(desk, "enter")
        assert "Tidewater" not in names(desk)
        assert current(desk) == "● Ada Obi"
        assert desk.rows(1)[0].rstrip().endswith("3")
        assert "“Tidewater” is now part of “Ada Obi”" in desk.status
        await press(desk, "X", "G")
        assert current(desk) != "● Ada Obi"
        await press(desk, "u")
        assert "Tidewater" in names(desk)
        await press(desk, "2", "M")
        assert "only entities are merged" in desk.status


async def test_x_on_a_merged_row_parts_the_two_again(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("1", "j", "M")
        await desk.type("ellis")
        await press(desk, "enter")
        await press(desk, "X")
        panel = desk.panels[0]
        panel.cursor = next(n for n, row in enumerate(panel.rows) if row.key in panel.dimmed)
        assert current(desk) == "■ Tidewater"
        await press(desk, "x")
        assert current(desk) == "■ Tidewater"
        assert not panel.dimmed


async def test_a_part_of_the_results_gets_the_corrections_too(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x")
        whole = harbour.analysis()
        part = replace(whole, quotes=whole.quotes[:1], questions=())
        desk.parts.shown_results.show(desk.parts.shown_results.prepare(part, 0.5))
        assert "Ada Obi" not in names(desk)


async def test_without_a_library_nothing_can_be_corrected_and_it_says_so(
    open_harbour: OpenDesk, home: Path
) -> None:
    async with open_harbour() as desk:
        session, desk.state.session = desk.state.session, None
        await desk.press("1", "x")
        assert "Ada Obi" in names(desk)
        assert "library" in desk.status
        desk.state.session = session
