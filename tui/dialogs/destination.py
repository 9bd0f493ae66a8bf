"""Where a reader wants to go from a list over the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.store.anchors import Anchor


class Destination(NamedTuple):
    """Where a reader wants to go from a list."""

    document_id: str
    """The article."""
    source: str
    """Where it was opened from last, else by what the library opens its own text of it."""
    anchor: Anchor | None = None
    """The passage to go to; `None` for the place where reading stopped."""
    link: str = ""
    """Where an answer stands, when that is wanted; empty else."""
