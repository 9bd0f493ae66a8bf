"""The changes of one document's records: drawn at once, committed behind, undone."""

from __future__ import annotations

import threading
from bisect import insort
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from sqlite3 import Connection
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from tui.store.operations import (
    ChangedMeanwhileError,
    Operation,
    record,
    redo_operation,
    undo_operation,
)
from tui.store.overlay import Edit, Overlay, Uncommitted
from tui.store.settled_questions import SettledQuestion
from tui.store.stored_record import (
    Rows,
    StoredRecord,
    difference,
    meeting,
    read_record,
    restored,
    write_rows,
)

if TYPE_CHECKING:
    from tui.store.database import Database


class Settled(NamedTuple):
    """The end of a change, reported on the writer thread."""

    records: tuple[StoredRecord, ...]
    """What it was about, as it was drawn or, where it was deleted, as it was before."""
    is_operation: bool
    """Whether the reader made it; else the program."""
    error: BaseException | None
    """Why it is drawn back; `None` when it is committed."""
    notice: str = ""
    """What became of a change that met one of another program; empty when it met none."""


class Elsewhere(NamedTuple):
    """What the library holds after another program has written to it."""

    records: tuple[StoredRecord, ...]
    """The records of the document."""
    is_kept: bool
    """Whether the library still holds the document."""


class News(NamedTuple):
    """What came of a look at what other programs have written."""

    is_drawn_anew: bool
    """Whether records are others now."""
    is_kept: bool
    """As `Elsewhere.is_kept`."""


class ChangeResult(NamedTuple):
    """What a change did to its records."""

    command: str
    """The command of the log."""
    before: Rows
    """What they were; never empty."""
    after: Rows
    """What they are now, or would be if there were no `reason`."""
    reason: str | None
    """Why nothing was changed, as a clause; `None` when it was."""


class _Step:
    """An operation on the undo or redo stack; replaced by what was really written."""

    __slots__ = ("notice", "number", "operation")

    def __init__(self, number: int, operation: Operation) -> None:
        self.number = number
        """Its place in the course of the reading: done steps rise, undone ones fall."""
        self.operation = operation
        self.notice = ""
        """As `Settled.notice`, once it is written."""


class Changes:
    """Records as the reader sees them, with what can be undone.

    Called from the reader's thread; the ends of changes come in on the writer thread.
    """

    def __init__(
        self,
        database: Database,
        document_id: str,
        records: Iterable[StoredRecord],
        stacks: tuple[Iterable[Operation], Iterable[Operation]],
        on_settled: Callable[[Settled], None],
        prepare: Callable[[Connection], None] = lambda _: None,
    ) -> None:
        """Begin with what the library holds.

        Args:
            database: Where changes are committed.
            document_id: The document.
            records: Its records.
            stacks: What can be undone and what can be done again, the next one last.
            on_settled: Called at the end of every change.
            prepare: Done first in the transaction of every operation.
        """
        self._database = database
        self._document_id = document_id
        self._on_settled = on_settled
        self._prepare = prepare
        self._overlay = Overlay(records)
        self._done = [_Step(n, operation) for n, operation in enumerate(stacks[0])]
        undone = enumerate(reversed(list(stacks[1])), len(self._done))
        self._undone = [_Step(n, operation) for n, operation in undone][::-1]
        self._steps = len(self._done) + len(self._undone)
        self._version_elsewhere: int | None = None
        self.lock = threading.RLock()

    @property
    def rows(self) -> Mapping[str, StoredRecord]:
        """Records by id, pending changes included; read it under the lock."""
        return self._overlay.rows

    @property
    def version(self) -> int:
        """Another one after every change of `rows` and `pending_ids`; read it under the lock."""
        return self._overlay.version

    @property
    def pending_count(self) -> int:
        """Changes that are not saved yet."""
        with self.lock:
            return self._overlay.pending_count

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        return bool(self._undone)

    @property
    def undoes(self) -> str:
        """The command that undo would undo; empty for none."""
        return self._done[-1].operation.command if self._done else ""

    @property
    def redoes(self) -> str:
        """The command that redo would do again; empty for none."""
        return self._undone[-1].operation.command if self._undone else ""

    @property
    def last_made(self) -> str | None:
        """The record that the last operation has made, if that is all it did."""
        last = self._done[-1].operation if self._done else None
        made = [i for i, row in last.before.items() if row is None] if last else []
        return made[0] if last and len(last.before) == len(made) == 1 else None

    def pending_ids(self) -> frozenset[str]:
        """Records with a change that is not saved yet."""
        with self.lock:
            return self._overlay.pending_ids()

    def do(
        self,
        command: str,
        edits: Mapping[str, Edit],
        also: Callable[[Connection], None] | None = None,
    ) -> ChangeResult:
        """Change records as one operation that can be undone.

        Args:
            command: Its name in the log.
            edits: The change of each record, which gets `None` when it is to be made;
                never empty.
            also: What else belongs into the same transaction.
        """
        with self.lock:
            before = {ident: self.rows.get(ident) for ident in edits}
            after = {ident: edit(before[ident]) for ident, edit in edits.items()}
            changed = [i for i in edits if difference(before[i], after[i]) is not None]
            if not changed:
                is_there = any(row is not None for row in before.values())
                reason = "nothing to change" if is_there else "there is no such thing any more"
                return ChangeResult(command, before, after, reason)
            edits = {ident: edits[ident] for ident in changed}
            before = {ident: before[ident] for ident in changed}
            after = {ident: after[ident] for ident in changed}
            operation = Operation(str(uuid4()), self._document_id, command, before, after)
            step = _Step(self._steps, operation)
            self._steps += 1
            discarded, self._undone = self._undone, []
            self._done.append(step)

            def revert(_: BaseException) -> None:
                self._drop(step)
                self._undone = self._undone or [s for s in discarded if s not in self._done]

            def write(connection: Connection) -> Rows:
                self._prepare(connection)
                if also is not None:
                    also(connection)
                return _write(connection, step, edits)

            self._send(Uncommitted(edits), write, revert, lambda: step.notice)
            return ChangeResult(command, before, after, None)

    def undo(self) -> ChangeResult | None:
        """Undo the last operation; `None` when there is none.

        One whose record was changed meanwhile is passed over, and the outcome says so.
        """
        with self.lock:
            if not self._done:
                return None
            step = self._done.pop()
            operation = step.operation
            outcome = self._apply(
                step, operation.after, operation.before, undo_operation, self._reinsert_done
            )
            if outcome.reason is None:
                self._undone.append(step)
            return outcome

    def redo(self) -> ChangeResult | None:
        """Do the last undone operation again; `None` when there is none."""
        with self.lock:
            if not self._undone:
                return None
            step = self._undone.pop()
            operation = step.operation
            outcome = self._apply(
                step, operation.before, operation.after, redo_operation, self._reinsert_undone
            )
            if outcome.reason is None:
                self._done.append(step)
            return outcome

    def follow(
        self,
        read: Callable[[Connection], Elsewhere],
        on_news: Callable[[News], None],
        *,
        anew: bool = False,
    ) -> None:
        """Take in what other programs have written since the last look. Does not wait.

        Args:
            read: Reads what the library holds; on the writer thread, so that no change of
                this program lies between the look and what is drawn.
            on_news: Called on the writer thread when there was something to read.
            anew: Whether to read also when no other program has written: for what this one
                has written past these changes.
        """

        def look(connection: Connection) -> News | None:
            # Only commits of other connections make it another one (SQLite, PRAGMA data_version).
            version = connection.execute("PRAGMA data_version").fetchone()[0]
            if version == self._version_elsewhere and not anew:
                return None
            found = read(connection)
            self._version_elsewhere = version
            with self.lock:
                return News(self._overlay.renew(found.records), found.is_kept)

        def take(future: Future[News | None]) -> None:
            # A library that cannot be read is told of when something is to be saved in it.
            news = None if future.exception() else future.result()
            if news is not None:
                on_news(news)

        self._database.look(look, take)

    def note(self, edits: Mapping[str, Edit]) -> None:
        """Change records without an operation: what the program found out about them."""

        def write(connection: Connection) -> Rows:
            current = {ident: read_record(connection, ident) for ident in edits}
            return write_rows(connection, {i: edits[i](row) for i, row in current.items() if row})

        with self.lock:
            self._send(Uncommitted(edits), write, None)

    def _apply(
        self,
        step: _Step,
        expected: Rows,
        target: Rows,
        write: Callable[[Connection, str], Rows],
        reinsert: Callable[[_Step], None],
    ) -> ChangeResult:
        """Draw and send the state before or after an operation, if the other one is there."""
        command = step.operation.command
        for ident in target:
            if ident not in self.rows and isinstance(expected[ident], SettledQuestion):
                # Of another article: the library alone knows how it stands.
                continue
            reason = difference(self.rows.get(ident), expected[ident])
            if reason is not None:
                return ChangeResult(command, expected, target, f"meanwhile {reason}")

        def revert(error: BaseException) -> None:
            self._drop(step)
            if not isinstance(error, ChangedMeanwhileError):
                # The disk refused it: with room made, the same key must do the same again.
                reinsert(step)

        def commit(connection: Connection) -> Rows:
            self._prepare(connection)
            return write(connection, step.operation.id)

        edits = {ident: _image_edit(image) for ident, image in target.items()}
        self._send(Uncommitted(edits), commit, revert)
        return ChangeResult(command, expected, target, None)

    def _drop(self, step: _Step) -> None:
        for stack in (self._done, self._undone):
            if step in stack:
                stack.remove(step)

    def _reinsert_done(self, step: _Step) -> None:
        insort(self._done, step, key=lambda each: each.number)

    def _reinsert_undone(self, step: _Step) -> None:
        # After a later change there is nothing to redo.
        if not self._done or self._done[-1].number < step.number:
            insort(self._undone, step, key=lambda each: -each.number)

    def _send(
        self,
        pending: Uncommitted,
        write: Callable[[Connection], Rows],
        revert: Callable[[BaseException], None] | None,
        notice: Callable[[], str] = lambda: "",
    ) -> None:
        """Draw a change as pending and have it committed."""
        before = {ident: self.rows.get(ident) for ident in pending.edits}
        self._overlay.add(pending)
        drawn = [self.rows.get(ident) or before[ident] for ident in pending.edits]
        records = tuple(record for record in drawn if record is not None)
        is_operation = revert is not None

        def settle(future: Future[Rows]) -> None:
            error = future.exception()
            with self.lock:
                if error is None:
                    self._overlay.settle(pending, future.result())
                else:
                    known = error.rows if isinstance(error, ChangedMeanwhileError) else {}
                    self._overlay.settle(pending, known)
                    if revert is not None:
                        revert(error)
            self._on_settled(Settled(records, is_operation, error, "" if error else notice()))

        self._database.submit(write, settle)


def _write(connection: Connection, step: _Step, edits: Mapping[str, Edit]) -> Rows:
    """Commit an operation on what the library holds by now; the step learns what was written."""
    current = {ident: read_record(connection, ident) for ident in edits}
    missing = [i for i in edits if current[i] is None and step.operation.before[i] is not None]
    if missing:
        raise ChangedMeanwhileError("meanwhile it was deleted", dict.fromkeys(missing))
    seen, drawn = step.operation.before, step.operation.after
    wanted = {i: edit(current[i]) for i, edit in edits.items()}
    for ident in edits:
        # Nobody deletes words that they have not seen.
        reason = difference(current[ident], seen[ident]) if wanted[ident] is None else None
        if reason is not None:
            raise ChangedMeanwhileError(f"meanwhile {reason}", current)
    written = write_rows(connection, wanted)
    met = (meeting(seen[i], drawn[i], current[i], written[i]) for i in edits)
    step.notice = next(filter(None, met), "")
    step.operation = replace(step.operation, before=current, after=written)
    record(connection, step.operation)
    return written


def _image_edit(image: StoredRecord | None) -> Edit:
    return lambda current: restored(current, image)
