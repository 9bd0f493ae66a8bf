"""A backup in the place of the library."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tui.errors import StoreError
from tui.settings.paths import make_private_folder
from tui.store.holders import exclusively
from tui.store.library_files import NEW, beside
from tui.store.migrations import APPLICATION_ID, check_open
from tui.store.replacing import put_in_place
from tui.store.verified_copy import copy_verified, library_to_copy, verify


def check_backup(backup: Path) -> None:
    """Check that a file is a whole library that this program can use. Blocks.

    Raises:
        StoreError: It is not; the reason.
    """
    try:
        with library_to_copy(backup) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise StoreError(f"{backup.name} is no library of closeread", "name another file")
            check_open(connection, backup)
        verify(backup)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{backup.name} is damaged or is no library", "try another one") from error


def restore(library: Path, backup: Path) -> Path | None:
    """Put a copy of a backup in the place of the library, which is put aside. Blocks.

    Args:
        library: The library's path; it may be damaged, empty, missing or a link to nothing.
        backup: A file that `check_backup` has found whole; it stays where it is.

    Returns:
        Where the old library is now; `None` when there was none.

    Raises:
        StoreError: Another process has the library open, or there is no room; nothing changed.
    """
    _make_folder(library.parent)
    with exclusively(library):
        new = beside(library, NEW)
        with library_to_copy(backup) as connection:
            copy_verified(connection, new)
        return put_in_place(library, new)


def _make_folder(folder: Path) -> None:
    """Make the folder of a library that is new on this machine."""
    try:
        make_private_folder(folder)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(
            f"the folder {folder} cannot be made ({reason})", "check who may write above it"
        ) from error
