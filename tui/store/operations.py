"""The log of what was done to the marks, and the taking back of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from sqlite3 import Connection

from tui.errors import StoreError
from tui.store.anchors import Anchor
from tui.store.clock import now
from tui.store.colours import Colour
from tui.store.highlights import (
    Highlight,
    delete_highlight,
    highlight,
    write_highlight,
)

KEPT_IN_MIND = 200
"""Operations an opened article can take back; older ones stay in the log."""

Rows = Mapping[str, Highlight | None]
"""Highlights by id; `None` for one that is not there."""

_DONE, _UNDONE, _GIVEN_UP = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing the reader did, as it can be taken back."""

    id: str
    """UUID 4."""
    document_id: str
    """The document whose marks it changed."""
    command: str
    """What was done, as one word of the log."""
    before: Rows
    """The highlights it changed, as they were."""
    after: Rows
    """The same highlights, as it left them."""


class ChangedMeanwhileError(StoreError):
    """A highlight is no longer what the reader saw, because another program changed it."""

    def __init__(self, message: str, rows: Rows) -> None:
        """Keep what the library says now, so that it can be drawn."""
        super().__init__(message)
        self.rows = rows


def difference(there: Highlight | None, wanted: Highlight | None) -> str | None:
    """What differs between two states of a highlight, as a clause; `None` for nothing.

    The speaker is found by the program, not made by the reader, so it does not count.
    """
    if there is None or wanted is None:
        if there is wanted:
            return None
        return "it was deleted" if there is None else "it was made again"
    checks = (
        ("colour", there.colour == wanted.colour),
        ("note", there.note == wanted.note),
        ("extent", there.anchor == wanted.anchor),
        ("tags", there.tags == wanted.tags),
    )
    name = next((name for name, is_same in checks if not is_same), None)
    return None if name is None else f"its {name} changed"


def restored(there: Highlight | None, image: Highlight | None) -> Highlight | None:
    """An earlier state of a highlight, with what the program has found out since."""
    if there is None or image is None:
        return image
    return replace(image, speaker=there.speaker)


def write_rows(connection: Connection, rows: Rows) -> Rows:
    """Make the library hold these highlights; what it holds afterwards."""
    for ident, mark in rows.items():
        if mark is None:
            delete_highlight(connection, ident)
        else:
            write_highlight(connection, mark)
    return {ident: highlight(connection, ident) for ident in rows}


def record(connection: Connection, operation: Operation) -> None:
    """Write an operation down; what was undone before can no longer be done again."""
    time = now()
    connection.execute(
        "UPDATE operations SET undone = ?, updated = ? WHERE document_id = ? AND undone = ?",
        (_GIVEN_UP, time, operation.document_id, _UNDONE),
    )
    connection.execute(
        "INSERT INTO operations (id, time, document_id, command, before, after, created, updated) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?2, ?2)",
        (
            operation.id,
            time,
            operation.document_id,
            operation.command,
            _packed(operation.before),
            _packed(operation.after),
        ),
    )


def take_back(connection: Connection, operation_id: str) -> Rows:
    """Undo an operation if its highlights are still as it left them."""
    return _swing(connection, operation_id, _DONE, _UNDONE)


def do_again(connection: Connection, operation_id: str) -> Rows:
    """Redo an undone operation if its highlights are still as the undoing left them."""
    return _swing(connection, operation_id, _UNDONE, _DONE)


def _swing(connection: Connection, operation_id: str, now_is: int, becomes: int) -> Rows:
    row = connection.execute(
        "SELECT id, document_id, command, before, after, undone FROM operations WHERE id = ?",
        (operation_id,),
    ).fetchone()
    if row is None:
        raise ChangedMeanwhileError("that change was never saved", {})
    operation = _operation(row)
    there = {ident: highlight(connection, ident) for ident in operation.after}
    expected, wanted = operation.after, operation.before
    if now_is == _UNDONE:
        expected, wanted = wanted, expected
    reason = next(filter(None, (difference(there[i], expected[i]) for i in there)), None)
    if reason is None and row[5] != now_is:
        reason = "another program did so or went on from there"
    if reason is not None:
        raise ChangedMeanwhileError(f"meanwhile {reason}", there)
    connection.execute(
        "UPDATE operations SET undone = ?, updated = ? WHERE id = ?",
        (becomes, now(), operation_id),
    )
    return write_rows(connection, {i: restored(there[i], wanted[i]) for i in there})


def operations_of(
    connection: Connection, document_id: str
) -> tuple[list[Operation], list[Operation]]:
    """What can be undone and what can be done again, the next one last in both."""
    query = (
        "SELECT id, document_id, command, before, after FROM operations "
        "WHERE document_id = ? AND undone = ? ORDER BY number {} LIMIT ?"
    )
    limits = (document_id, _DONE, KEPT_IN_MIND), (document_id, _UNDONE, KEPT_IN_MIND)
    done = connection.execute(query.format("DESC"), limits[0]).fetchall()
    undone = connection.execute(query.format("ASC"), limits[1]).fetchall()
    return [_operation(row) for row in done[::-1]], [_operation(row) for row in undone[::-1]]


def _operation(row: tuple[str, ...]) -> Operation:
    ident, document_id, command, before, after = row[:5]
    return Operation(ident, document_id, command, _unpacked(before), _unpacked(after))


def _packed(rows: Rows) -> str:
    return json.dumps({ident: mark and asdict(mark) for ident, mark in rows.items()})


def _unpacked(packed: str) -> Rows:
    return {ident: image and _highlight(image) for ident, image in json.loads(packed).items()}


def _highlight(image: dict[str, object]) -> Highlight:
    fields = dict(image)
    anchor, tags = fields.pop("anchor"), fields.pop("tags")
    assert isinstance(anchor, dict)
    assert isinstance(tags, list)
    colour = Colour(str(fields.pop("colour")))
    return Highlight(anchor=Anchor(**anchor), tags=tuple(tags), colour=colour, **fields)  # type: ignore[arg-type]
