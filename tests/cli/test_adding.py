"""`closeread add`: what is taken, what is known, what is refused, and what a stop leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.processes import closeread
from tui.library import Library
from tui.store.database import Database

HARBOUR = (
    "The harbour will close in May. The mayor, Ann Reed, said on Monday that nobody had been "
    "asked. It is unclear who will pay for the work.\n"
)
BRIDGE = rb"{\rtf1 The bridge is closed. Whether it will open again is not known.}"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "bridge.rtf").write_bytes(BRIDGE)
    return folder


def test_files_are_taken_once_with_what_is_found_in_them(tmp_path: Path, texts: Path) -> None:
    home = tmp_path / "home"
    names = [str(texts / "harbour.txt"), str(texts / "bridge.rtf")]
    done = closeread("add", *names, home=home, cwd=tmp_path)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("taken  The harbour will close in May")
    assert lines[-1] == "2 taken, 0 known before"
    questions = closeread("questions", "--open", home=home, cwd=tmp_path)
    assert "who will pay for the work" in questions.stdout.lower()
    again = closeread("add", *names, home=home, cwd=tmp_path)
    assert again.stdout.splitlines()[-1] == "0 taken, 2 known before"


def test_one_that_cannot_be_read_costs_only_itself(tmp_path: Path, texts: Path) -> None:
    names = [str(texts / "missing.txt"), str(texts / "harbour.txt")]
    done = closeread("add", *names, home=tmp_path / "home", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "1 taken, 0 known before, 1 refused"
    assert "missing.txt does not exist" in done.stderr


def test_what_is_added_is_not_what_was_read_last(tmp_path: Path, texts: Path) -> None:
    home = tmp_path / "home"
    closeread("add", str(texts / "harbour.txt"), home=home, cwd=tmp_path)
    with Database(home / "library.db") as database:
        assert Library(database).last_opened() is None
        assert len(Library(database).documents()) == 1


def test_a_changed_file_is_taken_again_as_the_same_article(tmp_path: Path, texts: Path) -> None:
    home, path = tmp_path / "home", texts / "harbour.txt"
    closeread("add", str(path), home=home, cwd=tmp_path)
    path.write_text(HARBOUR + "\nThe council will meet in June.\n", encoding="utf-8")
    done = closeread("add", str(path), home=home, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "1 taken, 0 known before"
    with Database(home / "library.db") as database:
        assert len(Library(database).documents()) == 1
