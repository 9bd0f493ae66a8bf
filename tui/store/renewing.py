"""What is computed from the rows of the reader, made anew where the disk has damaged it.

Counts and the words of the search indexes only save time. Triggers write them with every change, so
damage there would refuse what the reader makes until somebody mends the library.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from sqlite3 import Connection, DatabaseError
from typing import NamedTuple

from tui.store.connections import transaction
from tui.store.kept_counts import recount
from tui.store.kept_words import refill_kept_words


class _Computed(NamedTuple):
    tables: tuple[str, ...]
    fill: Callable[[Connection], None]
    """Fills them from the rows."""


_COMPUTED = (
    _Computed(("counts",), recount),
    _Computed(("highlight_terms", "question_terms"), refill_kept_words),
)
DAMAGED = "damaged_"
"""How the name of a table begins in whose place there is a new one."""
_TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
_log = logging.getLogger(__name__)


def renew_damaged(connection: Connection) -> bool:
    """Make the computed tables that cannot be read anew; whether there were any.

    Takes as long as reading the rows that they are computed from.

    Args:
        connection: Of the writer, in no transaction.

    Raises:
        sqlite3.Error: They cannot be made anew; nothing was changed.
    """
    # Looked for before: in a transaction that has met damage, SQLite renames no table.
    damaged = [
        name for each in _COMPUTED for name in each.tables if not _is_whole(connection, name)
    ]
    if damaged:
        _log.warning("damaged and made anew: %s", ", ".join(damaged))
        transaction(connection, partial(_make_anew, damaged=damaged))
    return bool(damaged)


def _make_anew(connection: Connection, damaged: Sequence[str]) -> None:
    """Put new tables in the place of damaged ones.

    Pages that are none cannot be given back, so the damaged ones stay under other names until the
    doctor writes the whole file anew.
    """
    there = dict(connection.execute(_TABLES).fetchall())
    first = sum(name.startswith(DAMAGED) for name in there) + 1
    # The triggers go on writing to the tables of these names.
    connection.execute("PRAGMA legacy_alter_table = ON")
    for number, table in enumerate(damaged, first):
        connection.execute(f"ALTER TABLE {table} RENAME TO {DAMAGED}{table}_{number}")
    connection.execute("PRAGMA legacy_alter_table = OFF")
    for table in damaged:
        connection.execute(there[table])
    for each in _COMPUTED:
        if not set(damaged).isdisjoint(each.tables):
            each.fill(connection)


def _is_whole(connection: Connection, table: str) -> bool:
    try:
        return bool(connection.execute(f"PRAGMA quick_check({table})").fetchone()[0] == "ok")
    except DatabaseError:
        return False
