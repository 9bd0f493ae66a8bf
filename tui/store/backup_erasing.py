"""Taking an article out of the backups, when it is to be forgotten everywhere."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

from tui.errors import StoreError
from tui.store.backup_rotation import listed
from tui.store.backups import alone_in
from tui.store.checked_connection import CheckedConnection
from tui.store.checksums import add_function
from tui.store.forgetting import forget
from tui.store.library_files import PART
from tui.store.migrations import migrate
from tui.store.refusals import as_store_errors
from tui.store.verified_copy import copy_verified, library_to_copy


def backups_that_hold(
    folder: Path,
    document_ids: Sequence[str],
    text_hashes: Sequence[str] = (),
    put_aside: Sequence[Path] = (),
) -> list[Path]:
    """The backups that hold an article, newest first.

    One that cannot be read is among them: it may hold it, too.

    Args:
        folder: The folder of backups.
        document_ids: The ids of the article's documents.
        text_hashes: The hashes of its texts: another document may have had the same.
        put_aside: Libraries that were put aside (`put_aside_in`): they may hold it as well.
    """
    copies = (*(backup.path for backup in listed(folder)), *put_aside)
    return [copy for copy in copies if _documents(copy, document_ids, text_hashes) != []]


def remove_from_backup(
    path: Path, document_ids: Sequence[str], text_hashes: Sequence[str] = ()
) -> None:
    """Write a backup anew without an article, of which no byte stays in it. Blocks.

    The new backup has the tables of today.

    Raises:
        StoreError: It could not be done and the backup is as it was; removing the file is left.
    """
    holding = _documents(path, document_ids, text_hashes)
    if holding is None:
        raise StoreError(f"the backup {path.name} cannot be read", "remove it")
    work = path.with_name(f"{path.stem}-rewritten{PART}.db")
    try:
        with alone_in(path.parent), as_store_errors(path):
            _make_one_file(path)
            with library_to_copy(path) as connection:
                copy_verified(connection, work, may_be_untrue=True)
            with closing(
                sqlite3.connect(work, factory=CheckedConnection, isolation_level=None)
            ) as copy:
                _forget(copy, holding)
            with library_to_copy(work) as connection:
                copy_verified(connection, path, may_be_untrue=True)
    finally:
        for ending in ("", "-journal"):
            path.with_name(work.name + ending).unlink(missing_ok=True)


def _make_one_file(path: Path) -> None:
    """Write the log of a library that was put aside into it: beside another file it would harm."""
    if os.path.lexists(f"{path}-wal"):
        with closing(
            sqlite3.connect(path, factory=CheckedConnection, isolation_level=None)
        ) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")


def _forget(copy: Connection, documents: list[str]) -> None:
    add_function(copy)
    copy.execute("PRAGMA secure_delete = ON")
    migrate(copy, None)
    copy.execute("BEGIN")
    forget(copy, documents)
    copy.execute("COMMIT")
    copy.execute("VACUUM")


def _documents(
    path: Path, document_ids: Sequence[str], text_hashes: Sequence[str]
) -> list[str] | None:
    """The documents of an article in a backup; `None` when it cannot be read."""
    try:
        with library_to_copy(path) as connection:
            query = (
                "SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?1)) UNION "
                "SELECT document_id FROM revisions WHERE hash IN (SELECT value FROM json_each(?2))"
            )
            if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'trash'").fetchone():
                query += (
                    " UNION SELECT document_id FROM trash WHERE document_id IN (SELECT value "
                    "FROM json_each(?1)) OR EXISTS (SELECT 1 FROM json_each(hashes) h WHERE "
                    "h.value IN (SELECT value FROM json_each(?2)))"
                )
            rows = connection.execute(
                query, (json.dumps(list(document_ids)), json.dumps(list(text_hashes)))
            )
            return [str(row[0]) for row in rows]
    except (StoreError, sqlite3.Error):
        return None
