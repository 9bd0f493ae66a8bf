"""What became of a question, as a record that is undone with the highlight its answer stands in.

It holds none of the question's words: those belong to another article, and go with that one.
"""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Connection

from tui.store.ledger_log import settle
from tui.store.ledger_questions import Resolution, question


@dataclass(frozen=True, slots=True)
class SettledQuestion:
    """A question with what the reader decided about it while reading another article."""

    id: str
    """The question."""
    document_id: str
    """The document that leaves it open."""
    resolution: Resolution
    """What was decided."""


def settled_question(connection: Connection, ident: str) -> SettledQuestion | None:
    """A question as it stands now; `None` when it is gone."""
    row = question(connection, ident)
    return None if row is None else SettledQuestion(ident, row.document_id, row.resolution)


def write_settled(connection: Connection, record: SettledQuestion) -> None:
    """Decide a question, or take that back, in the ledger's own log as well.

    Raises:
        StoreError: Its article was forgotten.
    """
    settle(connection, record.id, record.resolution)
