"""Pages of the web, as they were served or as a browser saved them."""

from __future__ import annotations

from importlib.metadata import version

from lxml.html import HtmlElement

from tui.documents.pattern import pattern
from tui.documents.reader.article_choice import chosen, extracted, with_headline
from tui.documents.reader.extract_tree import extract_as_html
from tui.documents.reader.headline_lines import by_line, day_line
from tui.documents.reader.linked_data import is_paid_for
from tui.documents.reader.markup_pieces import markup_pieces, markup_runs
from tui.documents.reader.markup_tree import parsed
from tui.documents.reader.page_decoding import page_text
from tui.documents.reader.page_details import PageHead, day_found, details_of
from tui.documents.reader.page_gates import SHORT, refuse_gate
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.unread import Told

_HEAD = 4096
_SAVED = pattern(
    r"<!--\s*(?:Page saved with SingleFile\s+url:|saved from url=\(\d+\))\s*(https?://[^\s>]+)"
)
_EXTRACTOR = f"trafilatura/{version('trafilatura')}/1"
"""With the number of our own part of it, as `Origin.extractor` wants it."""
_PAID_FOR = "The page says that not all of it is free; this may be only its beginning."
_UNSURE = "Which part of the page is the article was not clear; more than the article may be shown."


def read(foreign: Foreign, told: Told) -> Contents:
    """The article of a page.

    Raises:
        SourceError: It is sent in the place of an article, and is none.
    """
    html, notices = page_text(foreign.data, foreign.encoding)
    address = foreign.name if foreign.name.startswith(("http://", "https://")) else ""
    contents = page_contents(html, address, told)
    contents.pieces = pieces = list(contents.pieces)
    if sum(len(piece.content.text.split()) for piece in pieces) <= SHORT:
        page = parsed(html)
        refuse_gate(foreign.label, page, contents.title or "", pieces, address)
        if is_paid_for(page):
            contents.notices = (*contents.notices, _PAID_FOR)
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
    page = _page(html)
    address = address or _saved_from(html)
    base = _base(page, address)
    head = PageHead(page)
    body = page.find("body")
    body = page if body is None else body
    told("looking at its parts")
    runs = markup_runs(body)
    found = extracted(page, runs, address, told)
    told("choosing its parts")
    choice = chosen(
        runs, (found.text or "") if found else "", "article" in head.first("og:type").lower()
    )
    shown = day_line(runs)
    day = shown.isoformat() if shown else day_found(found.date, html) if found else None
    details = details_of(
        page, head, address, found.author if found else None, day, found.sitename if found else None
    )
    byline = details.byline or by_line(runs)
    told("setting the article")
    if choice.numbers or found is None:
        numbers = with_headline(runs, choice.numbers, details.title)
        pieces = markup_pieces(body, base, chosen=numbers)
    else:
        pieces = markup_pieces(extract_as_html(found.body), base)
    return Contents(
        pieces=pieces,
        extractor=_EXTRACTOR,
        notices=() if choice.is_sure else (_UNSURE,),
        **details._replace(byline=byline)._asdict(),
    )


def _page(html: str) -> HtmlElement:
    """The tree of a page, with what it keeps apart for its own elements in its place.

    Tools that save pages write the trees of such elements so (HTML Standard, section 4.12.3).
    """
    page = parsed(html)
    for template in list(page.iter("template")):
        if "shadowrootmode" in template.attrib:
            template.tag = "div"
    return page


def _saved_from(html: str) -> str:
    """The address that SingleFile or a browser wrote into a page that it saved."""
    match = _SAVED.search(html[:_HEAD])
    return match[1] if match else ""


def _base(page: HtmlElement, address: str) -> str:
    """What links are relative to."""
    base = page.find(".//base[@href]")
    written = base.get("href").strip() if base is not None else ""
    return written if written.startswith(("http://", "https://")) else address
