"""The jump list: the places a reader jumped from, as vim keeps them.

A place is in the list once, where it was left last. Going back does not shorten the list:
a jump made from an earlier place joins its end, and the places beyond stay reachable.
"""

from __future__ import annotations

_KEPT = 100
"""Places remembered, as many as vim does."""


class JumpList:
    """Places as offsets, the one left last at the end, and how far back the reader is."""

    def __init__(self) -> None:
        """Begin with no place."""
        self.places: list[int] = []
        self._position = 0
        self.before: int | None = None
        """Where the last jump began; `None` before the first."""

    def record(self, here: int) -> None:
        """Remember the place that a jump leaves."""
        self.before = here
        self._add(here)
        self._position = len(self.places)

    def back(self, here: int) -> int | None:
        """The place before; `None` when there is none.

        Args:
            here: Where the reader is; the first step back remembers it, to return to.
        """
        if self._position == len(self.places):
            self._add(here)
            self.before = here
            self._position = len(self.places) - 1
        if self._position == 0:
            return None
        self._position -= 1
        return self.places[self._position]

    def forward(self) -> int | None:
        """The place after; `None` when there is none."""
        if self._position + 1 >= len(self.places):
            return None
        self._position += 1
        return self.places[self._position]

    def _add(self, here: int) -> None:
        if here in self.places:
            self.places.remove(here)
        self.places.append(here)
        del self.places[:-_KEPT]
