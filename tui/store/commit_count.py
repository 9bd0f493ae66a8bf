"""How many commits a library has had, in it and in a small file beside it.

A power cut, a disk that lies about what it has written, or a copy without the write-ahead log
leave a library that is whole and older than what the reader was told is saved; SQLite finds
nothing wrong with it. Every commit is counted in the library and, once it is done, in the file
beside it. That file may be older than the library, or missing: it is never waited for. Newer
than the library it says that commits are gone.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple, TypeVar
from uuid import uuid4

from tui.store.clock import now
from tui.store.connections import transaction
from tui.store.library_files import COMMITS, beside

T = TypeVar("T")

_WHY = "the machine stopped before they were on the disk, or the library was copied while open"
_WAY_OUT = "look through what you wrote then and write it again"


class Commit(NamedTuple):
    """The last commit of a library."""

    library: str
    """Which library, so that the file of another one says nothing."""
    number: int
    """How many commits it has had."""
    time: str
    """When, UTC, ISO 8601."""


def create_commit_count(connection: Connection) -> None:
    """The number of commits, which is compared with the one beside the library."""
    connection.execute(
        "CREATE TABLE commits (one INTEGER PRIMARY KEY CHECK (one = 1), library TEXT NOT NULL, "
        "number INTEGER NOT NULL, time TEXT NOT NULL)"
    )
    connection.execute("INSERT INTO commits VALUES (1, ?, 0, ?)", (uuid4().hex, now()))


def _counted(connection: Connection, run: Callable[[Connection], T]) -> tuple[T, Commit | None]:
    """Make a change inside a transaction and count it.

    Returns:
        Its result, and what is written beside the library once it is committed; `None` when
        it changed nothing.
    """
    changes = connection.total_changes
    result = run(connection)
    return result, _count(connection) if connection.total_changes > changes else None


def _count(connection: Connection) -> Commit | None:
    # Damaged, the number must not keep the change back.
    with contextlib.suppress(sqlite3.Error):
        row = connection.execute(
            "UPDATE commits SET number = number + 1, time = ? RETURNING library, number, time",
            (now(),),
        ).fetchone()
        return Commit(*row) if row else None
    return None


def _held(connection: Connection) -> Commit | None:
    with contextlib.suppress(sqlite3.Error):
        row = connection.execute("SELECT library, number, time FROM commits").fetchone()
        return Commit(*row) if row else None
    return None


class CommitFile:
    """The file beside a library. It is a help: whatever it refuses is borne in silence."""

    def __init__(self, library: Path) -> None:
        """Read it, before the library is opened: what is written meanwhile must not be missed."""
        self._path = beside(library, COMMITS)
        self._descriptor = -1
        self._last = self._read()

    def transaction(self, connection: Connection, run: Callable[[Connection], T]) -> T:
        """Make a change, of which all is saved or nothing, and count it; see `connections`."""
        result, commit = transaction(connection, partial(_counted, run=run))
        if commit is not None:
            self._write(commit)
        return result

    def _write(self, commit: Commit) -> None:
        """Say what has been committed; does not wait for the disk."""
        # Of a fixed length, so that one write replaces the line before it.
        line = f"{commit.library} {commit.number:012} {commit.time}\n"
        with contextlib.suppress(OSError):
            if self._descriptor < 0:
                flags = os.O_CREAT | os.O_WRONLY | os.O_NONBLOCK
                self._descriptor = os.open(self._path, flags, 0o600)
                os.ftruncate(self._descriptor, len(line))
            os.pwrite(self._descriptor, line.encode(), 0)

    def close(self) -> None:
        """Close the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def loss(self, connection: Connection) -> str:
        """The sentence about commits that the library has lost; empty when it has lost none.

        It holds until the next commit, which is written beside the library in its place.
        """
        last, held = self._last, _held(connection)
        if last is None or held is None:
            return ""
        if last.library == held.library and last.number > held.number:
            lost = last.number - held.number
            changes = "its last change" if lost == 1 else f"its last {lost} changes"
            when = _said_between(held.time, last.time)
            return f"the library has lost {changes}, of {when}: {_WHY}; {_WAY_OUT}"
        if last.library != held.library and not held.number:
            # Cut off behind the step that began to count.
            return f"the library has lost its changes until {_said(last.time)}: {_WHY}; {_WAY_OUT}"
        return ""

    def _read(self) -> Commit | None:
        try:
            descriptor = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK)
            try:
                library, number, time = os.read(descriptor, 200).decode().split()
            finally:
                os.close(descriptor)
            datetime.fromisoformat(time)
            return Commit(library, int(number), time)
        except (OSError, ValueError):
            return None


def _said_between(begin: str, end: str) -> str:
    """A stretch of time, naming nothing twice."""
    since, until = _said(begin), _said(end)
    if since == until:
        return since
    day, clock = until.split()
    return f"{since} to {clock if since.startswith(day) else until}"


def _said(time: str) -> str:
    """A time as the reader's clock showed it."""
    return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M")
