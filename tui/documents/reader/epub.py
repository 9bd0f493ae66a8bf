"""Books of the web (EPUB): their texts in the order of reading, with chapters and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from tui.documents.article import Milestone, MilestoneKind
from tui.documents.decoding import decode
from tui.documents.pattern import pattern
from tui.documents.reader.epub_package import Package, Place, read_package
from tui.documents.reader.markup_pieces import Begins, markup_pieces
from tui.documents.reader.markup_tree import Element, parsed
from tui.documents.reader.reading_messages import FIRST_PAGES, Contents, Foreign, Tells
from tui.documents.reader.strict_xml import local_name, parsed_xml, words_in
from tui.documents.reader.unzipping import Unzipping
from tui.documents.sanitising import sanitise_line
from tui.documents.styled_text import StyledText
from tui.documents.text_pieces import Piece
from tui.errors import SourceError

_TYPES = ("{http://www.idpf.org/2007/ops}type", "epub:type", "role")
"""Attributes that say what an element is for (EPUB 3.3, section 6.2; DPUB-ARIA)."""
_BREAK = "page"
"""The attribute that a page break is given here, with its label."""
_UNDERSTUDIES = ("object", "noscript")
_UNSETTLED = re.compile(rb"epub:type|role\s*=|<object|<noscript|switch|class\s*=\s*.l")
"""What a file without anything to settle does not hold; most hold none."""
_LINE_NUMBER = pattern(r"\bl(?:ine)?[-_]?n(?:um(?:ber)?|o)?\b")


def read(foreign: Foreign, told: Tells) -> Contents:
    """The text of a book.

    Raises:
        SourceError: It is damaged, locked or protected, or has no words.
    """
    book = Unzipping(foreign.data, foreign.label)
    package = read_package(book)
    pieces = _pieces(book, package, told)
    if not any(piece.content.text for piece in pieces):
        raise SourceError(
            f"there are no words in {foreign.label}, only pictures",
            "have its words recognised first, for example by tesseract",
        )
    missing = f"Parts of the book are missing from its file: {package.missing}."
    return Contents(
        pieces,
        f"lxml/{etree.__version__}/1",
        title=package.title,
        byline=package.byline,
        published=package.published,
        site=package.publisher,
        notices=(missing,) if package.missing else (),
    )


def _pieces(book: Unzipping, package: Package, told: Tells) -> list[Piece]:
    """The pieces of all files of text."""
    pieces: list[Piece] = []
    count, missing = len(package.spine), FIRST_PAGES
    for number, member in enumerate(package.spine, 1):
        progress = f"part {number} of {count}"
        told(progress)
        found = list(_document(book, member, package))
        pieces += found
        if missing > 0:
            missing -= sum(len(piece.content.text) for piece in found)
            if missing <= 0 and number < count:
                told(progress, pieces)
    return pieces


def _document(book: Unzipping, member: str, package: Package) -> Iterator[Piece]:
    """The pieces of one file of text."""
    data = book.read(member)
    root = parsed_xml(data)
    if root is None:
        # Books are made by hand too: what is no XML is read as a browser would.
        root = parsed(decode(data)[0])
    body = next((node for node in root.iter() if local_name(node) == "body"), root)
    is_unsettled = _UNSETTLED.search(data) is not None
    if is_unsettled:
        _settle(body, is_paged=not package.pages)
    chapters = [place for place in package.contents if place.member == member]
    pages = [place for place in package.pages if place.member == member]
    first, begins = _milestones(body, chapters, pages, is_counted=is_unsettled)
    yield Piece(StyledText(""), milestones=first)
    is_aside = member == package.navigation
    for piece in markup_pieces(body, begins=begins):
        yield replace(piece, is_aside=True) if is_aside else piece


# -- chapters and pages ---------------------------------------------------------------


def _milestones(
    body: Element, chapters: Sequence[Place], pages: Sequence[Place], *, is_counted: bool
) -> tuple[tuple[Milestone, ...], Begins | None]:
    """What begins with a file, and what begins at an element of it.

    A place whose element is not there begins with the file.

    Args:
        body: The text of the file.
        chapters: The entries of the contents that lead to the file.
        pages: Its pages.
        is_counted: Whether it may hold page breaks that are counted.
    """
    has_inside = any(place.fragment for place in (*chapters, *pages))
    known = {str(key) for key in body.xpath("//@id | //@name")} if has_inside else set()
    first: list[Milestone] = []
    inside: dict[str, list[Milestone]] = {}
    for kind, places in ((MilestoneKind.CHAPTER, chapters), (MilestoneKind.PAGE, pages)):
        for place in places:
            milestone = Milestone(0, kind, sanitise_line(place.label))
            if place.fragment in known:
                inside.setdefault(place.fragment, []).append(milestone)
            else:
                first.append(milestone)

    if not inside and not is_counted:
        return tuple(first), None

    def begins(element: Element) -> tuple[Milestone, ...]:
        found = inside.get(element.get("id") or element.get("name") or "", ())
        label = element.get(_BREAK)
        if label:
            return (*found, Milestone(0, MilestoneKind.PAGE, sanitise_line(label)))
        return tuple(found)

    return tuple(first), begins


def _settle(body: Element, *, is_paged: bool) -> None:
    """Put what does not belong to the running text where it does.

    The numbers of page breaks become labels, notes follow the text, numbers of notes and of
    lines stand apart from the word before; of what is given twice, once for programs that show
    more than words, the words stay.

    Args:
        body: The text; it is changed.
        is_paged: Whether page breaks are to be counted: the book has no list of its pages.
    """
    notes: list[Element] = []
    for node in list(body.iter()):
        name = local_name(node)
        kinds = {kind for key in _TYPES for kind in node.get(key, "").split()}
        if not kinds.isdisjoint(("pagebreak", "doc-pagebreak")):
            label = node.get("title") or node.get("aria-label") or words_in(node)
            _refill(node, "")
            if label and is_paged:
                node.set(_BREAK, label.strip(" ."))
        elif not kinds.isdisjoint(("noteref", "doc-noteref")):
            number = words_in(node)
            _refill(node, f"[{number}]" if number.isalnum() else number)
        elif name == "aside" and not kinds.isdisjoint(("footnote", "doc-footnote")):
            notes.append(node)
        elif name in _UNDERSTUDIES:
            # What stands in them is for programs that cannot show the real thing.
            node.tag = "div"
        elif name == "case":
            _take_out(node)
        elif name == "span" and _LINE_NUMBER.search(node.get("class", "")):
            node.text = f" {node.text or ''}"
    for node in notes:
        _take_out(node)
        body.append(node)


def _refill(node: Element, words: str) -> None:
    """Put some words in the place of all that is in an element."""
    for child in list(node):
        node.remove(child)
    node.text = words


def _take_out(node: Element) -> None:
    """Take an element out of its parent; the words behind it stay."""
    parent = node.getparent()
    if parent is None:
        return
    before = node.getprevious()
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    node.tail = None
    parent.remove(node)
