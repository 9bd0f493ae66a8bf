"""The colours of a highlight."""

from __future__ import annotations

from enum import StrEnum


class Colour(StrEnum):
    """The colours of a mark, in the order of their keys."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
