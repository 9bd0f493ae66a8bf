"""Errors of SQLite and the system as sentences for the reader."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.errors import SEE_LOG, StoreError
from tui.store.reading_only import CANNOT_GROW
from tui.store.short_names import short_source

MENDING = "closeread doctor --mend or closeread restore mends it"
"""What to do about a library that is damaged."""
INDEX_DAMAGE = "the search index is damaged", "closeread doctor --mend builds it anew"
"""The sentence about what only searching needs."""
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class LockedError(StoreError):
    """Another program is changing the library, and went on longer than was waited for."""


class DamagedError(StoreError):
    """The file of the library is not as SQLite has written it."""

    def __init__(self, message: str, hint: str, *, is_index: bool = False) -> None:
        """Keep the parts.

        Args:
            message: As of every error.
            hint: As of every error.
            is_index: Whether it is the search index, which can be built anew, and nothing else.
        """
        super().__init__(message, hint)
        self.is_index = is_index


@contextmanager
def as_store_errors(path: Path | None) -> Iterator[None]:
    """Turn errors of SQLite and the system into one sentence for the reader.

    Args:
        path: The library, which the sentence names; `None` for one in memory.

    Raises:
        StoreError: In the place of any of them.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _sentence(error, _place(path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError(
            f"the library cannot be opened ({reason.lower()})", f"check its folder{_place(path)}"
        ) from error


def _place(path: Path | None) -> str:
    return f": {short_source(str(path))}" if path else ""


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
    if whole == sqlite3.SQLITE_CORRUPT_VTAB:
        return DamagedError(INDEX_DAMAGE[0], f"{INDEX_DAMAGE[1]}{place}", is_index=True)
    if code in _DAMAGE:
        return DamagedError("the library is damaged", f"{MENDING}{place}")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            "the library cannot be written", f"check who may write to its folder{place}"
        )
    if whole in CANNOT_GROW:
        return StoreError(
            "the disk takes no more of the library, which is unchanged",
            f"look at its room, your quota and limits (ulimit -f), and try again{place}",
        )
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(
            "the disk reports an error, the library cannot be used", f"check the disk{place}"
        )
    return StoreError("the library could not do this and is unchanged", SEE_LOG)
