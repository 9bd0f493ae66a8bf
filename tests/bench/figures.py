"""One figure of the table: what was measured, against what goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure and the goal it should hold."""

    what: str
    """What was measured, in the reader's words."""
    value: float
    """The figure."""
    unit: str
    """`x` for a ratio, else `ms` or `MiB`."""
    goal: float | None
    """The most it may be; `None` for a figure that only explains another."""
    from_what: str = ""
    """The absolute values behind it."""

    @property
    def verdict(self) -> str:
        """`ok`, `over`, or nothing where there is no goal."""
        if self.goal is None:
            return ""
        return "ok" if self.value <= self.goal else "over"

    def row(self) -> tuple[str, ...]:
        """The cells of its row."""
        digits = 2 if self.unit == "x" else 1
        goal = "" if self.goal is None else f"{self.goal:g} {self.unit}"
        return (
            self.what,
            f"{self.value:.{digits}f} {self.unit}",
            goal,
            self.verdict,
            self.from_what,
        )


def ratio(
    what: str, values: Sequence[float], against: Sequence[float], goal: float | None
) -> Figure:
    """The ratio of the medians of two interleaved series of seconds."""
    ours, theirs = median(values), median(against)
    return Figure(what, ours / theirs, "x", goal, f"{ours * 1000:.0f} : {theirs * 1000:.0f} ms")


def milliseconds(
    what: str, values: Sequence[float], goal: float | None, from_what: str = ""
) -> Figure:
    """The median of a series of seconds, in milliseconds."""
    spread = f"{min(values) * 1000:.0f} to {max(values) * 1000:.0f} ms"
    return Figure(what, median(values) * 1000, "ms", goal, from_what or spread)


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows as aligned columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
