"""What a document says about itself: what its text gives, and over it what the reader put right.

The row of a document has both laid over one another, so that whatever lists, searches, cites or
exports documents reads them there. What the text gives is in the header of its newest revision,
what the reader says in their corrections: the row can be made again from both at any time.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from sqlite3 import Connection

from tui.documents.article import Article
from tui.store.checksums import is_whole
from tui.store.correction_rows import FACTS, CorrectionKind, Subject
from tui.store.highlight_rows import index_highlights
from tui.store.ledger_questions import index_questions

_log = logging.getLogger(__name__)

_COLUMNS = dict(zip(FACTS, ("title", "byline", "site", "published", "web_address"), strict=True))
"""The column of each fact."""
_NEWEST = "SELECT header FROM revisions WHERE document_id = {} ORDER BY seen DESC LIMIT 1"


def add_facts(connection: Connection) -> None:
    """Publication and address of a document; those of before are in the headers of its texts.

    A reader may put right from now on what an article says about itself, which no earlier version
    would understand.
    """
    for column in ("site", "web_address"):
        connection.execute(f"ALTER TABLE documents ADD COLUMN {column} TEXT")
    header = _NEWEST.format("documents.id")
    for column, name in (("site", "site"), ("web_address", "address")):
        connection.execute(
            f"UPDATE documents SET {column} = (SELECT CASE WHEN json_valid(header) "
            f"THEN json_extract(header, '$.{name}') END FROM ({header}))"
        )


def write_facts(connection: Connection, document_id: str, article: Article) -> None:
    """Give the row of a document the facts of an article as it was loaded, and the reader's."""
    day = article.published.isoformat() if article.published else None
    given = (article.title, article.byline, article.site, day, article.address)
    _write(connection, document_id, dict(zip(FACTS, given, strict=True)))


def renew_facts(connection: Connection, document_id: str) -> None:
    """Give the row of a document the facts of its newest text, and the reader's."""
    row = connection.execute(_NEWEST.format("?"), (document_id,)).fetchone()
    try:
        header = json.loads(row[0]) if row else None
    except ValueError:
        _log.warning("the header of a text cannot be read", exc_info=True)
        return
    if header is not None:
        _write(connection, document_id, {fact: header.get(fact.value) for fact in FACTS})


def renew_facts_of(connection: Connection, correction_ids: Iterable[str]) -> None:
    """Renew the facts of the documents whose facts some corrections were about."""
    rows = connection.execute(
        "SELECT DISTINCT document_id FROM corrections "
        "WHERE id IN (SELECT value FROM json_each(?)) AND subject = ?",
        (json.dumps(list(correction_ids)), Subject.ARTICLE),
    ).fetchall()
    for (document_id,) in rows:
        renew_facts(connection, document_id)


def _write(
    connection: Connection, document_id: str, given: Mapping[CorrectionKind, str | None]
) -> None:
    said = connection.execute(
        "SELECT kind, value FROM corrections c WHERE document_id = ? AND subject = ? "
        f"AND deleted IS NULL AND {is_whole('corrections', 'c')} ORDER BY created, id",
        (document_id, Subject.ARTICLE),
    )
    facts = {**given, **{CorrectionKind(kind): value or None for kind, value in said}}
    title = facts[CorrectionKind.TITLE] = facts[CorrectionKind.TITLE] or given[CorrectionKind.TITLE]
    before = connection.execute(
        "SELECT title FROM documents WHERE id = ?", (document_id,)
    ).fetchone()
    columns = ", ".join(f"{column} = ?" for column in _COLUMNS.values())
    connection.execute(
        f"UPDATE documents SET {columns} WHERE id = ?",
        (*(facts[fact] for fact in _COLUMNS), document_id),
    )
    if before is not None and before[0] != title:
        index_highlights(connection, "h.document_id = ?", document_id)
        index_questions(connection, "q.document_id = ?", document_id)
