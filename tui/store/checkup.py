"""What is not well with a library: each check is a function and a row of `CHECKS`.

The checks read and change nothing. What they find is a sentence and, where something can be
done about it, what (`tui/store/mending.py`).
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from sqlite3 import Connection, DatabaseError
from typing import NamedTuple

from tui.documents.divided_words import whole_words
from tui.store.checksums import CHECKED, is_whole
from tui.store.connections import any_text, connect
from tui.store.damage import finds_words
from tui.store.further_anchors import words_of
from tui.store.highlight_rows import indexed
from tui.store.ledger_questions import QuestionState
from tui.store.reading_only import address_to_read
from tui.store.refusals import as_store_errors
from tui.store.short_names import short_title
from tui.store.stored_record import unpacked

INDEXES = {"highlight_words": "highlights", "question_words": "questions"}
"""The search indexes, and the tables whose words they hold."""


def _decision(packed: str) -> None:
    """Read what was decided of a question."""
    state, _, _ = json.loads(packed)
    QuestionState(state)


LOGS: dict[str, Callable[[str], object]] = {"operations": unpacked, "answers": _decision}
"""The tables of what can be undone, and what reads their images."""
_READERS_NAMES = {
    "revisions": "kept texts", "operations": "undo log", "answers": "undo log of the ledger",
    "named_places": "places with a letter", "places": "places of the last reading",
    "unfinished": "corrections being typed", "sources": "names of the articles",
    "documents": "articles", "drafts": "notes being written",
    "further_anchors": "parts of highlights",
}  # fmt: skip
_SHOWN = 3
"""Examples in a sentence."""


class Mend(StrEnum):
    """What can be done about something."""

    SALVAGE = "save what can be read into a new library; the old one is kept aside"
    INDEX = "build the search index anew"
    LOG = "drop the entries of the undo log that cannot be read"
    MODE = "let nobody else read it"
    LEFT = "remove them"


class Finding(NamedTuple):
    """Something that is not well."""

    what: str
    """What it is, as a clause."""
    mend: Mend | None = None
    """What can be done about it; `None` when only the reader can do something."""


class Check(NamedTuple):
    """Something that is looked at."""

    name: str
    """What is well when nothing is found."""
    look: Callable[[Connection], Iterator[Finding]]
    """Looks."""


def check_library(path: Path) -> Iterator[tuple[str, list[Finding]]]:
    """Look at a library; each check, with what it found.

    Raises:
        StoreError: There is no library, or it cannot be looked at for a reason that is no damage.
    """
    with as_store_errors(path):
        path.stat()
        try:
            address, copy = address_to_read(path)
        except DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            yield (
                CHECKS[0].name,
                [Finding("the file is damaged where it says what is in it", Mend.SALVAGE)],
            )
            return
        with closing(connect(address)) as connection:
            connection.text_factory = any_text
            for check in CHECKS:
                yield check.name, _found(connection, check)
        del copy


def _found(connection: Connection, check: Check) -> list[Finding]:
    found = []
    try:
        for finding in check.look(connection):
            found.append(finding)
    except DatabaseError:
        found.append(Finding(f"it cannot be told whether {check.name}", Mend.SALVAGE))
    return found


def _pages(connection: Connection) -> Iterator[Finding]:
    """The tree of every table, and the indexes of SQLite against their rows."""
    if _verdict(connection, "") == "ok":
        return
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    of_index = 0
    named = False
    for (table,) in tables:
        if table.startswith("sqlite_") or _verdict(connection, f"('{table}')") == "ok":
            continue
        is_index = table.startswith(tuple(INDEXES))
        of_index += is_index
        named = named or not is_index
        if not is_index:
            name = _READERS_NAMES.get(table, table.replace("_", " "))
            yield Finding(f"the part of the file with the {name} is damaged", Mend.SALVAGE)
    if of_index:
        yield Finding("the part of the file with the search index is damaged", Mend.INDEX)
    if not (named or of_index):
        yield Finding("the list of free pages of the file is damaged", Mend.SALVAGE)


def _verdict(connection: Connection, table: str) -> str:
    try:
        rows = connection.execute(f"PRAGMA integrity_check{table}").fetchmany(1)
    except DatabaseError as error:
        return str(error)
    return str(rows[0][0]) if rows else "ok"


def _rows(connection: Connection) -> Iterator[Finding]:
    """Every checksum."""
    for table in CHECKED:
        untrue = f"SELECT count(*) FROM {table} AS r WHERE NOT {is_whole(table, 'r')}"
        count = connection.execute(untrue).fetchone()[0]
        if count:
            name = _READERS_NAMES.get(table, table)
            are = "is not as it was" if count == 1 else "are not as they were"
            yield Finding(f"{count} of the {name} {are} written", Mend.SALVAGE)


def _index(connection: Connection) -> Iterator[Finding]:
    """Every index of words against the rows it is made of."""
    for index, table in INDEXES.items():
        first = "quote" if table == "highlights" else "wording"
        words = words_of("r") if table == "highlights" else "r.wording"
        query = (
            f"SELECT {words}, i.{first} FROM {table} r LEFT JOIN {index} i ON i.rowid = r.key "
            "WHERE r.deleted IS NULL"
        )
        is_right = all(indexed(whole_words(row)) == held for row, held in connection.execute(query))
        live = f"SELECT key FROM {table} WHERE deleted IS NULL"
        more = f"SELECT 1 FROM {index}_content WHERE id NOT IN ({live}) LIMIT 1"
        is_right = is_right and not connection.execute(more).fetchone()
        if not (is_right and finds_words(connection, index, table)):
            yield Finding(f"the search index does not fit the {table}", Mend.INDEX)


def _logs(connection: Connection) -> Iterator[Finding]:
    """Every entry of what can be undone."""
    count = sum(1 for _ in damaged_entries(connection))
    if count:
        entries = "1 entry" if count == 1 else f"{count} entries"
        yield Finding(f"{entries} of the undo log cannot be read", Mend.LOG)


def damaged_entries(connection: Connection) -> Iterator[tuple[str, int]]:
    """The table and the number of every entry of what can be undone that cannot be read."""
    for table, read in LOGS.items():
        query = f"SELECT number, before, after FROM {table}"
        for number, *images in connection.execute(query):
            try:
                for image in images:
                    read(image)
            except (ValueError, KeyError, TypeError, AttributeError):
                yield table, number


def _anchors(connection: Connection) -> Iterator[Finding]:
    """Every kept text, and every highlight against the text it was made on."""
    marks: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    query = (
        'SELECT document_id, revision, start, "end", exact FROM highlights WHERE deleted IS NULL '
        'UNION ALL SELECT h.document_id, a.revision, a.start, a."end", a.exact '
        "FROM further_anchors a JOIN highlights h ON h.id = a.highlight_id "
        "WHERE a.deleted IS NULL AND h.deleted IS NULL"
    )
    for document, revision, start, end, exact in connection.execute(query):
        marks.setdefault((document, revision), []).append((start, end, exact))
    lost, damaged = 0, []
    for document, kept, packed, title in connection.execute(
        "SELECT r.document_id, r.hash, r.text, d.title FROM revisions r "
        "LEFT JOIN documents d ON d.id = r.document_id"
    ):
        text = _text(packed, kept)
        if text is None:
            damaged.append(f"“{short_title(str(title))}”")
        else:
            here = marks.get((document, kept), [])
            lost += sum(text[start:end] != exact for start, end, exact in here)
    if damaged:
        which = ", ".join(damaged[:_SHOWN]) + ", …" * (len(damaged) > _SHOWN)
        yield Finding(f"the text that is kept of {which} is damaged", Mend.SALVAGE)
    if lost:
        they = "1 highlight does" if lost == 1 else f"{lost} highlights do"
        yield Finding(f"{they} not stand where it was made; words decide where it is shown")


def _text(packed: object, kept: str) -> str | None:
    """A kept text; `None` when it is not the one that was kept."""
    try:
        whole = zlib.decompress(packed) if isinstance(packed, bytes) else b""
        return whole.decode("utf-8", "surrogatepass") if sha256(whole).hexdigest() == kept else None
    except (zlib.error, UnicodeDecodeError):
        return None


CHECKS = (
    Check("the file hangs together", _pages),
    Check("every row is as it was written", _rows),
    Check("the search index fits what it is made of", _index),
    Check("every entry of the undo log can be read", _logs),
    Check("every highlight stands in its text", _anchors),
)
"""All of them, in the order in which they are told."""
