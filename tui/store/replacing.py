"""Another file in the place of the library, and the library put aside: whole at every moment.

The new library is first complete beside the old one, as `library.db-replacement`. From then on
whatever stops the program, the next one that opens the library finishes what is left to do:
every step is one renaming, and done again it changes nothing. Nothing is ever deleted; the old
library keeps its write-ahead log, without which it would lack what was saved last, and which
would ruin the new one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from tui.errors import StoreError
from tui.store.holders import Hold, exclusively
from tui.store.library_files import BESIDE, NEW, PART, REPLACEMENT, beside, real_place
from tui.store.refusals import as_store_errors


def put_in_place(library: Path, new: Path) -> Path | None:
    """Give the place of the library to another one, which is moved there.

    The library must be held alone (`exclusively`). Where it is a link to a file that is not
    there, the link is put aside.

    Args:
        library: The library's path; nothing needs to be there, or nothing of use.
        new: A whole and synced library in the same folder as the old one, see `beside`.

    Returns:
        Where the old library is now; `None` when there was nothing at its place.

    Raises:
        StoreError: The disk refused; what was begun is finished when a library is next opened.
    """
    place = real_place(library)
    try:
        # The name of what is put aside is made of this moment, and must be a new one.
        os.utime(new)
        os.replace(new, place.with_name(place.name + REPLACEMENT))
        return _finish(place)
    except OSError as error:
        raise StoreError(
            f"the library cannot be replaced ({(error.strerror or str(error)).lower()})",
            f"check who may write to {place.parent}",
        ) from error


def hold_whole(library: Path) -> Hold:
    """Share the library with other processes; what was left half done is finished first.

    Raises:
        StoreError: Another process has it for itself, or the disk refuses what is left to do.
    """
    while True:
        finish_replacing(library)
        hold = Hold(library)
        if not os.path.lexists(beside(library, REPLACEMENT)):
            _clear(library)
            return hold
        # A program was killed at it just now.
        hold.let_go()


@contextmanager
def held(library: Path) -> Iterator[None]:
    """Share the library while a block runs; as `hold_whole`."""
    hold = hold_whole(library)
    try:
        yield
    finally:
        hold.let_go()


def finish_replacing(library: Path) -> None:
    """Finish what a program that was stopped has left half done; else does nothing.

    Raises:
        StoreError: Another program is at it, or the disk refuses.
    """
    if os.path.lexists(beside(library, REPLACEMENT)):
        with as_store_errors(library), exclusively(library):
            _finish(real_place(library))


def _clear(library: Path) -> None:
    """Clear away a new library that nobody will put in place: its maker was killed."""
    new = beside(library, NEW)
    for ending in ("", PART, f"{PART}-wal", f"{PART}-shm"):
        with suppress(OSError):
            os.unlink(f"{new}{ending}")


def _finish(place: Path) -> Path | None:
    replacement = place.with_name(place.name + REPLACEMENT)
    try:
        # The same after any interruption, so that file and log come under one name.
        begun = datetime.fromtimestamp(os.lstat(replacement).st_mtime_ns / 1e9, UTC)
    except FileNotFoundError:
        # Another program has finished it.
        return None
    aside = place.with_name(f"{place.stem}-put-aside-{begun:%Y%m%d%H%M%S%f}{place.suffix}")
    is_aside = False
    for ending in ("", *BESIDE):
        source = place.with_name(place.name + ending)
        target = aside.with_name(aside.name + ending)
        if not os.path.lexists(target):
            with suppress(FileNotFoundError):
                os.rename(source, target)
        # A log without its library is put aside like any other.
        is_aside |= os.path.lexists(target)
    os.rename(replacement, place)
    sync(place.parent)
    return aside if is_aside else None


def sync(path: Path) -> None:
    """Have the disk keep a file or a folder's entries."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
