from __future__ import annotations

import errno
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.errors import StoreError
from tui.store import backups, connections, database, migrations
from tui.store.database import Database
from tui.store.file_system import is_network
from tui.store.reading_only import address_to_read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Database]:
    with Database(path) as opened:
        yield opened


def add(connection: sqlite3.Connection, ident: str = "d1") -> None:
    connection.execute(
        "INSERT INTO documents (id, title, opened_at, created, updated) "
        "VALUES (?, 'T', '', '', '')",
        (ident,),
    )


def count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])


def test_a_new_library_is_for_its_owner_alone(path: Path) -> None:
    with Database(path) as library:
        library.submit(add).result()
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        for file in path.parent.glob("library.db*"):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_what_was_committed_is_there_for_readers_and_after_reopening(path: Path) -> None:
    with Database(path) as library:
        library.submit(add).result()
        assert library.read(count) == 1
    with Database(path) as library:
        assert library.read(count) == 1


def test_the_library_is_safe_against_a_loss_of_power(library: Database) -> None:
    def settings(c: sqlite3.Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [c.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    assert library.submit(settings).result() == ["wal", 2, 1]


def test_a_change_that_fails_half_way_leaves_nothing(library: Database) -> None:
    def half(connection: sqlite3.Connection) -> None:
        add(connection)
        add(connection)

    with pytest.raises(StoreError):
        library.submit(half).result()
    assert library.read(count) == 0
    library.submit(add).result()
    assert library.read(count) == 1


def test_a_mistake_in_a_change_is_told_as_every_refusal_is(library: Database) -> None:
    with pytest.raises(StoreError, match="the library is unchanged"):
        library.submit(lambda _: 1 // 0).result()
    library.submit(add).result()
    assert library.read(count) == 1


def test_readers_cannot_write(library: Database) -> None:
    with pytest.raises(StoreError):
        library.read(add)


def test_a_reader_is_not_held_up_by_a_change_under_way(library: Database) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        add(connection)
        inside.set()
        assert go_on.wait(10)

    future = library.submit(slow)
    assert inside.wait(10)
    assert library.read(count) == 0
    go_on.set()
    future.result()
    assert library.read(count) == 1


def test_closing_says_how_many_changes_are_not_saved(path: Path) -> None:
    library = Database(path)
    inside, go_on = threading.Event(), threading.Event()

    def stuck(_: sqlite3.Connection) -> None:
        inside.set()
        assert go_on.wait(10)

    library.submit(stuck)
    last = library.submit(add)
    assert inside.wait(10)
    assert library.close(timeout=0) == 2
    go_on.set()
    last.result()
    assert library.close() == 0


def test_a_closed_library_refuses_changes_in_one_sentence(path: Path) -> None:
    library = Database(path)
    library.close()
    told: list[object] = []
    future = library.submit(add, told.append)
    assert isinstance(future.exception(), StoreError)
    assert told == [future]


def test_the_outcome_is_told_on_the_writer_thread(library: Database) -> None:
    names: list[str] = []
    library.submit(add, lambda _: names.append(threading.current_thread().name))
    library.submit(lambda _: None).result()
    assert names == ["library writer"]


def test_a_listener_that_fails_does_not_end_the_saving(library: Database) -> None:
    def broken(_: object) -> None:
        raise ValueError

    library.submit(add, broken)
    library.submit(lambda c: add(c, "d2")).result()
    assert library.read(count) == 2


def test_two_programs_read_and_write_at_the_same_time(path: Path, library: Database) -> None:
    with Database(path) as other:
        seen = other.data_version()
        library.submit(add).result()
        assert other.data_version() != seen
        other.submit(lambda c: add(c, "d2")).result()
        assert library.read(count) == other.read(count) == 2


def test_a_library_locked_by_another_program_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_WAIT", 0.05)
    with Database(path) as library, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program"):
            library.submit(add).result()
        other.rollback()
        library.submit(add).result()


def test_the_log_has_the_reason_of_a_refusal(
    library: Database, caplog: pytest.LogCaptureFixture
) -> None:
    library.submit(add).result()
    assert caplog.messages == []
    assert isinstance(library.submit(add).exception(), StoreError)
    (message,) = caplog.messages
    assert "UNIQUE" in message


def test_a_full_disk_is_told_and_what_was_saved_stays(library: Database) -> None:
    library.submit(add).result()
    pages = library.submit(lambda c: c.execute("PRAGMA page_count").fetchone()[0]).result()

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE documents SET title = zeroblob(1000000)")

    def limit(connection: sqlite3.Connection) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    library.submit(limit).result()
    with pytest.raises(StoreError, match="the disk is full"):
        library.submit(fill).result()
    assert library.read(count) == 1


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" * 64])
def test_a_damaged_file_is_left_untouched(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged") as told:
        Database(path)
    assert len(str(told.value)) <= 100
    assert "closeread restore" in str(told.value)
    assert str(told.value).endswith("/library.db")
    assert path.read_bytes() == content
    beside = {file.name for file in path.parent.iterdir()} - {"library.db-lock"}
    assert beside == {"library.db"}


def test_the_database_of_another_program_is_left_untouched(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (x)")
    content = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Database(path)
    assert path.read_bytes() == content


def test_a_library_of_a_newer_program_is_left_untouched(path: Path) -> None:
    Database(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("INSERT INTO migrations VALUES (99, 'later', '')")
    content = path.read_bytes()
    with pytest.raises(StoreError, match="newer closeread"):
        Database(path)
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be opened"):
        Database(tmp_path / "file" / "library.db")


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


def test_a_private_library_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Database.in_memory() as library:
        seen = library.data_version()
        library.submit(add).result()
        assert library.read(count) == 1
        assert library.data_version() != seen
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("server:/x {} nfs4 rw 0 0", True),
        ("//server/x {} cifs rw 0 0", True),
        ("me@server: {} fuse.sshfs rw 0 0", True),
        ("/dev/sda1 {} ext4 rw 0 0", False),
    ],
)
def test_a_network_folder_is_known_by_its_mount(tmp_path: Path, line: str, expected: bool) -> None:
    mounted = tmp_path / "my share"
    mounted.mkdir()
    mounts = tmp_path / "mounts"
    escaped = str(mounted).replace(" ", "\\040")
    mounts.write_text("/dev/root / ext4 rw 0 0\n" + line.format(escaped) + "\n")
    assert is_network(mounted / "library.db", mounts) is expected
    assert is_network(tmp_path / "library.db", mounts) is False


def test_on_a_network_folder_the_journal_needs_no_shared_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "is_network", lambda _: True)
    with Database(path) as library:
        assert library.read(lambda c: c.execute("PRAGMA journal_mode").fetchone()[0]) == "delete"
        assert "network folder" in library.notices[0]


CUT_OFF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = DELETE")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("CREATE TABLE half (words)")
connection.executemany("INSERT INTO half VALUES (zeroblob(4000))", [()] * 50)
os._exit(9)
"""


def test_a_transaction_that_a_kill_cut_off_without_a_log_is_taken_back(path: Path) -> None:
    with Database(path) as library:
        library.submit(add).result()
    subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], check=False)
    assert path.with_name("library.db-journal").stat().st_size
    with Database(path) as library:
        assert library.notices == ()
        assert library.read(count) == 1
        library.submit(lambda c: add(c, "d2")).result()
        half = "SELECT count(*) FROM sqlite_master WHERE name = 'half'"
        assert library.read(lambda c: c.execute(half).fetchone()[0]) == 0


@pytest.mark.parametrize("is_of_sqlite", [True, False])
def test_a_journal_of_another_file_is_put_aside_and_never_written_over_the_library(
    path: Path, is_of_sqlite: bool
) -> None:
    with Database(path) as library:
        library.submit(add).result()
    other, journal = path.with_name("other.db"), path.with_name("library.db-journal")
    subprocess.run([sys.executable, "-c", CUT_OFF, str(other)], check=False)
    left = other.with_name("other.db-journal").read_bytes()
    assert left.startswith(bytes.fromhex("d9d505f920a163d7"))
    journal.write_bytes(left if is_of_sqlite else b"notes of somebody")
    written = journal.read_bytes()
    with Database(path) as library:
        assert library.read(count) == 1
        (aside,) = path.parent.glob("library.db-journal.aside-*")
        assert aside.read_bytes() == written
        assert library.put_aside.endswith(f"it was put aside as {aside.name}")
        assert library.notices == (library.put_aside,)
    with Database(path) as library:
        assert library.put_aside == ""


def test_a_library_in_a_folder_that_cannot_be_written_is_read_without_a_foreign_journal(
    path: Path,
) -> None:
    with Database(path) as library:
        library.submit(add).result()
    other, journal = path.with_name("other.db"), path.with_name("library.db-journal")
    subprocess.run([sys.executable, "-c", CUT_OFF, str(other)], check=False)
    journal.write_bytes(other.with_name("other.db-journal").read_bytes())
    address, copy = address_to_read(path)
    with closing(sqlite3.connect(address, uri=True)) as connection:
        assert count(connection) == 1
    assert copy is None
