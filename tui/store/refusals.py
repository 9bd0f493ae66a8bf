"""Errors of SQLite and the system as sentences for the reader."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.errors import StoreError
from tui.store.short_names import short_source


class LockedError(StoreError):
    """Another program is changing the library, and went on longer than was waited for."""


@contextmanager
def as_store_errors(path: Path | None) -> Iterator[None]:
    """Turn errors of SQLite and the system into one sentence for the reader."""
    place = f": {short_source(str(path))}" if path else ""
    try:
        yield
    except sqlite3.Error as error:
        raise _sentence(error, place) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError(
            f"the library cannot be opened ({reason.lower()})", f"check its folder{place}"
        ) from error


def _sentence(error: sqlite3.Error, place: str) -> StoreError:
    """The reason first and the place last: where there is little room, the end is cut."""
    whole = getattr(error, "sqlite_errorcode", 0)
    if whole == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return StoreError("what this belongs to is no longer in the library", "make it again")
    code = whole & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedError(
            "another program is changing the library", f"try again when it has finished{place}"
        )
    if code == sqlite3.SQLITE_FULL:
        return StoreError(
            "the disk is full and the library unchanged", f"make room and try again{place}"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreError(
            "the library is damaged or is no library", f"put its newest backup in its place{place}"
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            "the library cannot be written", f"check who may write to its folder{place}"
        )
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(
            "the disk reports an error, the library cannot be used", f"check the disk{place}"
        )
    return StoreError(f"the library refused the change ({error})", "try again")
