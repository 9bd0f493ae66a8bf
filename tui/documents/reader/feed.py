"""Feeds: RSS and Atom, with the entries whose whole text they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from typing import Any
from urllib.parse import urljoin

import feedparser

from tui.documents.reader.feed_entries import (
    MOST,
    Entry,
    as_markup,
    contents_of,
    web_address,
    words_of,
)
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.unread import Told

_ENTRY = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:item|entry)[\s>]", re.IGNORECASE)


def read(foreign: Foreign, told: Told) -> Contents:
    """The entries of a feed."""
    told("reading the feed")
    data, count = _within_bounds(foreign.data)
    base = web_address(foreign.name)
    kind = f"application/xml; charset={foreign.encoding}"
    # Bytes: what is a text, the library would open as the path of a file or as an address. It is
    # not told where they lie: it would make addresses of numbers.
    feed = feedparser.parse(
        bytes(data),
        response_headers={"content-type": kind} if foreign.encoding else {},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    base = base or web_address(_text(feed.feed, "link"))
    entries = [_entry(entry, base) for entry in feed.entries[:MOST]]
    title = _words(feed.feed, "title")
    extractor = f"feedparser/{version('feedparser')}/1"
    return contents_of(foreign, told, title, entries, max(count, len(feed.entries)), extractor)


def _within_bounds(data: bytes) -> tuple[bytes, int]:
    """The bytes up to the last entry that is listed, and how many entries there are.

    A hundred thousand take a minute to be parsed.
    """
    starts = [match.start() for match in _ENTRY.finditer(data)]
    return (data if len(starts) <= MOST else data[: starts[MOST]]), len(starts)


def _entry(entry: Mapping[str, Any], base: str) -> Entry:
    ident, link = _text(entry, "id"), _text(entry, "link")
    if entry.get("guidislink") and not web_address(link):
        # RSS takes an id for an address unless it is told not to; many feeds do not tell.
        link = ""
    return Entry(
        ident=ident,
        title=_words(entry, "title"),
        address=web_address(urljoin(base, link.strip()) if link else ""),
        published=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
        byline=words_of(_text(entry, "author")),
        summary=_markup(entry.get("summary_detail")),
        content=max(map(_markup, entry.get("content") or [None]), key=len),
    )


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _words(found: Mapping[str, Any], name: str) -> str:
    """A field as words; what is declared to be plain is taken as it stands."""
    detail = found.get(f"{name}_detail") or {}
    value = _text(found, name)
    return " ".join(value.split()) if detail.get("type") == "text/plain" else words_of(value)


def _markup(detail: Mapping[str, Any] | None) -> str:
    """A text of a feed as HTML; empty for a picture or a sound."""
    if not detail:
        return ""
    kind, value = _text(detail, "type"), _text(detail, "value")
    if kind == "text/plain" and "</" not in value:
        return as_markup(value)
    return value if kind.startswith("text/") or kind.endswith("xml") or not kind else ""


def _day(moment: Any) -> date | None:
    try:
        return date(*moment[:3]) if moment else None
    except (TypeError, ValueError):
        return None
