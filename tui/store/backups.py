"""The folder of backups: verified copies of the library, made one at a time, the old ones dropped.

Copies are made daily, before the tables change, before an article is forgotten, and when the
reader asks for one. A copy that a killed program has left half done is cleared away.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

from tui.errors import StoreError
from tui.settings.backup_room import room_in_bytes
from tui.settings.paths import make_private_folder
from tui.store.backup_rotation import listed, to_drop
from tui.store.clock import now
from tui.store.library_files import beside
from tui.store.refusals import DamagedError
from tui.store.verified_copy import GoesOn, NoRoomError, always, copy_verified, library_to_copy

EVERY = timedelta(hours=20)
"""Age of the newest copy at which another is due: whoever reads in the mornings has one a day."""
_WAIT = 600.0
"""Seconds to wait for another program that makes a copy or upgrades the library."""
_TRY_AGAIN = 0.05
_HALF = ".part"
"""In the names of copies that are not verified, and of what SQLite kept beside them."""


def back_up(connection: Connection, folder: Path, why: str) -> Path:
    """Copy the library before its tables change. To be called alone in the folder.

    Rows that the disk has changed are copied as they are: the program must be able to go on.

    Args:
        connection: The library; other programs may go on using it.
        folder: Where the copy goes.
        why: How the file name goes on; the time follows.

    Raises:
        StoreError: No verified copy could be made.
    """
    target = _target(folder, why)
    try:
        copy_verified(connection, target, may_be_untrue=True)
    except (DamagedError, NoRoomError):
        # What can be read of it is shown without an upgrade.
        raise
    except StoreError as error:
        raise StoreError(f"the library was left as it was: {error.message}", error.hint) from error
    _drop_old(folder, None)
    return target


def make_backup(library: Path, folder: Path, why: str, room: str, goes_on: GoesOn = always) -> Path:
    """Copy the library into the folder of backups now, and drop the old ones. Blocks.

    Args:
        library: The file; programs that have it open may go on.
        folder: The folder of backups.
        why: `daily`, `forget` or `asked`.
        room: How much room the backups may take, as the settings say it.
        goes_on: Whether to go on.

    Returns:
        The copy.

    Raises:
        StoreError: No verified copy could be made; every older one is still there.
    """
    with alone_in(folder):
        return _make(library, folder, why, room, goes_on)


def make_daily_backup(
    library: Path, folder: Path, room: str, goes_on: GoesOn = always
) -> Path | None:
    """Copy the library if that is due and no other program is at it. Blocks.

    Raises:
        StoreError: No verified copy could be made; every older one is still there.
    """
    if not is_due(library, folder):
        return None
    with _try_alone_in(folder, 0) as is_alone:
        # Another program may have made one meanwhile.
        if is_alone and is_due(library, folder):
            return _make(library, folder, "daily", room, goes_on)
    return None


def make_backup_before_forgetting(library: Path, folder: Path, room: str) -> Path:
    """Copy the library before an article leaves it, unless the newest copy has it. Blocks.

    Returns:
        The copy that has the article.

    Raises:
        StoreError: No verified copy could be made; every older one is still there.
    """
    with alone_in(folder):
        newest = next(iter(listed(folder)), None)
        if newest is not None and newest.made > _changed(library):
            return newest.path
        return _make(library, folder, "forget", room, always)


def is_due(library: Path, folder: Path) -> bool:
    """Whether the newest copy is old enough and the library was changed since."""
    present = datetime.now(UTC)
    # A clock that was once ahead must not keep copies from being made until then.
    made = [backup.made for backup in listed(folder) if backup.made <= present]
    return not made or (present - made[0] >= EVERY and _changed(library) > made[0])


def backups_in(folder: Path) -> list[Path]:
    """The copies in a folder, oldest first."""
    return [backup.path for backup in reversed(listed(folder))]


def clear_killed(folder: Path) -> None:
    """Clear away what programs that were killed have left of their copies; never fails."""
    with contextlib.suppress(OSError):
        if any(_HALF in name for name in os.listdir(folder)):
            with _try_alone_in(folder, 0) as is_alone:
                if is_alone:
                    _clear(folder)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other programs from making a copy while a block runs; one that is at it is waited for.

    Args:
        folder: The folder of backups; it is made if need be.

    Raises:
        StoreError: The folder cannot be made, or another program is at it for long.
    """
    with _try_alone_in(folder, _WAIT) as is_alone:
        if not is_alone:
            raise StoreError(
                "another closeread is still copying the library", "try again when it has finished"
            )
        yield


@contextmanager
def _try_alone_in(folder: Path, wait: float) -> Iterator[bool]:
    """The same; whether no other program was at it after a while.

    Where the file system has no locks, that is supposed.
    """
    try:
        make_private_folder(folder)
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        said = f"no backup could be made in {folder} ({reason})"
        if error.errno == errno.ENOSPC:
            raise NoRoomError(said, "make room there") from error
        raise StoreError(said, "check who may write to it") from error
    try:
        yield _lock(descriptor, wait)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, wait: float) -> bool:
    end = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                return False
            time.sleep(_TRY_AGAIN)
        except OSError:
            return True
        else:
            return True


def _make(library: Path, folder: Path, why: str, room: str, goes_on: GoesOn) -> Path:
    _clear(folder)
    target = _target(folder, why)
    with library_to_copy(library) as connection:
        copy_verified(connection, target, goes_on=goes_on)
    _drop_old(folder, room_in_bytes(room, target.stat().st_size))
    return target


def _target(folder: Path, why: str) -> Path:
    """The name of a copy made now: its time is that of the moment it is of."""
    stamp = "".join(filter(str.isdigit, now().partition("+")[0]))
    return folder / f"library-{why}-{stamp}.db"


def _changed(library: Path) -> datetime:
    """When any program last wrote to the library."""
    times = [0.0]
    for ending in ("", "-wal"):
        with contextlib.suppress(OSError):
            status = beside(library, ending).stat()
            # Whoever only reads leaves an empty log behind.
            times.append(status.st_mtime if status.st_size else 0)
    return datetime.fromtimestamp(max(times), UTC)


def _clear(folder: Path) -> None:
    for path in folder.glob(f"library-*{_HALF}*"):
        with contextlib.suppress(OSError):
            path.unlink()


def _drop_old(folder: Path, room: int | None) -> None:
    for backup in to_drop(listed(folder), room):
        with contextlib.suppress(OSError):
            backup.path.unlink()
