"""Articles with their highlights, read one after the other: as much memory as one of them takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.store.article_header import kept_milestones
from tui.store.documents import document
from tui.store.highlight_rows import row_highlight, select_highlights
from tui.store.marked_article import MarkedArticle

if TYPE_CHECKING:
    from sqlite3 import Connection


def marked_documents(connection: Connection) -> list[str]:
    """The ids of all documents that have highlights, the one opened last first."""
    rows = connection.execute(
        "SELECT d.id FROM documents d WHERE EXISTS (SELECT 1 FROM highlights h "
        "WHERE h.document_id = d.id AND h.deleted IS NULL) ORDER BY d.opened_at DESC, d.id"
    )
    return [str(row[0]) for row in rows]


def marked_article(connection: Connection, document_id: str) -> MarkedArticle | None:
    """One document with its highlights in text order; `None` when there is no such document.

    A highlight that is not as it was written is left out.
    """
    record = document(connection, document_id)
    if record is None:
        return None
    query = select_highlights(
        "WHERE h.document_id = ? AND h.deleted IS NULL ORDER BY h.start, h.id"
    )
    rows = connection.execute(query, (document_id,))
    marks = (mark for row in rows if (mark := row_highlight(row)) is not None)
    return MarkedArticle(record, tuple(marks), kept_milestones(connection, document_id))
