"""What can be read of a damaged library, written into a new one, and what cannot, as a list.

The file is read page by page (`tui/store/page_file.py`), because SQLite gives up at the first
page that is none. The log of what can be undone is left behind: its entries are proved by
nothing, and undoing one that the disk has changed would write other words over the reader's.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from tui.store.checked_connection import CheckedConnection
from tui.store.checksums import CHECKED, add_function
from tui.store.clock import now
from tui.store.damage import Lost
from tui.store.document_facts import renew_facts
from tui.store.highlight_rows import index_highlights
from tui.store.kept_counts import recount
from tui.store.ledger_questions import index_questions
from tui.store.lost_rows import lost_pages, lost_rows
from tui.store.migrations import migrate
from tui.store.page_file import PageFile
from tui.store.page_records import Text, Value
from tui.store.refusals import as_store_errors
from tui.store.replacing import sync
from tui.store.salvage_rows import (
    UNCHECKED,
    FoundRows,
    Layout,
    Place,
    Row,
    find_rows,
    layouts,
    row_at,
)
from tui.store.sketches import fill_sketches

NO_TITLE = "an article whose title is lost"
"""The title of an article of which only what belongs to it is there."""
_log = logging.getLogger(__name__)


class Salvaged(NamedTuple):
    """What came of a salvage."""

    highlights: int
    """Highlights that are in the new library, deleted ones not counted."""
    documents: int
    """Articles that are in it."""
    lost: tuple[Lost, ...]
    """What is known not to be in it."""
    is_proved: bool
    """Whether every row is known to be as it was written; else the library was of a version
    that kept no checksums."""


def salvage(path: Path, target: Path) -> Salvaged:
    """Write what can be read of a library into a new one. The old one is only read.

    Args:
        path: The library; its write-ahead log is read with it.
        target: The new file, which must not be there.

    Raises:
        StoreError: The one cannot be opened or the other not be written.
    """
    tables = layouts()
    with as_store_errors(target), closing(PageFile(path)) as file:
        found = find_rows(file, tables)
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            with closing(
                sqlite3.connect(target, factory=CheckedConnection, isolation_level=None)
            ) as connection:
                salvaged = _written(connection, file, tables, found)
            sync(target)
        except BaseException:
            with suppress(OSError):
                target.unlink()
            raise
        return salvaged


def _written(
    connection: Connection, file: PageFile, tables: Mapping[str, Layout], found: FoundRows
) -> Salvaged:
    add_function(connection)
    # Nobody has it before it is whole, and then it is put on the disk at once.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    migrate(connection, None)
    connection.execute("BEGIN")
    for table in (*CHECKED, *UNCHECKED):
        layout = tables[table]
        places = _in_order(found.whole[table].values(), layout)
        _insert(connection, table, (row_at(file, layout, place) for place in places))
    lost = [*lost_pages(file), *lost_rows(connection, file, tables, found)]
    _add_documents(connection)
    lost += _without_highlight(connection)
    for (ident,) in connection.execute("SELECT id FROM documents").fetchall():
        index_highlights(connection, "h.document_id = ?", ident)
        index_questions(connection, "q.document_id = ?", ident)
    # The triggers have counted what the rows of documents had counted already.
    recount(connection)
    fill_sketches(connection)
    connection.execute("COMMIT")
    highlights, documents = (
        connection.execute(f"SELECT count(*) FROM {table} WHERE deleted IS NULL").fetchone()[0]
        for table in ("highlights", "documents")
    )
    return Salvaged(highlights, documents, tuple(lost), not found.unproved)


def _in_order(places: Iterable[Place], layout: Layout) -> list[Place]:
    """The rows in the order in which they are inserted.

    Those with a number get new ones in their old order. Else the one written last is the
    first: where two rows claim what only one may have, it gets that.
    """
    if layout.columns[0].type == "INTEGER":
        return sorted(places, key=lambda place: place.rowid)
    return sorted(places, key=lambda place: place.updated, reverse=True)


def _insert(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        names = [name for name, value in row.items() if value is not None]
        columns = ", ".join(f'"{name}"' for name in names)
        connection.execute(
            f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})",
            [_stored(row[name]) for name in names],
        )


def _stored(value: Value) -> Value | str:
    return value.decode() if isinstance(value, Text) else value


def _add_documents(connection: Connection) -> None:
    """Give what lost its article one that is named after what is known of it."""
    owners = " UNION ".join(
        f"SELECT document_id FROM {table}" for table in CHECKED if "document_id" in CHECKED[table]
    )
    missing = connection.execute(
        f"SELECT document_id FROM ({owners}) WHERE document_id NOT IN (SELECT id FROM documents)"
    ).fetchall()
    for (ident,) in missing:
        title, published, place, byline = _known_of(connection, ident)
        connection.execute(
            "INSERT INTO documents (id, title, published, place, byline, opened_at, created, "
            "updated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?6)",
            (ident, title, published, place, byline, now()),
        )
        renew_facts(connection, ident)


def _known_of(connection: Connection, ident: str) -> tuple[str, str | None, str | None, str | None]:
    """Title, day, place and byline of an article, from its newest text or its name."""
    header = connection.execute(
        "SELECT header FROM revisions WHERE document_id = ? ORDER BY seen DESC", (ident,)
    ).fetchone()
    if header is not None:
        known = json.loads(header[0])
        return known["title"], known["published"], known["place"], known["byline"]
    source = connection.execute(
        "SELECT source FROM sources WHERE document_id = ? ORDER BY updated DESC", (ident,)
    ).fetchone()
    name = Path(source[0]).stem if source is not None and isinstance(source[0], str) else ""
    return name or NO_TITLE, None, None, None


def _without_highlight(connection: Connection) -> Iterator[Lost]:
    """Take out what belongs to a highlight that is not there; the words of a note are listed."""
    no_highlight = "highlight_id NOT IN (SELECT id FROM highlights)"
    for table, column, what in (
        ("drafts", "text", "note being written"),
        ("tags", "tag", "tag"),
        ("further_anchors", "exact", "part"),
    ):
        rows = connection.execute(
            f"SELECT highlight_id, {column} FROM {table} WHERE {no_highlight} AND deleted IS NULL"
        ).fetchall()
        connection.execute(f"DELETE FROM {table} WHERE {no_highlight}")
        for ident, words in rows:
            yield Lost(f"{what} of a lost highlight", "", str(words), str(ident))
