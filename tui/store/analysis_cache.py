"""Results of the analysis, kept as bytes until the text or the pipeline changes."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import threading
import zlib
from collections.abc import Iterable
from pathlib import Path
from sqlite3 import Connection
from typing import Self

from tui.settings.paths import make_private_folder
from tui.store.checked_connection import CheckedConnection
from tui.store.clock import now

LIMIT = 200 * 1024 * 1024
"""Most bytes kept, compressed: some ten thousand articles."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS results (text_hash TEXT, fingerprint TEXT, data BLOB NOT NULL, "
    "size INTEGER NOT NULL, used TEXT NOT NULL, PRIMARY KEY (text_hash, fingerprint))"
)
_log = logging.getLogger(__name__)


class AnalysisCache:
    """A cache that may be lost at any time: no failure of it reaches the reader."""

    def __init__(self, path: Path | None, limit: int = LIMIT) -> None:
        """Open or create the cache.

        Args:
            path: The file; `None` keeps results in memory, for a private reading.
            limit: Most bytes kept; the results made longest ago go first.
        """
        self._path = path
        self._limit = limit
        self._lock = threading.Lock()
        self._connection = self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, text_hash: str, fingerprint: str) -> bytes | None:
        """The result for a text by one pipeline; `None` when there is none."""
        with self._lock:
            if self._connection is None:
                return None
            key = (text_hash, fingerprint)
            try:
                row = self._connection.execute(
                    "SELECT data FROM results WHERE text_hash = ? AND fingerprint = ?", key
                ).fetchone()
                return None if row is None else zlib.decompress(row[0])
            except (sqlite3.Error, zlib.error) as error:
                self._recover(error)
                return None

    def put(self, text_hash: str, fingerprint: str, data: bytes) -> None:
        """Keep a result; drops what was made longest ago when there is too much."""
        packed = zlib.compress(data)
        with self._lock:
            if self._connection is None or len(packed) > self._limit:
                return
            try:
                with self._connection:
                    self._connection.execute(
                        "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)",
                        (text_hash, fingerprint, packed, len(packed), now()),
                    )
                    self._shrink(self._connection)
            except sqlite3.Error as error:
                self._recover(error)

    def drop(self, text_hashes: Iterable[str]) -> None:
        """Remove the results of these texts, overwriting what the file held."""
        with self._lock:
            if self._connection is None:
                return
            try:
                self._connection.execute("PRAGMA secure_delete = ON")
                with self._connection:
                    self._connection.executemany(
                        "DELETE FROM results WHERE text_hash = ?", [(each,) for each in text_hashes]
                    )
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                self._recover(error)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _shrink(self, connection: Connection) -> None:
        connection.execute(
            "DELETE FROM results WHERE rowid IN (SELECT rowid FROM (SELECT rowid, "
            "sum(size) OVER (ORDER BY used DESC, rowid DESC) AS kept FROM results) "
            "WHERE kept > ?)",
            (self._limit,),
        )

    def _recover(self, error: Exception) -> None:
        """Start afresh after damage; anything else (a lock, a full disk) may pass by itself."""
        _log.warning("the cache of results failed: %s", error)
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            if self._connection is not None:
                self._connection.close()
            self._set_aside()
            self._connection = self._opened()

    def _opened(self) -> Connection | None:
        for _ in range(2):
            try:
                return _connect(self._path)
            except sqlite3.DatabaseError as error:
                _log.warning("the cache of results cannot be opened: %s", error)
                if error.sqlite_errorcode & 0xFF not in (
                    sqlite3.SQLITE_CORRUPT,
                    sqlite3.SQLITE_NOTADB,
                ):
                    return None
                self._set_aside()
            except OSError as error:
                _log.warning("the cache of results cannot be opened: %s", error)
                return None
        return None

    def _set_aside(self) -> None:
        if self._path is None:
            return
        for ending in ("-wal", "-shm"):
            with contextlib.suppress(OSError):
                Path(f"{self._path}{ending}").unlink()
        with contextlib.suppress(OSError):
            os.replace(self._path, f"{self._path}.damaged")


def _connect(path: Path | None) -> Connection:
    if path is not None:
        make_private_folder(path.parent)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(
        path or ":memory:", factory=CheckedConnection, timeout=5, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # A result lost with the power is computed again; waiting for the disk is not worth it.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_TABLE)
    except BaseException:
        connection.close()
        raise
    return connection
