"""A library that has lost what was saved in it says so, once."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from tui.store.database import Database
from tui.store.library_files import COMMITS
from tui.store.restoring import restore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def beside(path: Path, suffix: str = COMMITS) -> Path:
    return path.with_name(path.name + suffix)


def write(database: Database, count: int) -> None:
    for _ in range(count):
        database.submit(
            lambda c: c.execute(
                "INSERT INTO documents (id, title, opened_at, created, updated) "
                "VALUES (hex(randomblob(8)), '', '', '', '')"
            )
        ).result()


def loss(path: Path) -> str:
    with Database(path) as database:
        assert database.notices == ((database.loss,) if database.loss else ())
        return database.loss


@pytest.fixture
def older(path: Path, tmp_path: Path) -> Path:
    """A copy of the library as it was three commits ago; the library is closed."""
    with Database(path) as database:
        write(database, 2)
    copy = tmp_path / "older.db"
    shutil.copyfile(path, copy)
    with Database(path) as database:
        write(database, 3)
    return copy


def test_a_library_in_order_has_lost_nothing(older: Path, path: Path) -> None:
    assert loss(path) == ""
    assert stat.S_IMODE(beside(path).stat().st_mode) == 0o600


def test_an_older_library_says_how_much_is_gone_until_something_is_saved(
    older: Path, path: Path
) -> None:
    shutil.copyfile(older, path)
    assert "lost its last 3 changes, of 20" in loss(path)
    # Whoever only looked may not have told the reader.
    assert "lost its last 3 changes" in loss(path)
    with Database(path) as database:
        write(database, 1)
    assert loss(path) == ""


def test_a_library_put_back_on_purpose_has_lost_nothing(older: Path, path: Path) -> None:
    aside = restore(path, older)
    assert loss(path) == ""
    # The one put aside keeps what belongs to it.
    assert aside is not None
    assert beside(aside).exists()


def test_a_log_that_is_cut_is_noticed(path: Path) -> None:
    with Database(path) as database:
        write(database, 4)
        copied = path.parent / "copied"
        copied.mkdir()
        for suffix in ("", "-wal", COMMITS):
            shutil.copyfile(beside(path, suffix), copied / f"library.db{suffix}")
    log = copied / "library.db-wal"
    whole = log.stat().st_size
    os.truncate(log, whole - 1)
    assert "lost its last change," in loss(copied / "library.db")


def test_a_log_cut_behind_the_step_that_began_to_count_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.store import migrations

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:3])
        Database(path).close()
    old = path.read_bytes()
    with Database(path) as database:
        write(database, 1)
    path.write_bytes(old)
    assert "lost its changes until 20" in loss(path)


def test_another_library_in_its_place_has_lost_nothing(older: Path, path: Path) -> None:
    other = path.with_name("other.db")
    with Database(other) as database:
        write(database, 1)
    os.replace(other, path)
    assert loss(path) == ""


@pytest.mark.parametrize("content", [b"", b"nonsense", b"a b c", b"\xff" * 300])
def test_a_file_beside_it_that_says_nothing_is_borne(
    older: Path, path: Path, content: bytes
) -> None:
    beside(path).write_bytes(content)
    assert loss(path) == ""
    with Database(path) as database:
        write(database, 1)
    shutil.copyfile(older, path)
    assert "lost its last 4 changes" in loss(path)


def test_a_file_that_cannot_be_written_keeps_no_change_back(path: Path) -> None:
    beside(path).mkdir()
    with Database(path) as database:
        write(database, 1)
    assert loss(path) == ""


def test_a_change_that_changes_nothing_is_none(path: Path) -> None:
    with Database(path) as database, Database(path) as other:
        seen = other.data_version()
        database.submit(lambda c: None).result()
        assert other.data_version() == seen


def test_two_programs_count_together(path: Path) -> None:
    with Database(path) as database, Database(path) as other:
        for each in (database, other, database):
            write(each, 1)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT number FROM commits").fetchone() == (3,)
    assert beside(path).read_text().split()[1] == "000000000003"
