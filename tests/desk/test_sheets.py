"""The sheets to write on: what is typed is drafted in time and handed over exactly once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.desk.conftest import Desk, OpenDesk
from tui.dialogs.answer import AnswerScreen
from tui.dialogs.edit import EditForm, EditScreen
from tui.dialogs.note import NoteScreen
from tui.dialogs.sheet import SheetScreen
from tui.dialogs.tag_line import TagsScreen
from tui.outside.editor import Edited

TEXT = "One two three. Four five six!\n\nSeven eight nine."


@dataclass
class Heard:
    """What a sheet has said."""

    drafts: list[Any] = field(default_factory=list)
    """The drafts, the latest last."""
    closings: list[tuple[Any, ...]] = field(default_factory=list)
    """What was handed over each time it was."""

    def close(self, *handed_over: object) -> None:
        """Remember that a sheet was closed."""
        self.closings.append(handed_over)


def note(heard: Heard, _: Desk) -> SheetScreen[Any]:
    return NoteScreen(
        passage="One two three.",
        saved="old",
        draft=None,
        on_draft=heard.drafts.append,
        on_close=heard.close,
        edit_outside=lambda text: Edited(text, ""),
    )


def tags(heard: Heard, _: Desk) -> SheetScreen[Any]:
    return TagsScreen(
        passage="One two three.",
        saved=("old",),
        typed=None,
        read_tags=tuple,
        on_close=heard.close,
        on_draft=heard.drafts.append,
    )


def edit(heard: Heard, _: Desk) -> SheetScreen[Any]:
    form = EditForm("Name", (("name", "old"),), lambda _: {})
    return EditScreen(form, "One two three.", form.before, heard.drafts.append, heard.close)


def answer(heard: Heard, desk: Desk) -> SheetScreen[Any]:
    assert desk.state.database is not None
    return AnswerScreen(
        question="Who?",
        answer="old",
        link="",
        typed=None,
        database=desk.state.database,
        on_draft=lambda *words: heard.drafts.append(words),
        on_close=heard.close,
    )


SHEETS = (note, tags, edit, answer)
every_sheet = pytest.mark.parametrize("sheet", SHEETS)
Sheet = Callable[[Heard, Desk], SheetScreen[Any]]


async def opened(desk: Desk, sheet: Sheet) -> Heard:
    """Open a sheet that holds the word "old"."""
    heard = Heard()
    await desk.app.push_screen(sheet(heard, desk))
    await desk.pilot.pause()
    return heard


@every_sheet
async def test_a_draft_is_written_while_one_types_without_a_pause(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, sheet: Sheet
) -> None:
    monkeypatch.setattr("tui.dialogs.drafting.DRAFT_WITHIN", 0.3)
    async with open_desk(text=TEXT) as desk:
        heard = await opened(desk, sheet)
        for _ in range(100):
            # Never as long as the draft may take.
            await desk.pilot.press("x")
            await desk.pilot.pause(0.02)
            if heard.drafts:
                break
        assert heard.drafts
        assert "x" in str(heard.drafts[-1])
        assert heard.closings == []


@every_sheet
async def test_words_that_are_saved_already_are_no_draft(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, sheet: Sheet
) -> None:
    monkeypatch.setattr("tui.dialogs.drafting.DRAFT_WITHIN", 0.05)
    async with open_desk(text=TEXT) as desk:
        heard = await opened(desk, sheet)
        await desk.press("x", "backspace")
        before = len(heard.drafts)
        await desk.pilot.pause(0.2)
        assert len(heard.drafts) == before


HANDED_OVER: dict[Sheet, dict[str, tuple[Any, ...]]] = {
    note: {"saves": ("oldx", None), "discards": ("old", "oldx"), "same": ("old", None)},
    tags: {"saves": ("old x", None), "discards": (None, "old x"), "same": (None, None)},
    edit: {
        "saves": (("oldx",), False),
        "discards": (("oldx",), True),
        "same": (("old",), False),
    },
    answer: {
        "saves": (("oldx", "", False, None),),
        "discards": (("old", "", False, ("oldx", "")),),
        "same": (("old", "", False, None),),
    },
}


@every_sheet
@pytest.mark.parametrize(("key", "what"), [("escape", "saves"), ("ctrl+x", "discards")])
async def test_words_are_handed_over_once_and_the_rest_of_the_keys_is_for_the_desk(
    open_desk: OpenDesk, sheet: Sheet, key: str, what: str
) -> None:
    async with open_desk(text=TEXT) as desk:
        heard = await opened(desk, sheet)
        await desk.press("x", key, "}")
        assert heard.closings == [HANDED_OVER[sheet][what]]
        assert desk.under_cursor.startswith("Seven")
        heard = await opened(desk, sheet)
        await desk.press(key)
        assert heard.closings == [HANDED_OVER[sheet]["same"]]


@every_sheet
async def test_words_are_handed_over_when_the_program_ends(
    open_desk: OpenDesk, sheet: Sheet
) -> None:
    async with open_desk(text=TEXT) as desk:
        heard = await opened(desk, sheet)
        await desk.press("x")
        assert heard.closings == []
    assert heard.closings == [HANDED_OVER[sheet]["saves"]]
    assert heard.drafts == [], "the program waits for no draft"


@every_sheet
async def test_ctrl_z_undoes_typing_and_ctrl_c_never_quits(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, sheet: Sheet
) -> None:
    async with open_desk(text=TEXT) as desk:
        suspended: list[bool] = []
        monkeypatch.setattr(desk.app, "action_suspend_process", lambda: suspended.append(True))
        heard = await opened(desk, sheet)
        await desk.press(*"xyz", "ctrl+z", "ctrl+z")
        await desk.press("ctrl+c", "ctrl+c", "ctrl+c")
        assert desk.app.is_running
        assert isinstance(desk.dialog, SheetScreen)
        await desk.press("escape")
        assert heard.closings == [HANDED_OVER[sheet]["same"]]
        assert not suspended
