"""Terminals that draw less: ASCII alone, no colours, 16 colours."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.color import ColorType

import tui
from tests.desk.conftest import Desk, OpenDesk
from tui.settings.config import Config
from tui.widgets.glyphs import TWINS, choose_glyphs, drawn

ASCII = Config(glyphs="ascii")
TEXT = (
    "PORT ELLIS - The old bridge will close, Ada Obi of the Harbour Board said on Monday. "
    '"We do not know when," she told reporters.\n\nNobody has said who will pay.\n\n'
) * 8


@pytest.fixture(autouse=True)
def signs_as_usual() -> Iterator[None]:
    """The hazard: how signs are drawn holds for the whole program, so for later tests, too."""
    yield
    choose_glyphs(is_ascii=False, is_colourless=False)


def screen_of(desk: Desk) -> str:
    """What is on the terminal now, row by row."""
    strips = desk.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def test_every_sign_of_ours_has_a_twin() -> None:
    root = Path(tui.__file__).parent
    rooms = ("desk", "dialogs", "panels", "widgets")
    files = [file for room in rooms for file in (root / room).glob("*.py")]
    files.append(root / "keys" / "commands.py")
    missing = set()
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                missing |= {sign for sign in node.value if not sign.isascii()}
    # They hold letters together, and are drawn by nobody.
    joiners = {"\u200c", "\u200d"}
    assert missing - TWINS.keys() - joiners == set()


def test_twins_are_ascii_and_single_signs_stay_single() -> None:
    assert all(twin.isascii() and twin for twin in TWINS.values())
    words = {"…", "→", "←", "↑", "↓", "±"}
    assert all(cell_len(TWINS[sign]) == 1 for sign in TWINS.keys() - words)


@pytest.mark.parametrize("size", [(120, 40), (120, 30), (80, 24), (40, 10)])
@pytest.mark.parametrize(
    "keys",
    [[], ["3"], ["h"], ["v", "w"], ["?"], [":"], ["\\", "b"], ["T"], ["a", "x"], ["g"], ["z"]],
)
async def test_nothing_but_ascii_is_drawn(
    open_desk: OpenDesk, size: tuple[int, int], keys: list[str]
) -> None:
    async with open_desk(size, text=TEXT, config=ASCII) as desk:
        await desk.press(*keys)
        await desk.pilot.pause(0.05)
        odd = {line.strip() for line in screen_of(desk).splitlines() if not line.isascii()}
        assert odd == set()


async def test_the_sample_in_ascii_keeps_its_own_letters_and_nothing_else(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(config=ASCII) as desk:
        await desk.press("2", "i")
        own = set(desk.state.article.text)
        assert {sign for sign in screen_of(desk) if not sign.isascii()} <= own


async def test_every_dialog_keeps_to_ascii_around_the_letters_of_the_text(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(config=ASCII) as desk:
        own = set(desk.state.article.text + desk.state.article.title)
        await desk.press("h")
        for keys in ("1 i", "1 r", "3 r", "1 f", "2 s", "1 M", "Q", "t", "|", "g U", "L", "g s"):
            await desk.press(*keys.split())
            assert desk.dialog is not None, keys
            await desk.pilot.pause(0.1)
            odd = {sign for sign in screen_of(desk) if not sign.isascii()}
            assert odd <= own, keys
            await desk.press("escape", "escape")
            assert desk.dialog is None, keys


async def test_a_mark_is_a_number_where_there_are_no_colours(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_desk((80, 24), text=TEXT) as desk:
        assert desk.app.theme == "ansi"
        await desk.press("v", "w", "3", "}", "c", "4", "h")
        rows = screen_of(desk).splitlines()
        assert any(row.lstrip("│┆? ").startswith("3 PORT ELLIS") for row in rows)
        assert any(row.lstrip("│┆? ").startswith("4 Nobody") for row in rows)
        await desk.press("T")
        assert desk.dialog is None
        assert "NO_COLOR is set" in desk.status


async def test_a_terminal_of_16_colours_gets_the_theme_made_for_it(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm")
    async with open_desk(text=TEXT, config=Config(theme="nord")) as desk:
        assert desk.app.theme == "ansi"
        colours = {
            colour
            for strip in desk.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour
        }
        assert {colour.type for colour in colours} <= {ColorType.DEFAULT, ColorType.STANDARD}
    monkeypatch.setenv("TERM", "xterm-256color")
    async with open_desk(text=TEXT, config=Config(theme="nord")) as desk:
        assert desk.app.theme == "nord"


def test_signs_are_drawn_as_they_are_until_something_else_is_chosen() -> None:
    assert drawn("▌ “x…”", "yellow") == "▌ “x…”"
    choose_glyphs(is_ascii=True, is_colourless=False)
    assert drawn("▌ “x…”", "yellow") == '# "x..."'
    choose_glyphs(is_ascii=False, is_colourless=True)
    assert drawn("▌ ", "green") == "2 "
    assert drawn("▌ ", "muted") == "▌ "


@pytest.mark.parametrize("glyphs", ["unicode", "ascii"])
async def test_the_number_of_a_colour_does_not_run_into_the_words(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, glyphs: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_desk(text="18 people stayed.", config=Config(glyphs=glyphs)) as desk:
        await desk.press("h", "4")
        rows = screen_of(desk).replace("│", "|")
        assert "|1 18 people stayed." in rows
        assert "|118" not in rows


async def test_the_bar_of_a_highlight_in_ascii_stands_beside_the_words(open_desk: OpenDesk) -> None:
    async with open_desk(text="18 people stayed.", config=ASCII) as desk:
        await desk.press("h", "4")
        assert "|# 18 people stayed." in screen_of(desk)
