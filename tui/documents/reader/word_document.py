"""Word documents (DOCX): their words with headings, lists, tables, notes and comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

import mammoth

from tui.documents.pattern import pattern
from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.office_signs import with_signs
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.reader.strict_xml import local_name, parsed_xml, words_in
from tui.documents.reader.unzipping import Unzipping
from tui.documents.reader.word_chunks import Chunks
from tui.documents.reader.word_formulas import with_formulas
from tui.documents.reader.word_holders import with_known_holders
from tui.documents.reader.word_numbers import with_heading_numbers
from tui.documents.text_pieces import Piece
from tui.documents.unread import Told
from tui.errors import SourceError

_QUOTATIONS = ("Quote", "Intense Quote", "Quotations", "Block Text")
_CODE = ("HTML Preformatted", "Preformatted Text", "Plain Text", "Code", "macro")
# Programs in every language write the names of the built-in styles in English, in either case.
_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        *(
            f"p[style-name='{h} {n}'] => h6:fresh"
            for h in ("heading", "Heading")
            for n in (7, 8, 9)
        ),
        *(f"p[style-name='{name}'] => figcaption:fresh" for name in ("caption", "Caption")),
        *(f"p[style-name='{name}'] => blockquote > p:fresh" for name in _QUOTATIONS),
        *(f"p[style-name='{name}'] => pre:separator('\\n')" for name in _CODE),
        "r[style-name='HTML Code'] => code",
        "r[style-name='Emphasis'] => em",
        "strike => s",
        "comment-reference => sup",
    ]
)
_BACK = pattern(r'\s*<a href="#[^"]*-ref-\d+">↑</a>')
"""The arrow from a note back to its number."""
_BOXES = (
    ('<input checked="checked" type="checkbox" />', "[x]"),
    ('<input type="checkbox" />', "[ ]"),
)
"""Boxes to tick, and how they are written in Markdown."""
_MAIN, _STYLE_PART, _NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_COMMENTS = '<dl><dt id="comment-'
"""Where comments begin: behind the text and its notes."""


def read(foreign: Foreign, told: Told) -> Contents:
    """The text of a Word document; comments stand at its end and are not analysed.

    Raises:
        SourceError: It is damaged or locked, or unpacks to more than there is room for.
    """
    package = Unzipping(foreign.data, foreign.label)
    chunks = Chunks(package, _MAIN)
    words_only = BytesIO(_words_only(package, chunks))
    told("its paragraphs")
    html = _converted(words_only, foreign.label, told)
    told("its text")
    text, _, comments = _BACK.sub("", html).partition(_COMMENTS)
    pieces = chunks.pieces_with(text)
    if comments:
        pieces += _as_asides(markup_pieces(_COMMENTS + comments))
    return Contents(
        pieces,
        f"mammoth/{version('mammoth')}/2",
        title=_title(package),
        notices=chunks.notices,
    )


def _converted(document: BytesIO, label: str, told: Told) -> str:
    """A document as HTML.

    Raises:
        SourceError: It is damaged.
    """

    def half_done(read: object) -> object:
        told("its headings, lists and tables")
        return read

    try:
        result = mammoth.convert_to_html(
            document,
            transform_document=half_done,
            style_map=_STYLES,
            # How to convert it is not for the document to say.
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(lambda image: {}),
        )
    except (ExpatError, LookupError, ValueError, TypeError, AttributeError, OSError) as error:
        raise SourceError(
            f"{label} is no whole Word document: a part of it is damaged or missing",
            "open it with a word processor and save it again",
        ) from error
    html = with_signs(str(result.value))
    for box, sign in _BOXES:
        html = html.replace(box, sign)
    return html


def _words_only(package: Unzipping, chunks: Chunks) -> bytes:
    """The document without its pictures, its formulas and numbers as words, everything counted."""
    parts = {
        name: with_formulas(package.read(name))
        for name in package.names
        if name.lower().endswith((".xml", ".rels"))
    }
    for name in parts:
        parts[name], others = with_known_holders(parts[name], chunks.stand_in)
        if name == _MAIN:
            chunks.relations = others
    if _NUMBERING in parts and _MAIN in parts:
        parts[_MAIN] = with_heading_numbers(
            parts[_MAIN], parts.get(_STYLE_PART, b""), parts[_NUMBERING]
        )
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def _as_asides(pieces: list[Piece]) -> Iterator[Piece]:
    return (replace(piece, is_aside=True) for piece in pieces)


def _title(package: Unzipping) -> str | None:
    """The title that its author gave the document (ECMA-376, part 2, section 11)."""
    root = parsed_xml(package.read("docProps/core.xml"))
    titles = (
        [node for node in root.iter() if local_name(node) == "title"] if root is not None else []
    )
    return (words_in(titles[0]) or None) if titles else None
