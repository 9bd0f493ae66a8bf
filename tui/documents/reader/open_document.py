"""Texts of OpenDocument (ODT, and FODT, which is one XML file): their words as HTML sets them.

What has a name in HTML is renamed, and read as pages are. Elements are those of OpenDocument 1.3,
part 3. A library that writes Markdown of them drops emphasis, notes and the levels of lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ClassVar

from lxml import etree

from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.markup_tree import Element
from tui.documents.reader.open_document_styles import Styles, read_styles
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.reader.strict_xml import attribute, local_name, parsed_xml, words_in
from tui.documents.reader.unzipping import Unzipping, locked
from tui.documents.unread import Told
from tui.errors import SourceError

_MOST_BLANKS = 8
_UNSEEN = frozenset(
    {
        "tracked-changes", "forms", "scripts", "sequence-decls", "variable-decls",
        "user-field-decls", "note-citation", "ruby-text", "list-header-numbering", "title", "desc",
        "object", "object-ole", "plugin", "covered-table-cell", "bookmark", "settings",
    }
)  # fmt: skip
"""Elements whose words are not those of the text: changes taken back, fields, objects."""
_PLAIN = {
    "table": "table",
    "table-row": "tr",
    "text-box": "div",
    "section": "div",
    "index-body": "nav",
}
"""Elements and what they are in HTML."""


def read(foreign: Foreign, told: Told) -> Contents:
    """The text of a document; comments stand at its end and are not analysed.

    Raises:
        SourceError: It is damaged or locked, or unpacks to more than there is room for.
    """
    parts = _parts(foreign)
    roots = [root for root in map(parsed_xml, parts) if root is not None]
    text = next(
        (node for root in roots for node in root.iter() if _is_text(node)),
        None,
    )
    if text is None:
        raise SourceError(
            f"{foreign.label} is no whole document: its text is damaged or missing",
            "open it with a word processor and save it again",
        )
    told("its text")
    conversion = _Conversion(read_styles(roots))
    pieces = markup_pieces(conversion.converted(text))
    pieces += (replace(each, is_aside=True) for each in markup_pieces(conversion.comments))
    titles = (node for root in roots for node in root.iter() if local_name(node) == "meta")
    title = next((words for meta in titles for words in _titles(meta)), None)
    return Contents(pieces, f"lxml/{etree.__version__}/1", title=title)


def _parts(foreign: Foreign) -> tuple[bytes, ...]:
    """The files of XML a document consists of, its text first.

    Raises:
        SourceError: It is locked.
    """
    if not foreign.data.startswith(b"PK"):
        return (foreign.data,)
    package = Unzipping(foreign.data, foreign.label)
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise locked(foreign.label)
    return tuple(map(package.read, ("content.xml", "styles.xml", "meta.xml")))


def _is_text(node: Element) -> bool:
    parent = node.getparent()
    return local_name(node) == "text" and parent is not None and local_name(parent) == "body"


def _titles(meta: Element) -> Iterator[str]:
    return (words_in(node) for node in meta if local_name(node) == "title" and words_in(node))


class _Conversion:
    """A document that becomes HTML; the parser bounds how deep it is nested."""

    def __init__(self, styles: Styles) -> None:
        self.comments = etree.Element("div")
        self._styles = styles
        self._notes = etree.Element("ol")
        self._lists: list[str] = []

    def converted(self, text: Element) -> Element:
        """The text, and its notes behind it."""
        body: Element = etree.Element("body")
        self._fill(body, text)
        if len(self._notes):
            body.append(self._notes)
        return body

    def _fill(self, target: Element, source: Element) -> None:
        """Add what is in an element."""
        _add_words(target, source.text)
        for child in source:
            name = local_name(child)
            if name in self._special:
                self._special[name](self, target, child)
            elif name in _PLAIN:
                self._fill(etree.SubElement(target, _PLAIN[name]), child)
            elif name not in _UNSEEN:
                self._fill(target, child)
            _add_words(target, child.tail)

    def _heading(self, target: Element, source: Element) -> None:
        level = attribute(source, "outline-level")
        is_level = level.isascii() and level.isdigit() and len(level) < 3
        number = min(6, max(1, int(level))) if is_level else 1
        self._fill(etree.SubElement(target, f"h{number}"), source)

    def _paragraph(self, target: Element, source: Element) -> None:
        names = self._styles.paragraph(attribute(source, "style-name"))
        for name in names:
            # Lines of code and paragraphs of a quotation follow one another in one block.
            last = _last(target)
            if last is None or last.tag != name or last.tail or name == "p":
                target = etree.SubElement(target, name)
                continue
            if name == "pre":
                _add_words(last, "\n")
            target = last
        self._fill(target, source)

    def _words(self, target: Element, source: Element) -> None:
        for name in self._styles.words(attribute(source, "style-name")):
            target = etree.SubElement(target, name)
        self._fill(target, source)

    def _list(self, target: Element, source: Element) -> None:
        style = attribute(source, "style-name") or (self._lists[-1] if self._lists else "")
        self._lists.append(style)
        name = "ol" if self._styles.is_numbered(style, len(self._lists)) else "ul"
        made = etree.SubElement(target, name)
        first = next((attribute(item, "start-value") for item in source), "")
        if first:
            made.set("start", first)
        self._fill(made, source)
        self._lists.pop()

    def _item(self, target: Element, source: Element) -> None:
        """An item; one that holds nothing but a list stands for the level of that list."""
        names = [local_name(child) for child in source]
        if names and set(names) == {"list"}:
            self._fill(_last_item(target), source)
            return
        item = etree.SubElement(target, "li")
        if names.count("p") == 1 and names[0] == "p":
            # A list whose items are one paragraph each is tight.
            self._fill(item, source[0])
            source.remove(source[0])
        self._fill(item, source)

    def _link(self, target: Element, source: Element) -> None:
        self._fill(etree.SubElement(target, "a", href=attribute(source, "href")), source)

    def _cell(self, target: Element, source: Element) -> None:
        parent = source.getparent()
        above = parent.getparent() if parent is not None else None
        is_head = above is not None and local_name(above) == "table-header-rows"
        cell = etree.SubElement(target, "th" if is_head else "td")
        for name, given in (("colspan", "columns"), ("rowspan", "rows")):
            count = attribute(source, f"number-{given}-spanned")
            if count:
                cell.set(name, count)
        self._fill(cell, source)

    def _image(self, target: Element, source: Element) -> None:
        frame = source.getparent()
        described = [] if frame is None else [
            words_in(node) for node in frame if local_name(node) in ("desc", "title")
        ]  # fmt: skip
        etree.SubElement(target, "img", alt=max(described, key=len, default=""))

    def _note(self, target: Element, source: Element) -> None:
        for body in source:
            if local_name(body) == "note-body":
                self._fill(etree.SubElement(self._notes, "li"), body)
                _add_words(target, f"[{len(self._notes)}]")

    def _comment(self, _: Element, source: Element) -> None:
        comment = etree.SubElement(self.comments, "div")
        writer = next((words_in(child) for child in source if local_name(child) == "creator"), "")
        etree.SubElement(comment, "b").text = f"Comment by {writer}" if writer else "Comment"
        for child in source:
            if local_name(child) in ("p", "list"):
                self._special[local_name(child)](self, comment, child)

    def _blanks(self, target: Element, source: Element) -> None:
        count = attribute(source, "c")
        is_count = count.isascii() and count.isdigit() and len(count) < 4
        _add_words(target, " " * min(_MOST_BLANKS, int(count) if is_count else 1))

    def _tab(self, target: Element, _: Element) -> None:
        _add_words(target, "\t")

    def _break(self, target: Element, _: Element) -> None:
        etree.SubElement(target, "br")

    _special: ClassVar[dict[str, Callable[[_Conversion, Element, Element], None]]] = {
        "h": _heading,
        "p": _paragraph,
        "span": _words,
        "list": _list,
        "list-item": _item,
        "list-header": _item,
        "a": _link,
        "table-cell": _cell,
        "image": _image,
        "note": _note,
        "annotation": _comment,
        "s": _blanks,
        "tab": _tab,
        "line-break": _break,
    }
    """What makes something of an element that is no element of HTML by another name."""


def _last_item(target: Element) -> Element:
    """The item before, in this list or in the one right before it; else the list itself."""
    around = target if _last(target) is not None else target.getprevious()
    if around is not None and around.tag in ("ol", "ul"):
        item = _last(around)
        return item if item is not None and item.tag == "li" else target
    return target


def _last(target: Element) -> Element | None:
    """The last child; to count them would take the longer, the more there are."""
    return next(target.iterchildren(reversed=True), None)


def _add_words(target: Element, words: str | None) -> None:
    """Go on with some words behind what is in an element."""
    if not words:
        return
    last = _last(target)
    if last is not None:
        last.tail = (last.tail or "") + words
    else:
        target.text = (target.text or "") + words
