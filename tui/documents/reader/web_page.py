"""Pages of the web, as they were served or as a browser saved them."""

from __future__ import annotations

from importlib.metadata import version

from lxml.html import HtmlElement

from tui.documents.reader.article_choice import choose
from tui.documents.reader.linked_data import described_articles
from tui.documents.reader.markup_pieces import markup_pieces, markup_runs
from tui.documents.reader.markup_tree import parsed
from tui.documents.reader.page_decoding import page_text
from tui.documents.reader.page_details import PageHead, address_of, day_of, title_of
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.sanitising import sanitise_line
from tui.documents.unread import Told

_WHOLE = "Which part of the page is the article was not clear; all of its text is shown."


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
    base = _base(page, address)
    head = PageHead(page)
    articles = described_articles(page)
    body = page.find("body")
    body = page if body is None else body
    runs = markup_runs(body)
    told("looking for the article")
    choice = choose(page, runs, address)
    told("setting the article")
    found = choice.found
    return Contents(
        pieces=markup_pieces(body, base, chosen=choice.numbers),
        extractor=f"trafilatura/{version('trafilatura')}/1",
        title=title_of(page, head, articles),
        published=day_of(found.date) if found else None,
        byline=sanitise_line(found.author) if found and found.author else None,
        site=head.first("og:site_name") or (found.sitename if found else None),
        address=address_of(page, head, base),
        notices=(_WHOLE,) if choice.is_whole else (),
    )


def _base(page: HtmlElement, address: str) -> str:
    """What links are relative to."""
    base = page.find(".//base[@href]")
    written = base.get("href").strip() if base is not None else ""
    return written if written.startswith(("http://", "https://")) else address
