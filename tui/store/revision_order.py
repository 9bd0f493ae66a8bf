"""The order in which a document showed its texts, which no clock decides.

Times are written down for people. A clock that was once ahead would make an old text the newest
for ever; a number that only rises does not.
"""

from __future__ import annotations

from itertools import groupby
from sqlite3 import Connection

from tui.store.clock import now


def order_revisions(connection: Connection) -> None:
    """Number the texts of every document in the order in which they were last shown."""
    connection.execute("ALTER TABLE revisions ADD COLUMN seen INTEGER NOT NULL DEFAULT 1")
    rows = connection.execute(
        "SELECT document_id, rowid, last_seen FROM revisions WHERE document_id IN (SELECT "
        "document_id FROM revisions GROUP BY document_id HAVING count(*) > 1) ORDER BY document_id"
    ).fetchall()
    today = now()
    for _, group in groupby(rows, key=lambda row: row[0]):
        texts = [(str(last_seen), int(rowid)) for _, rowid, last_seen in group]
        # Times of a clock that was ahead say nothing; then the order of writing is what is left.
        is_ahead = any(last_seen > today for last_seen, _ in texts)
        ordered = sorted(rowid for _, rowid in texts) if is_ahead else [r for _, r in sorted(texts)]
        connection.executemany(
            "UPDATE revisions SET seen = ? WHERE rowid = ?",
            [(number, rowid) for number, rowid in enumerate(ordered, 1)],
        )
