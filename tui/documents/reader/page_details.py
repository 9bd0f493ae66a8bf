"""What a page says about itself: title, author, day, site, canonical address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from courlan import clean_url

from tui.documents.pattern import pattern
from tui.documents.reader.linked_data import Described, described_articles
from tui.documents.reader.markup_names import is_unseen
from tui.documents.reader.markup_tree import Element, name_of
from tui.documents.sanitising import sanitise_line

_LONGEST = 500
"""Code points of a title."""
_MOST_AUTHORS = 12
_BY = pattern(r"^(?:by|von|par|por|di)\s+(?=\S)", re.IGNORECASE)
_PARTING = pattern(r"\s+[|–—»·•-]+\s+|\s*[|»]\s*|\s+::\s+|(?<=\w):\s+(?=[^:]*$)")
_JANUARY = r"(?:jan|ene|gen|oca|sty|led|sij|янв|січ)\w*"
_FIRST_OF_JANUARY = pattern(
    rf"\b(?:\d{{4}}([-/.]?)0?1\1 ?0?1|0?1([-/.]) ?0?1\2 ?\d{{4}})(?!\d)|"
    rf"\b0?1(?:st|er|\.|º)?\s+(?:de\s+|of\s+)?{_JANUARY}|\b{_JANUARY}\.?\s+0?1(?:st)?\b",
    re.IGNORECASE,
)
_WORD = pattern(r"\w+")


class PageDetails(NamedTuple):
    """What a page says about itself; what it does not say is `None`."""

    title: str | None
    byline: str | None
    published: date | None
    site: str | None
    address: str | None


class PageHead:
    """The head of a page, asked by name."""

    def __init__(self, page: Element) -> None:
        """Read the head; a page that has none has its `meta` elements elsewhere."""
        self.titles = [sanitise_line(each.text or "", _LONGEST) for each in page.iter("title")][:1]
        self._values: dict[str, str] = {}
        for meta in page.iter("meta"):
            name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
            value = sanitise_line(meta.get("content", ""), _LONGEST)
            if name and value:
                self._values.setdefault(name.lower(), value)

    def first(self, *names: str) -> str:
        """The first of some values that is there; else empty."""
        return next((self._values[name] for name in names if name in self._values), "")


def details_of(
    page: Element,
    head: PageHead,
    address: str,
    author: str | None,
    day: str | None,
    site: str | None,
) -> PageDetails:
    """What a page says about itself.

    Args:
        page: The page.
        head: Its head.
        address: The one it was found at; empty for none.
        author: The authors an extractor found, parted by semicolons.
        day: The day beside the headline, else the one it found, in ISO 8601.
        site: The site it found.
    """
    articles = described_articles(page)
    return PageDetails(
        title=title_of(page, head, articles),
        byline=byline_of(head, articles, author),
        published=published_of(head, articles, day),
        site=head.first("og:site_name") or site or None,
        address=address_of(page, head, address),
    )


def title_of(page: Element, head: PageHead, articles: list[Described]) -> str | None:
    """The title: the heading that the page is named after, else the only one, else what is said.

    Pages put their own name and that of a section into headings of the first level, and the name
    of the site into everything else.
    """
    named = head.titles[0] if head.titles else ""
    site = head.first("og:site_name")
    headings = [
        heading
        for heading in dict.fromkeys(_main_headings(page))
        if heading != site and not _is_site(heading, named)
    ]
    repeated = [each for each in headings if _repeats(named, each)]
    if repeated:
        return max(repeated, key=len)
    if len(headings) == 1:
        return headings[0]
    said = next((each.headline for each in articles if each.headline), "")
    social = _without_site(head.first("og:title", "twitter:title"), site)
    parts = [part.strip() for part in _PARTING.split(named) if part and part.strip()]
    return said or social or max(parts, key=len, default="") or None


def _main_headings(page: Element) -> Iterator[str]:
    for heading in page.iter("h1"):
        around = heading
        while around is not None and not is_unseen(around, name_of(around)):
            around = around.getparent()
        words = sanitise_line(" ".join(heading.itertext()), _LONGEST) if around is None else ""
        if words:
            yield words


def _is_site(heading: str, named: str) -> bool:
    """Whether the name of a page says a heading last, behind something longer."""
    before = named.removesuffix(heading)
    return before != named and len(before.strip()) > len(heading) and not before[-2:].isalnum()


def _repeats(named: str, heading: str) -> bool:
    """Whether the name of a page begins with a heading or has it as a part."""
    words = " ".join(_WORD.findall(heading.lower()))
    return bool(words) and f" {words} " in f" {' '.join(_WORD.findall(named.lower()))} "


def _without_site(title: str, site: str) -> str:
    """A title without the name of the site behind it."""
    head, _, tail = title.rpartition(site) if site else (title, "", "")
    return head.rstrip(" |–—»·•-:") if site and not tail and head else title


def address_of(page: Element, head: PageHead, base: str) -> str | None:
    """The canonical address (RFC 6596), without what only follows readers around."""
    links = (link.get("href", "") for link in page.iter("link") if _is_canonical(link))
    for reference in (*links, head.first("og:url"), base):
        try:
            address = urljoin(base, reference.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or not parts.hostname:
            continue
        # Many a site says of each of its pages that it is the first one.
        if base and parts.path in ("", "/") and urlsplit(base).path not in ("", "/"):
            continue
        return clean_url(sanitise_line(address)) or None
    return None


def _is_canonical(link: Element) -> bool:
    return "canonical" in link.get("rel", "").lower().split()


def byline_of(head: PageHead, articles: list[Described], found: str | None) -> str | None:
    """Who wrote it: who the page describes as the author, else whom the extractor found.

    Args:
        head: The head of the page.
        articles: What it describes.
        found: Names parted by semicolons, as trafilatura gives them.
    """
    site = head.first("og:site_name").lower()
    for article in articles:
        names = [_BY.sub("", name) for name in article.authors]
        kept = [name for name in names if _is_name(name) and name.lower() != site]
        if kept:
            return ", ".join(kept[:_MOST_AUTHORS])
    named = _BY.sub("", head.first("author", "dc.creator", "parsely-author", "sailthru.author"))
    if _is_name(named) and named.lower() != site:
        return named
    return ", ".join(sanitise_line(found or "").split("; ")[:_MOST_AUTHORS]) or None


def _is_name(words: str) -> bool:
    """Whether it may be the name of somebody, and is no address, number or sentence."""
    letters = sum(map(str.isalpha, words))
    return "://" not in words and "@" not in words and 2 * letters > len(words) and len(words) < 120


def published_of(head: PageHead, articles: list[Described], found: str | None) -> date | None:
    """The day of publication: the one the page describes, else the one found in it."""
    said = [article.published for article in articles]
    said.append(head.first("article:published_time", "datepublished", "dc.date.issued"))
    return next((day for words in (*said, found) if (day := day_of(words))), None)


def day_found(found: str | None, html: str) -> str | None:
    """A day that was found in a page; `None` for the first of a year that only names the year.

    Extractors make one of "© 2026", which stands at the foot of most pages.
    """
    is_first = bool(found) and (found or "")[4:10] == "-01-01"
    return None if is_first and not _FIRST_OF_JANUARY.search(html) else found


def day_of(written: str | None) -> date | None:
    """The day of a date in ISO 8601; `None` for what is none."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
