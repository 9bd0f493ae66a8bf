"""What leads somewhere in a PDF: links of its pages, bookmarks of its chapters."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tui.documents.reader.pdf_rows import Link
from tui.documents.sanitising import sanitise_line

_MOST_LINKS = 500
"""Links of one page; a table of contents has fifty."""
_MOST_BOOKMARKS = 20_000
_MOST_CHAPTERS = 1000
_LEVELS = 2
"""Levels of bookmarks that are chapters; below them are sections."""
_LONGEST_TARGET = 2000


def links_of(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> list[Link]:
    """The places of a page that lead to the web."""
    return list(islice(_links(document, page), _MOST_LINKS))


def _links(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[Link]:
    position, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < length <= _LONGEST_TARGET or not raw.FPDFLink_GetAnnotRect(link, box):
            continue
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        target = sanitise_line(buffer.value.decode("utf-8", "replace"))
        if target.startswith(("http://", "https://", "mailto:")):
            low, high = sorted((box.bottom, box.top))
            yield Link(box.left, low, box.right, high, target)


def chapters_of(document: pdfium.PdfDocument, pages: int) -> dict[int, list[tuple[float, str]]]:
    """For each page the heights and titles of the chapters that begin on it, from its top."""
    found: defaultdict[int, list[tuple[float, str]]] = defaultdict(list)
    bookmarks = islice(document.get_toc(), _MOST_BOOKMARKS)
    chapters = (bookmark for bookmark in bookmarks if bookmark.level < _LEVELS)
    for bookmark in islice(chapters, _MOST_CHAPTERS):
        target = bookmark.get_dest()
        title = _title(bookmark)
        page = target.get_index() if target is not None else None
        if page is None or not 0 <= page < pages or not title:
            continue
        found[page].append((_height(target), title))
    return {page: sorted(begun, key=lambda each: -each[0]) for page, begun in found.items()}


def _title(bookmark: pdfium.PdfBookmark) -> str:
    """What a bookmark says as a line; empty if it is no text."""
    try:
        return sanitise_line(bookmark.get_title())
    except UnicodeDecodeError:
        return ""


def _height(target: pdfium.PdfDest) -> float:
    """How far up on its page a chapter begins; infinite for its top."""
    has = [raw.FPDF_BOOL() for _ in range(3)]
    at = [raw.FS_FLOAT() for _ in range(3)]
    if raw.FPDFDest_GetLocationInPage(target, *has, *at) and has[1].value:
        return float(at[1].value)
    return float("inf")
