"""Putting a forgotten article back: its rows as they were, beside what has been made since."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

import msgspec

from tui.errors import MENDS, StoreError
from tui.store.checksums import CHECKED
from tui.store.clock import now
from tui.store.document_facts import renew_facts
from tui.store.documents import newest_text
from tui.store.highlight_rows import index_highlights
from tui.store.kept_counts import KEPT_IN_DOCUMENTS
from tui.store.ledger_questions import index_questions
from tui.store.sketches import keep_sketch
from tui.store.throwing_away import WHOLE, PackedRows
from tui.store.trash_entries import IS_WHOLE

_Values = dict[str, Any]

_WITH_DOCUMENT = ("answers", "operations")
"""The logs: their images name the document, too."""
_KEYED = ("highlights", "questions")
"""Tables whose rows have a number that others may have taken since."""
_UNTOUCHED = "state = 'open' AND answer = '' AND link = '' AND draft = ''"


@dataclass(frozen=True, slots=True)
class PutBack:
    """What has become of a forgotten article."""

    document_id: str
    """The document that has its rows now."""
    title: str
    """Its title."""
    is_joined: bool = False
    """Whether its text had been opened anew since, and what was made then stands beside it."""
    taken: tuple[str, ...] = ()
    """Names of it that hold another article now."""


def put_back(connection: Connection, entry: str) -> PutBack | None:
    """Take an entry out of the trash; `None` when it is not there any more.

    Where the same text has been opened anew under one of its names, its rows join those of that
    document. Where a name holds another article, that one keeps the name.

    Raises:
        StoreError: The disk has changed it; it stays in the trash.
    """
    row = connection.execute(
        f"SELECT {IS_WHOLE}, document_id, title, hashes, CAST(pack AS BLOB) FROM trash "
        "WHERE id = ?",
        (entry,),
    ).fetchone()
    if row is None:
        return None
    is_as_written, document_id, title, hashes, pack = row
    if not is_as_written:
        raise StoreError("what was forgotten is damaged on the disk and stays in the trash", MENDS)
    data = msgspec.msgpack.decode(zlib.decompress(pack), type=dict[str, PackedRows])
    holders, taken = _holders(connection, document_id, json.loads(hashes), data["sources"])
    target = holders[0] if holders else document_id
    for table, packed in data.items():
        _insert(connection, table, packed, {document_id: target})
    renew_facts(connection, target)
    index_highlights(connection, "h.document_id = ?", target)
    index_questions(connection, "q.document_id = ?", target)
    text = newest_text(connection, target)
    if text is not None:
        keep_sketch(connection, target, text)
    connection.execute("DELETE FROM trash WHERE id = ?", (entry,))
    return PutBack(target, title, bool(holders), taken)


def _holders(
    connection: Connection, document_id: str, hashes: Sequence[str], sources: PackedRows
) -> tuple[list[str], tuple[str, ...]]:
    """The documents of the same text that have a name of it now, and names others have."""
    same: list[str] = []
    taken: list[str] = []
    for row in sources.rows:
        name = row[sources.columns.index("source")]
        if row[sources.columns.index("deleted")] is not None:
            continue
        holder = connection.execute(
            "SELECT s.document_id, EXISTS (SELECT 1 FROM revisions r WHERE r.document_id = "
            "s.document_id AND r.hash IN (SELECT value FROM json_each(?3))) FROM sources s "
            "WHERE s.source = ?1 AND s.deleted IS NULL AND s.document_id <> ?2",
            (name, document_id, json.dumps(hashes)),
        ).fetchone()
        if holder is not None and holder[1]:
            same.append(str(holder[0]))
        elif holder is not None:
            taken.append(str(name))
    return same, tuple(taken)


def _insert(
    connection: Connection, table: str, packed: PackedRows, renamed: dict[str, str]
) -> None:
    """Insert the rows of a table that are not there; those that are stay as they are."""
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    there -= KEPT_IN_DOCUMENTS if table == "documents" else frozenset()
    for row in packed.rows:
        values: _Values = dict(zip(packed.columns, row, strict=True))
        is_as_written = values.pop(WHOLE, 1)
        values = {name: value for name, value in values.items() if name in there}
        if not _is_wanted(connection, table, _fitted(connection, table, values, renamed)):
            continue
        names = ", ".join(f'"{name}"' for name in values)
        places = ", ".join("?" * len(values))
        added = connection.execute(
            f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})", list(values.values())
        )
        if added.rowcount and table in CHECKED and not is_as_written:
            # It stays known that the disk has changed this row.
            connection.execute(
                f"UPDATE {table} SET checksum = NULL WHERE rowid = ?", (added.lastrowid,)
            )


def _fitted(
    connection: Connection, table: str, values: _Values, renamed: dict[str, str]
) -> _Values:
    """Change a row so that it fits beside what has been made since."""
    column = "id" if table == "documents" else "document_id"
    (old, new), *_ = renamed.items()
    if values.get(column) == old:
        values[column] = new
    if table in _WITH_DOCUMENT and old != new:
        for image in ("before", "after"):
            values[image] = str(values[image]).replace(old, new)
    if table in _KEYED and _is_there(connection, table, "key", values["key"]):
        del values["key"]
    if table == "sources" and values["deleted"] is None and _is_taken(connection, values):
        values["deleted"] = now()
    return values


def _is_taken(connection: Connection, values: _Values) -> bool:
    return bool(
        connection.execute(
            "SELECT 1 FROM sources WHERE source = ? AND deleted IS NULL", (values["source"],)
        ).fetchone()
    )


def _is_wanted(connection: Connection, table: str, values: _Values) -> bool:
    """Whether a row is to be inserted; makes room for it where one like it has nothing in it."""
    if table == "operations" and not _is_there(
        connection, "documents", "id", values["document_id"]
    ):
        # What was done in an article that is gone, too, cannot be undone any more.
        return False
    if table == "answers":
        return _is_there(connection, "questions", "id", values["question_id"])
    if table == "sources":
        # A name that is live again under the same document adds nothing.
        known = "SELECT 1 FROM sources WHERE source = ? AND document_id = ? AND deleted IS NULL"
        named = (values["source"], values["document_id"])
        return connection.execute(known, named).fetchone() is None
    return table != "questions" or _is_first_of_its_kind(connection, values)


def _is_first_of_its_kind(connection: Connection, values: _Values) -> bool:
    """Whether a question is to be inserted: of two alike the one that was worked on stays."""
    alike = connection.execute(
        f"SELECT id, key, {_UNTOUCHED} FROM questions WHERE document_id = ? AND revision = ? AND "
        'start = ? AND "end" = ? AND kind = ? AND id <> ? AND deleted IS NULL',
        [values[name] for name in ("document_id", "revision", "start", "end", "kind", "id")],
    ).fetchone()
    if alike is None:
        return True
    ident, key, is_untouched = alike
    has_answers = _is_there(connection, "answers", "question_id", ident)
    if is_untouched and not has_answers:
        connection.execute("DELETE FROM question_words WHERE rowid = ?", (key,))
        connection.execute("DELETE FROM questions WHERE id = ?", (ident,))
        return True
    was_worked_on = values["state"] != "open" or any(
        values[name] for name in ("answer", "link", "draft")
    )
    return was_worked_on


def _is_there(connection: Connection, table: str, column: str, value: object) -> bool:
    query = f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1"
    return connection.execute(query, (value,)).fetchone() is not None
