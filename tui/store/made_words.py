"""The words of what highlights were made on, in the search index beside those of the highlights."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from sqlite3 import Connection, DatabaseError
from typing import TYPE_CHECKING

from tui.store.highlight_rows import index_highlights
from tui.store.made_on import write_made

if TYPE_CHECKING:
    from tui.store.further_anchors import Extent
    from tui.store.made_on import MadeOn

_log = logging.getLogger(__name__)


def note_made(connection: Connection, made: Mapping[str, tuple[Extent, MadeOn]]) -> None:
    """Write down what some highlights were made on, and have a search find them by it."""
    write_made(connection, made)
    _index(connection, made)


def index_made_on(connection: Connection) -> None:
    """Highlights are found by whom they were made on, and by words that a line end divides."""
    rows = connection.execute(
        "SELECT h.id FROM highlights h LEFT JOIN made_on o ON o.highlight_id = h.id "
        "WHERE h.deleted IS NULL AND (o.speaker <> '' OR o.names <> '' OR instr(h.exact, char(10)))"
    ).fetchall()
    try:
        _index(connection, (row[0] for row in rows))
    except DatabaseError:
        # A damaged index keeps no library closed; mending it makes its words anew.
        _log.warning("the words of the index cannot be written", exc_info=True)


def _index(connection: Connection, idents: Iterable[str]) -> None:
    listed = json.dumps([*idents])
    index_highlights(connection, "h.id IN (SELECT value FROM json_each(?))", listed)
