"""Connections to the library file, and how what they do is done."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

from tui.settings.paths import make_private_folder
from tui.store.checked_connection import CheckedConnection
from tui.store.checksums import add_function
from tui.store.file_system import is_network

T = TypeVar("T")

LOCK_WAIT = 5.0
"""Seconds to wait for another program's change."""
_log = logging.getLogger(__name__)


def make_file(path: Path) -> None:
    """Create the file for its owner alone; SQLite gives `-wal` and `-shm` the same mode."""
    make_private_folder(path.parent)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        return
    if path.stat().st_mode & 0o077:
        with contextlib.suppress(PermissionError):
            path.chmod(0o600)


def connect(address: str) -> Connection:
    """Open a library, in whose connection each statement is a transaction of its own.

    Args:
        address: A path, or a URI that begins with `file:`.

    Raises:
        sqlite3.Error: It cannot be opened.
    """
    connection = sqlite3.connect(
        address,
        factory=CheckedConnection,
        timeout=LOCK_WAIT,
        isolation_level=None,
        check_same_thread=False,
        uri=address.startswith("file:"),
    )
    add_function(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")
    # What is deleted for good is overwritten: forgetting an article means it.
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def empty_log(connection: Connection) -> None:
    """Take everything of the write-ahead log into the library, so that nothing is left in it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def choose_journal(connection: Connection, path: Path) -> bool:
    """Turn write-ahead logging on where it is safe; whether it is on."""
    journal = "delete" if is_network(path) else "wal"
    deadline = time.monotonic() + LOCK_WAIT
    while True:
        try:
            mode = connection.execute(f"PRAGMA journal_mode = {journal}").fetchone()[0]
        except sqlite3.OperationalError as error:
            # SQLite does not wait for a lock here, although it does everywhere else.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
            continue
        return str(mode) == "wal"


def transaction(connection: Connection, run: Callable[[Connection], T]) -> T:
    """Make a change, of which all is saved or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = run(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise
    return result


def with_any_text(connection: Connection, run: Callable[[Connection], T]) -> T:
    """Do something that reads; a text that is none any more does not keep the rest back.

    Checksums tell which rows are not as they were written. The text factory in C is twice as
    fast as one of ours, so it stays until it fails.
    """
    try:
        return run(connection)
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
        _log.warning("the library has text that is none: %s", error)
        connection.text_factory = any_text
        return run(connection)


def any_text(stored: bytes) -> str:
    """A text of the library, whatever the disk has made of it."""
    return stored.decode(errors="replace")


def at_one_moment(connection: Connection, look: Callable[[Connection], T]) -> T:
    """Read several things as they were together."""
    connection.execute("BEGIN")
    try:
        return look(connection)
    finally:
        connection.execute("ROLLBACK")
