"""The bytes an article was made from: what a newer extractor makes of them can be compared.

One for each document, the newest. It can be fetched again, or not; nothing of the reader's stands
in it, so it has no checksum but its hash, and one that the disk has changed is as if not kept.
"""

from __future__ import annotations

import zlib
from hashlib import sha256
from sqlite3 import Connection

from tui.documents.article import Article
from tui.store.clock import now

_QUICK = 1
"""The level of compression: most formats are compressed already, and the writer waits."""


def create_originals(connection: Connection) -> None:
    """The table of the bytes that articles were made from."""
    connection.execute(
        "CREATE TABLE originals ("
        "document_id TEXT PRIMARY KEY REFERENCES documents(id), hash TEXT NOT NULL, "
        "data BLOB NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT)"
    )


def add_unread(connection: Connection) -> None:
    """Which articles were put into the library and never opened; those of before were."""
    connection.execute("ALTER TABLE documents ADD COLUMN unread INTEGER NOT NULL DEFAULT 0")


def keep_original(connection: Connection, document_id: str, article: Article) -> None:
    """Keep the bytes of an article in the place of older ones; nothing for one without."""
    if article.origin is None or not article.original:
        return
    known = connection.execute(
        "SELECT 1 FROM originals WHERE document_id = ? AND hash = ?",
        (document_id, article.origin.raw_hash),
    ).fetchone()
    if known:
        return
    connection.execute(
        "INSERT INTO originals (document_id, hash, data, created, updated) "
        "SELECT id, ?2, ?3, ?4, ?4 FROM documents WHERE id = ?1 "
        "ON CONFLICT (document_id) DO UPDATE SET hash = ?2, data = ?3, updated = ?4",
        (document_id, article.origin.raw_hash, zlib.compress(article.original, _QUICK), now()),
    )


def original_of(connection: Connection, document_id: str) -> bytes | None:
    """The bytes a document was last made from; `None` when they are not kept as they were."""
    row = connection.execute(
        "SELECT hash, data FROM originals WHERE document_id = ?", (document_id,)
    ).fetchone()
    if row is None:
        return None
    try:
        data = zlib.decompress(row[1])
    except (TypeError, zlib.error):
        return None
    return data if sha256(data).hexdigest() == row[0] else None
