"""Hashed sentences of every text the library keeps, by which edited copies of it are found.

Of a text the smallest hashes are kept, so that two texts keep the same ones (Broder's bottom-k
sketch). They find the candidates in a library of any size; the texts themselves decide.
"""

from __future__ import annotations

import json
import logging
import re
import zlib
from collections.abc import Iterable
from contextlib import suppress
from heapq import nsmallest
from sqlite3 import Connection, DatabaseError, OperationalError

from tui.store.canonical import composed

_log = logging.getLogger(__name__)
_KEPT = 16
"""Hashes kept of a text: of texts that share half of their sentences five are the same ones."""
_READ = 100_000
"""Code points of a text that are hashed: enough to know it by, a few milliseconds."""
_LEAST = 4
"""Words a sentence must have: shorter ones stand in every article of a paper."""
_SENTENCE_END = re.compile(r"[.!?…:][\"')\]]*\s+|\n\s*\n")
_TWINS = (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-"))
"""Signs that a program may put in the place of others."""


def create_sketches(connection: Connection) -> None:
    """Hashed sentences of every article, by which edited copies are known."""
    connection.execute(
        "CREATE TABLE sketches (key INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL "
        "UNIQUE REFERENCES documents(id) ON DELETE CASCADE, hashes TEXT NOT NULL)"
    )
    connection.execute(
        "CREATE TABLE sketch_hashes (hash INTEGER NOT NULL, sketch INTEGER NOT NULL "
        "REFERENCES sketches(key) ON DELETE CASCADE, PRIMARY KEY (hash, sketch)) WITHOUT ROWID"
    )
    fill_sketches(connection)


def fill_sketches(connection: Connection) -> None:
    """Hash the texts of all documents; there are no hashes yet."""
    newest = "SELECT document_id, text, max(seen) FROM revisions GROUP BY document_id"
    for ident, packed, _ in connection.execute(newest).fetchall():
        with suppress(zlib.error, UnicodeDecodeError, TypeError):
            write_sketch(
                connection, ident, zlib.decompress(packed).decode("utf-8", "surrogatepass")
            )


def keep_sketch(connection: Connection, document_id: str, text: str) -> None:
    """Keep the hashed sentences of a text, unless these tables are damaged: one can do without."""
    try:
        write_sketch(connection, document_id, text)
    except OperationalError:
        # The disk is full, or another program has the library: nothing is written at all.
        raise
    except (DatabaseError, ValueError):
        _log.warning("the hashed sentences cannot be written", exc_info=True)


def write_sketch(connection: Connection, document_id: str, text: str) -> None:
    """Keep the hashed sentences of the text that a document shows now."""
    hashes = sketch(text)
    row = connection.execute(
        "SELECT key, hashes FROM sketches WHERE document_id = ?", (document_id,)
    ).fetchone()
    if row is None:
        key = connection.execute(
            "INSERT INTO sketches (document_id, hashes) VALUES (?, ?)",
            (document_id, json.dumps(hashes)),
        ).lastrowid
    else:
        key = row[0]
        connection.executemany(
            "DELETE FROM sketch_hashes WHERE hash = ? AND sketch = ?",
            [(each, key) for each in json.loads(row[1])],
        )
        connection.execute(
            "UPDATE sketches SET hashes = ? WHERE key = ?", (json.dumps(hashes), key)
        )
    connection.executemany(
        "INSERT INTO sketch_hashes VALUES (?, ?)", [(each, key) for each in hashes]
    )


def alike(connection: Connection, text: str, limit: int) -> list[str]:
    """The documents that have the most hashes of a text, at least two of them.

    Args:
        connection: The library.
        text: The text.
        limit: Most documents wanted.
    """
    hashes = sketch(text)
    rows = connection.execute(
        "SELECT s.document_id FROM sketch_hashes h JOIN sketches s ON s.key = h.sketch "
        "WHERE h.hash IN (SELECT value FROM json_each(?)) GROUP BY h.sketch "
        "HAVING count(*) >= ? ORDER BY count(*) DESC, s.key DESC LIMIT ?",
        (json.dumps(hashes), min(2, len(hashes)), limit),
    )
    return [str(row[0]) for row in rows]


def sketch(text: str) -> list[int]:
    """The hashes that are kept of a text."""
    found = sentences(text[:_READ])
    return nsmallest(_KEPT, {zlib.crc32(each.encode("utf-8", "surrogatepass")) for each in found})


def sentences(text: str) -> frozenset[str]:
    """The sentences of a text as they are compared; of one that has few, its lines too."""
    folded = plain(text)
    found = _normal(_SENTENCE_END.split(folded))
    return found if len(found) > _LEAST else found | _normal(folded.splitlines())


def plain(text: str) -> str:
    """A text as it is compared: small letters, one sign for those that stand for one another."""
    folded = composed(text).casefold()
    for sign, twin in _TWINS:
        folded = folded.replace(sign, twin)
    return folded


def _normal(pieces: Iterable[str]) -> frozenset[str]:
    words = (piece.split() for piece in pieces)
    return frozenset(" ".join(each) for each in words if len(each) >= _LEAST)
