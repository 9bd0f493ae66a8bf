"""Panels and text are one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tui.analysis.results import Analysis
from tui.analysis.rules import QuoteRule
from tui.dialogs.why import WhyScreen
from tui.panels.findings import prepare
from tui.panels.row_text import spoken_date
from tui.settings.config import Config, PanelSettings


def show(desk: Desk, analysis: Analysis, share: float = 1.0) -> None:
    desk.parts.shown_results.show(prepare(desk.state.article, analysis, share))


async def test_people_are_grouped_over_their_mentions(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        people = [row for row in desk.rows(1) if row.startswith("●")]
        assert len(people) == 4
        assert people[0].startswith("● Jens Stoltenberg")
        assert people[0].rstrip().endswith("4")


async def test_dates_and_numbers_are_folded_until_opened(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        folded = desk.rows(1)
        assert "dates and numbers" in folded[-1]
        await desk.press("1", "G", "enter")
        assert len(desk.rows(1)) > len(folded)
        await desk.press("enter")
        assert desk.rows(1) == folded


@pytest.mark.parametrize("panel", ["1", "2", "3"])
async def test_moving_in_a_panel_moves_the_text_and_escape_goes_back(
    open_desk: OpenDesk, panel: str
) -> None:
    async with open_desk() as desk:
        start = desk.cursor
        await desk.press(panel, "j", "j", "down", "k")
        row = desk.panels[int(panel) - 1].current
        assert row is not None
        assert row.span is not None
        assert desk.cursor == row.span.start
        await desk.press("escape")
        assert desk.cursor == start
        assert desk.screen.focused is desk.screen.view


async def test_enter_stays_at_the_place_and_the_jump_can_be_taken_back(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        start = desk.cursor
        await desk.press("2", "j", "j", "enter")
        assert desk.screen.focused is desk.screen.view
        assert desk.cursor != start
        await desk.press("<")
        assert desk.cursor == start


async def test_the_evidence_is_lit_while_its_row_is_current(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("3")
        await desk.pilot.pause()
        assert desk.state.analysis is not None
        evidence = desk.state.analysis.questions[0].evidence
        assert list(desk.screen.view.painted["evidence"].spans) == [evidence]
        await desk.press("escape")
        assert not desk.screen.view.painted["evidence"].spans


async def test_moving_in_the_text_lights_the_rows(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.go_to("not an easy discussion")
        await desk.pilot.pause()
        lit = desk.panels[1].lit
        rows = {row.key: row for row in desk.panels[1].rows}
        assert len(lit) == 1
        assert "not an easy discussion" in rows[next(iter(lit))].lines[0].left[1][0]


async def test_all_mentions_of_the_entity_under_the_cursor_are_shown(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.go_to("Jens Stoltenberg told")
        await desk.pilot.pause()
        words = [desk.words(span) for span in desk.screen.view.painted["mention"].spans]
        assert words.count("Stoltenberg") == 3
        assert "Jens Stoltenberg" in words
        current = desk.screen.view.painted["mention-current"].spans
        assert [desk.words(span) for span in current] == ["Jens Stoltenberg"]


async def test_tab_goes_round_the_panels(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        focused = []
        for _ in range(5):
            await desk.press("tab")
            focused.append(desk.panels.index(desk.parts.column.focused))
        assert focused == [0, 1, 2, 3, 0]
        await desk.press("shift+tab")
        assert desk.parts.column.focused is desk.panels[3]


async def test_rows_page_and_go_to_both_ends(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("2", "G")
        panel = desk.panels[1]
        assert panel.cursor == len(panel.rows) - 1
        await desk.press("g", "g")
        assert panel.cursor == 0
        await desk.press("space")
        assert panel.cursor == panel.rows_per_page
        await desk.press("pageup")
        assert panel.cursor == 0


async def test_h_and_a_act_on_the_row(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("2", "j", "h")
        assert desk.state.analysis is not None
        quote = desk.state.analysis.quotes[1]
        assert desk.marked == [desk.words(quote.content[0])]
        assert desk.state.marks[0].highlight.speaker == quote.speaker_name
        await desk.press("a")
        await desk.type("really?")
        await desk.press("escape")
        assert desk.state.marks[0].highlight.note == "really?"


async def test_x_in_the_highlights_deletes_the_row(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("}", "h", "}", "h", "4", "j", "x")
        assert len(desk.marked) == 1
        await desk.press("c", "3")
        assert desk.state.marks[0].highlight.colour.value == "blue"
        await desk.press("u", "u")
        assert len(desk.marked) == 2


def reasons(desk: Desk) -> str:
    """What the dialog says, as text."""
    assert isinstance(desk.dialog, WhyScreen)
    lines = [line for row in desk.dialog.rows.rows for line in row.lines]
    return "\n".join("".join(text for text, _ in (*line.left, *line.right)) for line in lines)


@pytest.mark.parametrize(
    ("panel", "words"),
    [
        ("1", ["person", "Nato secretary-general", "“Jens Stoltenberg”", "“he”"]),
        ("2", ["indirect quote", "“said”", "“the head of the military alliance”"]),
        ("3", ["What does Putin intend", "intention", "“struggling”", "Western diplomats"]),
    ],
)
async def test_i_says_why_a_row_is_there(open_desk: OpenDesk, panel: str, words: list[str]) -> None:
    async with open_desk() as desk:
        await desk.press(panel, "g", "g", "i")
        for word in words:
            assert word in reasons(desk)
        await desk.press("escape")
        assert desk.dialog is None
        assert desk.screen.focused is desk.panels[int(panel) - 1]


async def test_every_place_of_an_entity_is_a_key_away_from_its_reasons(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        await desk.press("1", "g", "g", "i", "G", "enter")
        assert desk.dialog is None
        assert desk.under_cursor.startswith("he said Russia was not ready")
        await desk.press("<")
        assert not desk.under_cursor.startswith("he said")


async def test_only_the_surest_questions_are_listed_when_the_reader_wants_it_strict(
    open_desk: OpenDesk,
) -> None:
    first, *rest = harbour.analysis().questions
    assert rest
    unsure = [replace(question, certainty=0.4) for question in rest]
    analysis = replace(harbour.analysis(), questions=(first, *unsure))
    config = Config(questions="strict")
    async with open_desk(text=harbour.TEXT, analysis=analysis, config=config) as desk:
        assert len(desk.rows(3)) == 1
        assert first.text in desk.rows(3)[0]
    async with open_desk(text=harbour.TEXT, analysis=analysis) as desk:
        assert "▸ 1 more, less sure" in desk.rows(3)[1]


async def test_a_date_is_listed_with_the_day_it_means(open_desk: OpenDesk) -> None:
    whole = harbour.analysis()
    dated = [
        replace(entity, resolved="2024-03-04") if entity.name == "Monday" else entity
        for entity in whole.entities
    ]
    analysis = replace(whole, entities=tuple(dated))
    async with open_desk(text=harbour.TEXT, analysis=analysis) as desk:
        await desk.press("1", "G", "enter")
        assert any("Monday  4 Mar 2024" in row for row in desk.rows(1))


@pytest.mark.parametrize(
    ("iso", "spoken"),
    [
        ("2022-01-12", "12 Jan 2022"),
        ("2022-01", "Jan 2022"),
        ("2021", "2021"),
        ("2022-01-10/2022-01-16", "10 Jan 2022 – 16 Jan 2022"),
    ],
)
def test_dates_are_spoken_as_in_the_title_bar(iso: str, spoken: str) -> None:
    assert spoken_date(iso) == spoken


async def test_a_clicked_row_shows_its_place(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        panel = desk.panels[1]
        await desk.pilot.click(panel, offset=(5, 3))
        assert panel.cursor == 1
        assert panel.rows[1].span is not None
        assert desk.cursor == panel.rows[1].span.start


async def test_capital_r_analyses_again(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        first = desk.parts.analysing.run_number
        await desk.press("R")
        assert desk.parts.analysing.run_number == first + 1
        await desk.until(lambda: desk.panels[0].rows)


async def test_a_list_is_scrolled_by_whole_rows(open_desk: OpenDesk) -> None:
    async with open_desk(config=Config(panels=PanelSettings(focused="even"))) as desk:
        await desk.press("2")
        quotes = desk.panels[1]
        height = quotes.scrollable_content_region.height
        assert height % 2 == 1, "an odd height shows half a row somewhere"
        assert len(quotes.rows) * 2 > height
        for _ in quotes.rows:
            assert quotes.scroll_offset.y % 2 == 0
            assert (
                quotes.scroll_offset.y <= quotes.cursor * 2 <= quotes.scroll_offset.y + height - 2
            )
            await desk.press("j")
        assert quotes.cursor == len(quotes.rows) - 1


async def test_a_part_of_a_long_text_is_shown_with_how_much_is_read(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        whole = harbour.analysis()
        part = replace(whole, quotes=whole.quotes[1:], questions=())
        show(desk, part, share=0.25)
        quotes, questions = desk.panels[1:3]
        assert "25% read" in str(quotes.border_subtitle)
        assert questions.state_text != "Nothing is left open."
        await desk.press("2")
        place = quotes.current.span if quotes.current else None
        desk.parts.shown_results.show_progress(0.5)
        assert "50% read" in str(quotes.border_subtitle)
        show(desk, whole)
        assert "read" not in str(quotes.border_subtitle)
        assert quotes.current is not None
        assert quotes.current.span == place, "the reader stays at the quote they were at"


async def test_marks_take_no_speaker_from_a_part_of_the_text(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        show(desk, harbour.analysis(), share=0.5)
        desk.go_to("We cannot wait")
        await desk.press("h")
        assert desk.state.marks[0].highlight.speaker is None
        show(desk, harbour.analysis())
        assert desk.state.marks[0].highlight.speaker == "Ada Obi"


async def test_an_analysis_that_stops_half_way_keeps_what_it_found(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        show(desk, harbour.analysis(), share=0.5)
        rows = desk.rows(2)
        desk.parts.shown_results.say_trouble(
            "the analysis stopped (its process ended); R tries again"
        )
        assert desk.rows(2) == rows
        assert "R tries again" in desk.status


@pytest.mark.parametrize(
    ("rule", "is_said"),
    [(QuoteRule.SAME_TURN, True), (QuoteRule.TRANSCRIPT, False), (QuoteRule.QUOTED_WORDS, False)],
)
async def test_only_what_goes_on_with_a_turn_is_said_to_be_the_same(
    open_desk: OpenDesk, rule: QuoteRule, is_said: bool
) -> None:
    first, *rest = harbour.analysis().quotes
    quote = replace(first, cue=(), rule=rule, speaker_name="Ada Holm", certainty=0.9)
    analysis = replace(harbour.analysis(), quotes=(quote, *rest))
    async with open_desk(text=harbour.TEXT, analysis=analysis) as desk:
        assert ("same turn" in desk.rows(2)[0]) is is_said
        assert "Ada Holm" in desk.rows(2)[0]
