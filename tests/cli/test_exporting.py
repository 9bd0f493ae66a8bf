"""Exports that lose nothing: of a file that is there, and of a library with damage in it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.processes import closeread
from tests.cli.test_processes import only_sentence
from tests.stress.libraries import build
from tui.store.checksums import add_function

MARKS = 4


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two articles of four marks."""
    build(tmp_path / "home" / "library.db", 2, MARKS)
    return tmp_path / "home"


def change(home: Path, statement: str) -> None:
    """Change a library as a disk does: without a checksum that follows."""
    with closing(sqlite3.connect(home / "library.db")) as connection:
        add_function(connection)
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize("form", ["md", "json"])
def test_fewer_highlights_replace_more_only_by_force(tmp_path: Path, home: Path, form: str) -> None:
    arguments = ("export", "--format", form, "-o", "marks")
    assert closeread(*arguments, home=home, cwd=tmp_path).returncode == 0
    before = (tmp_path / "marks").read_bytes()
    one = [*arguments, "/texts/0"]
    done = closeread(*one, home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert "marks holds 8 highlights and this export 4; name another file, or --force" in (
        only_sentence(done.stderr)
    )
    assert (tmp_path / "marks").read_bytes() == before
    assert closeread(*one, "--force", home=home, cwd=tmp_path).returncode == 0
    assert (tmp_path / "marks").read_bytes() != before


def test_a_damaged_highlight_is_named_and_the_others_are_there(tmp_path: Path, home: Path) -> None:
    whole = json.loads(closeread("export", "--format", "json", home=home, cwd=tmp_path).stdout)
    lost = whole["documents"][0]["marks"].pop(1)
    change(home, f"UPDATE highlights SET exact = exact || '!' WHERE id = '{lost['id']}'")
    done = closeread("export", "--format", "json", home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert json.loads(done.stdout) == whole
    assert "known to be lost" in done.stderr
    assert lost["id"] in done.stderr
