"""Undoing a decision about a question together with the highlight that was made for its answer."""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from sqlite3 import Connection

from tui.store import ledger_log
from tui.store.ledger_log import Decided
from tui.store.ledger_questions import HIGHLIGHT_LINK, Resolution, question
from tui.store.operations import ChangedMeanwhileError, undo_operation

ANSWER = "answer"
"""The command of the log by which a passage of an open article answers a question."""


def undo_decision(connection: Connection, document_id: str | None = None) -> Decided | None:
    """Undo the last decision of the ledger as `ledger_log.undo` does.

    Where a passage was highlighted for it, that is undone, too, unless the highlight was
    changed since.
    """
    step = ledger_log.next_undone(connection, document_id)
    if step is not None:
        questions, made = step
        operation = _operation_of(connection, questions, made)
        if operation is not None:
            with suppress(ChangedMeanwhileError):
                undo_operation(connection, operation)
                rows = [question(connection, each) for each in sorted(questions)]
                listed = [each for each in rows if each and each.document_id == document_id]
                return Decided((listed or rows)[0], made, also=len(rows) - 1)
    return ledger_log.undo(connection, document_id)


def _operation_of(
    connection: Connection, questions: Collection[str], made: Resolution
) -> str | None:
    """The operation by which one of some questions was answered; `None` for none."""
    if not made.is_in_highlight:
        return None
    rows = connection.execute(
        "SELECT o.id, o.after FROM operations o JOIN highlights h ON h.document_id = o.document_id "
        "WHERE h.id = ? AND o.command = ? AND o.undone = 0 ORDER BY o.number DESC",
        (made.link.removeprefix(HIGHLIGHT_LINK), ANSWER),
    )
    answers = (str(ident) for ident, after in rows if {*questions} & {*json.loads(after)})
    return next(answers, None)
