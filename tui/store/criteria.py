"""What a search can ask of highlights beside their words, as conditions of a query.

Each criterion can be tested on a row that is there, and can give the keys of all its rows
from an index. The first is quick where many rows meet it, the second where few do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.store.further_anchors import words_of
from tui.store.made_on import CONDITIONS

COLUMNS = {"quote": "w.c0", "note": "w.c1", "title": "w.c2", "speaker": "w.c3"}
"""The columns of the index, as its table of contents holds them: folded words, parted by blanks.

They are read from that table: through the index itself a row costs fifteen times as much. That of
the speaker holds further names, each a part of its own, behind a line break.
"""
ABOUT = "about"
"""Stands for the columns that say who and what a passage is about: its words and the names."""
_OF_SEVERAL = {"": tuple(COLUMNS), ABOUT: ("quote", "speaker")}


def _columns(column: str) -> list[str]:
    """The columns that a criterion looks at."""
    return [COLUMNS[name] for name in _OF_SEVERAL.get(column, (column,))]


class Condition(NamedTuple):
    """A part of a query with the values for its question marks."""

    sql: str
    """The part, about the row `h` of `highlights` and its row `w` of the index's contents."""
    values: tuple[object, ...] = ()
    """The values."""


class Sought(NamedTuple):
    """The words that are looked for in any column; a row must have one for each typed word."""

    groups: Sequence[Sequence[str]]
    """For typed words the folded words of the vocabulary they may mean."""
    beginnings: Sequence[str] = ()
    """For the others the letters that one of its words begins with."""

    @property
    def match(self) -> str:
        """The query of the index for the groups, each of which has at least one word."""
        return " AND ".join(f"({' OR '.join(map(quoted, group))})" for group in self.groups)

    @property
    def test(self) -> Condition:
        """Whether a row has the beginnings, at 0.5 us each."""
        text = f"' ' || {' || char(32) || '.join(COLUMNS.values())}"
        tests = [Condition(f"instr({text}, ?) > 0", (f" {part}",)) for part in self.beginnings]
        return _joined(tests, " AND ")


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

    @property
    def rows(self) -> Condition:
        """A query for as many rows as `keys`, without a look at each highlight."""
        sql = "SELECT 1 FROM tags WHERE deleted IS NULL AND tag IN (SELECT value FROM json_each(?))"
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
    """Where: `quote`, `note`, `title`, `speaker` or `ABOUT`; empty for anywhere."""
    is_first: bool = False
    """Whether it must be the first word of its column."""
    is_hint: bool = False
    """Whether another criterion tests the same, so that it only says where to look."""

    @property
    def match(self) -> str:
        """The query of the index for it, which has at least one word."""
        words = " OR ".join(map(quoted, self.words))
        columns = _OF_SEVERAL.get(self.column, (self.column,))
        if not self.is_first:
            return f"{{{' '.join(columns)}}} : ({words})" if self.column else f"({words})"
        # The index knows the first word of a column, not that of each of the names in one.
        first = " OR ".join("^" + quoted(word) for word in self.words)
        found = [f"({name} : ({words if name == 'speaker' else first}))" for name in columns]
        return f"({' OR '.join(found)})"

    @property
    def test(self) -> Condition:
        """Whether a row meets it, at 0.1 us a word."""
        columns = _columns(self.column)
        text = "instr(char(10, 32) || {0} || ' ', value) > 0"
        has = " OR ".join(map(text.format, columns))
        before = "\n " if self.is_first else " "
        words = [f"{before}{word} " for word in self.words]
        return Condition(f"EXISTS (SELECT 1 FROM json_each(?) WHERE {has})", (_listed(words),))

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        if not self.words:
            return Condition("SELECT key FROM highlights WHERE 0")
        sql = "SELECT rowid FROM highlight_words WHERE highlight_words MATCH ?"
        return Condition(sql, (self.match,))


@dataclass(frozen=True, slots=True)
class Lettered:
    """It has some letters in a row, with nothing but blanks between their words."""

    letters: str
    """Folded words, parted by blanks; the first may begin and the last end inside a word."""
    column: str = ""
    """Where, as of `Worded`."""
    at_start: bool = False
    """Whether its column must begin so."""
    at_end: bool = False
    """Whether its column must end so."""
    is_negated: bool = False
    """Whether it must lack them; a text with an apostrophe, which may join words, passes."""

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        columns = _columns(self.column)
        before, after = ("\n " if self.at_start else ""), (" \n" if self.at_end else "")
        text = "char(10, 32) || {0} || char(32, 10)" if before or after else "{0}"
        sql, sought = f"instr({text}, ?) > 0", (f"{before}{self.letters}{after}",)
        has, values = " OR ".join(map(sql.format, columns)), sought * len(columns)
        if not self.is_negated:
            return Condition(f"({has})", values)
        title = "(SELECT title FROM documents WHERE id = h.document_id)"
        made = "(SELECT o.speaker || o.names FROM made_on o WHERE o.highlight_id = h.id)"
        joins = (
            f"{words_of('h')} || h.note || coalesce(h.speaker, '') || {title} "
            f"|| coalesce({made}, '') GLOB '*[''’]*'"
        )
        return Condition(f"(NOT ({has}) OR {joins})", values)


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
    """The first moment, as rows write it; empty for any."""
    before: str = "9999~"
    """The first moment after."""

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        return Condition("h.created >= ? AND h.created < ?", (self.since, self.before))

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        sql = "SELECT key FROM highlights WHERE created >= ? AND created < ?"
        return Condition(sql, (self.since, self.before))


@dataclass(frozen=True, slots=True)
class Found:
    """It was found so when its article was last opened."""

    states: tuple[str, ...]
    """`moved`, `changed` or `orphan`."""

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        sql = (
            "EXISTS (SELECT 1 FROM found_again f WHERE f.highlight_id = h.id "
            "AND f.state IN (SELECT value FROM json_each(?)))"
        )
        return Condition(sql, (_listed(self.states),))

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        sql = (
            "SELECT m.key FROM found_again f JOIN highlights m ON m.id = f.highlight_id "
            "WHERE f.state IN (SELECT value FROM json_each(?))"
        )
        return Condition(sql, (_listed(self.states),))


@dataclass(frozen=True, slots=True)
class MadeOnAny:
    """It was made on something of one of these kinds."""

    kinds: tuple[str, ...]
    """Of `CONDITIONS`."""

    @property
    def _any(self) -> str:
        return " OR ".join(f"({CONDITIONS[kind]})" for kind in self.kinds)

    @property
    def test(self) -> Condition:
        """Whether a row meets it."""
        return Condition(
            f"EXISTS (SELECT 1 FROM made_on o WHERE o.highlight_id = h.id AND ({self._any}))"
        )

    @property
    def keys(self) -> Condition:
        """A query for the keys of all rows that meet it."""
        return Condition(
            "SELECT m.key FROM made_on o JOIN highlights m ON m.id = o.highlight_id "
            f"WHERE {self._any}"
        )


Indexed = MadeOnAny | Tagged | StandingIn | Worded | Noted | Coloured | Made | Found
"""A criterion that gives the keys of its rows."""
Criterion = Indexed | Lettered


def _from(worded: Worded, first: int) -> Condition:
    """Whether a row from one on has one of the words: quicker than to test each of them."""
    keys = worded.keys
    since = " AND rowid >= ?" if worded.words else ""
    return Condition(f"h.key IN ({keys.sql}{since})", (*keys.values, *[first] * bool(since)))


def all_of(groups: Iterable[Sequence[Criterion]], first: int | None = None) -> Condition:
    """Whether a row meets one criterion of every group.

    Args:
        groups: Groups of alternatives.
        first: The lowest key of the rows that are tested where these are most of the rows from
            it on; `None` where they are few among many.
    """

    def test(criterion: Criterion) -> Condition:
        if first is not None and isinstance(criterion, Worded):
            return _from(criterion, first)
        return criterion.test

    parts = [_joined([*map(test, group)], " OR ") for group in groups]
    return _joined(parts, " AND ") if parts else Condition("1")


def keys_of(group: Sequence[Indexed]) -> Condition:
    """A query for the keys of all rows that meet one criterion of a group."""
    return _together([criterion.keys for criterion in group], " UNION ")


def rows_of(group: Sequence[Indexed]) -> Condition:
    """A query for at least as many rows as meet one criterion of a group, the quickest there is."""
    rows = [each.rows if isinstance(each, Tagged) else each.keys for each in group]
    return _together(rows, " UNION ALL ")


def _together(parts: Sequence[Condition], how: str) -> Condition:
    return Condition(
        how.join(part.sql for part in parts),
        tuple(value for part in parts for value in part.values),
    )


def quoted(word: str) -> str:
    """A word as the index takes it literally, whatever it holds."""
    bare = word.replace("\0", "").replace('"', '""')
    return f'"{bare}"'


def _joined(parts: Sequence[Condition], how: str) -> Condition:
    return _together([Condition(f"({part.sql})", part.values) for part in parts], how)


def _listed(values: Sequence[str]) -> str:
    return json.dumps(values)
