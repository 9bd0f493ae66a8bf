"""Journals that a kill has left beside a library, of it or of something else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.documents import add, count
from tests.store.processes import cut_off
from tui.store.database import Database
from tui.store.reading_only import address_to_read


def test_a_transaction_that_a_kill_cut_off_without_a_log_is_taken_back(path: Path) -> None:
    with Database(path) as library:
        library.submit(add).result()
    cut_off(path)
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
    cut_off(other)
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
    cut_off(other)
    journal.write_bytes(other.with_name("other.db-journal").read_bytes())
    address, copy = address_to_read(path)
    with closing(sqlite3.connect(address, uri=True)) as connection:
        assert count(connection) == 1
    assert copy is None
