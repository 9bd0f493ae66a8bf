"""Verified copies of the library, made before its tables change."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

from tui.errors import StoreError
from tui.settings.paths import make_private_folder
from tui.store.clock import now

KEPT = 5
"""Copies kept; an older one goes when a newer one is verified."""


def back_up(connection: Connection, folder: Path, name: str) -> Path:
    """Copy a whole library, verify the copy, and only then give it its name.

    Args:
        connection: The library; other programs may go on using it.
        folder: Where the copy goes.
        name: How the file name begins; the time follows.

    Raises:
        StoreError: No verified copy could be made.
    """
    stamp = "".join(filter(str.isdigit, now().partition("+")[0]))
    target = folder / f"{name}-{stamp}.db"
    partial = target.with_suffix(".part")
    try:
        make_private_folder(folder)
        verdict = _copy(connection, partial)
        if verdict != "ok":
            raise StoreError(
                f"the library was left as it was: its copy is damaged ({verdict})",
                "put the newest backup in its place",
            )
        _sync(partial)
        os.replace(partial, target)
        _sync(folder)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"the library was left as it was: no backup could be made in {folder} ({error})",
            "make room there or check who may write to it",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()
    _drop_old(folder)
    return target


def _copy(connection: Connection, target: Path) -> str:
    """Copy a library into a new file; what its check finds, "ok" for nothing.

    Raises:
        OSError: The file cannot be made.
        sqlite3.Error: The library cannot be copied.
    """
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
        # The copy must be one file: a write-ahead log beside it would be left behind.
        copy.execute("PRAGMA journal_mode = DELETE")
        return str(copy.execute("PRAGMA integrity_check").fetchone()[0])


def backups_in(folder: Path) -> list[Path]:
    """The copies in a folder, oldest first."""
    return sorted(folder.glob("library-*.db"), key=lambda path: path.stem.rpartition("-")[2])


def _drop_old(folder: Path) -> None:
    for path in backups_in(folder)[:-KEPT]:
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Have the disk keep a file or a folder's entries."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
