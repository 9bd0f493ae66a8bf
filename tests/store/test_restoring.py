"""A backup in the place of a library in any state; what was there is put aside."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.processes import another_process
from tests.stress.libraries import build
from tui.errors import StoreError
from tui.store.backups import make_backup
from tui.store.database import Database
from tui.store.file_figures import figures_of
from tui.store.library_files import put_aside_in
from tui.store.replacing import put_in_place
from tui.store.restoring import check_backup, restore


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "library.db"
    build(path, 4, 6)
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "library.db"


@pytest.fixture
def copy(tmp_path: Path, built: Path) -> Path:
    return make_backup(built, tmp_path / "backups", "asked", "2x")


def fill(library: Path, built: Path) -> None:
    shutil.copy(built, library)


def leave_log(library: Path, built: Path) -> None:
    """Leave the newest changes in the write-ahead log, as a killed desk does."""
    shutil.copy(built, library.with_name("open.db"))
    with closing(sqlite3.connect(library.with_name("open.db"), isolation_level=None)) as open_one:
        open_one.execute("PRAGMA journal_mode = wal")
        open_one.execute("PRAGMA wal_autocheckpoint = 0")
        open_one.execute("CREATE TABLE newest (word TEXT)")
        open_one.execute("INSERT INTO newest VALUES ('kept')")
        for ending in ("", "-wal", "-shm"):
            shutil.copy(library.with_name(f"open.db{ending}"), f"{library}{ending}")
    for ending in ("", "-wal", "-shm"):
        library.with_name(f"open.db{ending}").unlink(missing_ok=True)


def link_nowhere(library: Path, _: Path) -> None:
    library.symlink_to(library.parent / "gone" / "library.db")


def truncate(library: Path, built: Path) -> None:
    library.write_bytes(built.read_bytes()[:10_000])


def write_noise(library: Path, built: Path) -> None:
    data = bytearray(built.read_bytes())
    data[4096 * 2 : 4096 * 20] = os.urandom(4096 * 18)
    library.write_bytes(data)


STATES: list[Callable[[Path, Path], object]] = [
    fill, leave_log, link_nowhere, truncate, write_noise,
    lambda library, _: library.touch(), lambda *_: None,
]  # fmt: skip


def bytes_in(folder: Path) -> set[bytes]:
    """What the files of a library hold, whatever their names."""
    files = [path for path in folder.iterdir() if not path.name.endswith(("-lock", "-shm"))]
    return {os.readlink(p).encode() if p.is_symlink() else p.read_bytes() for p in files} - {b""}


@pytest.mark.parametrize("prepare", STATES)
def test_a_library_in_any_state_is_put_aside_and_the_backup_is_there(
    library: Path, built: Path, copy: Path, prepare: Callable[[Path, Path], object]
) -> None:
    prepare(library, built)
    before = bytes_in(library.parent)
    aside = restore(library, copy)
    assert figures_of(library) == figures_of(copy)
    assert before <= bytes_in(library.parent)
    assert put_aside_in(library) == ([aside] if aside else [])
    assert copy.exists()
    with Database(library) as database:
        assert database.read(lambda c: c.execute("PRAGMA integrity_check").fetchone()) == ("ok",)


def test_the_library_put_aside_has_what_was_saved_last(
    library: Path, built: Path, copy: Path
) -> None:
    leave_log(library, built)
    aside = restore(library, copy)
    assert aside is not None
    with closing(sqlite3.connect(aside)) as old:
        assert old.execute("SELECT word FROM newest").fetchall() == [("kept",)]


def test_a_linked_library_is_replaced_where_it_lies(
    tmp_path: Path, library: Path, built: Path, copy: Path
) -> None:
    (tmp_path / "far").mkdir()
    fill(tmp_path / "far" / "library.db", built)
    library.symlink_to(tmp_path / "far" / "library.db")
    aside = restore(library, copy)
    assert library.is_symlink()
    assert aside is not None
    assert aside.parent == tmp_path / "far"
    assert figures_of(library) == figures_of(copy)


class Killed(BaseException):
    """What a program does not catch."""


@pytest.mark.parametrize("prepare", STATES)
def test_what_is_stopped_at_any_step_is_finished_when_the_library_is_next_opened(
    library: Path,
    built: Path,
    copy: Path,
    prepare: Callable[[Path, Path], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for stop_at in range(1, 6):
        for path in library.parent.iterdir():
            path.unlink()
        prepare(library, built)
        before = bytes_in(library.parent)
        with monkeypatch.context() as patched:
            _stop(patched, stop_at)
            try:
                restore(library, copy)
            except Killed:
                assert before <= bytes_in(library.parent)
        with Database(library) as database:
            assert figures_of(library) == figures_of(copy)
            database.submit(lambda c: c.execute("UPDATE highlights SET note = 'y'")).result()
        aside = put_aside_in(library)
        assert before <= bytes_in(library.parent)
        assert len(aside) == (prepare is not STATES[-1])


def _stop(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """Have the program stop at one of the renamings behind the decision."""
    done = 0
    rename = os.rename

    def rename_or_stop(source: str, target: str) -> None:
        nonlocal done
        done += 1
        if done == at:
            raise Killed
        rename(source, target)

    monkeypatch.setattr("tui.store.replacing.os.rename", rename_or_stop)


def test_a_new_library_that_nobody_decided_on_is_cleared_away(library: Path, built: Path) -> None:
    fill(library, built)
    for name in ("library.db-new", "library.db-new.closeread.part"):
        (library.parent / name).touch()
    Database(library).close()
    assert sorted(os.listdir(library.parent)) == ["library.db", "library.db-lock"]


def test_two_restores_in_a_row_keep_both_libraries(library: Path, built: Path, copy: Path) -> None:
    fill(library, built)
    first, second = restore(library, copy), restore(library, copy)
    assert put_aside_in(library) == [first, second]
    assert put_in_place(library, Path(shutil.copy2(copy, library.parent / "new"))) not in (
        first,
        second,
    )


def test_nothing_is_changed_while_another_process_has_the_library_open(
    library: Path, built: Path, copy: Path
) -> None:
    fill(library, built)
    with another_process(library) as process:
        with pytest.raises(StoreError, match=f"process {process.pid}"):
            restore(library, copy)
        assert put_aside_in(library) == []


def test_a_backup_that_is_none_or_is_damaged_is_refused(tmp_path: Path, copy: Path) -> None:
    data = copy.read_bytes()
    note = data.replace(b"to be asked again: 3", b"to be asked again: 4")
    noise = data[:8192] + os.urandom(4096 * 20) + data[4096 * 22 :]
    for content in (b"text" * 999, data[:10_000], note, noise, b""):
        bad = tmp_path / "bad.db"
        bad.write_bytes(content)
        with pytest.raises(StoreError):
            check_backup(bad)
    with pytest.raises(StoreError):
        check_backup(tmp_path / "missing.db")
    check_backup(copy)


def test_the_database_of_another_program_and_of_a_newer_one_are_refused(
    tmp_path: Path, copy: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE songs (name TEXT)")
    with pytest.raises(StoreError, match=r"other\.db is no library of closeread"):
        check_backup(tmp_path / "other.db")
    with closing(sqlite3.connect(copy)) as newer:
        newer.execute("INSERT INTO migrations VALUES (999, 'later', '')")
        newer.commit()
    with pytest.raises(StoreError, match="a newer closeread"):
        check_backup(copy)
