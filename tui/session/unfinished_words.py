"""Words that are being typed on an open article and belong to nothing saved yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.corrections.corrected import CorrectionTarget
from tui.documents.article import Span
from tui.documents.sanitising import sanitise
from tui.session.recorder import Recorder
from tui.store.correction_rows import Subject
from tui.store.highlight_rows import delete_draft, write_draft
from tui.store.line_drafts import Line, delete_line, write_line
from tui.store.unfinished import Unfinished, delete_unfinished, write_unfinished

if TYPE_CHECKING:
    from sqlite3 import Connection


Write = Callable[["Connection", str, str], None]
"""Keeps a text for a highlight."""
Delete = Callable[["Connection", str], None]
"""Takes it away."""


class HighlightDrafts:
    """Words that are being typed about highlights: notes, or lines of tags."""

    def __init__(
        self, recorder: Recorder, left: Mapping[str, str], write: Write, delete: Delete
    ) -> None:
        """Take over what an earlier session left."""
        self._recorder = recorder
        self._write = write
        self._delete = delete
        self.left = dict(left)
        """What was being typed when an earlier session ended, by highlight."""

    def save(self, highlight_id: str, text: str) -> None:
        """Keep what is being typed, against a crash."""
        clean = sanitise(text)
        self._recorder.write(
            lambda c: self._write(c, highlight_id, clean), highlight_id=highlight_id
        )

    def drop(self, highlight_id: str) -> None:
        """Discard a draft."""
        self.left.pop(highlight_id, None)
        self._recorder.write(self.dropping(highlight_id), highlight_id=highlight_id)

    def dropping(self, highlight_id: str) -> Callable[[Connection], None]:
        """What discards a draft inside the transaction that saves its words."""
        return lambda connection: self._delete(connection, highlight_id)


def note_drafts(recorder: Recorder, left: Mapping[str, str]) -> HighlightDrafts:
    """The notes that are being written."""
    return HighlightDrafts(recorder, left, write_draft, delete_draft)


def tag_drafts(recorder: Recorder, left: Mapping[str, str]) -> HighlightDrafts:
    """The lines of tags that are being typed."""
    return HighlightDrafts(
        recorder,
        left,
        lambda c, ident, text: write_line(c, Line.TAGS, ident, text),
        lambda c, ident: delete_line(c, Line.TAGS, ident),
    )


class UnfinishedCorrections:
    """The corrections that are being typed."""

    def __init__(self, recorder: Recorder, interrupted: Iterable[Unfinished]) -> None:
        """Take over what an earlier session left."""
        self._recorder = recorder
        self.left: dict[CorrectionTarget, tuple[str, ...]] = {}
        """What was being typed when an earlier session ended, by what it is about."""
        self._interrupted: dict[CorrectionTarget, Unfinished] = {}
        for typed in interrupted:
            span = recorder.find(typed.anchor)
            if span is not None:
                target = CorrectionTarget(typed.subject, span, typed.name, typed.type)
                self.left[target] = typed.boxes
                self._interrupted[target] = typed

    def save(self, target: CorrectionTarget, boxes: tuple[str, ...]) -> None:
        """Keep what is being typed about a result, against a crash."""
        typed = self._typed(target, tuple(sanitise(words) for words in boxes))
        document_id = self._recorder.document_id
        self._recorder.write(lambda c: write_unfinished(c, document_id, typed))

    def question_at(self, offset: int) -> Span | None:
        """The passage over an offset that a question of one's own was being typed about."""
        questions = (each for each in self.left if not (each.name or each.type))
        spans = (each.span for each in questions if each.subject is Subject.QUESTION)
        return next((span for span in spans if span.contains(offset)), None)

    def drop(self, target: CorrectionTarget) -> None:
        """Discard what was being typed."""
        self._recorder.write(self.dropping(target))

    def dropping(self, target: CorrectionTarget) -> Callable[[Connection], None]:
        """What discards it inside the transaction that saves it.

        Raises:
            ValueError: The passage is empty or outside the text.
        """
        typed, document_id = self._typed(target, ()), self._recorder.document_id
        return lambda connection: delete_unfinished(connection, document_id, typed)

    def _typed(self, target: CorrectionTarget, boxes: tuple[str, ...]) -> Unfinished:
        interrupted = self._interrupted.get(target)
        if interrupted is not None:
            # In an edited text its row is still that of the older one.
            return replace(interrupted, boxes=boxes)
        anchor = self._recorder.anchor(target.span)
        return Unfinished(target.subject, anchor, target.name, target.type, boxes)
