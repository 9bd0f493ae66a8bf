"""A library of an earlier version that cannot be upgraded where it is, read all the same."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from sqlite3 import Connection

from tui.errors import StoreError
from tui.store.connections import connect
from tui.store.migrations import migrate
from tui.store.reading_only import is_refusal_to_write
from tui.store.short_names import short_source
from tui.store.verified_copy import NoRoomError


def may_be_read(error: Exception) -> bool:
    """Whether a library may still be read where opening it for writing failed so."""
    return isinstance(error, NoRoomError) or is_refusal_to_write(error)


def upgraded_in_memory(library: Connection) -> tuple[str, Connection]:
    """A copy of a library with the tables of today; memory has room where the disk has none.

    Returns:
        The address by which this process opens it, and a connection, with whose end it is gone.
    """
    address = f"file:closeread-{id(library)}?mode=memory&cache=shared"
    copy = connect(address)
    try:
        library.backup(copy)
        migrate(copy, None)
    except BaseException:
        copy.close()
        raise
    return address, copy


def why_not_upgraded(error: Exception, path: Path) -> StoreError:
    """Why a library of an earlier version is read and not changed."""
    place = short_source(str(path))
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if isinstance(error, NoRoomError) or code == sqlite3.SQLITE_FULL:
        return StoreError(
            "the library is of an earlier version, and there is no room to upgrade it; until there "
            "is it can be read and not changed",
            f"make room and open it again: {place}",
        )
    return StoreError(
        "the library is of an earlier version and cannot be upgraded where it is; it can be read "
        "and not changed",
        f"check who may write to its folder: {place}",
    )
