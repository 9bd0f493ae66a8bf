"""Which rows of which table a damaged library file still has.

A row is known by its shape and proved by its checksum (`tui/store/checksums.py`), so nothing can
come out that is not as it was written. Tables without checksums are read only below their own
root, where the inner pages are whole, and what comes of them is told to be unproved.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from hashlib import sha256
from typing import NamedTuple

from tui.store.checksums import CHECKED, row_sum
from tui.store.migrations import migrate
from tui.store.page_file import LEAF, PageFile
from tui.store.page_records import Record, Text, Value, record_at, records

UNCHECKED = ("places", "trash")
"""Tables whose checksums are not looked at here: at worst reading goes on elsewhere, and what was
forgotten is checked when it is put back."""
LOG = "operations"
"""The table of what can be undone, which tells of highlights that are lost."""
WORDS = "highlight_words_content"
"""The table in which the search index keeps the words of highlights, by their numbers."""
_SUM = "checksum"
_SCHEMA_COLUMNS = 5
_ID_LENGTH = 36

Row = dict[str, Value]
"""A row by the names of its columns."""


class Column(NamedTuple):
    """A column of a table of the library."""

    name: str
    """Its name."""
    type: str
    """TEXT, INTEGER, REAL or BLOB."""
    is_needed: bool
    """Whether a row has to have it."""


class Layout(NamedTuple):
    """The columns of a table, in their order."""

    columns: tuple[Column, ...]
    """All of them; rows of earlier versions lack the last ones."""
    key: tuple[str, ...]
    """The columns by which a row is known, the same in every copy of it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def least(self) -> int:
        """How many columns the shortest row with a checksum has; 1 where there is none."""
        return self.names.index(_SUM) + 1 if _SUM in self.names else 1


class Place(NamedTuple):
    """Where a row lies, and which of several copies it is."""

    is_reached: bool
    """Whether its page hangs in the tree of its table."""
    updated: bytes
    """When it was last written, as the row has it."""
    rowid: int
    """Its number in its table."""
    page: int
    """The number of its page."""
    cell: int
    """Its place on that page."""


class FoundRows(NamedTuple):
    """The rows of a library file, by table and key."""

    whole: Mapping[str, Mapping[tuple[Value, ...], Place]]
    """Those that are as they were written, the newest copy of each."""
    broken: Mapping[str, Mapping[tuple[Value, ...], Place]]
    """Those that are there and no longer as they were written."""
    unproved: frozenset[str]
    """Tables of a version that kept no checksums, with rows that nothing proves."""
    words: Mapping[int, tuple[Value, ...]]
    """What the search index knows of highlights, by the number of each."""


def layouts() -> dict[str, Layout]:
    """The tables of the library as this version makes them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, None)
        return {table: _layout(connection, table) for table in (*CHECKED, *UNCHECKED, LOG)}


def _layout(connection: sqlite3.Connection, table: str) -> Layout:
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    columns = tuple(Column(name, kind, bool(needed)) for _, name, kind, needed, _, _ in rows)
    # Where the number of a row is its key, it has an id beside it.
    names = [column.name for column in columns]
    primary = tuple(name for _, name, _, _, _, key in rows if key)
    return Layout(columns, ("id",) if "id" in names else primary)


def find_rows(file: PageFile, tables: Mapping[str, Layout]) -> FoundRows:
    """Look through every page of a file for rows of the library."""
    return _Finding(file, tables).found()


def row_at(file: PageFile, layout: Layout, place: Place) -> Row:
    """A row that was found."""
    return _named(layout, record_at(file, place.page, place.cell))


class _Finding:
    """One look through a file."""

    def __init__(self, file: PageFile, tables: Mapping[str, Layout]) -> None:
        self._file = file
        self._tables = tables
        self._whole: dict[str, dict[tuple[Value, ...], Place]] = {each: {} for each in tables}
        self._broken: dict[str, dict[tuple[Value, ...], Place]] = {each: {} for each in tables}
        self._words: dict[int, tuple[Value, ...]] = {}
        schema = dict(_schema(file))
        self._unproved = frozenset(
            table for table in CHECKED if table in schema and _SUM.encode() not in schema[table][1]
        )
        self._least = {
            table: 1 if table in self._unproved else layout.least
            for table, layout in tables.items()
        }
        self._owner = {
            page: table
            for table in (*tables, WORDS)
            if table in schema
            for page in file.leaves(schema[table][0])
        }

    def found(self) -> FoundRows:
        """All rows."""
        free = self._file.free()
        for number in range(1, self._file.count + 1):
            owner = self._owner.get(number, "")
            # What was deleted or replaced may still lie on a page that is free by now.
            if (owner or number not in free) and self._file.kind(number) == LEAF:
                for cell, record in records(self._file, number):
                    self._take(record, owner, number, cell)
        return FoundRows(self._whole, self._broken, self._unproved, self._words)

    def _take(self, record: Record, owner: str, number: int, cell: int) -> None:
        if owner == WORDS:
            self._words[record.rowid] = record.values
            return
        for table, layout in self._tables.items():
            if owner not in ("", table) or len(record.values) < self._least[table]:
                continue
            if not _has_shape(layout, record):
                continue
            row = _named(layout, record)
            is_whole = self._is_whole(table, row, is_reached=bool(owner))
            is_proved = is_whole and table in CHECKED
            if not (owner or is_proved or _is_likely(layout, row)):
                continue
            kept = self._whole[table] if is_whole else self._broken[table]
            updated = row.get("updated")
            time = updated if isinstance(updated, Text) else b""
            place = Place(bool(owner), time, record.rowid, number, cell)
            key = tuple(row[name] for name in layout.key)
            kept[key] = max(kept.get(key, place), place)
            if is_whole:
                return

    def _is_whole(self, table: str, row: Row, *, is_reached: bool) -> bool:
        if table in self._unproved:
            is_as_written = is_reached
        elif table in CHECKED:
            values = (_as_blob(row.get(name)) for name in CHECKED[table])
            is_as_written = _SUM in row and row_sum(*values) == row[_SUM]
        else:
            is_as_written = True
        return is_as_written and _is_text(row) and (table != "revisions" or _has_its_text(row))


def _schema(file: PageFile) -> Iterator[tuple[str, tuple[int, bytes]]]:
    """The root page of every table and the words that made it, as far as they can be read."""
    if not file.has_header:
        return
    for number in file.leaves(1):
        for _, record in records(file, number):
            if len(record.values) == _SCHEMA_COLUMNS:
                kind, name, _, root, made = record.values
                if kind == b"table" and isinstance(root, int) and isinstance(made, Text):
                    yield str(name, "utf-8", "replace") if isinstance(name, Text) else "", (
                        root, made,
                    )  # fmt: skip


def _has_shape(layout: Layout, record: Record) -> bool:
    """Whether a record may be a row of a table: its columns are of the right number and types."""
    if not 0 < len(record.values) <= len(layout.columns):
        return False
    for column, value in zip(layout.columns, record.values, strict=False):
        is_number = column.type == "INTEGER" and column.is_needed
        if value is None and column.is_needed and not is_number:
            return False
        if column.type == "TEXT" and not isinstance(value, (Text, bytes, type(None))):
            return False
        if column.type == "INTEGER" and not isinstance(value, (int, type(None))):
            return False
    return len(record.values) > max(layout.names.index(name) for name in layout.key)


def _is_likely(layout: Layout, row: Row) -> bool:
    """Whether what only looks like a row of a table is one in all likelihood: it bears an id."""
    ident = row[layout.key[0]]
    return len(row) == len(layout.columns) and isinstance(ident, Text) and len(ident) == _ID_LENGTH


def _named(layout: Layout, record: Record) -> Row:
    """The values by their columns."""
    return {
        column.name: _text(value) if type(value) is bytes and column.type == "TEXT" else value
        for column, value in zip(layout.columns, record.values, strict=False)
    }


def _text(value: bytes) -> bytes:
    """Bytes in the place of a text as that text, if they are one; a file's name may be none.

    One bit of a row's head makes bytes of a text, and sums, which are of bytes, prove it still.
    """
    try:
        value.decode()
    except UnicodeDecodeError:
        return value
    return Text(value)


def _as_blob(value: Value) -> bytes | None:
    """A value as SQLite casts it to a blob."""
    return value if value is None or isinstance(value, bytes) else str(value).encode()


def _is_text(row: Row) -> bool:
    """Whether all texts of a row are texts."""
    try:
        for value in row.values():
            if isinstance(value, Text):
                value.decode()
    except UnicodeDecodeError:
        return False
    return True


def _has_its_text(row: Row) -> bool:
    """Whether the text of a revision is the one that its hash is of."""
    text, kept = row.get("text"), row.get("hash")
    if not isinstance(text, bytes) or not isinstance(kept, Text):
        return False
    try:
        return sha256(zlib.decompress(text)).hexdigest().encode() == kept
    except zlib.error:
        return False
