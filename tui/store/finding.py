"""Highlights together with their documents, and the index that narrows a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from tui.store.documents import DOCUMENT_COLUMNS, DocumentRecord, row_document
from tui.store.highlights import COLUMN_COUNT, Highlight, row_highlight, select_highlights

_WITH_DOCUMENT = "JOIN documents d ON d.id = h.document_id "


@dataclass(frozen=True, slots=True)
class HighlightRecord:
    """A highlight with the document it stands in."""

    highlight: Highlight
    """The highlight."""
    document: DocumentRecord
    """Its document."""


def records(connection: Connection, document_id: str | None = None) -> list[HighlightRecord]:
    """All highlights, or those of one document; document after document, in text order."""
    condition = "" if document_id is None else "AND h.document_id = ? "
    return _select(
        connection,
        f"WHERE h.deleted IS NULL {condition}ORDER BY d.opened_at DESC, d.id, h.start, h.id",
        () if document_id is None else (document_id,),
    )


def candidates(
    connection: Connection, groups: Sequence[Sequence[str]], limit: int
) -> list[HighlightRecord]:
    """The newest highlights in which every group has a word.

    Args:
        connection: The library.
        groups: For each typed word the folded words of the vocabulary it may mean.
        limit: Most highlights wanted.
    """
    if not groups:
        return _select(connection, "WHERE h.deleted IS NULL ORDER BY h.key DESC LIMIT ?", (limit,))
    if not all(groups):
        return []
    return _select(
        connection,
        "WHERE h.key IN (SELECT rowid FROM highlight_words WHERE highlight_words MATCH ? "
        "ORDER BY rowid DESC LIMIT ?) AND h.deleted IS NULL ORDER BY h.key DESC",
        (quoted_words(groups), limit),
    )


def quoted_words(groups: Sequence[Sequence[str]]) -> str:
    """The query of the index that finds what has a word of every group."""
    return " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in groups)


def vocabulary(connection: Connection) -> list[str]:
    """Every folded word of every highlight, its note, title and speaker, sorted."""
    return [row[0] for row in connection.execute("SELECT term FROM highlight_vocabulary")]


def tags(connection: Connection) -> list[str]:
    """Every tag of a highlight, the one used most first."""
    return [
        row[0]
        for row in connection.execute(
            "SELECT t.tag FROM tags t JOIN highlights h ON h.id = t.highlight_id "
            "WHERE t.deleted IS NULL AND h.deleted IS NULL "
            "GROUP BY t.tag ORDER BY count(*) DESC, t.tag"
        )
    ]


def _quoted(word: str) -> str:
    """A word as FTS5 takes it literally, whatever it holds."""
    bare = word.replace("\0", "").replace('"', '""')
    return f'"{bare}"'


def _select(connection: Connection, rest: str, values: tuple[object, ...]) -> list[HighlightRecord]:
    query = select_highlights(_WITH_DOCUMENT + rest, more=DOCUMENT_COLUMNS)
    documents: dict[str, DocumentRecord] = {}
    found: list[HighlightRecord] = []
    for row in connection.execute(query, values):
        mark = row_highlight(row)
        document = documents.get(mark.document_id)
        if document is None:
            document = documents[mark.document_id] = row_document(row[COLUMN_COUNT:])
        found.append(HighlightRecord(mark, document))
    return found
