"""Libraries of any size, made by the program's own functions, the same for the same seed."""

from __future__ import annotations

import re
import sqlite3
from functools import partial
from pathlib import Path
from random import Random
from sqlite3 import Connection
from uuid import UUID

import pytest

from tests.bench.texts import english
from tui.documents.article import Article
from tui.documents.loading import from_text
from tui.settings.colours import Colour
from tui.store import migrations
from tui.store.anchors import describe
from tui.store.checksums import add_function
from tui.store.database import Database
from tui.store.highlight_rows import Highlight
from tui.store.opened_document import open_document
from tui.store.operations import Operation, record
from tui.store.stored_record import write_rows

_SENTENCE = re.compile(r"[A-Z“][^.]{20,}\.")
_TAGS = ("harbour", "follow up", "figure", "quote", "to check")
_WORDS = 40
"""Words of an article for each of its marks."""


def build(path: Path, articles: int, marks: int, seed: int = 1) -> None:
    """Make a library of so many articles with so many marks each; every third has a note.

    Args:
        path: Its file, not there yet.
        articles: How many articles.
        marks: How many marks each of them gets.
        seed: The same number makes the same library but for its times.
    """
    random = Random(seed)
    with Database(path) as database:
        whole = english(_WORDS * marks * min(articles, 20) + 400)
        for number in range(articles):
            article = _article(whole, number, marks, random)
            database.submit(
                partial(_read_and_mark, article=article, marks=marks, random=random)
            ).result()


def _article(whole: str, number: int, marks: int, random: Random) -> Article:
    """A stretch of the text under a title of its own: no two are the same article."""
    length = min(len(whole), _WORDS * marks * 7)
    start = whole.find(" ", random.randrange(max(1, len(whole) - length))) + 1
    body = whole[start : start + length]
    return from_text(f"Report {number} of {random.randrange(10**9)}\n\n{body}", f"/texts/{number}")


def _read_and_mark(connection: Connection, article: Article, marks: int, random: Random) -> None:
    opened = open_document(connection, article, "all")
    places = [match.span() for match in _SENTENCE.finditer(article.text)]
    for number, (start, end) in enumerate(random.sample(places, min(marks, len(places)))):
        ident = str(UUID(int=random.getrandbits(128), version=4))
        mark = Highlight(
            id=ident,
            document_id=opened.document_id,
            anchor=describe(article.text, start, end),
            colour=random.choice(list(Colour)),
            note=f"to be asked again: {number}" if number % 3 == 0 else "",
            tags=(random.choice(_TAGS),) if number % 4 == 0 else (),
        )
        after = write_rows(connection, {ident: mark})
        record(connection, Operation(ident, opened.document_id, "highlight", {ident: None}, after))


def at_step(source: Path, target: Path, steps: int) -> None:
    """Make a library as a program that knew only the first steps would have it.

    Args:
        source: A library of today.
        target: Its file, not there yet.
        steps: How many of `MIGRATIONS` it has.
    """
    connection = sqlite3.connect(target, isolation_level=None)
    try:
        add_function(connection)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:steps])
            migrations.migrate(connection, None)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("ATTACH ? AS today", (str(source),))
        connection.execute("BEGIN")
        for table in _tables(connection):
            columns = ", ".join(f'"{column}"' for column in _columns(connection, table))
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}"
            )
        connection.execute("COMMIT")
    finally:
        connection.close()


def _tables(connection: Connection) -> list[str]:
    """The tables whose rows an older library has, too; what SQLite keeps for itself apart."""
    rows = connection.execute(
        "SELECT m.name FROM main.sqlite_master m JOIN today.sqlite_master t USING (name) "
        "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> 'migrations' "
        "AND m.name NOT LIKE '%\\_words\\_%' ESCAPE '\\' AND m.name NOT LIKE '%vocabulary'"
    )
    return [str(row[0]) for row in rows]


def _columns(connection: Connection, table: str) -> list[str]:
    old, new = (
        [str(row[1]) for row in connection.execute(f"PRAGMA {schema}.table_info({table})")]
        for schema in ("main", "today")
    )
    # What is a key of rows that others name keeps its number.
    rowid = ["rowid"] if table.endswith("_words") else []
    return rowid + [column for column in old if column in new]
