"""What leaves the desk: by the clipboard, by shell commands, and the source in another program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.prompts import TEXT, answer_prompt
from tui.dialogs.command_output import MOST_ROWS, OutputScreen
from tui.dialogs.prompt import PromptScreen
from tui.settings.config import Config

SOURCE_LINE = "— “One two three. Four five six!”, /nowhere/article.txt"


def clipboard_of(desk: Desk) -> str:
    """What was sent to the terminal's clipboard last."""
    return desk.app.clipboard


# -- copying --------------------------------------------------------------------------


async def test_y_copies_the_selection_with_its_source_and_ends_the_selection(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("v", "e", "y")
        assert clipboard_of(desk) == f"“One”\n{SOURCE_LINE}"
        assert "sent to the terminal's clipboard" in desk.status
        assert desk.screen.view.selection is None


async def test_y_copies_the_highlight_under_the_cursor_else_the_sentence(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("y")
        assert clipboard_of(desk).startswith("“One two three.”\n")
        assert "sentence" in desk.status
        await desk.press("v", "e", "h", "y")
        assert clipboard_of(desk).startswith("“One”\n")
        assert "highlight" in desk.status


async def test_y_copies_the_whole_quote_under_the_cursor_with_its_speaker(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to("piers")
        await desk.press("y")
        words, line = clipboard_of(desk).split("\n")
        assert words == "“We cannot wait any longer, … The piers are moving.”"
        assert line.startswith("— Ada Obi, “")
        assert "Port Ellis" in line
        assert line.endswith("/nowhere/article.txt")
        await desk.press("Y")
        assert clipboard_of(desk).startswith("> We cannot wait any longer, … The piers")
        assert "— Ada Obi, *" in clipboard_of(desk)


async def test_y_copies_in_the_form_of_the_settings(open_desk: OpenDesk) -> None:
    config = Config(citation="markdown")
    async with open_desk(text=TEXT, config=config) as desk:
        await desk.press("y")
        assert clipboard_of(desk).startswith("> One two three.\n\n— *One two three")
        assert "as Markdown" in desk.status
        await desk.press("g", "H", "ctrl+t")
        await desk.type("seven")
        await desk.press("ctrl+y")
        assert clipboard_of(desk).startswith("> Seven eight nine.")


async def test_y_copies_the_row(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("2", "j", "y")
        words, line = clipboard_of(desk).split("\n")
        assert words == "“the ferry company had asked for more money than the council has”"
        assert line.startswith("— A person close to the talks, ")
        await desk.press("3", "g", "g", "y")
        assert clipboard_of(desk).splitlines()[:2] == [
            "Who will pay for the work?",
            "“it would not say who is to pay for the work”",
        ]
        await desk.press("1", "g", "g", "y")
        assert clipboard_of(desk).startswith("“Ada Obi”\n")
        await desk.press("G", "y")
        assert "no words to copy" in desk.status


async def test_a_row_of_a_deleted_highlight_can_still_be_copied(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "x", "4", "X")
        await desk.until(lambda: desk.rows(4))
        await desk.press("y")
        assert clipboard_of(desk) == f"“One two three.”\n{SOURCE_LINE}"


async def test_a_text_too_long_for_the_terminals_clipboard_is_not_sent(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text="word " * 16_000) as desk:
        await desk.press("v", "G", "y")
        assert clipboard_of(desk) == ""
        assert "more than terminals take" in desk.status
        assert "clipboard" in desk.status


async def test_a_clipboard_command_gets_the_text(open_desk: OpenDesk, tmp_path: Path) -> None:
    board = tmp_path / "board"
    config = Config(clipboard=f"cat > {board}")
    async with open_desk(text=TEXT, config=config) as desk:
        await desk.press("y")
        await desk.until(lambda: "copied with cat" in desk.status)
        assert board.read_text(encoding="utf-8") == f"“One two three.”\n{SOURCE_LINE}"
        assert clipboard_of(desk) == ""


async def test_a_clipboard_command_that_fails_says_so_in_a_sentence(open_desk: OpenDesk) -> None:
    config = Config(clipboard="sh -c 'echo no display >&2; exit 4'")
    async with open_desk(text=TEXT, config=config) as desk:
        await desk.press("y")
        await desk.until(lambda: "not copied" in desk.status)
        assert "not copied: sh ended with exit code 4: no display" in desk.status


# -- piping ---------------------------------------------------------------------------


async def test_the_selection_is_piped_and_the_first_line_and_exit_code_are_told(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("V", "|")
        assert isinstance(desk.dialog, PromptScreen)
        await answer_prompt(desk, "wc -w; exit 3")
        await desk.until(lambda: "exit code 3: 3" in desk.status)
        assert desk.screen.view.selection is None
        assert desk.dialog is None


async def test_without_a_selection_all_highlights_are_piped_a_line_each(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("|")
        assert "nothing to pipe" in desk.status
        await desk.press("h", "}", "a", *"why", "escape", "|")
        await answer_prompt(desk, "cat -n")
        await desk.until(lambda: "exit code 0 (3 lines, g o shows them)" in desk.status)
        await desk.press("g", "o")
        assert isinstance(desk.dialog, OutputScreen)
        shown = desk.dialog
        await desk.until(lambda: shown.rows.rows)
        lines = ["".join(text for text, _ in row.lines[0].left) for row in shown.rows.rows]
        assert [line.split(maxsplit=1)[1] for line in lines] == [
            "One two three.",
            "Seven eight nine.",
            "why",
        ]
        await desk.press("j", "escape")
        assert desk.dialog is None


async def test_commands_typed_before_come_back_with_the_arrows(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h")
        for command in ("true", "echo second"):
            await desk.press("|")
            await answer_prompt(desk, command)
            await desk.until(lambda: not desk.parts.piping.is_running)
        await desk.press("|", *"new")
        prompt = desk.dialog
        assert isinstance(prompt, PromptScreen)
        seen = []
        for key in ("up", "up", "up", "down", "down", "down"):
            await desk.press(key)
            seen.append(prompt.box.value)
        assert seen == ["echo second", "true", "true", "echo second", "new", "new"]
        await desk.press("escape")
        assert not desk.parts.piping.is_running


async def test_the_desk_goes_on_while_a_command_runs_and_ctrl_c_stops_it(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "|")
        await answer_prompt(desk, "sleep 600")
        assert desk.parts.piping.is_running
        await desk.press("}")
        assert desk.under_cursor.startswith("Seven")
        await desk.press("|")
        assert "a command is running" in desk.status
        await desk.press("ctrl+c")
        await desk.until(lambda: "was stopped" in desk.status)
        assert not desk.parts.piping.is_running
        assert desk.app.return_code is None


async def test_a_command_that_was_stopped_does_not_stop_what_is_copied_next(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    board = tmp_path / "board"
    async with open_desk(text=TEXT, config=Config(clipboard=f"cat > {board}")) as desk:
        await desk.press("h", "|")
        await answer_prompt(desk, "sleep 600")
        await desk.press("ctrl+c")
        await desk.until(lambda: "was stopped" in desk.status)
        await desk.press("y")
        await desk.until(lambda: "copied with cat" in desk.status)
        assert board.read_text(encoding="utf-8").startswith("“One two three.”")


async def test_quitting_stops_a_command(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "|")
        await answer_prompt(desk, "sleep 600")
        await desk.press("q")

        # Leaving the block waits for the command's thread.


async def test_what_a_command_prints_cannot_command_the_terminal(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "|")
        await answer_prompt(desk, r"printf '\033]0;owned\007 [b]x'")
        await desk.until(lambda: "exit code 0" in desk.status)
        assert "␛]0;owned␇ [b]x" in desk.status


# -- the source -----------------------------------------------------------------------


def give_opener(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put an opener before all others and say that there is a desktop here."""
    for name in ("xdg-open", "open"):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)


async def test_o_opens_the_source_with_the_systems_program(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a text.txt"
    source.write_text(TEXT, encoding="utf-8")
    give_opener(tmp_path, monkeypatch, f'echo "$1" > {tmp_path}/opened')
    async with open_desk(text=TEXT, source=str(source)) as desk:
        await desk.press("o")
        await desk.until(lambda: "opened with" in desk.status)
        assert (tmp_path / "opened").read_text(encoding="utf-8").strip() == str(source)


@pytest.mark.parametrize(
    ("script", "variable", "said"),
    [
        ("exit 3", "", "could not open it (exit code 3)"),
        ("exit 0", "SSH_CONNECTION", "over ssh nothing can be opened on your screen"),
    ],
)
async def test_where_the_source_cannot_be_opened_its_path_is_told(
    open_desk: OpenDesk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    variable: str,
    said: str,
) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    give_opener(tmp_path, monkeypatch, script)
    if variable:
        monkeypatch.setenv(variable, "somewhere")
    async with open_desk((240, 40), text=TEXT, source=str(source)) as desk:
        await desk.press("o")
        await desk.until(lambda: said in desk.status)
        assert str(source) in desk.status


@pytest.mark.parametrize(
    ("source", "said"),
    [("/nowhere/article.txt", "the file is gone"), ("stdin:0123", "came through a pipe")],
)
async def test_a_source_that_is_no_file_says_so(
    open_desk: OpenDesk, source: str, said: str
) -> None:
    async with open_desk(text=TEXT, source=source) as desk:
        await desk.press("o")
        await desk.until(lambda: said in desk.status)


async def test_while_selecting_o_and_e_move(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("w", "v", "e", "e", "o", "e")
        assert desk.dialog is None
        assert desk.words(desk.screen.view.selection) == "o three"


async def test_long_lines_are_shown_whole_and_a_flood_is_cut(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        await desk.press("h", "|")
        await answer_prompt(desk, "printf '%0200d\\n' 7; yes | head -n 5000")
        await desk.until(lambda: "5001 lines" in desk.status)
        await desk.press("g", "o")
        shown = desk.dialog
        assert isinstance(shown, OutputScreen)
        await desk.until(lambda: shown.rows.rows)
        lines = ["".join(text for text, _ in row.lines[0].left) for row in shown.rows.rows]
        assert "".join(lines[: lines.index("y")]) == "7".zfill(200)
        assert len(lines) == MOST_ROWS + 1
        assert "the rest is not listed" in lines[-1]
