"""Answers that passages of the open article give to questions of the ledger.

An answer and the highlight that is made for it are one operation: drawn at once, saved together,
undone together.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from tui.session.change import Change
from tui.store.answer_undoing import ANSWER
from tui.store.ledger_log import of_both
from tui.store.ledger_questions import LedgerQuestion, Resolution, question
from tui.store.settled_questions import SettledQuestion

if TYPE_CHECKING:
    from tui.session.recorder import Recorder
    from tui.store.highlight_rows import Highlight
    from tui.store.overlay import Edit
    from tui.store.stored_record import StoredRecord


class Answers:
    """What the reader answers while reading an article."""

    def __init__(self, recorder: Recorder) -> None:
        """Share the undo of the session.

        Args:
            recorder: That of the session.
        """
        self._recorder = recorder

    def give(self, asked: LedgerQuestion, wanted: Resolution, new: Highlight | None) -> Change:
        """Decide a question, with the highlight its answer stands in. Does not wait.

        Args:
            asked: The question as the reader saw it: what another program wrote since is kept.
            wanted: The decision.
            new: The highlight, prepared; `None` for one that is there already.
        """
        edits: dict[str, Edit] = {}
        if new is not None:
            edits[new.id] = lambda current: current or new
        edits[asked.id] = _decision(asked, wanted)
        return self._recorder.do(ANSWER, edits)

    @property
    def can_undo(self) -> bool:
        """Whether the last thing done in the article was an answer."""
        return self._recorder.undoes == ANSWER

    @property
    def can_redo(self) -> bool:
        """Whether the last thing undone in the article was an answer."""
        return self._recorder.redoes == ANSWER

    def when_saved(self, question_id: str, then: Callable[[LedgerQuestion | None], None]) -> None:
        """Tell how a question stands once all that was done before is saved. Does not wait.

        Args:
            question_id: The question.
            then: Called on the writer thread; with `None` where it is gone or cannot be read.
        """

        def tell(future: Future[LedgerQuestion | None]) -> None:
            then(None if future.exception() else future.result())

        self._recorder.database.submit(lambda c: question(c, question_id), tell)


def _decision(asked: LedgerQuestion, wanted: Resolution) -> Edit:
    def decide(current: StoredRecord | None) -> SettledQuestion:
        held = current.resolution if isinstance(current, SettledQuestion) else asked.resolution
        resolution = of_both(asked.resolution, wanted, held)
        return SettledQuestion(asked.id, asked.document_id, resolution)

    return decide
