"""The articles a library knows: their sources, their revisions, the place last read."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from sqlite3 import Connection
from uuid import uuid4

from tui.documents.article import Article
from tui.documents.source import Source, SourceKind
from tui.store.anchors import Anchor, describe
from tui.store.article_header import packed_header, rebuilt_article, renew_header
from tui.store.checksums import is_whole
from tui.store.clock import now
from tui.store.document_facts import write_facts
from tui.store.kept_counts import words_in
from tui.store.reading_share import write_seen
from tui.store.sketches import keep_sketch

_log = logging.getLogger(__name__)
_PLACE_LENGTH = 80
"""Code points that stand for a reading place, to find it in a changed text."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """An article as the library remembers it."""

    id: str
    """UUID 4; the same in every library it is merged into."""
    title: str
    """The title of its newest revision."""
    published: date | None
    """The day it gives for itself; `None` when it gives none."""
    place: str | None
    """The place of its dateline; `None` when there is none."""
    byline: str | None
    """Its credit; `None` when there is none."""
    source: str
    """Where it was opened from last; empty when another article has taken that name."""
    opened_at: str
    """When it was last opened, UTC, ISO 8601."""
    created: str
    """When it was first opened, UTC, ISO 8601."""
    site: str | None = None
    """The publication it stands in; `None` when that is not known."""
    web_address: str | None = None
    """Where it can be found on the web; `None` when that is not known."""
    is_unread: bool = False
    """Whether it was put into the library and never opened."""
    read_share: int | None = None
    """Hundredths of its text that have stood on the screen for a while; `None` while that is not
    known."""

    @property
    def progress(self) -> str:
        """How far it has been read, in a word; empty while that is not known."""
        if self.is_unread:
            return "unread"
        return "" if self.read_share is None else f"{self.read_share} %"

    @property
    def origins(self) -> tuple[str, ...]:
        """By what it is known where it came from: its source, author, publication, address."""
        known = (self.source, self.byline, self.site, self.web_address)
        return tuple(filter(None, known))

    @property
    def address(self) -> str:
        """What it is opened by: its source, else the library's own text of it."""
        return self.source or Source(SourceKind.KEPT, self.id).identity


def stored_name(source: str) -> str | bytes:
    """A source as its column holds it: as text, or the bytes of a file name that is none."""
    try:
        source.encode()
    except UnicodeEncodeError:
        return source.encode("utf-8", "surrogateescape")
    return source


def read_name(stored: object) -> str:
    """The source that `stored_name` wrote."""
    if isinstance(stored, bytes):
        return stored.decode("utf-8", "surrogateescape")
    return str(stored)


DOCUMENT_COLUMNS = (
    "d.id, d.title, d.published, d.place, d.byline, coalesce((SELECT source FROM sources s "
    f"WHERE s.document_id = d.id AND s.deleted IS NULL AND {is_whole('sources', 's')} "
    "ORDER BY s.updated DESC LIMIT 1), ''), "
    "d.opened_at, d.created, d.site, d.web_address, d.unread, d.read_share, "
    f"{is_whole('documents', 'd')}"
)
DAMAGED_TITLE = "an article whose title is damaged"
"""Shown instead of what the disk has made of it."""


def row_document(row: Iterable[object]) -> DocumentRecord:
    """A document from a row of `DOCUMENT_COLUMNS`; one that the disk has changed has no title."""
    ident, title, published, place, byline, source, opened_at, created, *more, is_whole_row = row
    site, web_address, is_unread, read_share = more
    if not is_whole_row:
        title, published, place, byline = DAMAGED_TITLE, None, None, None
    return DocumentRecord(
        id=str(ident),
        title=str(title),
        published=None if published is None else date.fromisoformat(str(published)),
        place=None if place is None else str(place),
        byline=None if byline is None else str(byline),
        source=read_name(source),
        opened_at=str(opened_at),
        created=str(created),
        site=None if site is None else str(site),
        web_address=None if web_address is None else str(web_address),
        is_unread=bool(is_unread),
        read_share=read_share if isinstance(read_share, int) else None,
    )


def documents_newest_first(connection: Connection) -> list[DocumentRecord]:
    """All documents, the one opened last first."""
    rows = connection.execute(
        f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.deleted IS NULL "
        "ORDER BY d.opened_at DESC"
    )
    return [row_document(row) for row in rows]


def document(connection: Connection, document_id: str) -> DocumentRecord | None:
    """One document; `None` when there is no such document."""
    row = connection.execute(
        f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.id = ? AND d.deleted IS NULL",
        (document_id,),
    ).fetchone()
    return None if row is None else row_document(row)


def last_opened(connection: Connection) -> DocumentRecord | None:
    """The document that was read last; `None` when none was."""
    row = connection.execute(
        f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.deleted IS NULL AND NOT d.unread "
        "ORDER BY d.opened_at DESC LIMIT 1"
    ).fetchone()
    return None if row is None else row_document(row)


def document_of_source(connection: Connection, source: str) -> str | None:
    """The id of the document a source holds; `None` when the library does not know it."""
    named = Source.parse(source)
    if named.kind is SourceKind.KEPT:
        ident = named.in_revision()[0]
        return ident if document(connection, ident) else None
    row = connection.execute(
        "SELECT document_id FROM sources WHERE source = ? AND deleted IS NULL",
        (stored_name(source),),
    ).fetchone()
    return None if row is None else str(row[0])


def sources_of(connection: Connection, document_id: str) -> list[str]:
    """Every name that a document can be read from, the one opened last first."""
    rows = connection.execute(
        "SELECT source FROM sources WHERE document_id = ? AND deleted IS NULL "
        "ORDER BY updated DESC",
        (document_id,),
    )
    return [read_name(row[0]) for row in rows]


def register(
    connection: Connection,
    document_id: str,
    article: Article,
    *,
    with_text: bool = True,
    is_read: bool = True,
) -> None:
    """Record that an article was opened: its document, its source, its revision.

    Args:
        connection: Inside a transaction.
        document_id: The document that it is.
        article: The article.
        with_text: Whether its text is kept.
        is_read: Whether somebody opened it to read it; else it was only put into the library.
    """
    if Source.parse(article.source).in_revision()[1]:
        # An older text that is looked at: the document shows what it showed.
        return
    time = now()
    before = connection.execute("SELECT 1 FROM documents WHERE id = ?", (document_id,)).fetchone()
    # An update leaves the title to `write_facts`, which compares it with that of before.
    connection.execute(
        "INSERT INTO documents (id, title, place, opened_at, created, updated) "
        "VALUES (?1, ?2, ?3, ?4, ?4, ?4) ON CONFLICT (id) DO UPDATE SET "
        "place = ?3, opened_at = ?4, updated = ?4, deleted = NULL",
        (document_id, article.title, article.place, time),
    )
    write_facts(connection, document_id, article)
    if Source.parse(article.source).kind is not SourceKind.KEPT:
        _register_source(connection, document_id, article.source, time)
    if is_read or before is None:
        _set_unread(connection, document_id, not is_read)
    if with_text:
        _register_revision(connection, document_id, article, time)


def _set_unread(connection: Connection, document_id: str, is_unread: bool) -> None:
    connection.execute("UPDATE documents SET unread = ? WHERE id = ?", (is_unread, document_id))


def _register_source(connection: Connection, document_id: str, source: str, time: str) -> None:
    name = stored_name(source)
    connection.execute(
        "UPDATE sources SET deleted = ?1, updated = ?1 "
        "WHERE source = ?2 AND document_id <> ?3 AND deleted IS NULL",
        (time, name, document_id),
    )
    touched = connection.execute(
        "UPDATE sources SET updated = ? WHERE source = ? AND deleted IS NULL", (time, name)
    )
    if touched.rowcount == 0:
        connection.execute(
            "INSERT INTO sources (id, document_id, source, created, updated) "
            "VALUES (?1, ?2, ?3, ?4, ?4)",
            (str(uuid4()), document_id, name, time),
        )


def _register_revision(
    connection: Connection, document_id: str, article: Article, time: str
) -> None:
    seen = connection.execute(
        "SELECT coalesce(max(seen), 0) + 1 FROM revisions WHERE document_id = ?", (document_id,)
    ).fetchone()[0]
    touched = connection.execute(
        "UPDATE revisions SET seen = ?1, last_seen = ?2, updated = ?2 "
        "WHERE document_id = ?3 AND hash = ?4",
        (seen, time, document_id, article.text_hash),
    )
    if touched.rowcount:
        renew_header(connection, document_id, article)
        return
    keep_sketch(connection, document_id, article.text)
    text = article.text.encode("utf-8", "surrogatepass")
    connection.execute(
        "INSERT INTO revisions (id, document_id, hash, text, header, first_seen, last_seen, "
        "created, updated, words, seen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?6, ?6, ?7, ?8)",
        (
            str(uuid4()),
            document_id,
            article.text_hash,
            zlib.compress(text),
            packed_header(article),
            time,
            words_in(text),
            seen,
        ),
    )


def revision_text(connection: Connection, document_id: str, revision: str) -> str | None:
    """The text of one revision; `None` when it is not kept."""
    row = connection.execute(
        "SELECT text FROM revisions WHERE document_id = ? AND hash = ?", (document_id, revision)
    ).fetchone()
    return None if row is None else _unpacked(row[0])


def is_kept(connection: Connection, document_id: str) -> bool:
    """Whether the library holds a document with a text of it."""
    row = connection.execute(
        "SELECT 1 FROM revisions r JOIN documents d ON d.id = r.document_id "
        "WHERE d.id = ? AND d.deleted IS NULL",
        (document_id,),
    ).fetchone()
    return row is not None


def newest_text(connection: Connection, document_id: str) -> str | None:
    """The text a document showed last; `None` when none is kept."""
    row = connection.execute(
        "SELECT text FROM revisions WHERE document_id = ? ORDER BY seen DESC LIMIT 1",
        (document_id,),
    ).fetchone()
    return None if row is None else _unpacked(row[0])


def stored_article(connection: Connection, document_id: str, source: str) -> Article | None:
    """The article as it was last shown, or in the revision the source names, rebuilt.

    `None` when that text is not kept.
    """
    row = connection.execute(
        "SELECT text, header FROM revisions WHERE document_id = ?1 AND (?2 = '' OR hash = ?2) "
        "ORDER BY seen DESC LIMIT 1",
        (document_id, Source.parse(source).in_revision()[1]),
    ).fetchone()
    text = _unpacked(row[0]) if row else None
    if text is None:
        return None
    return rebuilt_article(text, row[1], source)


def stored_revision(connection: Connection, document_id: str, revision: str) -> Article | None:
    """The article as it was in one revision, rebuilt; `None` when that text is not kept."""
    row = connection.execute(
        "SELECT text, header FROM revisions WHERE document_id = ? AND hash = ?",
        (document_id, revision),
    ).fetchone()
    text = _unpacked(row[0]) if row else None
    return None if text is None else rebuilt_article(text, row[1], "")


def _unpacked(data: bytes) -> str | None:
    """A kept text; `None` for one that the disk has changed, which is as if it were not kept."""
    try:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError, TypeError):
        _log.warning("a kept text cannot be read", exc_info=True)
        return None


def place_anchor(article: Article, offset: int) -> Anchor:
    """The anchor of a place: the words that follow it, enough to know it again by."""
    text = article.text
    return describe(text, offset, min(len(text), offset + _PLACE_LENGTH), article.text_hash)


def write_place(
    connection: Connection, document_id: str, article: Article, offset: int, seen: int = 0
) -> None:
    """Remember where the reader is; does nothing for a document not written down.

    Args:
        connection: Inside a transaction.
        document_id: The document.
        article: Its text as it is shown.
        offset: The place.
        seen: The points of the text that were in sight, as of `reading_share.points_in`.
    """
    anchor = place_anchor(article, offset)
    connection.execute(
        "INSERT INTO places (document_id, offset, exact, prefix, suffix, revision, created, "
        "updated) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7 "
        "WHERE EXISTS (SELECT 1 FROM documents WHERE id = ?1) "
        "ON CONFLICT DO UPDATE SET offset = ?2, exact = ?3, prefix = ?4, suffix = ?5, "
        "revision = ?6, updated = ?7",
        (document_id, offset, anchor.exact, anchor.prefix, anchor.suffix, anchor.revision, now()),
    )
    write_seen(connection, document_id, seen, len(article.text))


def place_of(connection: Connection, document_id: str) -> Anchor | None:
    """Where the reader was, as an anchor; `None` for a document never left."""
    row = connection.execute(
        "SELECT exact, prefix, suffix, offset, offset + length(exact), revision FROM places "
        "WHERE document_id = ? AND deleted IS NULL",
        (document_id,),
    ).fetchone()
    return None if row is None else Anchor(*row)
