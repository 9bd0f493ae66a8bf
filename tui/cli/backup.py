"""`closeread backup`: a verified copy of the library now."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.log_file import start_logging


@click.command("backup", short_help="Make a verified copy of the library now.")
@click.argument("to", required=False, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the file TO if it is there.")
def backup(to: Path | None, force: bool) -> int:
    """Make a verified copy of the library: in the folder of backups, or as the file TO.

    TO may be a folder, too. Desks that are open go on. What a copy holds is read back
    before it gets its name; "closeread restore" puts it in the place of the library.
    """
    from tui.cli.library_copies import copy_library

    start_logging()
    return copy_library(to, is_forced=force)
