"""What the elements of HTML are to a reader of words (HTML Standard, section 15, "Rendering")."""

from __future__ import annotations

from itertools import islice

from tui.documents.article import TextStyle
from tui.documents.pattern import pattern
from tui.documents.reader.markup_tree import Element

UNSEEN = frozenset(
    {
        "applet", "area", "audio", "base", "canvas", "datalist", "embed", "frame",
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
_LONGEST = 2000
"""Code points of an attribute that are looked at."""
_MOST_IN_BUTTON = 20
"""Elements."""
_SIGNS_OF_LINKS = frozenset("#¶§🔗")


def is_unseen(element: Element, name: str) -> bool:
    """Whether nothing in an element is words for a reader, now or ever."""
    if name in UNSEEN or not _UNSEEN_CLASSES.isdisjoint(
        element.get("class", "")[:_LONGEST].split()
    ):
        return True
    if name == "button":
        return _is_small(element)
    return name == "a" and _is_link_to_itself(element)


def is_hidden(element: Element) -> bool:
    """Whether an element is not shown before a script of the page shows it, if one does."""
    if "hidden" in element.attrib:
        return True
    return _UNSEEN_STYLE.search(element.get("style", "")[:_LONGEST].lower()) is not None


def _is_small(button: Element) -> bool:
    """Whether a button holds no more than buttons do: one that is never closed holds a page."""
    return sum(1 for _ in islice(button.iterdescendants(), _MOST_IN_BUTTON)) < _MOST_IN_BUTTON


def _is_link_to_itself(link: Element) -> bool:
    """Whether it is the sign beside a heading by which the heading is linked to."""
    if not link.get("href", "").startswith("#") or len(link):
        return False
    return (link.text or "").strip() in _SIGNS_OF_LINKS
