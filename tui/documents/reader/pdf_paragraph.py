"""A paragraph of a PDF: lines that belong together, and what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from tui.documents.reader.pdf_line import Line


class Kind(Enum):
    """What lines are together."""

    PROSE = auto()
    QUOTATION = auto()
    ITEM = auto()
    HEADING = auto()
    CAPTION = auto()
    VERSE = auto()
    """Lines that are kept."""
    CODE = auto()
    TABLE = auto()


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]
    """The lines, from the first to the last; of several columns and pages once it is whole."""
    kind: Kind = Kind.PROSE
    """What they are."""
    indent: float = 0.0
    """How far its first line stands from the left edge of its column."""
    offset: float = 0.0
    """How far its last line does."""
    is_first: bool = False
    """Whether nothing stands above it in its column."""
    measure: float = 0.0
    """Where full lines end."""

    @property
    def size(self) -> float:
        """How large it is printed."""
        return self.lines[0].size

    @property
    def text(self) -> str:
        """Its words, roughly."""
        return " ".join(line.text for line in self.lines)


_END = re.compile(r"[.!?…:;][\"'”’»)\]]*(?:\[\d{1,3}\])*\Z|[.!?…][\"'”’»)\]]*\d{0,3}\Z")
_BULLET = re.compile(r"[•·*–—-](?=\s|\Z)|o(?=\s)")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)](?=\s)|\[\d{1,3}\](?=\s)")


def ends_sentence(line: Line) -> bool:
    """Whether a sentence can end with a line."""
    return not line.is_divided and _END.search(line.text) is not None


def is_bulleted(line: Line) -> bool:
    """Whether a line begins with the bullet of a list."""
    match = _BULLET.match(line.text)
    if match is None:
        return False
    # A dash or a letter is a bullet where the words stand well apart from it.
    apart = line.second_left - line.left - line.first_width
    return match[0] == "•" or apart > 0.4 * line.size


def is_numbered(line: Line) -> bool:
    """Whether a line begins as an item of a numbered list does."""
    return _NUMBERED.match(line.text) is not None


def has_room(line: Line, measure: float, following: Line) -> float:
    """How much room a line left that the first word of the next would have taken, in points."""
    return measure - line.right - following.first_width - 0.2 * line.size


def is_loose(lines: Sequence[Line], measure: float) -> bool:
    """Whether most lines end before they must."""
    ends = [
        has_room(line, measure, after) > 0.1 * (measure - line.left)
        for line, after in pairwise(lines)
    ]
    return len(ends) > 0 and 2 * sum(ends) > len(ends)
