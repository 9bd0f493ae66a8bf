"""A desk that is ended from outside: words kept, terminal left as it was found."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stress.words import held
from tests.terminal import SeenTerminal
from tests.whole.test_crash import ARTICLE, desk
from tui.store.database import Database

ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
TAKEN, LEFT = "\x1b[?1049h", "\x1b[?1049l"


def is_clean(printed: str) -> bool:
    """Whether the other screen was left, the mouse given back, and the cursor is shown."""
    pairs = ((TAKEN, LEFT), ("\x1b[?1000h", "\x1b[?1000l"), ("\x1b[?25l", "\x1b[?25h"))
    return all(printed.rfind(taken) <= printed.rfind(given) for taken, given in pairs)


def words_in(folder: Path) -> set[str]:
    """The words like `w1x2` that the library holds."""
    with Database(folder / "reader" / "library.db") as database:
        return held(database)


def open_sheet(process: SeenTerminal, keys: str, sign: str) -> None:
    """Open something to type into."""
    process.wait_for("READ", "No highlights yet")
    process.press(keys)
    process.wait_for(sign)


@pytest.mark.parametrize(
    ("keys", "sign"), [("t", "ctrl+x discards"), ("Q", "A question of your own")]
)
@pytest.mark.parametrize("number", ENDS)
def test_words_in_every_sheet_outlive_a_signal(
    tmp_path: Path, keys: str, sign: str, number: signal.Signals
) -> None:
    with desk(tmp_path, "bridge.txt") as process:
        open_sheet(process, keys, sign)
        process.press("w1x1")
        process.wait_for("w1x1")
        process.send(number)
        code, printed = process.finish()
    assert code == 128 + number
    assert is_clean(printed)
    assert words_in(tmp_path) == {"w1x1"}


@pytest.mark.parametrize("arguments", [(), ("--private",)])
@pytest.mark.parametrize("number", ENDS)
def test_a_signal_before_the_first_paint_leaves_the_terminal_clean(
    tmp_path: Path, number: signal.Signals, arguments: tuple[str, ...]
) -> None:
    with desk(tmp_path, *arguments, "bridge.txt") as process:
        process.read_until(TAKEN)
        process.send(number)
        code, printed = process.finish()
    assert code == 128 + number
    assert is_clean(printed)
    assert bool(arguments) == (not (tmp_path / "reader" / "library.db").exists())


def test_a_private_desk_ends_on_a_signal_and_writes_nothing(tmp_path: Path) -> None:
    with desk(tmp_path, "--private", "bridge.txt") as process:
        open_sheet(process, "a", "ctrl+x discards")
        process.press("w1x1")
        process.wait_for("w1x1")
        process.send(signal.SIGTERM)
        code, printed = process.finish()
    assert code == 128 + signal.SIGTERM
    assert is_clean(printed)
    assert not (tmp_path / "reader").exists() or not list((tmp_path / "reader").rglob("*.db*"))


def test_a_command_behind_a_pipe_ends_with_the_desk(tmp_path: Path) -> None:
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("h|")
        process.wait_for("shell command")
        process.press(f"echo $$ > {tmp_path}/pid; exec sleep 100\r")
        process.wait_until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text())
        process.send(signal.SIGTERM)
        code, printed = process.finish()
    assert code == 128 + signal.SIGTERM
    assert is_clean(printed)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_desk_that_is_stopped_keeps_its_words_and_ends_when_it_goes_on(
    tmp_path: Path, number: signal.Signals
) -> None:
    with desk(tmp_path, "bridge.txt") as process:
        open_sheet(process, "a", "ctrl+x discards")
        process.press("w1x1")
        process.wait_for("w1x1")
        process.send(signal.SIGTSTP)
        process.wait_until(lambda: _state(process) == "T")
        process.send(number)
        # What a shell or the system sends a stopped program that is to end.
        process.send(signal.SIGCONT)
        code, printed = process.finish()
    assert code == 128 + number
    assert is_clean(printed)
    assert words_in(tmp_path) == {"w1x1"}


def test_a_desk_that_goes_on_without_having_stopped_takes_its_terminal_once(tmp_path: Path) -> None:
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        # The system sends it behind SIGHUP when a terminal goes away, and `kill -CONT` at any time.
        process.send(signal.SIGCONT)
        process.press("q")
        code, printed = process.finish()
    assert code == 0
    assert is_clean(printed)
    # Taken twice it would have two readers of its keys, of which one might never end.
    assert printed.count(TAKEN) == 1


def test_a_desk_that_no_signal_tells_of_its_closed_window_ends_and_keeps_the_words(
    tmp_path: Path,
) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    program = (
        "import runpy, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
        "sys.argv[1:] = ['bridge.txt']; runpy.run_module('tui', run_name='__main__')"
    )
    process = SeenTerminal("-c", program, home=tmp_path / "reader", cwd=tmp_path)
    try:
        open_sheet(process, "a", "ctrl+x discards")
        process.press("w1x1")
        process.wait_for("w1x1")
        process.close_window()
    finally:
        process.stop()
    assert words_in(tmp_path) == {"w1x1"}


def _state(process: SeenTerminal) -> str:
    """How the system calls what the process does: T is stopped."""
    shown = os.popen(f"ps -o stat= -p {process.pid}").read()
    return shown.strip()[:1]


def editor(folder: Path) -> dict[str, str]:
    """An editor that saves a word, and then waits until a file is there."""
    path = folder / "editor"
    path.write_text(
        '#!/bin/sh\necho w1x1 > "$1"; touch started\nwhile [ ! -e go ]; do sleep 0.05; done\n'
    )
    path.chmod(0o755)
    return {"EDITOR": str(path)}


def test_a_signal_while_the_editor_is_open_ends_the_desk_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path)["EDITOR"])
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("E")
        process.wait_until((tmp_path / "started").exists)
        process.send(signal.SIGTERM)
        (tmp_path / "go").touch()
        code, printed = process.finish()
    assert code == 128 + signal.SIGTERM
    assert is_clean(printed)
    assert words_in(tmp_path) == {"w1x1"}


def test_a_desk_is_stopped_with_the_editor_it_waits_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path)["EDITOR"])
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("E")
        process.wait_until((tmp_path / "started").exists)
        # What ctrl+z in an editor sends all of the shell's job.
        process.send(signal.SIGTSTP)
        process.wait_until(lambda: _state(process) == "T")
        process.send(signal.SIGCONT)
        (tmp_path / "go").touch()
        process.wait_for("1 saved", "▌ w1x1")
        process.press("q")
        code, printed = process.finish()
    assert code == 0
    assert is_clean(printed)


@pytest.mark.parametrize("ending", [SeenTerminal.close_window, SeenTerminal.kill])
def test_what_the_editor_saved_outlives_the_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: Callable[[SeenTerminal], None]
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path)["EDITOR"])
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("E")
        process.wait_until((tmp_path / "started").exists)
        library = tmp_path / "reader"
        process.wait_until(lambda: b"w1x1" in b"".join(_files(library)))
        ending(process)
    (tmp_path / "go").touch()
    assert words_in(tmp_path) == {"w1x1"}


def _files(library: Path) -> list[bytes]:
    return [path.read_bytes() for path in library.glob("library.db*")]


def test_a_key_that_sends_a_signal_to_the_editor_does_not_end_the_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "editor"
    path.write_text('#!/bin/sh\nkill -QUIT $PPID; kill -INT $PPID; echo w1x1 > "$1"\n')
    path.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(path))
    with desk(tmp_path, "bridge.txt") as process:
        process.wait_for("READ", "No highlights yet")
        process.press("E")
        process.wait_for("1 saved", "▌ w1x1")
        process.press("q")
        code, _ = process.finish()
    assert code == 0
