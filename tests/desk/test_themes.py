"""Choosing a theme on the desk: tried while moving, kept or put back, and remembered."""

from __future__ import annotations

from pathlib import Path

from tests.desk.conftest import OpenDesk
from tui.dialogs.theme_list import ThemeScreen, matching_themes
from tui.settings.config import OUR_THEMES, Config
from tui.settings.paths import paths
from tui.settings.picks import pick_in_force, remember_pick

TEXT = "One two three. Four five six!"


async def test_a_theme_is_on_the_desk_while_the_reader_is_on_its_name(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("T")
        assert isinstance(desk.dialog, ThemeScreen)
        assert desk.app.theme == "ink"
        await desk.press("down")
        assert desk.app.theme == "ink-light"
        await desk.press("down")
        assert desk.app.theme == "high-contrast"
        await desk.type("nord")
        assert desk.app.theme == "nord"
        await desk.press("escape")
        assert desk.dialog is None
        assert desk.app.theme == "ink"
        assert not paths().theme.exists()


async def test_a_chosen_theme_is_there_again_the_next_time(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("T")
        await desk.type("gruv")
        await desk.press("enter")
        await desk.until(lambda: "theme gruvbox, kept for the next time" in desk.status)
        assert desk.app.theme == "gruvbox"
    async with open_desk(text=TEXT) as desk:
        assert desk.app.theme == "gruvbox"
        await desk.press("T", "enter")
        assert desk.app.theme == "gruvbox"


async def test_a_theme_written_into_the_settings_later_wins(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("T", "down", "enter")
        await desk.until(lambda: paths().theme.exists())
    async with open_desk(text=TEXT, config=Config(theme="nord")) as desk:
        assert desk.app.theme == "nord"
    async with open_desk(text=TEXT) as desk:
        assert desk.app.theme == "ink-light"


async def test_private_reading_remembers_no_theme(open_desk: OpenDesk, home: Path) -> None:
    async with open_desk(text=TEXT, private=True) as desk:
        await desk.press("T", "down", "enter")
        await desk.until(lambda: "not remembered" in desk.status)
        assert desk.app.theme == "ink-light"
    assert not paths().theme.exists()


async def test_a_disk_that_refuses_the_theme_is_named(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        paths().theme.mkdir()
        await desk.press("T", "down", "enter")
        await desk.until(lambda: "the theme is not remembered" in desk.status)
        assert desk.app.theme == "ink-light"


async def test_a_name_nobody_has_leaves_the_theme_and_says_so(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("T")
        await desk.type("zzz")
        dialog = desk.dialog
        assert isinstance(dialog, ThemeScreen)
        assert dialog.hits.state_text == "No theme is called “zzz”."
        await desk.press("enter")
        assert desk.dialog is dialog
        await desk.press("escape")
        assert desk.app.theme == "ink"


async def test_themes_are_found_by_kind_and_ours_come_first(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        themes = desk.app.available_themes
    assert tuple(matching_themes("", themes)[: len(OUR_THEMES)]) == OUR_THEMES
    light = matching_themes("light", themes)
    assert light[0] == "ink-light"
    assert "solarized-light" in light
    assert "nord" not in light
    assert "ansi" in matching_themes("16", themes)


def test_a_damaged_file_is_no_choice(tmp_path: Path) -> None:
    path = tmp_path / "theme"
    for damaged in (b"", b"nord", b"\xff\xfe\n\n"):
        path.write_bytes(damaged)
        assert pick_in_force(path, "ink") == "ink"
    remember_pick(path, "nord", "ink")
    assert pick_in_force(path, "ink") == "nord"
    assert pick_in_force(path, "ansi") == "ansi"
