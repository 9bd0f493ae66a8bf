"""What holds words of a Word document by a name that the converter drops with all that is in it.

Elements are those of ECMA-376, part 1, section 17: fields in one element (17.16.19), letters with
their reading above them (17.3.3.25), runs in the other direction (17.3.2.3, 17.3.2.8), boxes of
text that were drawn (20.4), and parts in another format (17.17.2.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tui.documents.reader.markup_tree import Element
from tui.documents.reader.strict_xml import attribute, local_name, parsed_xml

_READ_AS = {
    "fldSimple": "smartTag",
    "ruby": "smartTag",
    "rubyBase": "smartTag",
    "bdo": "smartTag",
    "dir": "smartTag",
    "cr": "br",
}
"""Elements, and one that the converter reads in the same way. How letters are read (`rt`) is not
among them: it repeats what they say."""
_SIGNS = tuple(f":{name}".encode() for name in (*_READ_AS, "txbxContent", "altChunk"))


def with_known_holders(part: bytes, stand_in: str) -> tuple[bytes, tuple[str, ...]]:
    """A part of a document whose words the converter finds; as it was when it finds them anyway.

    Args:
        part: The part.
        stand_in: Words that are put in a paragraph of their own in the place of each part in
            another format, with its number behind them.

    Returns:
        The part, and the identifiers of the relations to those parts.
    """
    root = parsed_xml(part) if any(sign in part for sign in _SIGNS) else None
    if root is None:
        return part, ()
    space = root.tag.rpartition("}")[0] + "}"
    others: list[str] = []
    for node in list(root.iter()):
        name = local_name(node)
        if name in _READ_AS and node.tag == space + name:
            node.tag = space + _READ_AS[name]
        elif name in ("AlternateContent", "drawing"):
            _show_boxes(node, space)
        elif name == "altChunk":
            _stand_in(node, space, f"{stand_in}{len(others)}")
            others.append(attribute(node, "id"))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written, tuple(others)


def _show_boxes(drawing: Element, space: str) -> None:
    """Keep the boxes of text of a drawing that has no other form in which they would be found."""
    parent = drawing.getparent()
    if parent is None or local_name(parent) in ("Choice", "Fallback"):
        return
    if any(_holds_text(other) for other in drawing if local_name(other) == "Fallback"):
        return
    boxes = list(_outermost_boxes(drawing))
    if boxes:
        tail = drawing.tail
        drawing.clear()
        drawing.tag, drawing.tail = space + "pict", tail
        drawing.extend(boxes)


def _holds_text(node: Element) -> bool:
    return any(local_name(each) == "t" for each in node.iter())


def _outermost_boxes(node: Element) -> Iterator[Element]:
    for child in node:
        if local_name(child) == "txbxContent":
            yield child
        else:
            yield from _outermost_boxes(child)


def _stand_in(chunk: Element, space: str, words: str) -> None:
    paragraph = etree.Element(f"{space}p")
    etree.SubElement(etree.SubElement(paragraph, f"{space}r"), f"{space}t").text = words
    parent = chunk.getparent()
    if parent is not None:
        paragraph.tail = chunk.tail
        parent.replace(chunk, paragraph)
