"""The parts of a highlight without a place: which are lost, and where its reader puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.store.anchors import Located, Orphan

if TYPE_CHECKING:
    from tui.documents.passage_parts import Parts
    from tui.session.recorder import Recorder
    from tui.store.highlight_rows import Highlight


def put_by_hand(recorder: Recorder, orphan: Highlight, span: Span) -> Parts:
    """The parts of a highlight without a place once its reader has given it one.

    What is given takes the place of the parts that have none; a part that has its place keeps
    it, unless all of them have one and only do not belong together any more.
    """
    found = [recorder.placement.of(anchor) for anchor in orphan.anchors]
    places = [Span(each.start, each.end) for each in found if isinstance(each, Located)]
    kept = [each for each in places if not each.overlaps(span)]
    return tuple(sorted([*kept, span])) if len(places) < len(found) else (span,)


def lost_parts(recorder: Recorder, orphan: Highlight) -> tuple[bool, ...]:
    """Which parts of a highlight without a place have none themselves."""
    return tuple(isinstance(recorder.placement.of(each), Orphan) for each in orphan.anchors)
