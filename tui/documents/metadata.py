"""What a text says about itself: header, title, date, place and credit.

Every rule prefers to find nothing: what is taken for a dateline or a credit line is not
analysed, and what is taken for a header is not even shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tui.documents.article import TOP_BLOCKS, Block, BlockKind, Span
from tui.documents.credit_lines import find_by_line, find_credits
from tui.documents.datelines import Dateline, find_dateline
from tui.documents.dates import FULL_DATE, MONTH_DAY, WEEKDAY, parse_date
from tui.documents.derived_title import derive_title, headline
from tui.documents.pattern import pattern
from tui.documents.sanitising import sanitise_line

_PROSE = 140
"""A longer block is prose, where the search for lines about the text stops."""

_INLINE = pattern(r"\s*date:?[ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]+|\s*\n\s*)", re.IGNORECASE)
HEADER_LINE = pattern(r"([A-Za-z][A-Za-z _-]{2,20}):[ \t]+(\S.*)")
HEADER_KEYS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "publication date": "published",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "source": "source",
}
"""The keys of a header that are understood, and what they give."""
_DATE_LINE = pattern(
    r"(?:(?:(?:First\s|Last\s)?(?:Published|Posted|Updated|Modified)|Date)(?:\s(?:on|at))?:?\s+)?"
    rf"(?P<date>{FULL_DATE})"
    r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?\.?",
    re.IGNORECASE,
)
_DATE_FIRST = pattern(rf"(?P<date>{WEEKDAY},?\s{MONTH_DAY},?\s\d{{4}})\s+(?=[^\W\d_a-z])")


class Header(NamedTuple):
    """What a metadata header gave, before it was taken off."""

    title: str | None = None
    """The title; `None` when the header has none."""
    published: date | None = None
    """The day of publication; `None` when the header has none."""
    byline: str | None = None
    """The author, else the source; `None` when the header has neither."""


class Metadata(NamedTuple):
    """What a text says about itself; the fields are those of `Article`."""

    title: str
    """The given title, else a derived one; empty only for a text without letters."""
    published: date | None
    """The day the text gives for itself."""
    place: str | None
    """The place of the dateline."""
    byline: str | None
    """The agency or author credit."""
    asides: tuple[Span, ...]
    """Dateline, date line and credit lines, disjoint and in text order."""


def take_header(text: str) -> tuple[Header, str]:
    """The metadata header at the front of a sanitised text, and the text after it.

    A text without one, or with nothing after it, is returned as it is.
    """
    inline = _INLINE.match(text)
    if inline:
        published = parse_date(inline[1])
        rest = text[inline.end() :]
        if published and rest.strip() and not rest[0].islower():
            return Header(published=published), rest
        return Header(), text
    return _take_lines(text)


def describe(text: str, blocks: Sequence[Block], header: Header) -> Metadata:
    """What the text and its header say; the header is believed first."""
    top = _Top(text, blocks)
    credits_found = find_credits(text, blocks) if len(blocks) > 1 else ()
    dateline = top.dateline
    spans = {*top.asides, *(credit.span for credit in credits_found)}
    names = [credit.names for credit in credits_found if credit.names]
    asides = disjoint(spans)
    byline = header.byline or top.byline or (names[0] if names else None)
    given = header.title or top.title
    return Metadata(
        title=sanitise_line(given).rstrip(" ;,") if given else derive_title(text, blocks, asides),
        published=header.published or top.published or (dateline.published if dateline else None),
        place=dateline.place if dateline else None,
        byline=byline or (dateline.agency if dateline else None),
        asides=asides,
    )


class _Top:
    """The first blocks, read once: headline, date line, byline, dateline."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        """Read until the first two blocks of prose are behind."""
        self.title: str | None = None
        self.byline: str | None = None
        self.published: date | None = None
        self.dateline: Dateline | None = None
        self.asides: list[Span] = []
        self._text = text
        prose = 0
        is_first = True
        for number, block in enumerate(blocks[:TOP_BLOCKS]):
            if len(blocks) > 1 and self._read_lines(block):
                continue
            if is_first:
                is_first = False
                self.title = headline(text, blocks, number)
                if self.title is not None:
                    continue
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            self._read_prose(block)
            words = text[block.start : block.end]
            prose += _is_prose(words) and not _is_title_case(words)
            if (self.dateline and self.dateline.place) or prose >= 2:
                break

    def _read_lines(self, block: Block) -> bool:
        """Take a block of a date line, a byline or both; whether it was nothing else."""
        if block.end - block.start > _PROSE:
            return False
        start = block.start
        found: list[Span] = []
        published, byline = self.published, self.byline
        for line in self._text[block.start : block.end].split("\n"):
            span = Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
            start += len(line) + 1
            dated = _DATE_LINE.fullmatch(line.strip())
            day = parse_date(dated["date"]) if dated else None
            credit = find_by_line(self._text, span)
            if day is None and credit is None:
                return False
            published = published or day
            byline = byline or (credit.names if credit else None)
            found.append(span)
        self.published, self.byline = published, byline
        self.asides += found
        return True

    def _read_prose(self, block: Block) -> None:
        """Take the dateline or the full date that a paragraph begins with."""
        found = find_dateline(self._text, block)
        if found:
            # "RTRS - " stands before a headline, and the place before the story.
            before = self.dateline.agency if self.dateline else None
            self.dateline = found._replace(agency=found.agency or before)
            self.asides.append(found.span)
            return
        dated = _DATE_FIRST.match(self._text, block.start, block.end)
        day = parse_date(dated["date"]) if dated else None
        # Without a headline before it the date may belong to the sentence.
        if dated and day and self.title and not self.published:
            self.published = day
            self.asides.append(Span(*dated.span("date")))


def _is_prose(text: str) -> bool:
    """Whether a block at the top is part of the story, not a line about it."""
    return len(text) > _PROSE or text.rstrip().endswith((".", "!", "?", ".”", '."'))


def _is_title_case(text: str) -> bool:
    """Whether a line is a headline in spite of its full stop: Its Words Have Capitals."""
    long = [word for word in text.split() if len(word) > 3]
    return len(text) <= _PROSE and all(not word[0].islower() for word in long)


def _take_lines(text: str) -> tuple[Header, str]:
    """A header of `Key: value` lines, closed by a blank line or between `---` lines."""
    start = len(text) - len(text.lstrip())
    fenced = text.startswith("---\n", start)
    begin = start + 4 if fenced else start
    end = text.find("\n---\n" if fenced else "\n\n", begin, begin + 4000)
    if end < 0:
        return Header(), text
    values: dict[str, str] = {}
    for line in text[begin:end].split("\n"):
        match = HEADER_LINE.fullmatch(line)
        key = HEADER_KEYS.get(match[1].lower()) if match else None
        if match is None or (key is None and not fenced):
            return Header(), text
        if key:
            values.setdefault(key, match[2].strip().strip("\"'"))
    day = parse_date(values["published"]) if "published" in values else None
    rest = text[end + (5 if fenced else 2) :].lstrip("\n")
    if not values or ("published" in values and day is None) or not rest.strip():
        return Header(), text
    if set(values) <= {"source"} and not fenced:
        return Header(), text
    source = values.get("source", "")
    byline = values.get("byline") or (source if "://" not in source else "")
    return Header(values.get("title"), day, sanitise_line(byline) or None), rest


def disjoint(spans: set[Span]) -> tuple[Span, ...]:
    """The spans in text order without those that overlap an earlier one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)
