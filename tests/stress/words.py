"""What a library holds of the words that were typed in a trial."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from tui.store.database import Database

_WORD = re.compile(r"\bw\d+x\d+\b")
_QUERIES = (
    "SELECT note FROM highlights WHERE deleted IS NULL",
    "SELECT tag FROM tags WHERE deleted IS NULL",
    "SELECT text FROM drafts WHERE deleted IS NULL",
    "SELECT text FROM line_drafts WHERE deleted IS NULL",
    "SELECT boxes FROM unfinished WHERE deleted IS NULL",
    "SELECT value FROM corrections WHERE deleted IS NULL",
    "SELECT answer || ' ' || link || ' ' || draft FROM questions",
)


def held(database: Database) -> set[str]:
    """Every word of a trial (`w1x2`) that is saved, or kept as a draft."""
    texts = database.read(lambda c: [str(row[0]) for each in _QUERIES for row in c.execute(each)])
    return set(_WORD.findall(" ".join(texts)))


def is_whole(library: Path) -> bool:
    """Whether SQLite finds nothing wrong with a library."""
    with closing(sqlite3.connect(library)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
