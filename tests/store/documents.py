"""Rows of documents for tests of the library: added and counted."""

from __future__ import annotations

import sqlite3


def add(connection: sqlite3.Connection, ident: str = "d1") -> None:
    connection.execute(
        "INSERT INTO documents (id, title, opened_at, created, updated) "
        "VALUES (?, 'T', '', '', '')",
        (ident,),
    )


def count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
