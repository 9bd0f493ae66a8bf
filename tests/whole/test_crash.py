"""What a reader made survives the death of the program."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.processes import closeread
from tests.terminal import SeenTerminal

ARTICLE = (
    "The harbour bridge will close on Monday, the mayor said.\n\n"
    "Nobody knows when it will open again. Shopkeepers fear for their trade.\n"
)


@contextmanager
def desk(folder: Path, *arguments: str) -> Iterator[SeenTerminal]:
    (folder / "bridge.txt").write_text(ARTICLE)
    home = folder / "reader"
    process = SeenTerminal("-m", "tui", *arguments, home=home, cwd=folder)
    try:
        yield process
    finally:
        process.stop()


def test_marks_and_notes_survive_a_kill_right_after_saved(tmp_path: Path) -> None:
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("h")
        process.wait_for("1 saved")
        # select two words of the last sentence, and note them
        process.press(")))vwwa")
        process.wait_for("ctrl+x discards")
        process.press("ask the chandler\x1b")
        process.wait_for("▌ ask the chandler")
        process.wait_for("2 saved")
        process.kill()
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("2 saved", "▌The harbour bridge will close", "▌ ask the chandler")
        # search all highlights, with a slip of the fingers
        process.press("gH")
        process.wait_for("Search all highlights")
        process.press("chandlre")
        process.wait_for("▌ Shopkeepers fear", "note: ask the chandler")
    found = closeread("search", "harbuor", home=tmp_path / "reader", cwd=tmp_path)
    assert "The harbour bridge will close on Monday" in found.stdout


def test_a_note_being_typed_is_offered_again_after_a_kill(tmp_path: Path) -> None:
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("a")
        process.wait_for("ctrl+x discards")
        process.press("half a thought")
        process.wait_for("half a thought")
        # A draft is written a second after the last key; its row is what we wait for.
        library = tmp_path / "reader"
        process.wait_until(lambda: b"half a thought" in _bytes_of(library))
        process.kill()
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("this draft was not finished", "half a thought")


def _bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("library.db*"))


def test_the_reading_place_survives_a_kill(tmp_path: Path) -> None:
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("}")
        process.wait_for("¶ 2/2")
        process.wait_until(lambda: _place_is_stored(tmp_path / "reader"))
        process.kill()
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("¶ 2/2", "No highlights yet")


def _place_is_stored(folder: Path) -> bool:
    from tui.documents.loading import load
    from tui.session.reading import ReadingSession
    from tui.store.database import Database

    with Database(folder / "library.db") as database:
        article = load(str(folder.parent / "bridge.txt"))
        session = ReadingSession.open(database, article, lambda event: None)
        return session.places.last == ARTICLE.index("Nobody")


def test_two_desks_on_one_library_lose_nothing(tmp_path: Path) -> None:
    with desk(tmp_path, "bridge.txt") as first, desk(tmp_path, "bridge.txt") as second:
        first.wait_for("READ", "No highlights yet")
        second.wait_for("READ", "No highlights yet")
        first.press("h")
        first.wait_for("1 saved")
        # What the other desk has saved shows here, too.
        second.wait_for("1 saved")
        second.press(")h")
        second.wait_for("2 saved")
        first.wait_for("2 saved")
        first.kill()
        second.kill()
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("2 saved")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_words_being_typed_survive_a_signal_and_the_terminal_is_left_clean(
    tmp_path: Path, number: signal.Signals
) -> None:
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("a")
        process.wait_for("ctrl+x discards")
        process.press("half a thought")
        process.wait_for("half a thought")
        process.send(number)
        code, printed = process.finish()
    assert code == 128 + number
    left = printed.rpartition("\x1b[?1049l")
    assert left[1], "the other screen was never left"
    assert "\x1b[?1000l" in printed
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("1 saved", "▌ half a thought")


def test_words_being_typed_survive_the_closing_of_the_window(tmp_path: Path) -> None:
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("a")
        process.wait_for("ctrl+x discards")
        process.press("half a thought")
        process.wait_for("half a thought")
        process.close_window()
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("1 saved", "▌ half a thought")
