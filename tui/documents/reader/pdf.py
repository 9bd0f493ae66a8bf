"""PDF: its words in the order of reading, with pages, chapters, headings and notes.

The format knows letters and places; paragraphs are made here of both. PDFium is not safe in
several threads: this process has one that reads.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from tui.documents.reader.pdf_body import body_of, body_size
from tui.documents.reader.pdf_columns import paragraphs
from tui.documents.reader.pdf_description import author_of, day_of, name_headings, title_of
from tui.documents.reader.pdf_flow import whole
from tui.documents.reader.pdf_furniture import without_furniture, without_line_numbers
from tui.documents.reader.pdf_hyphens import Hyphens
from tui.documents.reader.pdf_line import Line
from tui.documents.reader.pdf_links import chapters_of, links_of
from tui.documents.reader.pdf_margins import as_flush_left
from tui.documents.reader.pdf_page import PageReader
from tui.documents.reader.pdf_page_labels import page_labels
from tui.documents.reader.pdf_paragraph import Kind, Paragraph
from tui.documents.reader.pdf_pieces import Pieces
from tui.documents.reader.reading_messages import FIRST_PAGES, Contents, Foreign, Tells
from tui.documents.text_pieces import Piece
from tui.errors import SourceError

_VERSION = 1
"""Raised when our part gives another text."""
_MOST_PAGES = 20_000
_EMPTY = 0.8
"""Part of the pages without words that makes a document a scan."""
_UNREADABLE = 0.3
"""Part of its letters without a meaning that makes a text worthless."""
_SHOWN_EVERY = 0.2
"""Seconds between two reports."""
_MANY_PAGES = 30
"""Pages still to be read for which the first are shown meanwhile: a tenth of a second."""


def read(foreign: Foreign, told: Tells) -> Contents:
    """The words of a PDF.

    Raises:
        SourceError: It is locked, damaged, or holds pictures of words only.
    """
    document = _opened(foreign)
    reader = PageReader()
    pages = _pages(document, reader, told)
    _check_words(pages, reader, foreign.label)
    pages = [without_line_numbers(page) for page in pages]
    told("putting lines together")
    kept, found = _laid_out(pages)
    metadata = _metadata(document)
    chapters = chapters_of(document, len(pages))
    name_headings(found, chapters)
    labels = page_labels([_told(document, number) for number in range(len(pages))], pages)
    hyphens = Hyphens(line for page in kept for line in page)
    maker = Pieces(hyphens, labels, chapters, _levels(found))
    return Contents(
        _all(maker, found),
        f"pypdfium2/{pdfium.version.PYPDFIUM_INFO}/{_VERSION}",
        title_of(metadata, found) if found else None,
        day_of(metadata, pages),
        author_of(metadata),
    )


def _laid_out(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[Paragraph]]:
    """The lines that are text, and the paragraphs they make on each page."""
    size = body_size(pages)
    kept = [as_flush_left(page) for page in without_furniture(pages, size)]
    body = body_of(kept, size)
    return kept, [each for page in kept for each in paragraphs(page, body)]


def _first(pages: Sequence[Sequence[Line]]) -> Iterator[Piece]:
    """What the first pages look like on their own: without what only the others tell."""
    kept, found = _laid_out([without_line_numbers(page) for page in pages])
    hyphens = Hyphens(line for page in kept for line in page)
    yield from _all(Pieces(hyphens, [""] * len(pages), {}, _levels(found)), found)


def _all(maker: Pieces, found: Sequence[Paragraph]) -> Iterator[Piece]:
    for paragraph in whole(found):
        yield from maker.of(paragraph)


def _opened(foreign: Foreign) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(foreign.data)
    except pdfium.PdfiumError as error:
        if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise SourceError(
                f"{foreign.label} is locked with a password",
                "save a copy without it, for example by qpdf --decrypt",
            ) from error
        raise SourceError(
            f"{foreign.label} cannot be read as a PDF file", "it may be damaged or cut off"
        ) from error


def _pages(document: pdfium.PdfDocument, reader: PageReader, told: Tells) -> list[list[Line]]:
    """The lines of every page; none for a page that is damaged."""
    count = min(len(document), _MOST_PAGES)
    pages: list[list[Line]] = []
    shown, missing = 0.0, FIRST_PAGES
    for number in range(count):
        progress = f"page {number + 1} of {count}"
        now = time.monotonic()
        if now - shown > _SHOWN_EVERY:
            told(progress)
            shown = now
        try:
            page = document[number]
        except pdfium.PdfiumError:
            pages.append([])
            continue
        pages.append(reader.lines(number, page.raw, links_of(document, page)))
        page.close()
        if missing > 0:
            missing -= sum(len(line.text) for line in pages[-1])
            is_readable = reader.lost <= _UNREADABLE * reader.letters
            if missing <= 0 and is_readable and count - number > _MANY_PAGES:
                told(progress, _first(pages))
    return pages


def _metadata(document: pdfium.PdfDocument) -> dict[str, str]:
    """What the file says about itself; nothing if it is no text."""
    try:
        return dict(document.get_metadata_dict())
    except UnicodeDecodeError:
        return {}


def _told(document: pdfium.PdfDocument, number: int) -> str:
    """What the file calls a page."""
    try:
        return str(document.get_page_label(number))
    except UnicodeDecodeError:
        return ""


def _check_words(pages: Sequence[Sequence[Line]], reader: PageReader, label: str) -> None:
    """Refuse what has no words.

    Raises:
        SourceError: There are pictures of words, or letters without a meaning.
    """
    if reader.lost > _UNREADABLE * reader.letters:
        raise SourceError(
            f"{label} does not say which letters it shows", "ocrmypdf --force-ocr finds them"
        )
    written = sum(map(bool, pages))
    if written == 0:
        raise SourceError(f"there is no text in {label}", "if it is a scan, ocrmypdf adds it")
    if written < (1 - _EMPTY) * len(pages):
        raise SourceError(
            f"there is text on {written} of the {len(pages)} pages of {label} only",
            "the others are a scan; ocrmypdf adds their text",
        )


def _levels(found: Sequence[Paragraph]) -> list[float]:
    """The sizes of headings, the largest first."""
    sizes = Counter(round(each.size) for each in found if each.kind is Kind.HEADING)
    return sorted(sizes, reverse=True)
