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
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.store.checksums import add_function
from tui.store.database import Database

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


def test_words_that_were_typed_and_never_saved_are_exported(tmp_path: Path, home: Path) -> None:
    with Database(home / "library.db") as database:
        found = Library(database).all_highlights()
        article = Library(database).stored_article(found[0].document.source)
        assert article is not None
        session = ReadingSession.open(database, article, lambda _: None)
        first, second, third = (mark.highlight for mark in session.marks[:3])
        session.drafts.save(first.id, "perhaps _never_")
        session.tag_drafts.save(second.id, "harbour, cos")
        session.drafts.save(third.id, third.note)
        # Of a highlight without a place, which no text on the screen shows.
        session.drafts.save(found[-1].highlight.id, "once more")
        session.close()
    done = closeread("export", "--format", "json", home=home, cwd=tmp_path)
    marks = [mark for each in json.loads(done.stdout)["documents"] for mark in each["marks"]]
    unsaved = {mark["id"]: mark["unsaved"] for mark in marks if mark["unsaved"]}
    assert unsaved == {
        first.id: {"note": "perhaps _never_", "tags": None},
        second.id: {"note": None, "tags": "harbour, cos"},
        found[-1].highlight.id: {"note": "once more", "tags": None},
    }
    lines = closeread("export", home=home, cwd=tmp_path).stdout.splitlines()
    assert "A note that was typed and not saved: perhaps \\_never\\_" in lines
    assert "Tags that were typed and not saved: harbour, cos" in lines
    assert done.stderr == ""
