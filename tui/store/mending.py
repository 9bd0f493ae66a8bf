"""What can be done about a library that is not well. Nothing here deletes a library."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection, connect
from typing import NamedTuple

from tui.errors import StoreError
from tui.store.checkup import INDEXES, Mend, damaged_entries
from tui.store.damage import Lost
from tui.store.database import Database
from tui.store.highlight_rows import index_highlights
from tui.store.holders import exclusively
from tui.store.kept_counts import recount
from tui.store.kept_words import refill_kept_words
from tui.store.ledger_questions import index_questions
from tui.store.library_files import NEW, beside
from tui.store.migrations import migrate
from tui.store.refusals import as_store_errors
from tui.store.replacing import put_in_place
from tui.store.salvage import Salvaged, salvage
from tui.store.surroundings import left_over, open_files


class Replaced(NamedTuple):
    """What came of putting what could be saved in the place of a library."""

    salvaged: Salvaged
    """What the new library holds and lacks."""
    aside: Path | None
    """Where the old one is."""
    lost: Path | None
    """The file that lists what is not in the new one; `None` when nothing is known to be lost."""


def mend(kind: Mend, library: Path, backups: Path) -> None:
    """Do something about a library that is not well, anything but `Mend.SALVAGE`.

    Raises:
        StoreError: It could not be done; nothing was changed.
    """
    in_library = {Mend.INDEX: rebuild_index, Mend.LOG: drop_damaged_entries}
    if kind in in_library:
        with Database(library, backups) as database:
            database.submit(in_library[kind]).result()
        return
    with as_store_errors(library):
        if kind is Mend.MODE:
            for path in open_files(library, backups):
                path.chmod(0o600)
        for path in left_over(backups) if kind is Mend.LEFT else ():
            path.unlink()


def rebuild_index(connection: Connection) -> None:
    """Make the search indexes anew, of the rows they are made of."""
    with closing(connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh, None)
        made = dict(
            fresh.execute("SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL %'")
        )
    held = connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL %'")
    # What counts the words of an index goes before it and comes after it.
    for (name,) in sorted(held.fetchall(), key=lambda row: row[0] in INDEXES):
        connection.execute(f"DROP TABLE {name}")
    for name in sorted(made, key=lambda name: name not in INDEXES):
        connection.execute(made[name])
    for (ident,) in connection.execute("SELECT id FROM documents").fetchall():
        index_highlights(connection, "h.document_id = ?", ident)
        index_questions(connection, "q.document_id = ?", ident)
    refill_kept_words(connection)
    recount(connection)


def drop_damaged_entries(connection: Connection) -> None:
    """Take the entries out of the undo log that cannot be read."""
    for table, number in list(damaged_entries(connection)):
        connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))


def replace_by_salvaged(library: Path) -> Replaced:
    """Put what can be read of a library in its place, and the library aside.

    Raises:
        StoreError: Another program has it open, nothing can be read, or the disk refuses;
            the library is where it was.
    """
    with as_store_errors(library), exclusively(library):
        new = beside(library, NEW)
        with suppress(FileNotFoundError):
            os.unlink(new)
        salvaged = salvage(library, new)
        if not (salvaged.highlights or salvaged.documents):
            os.unlink(new)
            raise StoreError(
                "nothing can be read of the library", "closeread restore takes a backup"
            )
        lost = None
        if salvaged.lost:
            stamp = datetime.now().strftime("%Y%m%d%H%M%S")
            lost = beside(library, f"-lost-{stamp}.txt")
            write_list(lost, salvaged.lost)
        return Replaced(salvaged, put_in_place(library, new), lost)


def write_list(path: Path, lost: Iterable[Lost]) -> None:
    """Write down what is not in a salvaged library, for its owner alone.

    Raises:
        OSError: It cannot be written.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with open(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.write("Not in the library any more, as far as it can be told; words that are\n")
        file.write("quoted here may have been changed by the disk.\n\n")
        file.writelines(f"{each.line}\n" for each in lost)
        file.flush()
        os.fsync(file.fileno())
