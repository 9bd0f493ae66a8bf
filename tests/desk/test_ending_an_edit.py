"""One rule ends every edit: what is typed is saved by every way out but `ctrl+x`.

What belongs to the library is saved by `ctrl+s`, by Enter where there is one line, and by Esc
too, which says so; `ctrl+x` discards it, and undo has it back. What runs something runs on Enter
and is dropped by Esc. The foot names these keys, and nothing else does meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tui.desk.screen import ReaderScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.dialogs.picker import PickerScreen
from tui.ledger import QuestionState
from tui.outside.editor import Edited
from tui.widgets.find_row import FindRow

Value = Callable[[Desk], str]
"""What the library holds of an edit; empty for nothing."""


def note(desk: Desk) -> str:
    return next((mark.highlight.note for mark in desk.state.marks), "")


def tags(desk: Desk) -> str:
    return next((" ".join(mark.highlight.tags) for mark in desk.state.marks), "")


def correction(kind: str) -> Value:
    def value(desk: Desk) -> str:
        made = (placed.correction for placed in desk.state.corrections)
        return next((str(each.value) for each in made if each.kind.value == kind), "")

    return value


def answer(desk: Desk) -> str:
    rows = desk.parts.ledger_link.rows.values()
    return next((row.resolution.answer for row in rows if row.resolution.answer), "")


@dataclass(frozen=True)
class Editor:
    """An editor of something that belongs to the library."""

    name: str
    """What is typed there."""
    opens: tuple[str, ...]
    """The keys that open it from the text."""
    value: Value
    """What the library holds of it."""
    has_one_line: bool = True
    """Whether Enter saves."""
    takes_back: str = "u"
    """The key that takes a discarding back."""
    saved: str = "xyz"
    """What is saved when `xyz` is typed."""


EDITORS = (
    Editor("note", ("a",), note, has_one_line=False),
    Editor("tags", ("t",), tags),
    Editor("answer", ("g", "u", "r"), answer, has_one_line=False),
    Editor("question", ("Q",), correction("question")),
    Editor("answer in the panel", ("3", "r"), correction("answer")),
    Editor("wording", ("3", "r", "shift+tab"), correction("wording"),
           saved="Who will pay for the work?xyz"),
    Editor("name", ("1", "r"), correction("rename"), saved="Ada Obixyz"),
    Editor("speaker", ("2", "s"), correction("speaker")),
    Editor("quote by", ("V", "s"), correction("quote")),
    Editor("another name", ("1", "P", "enter"), correction("name"), saved="PERSON xyz"),
)  # fmt: skip
every_editor = pytest.mark.parametrize("editor", EDITORS, ids=lambda editor: editor.name)


@pytest.fixture
def open_harbour(open_desk: OpenDesk, tmp_path: Path) -> OpenDesk:
    @asynccontextmanager
    async def opened(size: tuple[int, int] = (120, 40)) -> AsyncIterator[Desk]:
        path = tmp_path / "harbour.txt"
        path.write_text(harbour.TEXT, encoding="utf-8")
        found = harbour.analysis()
        async with open_desk(size, text=harbour.TEXT, analysis=found, source=str(path)) as desk:
            await desk.until(lambda: desk.parts.ledger_link.rows)
            yield desk

    return opened


def is_open(desk: Desk) -> bool:
    return not isinstance(desk.app.screen, ReaderScreen | LedgerScreen)


async def open_editor(desk: Desk, editor: Editor) -> None:
    for key in editor.opens:
        await desk.press(key)
    await desk.until(lambda: is_open(desk))


def said(desk: Desk) -> str:
    """What was said where the editor was opened."""
    below = desk.app.screen
    if isinstance(below, LedgerScreen):
        return "".join(text for text, _ in below.head.left)
    return desk.status


def foot(desk: Desk) -> str:
    """What stands at the foot of the editor."""
    top = desk.app.screen
    if isinstance(top, PickerScreen):
        return "".join(text for text, _ in top.foot.left)
    return str(top.query_one(".dialog").border_subtitle)


@every_editor
@pytest.mark.parametrize("key", ["escape", "ctrl+s", "enter"])
async def test_every_way_out_saves_and_says_so(
    open_harbour: OpenDesk, editor: Editor, key: str
) -> None:
    if key == "enter" and not editor.has_one_line:
        pytest.skip("Enter begins a line")
    async with open_harbour() as desk:
        await open_editor(desk, editor)
        await desk.type("xyz")
        await desk.press(key)
        await desk.until(lambda: not is_open(desk))
        assert "saved" in said(desk)
        await desk.until(lambda: editor.value(desk) == editor.saved)


@every_editor
async def test_ctrl_x_discards_and_undo_has_it_back(open_harbour: OpenDesk, editor: Editor) -> None:
    async with open_harbour() as desk:
        session = desk.state.session
        assert session is not None
        await open_editor(desk, editor)
        await desk.type("xyz")
        await desk.press("ctrl+x")
        await desk.until(lambda: not is_open(desk))
        assert f"{editor.takes_back}" in said(desk)
        assert editor.value(desk) == ""
        assert desk.marked == []
        assert not session.can_undo
        await desk.press(editor.takes_back)
        await desk.until(lambda: is_open(desk))
        await desk.press("escape")
        await desk.until(lambda: editor.value(desk) == editor.saved)


@every_editor
@pytest.mark.parametrize("key", ["escape", "ctrl+x"])
async def test_an_editor_left_as_it_was_makes_nothing(
    open_harbour: OpenDesk, editor: Editor, key: str
) -> None:
    async with open_harbour() as desk:
        session = desk.state.session
        assert session is not None
        await open_editor(desk, editor)
        await desk.press("x", "backspace", key)
        await desk.until(lambda: not is_open(desk))
        assert desk.marked == []
        assert not desk.state.corrections
        assert not session.can_undo
        assert not session.deleted


@every_editor
async def test_ctrl_z_undoes_typing_and_ctrl_c_never_ends_the_edit(
    open_harbour: OpenDesk, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_harbour() as desk:
        suspended: list[bool] = []
        monkeypatch.setattr(desk.app, "action_suspend_process", lambda: suspended.append(True))
        await open_editor(desk, editor)
        await desk.press(*"xyz", "ctrl+z", "ctrl+z", "ctrl+c", "ctrl+c", "ctrl+c")
        assert desk.app.is_running
        assert is_open(desk)
        assert not suspended
        await desk.press("escape")
        assert not is_open(desk)
        assert editor.value(desk) == ""


@every_editor
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10)])
async def test_the_foot_names_the_keys_and_the_status_row_none(
    open_harbour: OpenDesk, editor: Editor, size: tuple[int, int]
) -> None:
    async with open_harbour(size) as desk:
        await open_editor(desk, editor)
        named = foot(desk)
        assert "Esc" in named
        assert "save" in named
        assert re.search(r"(ctrl\+|\^)x discards", named)
        assert ("Enter" in named) is editor.has_one_line
        if size[0] >= 80:
            assert "ctrl+s" in named
        assert len(named.strip()) <= size[0] - 4, "the frame cuts it"
        assert not re.search(r"\b(highlight|note|find|quit|help)\b", desk.status)


async def test_escape_saves_an_answer_and_leaves_the_question_open(open_harbour: OpenDesk) -> None:
    async with open_harbour() as desk:
        await desk.press("g", "u", "r", *"perhaps", "escape")
        await desk.until(lambda: answer(desk) == "perhaps")
        assert "still open" in said(desk)
        (row,) = (each for each in desk.parts.ledger_link.rows.values() if each.resolution.answer)
        assert row.state is QuestionState.OPEN
        await desk.press("r", "ctrl+s")
        ident = row.id

        def state() -> QuestionState:
            rows = desk.parts.ledger_link.rows.values()
            return next(each.state for each in rows if each.id == ident)

        await desk.until(lambda: state() is QuestionState.ANSWERED)


async def test_words_that_were_drafted_and_erased_leave_no_highlight(
    open_harbour: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.dialogs.drafting.DRAFT_WITHIN", 0.01)
    async with open_harbour() as desk:
        for key in ("a", "t"):
            await desk.press(key, "x")
            await desk.until(lambda: desk.marked)
            await desk.press("backspace", "escape")
            assert desk.marked == []
            await desk.saved()
            assert not desk.state.session.deleted  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["", "words"])
async def test_the_answer_of_an_own_editor_makes_a_highlight_only_with_words(
    open_harbour: OpenDesk, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    def edited(command: list[str], text: str, keep: Callable[[str], None]) -> Edited:
        keep(typed)
        return Edited(typed)

    monkeypatch.setattr("tui.desk.notes.edit_text", edited)
    monkeypatch.setattr("tui.desk.notes.editor_command", lambda: ["ed"])
    async with open_harbour() as desk:
        monkeypatch.setattr(desk.app, "suspend", nullcontext)
        await desk.press("E")
        await desk.until(lambda: not is_open(desk) and bool(desk.marked) == bool(typed))
        assert note(desk) == typed


@pytest.mark.parametrize("opens", [("/",), (":",), ("|",), ("e",)], ids=lambda keys: keys[0])
async def test_what_runs_something_is_dropped_by_escape(
    open_harbour: OpenDesk, opens: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_harbour() as desk:
        await desk.press("h")
        await desk.saved()
        before, cursor = sorted(tmp_path.rglob("*")), desk.cursor
        await desk.press(*opens, *"ferry", "escape")
        assert not is_open(desk)
        assert desk.cursor == cursor
        assert sorted(tmp_path.rglob("*")) == before
        assert not desk.state.shell_history


async def test_the_find_row_names_its_keys_also_while_a_pattern_is_typed(
    open_harbour: OpenDesk,
) -> None:
    async with open_harbour((80, 24)) as desk:
        await desk.press("/", *"ferry")
        keys = desk.screen.query_one(FindRow).keys
        assert keys.display
        assert "Enter goes" in str(keys.content)
        assert "Esc back" in str(keys.content)
        await desk.press("escape", "/")
        assert not keys.display, "the empty box names them"
