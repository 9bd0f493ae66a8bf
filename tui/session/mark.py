"""A highlight with its place in the open text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.store.anchors import Located, State
from tui.store.changed_sentences import Wording
from tui.store.changed_words import ChangedWords, changed_words
from tui.store.found_again import Finding, FoundAgain
from tui.store.highlight_rows import Highlight

if TYPE_CHECKING:
    from tui.session.recorder import Recorder

ORPHAN = "orphan"
"""The state of a highlight that has no certain place in the open text."""


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
    wording: Wording | None = None
    """What has changed, then and now: its words, or its sentence where these are the same."""

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
        found = recorder.placement.of(row.anchor)
        if isinstance(found, Located):
            span, changed = Span(found.start, found.end), recorder.placement.wording(row.anchor)
            marks.append(Mark(row, span, found.state, row.id in pending, changed))
        else:
            orphans.append(row)
    marks.sort(key=lambda m: (m.span.start, -m.span.end, m.highlight.id))
    orphans.sort(key=lambda row: row.anchor.start)
    return tuple(marks), tuple(orphans)


def findings(marks: Iterable[Mark], orphans: Iterable[Highlight]) -> list[Finding]:
    """How highlights were found, where the library does not say so yet."""
    found: list[tuple[Highlight, FoundAgain | None]] = []
    for mark in marks:
        words = mark.wording.new if mark.wording else ""
        is_as_it_was = mark.state is State.EXACT
        found.append((mark.highlight, None if is_as_it_was else FoundAgain(mark.state, words)))
    found += [(orphan, FoundAgain(ORPHAN)) for orphan in orphans]
    return [Finding(row.id, row.anchor, how) for row, how in found if how != row.found]


def lost_notice(one: str, many: str, count: int) -> tuple[str, ...]:
    """The notice about records without a place; empty when there are none."""
    if not count:
        return ()
    where = "as orphans" if one == "highlight" else "with the hidden rows"
    if count == 1:
        return (f"1 {one} has no certain place in this text and stays listed {where}",)
    return (f"{count} {many} have no certain place in this text and stay listed {where}",)
