"""A highlight with its place in the open text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.store.anchors import Located, State
from tui.store.highlight_rows import Highlight

if TYPE_CHECKING:
    from tui.session.recorder import Recorder


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight with its place in the open text."""

    highlight: Highlight
    """The highlight."""
    span: Span
    """Where it stands now."""
    state: State
    """How its place was found; a string as the panels show it."""
    pending: bool
    """Whether a change of it is not saved yet."""


def placed(recorder: Recorder) -> tuple[tuple[Mark, ...], tuple[Highlight, ...]]:
    """The highlights that have a place in this text, and those that have none.

    Marks are in text order, the longer first; the others in the order of their old places.
    """
    pending = recorder.pending_ids()
    marks: list[Mark] = []
    orphans: list[Highlight] = []
    for row in recorder.all_of(Highlight).values():
        found = recorder.placement.of(row.anchor)
        if isinstance(found, Located):
            marks.append(Mark(row, Span(found.start, found.end), found.state, row.id in pending))
        else:
            orphans.append(row)
    marks.sort(key=lambda m: (m.span.start, -m.span.end, m.highlight.id))
    orphans.sort(key=lambda row: row.anchor.start)
    return tuple(marks), tuple(orphans)
