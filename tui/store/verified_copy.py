"""A copy of a library that is known to be one: copied in steps, checked, read back, synced."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection

from tui.errors import MENDS, StoreError
from tui.settings.paths import is_there
from tui.store.checked_connection import CheckedConnection
from tui.store.checksums import CHECKED, add_function, is_whole
from tui.store.library_files import PART
from tui.store.reading_only import address_to_read
from tui.store.refusals import DamagedError, as_store_errors
from tui.store.renewing import DAMAGED
from tui.store.replacing import sync
from tui.store.short_names import short_source

_PAGES = 256
"""Pages copied at a time, a megabyte: between two steps one may be told to stop."""
_REST = 0.002
"""Seconds between two steps, for whoever else wants the disk."""
_INSTRUCTIONS = 100_000
"""Steps of a statement after which it asks whether to go on: some milliseconds."""
_SPARE = 1.1
"""Room a copy needs, as a multiple of the library."""

GoesOn = Callable[[], bool]
"""Asked every few milliseconds; `False` abandons a copy."""


class AbandonedError(StoreError):
    """The copy was given up because nobody waits for it any more."""


class NoRoomError(StoreError):
    """The disk has no room for a copy."""


class UntrueRowsError(StoreError):
    """The library has rows that are not as they were written."""


def always() -> bool:
    """Go on whatever happens."""
    return True


@contextmanager
def library_to_copy(path: Path) -> Iterator[Connection]:
    """A connection of its own to a library, which cannot write.

    Raises:
        StoreError: There is none, or none that can be read.
    """
    if not is_there(path):
        raise StoreError(
            f"there is no library at {short_source(str(path))}",
            "closeread restore puts a backup there",
        )
    if not path.stat().st_size:
        raise StoreError(
            f"the library {short_source(str(path))} is empty (0 bytes)",
            "closeread restore puts a backup in its place",
        )
    with as_store_errors(path):
        # The folder of a copy is removed with its last reference: when the block ends.
        address, _folder = address_to_read(path)
        with closing(
            sqlite3.connect(address, factory=CheckedConnection, uri=True, isolation_level=None)
        ) as connection:
            add_function(connection)
            connection.execute("PRAGMA query_only = ON")
            yield connection


def copy_verified(
    connection: Connection,
    target: Path,
    *,
    goes_on: GoesOn = always,
    may_be_untrue: bool = False,
) -> None:
    """Copy a whole library, verify the copy, and only then give it its name.

    Writers are not held up: the copy is of one moment, and they go on.

    Args:
        connection: The library, in no transaction.
        target: The file; what is there is replaced, once the copy is verified.
        goes_on: Whether to go on.
        may_be_untrue: Whether rows that the disk has changed are copied as they are.

    Raises:
        StoreError: There is no verified copy; what was at `target` is still there.
    """
    partial = target.with_name(target.name + PART)
    try:
        _check_room(connection, target.parent)
        with _at_one_moment(connection):
            rows = _rows(connection, goes_on)
            untrue = 0 if may_be_untrue else _untrue(connection, goes_on)
            if untrue:
                raise _untrue_rows(untrue)
            _copy(connection, partial, goes_on)
        _verify(partial, rows, goes_on, may_be_untrue=may_be_untrue)
        sync(partial)
        os.replace(partial, target)
        sync(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise _refusal(error, target.parent, goes_on) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()


def verify(path: Path) -> None:
    """Check that a file is a whole library of which every row is as it was written.

    Raises:
        StoreError: It is not.
    """
    with library_to_copy(path) as connection:
        _check(connection, "this backup is damaged", "try another one")
        if untrue := _untrue(connection, always):
            raise UntrueRowsError(
                f"{untrue} rows of this backup are not as they were written", "try another one"
            )


def _check_room(connection: Connection, folder: Path) -> None:
    pages, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
    )
    if shutil.disk_usage(folder).free < _SPARE * pages * size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@contextmanager
def _at_one_moment(connection: Connection) -> Iterator[None]:
    """Read one state of the library, where that keeps nobody from writing.

    Without a write-ahead log a reader keeps writers out; there SQLite begins a copy anew when
    something was written meanwhile.
    """
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _copy(connection: Connection, partial: Path, goes_on: GoesOn) -> None:
    def step(_status: int, remaining: int, _total: int) -> None:
        if not goes_on():
            raise _abandoned()
        if remaining:
            time.sleep(_REST)

    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(partial, factory=CheckedConnection, isolation_level=None)) as copy:
        # Nothing is to be rolled back in a file that counts only when it is whole.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        connection.backup(copy, pages=_PAGES, progress=step)
        # The copy must be one file: a write-ahead log beside it would be left behind.
        copy.execute("PRAGMA journal_mode = DELETE")


def _verify(partial: Path, rows: dict[str, int], goes_on: GoesOn, *, may_be_untrue: bool) -> None:
    with closing(sqlite3.connect(partial, factory=CheckedConnection, isolation_level=None)) as copy:
        add_function(copy)
        copy.set_progress_handler(lambda: not goes_on(), _INSTRUCTIONS)
        _check(copy, "the library is damaged and no copy of it was made", MENDS)
        if _rows(copy, goes_on) != rows:
            raise StoreError("the copy lacks rows of the library", "try again")
        untrue = 0 if may_be_untrue else _untrue(copy, goes_on)
        if untrue:
            raise _untrue_rows(untrue)


def _check(connection: Connection, message: str, hint: str) -> None:
    if _verdict(connection, "") == "ok":
        return
    names = [row[0] for row in connection.execute("SELECT tbl_name FROM sqlite_master")]
    tables = {name for name in names if not name.startswith(DAMAGED)}
    # What is in the place of a damaged table counts, not what is left of that.
    is_whole = len(tables) < len(set(names)) and all(
        _verdict(connection, f"('{table}')") == "ok" for table in tables
    )
    if not is_whole:
        raise DamagedError(message, hint)


def _verdict(connection: Connection, table: str) -> str:
    try:
        return str(connection.execute(f"PRAGMA quick_check{table or '(1)'}").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        return str(error)


def _rows(connection: Connection, goes_on: GoesOn) -> dict[str, int]:
    """How many rows each table of the reader's has."""
    return {
        table: _number(connection, f"SELECT count(*) FROM {table}", goes_on)
        for table in _tables(connection)
    }


def _untrue(connection: Connection, goes_on: GoesOn) -> int:
    """How many rows are not as they were written; 0 for a library from before checksums."""
    return sum(
        _number(
            connection,
            f"SELECT count(*) FROM {table} t WHERE NOT ({is_whole(table, 't')})",
            goes_on,
        )
        for table in _tables(connection)
        if any(row[1] == "checksum" for row in connection.execute(f"PRAGMA table_info({table})"))
    )


def _number(connection: Connection, query: str, goes_on: GoesOn) -> int:
    connection.set_progress_handler(lambda: not goes_on(), _INSTRUCTIONS)
    try:
        return int(connection.execute(query).fetchone()[0])
    finally:
        connection.set_progress_handler(None, 0)


def _tables(connection: Connection) -> list[str]:
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    return [table for table in CHECKED if table in there]


def _untrue_rows(count: int) -> UntrueRowsError:
    rows = "row of the library is" if count == 1 else "rows of the library are"
    return UntrueRowsError(
        f"{count} {rows} not as written, so no backup was made and the older ones stay", MENDS
    )


def _abandoned() -> AbandonedError:
    return AbandonedError("the backup was given up")


def _refusal(error: Exception, folder: Path, goes_on: GoesOn) -> StoreError:
    if not goes_on():
        return _abandoned()
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or getattr(error, "errno", 0) == errno.ENOSPC:
        return NoRoomError(
            f"no copy of the library was made: {folder} has no room for it",
            "make room there",
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedError("the library is damaged and no copy of it was made", MENDS)
    reason = getattr(error, "strerror", None) or str(error)
    return StoreError(
        f"no copy of the library could be made in {folder} ({reason.lower()})",
        "check who may write to it",
    )
