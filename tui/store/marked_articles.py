"""Articles with their highlights, a few at a time: as much memory as these take."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.documents.article import BlockKind
from tui.documents.blocks import block_at
from tui.store.article_header import kept_emphasis, kept_milestones
from tui.store.checksums import is_whole
from tui.store.documents import DOCUMENT_COLUMNS, row_document, stored_revision
from tui.store.highlight_rows import row_highlight, select_highlights
from tui.store.ledger_questions import readers_questions
from tui.store.line_drafts import Line
from tui.store.marked_article import MarkedArticle, PlaceInText, Unsaved
from tui.store.refusals import MENDING, DamagedError

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.documents.article import Article
    from tui.store.highlight_rows import Highlight

_AT_ONCE = 500
"""Highlights, about, that are read by one query; the articles they stand in count as well."""
_WHICH = "IN (SELECT value FROM json_each(?)) AND {0}.deleted IS NULL"
_DOCUMENTS = f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.id {_WHICH.format('d')}"
_HIGHLIGHTS = select_highlights(
    f"WHERE h.document_id {_WHICH.format('h')} ORDER BY h.document_id, h.start, h.id"
)
_UNSAVED_NOTES = (
    "SELECT r.highlight_id, r.text FROM drafts r NOT INDEXED WHERE r.deleted IS NULL "
    f"AND r.text <> '' AND {is_whole('drafts', 'r')}"
)
_UNSAVED_TAGS = (
    f"SELECT l.ident, l.text FROM line_drafts l NOT INDEXED WHERE l.kind = '{Line.TAGS.value}' "
    f"AND l.deleted IS NULL AND l.text <> '' AND {is_whole('line_drafts', 'l')}"
)
_EXPORTED = {
    "highlights": ("highlights_document", "document_id"),
    "tags": ("sqlite_autoindex_tags_1", "highlight_id"),
    "further_anchors": ("sqlite_autoindex_further_anchors_1", "highlight_id"),
    "documents": ("sqlite_autoindex_documents_1", "id"),
    "sources": ("sources_document", "document_id"),
}
"""The tables that are read here, each with the index its rows are found by, and its column."""
_OWN_SUM = ("documents", "sources")
"""The tables whose damaged rows would be passed over or come without their title."""


def require_indexes(connection: Connection) -> None:
    """Look whether every row is found that is read here: an index may hide one without a word.

    Of what SQLite's own check does this is as much as reading depends on, in a fifth of the
    time: the pages hang together, and the index that is used has an entry for each row.

    Raises:
        DamagedError: A row is not found, or one of an article is not as it was written.
    """
    for table, (index, column) in _EXPORTED.items():
        hidden = (
            f"SELECT 1 FROM {table} r NOT INDEXED WHERE typeof(r.{column}) <> 'text' OR NOT EXISTS "
            f"(SELECT 1 FROM {table} i INDEXED BY {index} WHERE i.{column} = r.{column} "
            "AND i.rowid = r.rowid) LIMIT 1"
        )
        changed = f"SELECT 1 FROM {table} r NOT INDEXED WHERE NOT {is_whole(table, 'r')} LIMIT 1"
        looks = (hidden, changed) if table in _OWN_SUM else (hidden,)
        verdict = connection.execute(f"PRAGMA quick_check({table})").fetchone()[0]
        if verdict != "ok" or any(connection.execute(look).fetchone() for look in looks):
            raise DamagedError("the library is damaged", MENDING)


def batches(connection: Connection) -> Iterator[list[str]]:
    """The ids of all documents, the one opened last first, as many as are read at once."""
    batch: list[str] = []
    size = 0
    # How many marks a document has is kept beside it: right or not, it only parts the work.
    query = (
        "SELECT id, marks FROM documents NOT INDEXED WHERE deleted IS NULL "
        "ORDER BY opened_at DESC, id"
    )
    for ident, marks in connection.execute(query):
        batch.append(str(ident))
        size += 1 + marks
        if size >= _AT_ONCE:
            yield batch
            batch, size = [], 0
    yield batch


def unsaved_words(connection: Connection) -> dict[str, Unsaved]:
    """What was typed about highlights of any document and never saved, by highlight."""
    found: dict[str, Unsaved] = {}
    for ident, text in connection.execute(_UNSAVED_NOTES):
        found[ident] = Unsaved(note=text)
    for ident, text in connection.execute(_UNSAVED_TAGS):
        found[ident] = found.get(ident, Unsaved())._replace(tags=text)
    return found


def marked_articles(
    connection: Connection,
    document_ids: Sequence[str],
    unsaved: Mapping[str, Unsaved],
    *,
    with_places: bool = False,
) -> list[MarkedArticle]:
    """Some documents that have highlights, with these in text order; without, they are left out.

    Args:
        connection: The library.
        document_ids: The documents.
        unsaved: What `unsaved_words` gave.
        with_places: Whether to say where in their texts they stand; for that these are read.

    Raises:
        DamagedError: A highlight is not as it was written.
    """
    wanted = (json.dumps(document_ids),)
    marks = _marks(connection, wanted)
    found = {d.id: d for d in map(row_document, connection.execute(_DOCUMENTS, wanted))}
    order = [ident for ident in document_ids if ident in found and ident in marks]
    counted = kept_milestones(connection, order)
    emphasised = kept_emphasis(connection, order)
    asked = readers_questions(connection, order)
    return [
        MarkedArticle(
            found[ident],
            tuple(marks[ident]),
            _of_these(marks[ident], unsaved),
            counted.get(ident, {}),
            emphasised.get(ident, {}),
            _places(connection, marks[ident]) if with_places else {},
            asked.get(ident, ()),
        )
        for ident in order
    ]


def _marks(connection: Connection, wanted: tuple[str]) -> dict[str, list[Highlight]]:
    marks: dict[str, list[Highlight]] = {}
    for row in connection.execute(_HIGHLIGHTS, wanted):
        mark = row_highlight(row)
        if mark is None:
            raise DamagedError("the library is damaged", MENDING)
        marks.setdefault(mark.document_id, []).append(mark)
    return marks


def _places(connection: Connection, marks: Sequence[Highlight]) -> dict[str, PlaceInText]:
    """Where each highlight of a document stands in the text it was made on."""
    texts: dict[str, Article | None] = {}
    found: dict[str, PlaceInText] = {}
    for mark in marks:
        revision, start, end = mark.extent
        if revision not in texts:
            try:
                texts[revision] = stored_revision(connection, mark.document_id, revision)
            except (ValueError, KeyError, TypeError):
                # A damaged header must not keep a highlight from being exported.
                texts[revision] = None
        article = texts[revision]
        if article is not None and article.blocks:
            first, last = (block_at(article.blocks, at) for at in (start, end - 1))
            kinds = {block.kind for block in article.blocks[first : last + 1]}
            found[mark.id] = PlaceInText(first + 1, kinds == {BlockKind.PARAGRAPH})
    return found


def _of_these(marks: Sequence[Highlight], unsaved: Mapping[str, Unsaved]) -> dict[str, Unsaved]:
    found: dict[str, Unsaved] = {}
    for mark in marks:
        if typed := unsaved.get(mark.id):
            # A draft of the very words that the note has is no news.
            typed = typed._replace(note="" if typed.note == mark.note else typed.note)
            if any(typed):
                found[mark.id] = typed
    return found
