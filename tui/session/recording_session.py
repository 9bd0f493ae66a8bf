"""What every record of an open article shares: drawn at once, saved behind, undone.

No method but `close` waits for the disk. A change is seen at once as pending; the writer
thread commits it and notifies the listener.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.documents.article import Article, Span
from tui.errors import StoreError
from tui.store.anchors import Anchor, Located, describe
from tui.store.changes import ChangeResult, Changes, Settled
from tui.store.correction_rows import Correction
from tui.store.documents import is_kept, register
from tui.store.highlight_rows import Highlight
from tui.store.opened_document import OpenedDocument
from tui.store.overlay import Edit
from tui.store.placement import Placement
from tui.store.stored_record import StoredRecord

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.database import Database

_HIGHLIGHT_DESCRIPTIONS = {
    "highlight": ("highlight made", "highlight removed"),
    "recolour": ("colour changed", "colour changed back"),
    "note": ("note changed", "note changed back"),
    "tags": ("tags changed", "tags changed back"),
    "extent": ("highlight resized", "highlight resized back"),
    "delete": ("highlight removed", "highlight restored"),
    "restore": ("highlight restored", "highlight removed again"),
}
"""What doing and undoing a command on a highlight is called."""
_CORRECTION_DESCRIPTIONS = {
    "hide": ("hidden", "listed again"),
    "show": ("listed again", "hidden again"),
    "edit": ("changed", "changed back"),
    "merge": ("merged", "no longer merged"),
    "part": ("no longer merged", "merged again"),
    "speaker": ("given a speaker", "given its speaker back"),
    "ask": ("added", "removed"),
    "remove": ("removed", "restored"),
    "drop": ("free of a correction", "corrected again"),
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


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """A change could not be saved and is drawn back."""

    highlight_id: str | None
    """The highlight; `None` for what belongs to none."""
    reason: str
    """Why, as a sentence."""
    corrections: tuple[Correction, ...] = ()
    """The corrections, as the reader had made them."""


SaveEvent = Saved | SaveFailed


class RecordingSession:
    """The records of one open article, as the reader sees them."""

    def __init__(
        self,
        database: Database,
        article: Article,
        opened: OpenedDocument,
        on_event: Callable[[SaveEvent], None],
    ) -> None:
        """Take over what was found on opening."""
        self.article = article
        self.document_id = opened.document_id
        self._database = database
        self._on_event = on_event
        self._is_registered = opened.is_registered
        self._placement = Placement(article, opened.texts)
        self._changes = Changes(
            database,
            opened.document_id,
            (*opened.highlights, *opened.corrections),
            (opened.done, opened.undone),
            self._settled,
            self._keep_article,
        )
        self._lock = self._changes.lock

    @property
    def pending_count(self) -> int:
        """Changes that are drawn and not saved yet."""
        return self._changes.pending_count

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return self._changes.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        return self._changes.can_redo

    def undo(self) -> Change | None:
        """Undo the last change; `None` when there is nothing to undo."""
        return self._replayed("undo", self._changes.undo)

    def redo(self) -> Change | None:
        """Redo the last undone change; `None` when there is nothing to redo."""
        return self._replayed("redo", self._changes.redo)

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

    def _redraw(self) -> None:
        """Forget what was drawn; a part that keeps what it drew adds to this."""

    def _place(self, record: StoredRecord | None) -> Span | None:
        """Where a record stands in this text."""
        if record is None or record.document_id != self.document_id:
            return None
        found = self._placement.of(record.anchor)
        return Span(found.start, found.end) if isinstance(found, Located) else None

    def _keep_article(self, connection: Connection) -> None:
        """Have the library hold the article that what the reader makes belongs to.

        With `keep = "marked"` it waits for that, and another program may have forgotten it.
        """
        if not (self._is_registered and is_kept(connection, self.document_id)):
            register(connection, self.document_id, self.article)

    def _do(
        self,
        command: str,
        edits: Mapping[str, Edit],
        also: Callable[[Connection], None] | None = None,
    ) -> Change:
        with self._lock:
            outcome = self._changes.do(command, edits, also)
            self._redraw()
            return self._change(outcome, command, is_back=False)

    def _replayed(self, verb: str, replay: Callable[[], ChangeResult | None]) -> Change | None:
        with self._lock:
            outcome = replay()
            self._redraw()
            if outcome is None:
                return None
            return self._change(outcome, f"{verb} {outcome.command}", is_back=verb == "undo")

    def _change(self, outcome: ChangeResult, command: str, *, is_back: bool) -> Change:
        records = [outcome.after[ident] or outcome.before[ident] for ident in outcome.before]
        marks = [record for record in records if isinstance(record, Highlight)]
        corrections = tuple(record for record in records if isinstance(record, Correction))
        if corrections:
            description = _CORRECTION_DESCRIPTIONS[outcome.command][is_back]
            description = f"{corrections[0].subject.value} {description}"
        else:
            description = _HIGHLIGHT_DESCRIPTIONS[outcome.command][is_back]
        span = next(filter(None, map(self._place, records)), None)
        ident = marks[0].id if marks else None
        reason = outcome.reason
        return Change(command, description, ident, span, reason is None, reason or "", corrections)

    def _settled(self, settled: Settled) -> None:
        """Draw the end of a change and report it; on the writer thread."""
        with self._lock:
            self._redraw()
            if settled.is_operation and settled.error is None:
                self._is_registered = True
        idents = [record.id for record in settled.records if isinstance(record, Highlight)]
        if settled.error is not None:
            lost = tuple(record for record in settled.records if isinstance(record, Correction))
            ident = idents[0] if idents else None
            self._on_event(SaveFailed(ident, str(settled.error), lost))
        elif settled.is_operation:
            for ident in idents or (None,):
                self._on_event(Saved(ident))

    def _write_unlogged(self, write: Callable[[Connection], None], ident: str | None) -> None:
        """Write what is not logged: only a failure is reported."""

        def settled(future: Future[None]) -> None:
            error = future.exception()
            if error is not None:
                self._on_event(SaveFailed(ident, str(error)))

        self._database.submit(write, settled)
