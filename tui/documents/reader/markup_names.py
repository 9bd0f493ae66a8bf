"""What the elements of HTML are to a reader of words (HTML Standard, section 15, "Rendering")."""

from __future__ import annotations

from tui.documents.article import TextStyle
from tui.documents.pattern import pattern
from tui.documents.reader.markup_tree import Element, name_of

UNSEEN = frozenset(
    {
        "applet", "area", "audio", "base", "button", "canvas", "datalist", "embed", "frame",
        "frameset", "head", "iframe", "input", "link", "map", "meta", "meter", "noembed",
        "noframes", "noscript", "object", "optgroup", "option", "param", "progress", "script",
        "select", "source", "style", "svg", "template", "textarea", "title", "track", "video",
    }
)  # fmt: skip
"""Elements whose content is no text of the page."""

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    }
)  # fmt: skip
"""Elements that begin and end a block of text."""

HEADINGS = {
    "h1": TextStyle.TITLE,
    "h2": TextStyle.HEADING,
    **dict.fromkeys(("h3", "h4", "h5", "h6"), TextStyle.SUBHEADING),
}
"""Headings and how they are set."""

INLINE = {
    **dict.fromkeys(("b", "strong"), TextStyle.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), TextStyle.EMPHASIS),
    **dict.fromkeys(("s", "del", "strike"), TextStyle.STRUCK),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), TextStyle.CODE),
}
"""Elements within a line that say how it is set."""

LISTS = ("ul", "ol", "menu", "dir")
"""Lists of items."""
CODE_BLOCKS = ("pre", "listing", "xmp", "plaintext")
"""Elements whose lines and blanks count."""

_UNSEEN_STYLE = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden")
_UNSEEN_CLASSES = frozenset(
    {
        "headerlink", "mw-editsection", "mw-jump-link", "screen-reader-text", "sr-only",
        "visually-hidden", "visuallyhidden",
    }
)  # fmt: skip
"""Classes by which widely used software marks words that are for no reader's eyes."""
_SIGNS_OF_LINKS = frozenset("#¶§🔗")


def is_unseen(element: Element, name: str) -> bool:
    """Whether nothing in an element is shown to a reader of the page."""
    if name in UNSEEN or "hidden" in element.attrib:
        return True
    style = element.get("style")
    if style and _UNSEEN_STYLE.search(style.lower()):
        return True
    if not _UNSEEN_CLASSES.isdisjoint(element.get("class", "").split()):
        return True
    return name == "a" and _is_link_to_itself(element)


def _is_link_to_itself(link: Element) -> bool:
    """Whether it is the sign beside a heading by which the heading is linked to."""
    if not link.get("href", "").startswith("#") or len(link):
        return False
    return (link.text or "").strip() in _SIGNS_OF_LINKS


def is_block(element: Element) -> bool:
    """Whether an element begins a block."""
    return name_of(element) in BLOCKS
