from __future__ import annotations

import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.documents import add, count
from tui.errors import StoreError
from tui.store import connections, database
from tui.store.database import Database
from tui.store.file_system import is_network


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
