"""How much room each panel gets: one column of them or two, and one that takes the most of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import accumulate, pairwise

from textual.containers import Container
from textual.geometry import Region, Size
from textual.layout import WidgetPlacement

from tui.settings.config import FOCUSED_CHOICES
from tui.widgets.rooms import NARROW, SHEET, SHORT, columns_of

EVEN, LARGE, WHOLE = FOCUSED_CHOICES
LEAST = 6
"""Rows that a panel keeps beside a large one, its frame among them: two quotes, four names."""
SHORT_OF_TWO = 20
"""Rows of a window below which two columns have no room for two open panels each."""
SMALL_SHEET = 7
"""Rows of the sheet of a small window when the reader wants more of the text."""
TEXT_BESIDE = 5
"""Rows that the text keeps above the largest sheet; fewer where there are hardly any."""
ROOM_TO_UNFOLD = 8
"""Rows that a panel needs besides its rows: its frame, and the rest of the row in full."""
FRAME_OF_DESK = 4
"""Rows of title, progress, names of panels and status row."""


class Room(Enum):
    """What a panel gets."""

    SHARE = "share"
    """Its share of the column."""
    LARGE = "large"
    """As much as its rows need, if the others keep what can be read."""
    SMALL = "small"
    """That, or more where the large one does not need it."""
    LINE = "line"
    """A line with its title."""


def has_sizes(window: Size) -> bool:
    """Whether a window has room for panels of different sizes, or for a sheet of them."""
    return window.width < NARROW or _is_tall(window)


def _is_tall(window: Size) -> bool:
    return window.height >= (SHORT if columns_of(window) == 1 else SHORT_OF_TWO)


def rooms(
    count: int, window: Size, open_number: int, size: str, *, is_in_use: bool
) -> tuple[Room, ...]:
    """What each panel gets, in their order.

    Args:
        count: How many panels there are.
        window: The window.
        open_number: The panel that is open where not all are, from 0.
        size: How large that one is among the others (`FOCUSED_CHOICES`).
        is_in_use: Whether it has had the keys: before, no panel is larger than its share.
    """
    columns = columns_of(window)
    if window.width < NARROW:
        return (Room.SHARE,) * count
    found = [Room.SHARE] * count
    for numbers in column_numbers(count, columns):
        opened = open_number if open_number in numbers else numbers[0]
        one = others = Room.SHARE
        if not _is_tall(window):
            others = Room.LINE
        elif is_in_use and open_number in numbers and size == LARGE:
            one, others = Room.LARGE, Room.SMALL
        elif is_in_use and open_number in numbers and size == WHOLE:
            others = Room.LINE
        for number in numbers:
            found[number] = one if number == opened else others
    return tuple(found)


def column_numbers(count: int, columns: int) -> list[range]:
    """The numbers of the panels in each column, from 0."""
    if columns == 1:
        return [range(count)]
    half = (count + 1) // 2
    return [range(half), range(half, count)]


def heights(rows: int, given: Sequence[Room], weights: Sequence[float], needed: int) -> list[int]:
    """The rows of the panels of one column.

    Args:
        rows: The rows there are.
        given: What each panel gets.
        weights: The share of each where none gets more than that.
        needed: The rows that the large one would fill.
    """
    lines = [1 if room is Room.LINE else 0 for room in given]
    left = max(0, rows - sum(lines))
    own = parts(left, [0 if line else weight for line, weight in zip(lines, weights, strict=True)])
    if Room.LARGE in given:
        number = given.index(Room.LARGE)
        small = [LEAST if room is Room.SMALL else 0 for room in given]
        large = min(left - sum(small), needed)
        if large > own[number]:
            # What it does not need the others share.
            weights = [weight if size else 0 for size, weight in zip(small, weights, strict=True)]
            more = parts(left - large - sum(small), weights)
            own = [sum(pair) for pair in zip(small, more, strict=True)]
            own[number] = large
    return [sum(pair) for pair in zip(lines, own, strict=True)]


def parts(rows: int, weights: Sequence[float]) -> list[int]:
    """Some rows shared out by weights; by the sums of those, so that none is lost."""
    total = sum(weights) or 1
    ends = [int(rows * end / total) for end in accumulate(weights, initial=0)]
    return [end - start for start, end in pairwise(ends)]


def lines_per_row(lines: int, window: Size) -> int:
    """The lines of a row that has so many of its own: in the largest windows its words go on."""
    has_room = columns_of(window) > 1 and window.height >= SHORT
    return lines + 1 if has_room and lines > 1 else lines


def sheet_rows(window: Size, size: str) -> int:
    """The rows of the sheet that holds the panels of a small window."""
    body = window.height - FRAME_OF_DESK
    usual = max(4, min(SHEET, window.height - SHEET))
    if size == LARGE:
        return usual
    if size == EVEN:
        return min(SMALL_SHEET, usual)
    return max(usual, body - TEXT_BESIDE, min(6, body))


class Panels(Container):
    """The panels, in one column or two."""

    rooms: tuple[Room, ...] = ()
    """What each panel gets, in their order."""
    columns: int = 1
    """In how many columns they stand."""
    needed: int = 0
    """The rows that the large one would fill."""

    def lay_out(self, rooms: tuple[Room, ...], columns: int, needed: int) -> None:
        """Give the panels their rooms, with the next frame."""
        if (rooms, columns, needed) != (self.rooms, self.columns, self.needed):
            self.rooms, self.columns, self.needed = rooms, columns, needed
            # It is a child that has its parent arrange the children anew.
            self.children[0].refresh(layout=True)

    def process_layout(self, placements: list[WidgetPlacement]) -> list[WidgetPlacement]:
        """Give the panels their places; in a small window there is one, which has all of it."""
        if len(placements) != len(self.rooms):
            return placements
        # By the shares of the style sheet they would fill the one column there would be.
        width, height = placements[0].region.width, placements[-1].region.bottom
        found: list[WidgetPlacement] = []
        for column, numbers in enumerate(column_numbers(len(placements), self.columns)):
            # Between two columns there is a cell of air.
            left, right = ((width + 1) * n // self.columns for n in (column, column + 1))
            y = 0
            weights = [_weight(placements[number]) for number in numbers]
            given = [self.rooms[number] for number in numbers]
            found_rows = heights(height, given, weights, self.needed)
            for number, rows in zip(numbers, found_rows, strict=True):
                region = Region(left, y, right - left - 1, rows)
                found.append(placements[number]._replace(region=region))
                y += rows
        return found


def _weight(placement: WidgetPlacement) -> float:
    """The share of a panel as the style sheet gives it ("12fr")."""
    height = placement.widget.styles.height
    return height.value if height is not None else 1.0
