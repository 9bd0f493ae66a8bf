"""The corrections of an open article: what the reader put right in the results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from tui.corrections.corrected import CorrectionTarget, PlacedCorrection
from tui.documents.article import Article, Span
from tui.documents.sanitising import sanitise
from tui.session.recording_session import Change, RecordingSession, SaveEvent
from tui.store.anchors import Located
from tui.store.clock import now
from tui.store.correction_rows import Correction, CorrectionKind
from tui.store.opened_document import OpenedDocument
from tui.store.overlay import Edit
from tui.store.stored_record import StoredRecord
from tui.store.unfinished import Unfinished, delete_unfinished, write_unfinished

if TYPE_CHECKING:
    from tui.store.database import Database


class CorrectingSession(RecordingSession):
    """The corrections of one open article, and those that hold for all articles."""

    def __init__(
        self,
        database: Database,
        article: Article,
        opened: OpenedDocument,
        on_event: Callable[[SaveEvent], None],
    ) -> None:
        super().__init__(database, article, opened, on_event)
        self._placed: tuple[PlacedCorrection, ...] | None = None
        self.unfinished: dict[CorrectionTarget, tuple[str, ...]] = {}
        """What was being typed when an earlier session ended, by what it is about."""
        self._interrupted: dict[CorrectionTarget, Unfinished] = {}
        for typed in opened.unfinished:
            found = self._placement.of(typed.anchor)
            if isinstance(found, Located):
                span = Span(found.start, found.end)
                target = CorrectionTarget(typed.subject, span, typed.name, typed.type)
                self.unfinished[target] = typed.boxes
                self._interrupted[target] = typed

    @property
    def corrections(self) -> tuple[PlacedCorrection, ...]:
        """All that hold here, the oldest first; the same while nothing changes."""
        with self._lock:
            if self._placed is None:
                rows = [r for r in self._changes.rows.values() if isinstance(r, Correction)]
                rows.sort(key=lambda row: (row.created, row.id))
                self._placed = tuple(
                    PlacedCorrection(row, self._place(row), row.document_id == self.document_id)
                    for row in rows
                )
            return self._placed

    def correct(
        self,
        command: str,
        target: CorrectionTarget,
        values: Mapping[CorrectionKind, str | None],
        standing: Iterable[Correction] = (),
        *,
        is_wide: bool = False,
    ) -> Change:
        """Put a result right, as one operation.

        Args:
            command: The operation, as the log names it.
            target: The result, as the analysis found it.
            values: What to put in, by kind; `None` deletes what was put in.
            standing: The corrections of that result that are in force.
            is_wide: Whether new ones hold for other articles, too.

        Raises:
            ValueError: The passage is empty or outside the text.
        """
        edits: dict[str, Edit] = {}
        for kind, value in values.items():
            current = [each for each in standing if each.kind is kind]
            if value is None:
                edits |= {each.id: _deletion for each in current}
            elif current:
                edits[current[-1].id] = _with_value(sanitise(value))
            else:
                new = self._new_correction(target, kind, sanitise(value), is_wide=is_wide)
                edits[new.id] = _creation(new)
        if not edits:
            return Change(command, "", None, target.span, False, "nothing to change")
        typed = self._unfinished(target, ())
        return self._do(command, edits, lambda c: delete_unfinished(c, self.document_id, typed))

    def save_words(self, target: CorrectionTarget, boxes: tuple[str, ...]) -> None:
        """Keep what is being typed about a result, against a crash."""
        typed = self._unfinished(target, tuple(sanitise(words) for words in boxes))
        self._write_unlogged(lambda c: write_unfinished(c, self.document_id, typed), None)

    def drop_words(self, target: CorrectionTarget) -> None:
        """Discard what was being typed."""
        typed = self._unfinished(target, ())
        self._write_unlogged(lambda c: delete_unfinished(c, self.document_id, typed), None)

    def _unfinished(self, target: CorrectionTarget, boxes: tuple[str, ...]) -> Unfinished:
        interrupted = self._interrupted.get(target)
        if interrupted is not None:
            # In an edited text its row is still that of the older one.
            return replace(interrupted, boxes=boxes)
        anchor = self._anchor(target.span)
        return Unfinished(target.subject, anchor, target.name, target.type, boxes)

    def take_back(self, command: str, corrections: Iterable[Correction]) -> Change:
        """Delete corrections, wherever they were made; undo restores them."""
        return self._do(command, {each.id: _deletion for each in corrections})

    def _new_correction(
        self, target: CorrectionTarget, kind: CorrectionKind, value: str, *, is_wide: bool
    ) -> Correction:
        return Correction(
            id=str(uuid4()),
            document_id=self.document_id,
            kind=kind,
            subject=target.subject,
            anchor=self._anchor(target.span),
            name=target.name,
            type=target.type,
            value=value,
            is_wide=is_wide,
            created=now(),
        )

    def _redraw(self) -> None:
        super()._redraw()
        self._placed = None


def _deletion(current: StoredRecord | None) -> None:
    """The edit that deletes a record."""


def _creation(new: Correction) -> Edit:
    return lambda current: current or new


def _with_value(value: str) -> Edit:
    def edit(current: StoredRecord | None) -> StoredRecord | None:
        return replace(current, value=value) if isinstance(current, Correction) else None

    return edit
