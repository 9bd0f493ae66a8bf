"""The highlights of an article are written to a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desk.conftest import OpenDesk
from tests.desk.prompts import TEXT, answer_prompt
from tui.dialogs.prompt import PromptScreen
from tui.settings.config import Config


async def test_e_writes_the_highlights_to_a_file_named_after_the_title(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_desk(text=TEXT) as desk:
        await desk.press("e")
        assert "no highlights to export yet" in desk.status
        await desk.press("a", *"why", "escape", "e")
        prompt = desk.dialog
        assert isinstance(prompt, PromptScreen)
        assert prompt.box.value == "one-two-three-four-five-six.md"
        await desk.press("enter")
        await desk.until(lambda: "1 highlight written to" in desk.status)
        written = (tmp_path / "one-two-three-four-five-six.md").read_text(encoding="utf-8")
        source = "— *One two three. Four five six!*"
        assert f"> One two three.\n\n{source}, ¶ 1\n\n**Note:** why\n\nHighlighted" in written


async def test_e_proposes_the_folder_of_the_settings_and_names_where_it_goes(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "notes").mkdir()
    async with open_desk(text=TEXT, config=Config(exports="~/notes")) as desk:
        await desk.press("h", "e")
        assert isinstance(desk.dialog, PromptScreen)
        assert desk.dialog.box.value == "~/notes/one-two-three-four-five-six.md"
        await desk.press("enter")
        await desk.until(lambda: "written to ~/notes/one-two-three" in desk.status)
        assert (tmp_path / "notes" / "one-two-three-four-five-six.md").exists()
        # A folder is no name: the file goes into it, and what is there is asked about.
        await desk.press("e")
        await answer_prompt(desk, "~/notes")
        await desk.until(lambda: isinstance(desk.dialog, PromptScreen))
        assert desk.dialog.box.value == "~/notes/one-two-three-four-five-six.md"
        assert "is there already" in str(desk.dialog.query_one(".about").render())
        await desk.press("escape")
        await desk.press("\\", *"seven", "ctrl+e")
        written = tmp_path / "notes" / "seven.md"
        await desk.until(written.exists)


async def test_a_name_ending_in_json_writes_everything_a_highlight_has(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "e")
        await answer_prompt(desk, str(tmp_path / "marks.json"))
        await desk.until(lambda: "written to" in desk.status)
        told = json.loads((tmp_path / "marks.json").read_text(encoding="utf-8"))
        assert told["documents"][0]["marks"][0]["anchor"]["exact"] == "One two three."


async def test_a_file_that_is_there_is_only_replaced_when_asked_twice(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    there = tmp_path / "old.md"
    there.write_text("mine", encoding="utf-8")
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "e")
        await answer_prompt(desk, str(there))
        await desk.until(lambda: desk.dialog is not None)
        again = desk.dialog
        assert isinstance(again, PromptScreen)
        assert "is there already" in str(again.query_one(".about").render())
        await desk.press("escape")
        assert there.read_text(encoding="utf-8") == "mine"
        await desk.press("e")
        await answer_prompt(desk, str(there))
        await desk.until(lambda: desk.dialog is not None)
        await desk.press("enter")
        await desk.until(lambda: "written to" in desk.status)
        assert "One two three." in there.read_text(encoding="utf-8")


async def test_a_file_that_cannot_be_written_says_why(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "e")
        await answer_prompt(desk, str(tmp_path / "no" / "such" / "folder.md"))
        await desk.until(lambda: "cannot be written" in desk.status)
