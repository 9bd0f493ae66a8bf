"""The bytes an article was made from: what a newer extractor makes of them can be compared.

The newest two of each document, so that what it was can be read again as what it is. Nothing of
the reader's stands in them, so they have no checksum but their hash, and bytes that the disk has
changed are as if not kept.
"""

from __future__ import annotations

import zlib
from hashlib import sha256
from sqlite3 import Connection

from tui.documents.article import Article
from tui.store.clock import now

_MOST = 2
"""Originals of one document."""
_QUICK = 1
"""The level of compression: most formats are compressed already, and the writer waits."""


def create_originals(connection: Connection) -> None:
    """The table of the bytes that articles were made from."""
    connection.execute(
        "CREATE TABLE originals ("
        "key INTEGER PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id), "
        "hash TEXT NOT NULL, data BLOB NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, "
        "deleted TEXT, UNIQUE (document_id, hash))"
    )


def add_unread(connection: Connection) -> None:
    """Which articles were put into the library and never opened; those of before were."""
    connection.execute("ALTER TABLE documents ADD COLUMN unread INTEGER NOT NULL DEFAULT 0")


def keep_original(connection: Connection, document_id: str, article: Article) -> None:
    """Keep the bytes of an article, and of older ones the newest; nothing for one without."""
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
        "SELECT id, ?2, ?3, ?4, ?4 FROM documents WHERE id = ?1",
        (document_id, article.origin.raw_hash, zlib.compress(article.original, _QUICK), now()),
    )
    connection.execute(
        "DELETE FROM originals WHERE document_id = ?1 AND key NOT IN (SELECT key FROM originals "
        "WHERE document_id = ?1 ORDER BY key DESC LIMIT ?2)",
        (document_id, _MOST),
    )


def original_of(connection: Connection, document_id: str, raw_hash: str) -> bytes | None:
    """The bytes of this hash a document was made from; `None` when they are not kept so."""
    row = connection.execute(
        "SELECT data FROM originals WHERE document_id = ? AND hash = ?", (document_id, raw_hash)
    ).fetchone()
    if row is None:
        return None
    try:
        data = zlib.decompress(row[0])
    except (TypeError, zlib.error):
        return None
    return data if sha256(data).hexdigest() == raw_hash else None
