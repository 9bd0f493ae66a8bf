"""Counts of what a library holds, kept by triggers: no list counts a million rows.

A trigger takes off what a row counted for before a change and adds what it counts for after it,
whoever writes. `recount` makes them anew from the rows; a test compares the two after any course
of changes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from sqlite3 import Connection
from typing import NamedTuple

from tui.store.pruning import COUNTED


class _Counted(NamedTuple):
    """What is counted; every expression is about a row `r`."""

    name: str
    table: str
    columns: str
    """Those that the expressions read."""
    of: str
    """By what it is counted; an empty text for all together."""
    where: str
    """Which rows count."""
    number: str = "1"
    """For how much a row counts."""


_LIVE = "r.deleted IS NULL"
_IN_LIVE = (
    "r.deleted IS NULL AND EXISTS "
    "(SELECT 1 FROM highlights h WHERE h.id = r.highlight_id AND h.deleted IS NULL)"
)
_OPEN = "r.state = 'open' AND r.is_found AND r.is_sure AND r.deleted IS NULL"
_COUNTED = (
    _Counted("articles", "documents", "created, deleted", "substr(r.created, 1, 7)", _LIVE),
    _Counted("words", "documents", "words, deleted", "''", _LIVE, "r.words"),
    _Counted("marks", "highlights", "created, deleted", "substr(r.created, 1, 7)", _LIVE),
    _Counted("colours", "highlights", "colour, deleted", "r.colour", _LIVE),
    _Counted("notes", "highlights", "note, deleted", "''", f"{_LIVE} AND r.note <> ''"),
    _Counted("tags", "tags", "tag, deleted", "r.tag", _IN_LIVE),
    _Counted(
        "questions",
        "questions",
        "state, is_found, is_sure, deleted",
        "r.state || ' ' || r.is_found || ' ' || r.is_sure",
        _LIVE,
    ),
    _Counted(
        "answers", "answers", "time, undone", "substr(r.time, 1, 7)", f"r.undone IN (0, {COUNTED})"
    ),
)
_OF_DOCUMENT = (
    _Counted("marks", "highlights", "deleted", "", _LIVE),
    _Counted("open_questions", "questions", "state, is_found, is_sure, deleted", "", _OPEN),
)
"""What a column of `documents` counts for each of them, so that an index sorts them by it."""
KEPT_IN_DOCUMENTS = frozenset(("words", *(each.name for each in _OF_DOCUMENT)))
"""The columns of `documents` that triggers keep: whoever inserts the rows that are counted has
them counted, and must not bring the counts along."""
_NEWEST_WORDS = (
    "UPDATE documents SET words = coalesce((SELECT words FROM revisions WHERE document_id = {0} "
    "AND deleted IS NULL ORDER BY seen DESC LIMIT 1), 0) WHERE id = {0}"
)


def add_kept_counts(connection: Connection) -> None:
    """Count what is there, and keep the counts."""
    connection.execute(
        "CREATE TABLE counts (name TEXT NOT NULL, of TEXT NOT NULL, n INTEGER NOT NULL, "
        "PRIMARY KEY (name, of)) WITHOUT ROWID"
    )
    connection.execute("ALTER TABLE revisions ADD COLUMN words INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE documents ADD COLUMN words INTEGER NOT NULL DEFAULT 0")
    for ident, text in _texts(connection):
        connection.execute("UPDATE revisions SET words = ? WHERE id = ?", (words_in(text), ident))
    connection.execute(_NEWEST_WORDS.format("documents.id").replace("WHERE id = documents.id", ""))
    for name, event, row in (
        ("insert", "INSERT", "NEW"),
        ("update", "UPDATE OF seen, deleted, words", "NEW"),
        ("delete", "DELETE", "OLD"),
    ):
        connection.execute(
            f"CREATE TRIGGER revisions_words_{name} AFTER {event} ON revisions BEGIN "
            f"{_NEWEST_WORDS.format(f'{row}.document_id')}; END"
        )
    for each in _OF_DOCUMENT:
        connection.execute(
            f"ALTER TABLE documents ADD COLUMN {each.name} INTEGER NOT NULL DEFAULT 0"
        )
    for index in (
        "documents_title ON documents(title COLLATE NOCASE, opened_at DESC, id)",
        "documents_date ON documents(published IS NULL, published DESC, opened_at DESC, id)",
        "documents_marks ON documents(marks DESC, opened_at DESC, id)",
        "documents_questions ON documents(open_questions DESC, opened_at DESC, id)",
    ):
        connection.execute(f"CREATE INDEX {index}")
    for statement in (*_triggers(), *_triggers_of_document()):
        connection.execute(statement)
    recount(connection)


def recount(connection: Connection) -> None:
    """Make the counts anew from the rows."""
    connection.execute("DELETE FROM counts")
    connection.executemany("INSERT INTO counts VALUES (?, ?, ?)", [*counted(connection)])
    for each in _OF_DOCUMENT:
        connection.execute(f"UPDATE documents SET {each.name} = {counted_of_document(each.name)}")


def counted(connection: Connection) -> Iterator[tuple[str, str, int]]:
    """What the rows give when they are counted, as the rows of `counts`. Reads them all."""
    for each in _COUNTED:
        yield from connection.execute(
            f"SELECT '{each.name}', {each.of}, sum({each.number}) AS n "
            f"FROM {each.table} r WHERE {each.where} GROUP BY 2 HAVING n <> 0"
        )


def counted_of_document(name: str) -> str:
    """The SQL expression that counts a document's rows anew, in a query of `documents`.

    Args:
        name: `marks` or `open_questions`, the columns that keep them.
    """
    each = next(each for each in _OF_DOCUMENT if each.name == name)
    of = f"r.document_id = documents.id AND {each.where}"
    return f"(SELECT count(*) FROM {each.table} r WHERE {of})"


def count_of(connection: Connection, name: str) -> dict[str, int]:
    """What is counted under a name, by what it is counted by.

    Args:
        connection: The library.
        name: `articles`, `marks` and `answers` (by month), `words`, `notes`, `colours`, `tags`,
            `questions` (by state, whether it is found and whether it is sure).
    """
    return dict(connection.execute("SELECT of, n FROM counts WHERE name = ?", (name,)))


def count_between(connection: Connection, name: str, since: str, before: str) -> int:
    """How many of what is counted by month came in a time; reads them by an index.

    Args:
        connection: The library.
        name: `articles`, `marks` or `answers`.
        since: The first moment, as rows write it.
        before: The first moment after.
    """
    each = next(each for each in _COUNTED if each.name == name)
    moment = "time" if name == "answers" else "created"
    query = (
        f"SELECT coalesce(sum({each.number}), 0) FROM {each.table} r "
        f"WHERE {each.where} AND r.{moment} >= ? AND r.{moment} < ?"
    )
    return int(connection.execute(query, (since, before)).fetchone()[0])


def words_in(text: bytes) -> int:
    """The words of a text, which is UTF-8: split as bytes it need not be decoded."""
    return len(text.split())


def _texts(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """The kept texts that can be read, one after another, by the ids of their revisions."""
    idents = [row[0] for row in connection.execute("SELECT id FROM revisions")]
    for ident in idents:
        query = "SELECT text FROM revisions WHERE id = ?"
        try:
            yield ident, zlib.decompress(connection.execute(query, (ident,)).fetchone()[0])
        except (zlib.error, TypeError):
            continue


def _triggers() -> Iterator[str]:
    for each in _COUNTED:
        added, taken = _changed(each, "NEW", "+"), _changed(each, "OLD", "-")
        for event, statements in (
            ("INSERT", added),
            ("DELETE", taken),
            (f"UPDATE OF {each.columns}", taken + added),
        ):
            name = f"count_{each.name.replace(' ', '_')}_{event.split()[0].lower()}"
            yield f"CREATE TRIGGER {name} AFTER {event} ON {each.table} BEGIN {statements} END"
    # Its tags count no more, or again, with a highlight.
    for name, is_live, sign in (("taken", "OLD", "-"), ("added", "NEW", "+")):
        yield (
            f"CREATE TRIGGER count_tags_{name} AFTER UPDATE OF deleted ON highlights "
            "WHEN (OLD.deleted IS NULL) <> (NEW.deleted IS NULL) "
            f"AND {is_live}.deleted IS NULL BEGIN "
            f"INSERT INTO counts SELECT 'tags', tag, {sign}1 FROM tags "
            "WHERE highlight_id = NEW.id AND deleted IS NULL "
            f"ON CONFLICT DO UPDATE SET n = n + excluded.n; {_CLEARED.format('tags')} END"
        )


_CLEARED = "DELETE FROM counts WHERE name = '{}' AND n = 0;"
"""What counts nothing is gone: it may be a tag of an article that is to be forgotten."""


def _changed(each: _Counted, row: str, sign: str) -> str:
    """The statements that count a row, or take it off again."""
    of, where, number = (
        part.replace("r.", f"{row}.") for part in (each.of, each.where, each.number)
    )
    counted = (
        f"INSERT INTO counts SELECT '{each.name}', {of}, {sign}({number}) WHERE {where} "
        "ON CONFLICT DO UPDATE SET n = n + excluded.n;"
    )
    cleared = f" DELETE FROM counts WHERE name = '{each.name}' AND of = {of} AND n = 0;"
    return counted + (cleared if sign == "-" else "") + " "


def _triggers_of_document() -> Iterator[str]:
    for each in _OF_DOCUMENT:
        added, taken = (
            f"UPDATE documents SET {each.name} = {each.name} {sign} "
            f"({each.where.replace('r.', f'{row}.')}) WHERE id = {row}.document_id; "
            for row, sign in (("NEW", "+"), ("OLD", "-"))
        )
        for event, statements in (
            ("INSERT", added),
            ("DELETE", taken),
            (f"UPDATE OF {each.columns}", taken + added),
        ):
            name = f"document_{each.name}_{event.split()[0].lower()}"
            yield f"CREATE TRIGGER {name} AFTER {event} ON {each.table} BEGIN {statements} END"
