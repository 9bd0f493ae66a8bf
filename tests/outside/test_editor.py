"""The reader's own editor: a program of theirs on a file that is theirs alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tui.outside import editor as outside
from tui.outside.editor import Edited, editor_command


def edit_text(command: list[str], text: str) -> Edited:
    """Edit a text of which nobody keeps drafts."""
    return outside.edit_text(command, text, lambda saved: None)


def editor(tmp_path: Path, script: str) -> list[str]:
    """An editor that is a shell script; the file is its first argument."""
    path = tmp_path / "editor"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return [str(path)]


def test_the_editor_gets_the_text_and_what_it_saves_comes_back(tmp_path: Path) -> None:
    command = editor(tmp_path, 'printf "%s, changed\\n" "$(cat "$1")" > "$1"')
    assert edit_text(command, "a note") == Edited("a note, changed")


def test_a_note_that_is_left_alone_stays_as_it_is(tmp_path: Path) -> None:
    assert edit_text(editor(tmp_path, "true"), "two\nlines") == Edited("two\nlines")


def test_only_the_reader_can_see_the_file_and_it_is_removed(tmp_path: Path) -> None:
    report = tmp_path / "report"
    script = f'ls -l "$1" > {report}; ls -ld "$(dirname "$1")" >> {report}; echo "$1" >> {report}'
    edit_text(editor(tmp_path, script), "a secret")
    file, folder, path = report.read_text(encoding="utf-8").splitlines()
    assert file.startswith("-rw-------")
    assert folder.startswith("drwx------")
    assert not Path(path).parent.exists()


def test_what_an_editor_saved_before_it_failed_is_kept(tmp_path: Path) -> None:
    command = editor(tmp_path, 'echo "half a thought" > "$1"; kill -9 $$')
    edited = edit_text(command, "")
    assert edited.text == "half a thought"
    assert "signal 9" in edited.problem


def test_an_editor_that_ends_with_an_error_says_so(tmp_path: Path) -> None:
    edited = edit_text(editor(tmp_path, "exit 3"), "as it was")
    assert edited.text == "as it was"
    assert "exit code 3" in edited.problem


def test_an_editor_that_removes_the_file_loses_nothing(tmp_path: Path) -> None:
    edited = edit_text(editor(tmp_path, 'rm "$1"'), "as it was")
    assert edited.text == "as it was"
    assert "removed its file" in edited.problem


def test_an_editor_that_is_not_there_says_so(tmp_path: Path) -> None:
    missing = str(tmp_path / "no-such-editor")
    edited = edit_text([missing], "as it was")
    assert edited == Edited("as it was", f"{missing} cannot be started (no such file or directory)")


def test_writing_beside_the_file_and_moving_it_over_is_understood(tmp_path: Path) -> None:
    command = editor(tmp_path, 'echo new > "$1.tmp"; mv "$1.tmp" "$1"')
    assert edit_text(command, "old") == Edited("new")


@pytest.mark.parametrize(
    ("visual", "plain", "command"),
    [
        ("code --wait", "vi", ["code", "--wait"]),
        ("", "vim -u 'my rc'", ["vim", "-u", "my rc"]),
        ("", "my 'editor", ["my 'editor"]),
    ],
)
def test_visual_comes_before_editor(
    monkeypatch: pytest.MonkeyPatch, visual: str, plain: str, command: list[str]
) -> None:
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", plain)
    assert editor_command() == command


@pytest.mark.parametrize(
    ("there", "command"),
    [
        ({"sensible-editor", "nano", "vi"}, ["sensible-editor"]),
        ({"nano", "vi"}, ["nano"]),
        ({"vi"}, ["vi"]),
        (set(), []),
    ],
)
def test_without_an_editor_of_the_reader_s_the_usual_one_is_taken(
    monkeypatch: pytest.MonkeyPatch, there: set[str], command: list[str]
) -> None:
    monkeypatch.setenv("VISUAL", " ")
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: name if name in there else None)
    assert editor_command() == command


def test_what_the_editor_saves_is_told_while_it_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "_LOOK_AGAIN", 0.01)
    told, go = list[str](), tmp_path / "go"

    def keep(saved: str) -> None:
        told.append(saved)
        go.touch()

    waits = f'echo "half a thought" > "$1"; while [ ! -e {go} ]; do sleep 0.01; done'
    edited = outside.edit_text(editor(tmp_path, f'{waits}; echo more >> "$1"'), "", keep)
    assert told[0] == "half a thought"
    assert edited == Edited("half a thought\nmore")


def test_what_an_editor_that_failed_could_not_save_is_kept(tmp_path: Path) -> None:
    # vim, whose window is closed
    swap = editor(tmp_path, 'echo "unsaved" > "$(dirname "$1")/.note.md.swp"; kill -1 $$')
    edited = edit_text(swap, "as it was")
    assert edited.text == "as it was"
    folder = Path(edited.problem.rpartition(" ")[2])
    assert (folder / ".note.md.swp").read_text() == "unsaved\n"
    shutil.rmtree(folder)
