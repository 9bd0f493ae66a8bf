"""What lies around a dialog: the desk, on every terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual._context import visible_screen_stack
from textual.geometry import Region

from tests.desk.conftest import Desk, OpenDesk
from tui.settings.config import Config
from tui.widgets.glyphs import choose_glyphs

DIALOGS = {
    "help": ["?"],
    "why": ["1", "i"],
    "note": ["h", "a"],
    "tags": ["t"],
    "edit": ["1", "r"],
    "finder": ["\\"],
    "palette": [":"],
    "themes": ["T"],
    "panel filter": ["1", "f"],
}
"""The keys that open them."""
WORDS_ENOUGH = 20
"""Words of the article that can be read around the widest of them, the finder."""


@pytest.fixture(autouse=True)
def signs_as_usual() -> Iterator[None]:
    """The hazard: how signs are drawn holds for the whole program, so for later tests, too."""
    yield
    choose_glyphs(is_ascii=False, is_colourless=False)


def rows_of(desk: Desk, *, with_dialog: bool = True, top_only: bool = False) -> list[str]:
    """What is on the terminal, or would be there without the dialog or without the desk."""
    screen = desk.app.screen if with_dialog else desk.screen
    shows_desk = with_dialog and not top_only
    visible_screen_stack.set(desk.app._background_screens if shows_desk else [])
    strips = screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def around(rows: list[str], dialog: Region) -> list[str]:
    """The rows with the dialog cut out of them."""
    return [
        row[: dialog.x] + row[dialog.right :] if dialog.y <= y < dialog.bottom else row
        for y, row in enumerate(rows)
    ]


@pytest.mark.parametrize("terminal", ["ansi theme", "NO_COLOR", "16 colours", "ink"])
async def test_the_desk_can_be_read_around_every_dialog(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, terminal: str
) -> None:
    if terminal == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")
    elif terminal == "16 colours":
        monkeypatch.delenv("COLORTERM")
        monkeypatch.setenv("TERM", "xterm")
    config = Config(theme="ansi" if terminal == "ansi theme" else "ink")
    async with open_desk(config=config) as desk:
        words = set(desk.screen.state.article.text.split())
        for name, keys in DIALOGS.items():
            if terminal == "NO_COLOR" and name == "themes":
                continue
            await desk.press(*keys)
            assert desk.dialog is not None, name
            # A row that says "saving" would change between the two looks. The desk is no longer
            # the screen whose frames are waited for.
            await desk.saved()
            await desk.until(lambda: "saving" not in desk.status)
            desk.app.screen.refresh()
            await desk.pilot.pause()
            frame = desk.dialog.children[0].region
            seen = around(rows_of(desk, with_dialog=True), frame)
            assert seen == around(rows_of(desk, with_dialog=False), frame), name
            assert "The differences between Russia" in seen[0], name
            assert len(words & set(" ".join(seen).split())) >= WORDS_ENOUGH, name
            await desk.press("escape", "escape")
            assert desk.dialog is None, name


FRAMED = {
    **{name: keys for name, keys in DIALOGS.items() if name != "panel filter"},
    "speaker": ["2", "s"],
    "merging": ["1", "M"],
    "places of a name": ["1", "P"],
    "a name": ["V", "M"],
    "answer": ["3", "r"],
    "own question": ["Q"],
    "pipe": ["|"],
    "export": ["e"],
    "opening": ["ctrl+o"],
    "statistics": ["g", "s"],
    "ledger": ["g", "U"],
    "library": ["L"],
    "highlights": ["g", "h"],
}
"""The keys that open every kind of dialog that has a frame."""


@pytest.mark.parametrize("glyphs", ["unicode", "ascii"])
@pytest.mark.parametrize("terminal", ["ansi theme", "NO_COLOR", "16 colours"])
async def test_a_dialog_is_told_apart_from_the_text_without_a_ground_of_its_own(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, terminal: str, glyphs: str
) -> None:
    if terminal == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")
    elif terminal == "16 colours":
        monkeypatch.delenv("COLORTERM")
        monkeypatch.setenv("TERM", "xterm")
    config = Config(theme="ansi" if terminal == "ansi theme" else "ink", glyphs=glyphs)
    async with open_desk(config=config) as desk:
        await desk.press("h")
        await desk.saved()
        around_panels = {panel.styles.border_top[0] for panel in desk.panels}
        for name, keys in FRAMED.items():
            if terminal == "NO_COLOR" and name == "themes":
                continue
            await desk.press(*keys)
            assert desk.dialog is not None, name
            await desk.pilot.pause()
            box = desk.dialog.query_one(".dialog")
            assert glyphs == "ascii" or box.styles.border_top[0] not in around_panels, name
            assert box.styles.border_title_style.reverse, name
            inside = [row[box.region.x : box.region.right] for row in rows_of(desk, top_only=False)]
            alone = [row[box.region.x : box.region.right] for row in rows_of(desk, top_only=True)]
            rows = slice(box.region.y, box.region.bottom)
            assert inside[rows] == alone[rows], name
            await desk.press("escape", "escape")
            assert desk.dialog is None, name


async def test_the_desk_stays_in_view_while_themes_of_both_kinds_are_tried(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        await desk.press("T")
        for name in ("ansi", "ink", "high-contrast", "ansi-light", "ink-light"):
            desk.app.theme = name
            await desk.pilot.pause()
            assert "The differences between Russia" in rows_of(desk, with_dialog=True)[0], name
