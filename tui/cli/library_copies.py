"""Copies of the library as the commands `backup` and `restore` make and use them."""

from __future__ import annotations

import os
import stat
import sys
from datetime import datetime
from pathlib import Path

import click

from tui.cli.output import report, write_line
from tui.documents.sanitising import sanitise
from tui.errors import MENDS, StoreError
from tui.settings.config import load_config
from tui.settings.paths import paths
from tui.store import restoring
from tui.store.backup_rotation import Backup, listed
from tui.store.backups import make_backup
from tui.store.file_figures import figures_of
from tui.store.holders import Holder, is_open_in, other_holders
from tui.store.replacing import finish_replacing, held
from tui.store.verified_copy import copy_verified, library_to_copy

_NONE_YET = "there are no backups in {folder} yet; closeread backup makes one"
_TODAY = "today's library"


def copy_library(to: Path | None, *, is_forced: bool) -> int:
    """Make a verified copy of the library and say what it holds; the exit code.

    Args:
        to: Where; `None` for the folder of backups.
        is_forced: Whether a file that is there is replaced.

    Raises:
        StoreError: There is no verified copy.
    """
    with held(paths().library):
        copy = _to_folder() if to is None else _to_file(to, is_forced=is_forced)
    write_line(f"{sanitise(str(copy))}: {figures_of(copy)}, read back and whole")
    return 0


def restore_library(which: str | None, *, is_sure: bool) -> int:
    """List the backups, or put one in the place of the library; the exit code.

    Args:
        which: The one; `None` to list them.
        is_sure: Whether to go on without asking.

    Raises:
        StoreError: It cannot be done; nothing was changed.
        click.UsageError: There is nobody to ask.
    """
    finish_replacing(paths().library)
    backups = listed(paths().backups)
    if which is None:
        return _show(backups)
    return _restore(_chosen(which, backups), is_sure=is_sure)


def _to_folder() -> Path:
    known = paths()
    config, _ = load_config(known.config)
    return make_backup(known.library, known.backups, "asked", config.backup_room)


def _to_file(to: Path, *, is_forced: bool) -> Path:
    """Copy the library to a file of the reader's choice.

    Raises:
        StoreError: The file is there already, or cannot be written.
    """
    library = paths().library
    if to.is_dir():
        to = to / f"closeread-{datetime.now():%Y-%m-%d-%H%M%S}.db"
    if os.path.lexists(to):
        _check_replaceable(to, library, is_forced=is_forced)
    if not to.parent.is_dir():
        raise StoreError(f"the folder {to.parent} is not there", "make it or name another one")
    with library_to_copy(library) as connection:
        copy_verified(connection, to)
    return to


def _check_replaceable(to: Path, library: Path, *, is_forced: bool) -> None:
    if to.exists() and library.exists() and os.path.samefile(to, library):
        raise StoreError(f"{to} is the library itself", "name another file")
    if not is_forced:
        raise StoreError(f"{to} is there already", "name another file or add --force")
    if not stat.S_ISREG(to.lstat().st_mode):
        raise StoreError(f"{to} is no ordinary file", "name another one")


def _show(backups: list[Backup]) -> int:
    """List the backups; the exit code."""
    if not backups:
        report(_NONE_YET.format(folder=paths().backups))
        return 1
    write_line(f"Backups in {sanitise(str(paths().backups))}, newest first:")
    for number, backup in enumerate(backups, 1):
        figures = figures_of(backup.path)
        write_line(
            "  ".join((f"{number:3}", _moment(backup.made), f"{figures}", f"({backup.why})"))
        )
    write_line(_labelled(_TODAY, figures_of(paths().library)))
    write_line("closeread restore 1 puts the first of them in its place, and asks before that")
    return 0


def _chosen(which: str, backups: list[Backup]) -> Path:
    """The file the reader means.

    Raises:
        StoreError: There is none.
    """
    if which.isascii() and which.isdigit() and not Path(which).exists():
        if 1 <= int(which) <= len(backups):
            return backups[int(which) - 1].path
    else:
        for path in (Path(which), paths().backups / which):
            if path.is_file():
                return path
    raise StoreError(f"there is no backup {which}", "closeread restore lists those there are")


def _restore(chosen: Path, *, is_sure: bool) -> int:
    library = paths().library
    _check_alone(other_holders(library))
    if chosen.exists() and library.exists() and chosen.samefile(library):
        raise StoreError(f"{chosen} is the library itself", "name a backup")
    restoring.check_backup(chosen)
    write_line(_labelled("the backup", figures_of(chosen)))
    today = figures_of(library)
    write_line(_labelled(_TODAY, today))
    if today.is_damaged:
        write_line(_labelled("", MENDS))
    if not (is_sure or _is_confirmed()):
        write_line("Nothing was changed.")
        return 0
    aside = restoring.restore(library, chosen)
    write_line(f"Restored from {sanitise(str(chosen))}.")
    if aside is not None:
        write_line(f"What was in its place is kept: {sanitise(str(aside))}")
    return 0


def _labelled(label: str, words: object) -> str:
    """A line of a short table."""
    return f"{label:<{len(_TODAY)}}  {words}"


def _check_alone(holders: list[Holder]) -> None:
    if holders:
        raise is_open_in(list(map(str, holders)))


def _is_confirmed() -> bool:
    """Ask the reader.

    Raises:
        click.UsageError: There is nobody to ask.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError("there is nobody to ask; add --yes to restore it")
    return click.confirm("Put this backup in the place of the library, which is kept beside it?")


def _moment(made: datetime) -> str:
    return f"{made.astimezone():%Y-%m-%d %H:%M}"
