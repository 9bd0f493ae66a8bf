"""A library of an earlier version is brought up to date, or left as it was."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.store.documents import add, count
from tui.errors import StoreError
from tui.store import backups, database, migrations
from tui.store.database import Database


def add_mood(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE documents ADD COLUMN mood TEXT")


def fail_after_writing(connection: sqlite3.Connection) -> None:
    add_mood(connection)
    raise StoreError("no")


def with_step(monkeypatch: pytest.MonkeyPatch, step: object) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))


def test_a_migration_follows_a_verified_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Database(path) as library:
        library.submit(add).result()
    with_step(monkeypatch, add_mood)
    with Database(path) as library:
        assert library.read(lambda c: c.execute("SELECT mood FROM documents").fetchall()) == [
            (None,)
        ]
    (copy,) = backups.backups_in(path.parent / "backups")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as kept:
        assert count(kept) == 1
        assert "mood" not in kept.execute("SELECT sql FROM sqlite_master").fetchone()[0]


def test_a_new_library_needs_no_backup(path: Path, library: Database) -> None:
    assert not (path.parent / "backups").exists()


def test_a_migration_that_fails_leaves_the_library_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database(path).close()
    with monkeypatch.context() as patched:
        with_step(patched, fail_after_writing)
        with pytest.raises(StoreError):
            Database(path)
    with Database(path) as library:
        columns = library.read(lambda c: c.execute("PRAGMA table_info(documents)").fetchall())
        assert "mood" not in [column[1] for column in columns]


def test_nothing_is_migrated_without_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Database(path).close()
    (path.parent / "backups").write_text("a file where the folder should be")
    with_step(monkeypatch, add_mood)
    with pytest.raises(StoreError, match="backup"):
        Database(path)
    with closing(sqlite3.connect(path)) as kept:
        assert kept.execute("SELECT max(number) FROM migrations").fetchone() == (
            len(migrations.MIGRATIONS) - 1,
        )


class NoSpace(NamedTuple):
    free: int = 1000


@pytest.mark.parametrize("is_of_folder", [False, True])
def test_a_library_that_cannot_be_upgraded_is_read_and_says_why(
    path: Path, monkeypatch: pytest.MonkeyPatch, is_of_folder: bool
) -> None:
    with Database(path) as library:
        library.submit(add).result()
        library.wipe_traces()
    before = path.read_bytes()
    with_step(monkeypatch, add_mood)
    if is_of_folder:
        monkeypatch.setattr(database, "make_file", refuse)
    else:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: NoSpace())
    with Database(path) as library:
        assert library.read(lambda c: c.execute("SELECT mood FROM documents").fetchall()) == [
            (None,)
        ]
        library.data_version()
        with pytest.raises(StoreError) as refused:
            library.submit(add).result()
        assert str(refused.value) == str(library.refusal)
        why = "cannot be upgraded where it is" if is_of_folder else "there is no room to upgrade it"
        assert "the library is of an earlier version" in str(refused.value)
        assert why in str(refused.value)
        assert library.is_read_only
    assert path.read_bytes() == before
    monkeypatch.undo()
    with Database(path) as library:
        assert library.refusal is None
        library.submit(lambda c: add(c, "d2")).result()


def refuse(path: Path) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")
