"""The time as every row of the library writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present moment, UTC, ISO 8601 to the microsecond, so that it sorts as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
