"""A highlight with its place in the open text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.documents.passage_parts import GAP, Parts, contains, overlap, reach, size
from tui.store.anchors import Orphan, State
from tui.store.canonical import composed
from tui.store.changed_sentences import Wording
from tui.store.changed_words import ChangedWords, changed_words
from tui.store.found_again import Finding, FoundAgain
from tui.store.highlight_rows import Highlight
from tui.store.located_parts import worst

if TYPE_CHECKING:
    from tui.session.recorder import Recorder
    from tui.store.placement import Placement

ORPHAN = "orphan"
"""The state of a highlight that has no certain place in the open text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight with its place in the open text."""

    highlight: Highlight
    """The highlight."""
    parts: Parts
    """Where its parts stand now."""
    state: State
    """How its place was found; a string as the panels show it. That of the part that has
    changed most."""
    pending: bool
    """Whether a change of it is not saved yet."""
    wordings: tuple[Wording | None, ...] = (None,)
    """What has changed of each part, then and now: its words, or its sentence where these are
    the same; `None` where nothing has."""

    @classmethod
    def on_its_own_text(cls, highlight: Highlight) -> Mark:
        """The mark of a highlight in the text that it was made on."""
        parts = tuple(Span(anchor.start, anchor.end) for anchor in highlight.anchors)
        return cls(highlight, parts, State.EXACT, pending=False)

    @property
    def span(self) -> Span:
        """Where its first part stands now."""
        return self.parts[0]

    def contains(self, offset: int) -> bool:
        """Whether one of its parts lies over an offset."""
        return contains(self.parts, offset)

    def overlaps(self, span: Span) -> bool:
        """Whether one of its parts shares a code point with a span."""
        return overlap(self.parts, span)

    @property
    def wording(self) -> Wording | None:
        """What has changed of the whole of it, then and now."""
        if len(self.wordings) == 1:
            return self.wordings[0]
        changed = [each for each in self.wordings if each is not None]
        if any(not each.is_sentence for each in changed):
            unchanged = (composed(anchor.exact) for anchor in self.highlight.anchors)
            parts = zip(self.wordings, unchanged, strict=True)
            changed = [
                each if each and not each.is_sentence else Wording(words, words)
                for each, words in parts
            ]
        if not changed:
            return None
        # Two parts of one sentence have it in common.
        old = GAP.join(dict.fromkeys(each.old for each in changed))
        new = GAP.join(dict.fromkeys(each.new for each in changed))
        return Wording(old, new, changed[0].is_sentence)

    @property
    def changed(self) -> ChangedWords:
        """What is different; all empty where nothing is."""
        old, new = self.wording[:2] if self.wording else ("", "")
        return changed_words(old, new)

    @property
    def is_changed_around(self) -> bool:
        """Whether its words are the same, and others of its sentence are not."""
        return self.wording is not None and self.wording.is_sentence


def placed(recorder: Recorder) -> tuple[tuple[Mark, ...], tuple[Highlight, ...]]:
    """The highlights that have a place in this text, and those that have none.

    Marks are in text order, the longer first; the others in the order of their old places.
    """
    pending = recorder.pending_ids()
    marks: list[Mark] = []
    orphans: list[Highlight] = []
    for row in recorder.all_of(Highlight).values():
        found = recorder.placement.of_parts(row.anchors)
        if isinstance(found, Orphan):
            orphans.append(row)
            continue
        parts = tuple(Span(each.start, each.end) for each in found)
        changed = tuple(map(recorder.placement.wording, row.anchors))
        marks.append(Mark(row, parts, worst(found), row.id in pending, changed))
    marks.sort(key=lambda m: (m.span.start, -reach(m.parts).end, m.parts, m.highlight.id))
    orphans.sort(key=lambda row: row.anchor.start)
    return tuple(marks), tuple(orphans)


def places_of(placement: Placement, highlight: Highlight) -> Parts:
    """Where the parts of a highlight stand in a text; empty where one has no certain place."""
    found = placement.of_parts(highlight.anchors)
    return () if isinstance(found, Orphan) else tuple(Span(each.start, each.end) for each in found)


def find_places(highlights: Iterable[Highlight], placement: Placement) -> None:
    """Have the places of highlights known."""
    for each in highlights:
        places_of(placement, each)
    placement.release()


def findings(marks: Iterable[Mark], orphans: Iterable[Highlight]) -> list[Finding]:
    """How highlights were found, where the library does not say so yet."""
    found: list[tuple[Highlight, FoundAgain | None]] = []
    for mark in marks:
        words = mark.wording.new if mark.wording else ""
        is_as_it_was = mark.state is State.EXACT
        found.append((mark.highlight, None if is_as_it_was else FoundAgain(mark.state, words)))
    found += [(orphan, FoundAgain(ORPHAN)) for orphan in orphans]
    return [Finding(row.id, row.extent, how) for row, how in found if how != row.found]


def marks_over(marks: Sequence[Mark], offset: int) -> tuple[Mark, ...]:
    """The marks over an offset, the shortest first.

    Args:
        marks: In text order.
        offset: The offset.
    """
    end = bisect_right(marks, offset, key=lambda mark: mark.span.start)
    over = [mark for mark in marks[:end] if mark.contains(offset)]
    return tuple(sorted(over, key=lambda mark: size(mark.parts)))


def lost_notice(one: str, many: str, count: int) -> tuple[str, ...]:
    """The notice about records without a place; empty when there are none."""
    if not count:
        return ()
    where = "as orphans" if one == "highlight" else "with the hidden rows"
    if count == 1:
        return (f"1 {one} has no certain place in this text and stays listed {where}",)
    return (f"{count} {many} have no certain place in this text and stay listed {where}",)
