"""The table of formats: how each is known, and what reads it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from tui.documents import plain_text
from tui.documents.article import Article
from tui.documents.fetched import Fetched
from tui.documents.sniffing import (
    Test,
    compound,
    declared_xml,
    either,
    is_binary,
    is_feed,
    is_html,
    is_json_feed,
    is_mail,
    is_pdf,
    is_saved_page,
    named,
    rooted,
    signed,
    signed_at,
    typed,
    written,
    zipped,
)
from tui.errors import SourceError


class Loader(NamedTuple):
    """A format: how it is known, and what becomes of it."""

    name: str
    """What such a source is, behind "is"."""
    fits: Test
    """Whether a source is of this format, by its bytes or its name."""
    load: Callable[[Fetched], Article] | None = None
    """Makes the article in this process, or raises the `SourceError` that refuses it; `None`
    for what the reading process reads."""
    reader: str = ""
    """The module of `tui.documents.reader` that reads it there."""
    endings: str = ""
    """How the names of such files usually end, for the table of README; empty for a refusal."""
    keeps: str = ""
    """What of it is read, for the same table."""


def loader_of(fetched: Fetched) -> Loader:
    """The first row that fits."""
    return next(loader for loader in LOADERS if loader.fits(fetched))


def _from_module(name: str) -> Callable[[Fetched], Article]:
    """The `load` of a module of this folder; it is imported with the first source it is for."""

    def load_there(fetched: Fetched) -> Article:
        article: Article = import_module(f"tui.documents.{name}").load(fetched)
        return article

    return load_there


def _refusal(name: str, fits: Test, hint: str) -> Loader:
    """The row of what cannot be read, with what would help."""

    def refuse(fetched: Fetched) -> Article:
        raise SourceError(f"{fetched.label} is {name}", hint)

    return Loader(name, fits, refuse)


LOADERS = (
    Loader(
        "a PDF file", is_pdf, reader="pdf", endings=".pdf",
        keeps="paragraphs, headings, lists, notes, captions, links, pages, chapters",
    ),
    Loader(
        "a Rich Text document", signed(b"{\\rtf"), reader="rich_text", endings=".rtf",
        keeps="the words and its title; no headings, no emphasis",
    ),
    Loader(
        "a book (EPUB)", zipped(b"mimetypeapplication/epub+zip", b"META-INF/container.xml"),
        reader="epub", endings=".epub",
        keeps="everything HTML has, chapters, pages, notes; a book with copy protection is refused",
    ),
    Loader(
        "a Word document", zipped(b"word/document.xml", b"word/_rels/"), reader="word_document",
        endings=".docx",
        keeps="numbered headings, quotations, lists, tables, links, notes; comments at the end",
    ),
    Loader(
        "an OpenDocument text", zipped(b"mimetypeapplication/vnd.oasis.opendocument.text"),
        reader="open_document", endings=".odt .fodt",
        keeps="headings, quotations, lists, tables, links, notes, emphasis; comments at the end",
    ),
    Loader("an OpenDocument text", rooted("office:document"), reader="open_document"),
    Loader(
        "an OpenDocument text",
        # Packed again by another program, its type is no longer where it can be read unpacked.
        lambda fetched: zipped(b"content.xml")(fetched) and named(".odt", ".ott")(fetched),
        reader="open_document",
    ),
    _refusal(
        "an Outlook message", compound("__substg1.0_", "__properties_version1.0"),
        "save it from Outlook as EML or as a text",
    ),
    _refusal(
        "a Word document of the old kind (DOC)", compound("WordDocument\0"),
        "save it as DOCX with a word processor",
    ),
    _refusal(
        "a presentation",
        either(
            zipped(b"ppt/presentation.xml", b"application/vnd.oasis.opendocument.presentation"),
            compound("PowerPoint Document"),
        ),
        "export it as PDF",
    ),
    _refusal(
        "a spreadsheet",
        either(
            zipped(b"xl/workbook.", b"application/vnd.oasis.opendocument.spreadsheet"),
            compound("Workbook\0", "Book\0"),
        ),
        "copy what you want to read into a text",
    ),
    _refusal(
        "a document of Pages, Keynote or Numbers",
        zipped(
            b"Index/Document.iwa", b".iwpv2", b"buildVersionHistory.plist", b"index.apxl",
            b"index.xml.gz",
        ),
        "export it from there as DOCX, EPUB or PDF",
    ),
    _refusal(
        "a document locked with a password", compound("EncryptedPackage"),
        "save it without one, then open it",
    ),
    _refusal(
        "a text of an older office program",
        lambda fetched: zipped(b"content.xml")(fetched) and named(".sxw", ".stw")(fetched),
        "save it as ODT, for example with LibreOffice",
    ),
    _refusal(
        "an XPS document", zipped(b"FixedDocumentSequence.fdseq", b"FixedDocSeq.fdseq", b".fpage"),
        "print it to a PDF file",
    ),
    _refusal(
        "a file of an older Office program", compound("Root Entry"), "save it in a newer form"
    ),
    _refusal(
        "a Kindle book",
        either(signed_at(60, b"BOOKMOBI", b"TEXtREAd"), signed(b"TPZ", b"\xeaDRMION\xee")),
        "convert it to EPUB with calibre",
    ),
    _refusal(
        "a book of a kind that is not read (CHM, FB2, LIT, LRF)",
        either(signed(b"ITSF\3", b"ITOLITLS", b"L\0R\0F\0"), rooted("fictionbook")),
        "convert it to EPUB with calibre",
    ),
    _refusal("a PostScript file", signed(b"%!PS"), "convert it to PDF, for example by ps2pdf"),
    _refusal("a scanned book (DjVu)", signed(b"AT&TFORM"), "convert it to PDF"),
    _refusal(
        "a zipped file", signed(b"PK\x03\x04"), "unpack it first, then open what is in it"
    ),
    _refusal(
        "an image",
        either(
            signed(
                b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"8BPS\0",
                b"\0\0\0\x0cjP  ",
            ),
            signed_at(4, b"ftyphei", b"ftypmif1", b"ftypavif", after=b"\0"),
            signed_at(8, b"WEBPVP8", after=b"RIFF"),
            signed_at(6, b"\0\0\0\0", after=b"BM"),
        ),
        "have its words recognised first, for example by tesseract",
    ),
    _refusal(
        "a sound or a film",
        either(
            signed(
                b"ID3\2", b"ID3\3", b"ID3\4", b"fLaC\0", b"OggS\0", b"\x1aE\xdf\xa3", b"\xff\xfb",
                b"\xff\xf3",
            ),
            signed_at(4, b"ftyp", after=b"\0"),
            signed_at(8, b"WAVEfmt ", b"AVI LIST", after=b"RIFF"),
        ),
        "open its subtitles (SRT, VTT) or have its words written down first",
    ),
    _refusal(
        "a compressed file",
        either(
            signed(
                b"\x1f\x8b", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!\x1a", b"(\xb5/\xfd", b"PK\5\6",
            ),
            signed_at(4, b"1AY&SY", after=b"BZh"),
            signed_at(257, b"ustar"),
        ),
        "unpack it first, then open what is in it",
    ),
    Loader(
        "a shortcut to an address",
        either(
            written(r"\s*\[(?:InternetShortcut|Desktop Entry)\]"),
            lambda fetched: named(".webloc", ".url")(fetched) and b"://" in fetched.data[:4096],
        ),
        _from_module("shortcut"),
    ),
    Loader(
        "a feed", is_feed, reader="feed", endings=".rss .atom .xml",
        keeps="a list to pick from: the text of entries that come whole, else where they are",
    ),
    Loader(
        "a JSON feed", is_json_feed, reader="json_feed", endings=".json",
        keeps="the same",
    ),
    Loader(
        "a list of feeds", rooted("opml"), reader="feed_list", endings=".opml",
        keeps="the feeds, to pick from",
    ),
    Loader(
        "a web page", is_html, reader="web_page", endings=".html .htm .xhtml",
        keeps="the article of the page: headings, quotations, lists, tables, code, links, "
        "captions; title, author, day, site, address",
    ),
    Loader(
        "a saved web page", is_saved_page, reader="saved_page", endings=".mhtml .mht .webarchive",
        keeps="as of a web page",
    ),
    _refusal("a drawing (SVG)", rooted("svg", "svg:svg"), "open it with your browser"),
    _refusal(
        "XML of a kind that is not read", declared_xml,
        "convert it to HTML, for example by pandoc",
    ),
    Loader(
        "a mail", is_mail, reader="mail", endings=".eml .mbox",
        keeps="writer, day and subject, quoted lines as quotations, mails in it; a mailbox is a "
        "list to pick from; what is attached is named",
    ),
    Loader(
        "subtitles",
        written(
            r"WEBVTT(?:[ \t\r\n]|\Z)"
            r"|\s*(?:\d+[ \t]*\r?\n\s*)?(?:\d+:)?\d+:\d+(?:[.,]\d+)?[ \t]*-->[ \t]*\d"
        ),
        reader="subtitles", endings=".srt .vtt",
        keeps="cues joined to sentences, who speaks, when it is said; sounds as asides",
    ),
    _refusal("not a text but binary data", is_binary, "convert it to text first"),
    Loader(
        "Markdown",
        either(named(".md", ".markdown", ".mdown", ".mkd", ".mkdn"), typed("text/markdown")),
        _from_module("markdown_article"), endings=".md .markdown",
        keeps="headings, quotations, lists, tables, links, code, front matter",
    ),
    Loader(
        "Org",
        either(written(r"(?:\s*#.*\n)*?\s*#\+(?:title|author|options|startup):"), named(".org")),
        reader="org_outline", endings=".org",
        keeps="headings, quotations, lists, tables, links, code, emphasis, author, day",
    ),
    Loader(
        "LaTeX",
        either(written(r"(?:\s|%.*\n)*\\document(?:class|style)\b"), named(".tex", ".ltx")),
        reader="latex", endings=".tex",
        keeps="headings, quotations, lists, tables, links, emphasis; formulas as they are written",
    ),
    Loader(
        "AsciiDoc", named(".adoc", ".asciidoc", ".asc"), reader="asciidoc", endings=".adoc",
        keeps="headings, quotations, lists, tables, links, code, emphasis, author, day",
    ),
    Loader(
        "reStructuredText", named(".rst", ".rest"), reader="restructured_text", endings=".rst",
        keeps="headings, quotations, lists, tables, links, code, notes, author, day",
    ),
    Loader(
        "plain text", lambda fetched: True, plain_text.load, endings=".txt",
        keeps="everything as it stands; wrapped lines are read as paragraphs; chapters of books; "
        "the head and foot of an e-book and the places of pictures are set aside",
    ),
)  # fmt: skip
"""Every format, the first that fits is taken: what bytes tell for certain stands before what a
name promises, and plain text takes the rest. A new format is a row here and a module: of this
folder with `load(fetched) -> Article`, or of `tui/documents/reader/` with
`read(foreign, told) -> Contents`.
"""
