"""The log of what the reader did, and its undoing."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from tui.errors import StoreError
from tui.store.clock import now
from tui.store.pruning import prune_operations
from tui.store.stored_record import (
    Rows,
    difference,
    packed,
    read_record,
    restored,
    unpacked,
    write_rows,
)

UNDO_LIMIT = 200
"""Operations that can be undone in an opened article."""

_DONE, _UNDONE, _DISCARDED = 0, 1, 2
_GONE = (
    "the library does not keep that change any more: it is too old, or another desk went on "
    "from there"
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing the reader did, as it can be undone."""

    id: str
    """UUID 4."""
    document_id: str
    """The document it was done in."""
    command: str
    """What was done, as one word of the log."""
    before: Rows
    """The records it changed, as they were."""
    after: Rows
    """The same records, as it left them."""


class ChangedMeanwhileError(StoreError):
    """A record is no longer what the reader saw, because another program changed it."""

    def __init__(self, message: str, rows: Rows) -> None:
        """Keep what the library holds now, so that it can be drawn."""
        super().__init__(message)
        self.rows = rows


def record(connection: Connection, operation: Operation) -> None:
    """Record an operation; what was undone before can no longer be done again."""
    time = now()
    connection.execute(
        "UPDATE operations SET undone = ?, updated = ? WHERE document_id = ? AND undone = ?",
        (_DISCARDED, time, operation.document_id, _UNDONE),
    )
    connection.execute(
        "INSERT INTO operations (id, time, document_id, command, before, after, created, updated) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?2, ?2)",
        (
            operation.id,
            time,
            operation.document_id,
            operation.command,
            packed(operation.before),
            packed(operation.after),
        ),
    )
    prune_operations(connection, operation.document_id, UNDO_LIMIT)


def undo_operation(connection: Connection, operation_id: str) -> Rows:
    """Undo an operation if its records are still as it left them."""
    return _apply(connection, operation_id, _DONE, _UNDONE)


def redo_operation(connection: Connection, operation_id: str) -> Rows:
    """Redo an undone operation if its records are still as the undoing left them."""
    return _apply(connection, operation_id, _UNDONE, _DONE)


def _apply(connection: Connection, operation_id: str, now_is: int, becomes: int) -> Rows:
    row = connection.execute(
        "SELECT id, document_id, command, before, after, undone FROM operations WHERE id = ?",
        (operation_id,),
    ).fetchone()
    if row is None:
        raise ChangedMeanwhileError(_GONE, {})
    operation = _operation(row)
    current = {ident: read_record(connection, ident) for ident in operation.after}
    expected, target = operation.after, operation.before
    if now_is == _UNDONE:
        expected, target = target, expected
    reason = next(filter(None, (difference(current[i], expected[i]) for i in current)), None)
    if reason is None and row[5] != now_is:
        reason = "another program did so or went on from there"
    if reason is not None:
        raise ChangedMeanwhileError(f"meanwhile {reason}", current)
    connection.execute(
        "UPDATE operations SET undone = ?, updated = ? WHERE id = ?",
        (becomes, now(), operation_id),
    )
    return write_rows(connection, {i: restored(current[i], target[i]) for i in current})


def operations_of(
    connection: Connection, document_id: str
) -> tuple[list[Operation], list[Operation]]:
    """What can be undone and what can be done again, the next one last in both."""
    query = (
        "SELECT id, document_id, command, before, after FROM operations "
        "WHERE document_id = ? AND undone = ? ORDER BY number {} LIMIT ?"
    )
    limits = (document_id, _DONE, UNDO_LIMIT), (document_id, _UNDONE, UNDO_LIMIT)
    done = connection.execute(query.format("DESC"), limits[0]).fetchall()
    undone = connection.execute(query.format("ASC"), limits[1]).fetchall()
    return _readable(done[::-1]), _readable(undone[::-1])


def _readable(rows: Iterable[tuple[str, ...]]) -> list[Operation]:
    """The operations of rows; one that cannot be read any more cannot be undone, that is all."""
    found = []
    for row in rows:
        try:
            found.append(_operation(row))
        except (ValueError, KeyError, TypeError, AttributeError):
            _log.warning("an entry of the undo log cannot be read: %s", row[0], exc_info=True)
    return found


def _operation(row: tuple[str, ...]) -> Operation:
    ident, document_id, command, before, after = row[:5]
    return Operation(ident, document_id, command, unpacked(before), unpacked(after))
