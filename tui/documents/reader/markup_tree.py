"""HTML made a tree: whatever it holds, in time and memory that grow with its length only."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element as Element
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from tui.documents.pattern import pattern
from tui.documents.sanitising import sanitise

__all__ = ["Element", "name_of", "parsed"]

_UNSEEN = pattern(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = pattern(r"<(?!/?(?:p|br|h[1-6]|li|title|meta)\b)[!?/a-z][^<>]*>", re.IGNORECASE)


def parsed(html: str) -> HtmlElement:
    """The tree of a page or a fragment; its root is `html`.

    The parser gives up what is nested deeper than 2,048 elements. Of such a text the words stay,
    with its paragraphs, headings and items.
    """
    # A control character makes the parser drop what stands behind it; a hidden one among the
    # letters of a tag name would make of the tag another one.
    html = sanitise(html)
    tree = _tree(html)
    if tree is None:
        tree = _tree(_TAG.sub(" ", _UNSEEN.sub(" ", html)))
    return document_fromstring("<p></p>") if tree is None else tree


def _tree(html: str) -> HtmlElement | None:
    """The tree; `None` when it is not whole."""
    # Comments would part the words they stand among; a declared encoding is the bytes' alone.
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
        huge_tree=True,
    )
    try:
        tree: HtmlElement = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    limits = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return None if any(error.type == limits for error in parser.error_log) else tree


def name_of(element: Element) -> str:
    """The name of an element in lower case, without namespace; empty for what is none."""
    tag = element.tag
    return _name(tag) if isinstance(tag, str) else ""


@lru_cache(1024)
def _name(tag: str) -> str:
    return tag.rpartition("}")[2].lower()
