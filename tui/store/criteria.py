"""What a search can ask of highlights beside their words, as conditions of a query.

Each criterion can be tested on a row that is there, and can give the keys of all its rows
from an index. The first is quick where many rows meet it, the second where few do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Condition(NamedTuple):
    """A part of a query with the values for its question marks."""

    sql: str
    """The part, about the row `h` of `highlights`."""
    values: tuple[object, ...] = ()
    """The values."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """It has one of these tags."""

    tags: tuple[str, ...]
    """The tags as they were given."""

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        return Condition(
            "EXISTS (SELECT 1 FROM tags t WHERE t.highlight_id = h.id AND t.deleted IS NULL "
            "AND t.tag IN (SELECT value FROM json_each(?)))",
            (_listed(self.tags),),
        )

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        sql = (
            "SELECT m.key FROM tags t JOIN highlights m ON m.id = t.highlight_id "
            "WHERE t.deleted IS NULL AND t.tag IN (SELECT value FROM json_each(?))"
        )
        return Condition(sql, (_listed(self.tags),))


@dataclass(frozen=True, slots=True)
class StandingIn:
    """It stands in one of these documents."""

    documents: tuple[str, ...]
    """Their ids."""

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        sql = "h.document_id IN (SELECT value FROM json_each(?))"
        return Condition(sql, (_listed(self.documents),))

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        sql = "SELECT key FROM highlights WHERE document_id IN (SELECT value FROM json_each(?))"
        return Condition(sql, (_listed(self.documents),))


@dataclass(frozen=True, slots=True)
class Worded:
    """It has one of these words."""

    words: tuple[str, ...]
    """Folded words of the vocabulary."""
    column: str = ""
    """Where: `note`, `title` or `speaker`; empty for anywhere."""

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        inner = self.keys
        return Condition(f"h.key IN ({inner.sql})", inner.values)

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        words = " OR ".join(map(quoted, self.words))
        match = f"{self.column} : ({words})" if self.column else f"({words})"
        sql = "SELECT rowid FROM highlight_words WHERE highlight_words MATCH ?"
        if not self.words:
            return Condition("SELECT key FROM highlights WHERE 0")
        return Condition(sql, (match,))


@dataclass(frozen=True, slots=True)
class Noted:
    """The reader has written a note about it."""

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        return Condition("h.note <> ''")

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        return Condition("SELECT key FROM highlights WHERE note <> ''")


@dataclass(frozen=True, slots=True)
class Coloured:
    """It has one of these colours."""

    colours: tuple[str, ...]
    """The colours."""

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        return Condition("h.colour IN (SELECT value FROM json_each(?))", (_listed(self.colours),))

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        sql = "SELECT key FROM highlights WHERE colour IN (SELECT value FROM json_each(?))"
        return Condition(sql, (_listed(self.colours),))


@dataclass(frozen=True, slots=True)
class Made:
    """It was made in a time."""

    since: str = ""
    """The first day, ISO 8601; empty for any."""
    until: str = "9999"
    """The last day."""

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        # Every time of a day sorts between the day and the day with a sign behind it.
        return Condition("h.created >= ? AND h.created < ?", (self.since, f"{self.until}~"))

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        sql = "SELECT key FROM highlights WHERE created >= ? AND created < ?"
        return Condition(sql, (self.since, f"{self.until}~"))


Criterion = Tagged | StandingIn | Worded | Noted | Coloured | Made


def all_of(groups: Iterable[Sequence[Criterion]]) -> Condition:
    """Whether a row meets one criterion of every group."""
    parts = [_joined([criterion.test for criterion in group], " OR ") for group in groups]
    return _joined(parts, " AND ") if parts else Condition("1")


def keys_of(group: Sequence[Criterion]) -> Condition:
    """A query for the keys of all rows that meet one criterion of a group."""
    parts = [criterion.keys for criterion in group]
    return Condition(
        " UNION ".join(part.sql for part in parts),
        tuple(value for part in parts for value in part.values),
    )


def quoted(word: str) -> str:
    """A word as the index takes it literally, whatever it holds."""
    bare = word.replace("\0", "").replace('"', '""')
    return f'"{bare}"'


def _joined(parts: Sequence[Condition], how: str) -> Condition:
    sql = how.join(f"({part.sql})" for part in parts)
    return Condition(sql, tuple(value for part in parts for value in part.values))


def _listed(values: Sequence[str]) -> str:
    return json.dumps(values)
