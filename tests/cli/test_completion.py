"""Completion in the shell: what a Tab offers, through the scripts that readers source."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.processes import ROOT, closeread, environment, python
from tui.cli.completion import SHELLS, VARIABLE
from tui.documents.loading import from_text
from tui.settings.paths import paths
from tui.store.database import Database
from tui.store.documents import register
from tui.store.source_names import names_beginning

ADDRESS = "https://example.org/harbour"


def offered(line: str, folder: Path, shell: str = "bash", **more: str) -> list[str]:
    """What the program answers to a Tab at the end of a line."""
    words = line.split() + [""] * line.endswith(" ")
    asked = {
        VARIABLE: f"{shell}_complete",
        "COMP_LINE": line,
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = closeread(home=folder / "home", cwd=folder, stdin=None, **asked, **more)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_commands_options_and_samples_are_offered(tmp_path: Path) -> None:
    assert "plain,search" in offered("closeread se", tmp_path)
    assert "plain,seed:nato-russia-talks" in offered("closeread se", tmp_path)
    assert offered("closeread export --fo", tmp_path) == ["plain,--format", "plain,--force"]
    assert offered("closeread export --format m", tmp_path) == ["plain,md"]
    assert "plain,--private" in offered("closeread --p", tmp_path)
    assert offered("closeread completion f", tmp_path) == ["plain,fish"]
    # a first word that is no command is an article, and no reason to complain
    assert "plain,--private" in offered("closeread serach --p", tmp_path)


def test_files_are_left_to_the_shell(tmp_path: Path) -> None:
    assert "file,rep" in offered("closeread rep", tmp_path)
    assert offered("closeread export -o no", tmp_path) == ["file,no"]
    assert "file,rep" in offered("closeread forget rep", tmp_path)
    assert not (tmp_path / "home").exists()


def test_what_the_library_holds_is_offered_and_the_library_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOSEREAD_HOME", str(tmp_path / "home"))
    gone = tmp_path / "gone.txt"
    gone.write_text("The bridge will close.", encoding="utf-8")
    with Database(paths().library) as database:
        for name in (str(gone), ADDRESS):
            article = from_text("The bridge will close.", name)
            database.submit(lambda c, n=name, a=article: register(c, n, a)).result()  # type: ignore[misc]
    before = sorted(os.listdir(paths().library.parent))
    # a file that is there is the shell's to complete
    assert f"plain,{gone}" not in offered(f"closeread {tmp_path}/go", tmp_path)
    gone.unlink()
    assert f"plain,{gone}" in offered(f"closeread {tmp_path}/go", tmp_path)
    assert f"plain,{ADDRESS}" in offered("closeread forget https:", tmp_path)
    assert sorted(os.listdir(paths().library.parent)) == before


def test_a_library_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "library.db"
    assert names_beginning(broken, "", 5) == []
    assert not broken.exists()
    broken.write_bytes(b"no library" * 500)
    assert names_beginning(broken, "", 5) == []
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE sources (source TEXT, deleted TEXT)")
        connection.execute("INSERT INTO sources VALUES ('https://b.example/1', NULL)")
        connection.execute("INSERT INTO sources VALUES ('https://a.example/2', NULL)")
        connection.execute("INSERT INTO sources VALUES ('https://c.example/3', 'then')")
    found = names_beginning(tmp_path / "other.db", "https:", 5)
    assert found == ["https://a.example/2", "https://b.example/1"]
    assert names_beginning(tmp_path / "other.db", "https://b", 5) == ["https://b.example/1"]


def test_a_tab_waits_for_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys; from tui.__main__ import _run; _run([]); "
        "print(sorted({'textual', 'rich', 'spacy', 'msgspec', 'lxml'} & set(sys.modules)))"
    )
    asked = {VARIABLE: "bash_complete", "COMP_LINE": "closeread forget "}
    done = python("-c", script, home=tmp_path / "home", cwd=tmp_path, stdin=None, **asked)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_names_the_program_and_asks_it(tmp_path: Path, shell: str) -> None:
    script = closeread("completion", shell, home=tmp_path / "home", cwd=tmp_path).stdout
    assert f"{VARIABLE}={shell}_complete" in script
    assert "closeread" in script


def sourced(shell: str, script: str, folder: Path, line: str = "closeread re") -> list[str]:
    """What a shell says that has the script, and closeread on its path."""
    program = folder / "bin" / "closeread"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    more = {"COMP_LINE": line, "PATH": f"{program.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        [shell, "-c", script],
        cwd=folder,
        env=environment(folder / "home", PYTHONPATH=str(ROOT), HOME=str(folder), **more),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def in_bash(line: str, folder: Path) -> list[str]:
    """What bash would put on its line."""
    script = (
        'eval "$(closeread completion bash)"; compopt() { :; }; '
        "COMP_WORDBREAKS=$' \\t\\n\"\\'><=;|&(:' COMP_POINT=${#COMP_LINE}; "
        '_closeread_completion closeread; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return sourced("bash", script, folder, line)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_names_files_and_what_holds_a_colon(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("One.", encoding="utf-8")
    assert in_bash("closeread re", tmp_path) == ["report.txt", "restore"]
    # what stands before the colon is on the line already
    assert in_bash("closeread seed:n", tmp_path) == ["nato-russia-talks"]
    assert in_bash("closeread export -o rep", tmp_path) == ["report.txt"]


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
def test_fish_completes_names_with_what_they_are_for(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("One.", encoding="utf-8")
    said = sourced("fish", 'closeread completion fish | source; complete -C "$COMP_LINE"', tmp_path)
    assert any(line.startswith("restore\t") for line in said)
    assert any(line.startswith("report.txt") for line in said)
