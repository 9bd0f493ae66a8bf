"""The log of operations and the rows it tells of, held against each other."""

from __future__ import annotations

import json
from sqlite3 import Connection

from tui.store.highlights import highlight
from tui.store.operations import _highlight, difference


def assert_log_and_rows_agree(connection: Connection) -> None:
    """Every change that stands is in the log, and the last one of each mark is its row."""
    rows = connection.execute(
        "SELECT before, after FROM operations WHERE undone = 0 ORDER BY number"
    )
    state: dict[str, object] = {}
    for before, after in rows:
        for ident, image in json.loads(before).items():
            expected = state.get(ident)
            there = image and _highlight(image)
            assert difference(expected, there) is None, ident  # type: ignore[arg-type]
        state |= {ident: image and _highlight(image) for ident, image in json.loads(after).items()}
    idents = {row[0] for row in connection.execute("SELECT id FROM highlights")}
    for ident in idents | state.keys():
        there = highlight(connection, ident)
        assert difference(there, state.get(ident)) is None, ident  # type: ignore[arg-type]
    words = {row[0] for row in connection.execute("SELECT rowid FROM highlight_words")}
    live = {
        row[0] for row in connection.execute("SELECT key FROM highlights WHERE deleted IS NULL")
    }
    assert words == live
