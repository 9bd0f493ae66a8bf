"""What a library holds, in figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from sqlite3 import Connection

from tui.store.kept_counts import count_of
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
    """The kept counts, put together."""
    kept = {name: count_of(connection, name) for name in _KEPT}
    return Statistics(
        articles=sum(kept["articles"].values()),
        words=sum(kept["words"].values()),
        marks=sum(kept["marks"].values()),
        colours=_most_first(kept["colours"]),
        tags=_most_first(kept["tags"], MOST_TAGS),
        notes=sum(kept["notes"].values()),
        questions=counts(connection),
        months=_months(kept["articles"], kept["marks"], kept["answers"]),
    )


_KEPT = ("articles", "words", "marks", "colours", "tags", "notes", "answers")


def _most_first(counted: Mapping[str, int], most: int | None = None) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:most])


def _months(*counted: Mapping[str, int]) -> tuple[Month, ...]:
    names = sorted({name for each in counted for name in each}, reverse=True)
    return tuple(Month(name, *(each.get(name, 0) for each in counted)) for name in names[:MONTHS])
