"""Dates resolved against the day of the article: "yesterday", "Monday", "last year".

A small grammar of what news writes, deliberately incomplete: what has no one reading
("a few days ago", "last summer", "Monday" beside a verb without a tense) stays open.
Results are ISO 8601: a day (2022-01-12), a month (2022-01), a year (2021), or an interval
of two of them (2022-01-10/2022-01-16). Weeks begin on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from tui.analysis.entities.date_tense import direction_of
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.lexicons import words
from tui.documents.dates import parse_date

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "overnight": None,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_NUMBERS = {
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    **{"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12},
}
_SHIFTS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}

_FRONT = re.compile(
    r"^(?:(?:on|in|by|since|until|early|late|earlier|later|mid-?|at|the (?:end|start|beginning|"
    r"middle) of|end of|start of)\s+)*(?:mid[-–])?"
)
_DAYTIME = re.compile(r"[,\s]+(?:early\s|late\s)?(?:morning|afternoon|evening|night|noon|midday)$")
_MONTH_DAY = re.compile(
    rf"(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>\d{{1,2}}))?"
    rf"|(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s+{_MONTH.replace('month', 'month2')})"
)
_MONTH_YEAR = re.compile(rf"{_MONTH},?\s+(?:of\s)?(?P<year>[12]\d{{3}})")
_MONTH_ONLY = re.compile(rf"(?:(?P<shift>last|next|this)\s)?{_MONTH}")
_YEAR = re.compile(r"[12]\d{3}")
_YEARS = re.compile(r"(?:between\s|from\s)?([12]\d{3})\s?(?:-|–|to|and|until)\s?([12]\d{3})")
_DECADE = re.compile(r"(?:the\s)?([12]\d{2}0)['’]?s")
_PERIOD = re.compile(
    r"(?:the\s)?(last|previous|this|current|next|coming)\s(week|month|year|weekend)"
)
_AGO = re.compile(r"(?:about\s)?(\w+)\s(day|month|year)s?\sago")
_DATED_WEEKDAY = re.compile(rf"(?P<name>{'|'.join(_WEEKDAYS)}),?\s(?P<day>.*\d.*)")
_WEEKDAY = re.compile(rf"(?:(?P<shift>last|next|this)\s)?(?P<name>{'|'.join(_WEEKDAYS)})")

_LONGEST_AGO = 200
"""Days, months or years back that are still counted from the article."""
_LIMITS = words("by until till")
"""What stands before a time that is still to come, unless what is told is over."""


def resolve_mentions(mentions: Iterable[NameCandidate], today: date | None) -> str | None:
    """What all mentions of one date resolve to; `None` when one of them is unsure."""
    resolved = set()
    for candidate in mentions:
        doc = candidate.paragraph.doc
        direction = direction_of(doc[candidate.start : candidate.end].root)
        before = doc[candidate.start - 1].lower_ if candidate.start else ""
        if direction == 0 and before in _LIMITS:
            direction = 1
        elif direction < 0 and before == "for":
            # "They sold it for October": what is over is the sale.
            direction = 0
        resolved.add(resolve_date(candidate.text, today, direction))
        if len(resolved) > 1 or None in resolved:
            return None
    return next(iter(resolved), None)


def resolve_date(text: str, today: date | None, direction: int = 0) -> str | None:
    """The ISO date, month, year or interval that a text names.

    Args:
        text: The words of the date.
        today: The day of the article; `None` when unknown: only full dates are resolved.
        direction: -1 when what is told lies in the past, 1 in the future, 0 when unknown.
    """
    full = parse_date(text)
    if full is not None:
        return full.isoformat()
    folded = " ".join(text.lower().split())
    if folded in _DAYS:
        shift = _DAYS[folded]
        return (today + timedelta(shift)).isoformat() if today and shift is not None else None
    is_earlier = folded.startswith("earlier")
    folded = _DAYTIME.sub("", _FRONT.sub("", folded))
    absolute = _absolute(folded)
    if absolute is not None or today is None:
        return absolute
    if dated := _DATED_WEEKDAY.fullmatch(folded):
        return _on_weekday(dated["name"], _month_day(dated["day"], today))
    return (
        _weekday(folded, today, direction)
        or _period(folded, today, is_earlier)
        or _month_day(folded, today)
        or _month(folded, today, direction)
        or _ago(folded, today)
    )


def _absolute(text: str) -> str | None:
    """Years, decades, and months with their year."""
    if _YEAR.fullmatch(text):
        return text
    if found := _YEARS.fullmatch(text):
        return f"{found[1]}/{found[2]}" if found[1] < found[2] else None
    if found := _DECADE.fullmatch(text):
        return f"{found[1]}-01-01/{int(found[1]) + 9}-12-31"
    if found := _MONTH_YEAR.fullmatch(text):
        return f"{found['year']}-{_number(found['month']):02}"
    return None


def _weekday(text: str, today: date, direction: int) -> str | None:
    """The nearest such weekday behind or ahead; the day of the article counts for a bare one."""
    found = _WEEKDAY.fullmatch(text)
    if found is None:
        return None
    ahead = (_WEEKDAYS.index(found["name"]) - today.weekday()) % 7
    match found["shift"]:
        case "last":
            days = ahead - 7
        case "next":
            days = ahead or 7
        case "this":
            days = _WEEKDAYS.index(found["name"]) - today.weekday()
        case _ if direction < 0:
            days = ahead - 7 if ahead else 0
        case _ if direction > 0:
            days = ahead
        case _:
            return None
    return (today + timedelta(days)).isoformat()


def _on_weekday(name: str, day: str | None) -> str | None:
    """The day if it is one of that name: "Tuesday, March 4" has a weekday to check its year by."""
    if day is None or "/" in day:
        return None
    return day if date.fromisoformat(day).weekday() == _WEEKDAYS.index(name) else None


def _period(text: str, today: date, is_earlier: bool) -> str | None:
    """This, last or next week, weekend, month or year."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        return None
    shift = _SHIFTS[found[1]]
    if found[2] == "year":
        return f"{today.year + shift:04}"
    if found[2] == "month":
        return _month_after(today, shift)
    monday = today - timedelta(today.weekday()) + timedelta(7 * shift)
    if found[2] == "weekend":
        return f"{monday + timedelta(5)}/{monday + timedelta(6)}"
    if is_earlier and shift == 0:
        return f"{monday}/{today}" if monday < today else today.isoformat()
    return f"{monday}/{monday + timedelta(6)}"


def _month_day(text: str, today: date) -> str | None:
    """A day of a month without its year: the one nearest to the article."""
    found = _MONTH_DAY.fullmatch(text)
    if found is None:
        return None
    month = _number(found["month"] or found["month2"])
    days = [int(day) for day in (found["day"] or found["before"], found["last"]) if day]
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append([date(year, month, day) for day in days])
        except ValueError:
            continue
    if not candidates:
        return None
    nearest = min(candidates, key=lambda span: abs((span[0] - today).days))
    return "/".join(day.isoformat() for day in nearest)


def _month(text: str, today: date, direction: int) -> str | None:
    """A bare month behind or ahead of the article."""
    found = _MONTH_ONLY.fullmatch(text)
    if found is None:
        return None
    number = _number(found["month"])
    shift = found["shift"]
    if shift == "this":
        return f"{today.year}-{number:02}"
    direction = {"last": -1, "next": 1}.get(shift, direction)
    if direction == 0:
        return None
    is_over = number < today.month or (number == today.month and shift is None)
    if direction < 0:
        return f"{today.year if is_over else today.year - 1}-{number:02}"
    is_ahead = number > today.month or (number == today.month and shift is None)
    return f"{today.year if is_ahead else today.year + 1}-{number:02}"


def _ago(text: str, today: date) -> str | None:
    """Whole days, months and years before the article."""
    found = _AGO.fullmatch(text)
    if found is None:
        return None
    count = int(found[1]) if found[1].isdecimal() else _NUMBERS.get(found[1])
    if count is None or count > _LONGEST_AGO:
        return None
    match found[2]:
        case "day":
            return (today - timedelta(count)).isoformat()
        case "month":
            return _month_after(today, -count)
        case _:
            return f"{today.year - count:04}"


def _month_after(today: date, months: int) -> str:
    total = today.year * 12 + today.month - 1 + months
    return f"{total // 12:04}-{total % 12 + 1:02}"


def _number(month: str) -> int:
    """The number of a month by its first three letters."""
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
