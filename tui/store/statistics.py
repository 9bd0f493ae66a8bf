"""What a library holds, in figures."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from sqlite3 import Connection

from tui.store.question_records import LedgerCounts, counts

MOST_TAGS = 8
"""Tags that are counted by name."""
MONTHS = 12
"""Months that are shown, the newest ones with anything in them."""


@dataclass(frozen=True, slots=True)
class Month:
    """What was done in a month."""

    name: str
    """The month, "2022-01" (UTC)."""
    articles: int
    """Articles opened for the first time."""
    marks: int
    """Highlights made that still are there."""
    answers: int
    """Questions decided on."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a library holds."""

    articles: int
    """Articles it knows."""
    words: int
    """Words of their newest texts, as far as these are kept."""
    marks: int
    """Highlights."""
    colours: Mapping[str, int]
    """Highlights by colour, most first."""
    tags: Mapping[str, int]
    """Highlights by tag, most first; the `MOST_TAGS` most used ones."""
    notes: int
    """Highlights with a note."""
    questions: LedgerCounts
    """Questions by state."""
    months: tuple[Month, ...]
    """The newest first."""


def statistics(connection: Connection) -> Statistics:
    """Count. Takes a second for ten thousand articles: their texts are unpacked."""

    def number(query: str) -> int:
        return int(connection.execute(query).fetchone()[0])

    def by_name(query: str) -> dict[str, int]:
        return dict(connection.execute(query))

    return Statistics(
        articles=number("SELECT count(*) FROM documents WHERE deleted IS NULL"),
        words=_words(connection),
        marks=number("SELECT count(*) FROM highlights WHERE deleted IS NULL"),
        colours=by_name(
            "SELECT colour, count(*) FROM highlights WHERE deleted IS NULL "
            "GROUP BY colour ORDER BY 2 DESC, 1"
        ),
        tags=by_name(
            "SELECT t.tag, count(*) FROM tags t JOIN highlights h ON h.id = t.highlight_id "
            "WHERE t.deleted IS NULL AND h.deleted IS NULL GROUP BY t.tag "
            f"ORDER BY 2 DESC, 1 LIMIT {MOST_TAGS}"
        ),
        notes=number("SELECT count(*) FROM highlights WHERE deleted IS NULL AND note <> ''"),
        questions=counts(connection),
        months=_months(connection),
    )


def _words(connection: Connection) -> int:
    """Words of the text that each article showed last."""
    rows = connection.execute(
        "SELECT text FROM (SELECT text, row_number() OVER (PARTITION BY document_id "
        "ORDER BY last_seen DESC) AS age FROM revisions WHERE deleted IS NULL) WHERE age = 1"
    )
    # Bytes are split as well as text: no character that parts words has a longer encoding
    # that news texts hold, and decoding ten thousand texts takes as long as the rest.
    return sum(len(zlib.decompress(text).split()) for (text,) in rows)


def _months(connection: Connection) -> tuple[Month, ...]:
    rows = connection.execute(
        "SELECT month, sum(a), sum(m), sum(q) FROM ("
        "SELECT substr(created, 1, 7) AS month, 1 AS a, 0 AS m, 0 AS q FROM documents "
        "WHERE deleted IS NULL UNION ALL "
        "SELECT substr(created, 1, 7), 0, 1, 0 FROM highlights WHERE deleted IS NULL UNION ALL "
        "SELECT substr(time, 1, 7), 0, 0, 1 FROM answers WHERE undone = 0) "
        f"GROUP BY month ORDER BY month DESC LIMIT {MONTHS}"
    )
    return tuple(Month(*row) for row in rows)
