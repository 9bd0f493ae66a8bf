"""The numbers that Word counts before headings ("2.1 Ships"), for a converter that drops them.

Elements are those of ECMA-376, part 1, section 17.9 ("Numbering").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from tui.documents.pattern import pattern
from tui.documents.reader.markup_tree import Element
from tui.documents.reader.strict_xml import attribute, local_name, parsed_xml

_LEVELS = 9
_LONGEST = 40
"""Code points of what stands before a heading; nobody writes longer ones."""
_MOST = 10_000
"""What is counted further is no longer written."""
_DEEPEST = 10
"""Styles that a style may be based on, one on the other."""
_PLACE = pattern(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class _Level(NamedTuple):
    start: int
    form: str
    text: str


class _Style(NamedTuple):
    is_heading: bool
    number: str
    level: str
    based_on: str


def with_heading_numbers(document: bytes, styles: bytes, numbering: bytes) -> bytes:
    """The main part of a document with the numbers of its headings as words.

    Args:
        document: The part.
        styles: The part with the styles; headings are known by them.
        numbering: The part that says how is counted; empty for a document that counts nothing.
    """
    counted = parsed_xml(numbering) if numbering else None
    styled = parsed_xml(styles) if styles else None
    root = parsed_xml(document) if counted is not None and styled is not None else None
    if counted is None or styled is None or root is None:
        return document
    known = _styles(styled)
    counting = _Counting(counted)
    is_changed = False
    for paragraph in [node for node in root.iter() if local_name(node) == "p"]:
        properties = _child(paragraph, "pPr")
        if properties is None:
            continue
        style = _value(properties, "pStyle")
        number, level = _counted_by(properties, style, known)
        label = counting.next(number, level) if number else ""
        is_heading = style in known and known[style].is_heading
        if label and is_heading and any(words.strip() for words in paragraph.itertext()):
            _write(label, properties)
            is_changed = True
    if not is_changed:
        return document
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _write(label: str, properties: Element) -> None:
    """Put a label before the words of a paragraph."""
    space = properties.tag.rpartition("}")[0] + "}"
    run = etree.Element(f"{space}r")
    etree.SubElement(run, f"{space}t").text = f"{label}\N{NO-BREAK SPACE}"
    properties.addnext(run)


def _styles(root: Element) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for node in root:
        if local_name(node) == "style":
            properties = _child(node, "pPr")
            number, level = _numbered(properties) if properties is not None else ("", "")
            is_heading = _value(node, "name").lower().startswith("heading ")
            found[attribute(node, "styleId")] = _Style(
                is_heading, number, level, _value(node, "basedOn")
            )
    return found


def _counted_by(properties: Element, style: str, known: dict[str, _Style]) -> tuple[str, int]:
    """The list that counts a paragraph, and its level there; an empty name for none."""
    number, level = _numbered(properties)
    for _ in range(_DEEPEST):
        if (number and level) or style not in known:
            break
        number = number or known[style].number
        level = level or known[style].level
        style = known[style].based_on
    depth = int(level) if level.isascii() and level.isdigit() and len(level) == 1 else 0
    return number, min(depth, _LEVELS - 1)


def _numbered(properties: Element) -> tuple[str, str]:
    """The list and level that the properties of a paragraph name; empty where they do not."""
    own = _child(properties, "numPr")
    return ("", "") if own is None else (_value(own, "numId"), _value(own, "ilvl"))


class _Counting:
    """How far every list has counted."""

    def __init__(self, root: Element) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        for node in root:
            if local_name(node) == "abstractNum":
                self._levels[attribute(node, "abstractNumId")] = dict(_levels(node))
            elif local_name(node) == "num" and _child(node, "lvlOverride") is None:
                # Lists that count in another way than the one they name are left as they are.
                self._lists[attribute(node, "numId")] = _value(node, "abstractNumId")

    def next(self, number: str, depth: int) -> str:
        """Count a paragraph; what stands before it, empty for nothing or what is not known."""
        name = self._lists.get(number, "")
        levels = self._levels.get(name, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(name, [])
        # A level that is passed over counts as begun.
        counts += [levels[n].start if n in levels else 1 for n in range(len(counts), depth)]
        if len(counts) > depth:
            counts[depth:] = [counts[depth] + 1]
        else:
            counts.append(levels[depth].start)
        return _label(levels, counts, depth)


def _label(levels: dict[int, _Level], counts: list[int], depth: int) -> str:
    written: list[str] = []

    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        words = _written(counts[at], levels[at].form) if at <= depth and at in levels else ""
        written.append(words)
        return words

    label = _PLACE.sub(place, levels[depth].text).strip()
    return label if written and all(written) and len(label) <= _LONGEST else ""


def _levels(node: Element) -> Iterator[tuple[int, _Level]]:
    for level in node:
        depth = attribute(level, "ilvl")
        if local_name(level) != "lvl" or len(depth) != 1 or not "0" <= depth <= "8":
            continue
        start = _value(level, "start")
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1
        yield int(depth), _Level(first, _value(level, "numFmt"), _value(level, "lvlText"))


def _written(count: int, form: str) -> str:
    """A number in one of the forms that are known; empty for others, and for what is too much."""
    if not 0 < count < _MOST:
        return ""
    if form == "decimal":
        return str(count)
    letters = form.lower().removeprefix("upper").removeprefix("lower")
    words = ""
    if letters == "letter":
        words = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif letters == "roman":
        for value, sign in _ROMAN:
            words += sign * (count // value)
            count %= value
    return words.upper() if form.startswith("upper") else words


def _child(node: Element, name: str) -> Element | None:
    return next((child for child in node if local_name(child) == name), None)


def _value(node: Element, name: str) -> str:
    """What a child says, as most elements of Word do, in `val`."""
    child = _child(node, name)
    return "" if child is None else attribute(child, "val")
