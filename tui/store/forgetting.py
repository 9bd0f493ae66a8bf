"""The forgetting of an article: the one place where rows are really removed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from sqlite3 import Connection

from tui.store.documents import read_name, stored_name
from tui.store.kept_words import drop_unused_words

_OF_DOCUMENT = "document_id IN (SELECT value FROM json_each(?1))"
_OF_HIGHLIGHT = f"highlight_id IN (SELECT id FROM highlights WHERE {_OF_DOCUMENT})"
# What was done in another article to a correction made in this one, or to a question of it, holds
# its words, too. A damaged entry of the log is no reason to keep the rest.
_OF_ITS_RECORDS = (
    "EXISTS (SELECT 1 FROM json_each(CASE WHEN json_valid(before) THEN before ELSE '{}' END) "
    f"image WHERE image.key IN (SELECT id FROM corrections WHERE {_OF_DOCUMENT} "
    f"UNION ALL SELECT id FROM questions WHERE {_OF_DOCUMENT}))"
)
_OF_LINE = (
    f"ident IN (SELECT id FROM highlights WHERE {_OF_DOCUMENT} "
    f"UNION ALL SELECT id FROM questions WHERE {_OF_DOCUMENT})"
)
OWNED = {
    "documents": "id IN (SELECT value FROM json_each(?1))",
    "sources": _OF_DOCUMENT,
    "revisions": _OF_DOCUMENT,
    "originals": _OF_DOCUMENT,
    "highlights": _OF_DOCUMENT,
    "further_anchors": _OF_HIGHLIGHT,
    "tags": _OF_HIGHLIGHT,
    "found_again": _OF_HIGHLIGHT,
    "made_on": _OF_HIGHLIGHT,
    "drafts": _OF_HIGHLIGHT,
    "places": _OF_DOCUMENT,
    "named_places": _OF_DOCUMENT,
    "corrections": _OF_DOCUMENT,
    "unfinished": _OF_DOCUMENT,
    "questions": _OF_DOCUMENT,
    "answers": _OF_DOCUMENT,
    "line_drafts": _OF_LINE,
    "operations": f"({_OF_DOCUMENT} OR {_OF_ITS_RECORDS})",
}
"""Every table that has rows of a document, with the condition for them, given the ids of some
documents as a JSON array: each before those that refer to it. The hashed sentences go with their
document, and are made again from its text."""
_INDICES = {"highlight_words": "highlights", "question_words": "questions"}
"""The search indices, and the tables whose keys their rows have."""


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
    """The documents a source holds or held, unless they have gone on under another name.

    The one that it holds now comes first, then the one opened last.
    """
    rows = connection.execute(
        "SELECT d.id FROM documents d JOIN sources s ON s.document_id = d.id "
        "WHERE s.source = ?1 AND (s.deleted IS NULL OR NOT EXISTS (SELECT 1 FROM sources o "
        "WHERE o.document_id = d.id AND o.deleted IS NULL)) "
        "ORDER BY s.deleted IS NULL DESC, d.opened_at DESC",
        (stored_name(source),),
    )
    return list(dict.fromkeys(str(row[0]) for row in rows))


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
    """Remove every row of these documents for good, also what the trash holds of them.

    Nothing of them stays in the file once its write-ahead log is emptied.
    """
    remove_rows(connection, documents)
    connection.execute(f"DELETE FROM trash WHERE {_OF_DOCUMENT}", (_packed(documents),))
    merge_index(connection)


def remove_rows(connection: Connection, documents: list[str]) -> None:
    """Remove every row of these documents, tombstones and log included, but for the trash."""
    packed = _packed(documents)
    for words, rows in _INDICES.items():
        connection.execute(
            f"DELETE FROM {words} WHERE rowid IN (SELECT key FROM {rows} WHERE {_OF_DOCUMENT})",
            (packed,),
        )
    for table, condition in reversed(OWNED.items()):
        connection.execute(f"DELETE FROM {table} WHERE {condition}", (packed,))


def merge_index(connection: Connection) -> None:
    """Have the search index drop the words that were removed: its older segments hold them."""
    for words in _INDICES:
        connection.execute(f"INSERT INTO {words} ({words}) VALUES ('optimize')")
    drop_unused_words(connection)


def _packed(idents: list[str]) -> str:
    return json.dumps(idents)
