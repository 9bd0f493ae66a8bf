"""What an operation on the open article did, and what became of it, for the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.store.correction_rows import Correction
from tui.store.highlight_rows import Highlight

if TYPE_CHECKING:
    from tui.store.changes import ChangeResult
    from tui.store.stored_record import StoredRecord

_HIGHLIGHT_DESCRIPTIONS = {
    "highlight": ("highlight made", "highlight removed"),
    "recolour": ("colour changed", "colour changed back"),
    "note": ("note changed", "note changed back"),
    "tags": ("tags changed", "tags changed back"),
    "extent": ("highlight resized", "highlight resized back"),
    "delete": ("highlight removed", "highlight restored"),
    "restore": ("highlight restored", "highlight removed again"),
    "accept": ("the new words are taken", "the highlight has its old words again"),
    "put": ("highlight put here", "the highlight is an orphan again"),
    "join": ("highlights joined", "highlights apart again"),
    "answer": ("answered", "the answer is taken back"),
    "bring": ("highlights brought over", "the highlights brought over are removed"),
}
"""What doing and undoing a command on a highlight is called."""
_CORRECTION_DESCRIPTIONS = {
    "hide": ("hidden", "listed again"),
    "show": ("listed again", "hidden again"),
    "edit": ("changed", "changed back"),
    "merge": ("merged", "no longer merged"),
    "part": ("no longer merged", "merged again"),
    "speaker": ("given a speaker", "has its earlier speaker again"),
    "facts": ("facts changed", "facts changed back"),
    "ask": ("added", "removed"),
    "add": ("added", "removed"),
    "place": ("given another place", "without that place again"),
    "off": ("rid of a place", "has the place again"),
    "split": ("split", "whole again"),
    "remove": ("removed", "restored"),
    "drop": ("no longer corrected", "corrected again"),
}
"""The same on what the analysis found, behind the name of what it was done to."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an operation did, for the reader."""

    command: str
    """The operation, as the log names it; with `undo ` or `redo ` before it."""
    description: str
    """What happened ("highlight removed")."""
    highlight_id: str | None
    """The highlight it happened to; `None` for a correction."""
    span: Span | None
    """Where to look; `None` when there is no such place."""
    ok: bool = True
    """Whether anything was changed."""
    reason: str = ""
    """Why nothing was, as a clause; empty when `ok`."""
    corrections: tuple[Correction, ...] = ()
    """The corrections that were made, changed or removed."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A change of a highlight or correction is committed."""

    highlight_id: str | None
    """The highlight; `None` for a correction."""
    notice: str = ""
    """What became of it beside a change of another program; empty when there was none."""


@dataclass(frozen=True, slots=True)
class ChangedElsewhere:
    """Another program has written to the library."""

    is_drawn_anew: bool
    """Whether highlights or corrections of the article are others now."""
    is_forgotten: bool
    """Whether it has forgotten the article, so that nothing of it is in the library."""


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """A change could not be saved and is drawn back."""

    highlight_id: str | None
    """The highlight; `None` for what belongs to none."""
    reason: str
    """Why, as a sentence."""
    corrections: tuple[Correction, ...] = ()
    """The corrections, as the reader had made them."""


SaveEvent = Saved | SaveFailed | ChangedElsewhere


def described(
    outcome: ChangeResult,
    command: str,
    place: Callable[[StoredRecord | None], Span | None],
    *,
    is_back: bool,
) -> Change:
    """The outcome of an operation in the reader's words.

    Args:
        outcome: What it did to its records.
        command: As `Change.command`.
        place: Tells where a record stands in the open text.
        is_back: Whether it was undone.
    """
    records = [outcome.after[ident] or outcome.before[ident] for ident in outcome.before]
    marks = [record for record in records if isinstance(record, Highlight)]
    corrections = tuple(record for record in records if isinstance(record, Correction))
    if corrections:
        description = _CORRECTION_DESCRIPTIONS[outcome.command][is_back]
        description = f"{corrections[0].subject.value} {description}"
    else:
        description = _HIGHLIGHT_DESCRIPTIONS[outcome.command][is_back]
    span = next(filter(None, map(place, records)), None)
    ident = marks[0].id if marks else None
    reason = outcome.reason
    return Change(command, description, ident, span, reason is None, reason or "", corrections)
