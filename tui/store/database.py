"""The library file: one writer thread, readers of their own, nothing lost that was saved."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from sqlite3 import Connection
from typing import TYPE_CHECKING, Self, TypeVar

from tui.errors import StoreError
from tui.settings.paths import is_there
from tui.store.commit_count import CommitFile
from tui.store.connections import (
    LOCK_WAIT,
    at_one_moment,
    choose_journal,
    connect,
    empty_log,
    make_file,
    transaction,
    with_any_text,
)
from tui.store.foreign_journal import put_foreign_journal_aside
from tui.store.holders import Hold
from tui.store.migrations import check, migrate, needs_migration
from tui.store.old_library import may_be_read, upgraded_in_memory, why_not_upgraded
from tui.store.reading_only import address_to_read
from tui.store.refusals import DamagedError, LockedError, as_store_errors
from tui.store.renewing import renew_damaged
from tui.store.replacing import hold_whole
from tui.store.rescue import Rescue, Rescues
from tui.store.writer_task import WriterTask

if TYPE_CHECKING:
    from tui.store.salvage import Salvaged

T = TypeVar("T")

_TRY_AGAIN = 0.5
"""Seconds the writer thread waits for a lock before it looks whether it is still to wait."""
_JOURNAL_NOTICE = (
    "the library is on a network folder: open it with one program at a time, changes are slower"
)
_READ_ONLY_NOTICE = "this library can be read and not changed: check who may write to its folder"
_log = logging.getLogger(__name__)


class Database:
    """A library: changes go through one thread, each one transaction; readers read freely."""

    _commits = 0
    is_read_only = False
    """Whether it can be read and not changed."""
    refusal: StoreError | None = None
    """Why a library of an earlier version is read as it would be today, and not changed."""
    _hold: Hold | None = None
    loss = ""
    """The sentence about saved changes that the library has lost; empty when it has lost none."""
    put_aside = ""
    """The sentence about a journal of something else that lay beside it; empty when none did."""
    _commit_file: CommitFile | None = None
    _has_tried_renewing = False

    def __init__(
        self, path: Path, backups: Path | None = None, *, is_patient: bool = False
    ) -> None:
        """Open or create the library and bring its tables up to date.

        Args:
            path: The file.
            backups: The folder for the copies made before a migration; `backups` beside
                the file when not given.
            is_patient: Whether changes wait until it is closed while another program
                holds the library, instead of being refused after `LOCK_WAIT` seconds.

        Raises:
            StoreError: It cannot be used; the file is as it was.
        """
        self.path: Path | None = path
        self.backups: Path | None = path.parent / "backups" if backups is None else backups
        self.notices: tuple[str, ...] = ()
        self._address = str(path)
        self._rescues = Rescues()
        try:
            with as_store_errors(path), hold_whole(path) as self._hold:
                try:
                    self._open(path)
                except (sqlite3.Error, OSError, StoreError) as error:
                    if not (may_be_read(error) and is_there(path)):
                        raise
                    self._open_to_read(path, error)
        except DamagedError as damage:
            self._address = self._rescued(path, damage).address
            self._writer = connect(self._address)
        self._start(is_patient=is_patient)

    def _open(self, path: Path) -> None:
        commits = CommitFile(path)
        make_file(path)
        self.put_aside = put_foreign_journal_aside(path)
        check(path)
        self._writer = connect(self._address)
        try:
            if not choose_journal(self._writer, path):
                self.notices = (_JOURNAL_NOTICE,)
            migrate(self._writer, self.backups)
            self.loss = commits.loss(self._writer)
            self.notices += tuple(filter(None, (self.put_aside, self.loss)))
            self._commit_file = commits
        except BaseException:
            self._writer.close()
            raise

    def _open_to_read(self, path: Path, error: Exception) -> None:
        """Open a library that cannot be written; every change is refused with the reason."""
        self._address, self._copy = address_to_read(path)
        self._writer = connect(self._address)
        if needs_migration(self._writer):
            with closing(self._writer) as older:
                self._address, self._writer = upgraded_in_memory(older)
            self.refusal = why_not_upgraded(error, path)
        self.notices = () if self.refusal else (_READ_ONLY_NOTICE,)
        # What is read may be a copy: nothing written there would be in the library.
        self._writer.execute("PRAGMA query_only = ON")
        self.is_read_only = True

    @classmethod
    def in_memory(cls) -> Database:
        """A library that writes nothing to disk and ends with the program."""
        self = cls.__new__(cls)
        self.path = self.backups = None
        self.notices = ()
        self._rescues = Rescues()
        self._writer = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._writer.execute("PRAGMA foreign_keys = ON")
        self._writer.execute("PRAGMA temp_store = MEMORY")
        migrate(self._writer, None)
        self._start()
        return self

    def _start(self, *, is_patient: bool = False) -> None:
        self._writer.execute(f"PRAGMA busy_timeout = {int(_TRY_AGAIN * 1000)}")
        self._is_patient = is_patient
        self._has_given_up = False
        self._is_waiting = False
        self._tasks: SimpleQueue[WriterTask | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._watching = threading.Lock()
        self._readers: list[Connection] = []
        self._watcher: Connection | None = None
        self._unsaved = 0
        self._is_closed = False
        self._thread = threading.Thread(target=self._work, name="library writer", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def unsaved(self) -> int:
        """Changes handed in and not yet committed or refused."""
        return self._unsaved

    @property
    def is_waiting(self) -> bool:
        """Whether another program has been holding the library for a moment by now."""
        return self._is_waiting

    def give_up(self) -> None:
        """Have what waits for another program be refused soon, and nothing wait any more."""
        self._has_given_up = True

    def submit(
        self,
        change: Callable[[Connection], T],
        then: Callable[[Future[T]], None] | None = None,
    ) -> Future[T]:
        """Make a change on the writer thread, in one transaction. Does not wait.

        Args:
            change: The change.
            then: Called on the writer thread when the change is committed or refused;
                it must not wait for a thread that waits for the library.

        Returns:
            Its result, once it is committed; a `StoreError` when nothing of it was saved.
        """
        return self._hand_in(change, is_change=True, then=then)

    def read(self, look: Callable[[Connection], T]) -> T:
        """Read what is committed, on a connection that cannot write. Blocks.

        Not to be called on the writer thread: in memory it waits for that thread.

        Raises:
            StoreError: The library cannot be read.
        """
        if self.path is None:
            return self._hand_in(look, is_change=False).result()
        damage = self._rescues.to_read_by
        while damage is None:
            try:
                with self._reader(self.path) as reader:
                    return with_any_text(reader, look)
            except DamagedError as error:
                damage = None if self._renewed() else error
        return self._rescued(self.path, damage).read(look)

    def _renewed(self) -> bool:
        """Whether what is computed from the rows was damaged, and is made anew; tried once."""
        is_tried, self._has_tried_renewing = self._has_tried_renewing, True
        if self.is_read_only or is_tried:
            return False
        try:
            if threading.current_thread() is not self._thread:
                return self._hand_in(renew_damaged, is_change=False).result()
            with as_store_errors(self.path):
                return renew_damaged(self._writer)
        except StoreError:
            return False

    @property
    def damage(self) -> DamagedError | None:
        """As of `Rescues`."""
        return self._rescues.damage

    @property
    def salvaged(self) -> Salvaged | None:
        """As of `Rescues`."""
        return self._rescues.salvaged

    def look(self, look: Callable[[Connection], T], then: Callable[[Future[T]], None]) -> None:
        """Read on the writer thread, between two changes of this program. Does not wait.

        Args:
            look: Reads; all that it reads is of one moment.
            then: As of `submit`.
        """
        self._hand_in(partial(at_one_moment, look=look), is_change=False, then=then)

    def data_version(self) -> int:
        """A number that is another one after any change by any program. Blocks."""
        if self.path is None:
            return self._commits
        with self._watching, as_store_errors(self.path):
            if self._watcher is None:
                self._watcher = connect(self._address)
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    def wipe_traces(self) -> None:
        """Empty the write-ahead log, which still holds what was forgotten. Blocks."""
        self._hand_in(empty_log, is_change=False).result()

    def close(self, timeout: float = LOCK_WAIT) -> int:
        """Finish what was submitted, then close the file.

        Returns:
            How many changes are not saved, because they took longer than `timeout` seconds.
        """
        with self._lock:
            if self._is_closed:
                return self._unsaved
            self._is_closed = True
            self._tasks.put(None)
        self._thread.join(timeout)
        if self._unsaved:
            _log.warning("%d changes were not saved within %s seconds", self._unsaved, timeout)
        with self._lock:
            readers, self._readers = self._readers, []
        with self._watching:
            if self._watcher is not None:
                readers.append(self._watcher)
                self._watcher = None
        for reader in readers:
            reader.close()
        self._rescues.close()
        # A thread that still waits for the disk has the library until the process ends.
        if self._hold is not None and not self._thread.is_alive():
            self._hold.let_go()
        return self._unsaved

    def _hand_in(
        self,
        run: Callable[[Connection], T],
        *,
        is_change: bool,
        then: Callable[[Future[T]], None] | None = None,
    ) -> Future[T]:
        future: Future[T] = Future()
        with self._lock:
            if not self._is_closed:
                self._unsaved += is_change
                self._tasks.put(WriterTask(run, future, is_change, then))
                return future
        future.set_exception(_closed())
        if then is not None:
            then(future)
        return future

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            self._do(task)
        self._writer.close()
        if self._commit_file is not None:
            self._commit_file.close()

    def _do(self, task: WriterTask) -> None:
        """One task; the boundary of the writer thread, which nothing may end."""
        result, error = task.outcome(self._done)
        if task.is_change:
            with self._lock:
                self._unsaved -= 1
                self._commits += error is None
        if error is None:
            task.future.set_result(result)
        else:
            task.future.set_exception(error)
        if task.then is not None:
            try:
                task.then(task.future)
            except Exception:
                _log.exception("the news of a change could not be delivered")

    def _done(self, task: WriterTask) -> object:
        """The outcome of a task, tried again while another program holds the library."""
        if task.is_change and self.refusal is not None:
            raise self.refusal
        if self.damage is not None and self.path is not None:
            if task.is_change:
                raise self.damage
            return self._rescued(self.path, self.damage).read(task.run)
        commit = self._commit_file.transaction if self._commit_file else transaction
        run = partial(commit, run=task.run) if task.is_change else task.run
        begun = time.monotonic()
        try:
            while True:
                try:
                    with as_store_errors(self.path):
                        return with_any_text(self._writer, run)
                except DamagedError as error:
                    if self._renewed():
                        continue
                    if task.is_change or self.path is None:
                        self._rescues.refuse(error)
                        raise
                    return self._rescued(self.path, error).read(task.run)
                except LockedError:
                    if self._has_given_up:
                        # Nor does anything that is still to be written wait any more.
                        self._writer.execute("PRAGMA busy_timeout = 0")
                        raise
                    if not self._is_patient and time.monotonic() > begun + LOCK_WAIT:
                        raise
                    self._is_waiting = True
        finally:
            self._is_waiting = False

    def _rescued(self, path: Path, damage: DamagedError) -> Rescue:
        return self._rescues.rescue(path, damage, self._commits)

    @contextmanager
    def _reader(self, path: Path) -> Iterator[Connection]:
        with self._lock:
            if self._is_closed:
                raise _closed()
            reader = self._readers.pop() if self._readers else None
        with as_store_errors(path):
            if reader is None:
                reader = connect(self._address)
                reader.execute("PRAGMA query_only = ON")
                # KiB: SQLite's own 2,000 hold no more than the pages of one key in the finder.
                reader.execute("PRAGMA cache_size = -8000")
            try:
                yield reader
            except sqlite3.Error:
                _log.warning("the library cannot be read", exc_info=True)
                raise
            finally:
                with self._lock:
                    is_kept = not self._is_closed
                    if is_kept:
                        self._readers.append(reader)
                if not is_kept:
                    reader.close()


def _closed() -> StoreError:
    return StoreError("the library is closed already", "open the article again")
