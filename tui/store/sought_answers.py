"""Which articles were asked, once each, whether they answer questions of others."""

from __future__ import annotations

from sqlite3 import Connection

from tui.store.clock import now


def add_sought_answers(connection: Connection) -> None:
    """When that was; those of before were read long ago and are not asked any more."""
    connection.execute("ALTER TABLE documents ADD COLUMN answers_sought TEXT")
    connection.execute("UPDATE documents SET answers_sought = ?", (now(),))


def is_first_asked(connection: Connection, document_id: str) -> bool:
    """Note that an article is asked now; whether it is kept and was not asked before.

    Args:
        connection: Inside a transaction.
        document_id: Its document.
    """
    changed = connection.execute(
        "UPDATE documents SET answers_sought = ? "
        "WHERE id = ? AND answers_sought IS NULL AND deleted IS NULL",
        (now(), document_id),
    )
    return changed.rowcount > 0


def leaves_open_elsewhere(connection: Connection, document_id: str) -> bool:
    """Whether any other article leaves a question open."""
    found = connection.execute(
        "SELECT EXISTS(SELECT 1 FROM questions "
        "WHERE document_id <> ? AND state = 'open' AND deleted IS NULL)",
        (document_id,),
    ).fetchone()
    return bool(found[0])
