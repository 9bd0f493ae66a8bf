"""JSON Feed (version 1.1, jsonfeed.org), which the parser of other feeds does not read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from urllib.parse import urljoin

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


def read(foreign: Foreign, told: Told) -> Contents:
    """The entries of a feed; what is not of the form the format gives it is passed over."""
    feed = json.loads(foreign.data.decode("utf-8-sig", "replace"))
    items = feed.get("items") if isinstance(feed, dict) else None
    items = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    base = web_address(foreign.name)
    entries = [_entry(item, base) for item in items[:MOST]]
    title = _text(feed, "title") if isinstance(feed, dict) else ""
    return contents_of(foreign, told, " ".join(title.split()), entries, len(items), "json_feed/1")


def _entry(item: dict[str, Any], base: str) -> Entry:
    link = _text(item, "url") or _text(item, "external_url")
    authors = item.get("authors")
    authors = authors if isinstance(authors, list) else [item.get("author")]
    names = (_text(author, "name") for author in authors if isinstance(author, dict))
    return Entry(
        ident=_text(item, "id"),
        title=" ".join(_text(item, "title").split()),
        address=web_address(urljoin(base, link.strip()) if link else ""),
        published=_day(_text(item, "date_published")),
        byline=words_of(", ".join(filter(None, names))),
        summary=as_markup(_text(item, "summary")),
        content=_text(item, "content_html") or as_markup(_text(item, "content_text")),
    )


def _text(found: dict[str, Any], name: str) -> str:
    """A field that should be a text; an id may be a number."""
    value = found.get(name)
    return str(value) if isinstance(value, str | int | float) else ""


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
