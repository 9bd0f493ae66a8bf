"""Places that carry a letter: small ones of one article, capitals of the whole library."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Connection
from uuid import uuid4

from tui.store.anchors import Anchor
from tui.store.checksums import is_whole
from tui.store.clock import now
from tui.store.documents import DOCUMENT_COLUMNS, row_document

_ANCHOR = 'exact, prefix, suffix, start, "end", revision'


@dataclass(frozen=True, slots=True)
class LibraryPlace:
    """A place with a capital letter, seen from anywhere in the library."""

    letter: str
    """Its letter, `A` to `Z`."""
    document_id: str
    """The article it is in."""
    title: str
    """The title of that article."""
    source: str
    """Where that article was opened from last; empty when another one has taken its name."""
    words: str
    """The words it stands at."""


def create_named_places(connection: Connection) -> None:
    """The tables of places: a letter is live once in an article, a capital once in the library."""
    connection.execute(
        "CREATE TABLE named_places (id TEXT PRIMARY KEY, letter TEXT NOT NULL, "
        "document_id TEXT NOT NULL REFERENCES documents(id), exact TEXT NOT NULL, "
        'prefix TEXT NOT NULL, suffix TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER '
        "NOT NULL, revision TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, "
        "deleted TEXT)"
    )
    connection.execute(
        "CREATE UNIQUE INDEX named_places_article ON named_places(document_id, letter) "
        "WHERE deleted IS NULL"
    )
    connection.execute(
        "CREATE UNIQUE INDEX named_places_library ON named_places(letter) "
        "WHERE deleted IS NULL AND letter BETWEEN 'A' AND 'Z'"
    )


def write_named_place(
    connection: Connection, document_id: str, letter: str, anchor: Anchor
) -> None:
    """Give a place its letter, which any earlier place loses."""
    time = now()
    is_library = letter.isupper()
    connection.execute(
        "UPDATE named_places SET deleted = ?1, updated = ?1 "
        "WHERE letter = ?2 AND deleted IS NULL AND (?3 OR document_id = ?4)",
        (time, letter, is_library, document_id),
    )
    connection.execute(
        f"INSERT INTO named_places (id, letter, document_id, {_ANCHOR}, created, updated) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)",
        (
            str(uuid4()),
            letter,
            document_id,
            anchor.exact,
            anchor.prefix,
            anchor.suffix,
            anchor.start,
            anchor.end,
            anchor.revision,
            time,
        ),
    )


def named_places_of(connection: Connection, document_id: str) -> dict[str, Anchor]:
    """The places of one article by letter, its capitals included."""
    rows = connection.execute(
        f"SELECT letter, {_ANCHOR} FROM named_places p "
        f"WHERE document_id = ? AND deleted IS NULL AND {is_whole('named_places', 'p')} "
        "ORDER BY letter",
        (document_id,),
    )
    return {letter: Anchor(*anchor) for letter, *anchor in rows}


def library_places(connection: Connection) -> tuple[LibraryPlace, ...]:
    """Every place with a capital letter, in the order of the letters."""
    rows = connection.execute(
        f"SELECT p.letter, p.exact, {DOCUMENT_COLUMNS} FROM named_places p "
        "JOIN documents d ON d.id = p.document_id "
        "WHERE p.deleted IS NULL AND d.deleted IS NULL AND p.letter BETWEEN 'A' AND 'Z' "
        "ORDER BY p.letter"
    )
    found = []
    for letter, words, *columns in rows:
        of = row_document(columns)
        found.append(LibraryPlace(letter, of.id, of.title, of.address, words))
    return tuple(found)
