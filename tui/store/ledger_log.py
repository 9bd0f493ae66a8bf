"""What the reader decided about the questions of the ledger, and its undoing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from sqlite3 import Connection
from typing import NamedTuple
from uuid import uuid4

from tui.errors import StoreError
from tui.store.both_kept import words_of_both, writing_time
from tui.store.clock import now
from tui.store.ledger_questions import (
    LedgerQuestion,
    QuestionState,
    Resolution,
    question,
    write_question,
)
from tui.store.line_drafts import Line, delete_line
from tui.store.pruning import prune_answers
from tui.store.question_twins import follows, twins_of

_DONE, _UNDONE, _DISCARDED = 0, 1, 2


class Decided(NamedTuple):
    """The outcome of a decision, of undo or of redo."""

    question: LedgerQuestion | None
    """The question as the library holds it now; `None` when it is gone."""
    before: Resolution
    """What was decided before."""
    reason: str = ""
    """Why nothing was changed, as a clause; empty when it was."""
    notice: str = ""
    """What became of a decision that met one of another program; empty when it met none."""
    also: int = 0
    """How many copies of the article have the same question and it was decided for, too."""


def decide(
    connection: Connection, question_id: str, wanted: Resolution, seen: Resolution | None = None
) -> Decided:
    """Write a decision and its log entry.

    What was undone before can no longer be done again.

    Args:
        connection: Inside a transaction.
        question_id: The question.
        wanted: What the reader decides.
        seen: What was decided when they began, over which alone this is written: else the
            words of both are kept. `None` for whatever is decided by now.
    """
    current = question(connection, question_id)
    if current is None:
        return Decided(None, wanted, "its article was forgotten meanwhile")
    resolution = wanted
    if seen is not None:
        resolution = of_both(seen, wanted, current.resolution)
    row = with_resolution(current, resolution)
    if _has_words(current, resolution):
        delete_line(connection, Line.LINK, question_id)
    if current.resolution == resolution:
        if row != current:
            write_question(connection, row)
        return Decided(current, resolution, "nothing to change")
    twins = [
        each
        for each in twins_of(connection, current)
        if follows(each, current.resolution, resolution)
    ]
    time = now()
    log(connection, current, resolution, time)
    write_question(connection, row)
    _decide_too(connection, twins, resolution, time)
    notice = "" if resolution == wanted else _BOTH
    decided = question(connection, question_id)
    return Decided(decided, current.resolution, notice=notice, also=len(twins))


def _decide_too(
    connection: Connection, twins: Iterable[LedgerQuestion], resolution: Resolution, time: str
) -> None:
    """Decide the same question of copies; what was being typed there stays."""
    for twin in twins:
        log(connection, twin, resolution, time)
        decided = with_resolution(twin, resolution)
        row = replace(decided, draft=twin.draft, draft_link=twin.draft_link)
        write_question(connection, row)


def settle(connection: Connection, question_id: str, wanted: Resolution) -> None:
    """Give a question a resolution; what the log has done or undone last is not logged twice.

    Raises:
        StoreError: The question is gone.
    """
    current = question(connection, question_id)
    if current is None:
        raise StoreError(
            "the article of this question was forgotten meanwhile",
            "your answer is kept while the desk is open",
        )
    if current.resolution == wanted:
        return
    row = connection.execute(
        "SELECT before, after, undone, time FROM answers "
        "WHERE question_id = ? AND undone IN (?, ?) ORDER BY number DESC LIMIT 1",
        (question_id, _DONE, _UNDONE),
    ).fetchone()
    if row is not None:
        images, now_is = (_resolution(row[0]), _resolution(row[1])), row[2]
        if (wanted, current.resolution) == (images if now_is == _DONE else images[::-1]):
            becomes = _UNDONE if now_is == _DONE else _DONE
            for entry in _made_with(connection, now_is, row[3], row[1]):
                _swing(connection, entry[:4], now_is, becomes)
            return
    decide(connection, question_id, wanted)


_BOTH = "another desk has decided it too: the answer has the words of both"


def of_both(seen: Resolution, wanted: Resolution, held: Resolution) -> Resolution:
    """A decision that loses no words of one that was made elsewhere meanwhile."""
    answer = words_of_both(seen.answer, wanted.answer, held.answer, writing_time())
    if held.link in ("", seen.link, wanted.link):
        return wanted._replace(answer=answer)
    if wanted.link in ("", seen.link):
        return wanted._replace(answer=answer, link=held.link)
    return wanted._replace(answer=f"{answer}\n\n{held.link}")


def with_resolution(current: LedgerQuestion, resolution: Resolution) -> LedgerQuestion:
    """A question with a decision, which makes it sure for good.

    An answer or its words take the draft of one away, nothing else does.
    """
    decided = replace(current, resolution=resolution, certainty=1.0, is_sure=True)
    if not _has_words(current, resolution):
        return decided
    return replace(decided, draft="", draft_link="")


def _has_words(current: LedgerQuestion, resolution: Resolution) -> bool:
    """Whether a decision saves what was typed: an answer, or other words of one."""
    is_typed = resolution[1:] != current.resolution[1:]
    return is_typed or resolution.state is QuestionState.ANSWERED


def log(
    connection: Connection, current: LedgerQuestion, resolution: Resolution, time: str = ""
) -> None:
    """Record that a question gets another resolution, so that undo finds the one it has.

    Args:
        connection: Inside a transaction.
        current: The question until now.
        resolution: What it gets.
        time: When; entries of one time are undone together. Empty for an entry of its own.
    """
    time = time or now()
    connection.execute(
        "UPDATE answers SET undone = ?, updated = ? WHERE undone = ?", (_DISCARDED, time, _UNDONE)
    )
    connection.execute(
        "INSERT INTO answers (id, time, document_id, question_id, before, after, created, "
        "updated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?2, ?2)",
        (
            str(uuid4()),
            time,
            current.document_id,
            current.id,
            json.dumps(current.resolution),
            json.dumps(resolution),
        ),
    )
    prune_answers(connection)


def next_undone(
    connection: Connection, document_id: str | None = None
) -> tuple[frozenset[str], Resolution] | None:
    """The questions whose decision `undo` would undo, and what it decided; `None` for none.

    Args:
        connection: The library.
        document_id: As of `undo`.
    """
    row = _next(connection, document_id, _DONE)
    if row is None:
        return None
    questions = frozenset(entry[1] for entry in _made_with(connection, _DONE, *row))
    return questions, _resolution(row[1])


def undo(connection: Connection, document_id: str | None = None) -> Decided | None:
    """Undo the last decision if the question is still as it left it.

    Args:
        connection: Inside a transaction.
        document_id: Only decisions about this document; `None` for all of them.

    Returns:
        What became of it; `None` when there is nothing to undo.
    """
    return _apply(connection, document_id, _DONE, _UNDONE)


def redo(connection: Connection, document_id: str | None = None) -> Decided | None:
    """Redo the decision that was undone last, on the same terms."""
    return _apply(connection, document_id, _UNDONE, _DONE)


def _apply(
    connection: Connection, document_id: str | None, now_is: int, becomes: int
) -> Decided | None:
    row = _next(connection, document_id, now_is)
    if row is None:
        return None
    entries = _made_with(connection, now_is, *row)
    swung = [_swing(connection, entry[:4], now_is, becomes) for entry in entries]
    # Of several the one that is listed, else the one that was decided on.
    listed = [each[4] == document_id for each in entries]
    first = swung[listed.index(True) if any(listed) else 0]
    return first._replace(also=sum(not each.reason for each in swung) - (not first.reason))


def _swing(
    connection: Connection, entry: tuple[str, str, str, str], now_is: int, becomes: int
) -> Decided:
    """Undo or redo one entry of the log."""
    ident, question_id, before, after = entry
    expected, target = _resolution(after), _resolution(before)
    if now_is == _UNDONE:
        expected, target = target, expected
    current = question(connection, question_id)
    is_as_left = current is not None and current.resolution == expected
    connection.execute(
        "UPDATE answers SET undone = ?, updated = ? WHERE id = ?",
        (becomes if is_as_left else _DISCARDED, now(), ident),
    )
    if current is None or not is_as_left:
        return Decided(current, expected, "meanwhile it was decided otherwise")
    write_question(connection, replace(current, resolution=target))
    return Decided(question(connection, question_id), expected)


def _next(connection: Connection, document_id: str | None, now_is: int) -> tuple[str, str] | None:
    """Time and result of the decision that is undone or redone next."""
    order = "DESC" if now_is == _DONE else "ASC"
    row: tuple[str, str] | None = connection.execute(
        "SELECT time, after FROM answers WHERE undone = ?1 AND (?2 IS NULL OR document_id = ?2) "
        f"ORDER BY number {order} LIMIT 1",
        (now_is, document_id),
    ).fetchone()
    return row


def _made_with(
    connection: Connection, now_is: int, time: str, after: str
) -> list[tuple[str, str, str, str, str]]:
    """The entries of one decision: of a question and of the same one in copies."""
    return connection.execute(
        "SELECT id, question_id, before, after, document_id FROM answers "
        "WHERE undone = ? AND time = ? AND after = ? ORDER BY number",
        (now_is, time, after),
    ).fetchall()


def _resolution(packed: str) -> Resolution:
    state, answer, link = json.loads(packed)
    return Resolution(QuestionState(state), answer, link)
