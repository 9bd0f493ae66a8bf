"""A library that can be read and not written: another's file, a snapshot, a read-only folder."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.settings.paths import is_there
from tui.store.checked_connection import CheckedConnection
from tui.store.foreign_journal import has_foreign_journal
from tui.store.library_files import beside, real_place

_CANNOT_WRITE = (
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_FULL,
)  # fmt: skip

CANNOT_GROW = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)
"""What a quota, a limit on the size of files, or no room for the index of the log comes to."""


def is_refusal_to_write(error: Exception) -> bool:
    """Whether a library may still be read where opening it for writing failed so."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0)
        return code in CANNOT_GROW or (code & 0xFF) in _CANNOT_WRITE
    return isinstance(error, OSError)


def address_to_read(path: Path) -> tuple[str, TemporaryDirectory[str] | None]:
    """What `sqlite3.connect(..., uri=True)` reads a library by, writing nothing beside it.

    A library with a write-ahead log needs an index in shared memory beside it. Where that
    cannot be made, a library without such a log is read as one that nobody changes (SQLite,
    "immutable"), and one with a log is read from a copy; so is one whose last transaction was
    cut off and is to be taken back first.

    Returns:
        The address, and the folder of the copy (`None` when there is none), which is removed
        with its last reference.

    Raises:
        sqlite3.Error: It cannot be read either.
        OSError: It cannot be read either.
    """
    address = f"{path.resolve().as_uri()}?mode=ro"
    try:
        _look(address)
    except sqlite3.OperationalError:
        endings = ("-wal",) if has_foreign_journal(path) else ("-wal", "-journal")
        found = [beside(path, ending) for ending in endings]
        logs = [log for log in found if is_there(log) and log.stat().st_size]
        if not logs:
            address += "&immutable=1"
            _look(address)
            return address, None
        folder = TemporaryDirectory(prefix="closeread-")
        place = real_place(path)
        copy = Path(folder.name) / place.name
        for each in (place, *logs):
            shutil.copyfile(each, copy.with_name(each.name))
        return f"{copy.as_uri()}?mode=rw", folder
    return address, None


def _look(address: str) -> None:
    with closing(sqlite3.connect(address, factory=CheckedConnection, uri=True)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
