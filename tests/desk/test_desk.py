"""The frame of the desk: layouts, states, help, palette, leaving."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.desk.conftest import OpenDesk
from tui.analysis.results import Analysis
from tui.desk.arriving import FIRST_KEYS
from tui.dialogs.article_forgetting import Forgetting
from tui.dialogs.help import HelpScreen, help_rows
from tui.dialogs.ledger_list import LedgerScreen
from tui.dialogs.library_list import LibraryScreen
from tui.dialogs.marks_editing import EditingMarks
from tui.dialogs.palette import PaletteScreen, matching_commands
from tui.dialogs.passage_answers import PassageAnswers
from tui.dialogs.question_decisions import Deciding
from tui.keys.commands import COMMANDS, Group, Mode
from tui.keys.other_words import OTHER_WORDS, TYPED
from tui.settings.config import Config
from tui.widgets.chrome import Bar
from tui.widgets.hints import hinted
from tui.widgets.rooms import width_of

SHORT_TEXT = "One two three. Four five six!"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_first_screen_shows_the_keys_one_needs(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size) as desk:
        for hint in ("h highlight", "a note", "/ find", "Tab panels", "? help", "q quit"):
            assert hint in desk.status


async def test_the_title_bar_says_what_and_how_long(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        left = "".join(text for text, _ in desk.screen.title_bar.left)
        right = "".join(text for text, _ in desk.screen.title_bar.right)
        assert "closeread" in left
        assert "The differences between Russia" in left
        assert "13 Jan 2022 · Brussels · 569 words · 2 min" in right


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_a_large_window_shows_all_four_panels(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size) as desk:
        assert all(panel.size.height >= 3 for panel in desk.panels)


async def test_a_low_window_opens_one_panel_and_names_the_others(open_desk: OpenDesk) -> None:
    async with open_desk((120, 30)) as desk:
        await desk.press("2")
        heights = [panel.outer_size.height for panel in desk.panels]
        assert heights[0] == heights[2] == heights[3] == 1
        assert heights[1] > 15
        assert "speakers" in str(desk.panels[1].border_subtitle)
        assert "1 Entities" in str(desk.panels[0].border_title)


async def test_a_small_window_opens_a_sheet_and_keeps_the_evidence_in_view(
    open_desk: OpenDesk,
) -> None:
    async with open_desk((80, 24)) as desk:
        assert desk.screen.query_one("#side").display is False
        await desk.press("2", "j", "j", "j", "j", "j")
        assert desk.screen.query_one("#side").outer_size.height == 10
        row = desk.panels[1].current
        assert row is not None
        assert row.span is not None
        lines = desk.screen.view.lines.spans_by_row(row.span)
        assert set(lines) <= set(desk.screen.view.visible_rows)
        await desk.press("escape")
        assert desk.screen.query_one("#side").display is False


async def test_a_small_window_names_the_panels_with_their_counts(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24)) as desk:
        tabs = "".join(text for text, _ in desk.screen.tabs.left)
        counts = [len(desk.state.analysis.entities), len(desk.state.analysis.quotes)]  # type: ignore[union-attr]
        assert f"1 entities {counts[0]}" in tabs
        assert f"2 quotes {counts[1]}" in tabs
        await desk.pilot.click(desk.screen.tabs, offset=(tabs.index("2 quotes"), 0))
        assert desk.parts.column.focused is desk.panels[1]


async def test_resizing_with_a_panel_open_loses_nothing(open_desk: OpenDesk) -> None:
    async with open_desk((120, 40)) as desk:
        await desk.press("3")
        for size in ((80, 24), (40, 10), (120, 30), (200, 60), (120, 40)):
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
        assert desk.parts.column.focused is desk.panels[2]
        await desk.press("escape")
        assert desk.screen.focused is desk.screen.view


async def test_a_quiet_text_says_so_in_words(open_desk: OpenDesk) -> None:
    async with open_desk(text=SHORT_TEXT) as desk:
        states = [panel.state_text for panel in desk.panels]
        assert states == [
            "Nobody and nothing is named in this text.",
            "No one is quoted in this text.",
            "Nothing is left open.",
            "No highlights yet: h highlights the sentence.",
        ]


async def test_another_language_is_named_as_the_reason(open_desk: OpenDesk) -> None:
    async with open_desk(text=SHORT_TEXT, analysis=Analysis("other")) as desk:
        assert "closeread analyses English" in desk.panels[0].state_text


async def test_help_lists_the_keys_of_the_place(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("?")
        assert isinstance(desk.dialog, HelpScreen)
        await desk.press("G", "g", "j", "k", "escape")
        assert desk.dialog is None
        await desk.press("1", "f1")
        assert "in a panel" in str(desk.app.screen.query_one(".dialog").border_title)
        await desk.press("q")
        assert desk.dialog is None


@pytest.mark.parametrize(
    ("mode", "first"),
    [
        (Mode.TEXT, ["mark.make", "mark.note", "find.open"]),
        (Mode.PANEL, ["row.go", "row.why", "row.hide", "row.edit", "row.speaker", "row.merge"]),
        (Mode.PANEL, ["panel.filter", "panel.sort", "row.hidden"]),
        (Mode.SELECT, ["mark.make", "select.swap", "word.end", "mark.yellow"]),
        (Mode.LEDGER, ["question.answer", "question.drop", "question.reopen"]),
        (Mode.LIBRARY, ["articles.sort", "articles.forget"]),
    ],
)
def test_help_begins_with_what_is_special_to_the_place(mode: Mode, first: list[str]) -> None:
    keys = [row.key for row in help_rows(mode)]
    before_the_rest = keys[: keys.index(f"before {_second_heading(keys)}")]
    assert set(first) <= set(before_the_rest)
    # each command stands in one place only
    ids = [key for key in keys if key in {command.id for command in COMMANDS}]
    assert len(ids) == len(set(ids))


def _second_heading(keys: list[str]) -> str:
    return next(key.removeprefix("before ") for key in keys if key.startswith("before "))


async def test_help_is_filtered_and_what_is_found_can_be_run(open_desk: OpenDesk) -> None:
    async with open_desk(text=SHORT_TEXT) as desk:
        await desk.press("?", "/")
        help_screen = desk.dialog
        assert isinstance(help_screen, HelpScreen)
        await desk.type("remark")
        ids = [row.key for row in help_screen.rows.rows if row.key in desk.state.keymap.by_id]
        assert ids == ["mark.note"]
        # the first Enter leaves the line, the second runs the row
        await desk.press("enter", "enter")
        note = desk.app.screen
        assert str(note.query_one(".dialog").border_title).startswith("Note")


async def test_escape_takes_the_filter_of_help_off_first(open_desk: OpenDesk) -> None:
    async with open_desk(text=SHORT_TEXT) as desk:
        await desk.press("1", "?", "/")
        help_screen = desk.dialog
        assert isinstance(help_screen, HelpScreen)
        every = len(help_screen.rows.rows)
        await desk.type("zzz")
        assert help_screen.rows.state_text == "No key here is for “zzz”."
        await desk.press("escape")
        assert len(help_screen.rows.rows) == every
        await desk.press("/", "s", "p", "e", "a", "k", "enter", "escape")
        assert help_screen.is_attached
        assert len(help_screen.rows.rows) == every
        await desk.press("escape")
        assert not help_screen.is_attached


def test_help_holds_every_command_that_has_keys() -> None:
    listed = {row.key for mode in Mode for row in help_rows(mode)}
    assert {command.id for command in COMMANDS if command.keys} <= listed


async def test_the_palette_runs_what_is_chosen(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press(":")
        assert isinstance(desk.app.screen, PaletteScreen)
        await desk.type("text only")
        await desk.press("enter")
        assert desk.screen.query_one("#side").display is False
        await desk.press("z")
        assert desk.screen.query_one("#side").display is True


def test_the_palette_finds_a_command_by_any_of_its_words() -> None:
    assert matching_commands("quest unre")[0].id == "question.next"
    # What works only in a list that lies over the desk cannot be run from here.
    runnable = {command.id for command in COMMANDS if command.group is not Group.LISTS}
    assert {command.id for command in matching_commands("")} == runnable


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("q", "desk.quit"), (":q", "desk.quit"), ("q!", "desk.quit"), ("wq", "desk.quit"),
        ("w", "desk.saved"), ("h", "desk.help"), ("e", "article.open"), ("noh", "layer.close"),
        ("delete", "mark.delete"), ("remove", "mark.delete"), ("rename", "row.edit"),
        ("quit", "desk.quit"), ("exit", "desk.quit"), ("orphan", "orphan.put"),
        ("url", "article.open"), ("url", "source.open"), ("url", "link.outside"),
        ("export", "marks.export"), ("save", "desk.saved"), ("save", "marks.export"),
        ("search", "finder.article"), ("search", "find.open"), ("theme", "desk.theme"),
        ("dark", "desk.theme"), ("bookmark", "place.set"), ("comment", "mark.note"),
        ("yank", "passage.copy"), ("toc", "contents.open"), ("reload", "analysis.retry"),
        ("diff", "revision.compare"), ("forget", "library.open"), ("mark", "mark.make"),
        ("add quote", "quote.add"), ("missing", "name.add"), ("alias", "name.add"),
        ("split", "row.split"), ("not this", "name.off"), ("wrong", "name.off"),
        ("clipboard", "passage.copy"), ("shortcuts", "desk.help"), ("history", "library.open"),
    ],
)  # fmt: skip
def test_the_palette_knows_what_readers_call_things(typed: str, found: str) -> None:
    ids = [command.id for command in matching_commands(typed, mode=Mode.TEXT)]
    assert found in ids[:8]
    if typed.lstrip(":") in TYPED:
        assert ids[0] == TYPED[typed.lstrip(":")]


def test_other_words_are_words_of_commands_there_are() -> None:
    ids = {command.id for command in COMMANDS}
    assert set(OTHER_WORDS) <= ids
    assert set(TYPED.values()) <= ids


async def test_a_line_of_vim_does_what_it_does_there(open_desk: OpenDesk) -> None:
    async with open_desk(text=SHORT_TEXT) as desk:
        await desk.press("h", ":", "w", "enter")
        await desk.until(lambda: "saved" in desk.status)
        await desk.saved()
        await desk.press(":", "w", "enter")
        assert "everything is saved" in desk.status
        await desk.press(":", "h", "enter")
        assert isinstance(desk.dialog, HelpScreen)
        await desk.press("escape", ":", "w", "q", "enter")
        await desk.until(lambda: not desk.app.is_running)


async def test_every_command_does_something(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        for command in COMMANDS:
            if command.group is Group.LISTS:
                name = f"command_{command.id.replace('.', '_')}"
                lists = (
                    LedgerScreen, LibraryScreen, Deciding, Forgetting, EditingMarks, PassageAnswers,
                )  # fmt: skip
                assert any(callable(getattr(each, name, None)) for each in lists), command.id
            else:
                assert desk.parts.of(command).has(command), command.id


async def test_q_peels_one_layer_after_the_other_and_then_quits(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("v", "q")
        assert desk.screen.view.selection is None
        await desk.press("2", "q")
        assert desk.screen.focused is desk.screen.view
        await desk.press("z", "q")
        assert desk.screen.query_one("#side").display is True
        await desk.press("q")
        assert desk.app.return_code == 0
        assert not desk.app.is_running or desk.app._exit


async def test_escape_never_quits(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("escape", "escape", "escape")
        assert desk.app.return_code is None


async def test_ctrl_c_asks_once_more(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("ctrl+c")
        assert "ctrl+c again quits" in desk.status
        assert desk.app.return_code is None
        await desk.press("ctrl+c")
        assert desk.app.return_code == 0


async def test_the_first_run_greets_and_escape_hides_it(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        welcome = desk.screen.query_one("#welcome")
        await desk.until(lambda: welcome.display)
        await desk.press("j")
        assert welcome.display
        await desk.press("escape")
        assert not welcome.display
    async with open_desk() as desk:
        assert not desk.screen.query_one("#welcome").display


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (80, 24), (60, 20)])
async def test_the_greeting_repeats_no_key_of_the_row_below_and_says_how_to_open_a_file(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size) as desk:
        welcome = desk.screen.query_one("#welcome", Bar)
        await desk.until(lambda: welcome.display)
        keys = [text.strip() for text, style in welcome.left if style == "key"]
        below = [text.strip() for text, style in desk.screen.status.left if style == "key"]
        assert not set(keys) & set(below)
        assert "closeread FILE" in keys
        assert len(keys) > 2
        assert width_of((*welcome.left, *welcome.right)) <= size[0]
    assert not set(FIRST_KEYS) & set(hinted(Mode.TEXT))


async def test_ctrl_l_draws_the_same_screen(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("ctrl+l")
        assert desk.screen.view.size.height > 30


async def test_a_window_too_small_says_what_it_needs(open_desk: OpenDesk) -> None:
    async with open_desk((30, 8)) as desk:
        cover = desk.screen.query_one("#too-small", Static)
        assert cover.display
        assert "needs 40x10, this window has 30x8" in str(cover.content)
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert not cover.display


async def test_mistakes_in_the_configuration_are_told(open_desk: OpenDesk) -> None:
    async with open_desk(text=SHORT_TEXT, config=Config(theme="nosuch")) as desk:
        assert "there is no theme “nosuch”" in desk.status


async def test_a_library_that_cannot_be_opened_says_why_and_is_tried_again(
    open_desk: OpenDesk, home: Path
) -> None:
    home.mkdir(parents=True)
    (home / "library.db").mkdir()
    async with open_desk(text=SHORT_TEXT, waits=False) as desk:
        await desk.until(lambda: desk.state.library_trouble)
        await desk.press("h")
        assert "library" in desk.status
        (home / "library.db").rmdir()
        await desk.until(lambda: desk.state.library_trouble)
        await desk.press("h")
        await desk.until(lambda: desk.state.session)
        await desk.press("h")
        assert desk.marked == ["One two three."]


async def test_ctrl_z_where_nothing_can_be_suspended_leaves_the_desk_as_it_is(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        before = desk.cursor
        await desk.press("ctrl+z")
        assert desk.app.return_code is None
        assert desk.cursor == before
        await desk.press("j")
        assert desk.cursor != before


@pytest.mark.parametrize("keys", ["?", "a", "t", "\\", ":", "T", "i"])
async def test_the_status_row_names_no_keys_while_a_dialog_has_them(
    open_desk: OpenDesk, keys: str
) -> None:
    async with open_desk() as desk:
        if keys == "i":
            await desk.press("1")
        await desk.press(keys)
        assert desk.dialog is not None
        drawn = "".join(text for text, _ in desk.screen.status.left)
        assert "highlight" not in drawn
        assert "quit" not in drawn
        await desk.press("escape", "j")
        assert "h highlight" in desk.status


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("light", "desk.theme"), ("font", "measure.wider"), ("settings", "desk.theme"),
        ("print", "marks.export"), ("delete", "mark.delete"),
    ],
)  # fmt: skip
def test_what_is_called_so_comes_before_what_has_the_letters_within(words: str, first: str) -> None:
    assert matching_commands(words, mode=Mode.TEXT)[0].id == first
