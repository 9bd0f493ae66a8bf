"""The corrections of an open article: what the reader put right in the results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import uuid4

from tui.corrections.corrected import CorrectionTarget, PlacedCorrection
from tui.documents.sanitising import sanitise
from tui.session.change import Change
from tui.session.recorder import Recorder
from tui.session.unfinished_words import UnfinishedCorrections
from tui.store.both_kept import words_of_both, writing_time
from tui.store.clock import now
from tui.store.correction_rows import PLACES, Correction, CorrectionKind, Subject
from tui.store.overlay import Edit
from tui.store.stored_record import StoredRecord

New = tuple[CorrectionTarget, CorrectionKind, str]
"""A correction to be made: what it hangs on, what it is and what it holds."""


class ArticleCorrections:
    """The corrections of one open article, and those that hold for all articles."""

    def __init__(self, recorder: Recorder, unfinished: UnfinishedCorrections) -> None:
        """Prepare to correct.

        Args:
            recorder: Holds the corrections.
            unfinished: Where what was typed about a result ends when it is corrected.
        """
        self._recorder = recorder
        self._unfinished = unfinished
        self._drawn: tuple[PlacedCorrection, ...] = ()
        self._drawn_version: int | None = None

    @property
    def placed(self) -> tuple[PlacedCorrection, ...]:
        """All that hold here, the oldest first; the same while nothing changes."""
        recorder = self._recorder
        with recorder.lock:
            if self._drawn_version != recorder.version:
                rows = sorted(
                    recorder.all_of(Correction).values(), key=lambda row: (row.created, row.id)
                )
                self._drawn = tuple(
                    PlacedCorrection(
                        row, recorder.place(row), row.document_id == recorder.document_id
                    )
                    for row in rows
                )
                self._drawn_version = recorder.version
            return self._drawn

    @property
    def lost_count(self) -> int:
        """How many should have a place here and have none."""
        return sum(each.is_lost and self._needs_place(each.correction) for each in self.placed)

    def _needs_place(self, made: Correction) -> bool:
        """Whether it is nothing without its place."""
        if made.kind is CorrectionKind.NAME:
            # It stands wherever its words do.
            return made.anchor.exact not in self._recorder.article.text
        # One of a name goes by the name, one of the article has no place.
        return made.kind in PLACES or made.subject in (Subject.QUOTE, Subject.QUESTION)

    def make(
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
                edits[current[-1].id] = _with_value(sanitise(value), current[-1].value)
            else:
                new = self._new_correction(target, kind, sanitise(value), is_wide=is_wide)
                edits[new.id] = _creation(new)
        if not edits:
            return Change(command, "", None, target.span, False, "nothing to change")
        return self._recorder.do(command, edits, self._unfinished.dropping(target))

    def add(
        self,
        command: str,
        new: Iterable[New],
        gone: Iterable[Correction] = (),
        about: CorrectionTarget | None = None,
    ) -> Change:
        """Make some corrections and delete others, as one operation.

        Args:
            command: The operation, as the log names it.
            new: What to make.
            gone: What to delete.
            about: What was being typed for it, which is then saved.

        Raises:
            ValueError: A passage is empty or outside the text.
        """
        edits: dict[str, Edit] = {each.id: _deletion for each in gone}
        for target, kind, value in new:
            made = self._new_correction(target, kind, sanitise(value), is_wide=False)
            edits[made.id] = _creation(made)
        if not edits:
            return Change(command, "", None, None, False, "nothing to change")
        also = self._unfinished.dropping(about) if about else None
        return self._recorder.do(command, edits, also)

    def take_back(self, command: str, corrections: Iterable[Correction]) -> Change:
        """Delete corrections, wherever they were made; undo restores them."""
        return self._recorder.do(command, {each.id: _deletion for each in corrections})

    def _new_correction(
        self, target: CorrectionTarget, kind: CorrectionKind, value: str, *, is_wide: bool
    ) -> Correction:
        return Correction(
            id=str(uuid4()),
            document_id=self._recorder.document_id,
            kind=kind,
            subject=target.subject,
            anchor=self._recorder.anchor(target.span),
            name=target.name,
            type=target.type,
            value=value,
            is_wide=is_wide,
            created=now(),
        )


def _deletion(current: StoredRecord | None) -> None:
    """The edit that deletes a record."""


def _creation(new: Correction) -> Edit:
    return lambda current: current or new


def _with_value(value: str, seen: str) -> Edit:
    """The edit that puts in a value; of an answer nothing that was written elsewhere is lost."""
    when = writing_time()

    def edit(current: StoredRecord | None) -> StoredRecord | None:
        if not isinstance(current, Correction):
            return None
        if current.kind is CorrectionKind.ANSWER:
            return replace(current, value=words_of_both(seen, value, current.value, when))
        return replace(current, value=value)

    return edit
