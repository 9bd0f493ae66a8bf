"""A line of a PDF as it is printed: its words, where they stand, how they look.

All measures are points (1/72 inch) on a page turned so that its text runs to the right: `left`
grows to the right and `bottom` upwards, as in the format (ISO 32000-1, section 8.3.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tui.documents.article import StyledSpan

DIVIDED = "\ufffe"
"""What PDFium puts in the place of the hyphen and the line end that divide a word."""


class Face(NamedTuple):
    """How letters look."""

    is_bold: bool = False
    """Heavier than those of a text."""
    is_italic: bool = False
    """Slanted."""
    is_mono: bool = False
    """All of one width."""
    is_pictures: bool = False
    """Small pictures in the places of letters."""


class Word(NamedTuple):
    """Letters without a blank between them."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    face: Face


class Cell(NamedTuple):
    """Words with much room around them."""

    left: float
    right: float
    text: str


_PLAIN = Face()


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of a page, measured in points of the page."""

    page: int
    """The index of its page."""
    text: str
    """Its words, cleaned, one blank between two."""
    left: float
    """Where it begins."""
    right: float
    """Where it ends."""
    bottom: float
    """The lowest point that most of its letters may reach."""
    size: float
    """The height that most of its letters may have."""
    first_width: float
    """How wide its first word is."""
    second_left: float
    """Where its second word begins; where it ends, if there is only one."""
    face: Face = _PLAIN
    """How most of its letters look."""
    is_divided: bool = False
    """Whether its last word goes on in the next line."""
    cells: tuple[Cell, ...] = ()
    """Its cells; empty for a line without wide gaps."""
    spans: tuple[StyledSpan, ...] = ()
    """Links, and words that look otherwise than most of it; offsets into `text`."""

    @property
    def middle(self) -> float:
        """Half its height."""
        return self.bottom + self.size / 2

    @property
    def is_empty(self) -> bool:
        """Whether there is no letter and no digit in it."""
        return not any(map(str.isalnum, self.text))
