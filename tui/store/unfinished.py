"""Corrections that were being typed when the program ended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.store.anchors import Anchor
from tui.store.clock import now
from tui.store.correction_rows import Subject

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What stood in the boxes of a sheet."""

    subject: Subject
    """As `Correction.subject`."""
    anchor: Anchor
    """As `Correction.anchor`."""
    name: str
    """As `Correction.name`."""
    type: str
    """As `Correction.type`."""
    boxes: tuple[str, ...] = ()
    """What was typed; empty where nothing is to be kept."""


_SAME = (
    'document_id = ? AND subject = ? AND revision = ? AND start = ? AND "end" = ? '
    "AND name = ? AND type = ?"
)


def write_unfinished(connection: Connection, document_id: str, typed: Unfinished) -> None:
    """Keep what is being typed; does nothing for a document not written down."""
    anchor, time = typed.anchor, now()
    connection.execute(
        'INSERT INTO unfinished (document_id, subject, revision, start, "end", name, type, '
        "exact, prefix, suffix, boxes, created, updated) "
        "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12 "
        "WHERE EXISTS (SELECT 1 FROM documents WHERE id = ?1) "
        "ON CONFLICT DO UPDATE SET boxes = excluded.boxes, updated = excluded.updated, "
        "deleted = NULL",
        (*_key(document_id, typed), anchor.exact, anchor.prefix, anchor.suffix,
         json.dumps(typed.boxes), time),
    )  # fmt: skip


def delete_unfinished(connection: Connection, document_id: str, typed: Unfinished) -> None:
    """Leave a tombstone without the words, which are saved now or nobody wants."""
    connection.execute(
        f"UPDATE unfinished SET boxes = '[]', deleted = ?, updated = ? WHERE {_SAME}",
        (now(), now(), *_key(document_id, typed)),
    )


def unfinished_of(connection: Connection, document_id: str) -> list[Unfinished]:
    """What was being typed in a document, the oldest first."""
    rows = connection.execute(
        'SELECT subject, exact, prefix, suffix, start, "end", revision, name, type, boxes '
        "FROM unfinished WHERE document_id = ? AND deleted IS NULL ORDER BY updated",
        (document_id,),
    )
    return [
        Unfinished(Subject(row[0]), Anchor(*row[1:7]), row[7], row[8], tuple(json.loads(row[9])))
        for row in rows
    ]


def _key(document_id: str, typed: Unfinished) -> tuple[str | int, ...]:
    anchor = typed.anchor
    return (document_id, typed.subject, anchor.revision, anchor.start, anchor.end, typed.name,
            typed.type)  # fmt: skip
