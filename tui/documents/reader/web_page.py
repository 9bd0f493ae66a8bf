"""Pages of the web, as they were served or as a browser saved them."""

from __future__ import annotations

from importlib.metadata import version

from lxml.html import HtmlElement

from tui.documents.pattern import pattern
from tui.documents.reader.article_choice import chosen, extracted
from tui.documents.reader.extract_tree import extract_as_html
from tui.documents.reader.linked_data import described_articles
from tui.documents.reader.markup_pieces import markup_pieces, markup_runs
from tui.documents.reader.markup_tree import parsed
from tui.documents.reader.page_decoding import page_text
from tui.documents.reader.page_details import (
    PageHead,
    address_of,
    byline_of,
    published_of,
    title_of,
)
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.unread import Told

_HEAD = 4096
_SAVED = pattern(
    r"<!--\s*(?:Page saved with SingleFile\s+url:|saved from url=\(\d+\))\s*(https?://[^\s>]+)"
)
_UNSURE = "Which part of the page is the article was not clear; more than the article may be shown."


def read(foreign: Foreign, told: Told) -> Contents:
    """The article of a page."""
    html, notices = page_text(foreign.data, foreign.encoding)
    address = foreign.name if foreign.name.startswith(("http://", "https://")) else ""
    contents = page_contents(html, address, told)
    contents.notices = (*notices, *contents.notices)
    return contents


def page_contents(html: str, address: str, told: Told) -> Contents:
    """The article in a whole page, with what the page says about itself.

    Args:
        html: The page.
        address: Where it was found, to which its links are relative; empty for nowhere.
        told: Takes what is being done.
    """
    told("reading the page")
    page = parsed(html)
    # What a page keeps apart for its own elements, and some tools save so (HTML Standard, 4.12.3).
    for template in list(page.iter("template")):
        if "shadowrootmode" in template.attrib:
            template.tag = "div"
    address = address or _saved_from(html)
    base = _base(page, address)
    head = PageHead(page)
    articles = described_articles(page)
    body = page.find("body")
    body = page if body is None else body
    runs = markup_runs(body)
    found = extracted(page, runs, address, told)
    is_article = "article" in head.first("og:type").lower()
    choice = chosen(runs, (found.text or "") if found else "", is_article)
    told("setting the article")
    if choice.numbers or found is None:
        pieces = markup_pieces(body, base, chosen=choice.numbers)
    else:
        pieces = markup_pieces(extract_as_html(found.body), base)
    return Contents(
        pieces=pieces,
        extractor=f"trafilatura/{version('trafilatura')}/1",
        title=title_of(page, head, articles),
        published=published_of(head, articles, found.date if found else None),
        byline=byline_of(head, articles, found.author if found else None),
        site=head.first("og:site_name") or (found.sitename if found else None),
        address=address_of(page, head, base),
        notices=() if choice.is_sure else (_UNSURE,),
    )


def _saved_from(html: str) -> str:
    """The address that SingleFile or a browser wrote into a page that it saved."""
    match = _SAVED.search(html[:_HEAD])
    return match[1] if match else ""


def _base(page: HtmlElement, address: str) -> str:
    """What links are relative to."""
    base = page.find(".//base[@href]")
    written = base.get("href").strip() if base is not None else ""
    return written if written.startswith(("http://", "https://")) else address
