"""The desk and programs of the reader's own, on a real terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal import SeenTerminal

ARTICLE = (
    "The orchard was cut down in March.\n\n"
    "Nobody asked the gardener. She had planted every tree of it.\n"
)


@contextmanager
def desk(folder: Path, **environment: str) -> Iterator[SeenTerminal]:
    (folder / "orchard.txt").write_text(ARTICLE, encoding="utf-8")
    home = folder / "reader"
    program = ("-m", "tui", "orchard.txt")
    process = SeenTerminal(*program, home=home, cwd=folder, stdin=None, stderr=None, **environment)
    try:
        yield process
    finally:
        process.stop()


def editor(folder: Path, script: str) -> str:
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def leave(process: SeenTerminal) -> None:
    process.press("q")
    code, _ = process.finish()
    assert code == 0


def test_the_readers_editor_gets_the_terminal_and_its_note_is_saved(tmp_path: Path) -> None:
    script = 'echo "editor has the terminal: $(cat "$1")"; read line; echo "$line" >> "$1"'
    with desk(tmp_path, VISUAL=editor(tmp_path, script)) as process:
        process.wait_for("READ", "No highlights yet")
        process.press("E")
        process.wait_for("editor has the terminal:")
        # the terminal belongs to the editor: it gets the line, not the desk
        process.press("from outside\r")
        process.wait_for("READ", "▌ from outside", "1 saved")
        # from the note itself, going on with what is typed
        process.press("a")
        process.wait_for("ctrl+g your editor")
        process.press(" and inside\x07")
        process.wait_for("editor has the terminal: from outside and inside")
        process.press("again\r")
        process.wait_for("ctrl+g your editor", "again")
        process.press("\x1b")
        process.wait_for("▌ from outside and inside again", "1 saved")
        leave(process)


@pytest.mark.parametrize("end", ["kill -9 $$", "exit 7"])
def test_a_note_survives_the_crash_of_the_editor(tmp_path: Path, end: str) -> None:
    with desk(
        tmp_path, EDITOR=editor(tmp_path, f'echo "; saved outside" >> "$1"; {end}')
    ) as process:
        process.wait_for("READ", "No highlights yet")
        process.press("a")
        process.wait_for("ctrl+g your editor")
        process.press("typed here\x07")
        process.wait_for("ended with an error", "typed here", "; saved outside")
        process.press("\x1b")
        process.wait_for("▌ typed here ; saved outside", "1 saved")
        leave(process)


def test_ctrl_c_in_the_editor_is_no_key_of_the_desk(tmp_path: Path) -> None:
    # One long sleep would not do: a signal just before it starts waits for its end.
    waits = "echo waiting for it; while :; do sleep 1; done"
    script = f'trap \'echo "it was me" > "$1"; exit 0\' INT; {waits}'
    with desk(tmp_path, EDITOR=editor(tmp_path, script)) as process:
        process.wait_for("READ", "No highlights yet")
        process.press("E")
        process.wait_for("waiting for it")
        process.press("\x03")
        process.wait_for("▌ it was me", "1 saved")
        leave(process)


def test_highlights_are_piped_to_a_command_of_the_readers_choosing(tmp_path: Path) -> None:
    with desk(tmp_path) as process:
        process.wait_for("READ", "No highlights yet")
        process.press("h}h|")
        process.wait_for("Pipe 2 highlights to a shell command")
        process.press("tee kept | wc -l\r")
        process.wait_for("exit code 0: 2")
        process.press("q")
        process.finish()
    kept = (tmp_path / "kept").read_text(encoding="utf-8")
    assert kept == "The orchard was cut down in March.\nNobody asked the gardener.\n"


def test_y_reaches_the_clipboard_of_the_terminal(tmp_path: Path) -> None:
    from base64 import b64decode

    with desk(tmp_path) as process:
        process.wait_for("READ", "No highlights yet")
        process.press("y")
        process.wait_for("sent to the terminal's clipboard")
        sent = process.printed.split(b"\x1b]52;c;")[1].split(b"\x07")[0]
        assert b64decode(sent).decode().startswith("“The orchard was cut down in March.”\n")
        leave(process)


def test_every_change_can_be_undone_and_redone_by_the_next_run(tmp_path: Path) -> None:
    with desk(tmp_path) as process:
        process.wait_for("READ", "No highlights yet")
        process.press("h")
        process.wait_for("1 saved")
        process.press("h")
        process.wait_for("whole paragraph")
        process.press("a")
        process.wait_for("ctrl+x discards")
        process.press("why\x1b")
        process.wait_for("▌ why")
        process.press("t")
        process.wait_for("Tab completes")
        process.press("fruit\r")
        process.wait_for("▌ #fruit")
        process.press("c4x")
        process.wait_for("highlight deleted")
        leave(process)
    with desk(tmp_path) as process:
        process.wait_for("READ", "No highlights yet")
        said = [
            "highlight restored",
            "colour changed back",
            "tags changed back",
            "note changed back",
            "highlight removed",
        ]
        for words in said:
            process.press("u")
            process.wait_for(words)
        process.press("u")
        process.wait_for("nothing to undo")
        process.press("\x12\x12")
        process.wait_for("note changed", "▌ why")
        leave(process)
    with desk(tmp_path) as process:
        process.wait_for("READ", "▌ why")
        process.press("\x12")
        process.wait_for("tags changed", "▌ #fruit")
        leave(process)
