"""What a library file holds, in the figures by which a reader tells one from another."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from tui.errors import StoreError
from tui.store.verified_copy import library_to_copy

_CHANGED = (
    ("documents", "opened_at"), ("highlights", "updated"), ("tags", "updated"),
    ("corrections", "updated"), ("questions", "updated"),
)  # fmt: skip
"""Where the times of changes stand."""

_NAMES = ("article", "highlight", "note")
_DAMAGED = "is damaged or is no library"
_DAY = "%Y-%m-%d %H:%M"


class Figures(NamedTuple):
    """What a library holds."""

    articles: int = 0
    """Articles."""
    highlights: int = 0
    """Highlights, deleted ones not counted."""
    notes: int = 0
    """Those of them with a note."""
    changed: str = ""
    """When it was last changed: UTC, ISO 8601; empty for never."""
    trouble: str = ""
    """Why it cannot be read, as the end of a sentence about it; empty when it can."""

    @property
    def is_damaged(self) -> bool:
        """Whether there is something that cannot be read."""
        return self.trouble == _DAMAGED

    def __str__(self) -> str:
        """In words: `12 articles, 340 highlights, 41 notes, last changed 2026-11-29 10:15`."""
        if self.trouble:
            return self.trouble
        counts = zip((self.articles, self.highlights, self.notes), _NAMES, strict=True)
        words = [f"{count:,} {name}{'s' * (count != 1)}" for count, name in counts]
        if self.changed:
            words.append(f"last changed {datetime.fromisoformat(self.changed).astimezone():{_DAY}}")
        return ", ".join(words)


def figures_of(path: Path) -> Figures:
    """The figures of a file; of one that cannot be read, why. Read-only: does not write."""
    try:
        if not path.stat().st_size:
            return Figures(trouble="is empty (0 bytes)")
    except OSError:
        return Figures(trouble="is not there")
    try:
        with library_to_copy(path) as connection:
            return _figures(connection)
    except (StoreError, sqlite3.Error):
        return Figures(trouble=_DAMAGED)


def _figures(connection: Connection) -> Figures:
    def first(query: str) -> str:
        return str(connection.execute(query).fetchone()[0] or "")

    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    changed = [
        first(f"SELECT max({column}) FROM {table}") for table, column in _CHANGED if table in there
    ]
    highlights = "SELECT count(*) FROM highlights WHERE deleted IS NULL"
    return Figures(
        int(first("SELECT count(*) FROM documents WHERE deleted IS NULL") or 0),
        int(first(highlights) or 0),
        int(first(f"{highlights} AND note <> ''") or 0),
        max(changed),
    )
