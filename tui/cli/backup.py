"""`closeread backup`: a verified copy of the library now."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from pathlib import Path

import click

from tui.cli.log_file import start_logging
from tui.cli.output import write_line
from tui.documents.sanitising import sanitise
from tui.errors import StoreError
from tui.settings.config import load_config
from tui.settings.paths import paths
from tui.store.backups import make_backup
from tui.store.file_figures import figures_of
from tui.store.replacing import held
from tui.store.verified_copy import copy_verified, library_to_copy


@click.command("backup", short_help="Make a verified copy of the library now.")
@click.argument("to", required=False, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the file TO if it is there.")
def backup(to: Path | None, force: bool) -> int:
    """Make a verified copy of the library: in the folder of backups, or as the file TO.

    TO may be a folder, too. Desks that are open go on. What a copy holds is read back
    before it gets its name; "closeread restore" puts it in the place of the library.
    """
    start_logging()
    with held(paths().library):
        copy = _to_folder() if to is None else _to_file(to, is_forced=force)
    figures = figures_of(copy)
    write_line(f"{sanitise(str(copy))}: {figures}, read back and whole")
    return 0


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
