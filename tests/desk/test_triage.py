"""The reader puts right what the analysis found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.session.reading import allow_writing, held_up, refuse_writing
from tui.analysis.results import Analysis
from tui.corrections.corrected import CorrectionTarget
from tui.desk.unsaved import Words
from tui.dialogs.choice import ChoiceScreen
from tui.dialogs.edit import EditScreen
from tui.dialogs.why import WhyScreen

HARBOUR = {"text": harbour.TEXT, "source": "/nowhere/harbour.txt"}


@pytest.fixture
def open_harbour(open_desk: OpenDesk) -> OpenDesk:
    def opened(**more: object):  # type: ignore[no-untyped-def]
        return open_desk(**({**HARBOUR, "analysis": harbour.analysis()} | more))

    return opened


def names(desk: Desk) -> list[str]:
    """The entities listed, without their counts."""
    return [row.split("━")[0].split(" hidden")[0][2:].strip() for row in desk.rows(1)]


def current(desk: Desk) -> str:
    """The first line of the row under the cursor of the panel that has the keys."""
    panel = desk.parts.column.focused
    assert panel is not None
    assert panel.current is not None
    return "".join(text for text, _ in panel.current.lines[0].left).strip()


async def settled(desk: Desk) -> None:
    """Wait until the rows are those of the corrections."""
    state = desk.state

    def is_current() -> bool:
        findings = state.findings
        return findings is not None and (findings.corrections, findings.with_hidden) == (
            state.corrections,
            state.shows_hidden,
        )

    await desk.until(is_current)
    await desk.pilot.pause()


async def press(desk: Desk, *keys: str) -> None:
    await desk.press(*keys)
    await settled(desk)


async def test_x_hides_a_row_and_goes_on_to_the_next(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x")
        assert names(desk)[0] == "Tidewater"
        assert current(desk) == "■ Tidewater"
        assert "“Ada Obi” is hidden, in other articles too; u takes it back" in desk.status
        assert "1 hidden" in str(desk.panels[0].border_subtitle)
        assert desk.under_cursor.startswith("Tidewater"), "the text goes along"


async def test_hurried_keys_hide_one_row_after_the_other(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("1")
        await desk.pilot.press("x", "x")
        await settled(desk)
        assert names(desk)[0] == "Ellis"
        await press(desk, "u", "u")
        assert names(desk)[:3] == ["Ada Obi", "Tidewater", "Ellis"]
        assert current(desk) == "● Ada Obi", "the row that came back is the current one"


async def test_a_hidden_entity_is_no_longer_coloured_or_stepped_to(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "escape")
        assert not desk.screen.view.painted["person"].spans
        desk.go_to("Ada Obi")
        assert desk.state.entity_at(desk.cursor) is None


async def test_capital_x_lists_hidden_rows_dim_and_x_there_brings_one_back(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        await press(desk, "2", "x", "X")
        quotes = desk.panels[1]
        assert [row.key in quotes.dimmed for row in quotes.rows] == [True, False]
        assert "1 hidden, listed dim" in desk.status
        await press(desk, "g", "g", "x")
        assert not quotes.dimmed
        assert "the quote is listed again; u takes it back" in desk.status
        assert current(desk).startswith('┃ "We cannot wait'), "the reader stays at the quote"
        await press(desk, "u", "X")
        assert len(quotes.rows) == 1


@pytest.mark.parametrize("fold", [(), ("G", "enter", "j", "x", "k", "enter")])
async def test_capital_x_goes_to_the_first_hidden_row_also_in_a_fold(
    open_harbour: OpenDesk, fold: tuple[str, ...]
) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", *(fold or ("j", "x", "g", "g")))
        entities = desk.panels[0]
        await press(desk, "X")
        assert entities.current is not None
        assert entities.current.key in entities.dimmed
        assert desk.under_cursor.startswith("Monday" if fold else "Tidewater"), "the text, too"
        assert entities.places.top_of(entities.cursor) >= entities.scroll_offset.y
        await desk.press("escape", "1")
        assert "x restore" in desk.status
        await desk.press("k")
        assert "x hide" in desk.status


async def test_capital_x_goes_to_what_a_filter_would_leave_out(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "f", *"ellis", "enter", "X")
        entities = desk.panels[0]
        assert entities.current is not None
        assert entities.current.key in entities.dimmed


async def test_capital_x_names_the_panel_where_rows_are_hidden(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "2", "j")
        quotes = desk.panels[1]
        before = quotes.cursor
        await press(desk, "X")
        assert "1 hidden, listed dim in entities" in desk.status
        assert quotes.cursor == before


@pytest.mark.parametrize(("panel", "words"), [("2", "We cannot wait"), ("3", "Who will pay")])
async def test_a_hidden_row_can_still_be_copied(
    open_harbour: OpenDesk, panel: str, words: str
) -> None:
    async with open_harbour() as desk:
        await press(desk, panel, "x")
        await press(desk, "X")
        await desk.press("g", "g")
        while words not in current(desk):
            await desk.press("j")
        await desk.press("y")
        assert words in desk.app.clipboard


async def test_with_nothing_hidden_capital_x_says_what_would(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "X")
        assert "x hides a wrong row" in desk.status


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


async def test_a_part_of_the_results_gets_the_corrections_too(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x")
        whole = harbour.analysis()
        part = replace(whole, quotes=whole.quotes[:1], questions=())
        desk.parts.shown_results.show(desk.parts.shown_results.prepare(part, 0.5))
        assert "Ada Obi" not in names(desk)


async def test_a_correction_without_a_result_is_listed_with_the_hidden_rows(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour() as desk:
        await press(desk, "2", "x")
        await desk.saved()
    without = replace(harbour.analysis(), quotes=harbour.analysis().quotes[1:])
    async with open_harbour(analysis=without) as desk:
        await settled(desk)
        assert len(desk.rows(2)) == 1
        await press(desk, "2", "X", "g", "g")
        assert "We cannot wait" in desk.rows(2)[0]
        assert "nothing is found here" in desk.rows(2)[0]
        await press(desk, "i")
        assert "x takes it back" in desk.status
        await press(desk, "x")
        assert len(desk.rows(2)) == 1
        assert not desk.state.corrections


@pytest.mark.parametrize("panel", ["1", "2", "3"])
async def test_hidden_and_lost_rows_stand_in_every_order(
    open_harbour: OpenDesk, panel: str
) -> None:
    async with open_harbour() as desk:
        await press(desk, "1", "x", "2", "x", "3", "x", "X")
        await desk.saved()
        lists = desk.panels[:3]
        assert [len(each.dimmed & each.keys) for each in lists] == [1, 1, 1]
        for _ in range(3):
            await press(desk, panel, "S")
            assert [len(each.dimmed & each.keys) for each in lists] == [1, 1, 1]
    nothing = Analysis("en")
    async with open_harbour(analysis=nothing) as desk:
        await settled(desk)
        await press(desk, "1", "X")
        for _ in range(3):
            await press(desk, panel, "S")
        assert len(desk.rows(int(panel))) == 1
        await press(desk, "x")
        assert len(desk.rows(int(panel))) == 0


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


async def test_without_a_library_nothing_can_be_corrected_and_it_says_so(
    open_harbour: OpenDesk, home: Path
) -> None:
    async with open_harbour() as desk:
        session, desk.state.session = desk.state.session, None
        await desk.press("1", "x")
        assert "Ada Obi" in names(desk)
        assert "library" in desk.status
        desk.state.session = session


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
