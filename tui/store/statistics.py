"""What a library holds, in figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from sqlite3 import Connection

from tui.store.clock import begin_of
from tui.store.kept_counts import count_between, count_of
from tui.store.question_records import LedgerCounts, counts

MOST_TAGS = 8
"""Tags that are counted by name."""
MONTHS = 12
"""Months that are shown, the newest ones with anything in them."""


@dataclass(frozen=True, slots=True)
class Month:
    """What was done in a month."""

    name: str
    """The month where the reader is, "2022-01"."""
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
        months=_months(*(_local(connection, name, kept[name]) for name in _BY_MONTH)),
    )


_KEPT = ("articles", "words", "marks", "colours", "tags", "notes", "answers")
_BY_MONTH = ("articles", "marks", "answers")


def _local(connection: Connection, name: str, counted: Mapping[str, int]) -> Mapping[str, int]:
    """What is counted by months of UTC by those of the reader: only the hours between differ."""
    found = dict(counted)
    newest = sorted(filter(_is_month, counted), reverse=True)[:MONTHS]
    for first in dict.fromkeys(day for month in newest for day in (_first(month), _after(month))):
        here, there = begin_of(first), datetime.combine(first, time(), UTC)
        in_utc = there.isoformat(timespec="microseconds")
        moved = count_between(connection, name, *sorted((here, in_utc)))
        before, after = f"{first - timedelta(1):%Y-%m}", f"{first:%Y-%m}"
        # Where the month begins later here, what came before it is of the month before.
        giving, taking = (after, before) if here > in_utc else (before, after)
        found[giving] = found.get(giving, 0) - moved
        found[taking] = found.get(taking, 0) + moved
    return {month: number for month, number in found.items() if number}


def _is_month(name: str) -> bool:
    """Whether a name is a month of the calendar: not where the disk has changed it."""
    try:
        return date.min.year < date.fromisoformat(f"{name}-01").year < date.max.year
    except ValueError:
        return False


def _first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _after(month: str) -> date:
    """The first day of the next month."""
    return (_first(month) + timedelta(31)).replace(day=1)


def _most_first(counted: Mapping[str, int], most: int | None = None) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:most])


def _months(*counted: Mapping[str, int]) -> tuple[Month, ...]:
    names = sorted({name for each in counted for name in each}, reverse=True)
    return tuple(Month(name, *(each.get(name, 0) for each in counted)) for name in names[:MONTHS])
