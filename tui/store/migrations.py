"""The tables of the library, as numbered steps; each is one transaction with its record."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

from tui.errors import StoreError
from tui.store.backups import alone_in, back_up, clear_killed
from tui.store.checked_connection import CheckedConnection
from tui.store.checksums import add_checksums, add_function
from tui.store.clock import now
from tui.store.commit_count import create_commit_count
from tui.store.document_facts import add_facts
from tui.store.found_again import create_found_again
from tui.store.further_anchors import create_further_anchors
from tui.store.kept_counts import add_kept_counts
from tui.store.kept_words import create_kept_words
from tui.store.line_drafts import create_line_drafts
from tui.store.made_on import create_made_on
from tui.store.made_words import index_made_on
from tui.store.named_places import create_named_places
from tui.store.originals import add_unread, create_originals
from tui.store.pruning import prune_logs
from tui.store.reading_share import add_reading_share
from tui.store.refolding import refold_indexes
from tui.store.revision_order import order_revisions
from tui.store.seen_entries import create_seen_entries
from tui.store.short_names import short_source
from tui.store.sketches import create_sketches
from tui.store.sought_answers import add_sought_answers
from tui.store.trash_entries import create_trash

APPLICATION_ID = 0x636C7264
"""Marks the file as ours ("clrd"), for the check before anything is written."""

_ROW = "created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT"
_TABLES = f"""
CREATE TABLE documents (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, published TEXT, place TEXT, byline TEXT,
    opened_at TEXT NOT NULL, {_ROW});
CREATE TABLE sources (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
    source TEXT NOT NULL, {_ROW});
CREATE UNIQUE INDEX sources_live ON sources(source) WHERE deleted IS NULL;
CREATE INDEX sources_document ON sources(document_id);
CREATE TABLE revisions (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
    hash TEXT NOT NULL, text BLOB NOT NULL, header TEXT NOT NULL,
    first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, {_ROW}, UNIQUE (document_id, hash));
CREATE INDEX revisions_hash ON revisions(hash);
CREATE TABLE highlights (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents(id),
    colour TEXT NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, revision TEXT NOT NULL,
    speaker TEXT, note TEXT NOT NULL DEFAULT '', noted TEXT, {_ROW});
CREATE INDEX highlights_document ON highlights(document_id);
CREATE TABLE tags (
    highlight_id TEXT NOT NULL REFERENCES highlights(id), tag TEXT NOT NULL, {_ROW},
    PRIMARY KEY (highlight_id, tag));
CREATE TABLE drafts (
    highlight_id TEXT PRIMARY KEY REFERENCES highlights(id), text TEXT NOT NULL, {_ROW});
CREATE TABLE places (
    document_id TEXT PRIMARY KEY REFERENCES documents(id), offset INTEGER NOT NULL,
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    revision TEXT NOT NULL, {_ROW});
CREATE TABLE operations (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, time TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents(id), command TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0, {_ROW});
CREATE INDEX operations_document ON operations(document_id, number);
CREATE VIRTUAL TABLE highlight_words USING fts5(
    quote, note, title, speaker, tokenize = "ascii tokenchars '_'");
CREATE VIRTUAL TABLE highlight_vocabulary USING fts5vocab(highlight_words, 'row');
"""
# The words arrive folded and divided by blanks; the ascii tokenizer divides them nowhere else.

_LEDGER = f"""
CREATE TABLE questions (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents(id),
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, revision TEXT NOT NULL,
    kind TEXT NOT NULL, wording TEXT NOT NULL, holder TEXT NOT NULL, about TEXT NOT NULL,
    salience INTEGER NOT NULL, is_found INTEGER NOT NULL DEFAULT 1,
    state TEXT NOT NULL DEFAULT 'open', answer TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '', draft TEXT NOT NULL DEFAULT '', {_ROW});
CREATE INDEX questions_document ON questions(document_id, start);
CREATE INDEX questions_state ON questions(state, is_found) WHERE deleted IS NULL;
CREATE INDEX questions_open ON questions(document_id)
    WHERE state = 'open' AND is_found AND deleted IS NULL;
CREATE INDEX documents_opened ON documents(opened_at);
CREATE TABLE answers (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, time TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents(id),
    question_id TEXT NOT NULL REFERENCES questions(id),
    before TEXT NOT NULL, after TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0, {_ROW});
CREATE INDEX answers_document ON answers(document_id, number);
CREATE VIRTUAL TABLE question_words USING fts5(
    wording, answer, title, names, tokenize = "ascii tokenchars '_'");
CREATE VIRTUAL TABLE question_vocabulary USING fts5vocab(question_words, 'row');
"""


def _run(connection: Connection, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _create_tables(connection: Connection) -> None:
    """What a reader of one article after another makes: marks, notes, places, the log."""
    _run(connection, _TABLES)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _add_corrections(connection: Connection) -> None:
    """What the reader corrects in the results of an analysis."""
    connection.execute(
        "CREATE TABLE corrections ("
        "id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id), "
        "kind TEXT NOT NULL, subject TEXT NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, "
        'suffix TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, '
        "revision TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, "
        f"is_wide INTEGER NOT NULL, {_ROW})"
    )
    # What was being typed, by what it is about: kept against a crash, gone once it is saved.
    connection.execute(
        "CREATE TABLE unfinished ("
        "document_id TEXT NOT NULL REFERENCES documents(id), subject TEXT NOT NULL, "
        "exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, "
        'start INTEGER NOT NULL, "end" INTEGER NOT NULL, revision TEXT NOT NULL, '
        f"name TEXT NOT NULL, type TEXT NOT NULL, boxes TEXT NOT NULL, {_ROW}, "
        'PRIMARY KEY (document_id, subject, revision, start, "end", name, type))'
    )
    connection.execute("CREATE INDEX corrections_document ON corrections(document_id)")
    connection.execute("CREATE INDEX corrections_wide ON corrections(is_wide) WHERE is_wide")


def _create_ledger(connection: Connection) -> None:
    """The questions that articles leave open, and the log of what became of them."""
    _run(connection, _LEDGER)


def _index_criteria(connection: Connection) -> None:
    """What a search can ask of highlights beside their words is found by an index."""
    for index in (
        "highlights_colour ON highlights(colour)",
        "highlights_created ON highlights(created)",
        "highlights_noted ON highlights(key) WHERE note <> ''",
        "tags_tag ON tags(tag) WHERE deleted IS NULL",
    ):
        connection.execute(f"CREATE INDEX {index}")


def _add_desk_answers(connection: Connection) -> None:
    """The answers of the desk that the ledger has followed."""
    connection.execute("ALTER TABLE questions ADD COLUMN desk_answer TEXT NOT NULL DEFAULT ''")


def _add_certainty(connection: Connection) -> None:
    """How sure the questions are; those that were listed before stay listed."""
    connection.execute("ALTER TABLE questions ADD COLUMN certainty REAL NOT NULL DEFAULT 1")
    connection.execute("ALTER TABLE questions ADD COLUMN is_sure INTEGER NOT NULL DEFAULT 1")
    for index in (
        "questions_state ON questions(state, is_found, is_sure) WHERE deleted IS NULL",
        "questions_open ON questions(document_id) "
        "WHERE state = 'open' AND is_found AND is_sure AND deleted IS NULL",
    ):
        connection.execute(f"DROP INDEX {index.split()[0]}")
        connection.execute(f"CREATE INDEX {index}")


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    _create_tables,
    create_named_places,
    _add_corrections,
    _create_ledger,
    _index_criteria,
    _add_desk_answers,
    _add_certainty,
    add_checksums,
    create_line_drafts,
    create_commit_count,
    create_trash,
    order_revisions,
    create_kept_words,
    add_kept_counts,
    prune_logs,
    create_found_again,
    create_sketches,
    create_originals,
    add_unread,
    create_seen_entries,
    refold_indexes,
    create_made_on,
    add_facts,
    create_further_anchors,
    add_reading_share,
    index_made_on,
    add_sought_answers,
)
"""Step n is `MIGRATIONS[n - 1]`; a released one never changes."""


def check(path: Path) -> None:
    """Refuse a file that is not ours or newer than the program. Read-only: does not write.

    Raises:
        StoreError: It must not be used by this program.
        sqlite3.DatabaseError: It is no database at all.
    """
    if path.stat().st_size == 0:
        return
    with closing(_looked_at(path)) as connection:
        check_open(connection, path)


def check_open(connection: Connection, path: Path) -> None:
    """Refuse a file that is open already, as `check` does.

    Raises:
        StoreError: It must not be used by this program.
    """
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and mark != APPLICATION_ID:
        raise StoreError(
            "this file belongs to another program",
            f"move it away or set CLOSEREAD_HOME: {short_source(str(path))}",
        )
    if _applied(connection) > len(MIGRATIONS):
        raise StoreError(
            "a newer closeread made this library",
            f"install that version: {short_source(str(path))}",
        )


def _looked_at(path: Path) -> Connection:
    """A connection that reads a library.

    It does not write, unless a program was killed in a transaction without a write-ahead log:
    then nobody can read it before SQLite has taken that transaction back.
    """
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", factory=CheckedConnection, uri=True)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
        return sqlite3.connect(f"{address}?mode=rw", factory=CheckedConnection, uri=True)
    except BaseException:
        connection.close()
        raise
    return connection


def needs_migration(connection: Connection) -> bool:
    """Whether a library lacks a step."""
    return _applied(connection) < len(MIGRATIONS)


def migrate(connection: Connection, backups: Path | None) -> None:
    """Apply the steps a library lacks, after a verified copy of one that holds something.

    What programs that were killed have left of such copies is cleared away.

    Raises:
        StoreError: The copy failed; nothing was changed.
    """
    if backups is not None:
        clear_killed(backups)
    applied = _applied(connection)
    if applied >= len(MIGRATIONS):
        return
    add_function(connection)
    if not applied or backups is None:
        _apply_all(connection)
        return
    # Several programs that start at once make one copy: the others find the steps taken.
    with alone_in(backups):
        if (applied := _applied(connection)) < len(MIGRATIONS):
            back_up(connection, backups, f"{applied:04}")
            _apply_all(connection)


def _apply_all(connection: Connection) -> None:
    for number in range(_applied(connection) + 1, len(MIGRATIONS) + 1):
        _apply(connection, number)


def _apply(connection: Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have applied it while this one waited for the lock.
        if _applied(connection) < number:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS migrations "
                "(number INTEGER PRIMARY KEY, name TEXT NOT NULL, time TEXT NOT NULL)"
            )
            step = MIGRATIONS[number - 1]
            step(connection)
            connection.execute(
                "INSERT INTO migrations VALUES (?, ?, ?)", (number, step.__name__, now())
            )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _applied(connection: Connection) -> int:
    exists = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").fetchone()
    if exists is None:
        return 0
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0])
