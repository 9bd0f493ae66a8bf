"""`closeread paths`: where everything is."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.output import write_line
from tui.documents.sanitising import sanitise
from tui.settings.paths import is_there, known_libraries, paths
from tui.store.library_files import REPLACEMENT, beside, put_aside_in

_LIBRARY = "articles, highlights and notes; closeread backup copies it"
_BESIDE = {
    "-wal": "the newest changes, a part of the library while it is open or after a crash",
    "-shm": "an index of these changes, made anew when it is missing",
    "-journal": "a change that was cut short; it is taken back when the library is next opened",
    "-commits": "how many changes were saved, to notice when some are gone; holds nothing of yours",
    "-lock": "says which programs have the library open; holds nothing of yours",
}
"""What else lies beside the library, by the end of its name."""


@click.command("paths", short_help="Print every file and folder closeread uses.")
def show_paths() -> int:
    """Print every file and folder closeread uses.

    CLOSEREAD_HOME puts all of them into one folder, but for the list of known libraries.
    What does not exist yet is made when it is first needed.
    """
    known = paths()
    rows = {
        "config": (known.config, "your settings"),
        "library": (known.library, _LIBRARY),
        "backups": (known.backups, "verified copies of the library; closeread restore lists them"),
        "cache": (known.cache, "results that can be computed again; safe to delete"),
        "log": (known.log, "errors and warnings"),
        "theme": (known.theme, "the theme you picked on the desk; safe to delete"),
        "panels": (known.panels, "how large you made the panels; safe to delete"),
        "readings": (known.readings, "encodings and languages you named; safe to delete"),
        "known": (known_libraries(), "where your libraries are, so that a missing one is missed"),
    }
    for name, (path, meaning) in rows.items():
        absence = "" if is_there(path) else " (not there yet)"
        write_line(f"{name:9}{sanitise(str(path))}{absence}")
        write_line(f"{'':9}{meaning}")
        if name == "library":
            _show_beside(path)
    return 0


def _show_beside(library: Path) -> None:
    """Print what else lies beside the library now and belongs to it."""
    for ending, meaning in _BESIDE.items():
        if is_there(file := beside(library, ending)):
            write_line(f"{'':9}{sanitise(str(file))}")
            write_line(f"{'':9}{meaning}")
    if is_there(file := beside(library, REPLACEMENT)):
        write_line(f"{'':9}{sanitise(str(file))}")
        write_line(f"{'':9}a restored library that gets its place when it is next opened")
    for file in put_aside_in(library):
        write_line(f"{'':9}{sanitise(str(file))}")
        write_line(f"{'':9}the library before a restore; delete it when you miss nothing")
