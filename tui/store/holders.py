"""Who has the library open: a lock that every process shares, and that ends with it.

Beside the library lies a small file, `library.db-lock`. Its first byte is locked shared by every
process that has the library open, and alone by one that puts another file in its place. Behind
it each process has a record with its own lock: who it is. The system takes the locks away with
the process, however that ends, so nothing has to be cleared; what stands in a record counts only
while it is locked. Where no lock can be had (a read-only folder, some network folders) the
library is used without.

POSIX locks belong to a process and go when it closes the file anywhere: here alone is it opened,
once for each process.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from tui.errors import StoreError
from tui.store.library_files import LOCK, beside
from tui.store.refusals import LockedError

_RECORD = 256
"""Bytes of a record."""
_MOST = 512
"""Records that are looked through; a process beyond them has no name but its lock."""
_TRY_AGAIN = 0.05
"""Seconds between two tries to share a library that another process has for itself."""

_processes: dict[str, _Joined] = {}
"""What this process has open, by the path of the lock."""
_guard = threading.Lock()


class Holder(NamedTuple):
    """A process that has the library open."""

    process: int
    """Its number; on the machine `host`."""
    what: str
    """What it runs: "desk" or the name of a command."""
    since: str
    """When it opened the library: ISO 8601, local time."""
    host: str
    """The name of its machine."""

    def __str__(self) -> str:
        """The process as the reader knows it: `closeread desk, process 1234, since 10:15`."""
        since = datetime.fromisoformat(self.since)
        form = "%H:%M" if since.date() == datetime.now().date() else "%Y-%m-%d %H:%M"
        where = "" if self.host == os.uname().nodename else f" on {self.host}"
        return f"closeread {self.what}, process {self.process}{where}, since {since:{form}}"


class _Joined:
    """The one descriptor of a process for the lock of a library."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.count = 0
        """How often this process has the library open."""
        self.record: int | None = None
        """Where its own record is."""


class Hold:
    """That this process has a library open, until it is let go of."""

    def __init__(self, path: Path, wait: float = 5.0) -> None:
        """Share the library with other processes.

        Args:
            path: The library; it need not be there.
            wait: Seconds to wait for a process that has it for itself.

        Raises:
            LockedError: A process has it for itself for longer.
        """
        self._key: str | None = str(lock_file(path))
        end = time.monotonic() + wait
        while True:
            with _guard:
                joined = _descriptor(self._key)
                if joined is None:
                    self._key = None
                    return
                if joined.count or _try(joined.descriptor, fcntl.LOCK_SH, 1, 0):
                    joined.count += 1
                    _sign(joined)
                    return
                _close_unused(self._key)
            if time.monotonic() > end:
                raise LockedError(
                    "another closeread is putting a library in the place of this one",
                    "try again when it has finished",
                )
            time.sleep(_TRY_AGAIN)

    def __enter__(self) -> Self:
        """Begin what needs the library; should it fail, the library is let go of."""
        return self

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        """Keep the library, unless the block has failed."""
        if failure is not None:
            self.let_go()

    def let_go(self) -> None:
        """Share the library no more; a second time does nothing."""
        key, self._key = self._key, None
        if key is None:
            return
        with _guard:
            joined = _processes[key]
            joined.count -= 1
            _close_unused(key)


def other_holders(path: Path) -> list[Holder]:
    """The other processes that have the library open; none where no locks can be had."""
    with _guard:
        key = str(lock_file(path))
        # To ask must not make the file.
        joined = _processes.get(key) or (_descriptor(key) if os.path.exists(key) else None)
        if joined is None:
            return []
        try:
            return list(_others(joined))
        finally:
            _close_unused(key)


@contextmanager
def exclusively(path: Path) -> Iterator[None]:
    """Have the library alone while a block runs: nobody has it open and nobody can open it.

    Not to be asked for while this process has it open itself.

    Raises:
        StoreError: Another process has it open, which is named.
    """
    key = str(lock_file(path))
    with _guard:
        joined = _descriptor(key)
        if joined is not None:
            if joined.count or not _try(joined.descriptor, fcntl.LOCK_EX, 1, 0):
                others = [str(holder) for holder in _others(joined)]
                _close_unused(key)
                raise is_open_in(others)
            # Counted, so that nobody in this process closes the descriptor.
            joined.count += 1
    try:
        yield
    finally:
        if joined is not None:
            with _guard:
                joined.count -= 1
                _close_unused(key)


def lock_file(path: Path) -> Path:
    """The file of the locks: beside the library itself, wherever a link to it lies."""
    return beside(path, LOCK)


def is_open_in(others: list[str]) -> StoreError:
    """That a library cannot be replaced while others have it open, named as a reader knows them."""
    who = " and ".join(others) or "another program"
    return StoreError(f"the library is open in {who}", "close it there and try again")


def _descriptor(key: str) -> _Joined | None:
    """This process's descriptor of a lock; `None` where there can be none."""
    if key not in _processes:
        try:
            descriptor = os.open(key, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return None
        if not _can_lock(descriptor):
            os.close(descriptor)
            return None
        _processes[key] = _Joined(descriptor)
    return _processes[key]


def _close_unused(key: str) -> None:
    joined = _processes.get(key)
    if joined is not None and not joined.count:
        # The locks go with it.
        os.close(_processes.pop(key).descriptor)


def _can_lock(descriptor: int) -> bool:
    """Whether the file system knows locks at all; asked behind all records."""
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, 1, _place(_MOST))
    except (BlockingIOError, PermissionError):
        return True
    except OSError:
        return False
    return True


def _try(descriptor: int, kind: int, length: int, start: int) -> bool:
    try:
        fcntl.lockf(descriptor, kind | fcntl.LOCK_NB, length, start)
    except OSError:
        return False
    return True


def _place(record: int) -> int:
    return 1 + record * _RECORD


def _sign(joined: _Joined) -> None:
    """Write down who this is, in the first record that nobody has."""
    if joined.record is not None:
        return
    for record in range(_MOST):
        if _try(joined.descriptor, fcntl.LOCK_EX, _RECORD, _place(record)):
            joined.record = record
            since = datetime.now().isoformat(timespec="seconds")
            me = (str(os.getpid()), _what_runs(), since, os.uname().nodename)
            text = "\t".join(me).encode(errors="replace")[:_RECORD].ljust(_RECORD, b"\0")
            # Without room on the disk there is a lock all the same, without a name.
            with contextlib.suppress(OSError):
                os.pwrite(joined.descriptor, text, _place(record))
            return


def _others(joined: _Joined) -> Iterator[Holder]:
    size = os.fstat(joined.descriptor).st_size
    for record in range(min(_MOST, size // _RECORD + 1)):
        if record == joined.record:
            continue
        if _try(joined.descriptor, fcntl.LOCK_SH, _RECORD, _place(record)):
            fcntl.lockf(joined.descriptor, fcntl.LOCK_UN, _RECORD, _place(record))
            continue
        text = os.pread(joined.descriptor, _RECORD, _place(record))
        # Whatever else may stand in that file: it is locked, by whoever it is.
        with contextlib.suppress(ValueError):
            process, what, since, host = text.rstrip(b"\0").decode().split("\t")
            yield Holder(int(process), what, since, host)


def _what_runs() -> str:
    """What this process is to the reader."""
    if "textual" in sys.modules:
        return "desk"
    words = [word for word in sys.argv[1:2] if word.isalpha()]
    return words[0][:20] if words else "command"
