"""What is not well around a library: who may read it, what room there is, what lies about."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.store.checkup import Finding, Mend
from tui.store.library_files import beside

_OTHERS = 0o077
"""The bits of a mode that let others in."""
_MIB = 1 << 20


def check_surroundings(library: Path, backups: Path) -> Iterator[tuple[str, list[Finding]]]:
    """Look at the files and folders around a library; each check, with what it found."""
    yield "you alone can read and write it", list(_modes(library, backups))
    yield "there is room on its disk", list(_room(library))
    yield "nothing is left over", list(_left_over(backups))


def _modes(library: Path, backups: Path) -> Iterator[Finding]:
    open_to_others = [str(path) for path in open_files(library, backups)]
    if open_to_others:
        yield Finding(f"others may read {', '.join(open_to_others)}", Mend.MODE)
    for path in (library, library.parent):
        if not os.access(path, os.W_OK):
            yield Finding(f"you may not write to {path}; check who owns it")


def open_files(library: Path, backups: Path) -> list[Path]:
    """The files that others may read."""
    found = []
    for path in (*_files(library), *sorted(backups.glob("*"))):
        with suppress(OSError):
            if path.stat().st_mode & _OTHERS:
                found.append(path)
    return found


def _files(library: Path) -> list[Path]:
    return [beside(library, ending) for ending in ("", "-wal", "-shm")]


def _room(library: Path) -> Iterator[Finding]:
    """A copy must fit, or neither a backup nor an upgrade nor mending can be made."""
    with suppress(OSError):
        needed = sum(path.stat().st_size for path in _files(library) if path.exists())
        free = shutil.disk_usage(library.parent).free
        if free < needed:
            yield Finding(
                f"the disk has {free // _MIB} MiB left, a copy of the library takes "
                f"{needed // _MIB + 1} MiB; make room"
            )


def _left_over(backups: Path) -> Iterator[Finding]:
    left = left_over(backups)
    if left:
        size = sum(path.stat().st_size for path in left if path.exists())
        yield Finding(
            f"{len(left)} unfinished copies of the library are left over in {backups} "
            f"({size // _MIB + 1} MiB)",
            Mend.LEFT,
        )


def left_over(backups: Path) -> list[Path]:
    """What programs that were killed have left of their copies."""
    return sorted(path for path in backups.glob("*.part*") if path.is_file())
