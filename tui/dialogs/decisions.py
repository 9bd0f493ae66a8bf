"""What became of the decisions about questions that a list sent to the library."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from tui.ledger import DecisionResult, Resolution


@dataclass(frozen=True, slots=True)
class DecisionSettled:
    """What became of a decision about a question."""

    verb: str
    """`decide`, `undo` or `redo`."""
    question_id: str
    """The question; empty for undo and redo."""
    resolution: Resolution | None
    """What was to be written; `None` for undo and redo."""
    outcome: DecisionResult
    """What was written; `None` when nothing was there to take back, or on an error."""
    error: str
    """Why nothing was saved, as a sentence; empty when it was."""


OnSettled = Callable[[DecisionSettled], None]
"""Called on the library's writer thread; must not wait."""


def settled(
    verb: str, ident: str, resolution: Resolution | None, future: Future[DecisionResult]
) -> DecisionSettled:
    """What became of a decision, from what the writer says of it."""
    error = future.exception()
    outcome = None if error else future.result()
    return DecisionSettled(verb, ident, resolution, outcome, str(error) if error else "")
