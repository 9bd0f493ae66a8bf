"""The changes of one document's highlights: drawn at once, committed behind, taken back."""

from __future__ import annotations

import threading
from bisect import insort
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from sqlite3 import Connection
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from tui.store.highlights import Highlight, highlight
from tui.store.operations import (
    ChangedMeanwhileError,
    Operation,
    Rows,
    difference,
    do_again,
    record,
    restored,
    take_back,
    write_rows,
)
from tui.store.overlay import Edit, Overlay, Pending

if TYPE_CHECKING:
    from tui.store.database import Database


class Settled(NamedTuple):
    """The end of a change, told on the writer thread."""

    idents: tuple[str, ...]
    """The highlights it was about."""
    is_operation: bool
    """Whether the reader made it; else the program."""
    error: BaseException | None
    """Why it is drawn back; `None` when it is committed."""


class Outcome(NamedTuple):
    """What a change did to a highlight."""

    command: str
    """The command of the log."""
    ident: str
    """The highlight."""
    before: Highlight | None
    """What it was."""
    after: Highlight | None
    """What it is now, or would be if there were no `reason`."""
    reason: str | None
    """Why nothing was changed, as a clause; `None` when it was."""


class _Step:
    """An operation on the undo or redo stack; replaced by what was really written."""

    __slots__ = ("number", "operation")

    def __init__(self, number: int, operation: Operation) -> None:
        self.number = number
        """Its place in the course of the reading: done steps rise, undone ones fall."""
        self.operation = operation


class MarkChanges:
    """Highlights as the reader sees them, with what can be undone.

    Called from the reader's thread; the ends of changes come in on the writer thread.
    """

    def __init__(
        self,
        database: Database,
        document_id: str,
        highlights: Iterable[Highlight],
        stacks: tuple[Iterable[Operation], Iterable[Operation]],
        on_settled: Callable[[Settled], None],
    ) -> None:
        """Begin with what the library holds.

        Args:
            database: Where changes are committed.
            document_id: The document.
            highlights: Its highlights.
            stacks: What can be undone and what can be done again, the next one last.
            on_settled: Told of the end of every change.
        """
        self._database = database
        self._document_id = document_id
        self._on_settled = on_settled
        self._overlay = Overlay(highlights)
        self._done = [_Step(n, operation) for n, operation in enumerate(stacks[0])]
        undone = enumerate(reversed(list(stacks[1])), len(self._done))
        self._undone = [_Step(n, operation) for n, operation in undone][::-1]
        self._steps = len(self._done) + len(self._undone)
        self.lock = threading.RLock()

    @property
    def rows(self) -> Mapping[str, Highlight]:
        """Highlights by id, pending changes included; read it under the lock."""
        return self._overlay.rows

    @property
    def pending_count(self) -> int:
        """Changes that are not saved yet."""
        with self.lock:
            return self._overlay.pending_count

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        return bool(self._undone)

    def pending_ids(self) -> frozenset[str]:
        """Highlights with a change that is not saved yet."""
        with self.lock:
            return self._overlay.pending_ids()

    def do(
        self,
        command: str,
        ident: str,
        edit: Edit,
        also: Callable[[Connection], None] | None = None,
    ) -> Outcome:
        """Change a highlight as an operation that can be undone.

        Args:
            command: Its name in the log.
            ident: The highlight; its `edit` gets `None` when it is to be made.
            edit: The change.
            also: What else belongs into the same transaction, done before it.
        """
        with self.lock:
            before = self.rows.get(ident)
            after = edit(before)
            if difference(before, after) is None:
                reason = "there is no such highlight" if before is None else "nothing to change"
                return Outcome(command, ident, before, after, reason)
            step = _Step(
                self._steps,
                Operation(
                    str(uuid4()), self._document_id, command, {ident: before}, {ident: after}
                ),
            )
            self._steps += 1
            given_up, self._undone = self._undone, []
            self._done.append(step)

            def write(connection: Connection) -> Rows:
                if also is not None:
                    also(connection)
                there = highlight(connection, ident)
                if there is None and before is not None:
                    raise ChangedMeanwhileError("meanwhile it was deleted", {ident: None})
                written = write_rows(connection, {ident: edit(there)})
                step.operation = replace(step.operation, before={ident: there}, after=written)
                record(connection, step.operation)
                return written

            def draw_back(_: BaseException) -> None:
                self._drop(step)
                self._undone = self._undone or [s for s in given_up if s not in self._done]

            self._send(Pending({ident: edit}), write, draw_back)
            return Outcome(command, ident, before, after, None)

    def undo(self) -> Outcome | None:
        """Take the last operation back; `None` when there is none.

        One whose highlight was changed meanwhile is passed over, and the outcome says so.
        """
        with self.lock:
            if not self._done:
                return None
            step = self._done.pop()
            operation = step.operation
            outcome = self._swing(
                step, operation.after, operation.before, take_back, self._put_back_done
            )
            if outcome.reason is None:
                self._undone.append(step)
            return outcome

    def redo(self) -> Outcome | None:
        """Do the last undone operation again; `None` when there is none."""
        with self.lock:
            if not self._undone:
                return None
            step = self._undone.pop()
            operation = step.operation
            outcome = self._swing(
                step, operation.before, operation.after, do_again, self._put_back_undone
            )
            if outcome.reason is None:
                self._done.append(step)
            return outcome

    def note(self, edits: Mapping[str, Edit]) -> None:
        """Change highlights without an operation: what the program found out about them."""

        def write(connection: Connection) -> Rows:
            there = {ident: highlight(connection, ident) for ident in edits}
            return write_rows(connection, {i: edits[i](row) for i, row in there.items() if row})

        with self.lock:
            self._send(Pending(edits), write, None)

    def _swing(
        self,
        step: _Step,
        expected: Rows,
        wanted: Rows,
        write: Callable[[Connection, str], Rows],
        put_back: Callable[[_Step], None],
    ) -> Outcome:
        """Draw and send the state before or after an operation, if the other one is there."""
        command, ident = step.operation.command, next(iter(wanted))
        for each in wanted:
            reason = difference(self.rows.get(each), expected[each])
            if reason is not None:
                reason = f"meanwhile {reason}"
                return Outcome(command, ident, expected[ident], wanted[ident], reason)

        def draw_back(error: BaseException) -> None:
            self._drop(step)
            if not isinstance(error, ChangedMeanwhileError):
                # The disk refused it: with room made, the same key must do the same again.
                put_back(step)

        self._send(
            Pending({each: _image_edit(image) for each, image in wanted.items()}),
            lambda c: write(c, step.operation.id),
            draw_back,
        )
        return Outcome(command, ident, expected[ident], wanted[ident], None)

    def _drop(self, step: _Step) -> None:
        for stack in (self._done, self._undone):
            if step in stack:
                stack.remove(step)

    def _put_back_done(self, step: _Step) -> None:
        insort(self._done, step, key=lambda each: each.number)

    def _put_back_undone(self, step: _Step) -> None:
        # After a later change there is nothing to redo.
        if not self._done or self._done[-1].number < step.number:
            insort(self._undone, step, key=lambda each: -each.number)

    def _send(
        self,
        pending: Pending,
        write: Callable[[Connection], Rows],
        draw_back: Callable[[BaseException], None] | None,
    ) -> None:
        """Draw a change as pending and have it committed."""
        self._overlay.add(pending)
        is_operation = draw_back is not None

        def settle(future: Future[Rows]) -> None:
            error = future.exception()
            with self.lock:
                if error is None:
                    self._overlay.settle(pending, future.result())
                else:
                    known = error.rows if isinstance(error, ChangedMeanwhileError) else {}
                    self._overlay.settle(pending, known)
                    if draw_back is not None:
                        draw_back(error)
            self._on_settled(Settled(tuple(pending.edits), is_operation, error))

        self._database.submit(write, settle)


def _image_edit(image: Highlight | None) -> Edit:
    return lambda there: restored(there, image)
