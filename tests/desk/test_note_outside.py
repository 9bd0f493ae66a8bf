"""`E`, and `ctrl+g` in the note: where no other program can have the note, it says why."""

from __future__ import annotations

import pytest

from tests.desk.conftest import Desk, OpenDesk
from tui.dialogs.note import NoteScreen

TEXT = "One two three. Four five six!\n\nSeven eight nine."


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hazard: the editor of whoever runs the tests opens."""
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("tui.outside.editor.shutil.which", lambda _: None)


def title(desk: Desk) -> str:
    """What stands above the note."""
    return str(desk.app.screen.query_one(".dialog").border_title)


async def test_without_an_editor_the_note_opens_here_and_says_why(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("E")
        await desk.until(lambda: "no editor is set or found" in title(desk))
        assert "$EDITOR" in title(desk)
        await desk.type("still here")
        await desk.press("escape")
        assert desk.marked == ["One two three."]
        assert desk.state.marks[0].highlight.note == "still here"


async def test_a_terminal_that_cannot_be_handed_over_is_told(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with open_desk(text=TEXT) as desk:
        await desk.press("a", *"typed", "ctrl+g")
        await desk.until(lambda: "cannot be handed to another program" in title(desk))
        note = desk.dialog
        assert isinstance(note, NoteScreen)
        assert note.editor.text == "typed"


async def test_private_reading_gives_no_file_to_an_editor(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with open_desk(text=TEXT, private=True) as desk:
        await desk.press("E")
        await desk.until(lambda: "private reading writes no file" in title(desk))


async def test_e_in_the_panel_of_highlights_opens_the_note_of_the_row(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "}", "h", "4", "j", "E")
        await desk.until(lambda: "no editor is set or found" in title(desk))
        await desk.type("second")
        await desk.press("escape")
        assert [m.highlight.note for m in desk.state.marks] == ["", "second"]


async def test_the_note_editor_shows_its_keys(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=TEXT) as desk:
        await desk.press("a")
        hints = str(desk.app.screen.query_one(".dialog").border_subtitle)
        assert len(hints) < 76
        for key in ("Esc", "ctrl+g", "ctrl+x"):
            assert key in hints
