"""What the fields of a query may hold: days, kinds, colours and states."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from tui.search.terms import Field
from tui.settings.colours import COLOURS

KINDS = (
    "entity", "quote", "question", "mark", "highlight", "text", "sentence",
    "person", "org", "place", "group", "event", "law", "work", "product", "date", "money", "number",
)  # fmt: skip
"""What a record can be; of an entity also its type."""
STATES = (
    "noted",
    "tagged",
    "moved",
    "changed",
    "orphan",
    "anonymous",
    "open",
    "answered",
    "dropped",
)
"""What can be said of a record: of a highlight, a quote, a question."""
DATES = (Field.SINCE, Field.UNTIL)
"""The fields that hold a date."""
_CHOICES = {Field.KIND: KINDS, Field.COLOUR: COLOURS, Field.IS: STATES}
FEW_VALUES = tuple(_CHOICES)
"""The fields that hold one of a few values."""
_MOST_NAMED = 8
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?-?", re.ASCII)
_AGO = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)


class Period(NamedTuple):
    """Days that a date stands for."""

    first: date
    """The first of them."""
    last: date
    """The last of them."""


def period(text: str, today: date) -> Period | None:
    """The days of `2022`, `2022-01`, `2022-01-13`, or of `7d`, `2w`, `3m`, `1y` ago.

    Args:
        text: What was typed.
        today: The day to count back from.

    Returns:
        The days; `None` when it is no date.
    """
    try:
        if ago := _AGO.fullmatch(text):
            day = _ago(today, int(ago[1]), ago[2])
            return Period(day, day)
        if written := _DAY.fullmatch(text):
            year, month, day_number = (int(part) if part else 0 for part in written.groups())
            first = date(year, month or 1, day_number or 1)
            last_month = month or 12
            last_day = day_number or monthrange(year, last_month)[1]
            return Period(first, date(year, last_month, last_day))
    except (ValueError, OverflowError):
        return None
    return None


def choices(field: Field | None, text: str) -> frozenset[str]:
    """The values of a field that begin with what was typed.

    Args:
        field: `kind:`, `color:` or `is:`.
        text: What was typed, folded.
    """
    known = _CHOICES[field] if field in FEW_VALUES else ()
    return frozenset(value for value in known if value.startswith(text))


def problem_with(field: Field, text: str) -> str | None:
    """Why a value cannot be followed, as a clause for the reader; `None` when it can.

    Args:
        field: The field.
        text: Its value, folded.
    """
    if field in DATES:
        today = datetime.now(UTC).date()
        dates = "dates are 2022, 2022-01, 2022-01-13, 7d, 2w, 3m, 1y"
        return None if period(text, today) else f"no date “{text}”; {dates}"
    if field in _CHOICES and not choices(field, text):
        known = " ".join(_CHOICES[field][:_MOST_NAMED])
        return f"no {field}: “{text}”; there are {known}"
    return None


def _ago(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
