"""Lines that were being typed when the program ended: tags of a highlight, links of an answer.

Drafts of notes and answers, which are texts, stand in `drafts` and in `questions`.
"""

from __future__ import annotations

from enum import Enum
from sqlite3 import Connection

from tui.store.checksums import is_whole, keep_sums
from tui.store.clock import now


class Line(Enum):
    """What a line is typed for."""

    TAGS = "tags"
    """The tags of a highlight, which is known by its id."""
    LINK = "link"
    """Where the answer to a question stands; the question is known by its id."""


def create_line_drafts(connection: Connection) -> None:
    """Lines that are being typed, kept against a crash, gone once they are saved."""
    connection.execute(
        "CREATE TABLE line_drafts (kind TEXT NOT NULL, ident TEXT NOT NULL, text TEXT NOT NULL, "
        "created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT, checksum INTEGER, "
        "PRIMARY KEY (kind, ident))"
    )
    keep_sums(connection, "line_drafts")


def write_line(connection: Connection, line: Line, ident: str, text: str) -> None:
    """Keep a line that is being typed."""
    connection.execute(
        "INSERT INTO line_drafts (kind, ident, text, created, updated) VALUES (?1, ?2, ?3, ?4, ?4) "
        "ON CONFLICT DO UPDATE SET text = ?3, updated = ?4, deleted = NULL",
        (line.value, ident, text, now()),
    )


def delete_line(connection: Connection, line: Line, ident: str) -> None:
    """Leave a tombstone without the words, which are saved now or nobody wants."""
    connection.execute(
        "UPDATE line_drafts SET text = '', deleted = ?1, updated = ?1 "
        "WHERE kind = ?2 AND ident = ?3 AND deleted IS NULL",
        (now(), line.value, ident),
    )


def tag_drafts_of(connection: Connection, document_id: str) -> dict[str, str]:
    """The lines of tags that were never saved, by highlight."""
    rows = connection.execute(
        "SELECT l.ident, l.text FROM highlights h JOIN line_drafts l "
        f"ON l.kind = '{Line.TAGS.value}' AND l.ident = h.id WHERE h.document_id = ? "
        f"AND h.deleted IS NULL AND l.deleted IS NULL AND {is_whole('line_drafts', 'l')}",
        (document_id,),
    )
    return {str(ident): str(text) for ident, text in rows}


def link_draft(question: str) -> str:
    """The SQL expression for the link that was being typed for a question; empty for none.

    Args:
        question: The name of the question's row in the query.
    """
    return (
        f"coalesce((SELECT l.text FROM line_drafts l WHERE l.kind = '{Line.LINK.value}' "
        f"AND l.ident = {question}.id AND l.deleted IS NULL "
        f"AND {is_whole('line_drafts', 'l')}), '')"
    )
