"""`closeread restore`: a backup in the place of the library."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from tui.cli.log_file import start_logging
from tui.cli.output import report, write_line
from tui.documents.sanitising import sanitise
from tui.errors import MENDS, StoreError
from tui.settings.paths import paths
from tui.store import restoring
from tui.store.backup_rotation import Backup, listed
from tui.store.file_figures import figures_of
from tui.store.holders import Holder, other_holders
from tui.store.replacing import finish_replacing

_NONE_YET = "there are no backups in {folder} yet; closeread backup makes one"


@click.command("restore", short_help="Put a backup in the place of the library.")
@click.argument("which", required=False)
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
def restore(which: str | None, is_sure: bool) -> int:
    """Put a backup in the place of the library, which is put aside, never deleted.

    WHICH is a number of the list that is shown without it, or a file that "closeread
    backup" has made. What it holds is shown beside what the library holds, and you are asked.
    """
    start_logging()
    known = paths()
    finish_replacing(known.library)
    backups = listed(known.backups)
    if which is None:
        return _show(backups)
    chosen = _chosen(which, backups)
    return _restore(chosen, is_sure=is_sure)


def _show(backups: list[Backup]) -> int:
    """List the backups; the exit code."""
    if not backups:
        report(_NONE_YET.format(folder=paths().backups))
        return 1
    write_line(f"Backups in {sanitise(str(paths().backups))}, newest first:")
    for number, backup in enumerate(backups, 1):
        figures = figures_of(backup.path)
        write_line(f"{number:3}  {_moment(backup.made)}  {figures}  ({backup.why})")
    write_line(f"today's library   {figures_of(paths().library)}")
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
        raise StoreError(f"there is no backup {which}", "closeread restore lists those there are")
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
    write_line(f"the backup       {figures_of(chosen)}")
    today = figures_of(library)
    write_line(f"today's library  {today}")
    if today.is_damaged:
        write_line(f"                 {MENDS}")
    if not (is_sure or _is_confirmed()):
        write_line("Nothing was changed.")
        return 0
    aside = restoring.restore(library, chosen)
    write_line(f"Restored from {sanitise(str(chosen))}.")
    if aside is not None:
        write_line(f"What was in its place is kept: {sanitise(str(aside))}")
    return 0


def _check_alone(holders: list[Holder]) -> None:
    if holders:
        who = " and ".join(map(str, holders))
        raise StoreError(f"the library is open in {who}", "close it there and try again")


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
