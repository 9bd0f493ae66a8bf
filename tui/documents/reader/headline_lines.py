"""The lines beside the headline of a page that say who wrote its article, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tui.documents.article import Span
from tui.documents.credit_lines import find_by_line
from tui.documents.dates import FULL_DATE, parse_date
from tui.documents.pattern import pattern
from tui.documents.reader.markup_pieces import Run
from tui.documents.reader.markup_tree import name_of

_NEAR = 12
"""Runs behind a headline among which the line stands that says who wrote it."""
_NEAR_DAY = 6
"""The same for the day; further down stand the days of other things."""
_ABOVE = 4
"""Runs above a headline among which the day may stand."""
_LONGEST = 80
"""Code points of such a line."""
# "Updated" names another day than that of publication.
_DAY_LINE = pattern(
    rf"(?:(?:(?:first|originally)\s)?(?:published|posted|date)(?:\s(?:on|at))?:?\s+)?"
    rf"(?P<day>{FULL_DATE})(?:\s*[-–—·•|/.].*|\s*)",
    re.IGNORECASE,
)


def by_line(runs: Sequence[Run]) -> str | None:
    """The names of the first line that says by whom the article is, near its headline."""
    headline = _headline(runs)
    for words in _short(runs, range(headline, min(len(runs), headline + _NEAR))):
        credit = find_by_line(words, Span(0, len(words)))
        if credit is not None and credit.names:
            return credit.names
    return None


def day_line(runs: Sequence[Run]) -> date | None:
    """The day of the first line near the headline that is a date, or begins with one.

    Below the headline it is looked for first: above it may stand those of the day's news.
    """
    headline = _headline(runs)
    below = range(headline + 1, min(len(runs), headline + 1 + _NEAR_DAY))
    above = range(headline - 1, max(-1, headline - 1 - _ABOVE), -1)
    for words in _short(runs, [*below, *above] if headline < len(runs) else []):
        for line in words.split("\n"):
            match = _DAY_LINE.fullmatch(line.strip())
            day = parse_date(match["day"]) if match else None
            if day is not None:
                return day
    return None


def _headline(runs: Sequence[Run]) -> int:
    """The number of the first heading of the first level; behind all runs without one."""
    numbers = (number for number, run in enumerate(runs) if name_of(run.element) == "h1")
    return next(numbers, len(runs))


def _short(runs: Sequence[Run], numbers: Sequence[int]) -> Iterator[str]:
    """The words of runs that are no longer than a line about the article."""
    for number in numbers:
        if len(runs[number].words) <= _LONGEST and not runs[number].is_caption:
            yield runs[number].words
