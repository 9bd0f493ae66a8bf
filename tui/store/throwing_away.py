"""Putting documents into the trash: their rows packed into one entry each."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from sqlite3 import Connection
from typing import Any
from uuid import uuid4

import msgspec

from tui.store.checksums import CHECKED, is_whole, row_sum
from tui.store.documents import read_name
from tui.store.forgetting import OWNED, remove_rows, text_hashes
from tui.store.trash_entries import COLUMNS, KEPT, Trashed, as_text

WHOLE = "is whole"
"""The name of the value of a packed row that tells whether it was as it was written."""


class PackedRows(msgspec.Struct, frozen=True):
    """The rows of one table."""

    columns: list[str]
    """The names of the values; the last is `WHOLE` where the table has checksums."""
    rows: list[list[Any]]
    """The values of each row, as SQLite gives them."""


def throw_away(connection: Connection, documents: list[str]) -> list[Trashed]:
    """Put documents into the trash, and remove their rows."""
    thrown = [_throw(connection, ident) for ident in documents]
    remove_rows(connection, documents)
    return thrown


def _throw(connection: Connection, ident: str) -> Trashed:
    moment = datetime.now(UTC)
    only = json.dumps([ident])
    pack = zlib.compress(
        msgspec.msgpack.encode(
            {table: _packed_rows(connection, table, where, only) for table, where in OWNED.items()}
        )
    )
    title = connection.execute("SELECT title FROM documents WHERE id = ?", (ident,)).fetchone()[0]
    known = connection.execute(
        "SELECT source FROM sources WHERE document_id = ? "
        "ORDER BY deleted IS NULL DESC, updated DESC",
        (ident,),
    )
    sources = tuple(dict.fromkeys(read_name(row[0]) for row in known))
    marks = connection.execute(
        "SELECT count(*) FROM highlights WHERE document_id = ? AND deleted IS NULL", (ident,)
    ).fetchone()[0]
    thrown = Trashed(
        str(uuid4()), ident, str(title), sources, marks, as_text(moment), as_text(moment + KEPT)
    )
    names, hashes = json.dumps(sources), json.dumps(text_hashes(connection, [ident]))
    checksum = row_sum(thrown.title.encode(), names.encode(), hashes.encode(), pack)
    connection.execute(
        f"INSERT INTO trash ({COLUMNS}, hashes, pack, checksum) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (thrown.id, ident, thrown.title, names, marks, thrown.forgotten,
         thrown.until, hashes, pack, checksum),
    )  # fmt: skip
    return thrown


def _packed_rows(connection: Connection, table: str, where: str, only: str) -> PackedRows:
    whole = f', {is_whole(table, table)} AS "{WHOLE}"' if table in CHECKED else ""
    rows = connection.execute(f"SELECT *{whole} FROM {table} WHERE {where}", (only,))
    names = [column[0] for column in rows.description]
    return PackedRows(names, [list(row) for row in rows])
