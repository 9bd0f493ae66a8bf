"""What is damaged in a library, and what it lacks therefore, for whoever reads from it."""

from __future__ import annotations

from sqlite3 import Connection
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.divided_words import whole_words
from tui.store.highlight_rows import indexed
from tui.store.refusals import INDEX_DAMAGE, DamagedError

if TYPE_CHECKING:
    from tui.store.database import Database

_PROBES = 50
"""Rows that are looked for in an index, spread over the whole table."""


class Lost(NamedTuple):
    """Something that was in a library and cannot be given back as it was."""

    what: str
    """What it was: "highlight", "note being written" ..."""
    title: str
    """The title of its article; empty when it is not known."""
    words: str
    """What of it can still be read, which may not be as it was written; or nothing."""
    ident: str
    """Its id; empty when it is not known."""

    @property
    def line(self) -> str:
        """All of it on one line."""
        words = f": “{' '.join(self.words.split())}”" if self.words else ""
        title = f" in “{self.title}”" if self.title else ""
        ident = f" [{self.ident}]" if self.ident else ""
        return f"{self.what}{title}{words}{ident}"


class Damage(NamedTuple):
    """Why not everything that was saved is shown."""

    reason: str
    """What is damaged and what mends it, as one sentence."""
    lost: tuple[Lost, ...]
    """What is known not to be shown."""


def require_index(connection: Connection) -> None:
    """Look whether the search index of the highlights finds some of them.

    Raises:
        DamagedError: It does not.
    """
    if not finds_words(connection, "highlight_words", "highlights"):
        raise DamagedError(*INDEX_DAMAGE, is_index=True)


def finds_words(connection: Connection, index: str, table: str) -> bool:
    """Whether an index finds some rows by a word of theirs.

    An index whose inside is damaged may say without a word of SQLite's that there is nothing.
    """
    words = "exact" if table == "highlights" else "wording"
    rows = connection.execute(
        f"SELECT key, {words} FROM {table} WHERE deleted IS NULL "
        f"AND key % (SELECT 1 + count(*) / {_PROBES} FROM {table}) = 0"
    ).fetchall()
    for key, text in rows:
        word = next(iter(indexed(whole_words(text)).split()), "")
        found = f"SELECT 1 FROM {index} WHERE {index} MATCH ? AND rowid = ?"
        if word and not connection.execute(found, (f'"{word}"', key)).fetchone():
            return False
    return True


def damage_of(database: Database) -> Damage | None:
    """What has been found damaged while reading; `None` when nothing was."""
    if database.salvaged is None:
        return None
    reason = database.damage or DamagedError(*INDEX_DAMAGE)
    return Damage(str(reason), database.salvaged.lost)
