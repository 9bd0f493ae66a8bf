"""The logs of what the reader did, kept short: what nobody can undo any more is not kept.

A little is removed with every entry that is made, so that no key waits for it. A desk that still
holds an entry which is gone is told so when it wants to undo it.
"""

from __future__ import annotations

from sqlite3 import Connection

KEPT = 20_000
"""Entries of each log that are kept, of all articles."""
_KEPT_DAYS = 180
_AT_ONCE = 50
"""Entries looked at with every new one."""
_OPEN_FOR = "-1 day"
"""A desk that is open for less long can undo everything it did, however much that is."""
COUNTED = 3
"""`undone` of an answer that cannot be undone any more: it stays to be counted, without words."""


def prune_logs(connection: Connection) -> None:
    """Remove from the logs of an older library what is not kept any more."""
    connection.execute(f"CREATE INDEX answers_kept ON answers(number) WHERE undone <> {COUNTED}")
    connection.execute("DELETE FROM operations WHERE undone = 2")
    connection.execute("DELETE FROM answers WHERE undone = 2")
    _prune_operations(connection, -1)
    _prune_answers(connection, -1)


def prune_operations(connection: Connection, document_id: str, kept: int) -> None:
    """Remove some entries of the undo log.

    Args:
        connection: Inside the transaction that makes an entry.
        document_id: The document it is about: its entries that another course has replaced go.
        kept: How many of its newest entries can be undone.
    """
    _prune_operations(connection, _AT_ONCE)
    connection.execute(
        "DELETE FROM operations WHERE number IN (SELECT number FROM operations "
        "WHERE document_id = ?1 AND (undone = 2 OR (number <= (SELECT number FROM operations "
        "WHERE document_id = ?1 AND undone = 0 ORDER BY number DESC LIMIT 1 OFFSET ?2) "
        "AND time < strftime('%Y-%m-%dT%H:%M:%S', 'now', ?3))) LIMIT ?4)",
        (document_id, kept, _OPEN_FOR, _AT_ONCE),
    )


def prune_answers(connection: Connection) -> None:
    """Remove some entries of the ledger's log; decisions stay counted, without their words."""
    _prune_answers(connection, _AT_ONCE)


def _prune_operations(connection: Connection, most: int) -> None:
    connection.execute(
        f"DELETE FROM operations WHERE number IN ({_old('operations')})", (most, KEPT)
    )


def _prune_answers(connection: Connection, most: int) -> None:
    old = _old("answers", f"WHERE undone <> {COUNTED} ")
    connection.execute(f"DELETE FROM answers WHERE undone <> 0 AND number IN ({old})", (most, KEPT))
    connection.execute(
        f"UPDATE answers SET undone = {COUNTED}, before = '', after = '' WHERE number IN ({old})",
        (most, KEPT),
    )


def _old(log: str, where: str = "") -> str:
    """The query for the entries that are too old, among so many oldest ones; -1 for all."""
    return (
        f"SELECT number FROM (SELECT number, time FROM {log} {where}ORDER BY number LIMIT ?1) "
        f"WHERE time < date('now', '-{_KEPT_DAYS} days') "
        f"OR number <= (SELECT max(number) FROM {log}) - ?2"
    )
