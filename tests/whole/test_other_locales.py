"""The desk on terminals that are not sent UTF-8: nothing is drawn that they cannot show."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.terminal import SeenTerminal
from tui.widgets.glyphs import can_draw, sendable

TEXT = "“The pier – all 漢字 of it – will close,” said André. Nobody knows when it opens again.\n"
LOCALES = {
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "POSIX": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


@pytest.mark.parametrize("locale", LOCALES)
def test_ascii_signs_are_drawn_where_the_locale_has_no_others(tmp_path: Path, locale: str) -> None:
    source = tmp_path / "pier.txt"
    source.write_text(TEXT, encoding="utf-8")
    process = SeenTerminal(
        "-m", "tui", str(source), home=tmp_path / "r", cwd=tmp_path, stdin=None, stderr=None,
        **LOCALES[locale],
    )  # fmt: skip
    try:
        lines = process.wait_for("READ", "+- 1 Entities -", "Nothing is left open")
        words = '"The pier - all ???? of it - will close,"'
        assert any(words in line for line in lines), "\n".join(lines)
        # a frame is where it belongs: what stands for a letter is as wide as the letter
        edges = {line.rstrip()[-1] for line in lines[2:12]}
        assert edges <= {"|", "+"}, "\n".join(lines)
        # a letter that is no UTF-8 is a letter, not the end of the desk
        process.press("/")
        process.wait_for("find")
        os.write(process._master, b"\xe9x")
        process.press("\x1b")
        process.wait_for("READ")
        process.press("q")
        code, _ = process.finish()
    finally:
        process.stop()
    assert code == 0
    assert b"\\u" not in process.printed
    if locale == "latin-1":
        assert b"Andr\xe9" in process.printed
    else:
        assert process.printed.isascii()


def test_signs_are_kept_where_the_encoding_has_them() -> None:
    assert can_draw(None)
    assert can_draw("utf-8")
    assert not can_draw("latin-1")
    assert not can_draw("ascii")
    assert not can_draw("no such encoding")


def test_what_is_sent_is_as_wide_as_what_was_meant() -> None:
    assert sendable("“é” 漢 e\u0301 …", "latin-1") == '"é" ?? e ?'
    assert sendable("“é” …", "utf-8") == "“é” …"


def test_the_window_is_as_large_as_it_is_whatever_the_shell_has_exported(tmp_path: Path) -> None:
    source = tmp_path / "pier.txt"
    source.write_text(TEXT, encoding="utf-8")
    process = SeenTerminal(
        "-m", "tui", str(source), home=tmp_path / "r", cwd=tmp_path, stdin=None, stderr=None,
        COLUMNS="300", LINES="100",
    )  # fmt: skip
    try:
        process.wait_for("READ", "─ 1 Entities ─", "Nothing is left open")
        process.press("q")
        code, _ = process.finish()
    finally:
        process.stop()
    assert code == 0
