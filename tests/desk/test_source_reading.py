"""Language and encoding, where the reader knows better than bytes and words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.desk.conftest import Desk, remember
from tui.analysis.results import Analysis
from tui.app import ClosereadApp
from tui.documents.loading import load
from tui.settings.config import Config
from tui.settings.named_readings import NamedReading, name_reading, named_reading
from tui.settings.paths import paths

WORDS = "Мост закрыт."
"""Too few letters for a guess."""
LEFT = "Ìîñò çàêðûò."
"""The same as Windows-1252 has them."""


def file(folder: Path) -> str:
    path = folder / "bridge.txt"
    path.write_bytes(WORDS.encode("cp1251"))
    for encoding in ("", "cp1251"):
        remember(load(str(path), encoding=encoding), Analysis("other"))
    return str(path)


@asynccontextmanager
async def reading(source: str, *, private: bool = False) -> AsyncIterator[Desk]:
    app = ClosereadApp(load(source), config=Config(), private=private)
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.panels and desk.state.session)
        yield desk


async def test_g_l_reads_in_a_named_encoding_which_holds_the_next_time_and_for_r(
    tmp_path: Path,
) -> None:
    source = file(tmp_path)
    async with reading(source) as desk:
        assert desk.state.article.text.startswith(LEFT)
        await desk.press("h", "g", "l", *"cyrillic", "enter")
        await desk.until(lambda: desk.state.article.text == WORDS)
        await desk.until(lambda: "read as cp1251 now" in desk.status)
        await desk.until(lambda: named_reading(paths().readings, source).encoding == "cp1251")
    assert source not in paths().readings.read_text()
    async with reading(source) as desk:
        assert desk.state.article.text == WORDS
        await desk.press("R")
        await desk.until(lambda: "the source has not changed" in desk.status)
        # Back to what the bytes say.
        await desk.press("g", "l", *"bytes", "enter")
        await desk.until(lambda: desk.state.article.text.startswith(LEFT))
        await desk.until(lambda: not named_reading(paths().readings, source).encoding)


async def test_an_encoding_can_be_typed_and_one_that_does_not_exist_is_said(tmp_path: Path) -> None:
    async with reading(file(tmp_path)) as desk:
        await desk.press("g", "l", *"cp9999", "enter")
        assert "no encoding is called “cp9999”" in desk.status
        await desk.press("g", "l", *"hex", "enter")
        assert "no encoding is called “hex”" in desk.status
        await desk.press("g", "l", *"windows-1251", "enter")
        await desk.until(lambda: desk.state.article.text == WORDS)


async def test_a_private_reading_remembers_nothing(tmp_path: Path) -> None:
    source = file(tmp_path)
    async with reading(source, private=True) as desk:
        await desk.press("g", "l", *"cp1251", "enter")
        await desk.until(lambda: desk.state.article.text == WORDS)
        await desk.until(lambda: desk.panels)
    assert not paths().readings.exists()


async def test_the_language_holds_the_next_time_and_can_be_left_to_the_words(
    tmp_path: Path,
) -> None:
    source = file(tmp_path)
    async with reading(source) as desk:
        await desk.press("g", "l", "enter")
        assert "read as English now" in desk.status
        await desk.until(lambda: named_reading(paths().readings, source).language == "en")
    async with reading(source) as desk:
        assert source in desk.app.read_as_english
        await desk.press("g", "l", "enter")
        assert "the words of this text say its language again" in desk.status
        await desk.until(lambda: not named_reading(paths().readings, source).language)


def test_readings_are_kept_line_by_line_and_a_damaged_file_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "home" / "readings"
    assert named_reading(path, "/a") == NamedReading()
    name_reading(path, "/a", NamedReading("cp1251"))
    name_reading(path, "/b", NamedReading("", "en"))
    name_reading(path, "/a", NamedReading("koi8-r", "en"))
    assert named_reading(path, "/a") == NamedReading("koi8-r", "en")
    assert named_reading(path, "/b") == NamedReading("", "en")
    name_reading(path, "/a", NamedReading())
    assert len(path.read_text().splitlines()) == 1
    path.write_bytes(b"\xff\t\xff")
    assert named_reading(path, "/b") == NamedReading()
