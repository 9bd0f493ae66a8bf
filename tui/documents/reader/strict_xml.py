"""XML made a tree, without anything that it asks to be fetched or filled in.

The parser expands no entity, loads no DTD, reaches no address, and refuses what is nested deeper
than 256 elements; with its usual settings a file of a few lines can read other files (XXE) or
fill the memory.
"""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

from tui.documents.pattern import pattern
from tui.documents.reader.markup_tree import Element

_ENTITY = pattern(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})


def parsed_xml(data: bytes) -> Element | None:
    """The root of an XML document; `None` for what is none.

    Entities of HTML (`&nbsp;`) are the characters they mean, without the DTD that declares them;
    comments and instructions are gone.
    """
    # A parser carries what it has seen from one document to the next; it is cheap to make.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    if b"&" in data:
        # Latin-1 gives every byte back as it was; names of entities are in ASCII.
        data = _ENTITY.sub(_as_number, data.decode("latin-1")).encode("latin-1")
    try:
        root: Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if b"<!ENTITY" in data:
        etree.strip_elements(root, etree.Entity, with_tail=False)
    return root


def local_name(node: Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words_in(node: Element) -> str:
    """All words in an element, on one line."""
    return " ".join("".join(node.itertext()).split())


def attribute(node: Element, name: str) -> str:
    """An attribute by its name without namespace; empty when there is none."""
    if name in node.attrib:
        return str(node.attrib[name])
    for key, value in node.attrib.items():
        if str(key).rpartition("}")[2].rpartition(":")[2] == name:
            return str(value)
    return ""


def _as_number(match: re.Match[str]) -> str:
    letters = None if match[1] in _OWN else html5.get(f"{match[1]};")
    return "".join(f"&#{ord(letter)};" for letter in letters) if letters else match[0]
