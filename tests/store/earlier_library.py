"""Libraries of earlier versions for tests: a library of today, taken back to before a step."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

import pytest

from tui.store.checksums import add_checksums, add_function
from tui.store.migrations import MIGRATIONS, migrate


def take_back(path: Path, step: Callable[[Connection], None]) -> None:
    """Make a library what it was before a step: without the tables and columns made since.

    What that version had and a later step dropped is there again, but for its rows.
    """
    number = MIGRATIONS.index(step)
    with closing(sqlite3.connect(":memory:")) as before, closing(sqlite3.connect(path)) as library:
        add_function(before)
        for earlier in MIGRATIONS[:number]:
            earlier(before)
        was, now = _schema(before), _schema(library)
        # Triggers and indexes first: a column that one of them names cannot be dropped.
        for kind in ("trigger", "index", "table"):
            for name in (name for name, made in now.items() if made.kind == kind):
                # A table that both have keeps its rows; its columns are seen to below.
                if name not in was or (kind != "table" and was[name] != now[name]):
                    library.execute(f"DROP {kind} {name}")
        for name in (name for name, made in was.items() if made.kind == "table" and name in now):
            for column in sorted(_columns(library, name) - _columns(before, name)):
                library.execute(f'ALTER TABLE {name} DROP COLUMN "{column}"')
        left = _schema(library)
        for kind in ("table", "index", "trigger"):
            for name, made in was.items():
                if made.kind == kind and name not in left:
                    library.execute(made.statement)
        library.execute("DELETE FROM migrations WHERE number > ?", (number,))
        library.commit()


class _Made(NamedTuple):
    """A table, index or trigger."""

    kind: str
    statement: str


def _schema(connection: Connection) -> dict[str, _Made]:
    """What a library is made of, by name; without the record of the steps and what SQLite adds."""
    rows = connection.execute("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL")
    made = {name: _Made(kind, statement) for name, kind, statement in rows}
    virtual = [name for name, each in made.items() if "CREATE VIRTUAL" in each.statement]
    # A virtual table has tables of its own, which come and go with it.
    added = ("sqlite_", *(f"{name}_" for name in virtual))
    return {
        name: each
        for name, each in made.items()
        if name in virtual or (not name.startswith(added) and name != "migrations")
    }


def _columns(connection: Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def write_before_checksums(path: Path) -> None:
    """Make a library from before rows had checksums, with one highlight: "It rains."."""
    with pytest.MonkeyPatch.context() as patch:
        steps = MIGRATIONS[: MIGRATIONS.index(add_checksums)]
        patch.setattr("tui.store.migrations.MIGRATIONS", steps)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            migrate(connection, None)
            connection.execute(
                "INSERT INTO documents (id, title, opened_at, created, updated) "
                "VALUES ('d1', 'Title', '', '', '')"
            )
            connection.execute(
                "INSERT INTO highlights (id, document_id, colour, exact, prefix, suffix, start, "
                '"end", revision, created, updated) '
                "VALUES ('h1', 'd1', 'yellow', 'It rains.', '', '', 0, 9, '', '', '')"
            )
