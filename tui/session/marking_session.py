"""The highlights of an open article, with their notes, tags and drafts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4

from tui.documents.article import Article, Span
from tui.documents.sanitising import sanitise
from tui.session.recording_session import Change, RecordingSession, SaveEvent
from tui.settings.colours import Colour
from tui.store.anchors import Located, State
from tui.store.changes import ChangeResult
from tui.store.highlight_records import HighlightRecord, records, tags
from tui.store.highlight_rows import (
    Highlight,
    NoteDraft,
    delete_draft,
    deleted_highlights_of,
    write_draft,
)
from tui.store.opened_document import OpenedDocument
from tui.store.overlay import Edit
from tui.store.stored_record import StoredRecord

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.database import Database


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


class MarkingSession(RecordingSession):
    """The marks, notes and drafts of one open article."""

    def __init__(
        self,
        database: Database,
        article: Article,
        opened: OpenedDocument,
        on_event: Callable[[SaveEvent], None],
    ) -> None:
        super().__init__(database, article, opened, on_event)
        self._drafts = dict(opened.drafts)
        self._deleted: dict[str, Highlight] = {}
        self._drawn: tuple[tuple[Mark, ...], tuple[Highlight, ...]] | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that have a place, in text order, the longer first."""
        return self._draw()[0]

    @property
    def orphans(self) -> tuple[Highlight, ...]:
        """The highlights that have none, in the order of their old places."""
        return self._draw()[1]

    @property
    def deleted(self) -> tuple[Highlight, ...]:
        """Deleted highlights as they were, the last one first.

        Those of earlier readings are among them after `read_deleted`.
        """
        with self._lock:
            rows = self._changes.rows
            return tuple(mark for ident, mark in self._deleted.items() if ident not in rows)[::-1]

    @property
    def drafts(self) -> Mapping[str, NoteDraft]:
        """Notes that were being written when an earlier session ended, by highlight."""
        return MappingProxyType(self._drafts)

    def marks_at(self, offset: int) -> tuple[Mark, ...]:
        """The marks over an offset, the shortest first."""
        marks = self.marks
        end = bisect_right(marks, offset, key=lambda mark: mark.span.start)
        over = [mark for mark in marks[:end] if mark.span.contains(offset)]
        return tuple(sorted(over, key=lambda mark: mark.span.end - mark.span.start))

    def mark(self, highlight_id: str) -> Mark | None:
        """The mark of a highlight; `None` when it has no place or is gone."""
        return next((mark for mark in self.marks if mark.highlight.id == highlight_id), None)

    def highlight(self, span: Span, colour: Colour, speaker: str | None = None) -> Mark:
        """Mark a span.

        Raises:
            ValueError: The span is empty or outside the text.
        """
        new = Highlight(
            id=str(uuid4()),
            document_id=self.document_id,
            anchor=self._anchor(span),
            colour=colour,
            speaker=speaker and sanitise(speaker),
        )
        self._do("highlight", {new.id: lambda current: current or new})
        mark = self.mark(new.id)
        assert mark is not None
        return mark

    def recolour(self, highlight_id: str, colour: Colour) -> Change:
        """Give a highlight another colour."""
        return self._edit("recolour", highlight_id, lambda mark: replace(mark, colour=colour))

    def set_note(self, highlight_id: str, text: str) -> Change:
        """Write the note of a highlight; an empty text takes it away. Drops its draft."""
        note = sanitise(text)
        note = note if note.strip() else ""
        change = self._edit(
            "note",
            highlight_id,
            lambda mark: replace(mark, note=note),
            also=lambda c: delete_draft(c, highlight_id),
        )
        if not change.ok:
            self.drop_draft(highlight_id)
        self._drafts.pop(highlight_id, None)
        return change

    def set_tags(self, highlight_id: str, tags: tuple[str, ...]) -> Change:
        """Give a highlight these tags and no others."""
        clean = {" ".join(sanitise(tag).split()) for tag in tags} - {""}
        named = tuple(sorted(clean))
        return self._edit("tags", highlight_id, lambda mark: replace(mark, tags=named))

    def set_span(self, highlight_id: str, span: Span) -> Change:
        """Put a highlight on other words: widened, or an orphan given its place by hand.

        Raises:
            ValueError: The span is empty or outside the text.
        """
        anchor = self._anchor(span)
        return self._edit("extent", highlight_id, lambda mark: replace(mark, anchor=anchor))

    def delete(self, highlight_id: str) -> Change:
        """Remove a highlight with its note and tags; undo brings all of it back."""
        return self._edit("delete", highlight_id, lambda mark: None)

    def read_deleted(self) -> None:
        """Learn which highlights were deleted in earlier readings. Blocks.

        Raises:
            StoreError: The library cannot be read.
        """
        earlier = self._database.read(lambda c: deleted_highlights_of(c, self.document_id))
        with self._lock:
            self._deleted = {mark.id: mark for mark in reversed(earlier)} | self._deleted

    def restore(self, highlight_id: str) -> Change:
        """Bring a deleted highlight back with its note and tags."""
        image = self._deleted.get(highlight_id)
        return self._do("restore", {highlight_id: lambda current: current or image})

    def records(self) -> list[HighlightRecord]:
        """The saved highlights with their article, for an export. Blocks.

        Raises:
            StoreError: The library cannot be read.
        """
        return self._database.read(lambda c: records(c, self.document_id))

    def library_tags(self) -> list[str]:
        """Every tag of the library, the one used most first. Blocks.

        Raises:
            StoreError: The library cannot be read.
        """
        return self._database.read(tags)

    def set_speakers(self, speakers: Mapping[str, str | None]) -> None:
        """Note who says the passages of these highlights; not an operation of the reader."""
        with self._lock:
            current = self._highlights()
            clean = {
                ident: name and sanitise(name)
                for ident, name in speakers.items()
                if ident in current
            }
            edits = {
                ident: _speaker_edit(name)
                for ident, name in clean.items()
                if current[ident].speaker != name
            }
            if edits:
                self._drawn = None
                self._changes.note(edits)

    def save_draft(self, highlight_id: str, text: str) -> None:
        """Keep a note that is being written, against a crash."""
        clean = sanitise(text)
        self._write_unlogged(lambda c: write_draft(c, highlight_id, clean), highlight_id)

    def drop_draft(self, highlight_id: str) -> None:
        """Discard a draft."""
        self._drafts.pop(highlight_id, None)
        self._write_unlogged(lambda c: delete_draft(c, highlight_id), highlight_id)

    def _highlights(self) -> dict[str, Highlight]:
        rows = self._changes.rows
        return {ident: row for ident, row in rows.items() if isinstance(row, Highlight)}

    def _change(self, outcome: ChangeResult, command: str, *, is_back: bool) -> Change:
        for ident, before in outcome.before.items() if outcome.reason is None else ():
            if isinstance(before, Highlight) and outcome.after[ident] is None:
                # Put at the end again: the order is that of the deletions.
                self._deleted.pop(ident, None)
                self._deleted[ident] = before
        return super()._change(outcome, command, is_back=is_back)

    def _redraw(self) -> None:
        super()._redraw()
        self._drawn = None

    def _draw(self) -> tuple[tuple[Mark, ...], tuple[Highlight, ...]]:
        with self._lock:
            if self._drawn is None:
                pending = self._changes.pending_ids()
                marks: list[Mark] = []
                orphans: list[Highlight] = []
                for row in self._highlights().values():
                    found = self._placement.of(row.anchor)
                    if isinstance(found, Located):
                        span = Span(found.start, found.end)
                        marks.append(Mark(row, span, found.state, row.id in pending))
                    else:
                        orphans.append(row)
                marks.sort(key=lambda m: (m.span.start, -m.span.end, m.highlight.id))
                orphans.sort(key=lambda row: row.anchor.start)
                self._drawn = tuple(marks), tuple(orphans)
            return self._drawn

    def _edit(
        self,
        command: str,
        ident: str,
        edit: Callable[[Highlight], Highlight | None],
        also: Callable[[Connection], None] | None = None,
    ) -> Change:
        return self._do(command, {ident: _of_highlight(edit)}, also)


def _of_highlight(edit: Callable[[Highlight], Highlight | None]) -> Edit:
    def of_record(current: StoredRecord | None) -> Highlight | None:
        return edit(current) if isinstance(current, Highlight) else None

    return of_record


def _speaker_edit(name: str | None) -> Edit:
    return _of_highlight(lambda current: replace(current, speaker=name))
