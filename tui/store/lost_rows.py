"""What is known of a library that could not be saved, for the reader's list.

Nothing of it is proved: rows whose checksum is not right, entries of the undo log, words of the
search index. So it is told, and never put into a library.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from sqlite3 import Connection

from tui.documents.divided_words import whole_words
from tui.store.damage import Lost
from tui.store.highlight_rows import Highlight, indexed
from tui.store.page_file import PageFile
from tui.store.page_records import Value
from tui.store.salvage_rows import LOG, FoundRows, Layout, Row, row_at
from tui.store.stored_record import StoredRecord, unpacked


def lost_pages(file: PageFile) -> Iterator[Lost]:
    """How much of the file cannot be read: what stood there may be known from nothing else."""
    if file.missing:
        count = len(file.missing)
        pages = "1 page" if count == 1 else f"{count} pages"
        yield Lost(f"{pages} of the file, with what stood there", "", "", "")


_KINDS = {
    "documents": ("article", "title"),
    "highlights": ("highlight", "exact"),
    "further_anchors": ("part of a highlight", "exact"),
    "tags": ("tag", "tag"),
    "drafts": ("note being written", "text"),
    "line_drafts": ("line being typed", "text"),
    "corrections": ("correction", "exact"),
    "unfinished": ("correction being typed", "boxes"),
    "questions": ("question", "wording"),
    "named_places": ("place with a letter", "letter"),
    "revisions": ("kept text", "hash"),
    "sources": ("name of an article", "source"),
}
"""What a reader calls a row of a table, and the column with its words."""


def lost_rows(
    connection: Connection, file: PageFile, tables: Mapping[str, Layout], found: FoundRows
) -> Iterator[Lost]:
    """What is damaged, or known from the search index alone."""
    highlights = (found.whole["highlights"], found.broken["highlights"])
    known = {place.rowid for places in highlights for place in places.values()}
    for table, places in found.broken.items():
        for key, place in places.items():
            if key in found.whole[table] or table not in _KINDS:
                continue
            row = row_at(file, tables[table], place)
            if row.get("deleted") is None:
                yield _lost_row(connection, table, row)
    # The index has its words folded.
    titles = {indexed(row[0]): row[0] for row in connection.execute("SELECT title FROM documents")}
    told = set()
    for ident, image in _lost_of_log(file, tables[LOG], found).items():
        told.add(indexed(whole_words(image.words)))
        words = _with_note(image.words, image.note)
        yield Lost("highlight", _title(connection, image.document_id), words, ident)
    for number, values in found.words.items():
        _, quote, _, title, *_ = (*map(_readable, values), "", "", "", "")
        if number not in known and quote not in told:
            yield Lost("highlight", titles.get(title, title), quote, "")


def _lost_of_log(file: PageFile, layout: Layout, found: FoundRows) -> dict[str, Highlight]:
    """The highlights that only the log of what can be undone knows of, as it left them."""
    there = {key[0] for places in (found.whole, found.broken) for key in places["highlights"]}
    last: dict[str, StoredRecord | None] = {}
    for place in sorted(found.whole[LOG].values(), key=lambda place: place.rowid):
        row = row_at(file, layout, place)
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            images = unpacked(_readable(row["after" if row["undone"] == 0 else "before"]))
            last |= {ident: images[ident] for ident in images if ident.encode() not in there}
    return {ident: image for ident, image in last.items() if isinstance(image, Highlight)}


def _with_note(words: str, note: str) -> str:
    return f"{words} (note: {note.strip()})" if note.strip() else words


def _lost_row(connection: Connection, table: str, row: Row) -> Lost:
    what, column = _KINDS[table]
    title = _title(connection, _readable(row.get("document_id")))
    words = _with_note(_readable(row.get(column)), _readable(row.get("note")))
    return Lost(what, title, words, _readable(row.get("id") or row.get("highlight_id")))


def _title(connection: Connection, document_id: str) -> str:
    known = connection.execute("SELECT title FROM documents WHERE id = ?", (document_id,))
    return next((str(title) for (title,) in known), "")


def _readable(value: Value) -> str:
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    return "" if value is None else str(value)
