"""`closeread restore`: a backup in the place of the library."""

from __future__ import annotations

import click

from tui.cli.log_file import start_logging
from tui.cli.sources import complete_file


@click.command("restore", short_help="Put a backup in the place of the library.")
@click.argument("which", required=False, shell_complete=complete_file)
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
def restore(which: str | None, is_sure: bool) -> int:
    """Put a backup in the place of the library, which is put aside, never deleted.

    WHICH is a number of the list that is shown without it, or a file that "closeread
    backup" has made. What it holds is shown beside what the library holds, and you are asked.
    """
    from tui.cli.library_copies import restore_library

    start_logging()
    return restore_library(which, is_sure=is_sure)
