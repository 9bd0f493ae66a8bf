"""The lists of a markup: the pieces of an item get its bullet or number when the item ends.

Items stand as those of Markdown do: a list is tight, one block of lines, unless there are
paragraphs in its items.
"""

from __future__ import annotations

from dataclasses import replace

from tui.documents.list_layout import BULLETS, indented
from tui.documents.reader.markup_tree import Element, name_of
from tui.documents.text_pieces import Piece

_DEEPEST = 12
"""Lists in one another that are indented; what lies deeper would leave no room for words."""
_DEFINED = "  "


class _List:
    """A list that is open."""

    def __init__(self, element: Element | None, depth: int) -> None:
        self.depth = depth
        self.count = 0
        """Its items so far that have words."""
        self.is_numbered = element is not None and name_of(element) == "ol"
        self.number = _number(element.get("start", "")) if element is not None else 1
        items = () if element is None else element.iterchildren("{*}li")
        self.is_tight = not any(name_of(part) == "p" for item in items for part in item)


class Lists:
    """The pieces of a markup, and the lists that are open in it."""

    def __init__(self) -> None:
        """Begin without pieces."""
        self.pieces: list[Piece] = []
        self._lists: list[_List] = []
        self._items: list[tuple[int, _List]] = []
        self._definitions: list[int] = []

    def begin_list(self, element: Element) -> None:
        """A list begins."""
        self._lists.append(_List(element, len(self._lists)))

    def end_list(self) -> None:
        """It ends."""
        self._lists.pop()

    def begin_item(self, element: Element) -> None:
        """An item begins; one outside of a list is a list of its own."""
        around = self._lists[-1] if self._lists else _List(None, 0)
        if value := element.get("value"):
            around.number = _number(value)
        self._items.append((len(self.pieces), around))

    def end_item(self) -> None:
        """It ends: what was added since it began belongs to it."""
        start, around = self._items.pop()
        pieces = self.pieces[start:]
        bullet = BULLETS[around.depth % len(BULLETS)]
        marker = f"{around.number}. " if around.is_numbered else f"{bullet} "
        around.number += 1
        if not pieces or around.depth >= _DEEPEST:
            return
        is_first = around.count == around.depth == 0
        for position, piece in enumerate(pieces):
            goes_on = around.is_tight and not piece.is_aside and not (is_first and not position)
            item = indented(piece, "" if position else marker, " " * len(marker))
            self.pieces[start + position] = replace(item, goes_on=piece.goes_on or goes_on)
        around.count += 1

    def begin_definition(self) -> None:
        """A list of definitions begins, or one of its definitions."""
        self._definitions.append(len(self.pieces))

    def end_definition(self, name: str) -> None:
        """It ends: a definition stands below its term, indented."""
        start = self._definitions.pop()
        if name != "dd" or len(self._definitions) > _DEEPEST:
            return
        for position, piece in enumerate(self.pieces[start:], start):
            goes_on = piece.goes_on or (position == start and self._has_term(start))
            item = indented(piece, "", _DEFINED)
            self.pieces[position] = replace(item, goes_on=goes_on and not piece.is_aside)

    def _has_term(self, start: int) -> bool:
        """Whether something stands before in the same list of definitions."""
        return bool(self._definitions) and self._definitions[-1] < start


def _number(digits: str) -> int:
    """A number from an attribute; 1 for none, and for one that nobody counts to."""
    sign = -1 if digits.strip().startswith("-") else 1
    digits = digits.strip().removeprefix("-")
    return sign * int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else 1
