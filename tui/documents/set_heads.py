"""Heads that certain kinds of plain text begin with: press releases, and memos of the RFC series.

Each is known by a line that no other text begins with (RFC 7322, section 4.1, for the latter).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.documents.article import Block, Span
from tui.documents.pattern import pattern

_NEAR_THE_TOP = 6
"""Blocks in which a head stands."""
_LONGEST = 400
_RELEASE = pattern(
    r"(?:for\s)?immediate\s(?:release|distribution)[:.!]?|(?:press|news|media)\srelease[:.]?"
    # In small letters it begins a headline: "Embargoed for years, ...".
    r"|(?-i:EMBARGOED)\s(?:until|for)\s\S.{2,60}",
    re.IGNORECASE,
)
_ANNOUNCED = pattern(r"(?:(?:media|press|news)\s)?contacts?(?:\sinformation)?:", re.IGNORECASE)
"""How lines begin that say whom to ask."""
# The years in "Sales 2019-2023" are no number to call.
_REACHED = pattern(
    r"(?:tel(?:ephone)?|phone|mobile|cell|e-?mail|fax|web(?:site)?)[.:]\s?\S.*"
    r"|(?:.*[\s(<:,])?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?"
    r"|(?:.*[\s:,])?(?:\+\d[\d ()/-]{7,18}|\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}|\d{3}-\d{4})",
    re.IGNORECASE,
)
"""A line that ends with an address or a number to call."""
_LONGEST_LINE = 100
_RELEASE_END = pattern(r"#(?:\s?#){2,}|[-—–\s]*(?:30|end|ends)[-—–\s]*", re.IGNORECASE)
_MEMO = pattern(r"^\s*(?:Request for Comments:\s\d+|Internet-Draft\b)", re.MULTILINE)
_EDITOR = r"(?:,\sEd(?:itor)?\.)?"
_AUTHOR = pattern(rf" {{3,}}((?:[A-Z]\.[ -]?)+[A-Z][\w'’-]+){_EDITOR}[^\S\n]*$", re.MULTILINE)
_TITLE_INDENT = 6


class Head(NamedTuple):
    """What such a head says."""

    asides: tuple[Span, ...]
    """Its lines, block by block, in text order; no words of the text."""
    title: str | None = None
    """The title; `None` where it stands below the head like any headline."""
    byline: str | None = None
    """The authors."""


def find_head(text: str, blocks: Sequence[Block]) -> Head | None:
    """The head of a text of several blocks; `None` for most texts."""
    if len(blocks) < 3:
        return None
    return _release(text, blocks) or _memo(text, blocks)


def _release(text: str, blocks: Sequence[Block]) -> Head | None:
    first = text[blocks[0].start : blocks[0].end]
    lines = [line.strip() for line in first.split("\n")]
    if len(first) > _LONGEST or not any(_RELEASE.fullmatch(line) for line in lines[:2]):
        return None
    found = []
    for block in blocks[:_NEAR_THE_TOP]:
        lines = [line.strip() for line in text[block.start : block.end].split("\n")]
        rest = [line for line in lines if not _RELEASE.fullmatch(line)]
        if block.end - block.start > _LONGEST or not (not rest or _says_whom_to_ask(rest)):
            break
        found.append(_trimmed(text, block))
    last = _trimmed(text, blocks[-1])
    if found and _RELEASE_END.fullmatch(text[slice(*last)]):
        found.append(last)
    return Head(tuple(found)) if found else None


def _says_whom_to_ask(lines: Sequence[str]) -> bool:
    """Whether lines are all addresses, or names and addresses below a line that announces them."""
    if any(len(line) > _LONGEST_LINE for line in lines):
        return False
    if _ANNOUNCED.match(lines[0]):
        return not any(line.endswith((".", "!", "?")) for line in lines)
    return all(map(_REACHED.fullmatch, lines))


def _memo(text: str, blocks: Sequence[Block]) -> Head | None:
    """Its head has the names of its authors on the right; its title stands alone below, centred."""
    head, below = blocks[0], blocks[1]
    words = text[head.start : head.end]
    title = text[below.start : below.end]
    indent = min(len(line) - len(line.lstrip()) for line in title.split("\n"))
    if not _MEMO.search(words) or indent < _TITLE_INDENT or len(title) > _LONGEST:
        return None
    names = ", ".join(match[1] for match in _AUTHOR.finditer(words))
    return Head((_trimmed(text, head),), " ".join(title.split()), names or None)


def _trimmed(text: str, block: Block) -> Span:
    words = text[block.start : block.end]
    start = block.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
