"""How highlights were found when their article was last opened, for who has no text at hand.

Search and export know a highlight by its row alone. What the desk found out about it is kept
beside it: not what the reader made, so it is no part of the undo log, and it is written again
whenever the article is opened. It holds for one extent: a highlight that was given another place
is as it stands until it is found again.
"""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from tui.store.clock import now
from tui.store.further_anchors import LAST_END, Extent


class FoundAgain(NamedTuple):
    """How a highlight was found, where its words were not in their old place unchanged."""

    state: str
    """`moved`, `changed` or `orphan`."""
    words: str = ""
    """The words that stand for a changed one; empty for the others."""


class Finding(NamedTuple):
    """Something to write down about a highlight."""

    highlight_id: str
    """The highlight."""
    extent: Extent
    """Where it was made."""
    found: FoundAgain | None
    """How it was found; `None` where it stands unchanged in its place."""


_SUMMED = ("highlight_id", "revision", "start", '"end"', "state", "words")
_SUM = f"row_sum({', '.join(f'CAST(f.{column} AS BLOB)' for column in _SUMMED)})"
FOUND_COLUMN = (
    "(SELECT f.state || char(31) || f.words FROM found_again f WHERE f.highlight_id = h.id "
    f'AND f.revision = h.revision AND f.start = h.start AND f."end" = {LAST_END} '
    f"AND f.checksum = {_SUM})"
)
"""The column of a query over `highlights h` that `read_found` takes."""


def create_found_again(connection: Connection) -> None:
    """How highlights were found in the text as it was last opened."""
    connection.execute(
        "CREATE TABLE found_again (highlight_id TEXT PRIMARY KEY "
        "REFERENCES highlights(id) ON DELETE CASCADE, revision TEXT NOT NULL, "
        'start INTEGER NOT NULL, "end" INTEGER NOT NULL, state TEXT NOT NULL, '
        "words TEXT NOT NULL, updated TEXT NOT NULL, checksum INTEGER)"
    )
    connection.execute("CREATE INDEX found_again_state ON found_again(state)")


def read_found(stored: object) -> FoundAgain | None:
    """How a highlight was found, from `FOUND_COLUMN`."""
    if stored is None:
        return None
    state, _, words = str(stored).partition("\x1f")
    return FoundAgain(state, words)


def write_findings(connection: Connection, findings: Iterable[Finding]) -> None:
    """Write down how some highlights were found; one that is gone by now is passed over."""
    time = now()
    for ident, extent, found in findings:
        connection.execute("DELETE FROM found_again WHERE highlight_id = ?", (ident,))
        if found is not None:
            connection.execute(
                'INSERT INTO found_again (highlight_id, revision, start, "end", state, words, '
                "updated) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 "
                "WHERE EXISTS (SELECT 1 FROM highlights WHERE id = ?1)",
                (ident, *extent, *found, time),
            )
            connection.execute(
                f"UPDATE found_again AS f SET checksum = {_SUM} WHERE highlight_id = ?", (ident,)
            )
