"""Libraries of any size, made by the program's own functions, the same for the same seed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from sqlite3 import Connection
from uuid import UUID

import pytest

from tests.bench.texts import english
from tui.documents.article import Article, Span
from tui.documents.loading import from_text
from tui.settings.colours import Colour
from tui.store import ledger_entry, migrations
from tui.store.anchors import describe
from tui.store.checksums import add_function
from tui.store.database import Database
from tui.store.highlight_rows import Highlight, index_highlights
from tui.store.ledger_questions import FoundQuestion, index_questions
from tui.store.opened_document import open_document
from tui.store.operations import Operation, record
from tui.store.stored_record import write_rows

_SENTENCE = re.compile(r"[A-Z“][^.]{20,}\.")
_TAGS = ("harbour", "follow up", "figure", "quote", "to check")
_WORDS = 40
"""Words of an article for each of its marks."""
_AT_ONCE = 1000
"""Marks of one transaction: each of them waits for the disk."""


def build(
    path: Path,
    articles: int,
    marks: int,
    seed: int = 1,
    *,
    text: Callable[[int], str] | None = None,
    questions: int = 0,
) -> None:
    """Make a library of so many articles with so many marks each; every third has a note.

    Args:
        path: Its file, not there yet.
        articles: How many articles.
        marks: How many marks each of them gets.
        seed: The same number makes the same library but for its times.
        text: Gives the text of an article by its number, in place of a short one of few words.
        questions: How many questions each of them leaves open; every fourth is less sure.
    """
    random = Random(seed)
    whole = english(_WORDS * marks * min(articles, 20) + 400)
    made = text or partial(_stretch, whole, marks=marks, random=random)
    step = max(1, _AT_ONCE // max(1, marks))
    with Database(path) as database:
        for first in range(0, articles, step):
            batch = [
                from_text(f"Report {n} of {random.randrange(10**9)}\n\n{made(n)}", f"/texts/{n}")
                for n in range(first, min(first + step, articles))
            ]
            database.submit(
                partial(_read_all, articles=batch, marks=marks, questions=questions, random=random)
            ).result()


def _stretch(whole: str, number: int, marks: int, random: Random) -> str:
    """A stretch of a text: under a title of its own no two are the same article."""
    length = min(len(whole), _WORDS * marks * 7)
    start = whole.find(" ", random.randrange(max(1, len(whole) - length))) + 1
    return whole[start : start + length]


def _read_all(
    connection: Connection, articles: Sequence[Article], marks: int, questions: int, random: Random
) -> None:
    # Of a large library every row else meets pages that were dropped from a small cache.
    connection.execute("PRAGMA cache_size = -400000")
    for article in articles:
        document = _read_and_mark(connection, article, marks, random)
        if questions:
            _ask(connection, article, document, questions)


def _read_and_mark(connection: Connection, article: Article, marks: int, random: Random) -> str:
    opened = open_document(connection, article, "all")
    places = [match.span() for match in _SENTENCE.finditer(article.text)]
    for number, (start, end) in enumerate(random.sample(places, min(marks, len(places)))):
        ident = str(UUID(int=random.getrandbits(128), version=4))
        mark = Highlight(
            id=ident,
            document_id=opened.document_id,
            anchor=describe(article.text, start, end, article.text_hash),
            colour=random.choice(list(Colour)),
            note=f"to be asked again: {number}" if number % 3 == 0 else "",
            tags=(random.choice(_TAGS),) if number % 4 == 0 else (),
        )
        after = write_rows(connection, {ident: mark})
        record(connection, Operation(ident, opened.document_id, "highlight", {ident: None}, after))
    return opened.document_id


def _ask(connection: Connection, article: Article, document_id: str, questions: int) -> None:
    places = [Span(*match.span()) for match in _SENTENCE.finditer(article.text)][:questions]
    found = [
        FoundQuestion(
            (place,),
            "unknown",
            f"Why {article.text[place.start : place.end].lower().rstrip('.')}?",
            "text",
            (),
            1 + number % 3,
            certainty=0.5 if number % 4 == 3 else 0.9,
            is_sure=number % 4 != 3,
        )
        for number, place in enumerate(places)
    ]
    ledger_entry.enter(connection, article, document_id, found, {})


def double(path: Path) -> None:
    """Make a library twice as large, in a minute for half a million marks.

    The new passages are spliced of two old ones, so that no two are the same; their articles'
    texts are those of the old ones, in which they do not stand.
    """
    with Database(path) as database:
        marks, asked = (
            database.read(lambda c, t=table: int(_number(c, f"SELECT max(key) FROM {t}")))  # type: ignore[misc]
            for table in ("highlights", "questions")
        )
        database.submit(lambda c: _copy_rows(c, marks, asked)).result()
        for first in range(0, marks, _INDEXED_AT_ONCE):
            database.submit(partial(_index, index_highlights, "h", marks + first)).result()
        for first in range(0, asked, _INDEXED_AT_ONCE):
            database.submit(partial(_index, index_questions, "q", asked + first)).result()


_INDEXED_AT_ONCE = 20_000


def _number(connection: Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0] or 0)


def _index(
    index: Callable[[Connection, str, str], None], row: str, first: int, connection: Connection
) -> None:
    connection.execute("PRAGMA cache_size = -400000")
    index(connection, f"{row}.key > {first} AND {row}.key <= ?", str(first + _INDEXED_AT_ONCE))


_IDENTS = ("id", "document_id", "highlight_id")


def _copy_rows(connection: Connection, marks: int, asked: int) -> None:
    connection.execute("PRAGMA cache_size = -400000")
    head = "substr(a.exact, 1, instr(substr(a.exact, 40) || ' ', ' ') + 38)"
    tail = "substr(b.exact, instr(substr(b.exact, 40) || ' ', ' ') + 39)"
    other = f"b.key = (a.key + {marks // 3}) % {marks} + 1"
    copied = "{0} || " + f"'.{marks}'"
    for table, changed, more in (
        (
            "documents",
            {"title": "a.title || ' again'", "marks": "0", "open_questions": "0"},
            "",
        ),
        ("sources", {"source": copied.format("a.source")}, ""),
        ("revisions", {}, ""),
        (
            "highlights",
            {"key": f"a.key + {marks}", "exact": f"{head} || {tail}"},
            f"JOIN highlights b ON {other} ORDER BY a.key",
        ),
        ("tags", {}, ""),
        ("questions", {"key": f"a.key + {asked}"}, ""),
    ):
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        idents = {name: copied.format(f"a.{name}") for name in _IDENTS}
        own = idents | changed
        values = ", ".join(own.get(name, f'a."{name}"') for name in names)
        columns = ", ".join(f'"{name}"' for name in names)
        connection.execute(f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} a {more}")


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
