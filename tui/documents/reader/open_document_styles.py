"""The styles of an OpenDocument text: what a paragraph, words and a list are set as.

Automatic styles ("P3") are asked for what they set and for the named style they stand on
(OpenDocument 1.3, part 3, section 16); a name is written with `_20_` for a blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.documents.reader.markup_tree import Element
from tui.documents.reader.strict_xml import attribute, local_name

_PARAGRAPHS = {
    "title": ("h1",),
    "quotations": ("blockquote", "p"),
    "preformatted_20_text": ("pre",),
    "caption": ("figcaption",),
    "illustration": ("figcaption",),
    "figure": ("figcaption",),
    "table": ("figcaption",),
    "drawing": ("figcaption",),
}
"""Named styles of paragraphs and the elements of HTML they are."""
_WORDS = {"strong_20_emphasis": "strong", "emphasis": "em", "source_20_text": "code"}
_DEEPEST = 20
"""Styles on styles that are followed; they may stand on one another in a circle."""


class Styles:
    """The styles of a document by their names."""

    def __init__(self) -> None:
        """Begin without styles."""
        self._parents: dict[str, str] = {}
        self._set: dict[str, tuple[str, ...]] = {}
        self._numbered: set[tuple[str, int]] = set()

    def add(self, style: Element) -> None:
        """Learn a style of paragraphs or words."""
        name = attribute(style, "name")
        self._parents[name] = attribute(style, "parent-style-name")
        self._set[name] = tuple(_set_by(style))

    def add_list(self, style: Element) -> None:
        """Learn a style of lists."""
        for level in style:
            number = attribute(level, "level")
            is_numbered = local_name(level) == "list-level-style-number"
            if is_numbered and attribute(level, "num-format") and number.isdecimal():
                self._numbered.add((attribute(style, "name"), int(number)))

    def paragraph(self, name: str) -> tuple[str, ...]:
        """The elements, from the outside in, that a paragraph of this style is."""
        for each in self._with_parents(name):
            if each.lower() in _PARAGRAPHS:
                return _PARAGRAPHS[each.lower()]
        return ("p",)

    def words(self, name: str) -> tuple[str, ...]:
        """The elements, from the outside in, that words of this style are."""
        found: dict[str, None] = {}
        for each in self._with_parents(name):
            if each.lower() in _WORDS:
                found[_WORDS[each.lower()]] = None
            found.update(dict.fromkeys(self._set.get(each, ())))
        return tuple(found)

    def is_numbered(self, name: str, level: int) -> bool:
        """Whether the items of a list have numbers at this level, which counts from 1."""
        return (name, level) in self._numbered

    def _with_parents(self, name: str) -> Iterator[str]:
        for _ in range(_DEEPEST):
            if not name:
                return
            yield name
            name = self._parents.get(name, "")


def read_styles(roots: Iterable[Element]) -> Styles:
    """The styles that some files of a document define."""
    styles = Styles()
    for root in roots:
        for node in root.iter():
            name = local_name(node)
            if name == "style":
                styles.add(node)
            elif name == "list-style":
                styles.add_list(node)
    return styles


def _set_by(style: Element) -> Iterator[str]:
    """The elements of HTML that stand for what a style sets."""
    for properties in style:
        if local_name(properties) != "text-properties":
            continue
        weight = attribute(properties, "font-weight")
        if weight == "bold" or weight in ("600", "700", "800", "900"):
            yield "b"
        if attribute(properties, "font-style") in ("italic", "oblique"):
            yield "i"
        if attribute(properties, "text-line-through-style") not in ("", "none"):
            yield "s"
        # "super 58%", "-33% 58%": how far off the line, and how large.
        position = attribute(properties, "text-position").partition(" ")[0]
        if position.startswith("sub") or (position.startswith("-") and position != "-0%"):
            yield "sub"
        elif position not in ("", "0%", "-0%"):
            yield "sup"
