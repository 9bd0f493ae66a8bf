"""Dates as texts write them about themselves: full calendar dates, nothing relative."""

from __future__ import annotations

import re
from datetime import date

from tui.documents.pattern import pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|"
    r"Sat(?:urday)?|Sun(?:day)?)\.?"
)
MONTH_DAY = rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH})"
FULL_DATE = (
    rf"(?:(?:{WEEKDAY},?\s)?{MONTH_DAY},?\s\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)

_ISO = pattern(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_WRITTEN = pattern(
    rf"(?:{WEEKDAY},?\s)?(?:(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?"
    rf"(?P<m2>{_MONTH}))(?:st|nd|rd|th)?,?\s(?P<y>\d{{4}})",
    re.IGNORECASE,
)
_DIGITS = pattern(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})")


def parse_date(text: str) -> date | None:
    """The date when `text` is a full date and nothing else, and in the calendar."""
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        return _calendar(int(iso[1]), int(iso[2]), int(iso[3]))
    written = _WRITTEN.fullmatch(text)
    if written is None:
        return _of_digits(text)
    month = _MONTHS.index((written["m1"] or written["m2"]).lower()[:3]) + 1
    return _calendar(int(written["y"]), month, int(written["d1"] or written["d2"]))


def _of_digits(text: str) -> date | None:
    """The date of three numbers where only one of them can be the month, or both are it."""
    found = _DIGITS.fullmatch(text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    readings = {_calendar(year, first, second), _calendar(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _calendar(year: int, month: int, day: int) -> date | None:
    """The date, if there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
