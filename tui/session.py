"""The open article: every operation on it, drawn at once and saved behind.

All methods but `open` and `close` return without waiting for the disk. A change is seen
at once as pending; the writer thread commits it and says so through the listener.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4

from tui.documents.article import Article, Span
from tui.documents.sanitising import sanitise
from tui.errors import StoreError
from tui.store.anchors import Anchor, Located, State, describe
from tui.store.changes import MarkChanges, Outcome, Settled
from tui.store.colours import Colour
from tui.store.documents import place_anchor, register, write_place
from tui.store.finding import HighlightRecord, records, tags
from tui.store.highlights import (
    Draft,
    Highlight,
    delete_draft,
    deleted_highlights_of,
    write_draft,
)
from tui.store.named_places import LibraryPlace, library_places, write_named_place
from tui.store.opening import OpenedDocument, open_document
from tui.store.overlay import Edit
from tui.store.placement import Placement

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.database import Database

_SAID = {
    "highlight": ("highlight made", "highlight removed"),
    "recolour": ("colour changed", "colour changed back"),
    "note": ("note changed", "note changed back"),
    "tags": ("tags changed", "tags changed back"),
    "extent": ("highlight resized", "highlight resized back"),
    "delete": ("highlight removed", "highlight restored"),
    "restore": ("highlight restored", "highlight removed again"),
}
"""What doing and undoing a command is called."""


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


@dataclass(frozen=True, slots=True)
class Change:
    """What an operation did, for the reader."""

    command: str
    """The operation, as the log names it; with `undo ` or `redo ` before it."""
    description: str
    """What happened ("highlight removed")."""
    highlight_id: str
    """The highlight it happened to."""
    span: Span | None
    """Where to look; `None` when the highlight has no place."""
    ok: bool = True
    """Whether anything was changed."""
    reason: str = ""
    """Why nothing was, as a clause; empty when `ok`."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A change of a highlight is committed."""

    highlight_id: str
    """The highlight."""


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """A change could not be saved and is drawn back."""

    highlight_id: str | None
    """The highlight; `None` for what belongs to none."""
    reason: str
    """Why, as a sentence."""


Event = Saved | SaveFailed


class ReadingSession:
    """The marks, notes, drafts and reading place of one open article."""

    def __init__(
        self,
        database: Database,
        article: Article,
        opened: OpenedDocument,
        on_event: Callable[[Event], None],
    ) -> None:
        """Take over what was found on opening; use `open`."""
        self.article = article
        self.document_id = opened.document_id
        self._database = database
        self._on_event = on_event
        self._is_registered = opened.is_registered
        self._placement = Placement(article, opened.texts)
        self._changes = MarkChanges(
            database,
            opened.document_id,
            opened.highlights,
            (opened.done, opened.undone),
            self._settled,
        )
        self._lock = self._changes.lock
        self._drafts = dict(opened.drafts)
        self._gone: dict[str, Highlight] = {}
        self._drawn: tuple[tuple[Mark, ...], tuple[Highlight, ...]] | None = None
        self._place_waits = False
        self.place = self._placement.near(opened.place) if opened.place else 0
        self._named: dict[str, int | None] = {
            letter: self._start_of(anchor) for letter, anchor in opened.named_places.items()
        }
        lost = len(self.orphans)
        self._placement.let_go()
        notices = database.notices + opened.notices
        if lost:
            were = "mark has" if lost == 1 else "marks have"
            notices += (f"{lost} {were} no certain place in this text and stay listed as orphans",)
        self.notices: tuple[str, ...] = notices

    @classmethod
    def open(
        cls,
        database: Database,
        article: Article,
        on_event: Callable[[Event], None],
        keep: str = "all",
    ) -> ReadingSession:
        """Find the article in the library and put its marks back. Blocks.

        Args:
            database: The library; `Database.in_memory()` leaves no trace.
            article: The article as it was loaded.
            on_event: Told of every commit and failure, on the writer thread; it must
                hand the event over without waiting (`post_message`).
            keep: `all` keeps every opened text, `marked` only those with marks.

        Raises:
            StoreError: The library cannot be read or written.
        """
        opened = database.submit(lambda c: open_document(c, article, keep)).result()
        return cls(database, article, opened, on_event)

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
            return tuple(mark for ident, mark in self._gone.items() if ident not in rows)[::-1]

    @property
    def drafts(self) -> Mapping[str, Draft]:
        """Notes that were being written when an earlier session ended, by highlight."""
        return MappingProxyType(self._drafts)

    @property
    def saved_count(self) -> int:
        """Highlights that are wholly saved."""
        with self._lock:
            return len(self._changes.rows.keys() - self._changes.pending_ids())

    @property
    def pending_count(self) -> int:
        """Changes that are drawn and not saved yet."""
        return self._changes.pending_count

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._changes.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        return self._changes.can_redo

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
        made = Highlight(
            id=str(uuid4()),
            document_id=self.document_id,
            anchor=self._anchor(span),
            colour=colour,
            speaker=speaker and sanitise(speaker),
        )
        self._do("highlight", made.id, lambda there: there or made)
        mark = self.mark(made.id)
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
        return self._do("delete", highlight_id, lambda mark: None)

    def read_deleted(self) -> None:
        """Learn which highlights were deleted in earlier readings. Blocks.

        Raises:
            StoreError: The library cannot be read.
        """
        earlier = self._database.read(lambda c: deleted_highlights_of(c, self.document_id))
        with self._lock:
            self._gone = {mark.id: mark for mark in reversed(earlier)} | self._gone

    def restore(self, highlight_id: str) -> Change:
        """Bring a deleted highlight back with its note and tags."""
        image = self._gone.get(highlight_id)
        return self._do("restore", highlight_id, lambda there: there or image)

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
            there = self._changes.rows
            clean = {
                ident: name and sanitise(name) for ident, name in speakers.items() if ident in there
            }
            edits = {
                ident: _speaker_edit(name)
                for ident, name in clean.items()
                if there[ident].speaker != name
            }
            if edits:
                self._drawn = None
                self._changes.note(edits)

    def save_draft(self, highlight_id: str, text: str) -> None:
        """Keep a note that is being written, against a crash."""
        clean = sanitise(text)
        self._quietly(lambda c: write_draft(c, highlight_id, clean), highlight_id)

    def drop_draft(self, highlight_id: str) -> None:
        """Give up a draft."""
        self._drafts.pop(highlight_id, None)
        self._quietly(lambda c: delete_draft(c, highlight_id), highlight_id)

    def save_place(self, offset: int) -> None:
        """Remember where the reader is; many calls make one write."""
        with self._lock:
            self.place = max(0, min(offset, len(self.article.text)))
            if self._place_waits:
                return
            self._place_waits = True
        self._quietly(self._write_place, None)

    @property
    def named_places(self) -> Mapping[str, int | None]:
        """Where the places with a letter stand in this text, capitals of this article included.

        `None` for one whose words have no certain place any more.
        """
        with self._lock:
            return dict(sorted(self._named.items()))

    def name_place(self, letter: str, offset: int) -> None:
        """Give a place a letter: `a` to `z` in this article, `A` to `Z` in the library."""
        anchor = place_anchor(self.article, offset)
        with self._lock:
            before = dict(self._named)
            self._named[letter] = offset

        def write(connection: Connection) -> None:
            if not self._is_registered:
                register(connection, self.document_id, self.article)
            write_named_place(connection, self.document_id, letter, anchor)

        def settled(future: Future[None]) -> None:
            error = future.exception()
            with self._lock:
                if error is None:
                    self._is_registered = True
                elif self._named.get(letter) == offset:
                    self._named.pop(letter)
                    self._named |= {letter: before[letter]} if letter in before else {}
            if error is not None:
                self._on_event(SaveFailed(None, str(error)))

        self._database.submit(write, settled)

    def library_places(self) -> tuple[LibraryPlace, ...]:
        """The places with a capital letter, of every article. Blocks.

        A letter that was given a moment ago is among them: the writer is asked.

        Raises:
            StoreError: The library cannot be read.
        """
        return self._database.submit(library_places).result()

    def undo(self) -> Change | None:
        """Take the last change back; `None` when there is nothing to undo."""
        return self._swung("undo", self._changes.undo)

    def redo(self) -> Change | None:
        """Do the last undone change again; `None` when there is nothing to redo."""
        return self._swung("redo", self._changes.redo)

    def close(self, timeout: float = 5.0) -> int:
        """Wait for the changes that are on their way; the library stays open. Blocks.

        Returns:
            How many changes are not saved.
        """
        try:
            self._database.submit(lambda c: None).result(timeout)
        except (TimeoutError, StoreError):
            return self.pending_count
        return self.pending_count

    def _anchor(self, span: Span) -> Anchor:
        if not 0 <= span.start < span.end <= len(self.article.text):
            raise ValueError(f"no passage of the text: {span}")
        return describe(self.article.text, span.start, span.end, self.article.text_hash)

    def _draw(self) -> tuple[tuple[Mark, ...], tuple[Highlight, ...]]:
        with self._lock:
            if self._drawn is None:
                pending = self._changes.pending_ids()
                marks: list[Mark] = []
                orphans: list[Highlight] = []
                for row in self._changes.rows.values():
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

    def _start_of(self, anchor: Anchor) -> int | None:
        found = self._placement.of(anchor)
        return found.start if isinstance(found, Located) else None

    def _span(self, row: Highlight | None) -> Span | None:
        found = self._placement.of(row.anchor) if row is not None else None
        return Span(found.start, found.end) if isinstance(found, Located) else None

    def _edit(
        self,
        command: str,
        ident: str,
        edit: Callable[[Highlight], Highlight],
        also: Callable[[Connection], None] | None = None,
    ) -> Change:
        return self._do(command, ident, lambda mark: None if mark is None else edit(mark), also)

    def _do(
        self,
        command: str,
        ident: str,
        edit: Edit,
        also: Callable[[Connection], None] | None = None,
    ) -> Change:
        def first(connection: Connection) -> None:
            if not self._is_registered:
                register(connection, self.document_id, self.article)
            if also is not None:
                also(connection)

        with self._lock:
            outcome = self._changes.do(command, ident, edit, first)
            self._drawn = None
            return self._change(outcome, command, _SAID[command][0])

    def _swung(self, verb: str, swing: Callable[[], Outcome | None]) -> Change | None:
        with self._lock:
            outcome = swing()
            self._drawn = None
            if outcome is None:
                return None
            command = f"{verb} {outcome.command}"
            return self._change(outcome, command, _SAID[outcome.command][verb == "undo"])

    def _change(self, outcome: Outcome, command: str, description: str) -> Change:
        span = self._span(outcome.after) or self._span(outcome.before)
        if outcome.before and outcome.after is None and outcome.reason is None:
            # Put at the end again: the order is that of the deletions.
            self._gone.pop(outcome.ident, None)
            self._gone[outcome.ident] = outcome.before
        reason = outcome.reason
        return Change(command, description, outcome.ident, span, reason is None, reason or "")

    def _settled(self, settled: Settled) -> None:
        """Draw the end of a change and tell it; on the writer thread."""
        with self._lock:
            self._drawn = None
            if settled.is_operation and settled.error is None:
                self._is_registered = True
        if settled.error is not None:
            self._on_event(SaveFailed(settled.idents[0], str(settled.error)))
        elif settled.is_operation:
            for ident in settled.idents:
                self._on_event(Saved(ident))

    def _quietly(self, write: Callable[[Connection], None], ident: str | None) -> None:
        """Write what is no mark: only a failure is told."""

        def settled(future: Future[None]) -> None:
            error = future.exception()
            if error is not None:
                self._on_event(SaveFailed(ident, str(error)))

        self._database.submit(write, settled)

    def _write_place(self, connection: Connection) -> None:
        with self._lock:
            self._place_waits = False
            offset = self.place
        write_place(connection, self.document_id, self.article, offset)


def _speaker_edit(name: str | None) -> Edit:
    return lambda there: None if there is None else replace(there, speaker=name)
