"""The log, the kept counts and the rows they tell of, held against each other."""

from __future__ import annotations

from sqlite3 import Connection

from tui.store.kept_counts import counted, counted_of_document
from tui.store.stored_record import StoredRecord, difference, read_record, unpacked


def assert_log_and_rows_agree(connection: Connection) -> None:
    """Every change that stands is in the log, and the last one of each record is its row."""
    rows = connection.execute(
        "SELECT before, after FROM operations WHERE undone = 0 ORDER BY number"
    )
    state: dict[str, StoredRecord | None] = {}
    for before, after in rows:
        for ident, there in unpacked(before).items():
            assert difference(state.get(ident), there) is None, ident
        state |= unpacked(after)
    idents = {
        row[0]
        for table in ("highlights", "corrections")
        for row in connection.execute(f"SELECT id FROM {table}")
    }
    for ident in idents | state.keys():
        assert difference(read_record(connection, ident), state.get(ident)) is None, ident
    words = {row[0] for row in connection.execute("SELECT rowid FROM highlight_words")}
    live = {
        row[0] for row in connection.execute("SELECT key FROM highlights WHERE deleted IS NULL")
    }
    assert words == live
    assert_counts_are_right(connection)


def assert_counts_are_right(connection: Connection) -> None:
    """The kept counts are what the rows give when they are counted."""
    kept = connection.execute("SELECT name, of, n FROM counts").fetchall()
    assert sorted(kept) == sorted(row for row in counted(connection) if row[2])
    for name in ("marks", "open_questions"):
        rows = connection.execute(f"SELECT {name}, {counted_of_document(name)} FROM documents")
        assert all(kept == counted for kept, counted in rows), name
