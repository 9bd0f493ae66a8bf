"""The colours of a highlight: the only list of them."""

from __future__ import annotations

from enum import StrEnum


class Colour(StrEnum):
    """The colours of a mark, in the order of their keys."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


COLOURS = tuple(Colour)
"""All of them: before Python 3.12 an enumeration cannot be asked whether it holds a word."""
