"""One count of the table: what was tried, what was found, what may be."""

from __future__ import annotations

from typing import NamedTuple

HEAD = ("what", "found", "goal", "")


class Count(NamedTuple):
    """What came of many trials."""

    what: str
    """What was counted, in the reader's words."""
    found: str
    """The count, with what it is a part of: "0 of 3,045"."""
    goal: str
    """What it must be."""
    is_held: bool
    """Whether it is."""

    def row(self) -> tuple[str, ...]:
        """The cells of its row."""
        return (self.what, self.found, self.goal, "ok" if self.is_held else "NOT HELD")


def none_of(what: str, bad: int, of: int) -> Count:
    """A count of what must never happen."""
    return Count(what, f"{bad:,} of {of:,}", "0", bad == 0)


def all_of(what: str, good: int, of: int) -> Count:
    """A count of what must always happen."""
    return Count(what, f"{good:,} of {of:,}", "all", good == of)


def at_most(what: str, figure: float, goal: float, unit: str = "x") -> Count:
    """A figure with a limit: a ratio of two measurements made side by side, or a size."""
    return Count(what, f"{figure:.3g} {unit}", f"<= {goal:g} {unit}", figure <= goal)


def at_least(what: str, figure: float, goal: float, unit: str = "%") -> Count:
    """A figure that must be reached."""
    return Count(what, f"{figure:.4g} {unit}", f">= {goal:g} {unit}", figure >= goal)
