"""Which entries of feeds and folders were listed before, so that new ones can be told.

Lists and entries are kept as hashes: what somebody follows is not written down a second time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from sqlite3 import Connection

KEPT_IN_LIST = timedelta(days=90)
"""How long an entry is known that its list no longer has: some feeds leave one out for a while."""
KEPT = timedelta(days=400)
"""How long anything is known of a list that nobody opens."""


def create_seen_entries(connection: Connection) -> None:
    """The table of entries that were listed before."""
    connection.execute(
        "CREATE TABLE seen_entries (list TEXT NOT NULL, entry TEXT NOT NULL, seen TEXT NOT NULL, "
        "PRIMARY KEY (list, entry)) WITHOUT ROWID"
    )


def new_entries(connection: Connection, source: str, entries: Sequence[str]) -> frozenset[str]:
    """Those of a list that it did not have when it was opened before; none the first time.

    Args:
        connection: The library.
        source: The identity of the list.
        entries: What tells its entries apart.
    """
    rows = connection.execute("SELECT entry FROM seen_entries WHERE list = ?", (_hash(source),))
    known = {str(entry) for (entry,) in rows}
    return frozenset(each for each in entries if _hash(each) not in known) if known else frozenset()


def note_entries(connection: Connection, source: str, entries: Sequence[str]) -> None:
    """Remember what a list has now, and forget what is long gone."""
    moment = datetime.now(UTC)
    listed, name = json.dumps([_hash(each) for each in entries]), _hash(source)
    connection.execute(
        "INSERT INTO seen_entries SELECT ?1, value, ?2 FROM json_each(?3) WHERE true "
        "ON CONFLICT DO UPDATE SET seen = ?2",
        (name, _day(moment), listed),
    )
    connection.execute(
        "DELETE FROM seen_entries WHERE (list = ?1 AND seen < ?2) OR seen < ?3",
        (name, _day(moment - KEPT_IN_LIST), _day(moment - KEPT)),
    )


def forget_list(connection: Connection, source: str) -> bool:
    """Forget what a list had; whether anything was known of it."""
    found = connection.execute("DELETE FROM seen_entries WHERE list = ?", (_hash(source),))
    return found.rowcount > 0


def _hash(name: str) -> str:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
