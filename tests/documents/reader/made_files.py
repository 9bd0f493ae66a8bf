"""Small files of formats, made for the tests that read them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from importlib import import_module
from io import BytesIO

from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.text_pieces import Piece, Rendered, assembled

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
XHTML = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    "<head><title>t</title></head><body>{}</body></html>"
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """An archive of some files."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=how)
    return held.getvalue()


class Heard:
    """Takes what a reader of a format tells."""

    def __init__(self) -> None:
        self.told: list[str] = []
        """What was being done."""
        self.shown: list[str] = []
        """The words of first pages."""

    def __call__(self, progress: str, first: Iterable[Piece] = (), /) -> None:
        self.told.append(progress)
        if words := assembled(first).text:
            self.shown.append(words)


def contents_of(reader: str, data: bytes, *, part: str = "", encoding: str = "") -> Contents:
    """What a reader of a format makes of some bytes, in this process."""
    foreign = Foreign(reader, data, "the file", part=part, encoding=encoding)
    contents: Contents = import_module(f"tui.documents.reader.{reader}").read(foreign, print)
    return contents


def rendered_of(reader: str, data: bytes, *, part: str = "") -> Rendered:
    """The text that a reader of a format makes of some bytes."""
    return assembled(contents_of(reader, data, part=part).pieces)


def milestones_of(rendered: Rendered) -> list[tuple[str, str, str]]:
    """Kind, label and the ten letters that begin there, of every milestone."""
    return [
        (each.kind.value, each.label, rendered.text[each.offset : each.offset + 10])
        for each in rendered.milestones
    ]


def book(
    chapters: Mapping[str, str],
    *,
    manifest: str = "",
    metadata: str = "<dc:title>Tides</dc:title>",
    spine: str | None = None,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book of the web (EPUB).

    Args:
        chapters: The body of each file of text by its name.
        manifest: Further items.
        metadata: What the book says of itself.
        spine: The order of reading; by default that of the chapters.
        more: Further members, which take the place of those made here.
    """
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in chapters) if spine is None else spine
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f'<manifest>{items}{manifest}</manifest><spine toc="ncx">{order}</spine></package>'
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "EPUB/book.opf": package,
    }
    members |= {f"EPUB/{name}": XHTML.format(body) for name, body in chapters.items()}
    return zipped(members | dict(more or {}))


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_document(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document.

    Args:
        body: What is in its body: elements with the prefixes `w` and `m`.
        more: Further members, which take the place of those made here.
    """
    names = {
        "Title": "Title", "H1": "heading 1", "H2": "heading 2", "Q": "Quote", "Cap": "caption",
        "Code": "HTML Preformatted",
    }  # fmt: skip
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}">'
        f'<Relationship Id="s" Type="{office}/styles" Target="styles.xml"/>'
        f'<Relationship Id="f" Type="{office}/footnotes" Target="footnotes.xml"/>'
        f'<Relationship Id="c" Type="{office}/comments" Target="comments.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:m="{math}" '
        f'xmlns:r="{office}"><w:body>{body}</w:body></w:document>',
    }
    return zipped(members | dict(more or {}))


def word_paragraph(words: str, style: str = "") -> str:
    """A paragraph of a Word document."""
    set_in = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{set_in}<w:r><w:t>{words}</w:t></w:r></w:p>"


OPEN_DOCUMENT = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style", "draw", "svg-compatible", "meta")
    )
    + ' xmlns:fo="fo" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="dc" xmlns:svg="svg"'
)
STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:parent-style-name="P3"/>'
    '<style:style style:name="P3" style:parent-style-name="P2"/>'
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2"><style:text-properties fo:font-style="italic" '
    'style:text-line-through-style="solid"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
)


def open_document(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A text of OpenDocument.

    Args:
        body: What is in its text: elements with the usual prefixes.
        more: Further members, which take the place of those made here.
    """
    members: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {OPEN_DOCUMENT}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "META-INF/manifest.xml": "<manifest/>",
    }
    return zipped(members | dict(more or {}))
