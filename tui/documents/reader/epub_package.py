"""What a book of the web (EPUB) says of itself: its parts in order, its contents, its pages.

Both generations are read: EPUB 3 with its navigation document, EPUB 2 with its NCX. Names of
sections are those of EPUB 3.3 (W3C Recommendation) and OPF 2.0.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import unquote

from tui.documents.pattern import pattern
from tui.documents.reader.markup_tree import Element
from tui.documents.reader.strict_xml import attribute, local_name, parsed_xml, words_in
from tui.documents.reader.unzipping import Unzipping, member_at
from tui.errors import SourceError

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PACKAGE = "application/oebps-package+xml"
_TEXT = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_DAY = pattern(r"(\d{4})-(\d\d)-(\d\d)(?:T|\Z)")


class Place(NamedTuple):
    """Where an entry of the contents or of the list of pages leads."""

    member: str
    """The file it lies in."""
    fragment: str
    """The id of the element; empty for the file's beginning."""
    label: str
    """What it is called."""


class Item(NamedTuple):
    """A file of the book, as its manifest names it."""

    member: str
    media_type: str
    properties: tuple[str, ...]
    fallback: str


class Package(NamedTuple):
    """What the book says of itself."""

    title: str | None
    byline: str | None
    published: date | None
    publisher: str | None
    spine: tuple[str, ...]
    """The files of text in the order of reading, those last that lie beside it."""
    missing: int
    """How many files of text it names and does not hold."""
    contents: tuple[Place, ...]
    pages: tuple[Place, ...]
    navigation: str
    """The file of its contents, when that is one of the spine; else empty."""


def read_package(book: Unzipping) -> Package:
    """Read what a book says of itself.

    Raises:
        SourceError: It is no book, or its text is encrypted.
    """
    path = _package_path(book)
    root = parsed_xml(book.read(path))
    if root is None:
        raise SourceError(
            f"{book.label} is no book that can be read: it does not list its parts",
            "it may be damaged",
        )
    items = {attribute(node, "id"): _item(node, path) for node in _named(root, "item")}
    spine = _spine(root, items)
    _refuse_locked(book, spine)
    navigation = next((i.member for i in items.values() if "nav" in i.properties), "")
    contents, pages = _navigation(book, navigation)
    if not contents:
        contents, ncx_pages = _ncx(book, root, items)
        pages = pages or ncx_pages
    return Package(
        _title(root),
        ", ".join(_creators(root)) or None,
        _published(root),
        next(filter(None, map(words_in, _named(root, "publisher"))), None),
        tuple(member for member in spine if member in book),
        sum(member not in book for member in spine),
        contents,
        pages,
        navigation if navigation in spine else "",
    )


def _package_path(book: Unzipping) -> str:
    """Where the package document lies (OCF 3.3, section 4.2.6.3.1)."""
    container = parsed_xml(book.read(_CONTAINER))
    for node in _named(container, "rootfile") if container is not None else ():
        path = member_at(attribute(node, "full-path"), "")
        if path in book and attribute(node, "media-type") in (_PACKAGE, ""):
            return path
    # Books without a container are not rare; one package document leaves nothing to choose.
    found = [name for name in book.names if name.lower().endswith(".opf")]
    return found[0] if len(found) == 1 else ""


def _refuse_locked(book: Unzipping, spine: Iterable[str]) -> None:
    """Refuse a book whose text is encrypted; fonts are obfuscated in many (OCF 3.3, 4.3).

    Raises:
        SourceError: Its text is.
    """
    root = parsed_xml(book.read(_ENCRYPTION))
    if root is None:
        return
    uris = (attribute(node, "URI") for node in _named(root, "CipherReference"))
    if not {member_at(uri, "") for uri in uris}.isdisjoint(spine):
        raise SourceError(
            f"{book.label} is protected against copying, so its text cannot be read",
            "open it with the program it was bought for",
        )


# -- parts in order -------------------------------------------------------------------


def _item(node: Element, path: str) -> Item:
    return Item(
        member_at(attribute(node, "href"), path),
        attribute(node, "media-type").lower(),
        tuple(attribute(node, "properties").split()),
        attribute(node, "fallback"),
    )


def _spine(root: Element, items: dict[str, Item]) -> tuple[str, ...]:
    """The files of text: the main course first, what lies beside it last, each once."""
    linear: list[str] = []
    beside: list[str] = []
    for node in _named(root, "itemref"):
        member = _text_of(attribute(node, "idref"), items)
        if member:
            (beside if attribute(node, "linear") == "no" else linear).append(member)
    return tuple(dict.fromkeys([*linear, *beside]))


def _text_of(key: str, items: dict[str, Item]) -> str:
    """The file of text of an item, which may be a picture with a text to fall back on."""
    seen: set[str] = set()
    while key in items and key not in seen:
        seen.add(key)
        item = items[key]
        if item.media_type in _TEXT:
            return item.member
        key = item.fallback
    return ""


# -- contents and pages ---------------------------------------------------------------


def _navigation(book: Unzipping, path: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Contents and pages of a navigation document (EPUB 3.3, section 7)."""
    root = parsed_xml(book.read(path)) if path else None
    found: dict[str, tuple[Place, ...]] = {}
    for nav in _named(root, "nav") if root is not None else ():
        links = [(attribute(link, "href"), words_in(link)) for link in _named(nav, "a")]
        for kind in attribute(nav, "type").split():
            found.setdefault(kind, tuple(_places(links, path)))
    return found.get("toc", ()), found.get("page-list", ())


def _ncx(
    book: Unzipping, root: Element, items: dict[str, Item]
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Contents and pages of an NCX (OPF 2.0.1, section 2.4.1)."""
    key = next((attribute(node, "toc") for node in _named(root, "spine")), "")
    path = items[key].member if key in items else ""
    ncx = parsed_xml(book.read(path)) if path else None
    if ncx is None:
        return (), ()
    contents, pages = (
        [
            (attribute(content, "src"), words_in(label))
            for node in _named(ncx, kind)
            for label, content in [(_child(node, "navLabel"), _child(node, "content"))]
            if label is not None and content is not None
        ]
        for kind in ("navPoint", "pageTarget")
    )
    return tuple(_places(contents, path)), tuple(_places(pages, path))


def _places(links: Iterable[tuple[str, str]], base: str) -> Iterator[Place]:
    for reference, label in links:
        member = member_at(reference, base) if reference else ""
        if member and label:
            yield Place(member, unquote(reference.partition("#")[2]), label)


# -- metadata -------------------------------------------------------------------------


def _title(root: Element) -> str | None:
    """The main title, where titles say which they are (EPUB 3.3, section 5.5.3.1.2)."""
    titles = [node for node in _named(root, "title") if words_in(node)]
    for node in titles:
        if _refined(root, node, "title-type") == "main":
            return words_in(node)
    return words_in(titles[0]) if titles else None


def _creators(root: Element) -> Iterator[str]:
    """The authors; where roles are given, nobody else."""
    creators = [node for node in _named(root, "creator") if words_in(node)]
    roles = [attribute(node, "role") or _refined(root, node, "role") for node in creators]
    for node, role in zip(creators, roles, strict=True):
        if role == "aut" or "aut" not in roles:
            yield words_in(node)


def _published(root: Element) -> date | None:
    """The day of publication; a year alone is no day."""
    dates = sorted(_named(root, "date"), key=lambda node: attribute(node, "event") != "publication")
    for node in dates:
        match = _DAY.match(words_in(node))
        if match and attribute(node, "event") in ("", "publication"):
            try:
                return date(*map(int, match.groups()))
            except ValueError:
                return None
    return None


def _refined(root: Element, node: Element, what: str) -> str:
    """What a `meta` element says of another one (EPUB 3.3, section 5.5.3.2)."""
    key = attribute(node, "id")
    for meta in _named(root, "meta") if key else ():
        if attribute(meta, "refines") == f"#{key}" and attribute(meta, "property") == what:
            return words_in(meta)
    return ""


def _named(root: Element, name: str) -> Iterator[Element]:
    return (node for node in root.iter() if local_name(node) == name)


def _child(node: Element, name: str) -> Element | None:
    return next((child for child in node if local_name(child) == name), None)
