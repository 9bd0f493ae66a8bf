"""The text of an extractor as HTML, for what it found where the page has no such words.

Some pages hold their article in a script only, as data. The tree is trafilatura's, a kind of TEI.
"""

from __future__ import annotations

from tui.documents.reader.markup_tree import Element, name_of

_NAMES = {
    "head": "h2", "list": "ul", "item": "li", "quote": "blockquote", "row": "tr", "cell": "td",
    "lb": "br", "ref": "a", "graphic": "img", "del": "s", "code": "pre",
}  # fmt: skip
_SET = {"#b": "b", "#i": "i", "#t": "code"}


def extract_as_html(body: Element) -> Element:
    """The same tree with the names of HTML; it is changed in place."""
    for element in body.iter():
        name = name_of(element)
        if name == "hi":
            element.tag = _SET.get(element.get("rend", ""), "span")
        elif name == "head" and element.get("rend", "") in ("h1", "h2", "h3", "h4", "h5", "h6"):
            element.tag = element.get("rend")
        elif name == "ref":
            element.set("href", element.get("target", ""))
            element.tag = "a"
        elif name in _NAMES:
            element.tag = _NAMES[name]
    return body
