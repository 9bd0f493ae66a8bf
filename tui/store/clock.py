"""The time as every row of the library writes it, and as the reader's clock shows it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def now() -> str:
    """The present moment, UTC, ISO 8601 to the microsecond, so that it sorts as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def local_time(moment: str) -> datetime | None:
    """A stored time where the reader is; `None` where the disk has made something else of it."""
    try:
        return datetime.fromisoformat(moment).astimezone()
    except (ValueError, OverflowError):
        return None


def local_day(moment: str) -> str:
    """The day of a stored time where the reader is, ISO 8601."""
    there = local_time(moment)
    return there.date().isoformat() if there else moment[:10]


def begin_of(day: date) -> str:
    """When a day begins where the reader is, as a time that sorts among the stored ones."""
    try:
        begin = datetime.combine(day, time()).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        # At the ends of the calendar there is no other day beside it.
        return day.isoformat()
    return begin.isoformat(timespec="microseconds")
