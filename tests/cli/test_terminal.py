from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.processes import OnTerminal, python

READ_A_KEY = """
import os, sys
from tui.cli.tty import keys_from_terminal
with keys_from_terminal():
    article = sys.stdin.read() if not sys.stdin.isatty() else "nothing piped"
print("read", article, "ready", flush=True)
key = sys.__stdin__.readline().strip()
print("key", key, os.isatty(0), sys.stdin.isatty(), flush=True)
"""

DRAW_ON_STDERR = """
import os, sys
from tui.cli.tty import screen_on_terminal
with screen_on_terminal():
    sys.__stderr__.write("drawn")
sys.stderr.write("said afterwards")
"""


@contextmanager
def on_terminal(script: str, folder: Path, **more: object) -> Iterator[OnTerminal]:
    process = OnTerminal("-c", script, home=folder / "home", cwd=folder, **more)  # type: ignore[arg-type]
    try:
        yield process
    finally:
        process.stop()


def test_after_a_piped_article_keys_come_from_the_terminal(tmp_path: Path) -> None:
    with on_terminal(READ_A_KEY, tmp_path, stdin=b"an article") as process:
        process.read_until("read an article ready")
        process.press("j\n")
        code, printed = process.finish()
    assert "key j True True" in printed
    assert code == 0


def test_a_keyboard_on_stdin_is_left_alone(tmp_path: Path) -> None:
    with on_terminal(READ_A_KEY, tmp_path) as process:
        process.read_until("read nothing piped ready")
        process.press("q\n")
        _, printed = process.finish()
    assert "key q True True" in printed


def test_a_closed_stdin_is_replaced_by_the_terminal(tmp_path: Path) -> None:
    script = f"""
import os, sys
if len(sys.argv) == 1:
    os.close(0)
    os.execv(sys.executable, [sys.executable, "-c", sys.orig_argv[-1], "again"])
assert sys.stdin is None
sys.stdin = None
{READ_A_KEY.replace('sys.stdin.read() if not sys.stdin.isatty() else "nothing piped"', '"nothing"')}
"""
    with on_terminal(script, tmp_path) as process:
        process.read_until("read nothing ready")
        process.press("q\n")
        _, printed = process.finish()
    assert "key q True True" in printed


def test_the_desk_is_drawn_on_the_terminal_when_stderr_goes_to_a_file(tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    with on_terminal(DRAW_ON_STDERR, tmp_path, stderr=errors) as process:
        code, printed = process.finish()
    assert printed == "drawn"
    assert errors.read_text() == "said afterwards"
    assert code == 0


def test_without_any_terminal_one_sentence_says_so(tmp_path: Path) -> None:
    done = python("-c", READ_A_KEY, home=tmp_path / "home", cwd=tmp_path, stdin=b"An article.")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "TerminalError: there is no terminal to take keys from" in done.stderr
