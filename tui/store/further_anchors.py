"""The further parts of highlights: of a quote that “she said” divides all parts but the first.

The first part stands in the row of the highlight. Most highlights have no other, and none of
these rows; they are written and deleted with their highlight.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.passage_parts import GAP
from tui.store.anchors import Anchor
from tui.store.checksums import is_whole, keep_sums

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

_OF_HIGHLIGHT = "highlight_id = {0}.id AND deleted IS NULL"
_IN_ORDER = f"(SELECT * FROM further_anchors WHERE {_OF_HIGHLIGHT} ORDER BY ordinal)"
FURTHER_COLUMN = (
    f"(SELECT json_group_array(json(CASE WHEN {is_whole('further_anchors', 'a')} THEN "
    'json_array(a.exact, a.prefix, a.suffix, a.start, a."end", a.revision) END)) '
    f"FROM {_IN_ORDER.format('h')} a)"
)
"""The column of a query over `highlights h` that `read_further` takes."""
LAST_END = (
    f'coalesce((SELECT max("end") FROM further_anchors WHERE {_OF_HIGHLIGHT.format("h")}), h."end")'
)
"""The SQL expression for where the last part of a row `h` of `highlights` ends."""
_NONE = "[]"


class Extent(NamedTuple):
    """Where a highlight was made, with what lies between its parts.

    What the program found out about it holds for that place.
    """

    revision: str
    """The hash of the text."""
    start: int
    """Its first code point."""
    end: int
    """The first code point after its last part."""


def create_further_anchors(connection: Connection) -> None:
    """Highlights of several parts: a quote that is divided by who says it is kept whole."""
    connection.execute(
        "CREATE TABLE further_anchors ("
        "highlight_id TEXT NOT NULL REFERENCES highlights(id), ordinal INTEGER NOT NULL, "
        "exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, "
        'start INTEGER NOT NULL, "end" INTEGER NOT NULL, revision TEXT NOT NULL, '
        "created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT, checksum INTEGER, "
        "PRIMARY KEY (highlight_id, ordinal))"
    )
    keep_sums(connection, "further_anchors")


def words_of(row: str) -> str:
    """The SQL expression for all words of a highlight, as `Highlight.words` has them.

    Args:
        row: The name of the highlight's row in the query.
    """
    parts = f"(SELECT group_concat('{GAP}' || exact, '') FROM {_IN_ORDER.format(row)})"
    return f"{row}.exact || coalesce({parts}, '')"


def read_further(stored: str) -> tuple[Anchor, ...] | None:
    """The further parts of a highlight, from `FURTHER_COLUMN`.

    `None` where the disk has changed one: a part that is missing would go unnoticed.
    """
    if stored == _NONE:
        return ()
    parts = json.loads(stored)
    return None if None in parts else tuple(Anchor(*part) for part in parts)


def write_further(
    connection: Connection, highlight_id: str, anchors: Sequence[Anchor], time: str
) -> None:
    """Make these the further parts of a highlight; others of it leave tombstones."""
    connection.execute(
        "UPDATE further_anchors SET deleted = ?, updated = ? "
        "WHERE highlight_id = ? AND deleted IS NULL AND ordinal > ?",
        (time, time, highlight_id, len(anchors)),
    )
    connection.executemany(
        "INSERT INTO further_anchors (highlight_id, ordinal, exact, prefix, suffix, start, "
        '"end", revision, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) '
        "ON CONFLICT DO UPDATE SET exact = excluded.exact, prefix = excluded.prefix, "
        'suffix = excluded.suffix, start = excluded.start, "end" = excluded."end", '
        "revision = excluded.revision, updated = excluded.updated, deleted = NULL",
        [
            (highlight_id, number, each.exact, each.prefix, each.suffix, each.start, each.end,
             each.revision, time, time)
            for number, each in enumerate(anchors, 1)
        ],
    )  # fmt: skip
