"""Where a passage of several parts stands now: each part has a certain place, or it has none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.store.anchors import Located, Orphan, State

_WORST_LAST = (State.EXACT, State.MOVED, State.CHANGED)


def together(found: Sequence[Located | Orphan]) -> tuple[Located, ...] | Orphan:
    """The places of the parts of one passage; an orphan where one of them has no certain place.

    Parts that have changed their order, or run into one another, are no longer that passage.

    Args:
        found: Where each part was found, in the order of the parts.
    """
    places = tuple(each for each in found if isinstance(each, Located))
    if len(places) < len(found):
        lost = next(each for each in found if isinstance(each, Orphan))
        return lost if len(found) == 1 else Orphan(f"of one of its parts: {lost.reason}")
    if any(one.end > other.start for one, other in pairwise(places)):
        return Orphan("its parts do not stand one after the other any more")
    return places


def worst(places: Sequence[Located]) -> State:
    """How a passage was found: as the part of it that has changed most."""
    return max((place.state for place in places), key=_WORST_LAST.index)
