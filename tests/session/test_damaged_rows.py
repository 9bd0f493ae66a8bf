"""What is damaged or cannot be written never keeps the highlights back, nor shows others."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection, connect
from tempfile import TemporaryDirectory

import pytest

from tests.session.reading import FIRST, OPEN, marked, read
from tests.store.articles import TEXT
from tests.store.processes import cut_off
from tui.library import Library
from tui.store.database import Database


@contextmanager
def by_hand(path: Path) -> Iterator[Connection]:
    """The file as a disk may change it: past the triggers and past the program."""
    with closing(connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


@pytest.fixture
def marked_twice(path: Path) -> Path:
    """A library with two marks of one article, one of them with a note and a tag."""
    with Database(path) as database:
        reader = read(database)
        reader.mark(FIRST)
        ident = reader.mark(OPEN).highlight.id
        reader.session.set_note(ident, "ask the mayor")
        reader.session.set_tags(ident, ("bridge",))
        reader.wait()
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE highlights SET note = 'ask the major' WHERE note <> ''",
        "UPDATE highlights SET note = CAST(x'61736bff' AS TEXT) WHERE note <> ''",
        "UPDATE highlights SET start = start + 1 WHERE note <> ''",
        "UPDATE highlights SET start = 'x' WHERE note <> ''",
        "UPDATE highlights SET exact = CAST(exact AS BLOB) WHERE note <> ''",
        "UPDATE tags SET tag = 'fridge'",
    ],
)
def test_a_mark_whose_row_the_disk_has_changed_is_not_shown_and_is_told(
    marked_twice: Path, statement: str
) -> None:
    with by_hand(marked_twice) as connection:
        connection.execute(statement)
    with Database(marked_twice) as database:
        session = read(database).session
        assert marked(session) == [FIRST]
        assert session.notices[0].startswith("1 highlight is damaged on the disk and not shown")
        assert [r.highlight.anchor.exact for r in Library(database).all_highlights()] == [FIRST]


def test_a_damaged_entry_of_the_undo_log_takes_nothing_but_its_undo(marked_twice: Path) -> None:
    with by_hand(marked_twice) as connection:
        connection.execute("UPDATE operations SET after = 'not json' WHERE number = 3")
        connection.execute("UPDATE operations SET before = CAST(x'7bff' AS TEXT) WHERE number = 2")
    with Database(marked_twice) as database:
        reader = read(database)
        assert marked(reader.session) == [FIRST, OPEN]
        reader.session.undo()
        reader.wait()
        assert reader.session.marks[1].highlight.tags == ()


def test_a_table_beside_the_marks_that_is_gone_takes_only_what_was_in_it(
    marked_twice: Path,
) -> None:
    with by_hand(marked_twice) as connection:
        connection.execute("DROP TABLE named_places")
    with Database(marked_twice) as database:
        session = read(database).session
        assert marked(session) == [FIRST, OPEN]
        assert session.notices[0].startswith("the lettered places cannot be read")


def test_a_kept_text_that_is_damaged_takes_no_mark(marked_twice: Path) -> None:
    with by_hand(marked_twice) as connection:
        connection.execute("UPDATE revisions SET text = x'00'")
    with Database(marked_twice) as database:
        session = read(database, f"{TEXT}It rains.").session
        assert set(marked(session)) == {FIRST, OPEN}


def test_a_colour_of_a_later_version_is_shown_as_the_first(path: Path) -> None:
    with Database(path) as database:
        read(database).mark(OPEN)
        database.submit(lambda c: c.execute("UPDATE highlights SET colour = 'puce'")).result()
        assert marked(read(database).session) == [OPEN]


NOBODY = 65534


@pytest.fixture
def read_only(marked_twice: Path) -> Iterator[Path]:
    """The same library in a folder where nothing can be written."""
    with unwritable_copy(marked_twice) as copy:
        yield copy


@contextmanager
def unwritable_copy(library: Path) -> Iterator[Path]:
    """A copy of a library, with the logs beside it, in a folder where nothing can be written."""
    with TemporaryDirectory() as outer:
        folder = Path(outer) / "snapshot"
        folder.mkdir()
        for file in library.parent.glob(f"{library.name}*"):
            Path(shutil.copy(file, folder)).chmod(0o444)
        copy = folder / library.name
        folder.chmod(0o555)
        Path(outer).chmod(0o755)
        is_root = os.geteuid() == 0
        if is_root:
            # Nothing is read-only for the superuser.
            os.seteuid(NOBODY)
        try:
            yield copy
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o755)


def test_a_library_in_a_read_only_folder_is_read(read_only: Path) -> None:
    with Database(read_only) as database:
        reader = read(database)
        assert marked(reader.session) == [FIRST, OPEN]
        reader.mark("The café")
        reader.session.close()
        assert reader.failures
        assert marked(reader.session) == [FIRST, OPEN]


def test_of_a_read_only_library_with_logs_nothing_is_called_saved_in_a_copy(
    marked_twice: Path,
) -> None:
    cut_off(marked_twice)
    with unwritable_copy(marked_twice) as path, Database(path) as database:
        reader = read(database)
        assert marked(reader.session) == [FIRST, OPEN]
        reader.mark("The café")
        reader.session.close()
        assert reader.failures


def test_a_disk_that_takes_no_more_shows_the_marks_it_has(marked_twice: Path) -> None:
    with Database(marked_twice) as database:
        refusing = (
            "CREATE TEMP TRIGGER full BEFORE INSERT ON {} BEGIN SELECT RAISE(FAIL, 'full'); END"
        )
        for table in ("documents", "sources", "revisions"):
            database.submit(lambda c, t=table: c.execute(refusing.format(t)))  # type: ignore[misc]
        reader = read(database, f"Changed. {FIRST} {OPEN}")
        assert set(marked(reader.session)) == {FIRST, OPEN}
        assert "nothing can be saved" in reader.session.notices[0]
