"""Forgotten articles, whole, until the trash empties itself.

An entry is one document with all its rows, packed; a checksum tells what the disk has changed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from sqlite3 import Connection

from tui.store.documents import stored_name
from tui.store.forgetting import merge_index

KEPT = timedelta(days=30)
"""How long a forgotten article can be put back."""
_SETTLED = timedelta(days=1)
"""How long an entry that is due stays: a clock that was wrong for an hour loses nothing."""
COLUMNS = "id, document_id, title, sources, highlights, forgotten, until"
"""The columns of a `Trashed`, in its order."""

IS_WHOLE = (
    "row_sum(CAST(title AS BLOB), CAST(sources AS BLOB), CAST(hashes AS BLOB), "
    "CAST(pack AS BLOB)) IS checksum"
)
"""The SQL condition that an entry is as it was written."""


@dataclass(frozen=True, slots=True)
class Trashed:
    """An article in the trash, as it is listed: what it was called, and until when it is kept."""

    id: str
    """The entry's own id: a document may be forgotten more than once."""
    document_id: str
    """The document's id."""
    title: str
    """Its title."""
    sources: tuple[str, ...]
    """The names it had, the one opened last first."""
    highlights: int
    """Its highlights, deleted ones not counted."""
    forgotten: str
    """When it was forgotten, UTC, ISO 8601."""
    until: str
    """Until when it is kept, UTC, ISO 8601."""


def create_trash(connection: Connection) -> None:
    """The table of forgotten articles."""
    connection.execute(
        "CREATE TABLE trash (id TEXT PRIMARY KEY, document_id TEXT NOT NULL, "
        "title TEXT NOT NULL, sources TEXT NOT NULL, hashes TEXT NOT NULL, "
        "highlights INTEGER NOT NULL, forgotten TEXT NOT NULL, until TEXT NOT NULL, due TEXT, "
        "pack BLOB NOT NULL, checksum INTEGER NOT NULL)"
    )


def trashed(connection: Connection) -> list[Trashed]:
    """Everything in the trash, what was forgotten last first."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM trash ORDER BY forgotten DESC, id")
    return [_entry(row) for row in rows]


def trashed_as(
    connection: Connection, source: str, text_hashes: Sequence[str] = ()
) -> list[Trashed]:
    """What was forgotten under a name, or with one of some texts, the last first.

    Args:
        connection: The library.
        source: The name; empty for none.
        text_hashes: The hashes of the texts.
    """
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM trash WHERE json_valid(sources) AND json_valid(hashes) "
        "AND (EXISTS (SELECT 1 FROM json_each(sources) WHERE value = ?1) "
        "OR EXISTS (SELECT 1 FROM json_each(hashes) WHERE value IN "
        "(SELECT value FROM json_each(?2)))) ORDER BY forgotten DESC, id",
        (_searchable(source), json.dumps(list(text_hashes))),
    )
    return [_entry(row) for row in rows]


def forgotten_notice(connection: Connection, source: str, text_hash: str) -> tuple[str, ...]:
    """What a reader should know who opens a forgotten article as a new one."""
    found = trashed_as(connection, source, [text_hash])
    if not found:
        return ()
    forgotten, until = (
        f"{day.day} {day:%B}"
        for moment in (found[0].forgotten, found[0].until)
        for day in [datetime.fromisoformat(moment).astimezone()]
    )
    return (
        f"you forgot it on {forgotten}; until {until} the end of the list of articles "
        "has it and puts it back",
    )


def hashes_of(connection: Connection, entries: list[str]) -> list[str]:
    """The hashes of the texts that some entries hold."""
    rows = connection.execute(
        "SELECT DISTINCT h.value FROM trash t, "
        "json_each(CASE WHEN json_valid(t.hashes) THEN t.hashes ELSE '[]' END) h "
        "WHERE t.id IN (SELECT value FROM json_each(?))",
        (json.dumps(entries),),
    )
    return [str(row[0]) for row in rows]


def drop(connection: Connection, entries: list[str]) -> None:
    """Remove some entries for good."""
    connection.execute(
        "DELETE FROM trash WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(entries),)
    )
    merge_index(connection)


def empty_what_is_due(connection: Connection) -> list[str]:
    """Remove what has been kept long enough; the hashes of its texts.

    An entry goes when it was due a day ago already, and has been found so ever since: not on
    the word of a clock that is ahead for once.
    """
    moment = datetime.now(UTC)
    connection.execute("UPDATE trash SET due = NULL WHERE until > ?", (as_text(moment),))
    connection.execute(
        "UPDATE trash SET due = ?1 WHERE until <= ?1 AND due IS NULL", (as_text(moment),)
    )
    rows = connection.execute(
        "SELECT id FROM trash WHERE due <= ?", (as_text(moment - _SETTLED),)
    ).fetchall()
    entries = [str(row[0]) for row in rows]
    if not entries:
        return []
    hashes = hashes_of(connection, entries)
    drop(connection, entries)
    return hashes


def _entry(row: tuple[str, str, str, str, int, str, str]) -> Trashed:
    ident, document_id, title, sources, highlights, forgotten, until = row
    names = tuple(json.loads(sources)) if _is_json(sources) else ()
    return Trashed(ident, document_id, title, names, highlights, forgotten, until)


def _is_json(text: str) -> bool:
    """Whether a text can be read as JSON: not where the disk has changed it."""
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _searchable(source: str) -> str:
    """A name as `json_each` gives it; one that is no text is found by its text's hash alone."""
    return source if isinstance(stored_name(source), str) else ""


def as_text(moment: datetime) -> str:
    """A moment as the rows of the trash hold it."""
    return moment.isoformat(timespec="microseconds")
