"""The words of rows: passages on one line, paragraph numbers, days, types of entities."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.analysis.results import EntityType
from tui.documents.article import Span
from tui.documents.divided_words import undivided
from tui.documents.passage_parts import GAP
from tui.widgets.row_list import Run

GLYPHS = {
    EntityType.PERSON: "●",
    EntityType.ORG: "■",
    EntityType.PLACE: "▲",
    EntityType.GROUP: "◆",
    EntityType.EVENT: "✦",
    EntityType.LAW: "§",
    EntityType.WORK: "▤",
    EntityType.PRODUCT: "▣",
    EntityType.DATE: "◷",
    EntityType.MONEY: "¤",
    EntityType.NUMBER: "#",
}
"""The sign of each type."""
STYLES = {
    EntityType.PERSON: "person",
    EntityType.ORG: "organisation",
    EntityType.PLACE: "place",
    EntityType.GROUP: "group",
    EntityType.EVENT: "thing",
    EntityType.LAW: "thing",
    EntityType.WORK: "thing",
    EntityType.PRODUCT: "thing",
}
"""The style of each type whose names are coloured in the text."""
_SENTENCE_END = re.compile(r"[.!?…][”’\"')]*\s+")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def one_line(text: str) -> str:
    """A passage as one line: divided words whole, every run of white space a blank."""
    return " ".join(undivided(text).split())


def lines_of(text: str) -> list[str]:
    """The lines of what a reader wrote; an empty one keeps its place."""
    return [one_line(line) for line in text.split("\n")]


def passage(article_text: str, span: Span) -> str:
    """The words of a span of `Article.readable` as one line."""
    return " ".join(undivided(article_text[span.start : span.end], article_text).split())


BEFORE, BEHIND = 16, 56
"""Code points of a text that are shown before a name and behind where it begins."""


def words_around(article_text: str, span: Span) -> str:
    """A passage with a few whole words of its line before and behind it.

    Args:
        article_text: `Article.readable`.
        span: The passage.
    """
    first = article_text.rfind("\n", 0, span.start) + 1
    end = article_text.find("\n", span.end)
    last = len(article_text) if end < 0 else end
    start, stop = max(first, span.start - BEFORE), max(span.end, min(last, span.start + BEHIND))
    if start > first and not article_text[start - 1].isspace():
        blank = article_text.find(" ", start, span.start)
        start = span.start if blank < 0 else blank + 1
    begins = [match.end() for match in _SENTENCE_END.finditer(article_text, start, span.start)]
    if begins:
        first = start = begins[-1]
    if stop < last and not article_text[stop].isspace():
        stop = max(span.end, article_text.rfind(" ", span.end, stop))
    before, behind = "… " * (start > first), " …" * (stop < last)
    return f"{before}{passage(article_text, Span(start, stop))}{behind}"


def shortened(words: str, most: int = 28) -> str:
    """The first whole words of a line, with "…" where it goes on.

    Args:
        words: The line.
        most: Code points it may have.
    """
    if len(words) <= most:
        return words
    kept, blank, _ = words[:most].rpartition(" ")
    return f"{kept if blank else words[: most - 1]}…"


def whole_passage(article_text: str, parts: Sequence[Span]) -> str:
    """The words of a passage of one or more parts as one line."""
    return GAP.join(passage(article_text, part) for part in parts)


def paragraph_run(number: int) -> Run:
    """The paragraph sign and number that stand on the right of a row."""
    return (f" ¶{number} ", "muted")


def spoken_date(iso: str) -> str:
    """A resolved date as the title bar writes dates: "12 Jan 2022", "Jan 2022", "2021"."""
    ends = [_spoken_day(end) for end in iso.split("/")]
    return " – ".join(ends)


def _spoken_day(iso: str) -> str:
    year, *rest = iso.split("-")
    parts = [_MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *parts] if len(rest) > 1 else parts)
