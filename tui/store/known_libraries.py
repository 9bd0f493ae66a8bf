"""Which libraries there have been: one that is gone is asked about, never silently begun anew.

A drive that is not connected, a link that leads nowhere and a file that a crash or a cloud
drive has emptied look like a first run to a program that only looks at the file. So the places
of libraries are noted outside of their folders.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import time
from pathlib import Path

from tui.errors import LibraryGoneError, StoreError
from tui.outside.file_writing import WriteError, write_file
from tui.settings.paths import is_there, known_libraries, make_private_folder
from tui.store.backups import backups_in
from tui.store.clock import now
from tui.store.database import Database
from tui.store.library_files import beside

_KEPT = 50
"""Libraries remembered; whoever tries many homes does not fill a disk."""
_BEING_MADE = 2.0
"""Seconds another program is given to write the first page of a library it is making."""
_BESIDE = ("", "-wal", "-shm", "-journal")
_log = logging.getLogger(__name__)


def remember(library: Path) -> None:
    """Note that there is a library at a place; whether that can be written is no matter."""
    place = str(library)
    known = _known()
    if place in known:
        return
    file = known_libraries()
    lines = "".join(f"{json.dumps(each)}\n" for each in [*known, place][-_KEPT:])
    try:
        make_private_folder(file.parent)
        write_file(file, lines)
    except (OSError, WriteError) as error:
        _log.info("the place of the library is not noted: %s", error)


def open_known(library: Path, backups: Path, *, is_patient: bool = False) -> Database:
    """Open or make a library, and note where it is.

    Args:
        library: The file.
        backups: The folder of its backups.
        is_patient: As of `Database`.

    Raises:
        StoreError: It cannot be used.
    """
    database = Database(library, backups, is_patient=is_patient)
    remember(library)
    return database


def refuse_if_gone(library: Path, backups: Path) -> None:
    """Refuse to go on where there was a library and is none now; a first run passes.

    Args:
        library: The file, as the settings name it.
        backups: The folder of its backups.

    Raises:
        LibraryGoneError: It is gone.
    """
    reason = _why_gone(library, backups)
    if reason is not None:
        restores = "have closeread restore put a backup in its place"
        drive = "" if os.path.isfile(library) else "connect its drive, or "
        raise LibraryGoneError(reason, drive + restores)


def begin_anew(library: Path) -> None:
    """Make room for a new library: what lies in its place is put aside, never removed.

    Raises:
        StoreError: It cannot be put aside.
    """
    stamp = "".join(filter(str.isdigit, now().partition(".")[0]))
    for ending in _BESIDE:
        path = library.with_name(library.name + ending)
        if not os.path.lexists(path):
            continue
        try:
            os.rename(path, path.with_name(f"{path.name}.aside-{stamp}"))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise StoreError(
                f"{path} cannot be put aside ({reason})", "check who may write to its folder"
            ) from error


def _why_gone(library: Path, backups: Path) -> str | None:
    """What has become of a library that there was; `None` where there is one, or never was.

    A folder that cannot be looked into is no answer: opening the library tells that better.
    """
    try:
        if library.is_symlink() and not library.exists():
            return f"the library {library} is a link to {os.readlink(library)}, which is not there"
        if library.exists():
            return f"the library {library} is empty (0 bytes)" if _stays_empty(library) else None
        if str(library) in _known():
            return f"the library that was at {library} is not there"
        log = beside(library, "-wal")
        if log.exists() and log.stat().st_size:
            return f"the library {library} is not there, although its last changes are"
        if backups_in(backups):
            return f"the library {library} is not there, although its backups are"
    except OSError:
        return None
    return None


def _stays_empty(library: Path) -> bool:
    """Whether a file has no bytes, and is not one that another program is making just now."""
    end = time.monotonic() + _BEING_MADE
    while library.stat().st_size == 0:
        if time.time() - library.stat().st_mtime > _BEING_MADE or time.monotonic() > end:
            return True
        time.sleep(0.02)
    return False


def _known() -> list[str]:
    """The places noted so far; a file that was damaged says what it can."""
    file = known_libraries()
    places: list[str] = []
    if is_there(file):
        with contextlib.suppress(OSError):
            for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
                with contextlib.suppress(ValueError):
                    places.append(str(json.loads(line)))
    return places
