"""A checksum in every row of the reader's: what a disk has changed is known when it is read.

SQLite checks how its pages hang together, not what stands in them: a byte that turned over in
a note is read as if it had been typed. Triggers keep the sums, so that no writer can forget to;
a program without the function `row_sum` can read the library but not change these tables.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

CHECKED: dict[str, tuple[str, ...]] = {
    "documents": ("id", "title", "published", "place", "byline", "opened_at", "created", "deleted"),
    "sources": ("id", "document_id", "source", "created", "deleted"),
    "revisions": ("id", "document_id", "hash", "header", "first_seen", "created", "deleted"),
    "highlights": (
        "id", "document_id", "colour", "exact", "prefix", "suffix", "start", "end", "revision",
        "speaker", "note", "noted", "created", "deleted",
    ),
    "tags": ("highlight_id", "tag", "created", "deleted"),
    "drafts": ("highlight_id", "text", "created", "deleted"),
    "corrections": (
        "id", "document_id", "kind", "subject", "exact", "prefix", "suffix", "start", "end",
        "revision", "name", "type", "value", "is_wide", "created", "deleted",
    ),
    "unfinished": (
        "document_id", "subject", "exact", "prefix", "suffix", "start", "end", "revision",
        "name", "type", "boxes", "created", "deleted",
    ),
    "questions": (
        "id", "document_id", "exact", "prefix", "suffix", "start", "end", "revision", "kind",
        "wording", "holder", "about", "state", "answer", "link", "draft", "created", "deleted",
    ),
    "named_places": (
        "document_id", "letter", "exact", "prefix", "suffix", "start", "end", "revision",
        "created", "deleted",
    ),
    "line_drafts": ("kind", "ident", "text", "created", "deleted"),
    "further_anchors": (
        "highlight_id", "ordinal", "exact", "prefix", "suffix", "start", "end", "revision",
        "created", "deleted",
    ),
}  # fmt: skip
"""The columns that a row's sum is made of, by table: what the reader made or would be shown. The
text of a revision has its hash. Further columns may come; these never change."""


_FIRST = (
    "documents", "sources", "revisions", "highlights", "tags", "drafts", "corrections",
    "unfinished", "questions", "named_places",
)  # fmt: skip
"""The tables that were there when rows got checksums; later ones are made with them."""


def row_sum(*values: bytes | None) -> int:
    """The checksum of some values (CRC-32, ISO 3309).

    Args:
        values: Bytes, or `None` for nothing, as SQLite gives what is cast to a blob.
    """
    # A list: joining what a generator gives takes a third longer, once for every row.
    return zlib.crc32(b"\0".join([b"" if each is None else b"=" + each for each in values]))


def sum_of(table: str, row: str) -> str:
    """The SQL expression for the checksum of a row.

    Args:
        table: One of `CHECKED`.
        row: The name of the row in the query: an alias, or `NEW` in a trigger.
    """
    columns = (f'CAST({row}."{column}" AS BLOB)' for column in CHECKED[table])
    return f"row_sum({', '.join(columns)})"


_MAY_BE_BYTES = "source"
"""The column that holds bytes where the name of a file is no text."""


def is_whole(table: str, row: str) -> str:
    """The SQL condition that a row is as it was written.

    A sum is of bytes: one bit of a row's head makes a text of them or none, and no query finds it.
    """
    texts = (name for name in CHECKED[table] if name != _MAY_BE_BYTES)
    types = (f"typeof({row}.\"{name}\") <> 'blob'" for name in texts)
    return f"({row}.checksum IS {sum_of(table, row)} AND {' AND '.join(types)})"


def add_function(connection: Connection) -> None:
    """Let a connection compute checksums."""
    connection.create_function("row_sum", -1, row_sum, deterministic=True)


def add_checksums(connection: Connection) -> None:
    """Give the rows of the reader a checksum each, and keep it."""
    for table in _FIRST:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN checksum INTEGER")
        connection.execute(f"UPDATE {table} SET checksum = {sum_of(table, table)}")
        keep_sums(connection, table)


def keep_sums(connection: Connection, table: str) -> None:
    """Have triggers keep the sums of a table that has a column `checksum`."""
    columns = ", ".join(f'"{column}"' for column in CHECKED[table])
    keep = f"UPDATE {table} SET checksum = {sum_of(table, 'NEW')} WHERE rowid = NEW.rowid"
    for name, event in (("insert", "INSERT"), ("update", f"UPDATE OF {columns}")):
        connection.execute(
            f"CREATE TRIGGER {table}_sum_{name} AFTER {event} ON {table} BEGIN {keep}; END"
        )
