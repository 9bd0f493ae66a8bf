"""`closeread doctor`: what is not well with the library, and mending it."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.log_file import start_logging
from tui.cli.output import report
from tui.cli.sources import complete_file
from tui.settings.paths import is_there, paths

_EPILOG = """\b
Examples:
  closeread doctor                   look, and change nothing
  closeread doctor --mend            ask about each thing that can be mended
  closeread doctor --salvage new.db  write what can be read into another file"""


@click.command("doctor", short_help="Check the library, and mend it.", epilog=_EPILOG)
@click.option("--mend", "is_mending", is_flag=True, help="Mend what can be mended.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask before mending.")
@click.option(
    "--salvage",
    "target",
    metavar="TO",
    shell_complete=complete_file,
    help="Write what can be read to another file.",
)
def doctor(is_mending: bool, is_sure: bool, target: str | None) -> int:
    """Look whether the library is well: file, rows, search index, undo log, texts, folder.

    Nothing is changed without --mend, and no library is ever deleted: one that cannot be
    mended where it is is kept beside the new one.
    """
    from tui.cli.doctor_rounds import go_round, salvage_to

    start_logging()
    library = paths().library
    if not is_there(library):
        report(f"there is no library at {library}; it is made when you open an article")
        return 1
    if target is not None:
        return salvage_to(library, Path(target))
    return go_round(library, is_mending=is_mending, is_sure=is_sure)
