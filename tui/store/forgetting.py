"""The forgetting of an article: the one place where rows are really removed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from sqlite3 import Connection

from tui.store.documents import read_name, stored_name
from tui.store.kept_words import drop_unused_words

_OF_DOCUMENT = "document_id IN (SELECT value FROM json_each(?))"
_OF_HIGHLIGHT = f"highlight_id IN (SELECT id FROM highlights WHERE {_OF_DOCUMENT})"

_OF_LINE = (
    f"ident IN (SELECT id FROM highlights WHERE {_OF_DOCUMENT.replace('?', '?1')} "
    f"UNION ALL SELECT id FROM questions WHERE {_OF_DOCUMENT.replace('?', '?1')})"
)


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What the library holds of an article, before it is forgotten."""

    titles: tuple[str, ...]
    """The documents this source held, the newest first."""
    sources: tuple[str, ...]
    """Every name they are known by."""
    revisions: int
    """Texts kept."""
    highlights: int
    """Marks, deleted ones not counted."""
    notes: int
    """Marks that carry a note."""
    drafts: int
    """Notes and corrections that were never finished."""
    corrections: int
    """Corrections of what the analysis found, and questions of the reader's own."""
    operations: int
    """Entries of the log, with the words of what was deleted."""
    questions: int = 0
    """Questions of the ledger."""
    answers: int = 0
    """Questions the reader has answered."""
    backups: int = 0
    """Copies of the library made earlier; they are not changed and may hold it too."""
    places: int = 0
    """Places that carry a letter."""


def documents_of_source(connection: Connection, source: str) -> list[str]:
    """The documents a source holds or held, unless they have gone on under another name."""
    rows = connection.execute(
        "SELECT DISTINCT d.id FROM documents d JOIN sources s ON s.document_id = d.id "
        "WHERE s.source = ?1 AND (s.deleted IS NULL OR NOT EXISTS (SELECT 1 FROM sources o "
        "WHERE o.document_id = d.id AND o.deleted IS NULL)) ORDER BY d.opened_at DESC",
        (stored_name(source),),
    )
    return [str(row[0]) for row in rows]


def count(connection: Connection, documents: list[str]) -> Forgettable | None:
    """What forgetting these documents would remove; `None` when there are none."""
    if not documents:
        return None
    packed = _packed(documents)

    def number(query: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {query}", (packed,)).fetchone()[0])

    titles = connection.execute(
        "SELECT title FROM documents WHERE id IN (SELECT value FROM json_each(?)) "
        "ORDER BY opened_at DESC",
        (packed,),
    )
    sources = connection.execute(
        f"SELECT DISTINCT source FROM sources WHERE {_OF_DOCUMENT} ORDER BY source", (packed,)
    )
    return Forgettable(
        titles=tuple(row[0] for row in titles),
        sources=tuple(read_name(row[0]) for row in sources),
        revisions=number(f"revisions WHERE {_OF_DOCUMENT}"),
        highlights=number(f"highlights WHERE {_OF_DOCUMENT} AND deleted IS NULL"),
        notes=number(f"highlights WHERE {_OF_DOCUMENT} AND deleted IS NULL AND note <> ''"),
        drafts=number(f"drafts WHERE {_OF_HIGHLIGHT} AND deleted IS NULL")
        + number(f"line_drafts WHERE {_OF_LINE} AND deleted IS NULL")
        + number(f"unfinished WHERE {_OF_DOCUMENT} AND deleted IS NULL"),
        corrections=number(f"corrections WHERE {_OF_DOCUMENT} AND deleted IS NULL"),
        operations=number(f"operations WHERE {_OF_DOCUMENT}")
        + number(f"answers WHERE {_OF_DOCUMENT}"),
        questions=number(f"questions WHERE {_OF_DOCUMENT} AND deleted IS NULL"),
        answers=number(f"questions WHERE {_OF_DOCUMENT} AND state = 'answered'"),
        places=number(f"named_places WHERE {_OF_DOCUMENT} AND deleted IS NULL"),
    )


def text_hashes(connection: Connection, documents: list[str]) -> list[str]:
    """The hashes of all texts of these documents: the cache of results knows them by these."""
    rows = connection.execute(
        f"SELECT DISTINCT hash FROM revisions WHERE {_OF_DOCUMENT}", (_packed(documents),)
    )
    return [str(row[0]) for row in rows]


def forget(connection: Connection, documents: list[str]) -> None:
    """Remove every row of these documents, tombstones and log included."""
    packed = _packed(documents)
    for words, rows in (("highlight_words", "highlights"), ("question_words", "questions")):
        connection.execute(
            f"DELETE FROM {words} WHERE rowid IN (SELECT key FROM {rows} WHERE {_OF_DOCUMENT})",
            (packed,),
        )
        # The words stay in the index's older segments until these are merged.
        connection.execute(f"INSERT INTO {words} ({words}) VALUES ('optimize')")
    connection.execute(f"DELETE FROM line_drafts WHERE {_OF_LINE}", (packed,))
    for table in ("tags", "drafts"):
        connection.execute(f"DELETE FROM {table} WHERE {_OF_HIGHLIGHT}", (packed,))
    # What was done in another article to a correction made in this one holds its words, too.
    connection.execute(
        "DELETE FROM operations WHERE EXISTS (SELECT 1 FROM json_each(before) image "
        f"WHERE image.key IN (SELECT id FROM corrections WHERE {_OF_DOCUMENT}))",
        (packed,),
    )
    own = (
        "operations",
        "corrections",
        "unfinished",
        "answers",
        "questions",
        "places",
        "named_places",
        "highlights",
        "revisions",
        "sources",
    )
    for table in own:
        connection.execute(f"DELETE FROM {table} WHERE {_OF_DOCUMENT}", (packed,))
    drop_unused_words(connection)
    connection.execute(
        "DELETE FROM documents WHERE id IN (SELECT value FROM json_each(?))", (packed,)
    )


def _packed(idents: list[str]) -> str:
    return json.dumps(idents)
