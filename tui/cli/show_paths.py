"""`closeread paths`: where everything is."""

from __future__ import annotations

import click

from tui.cli.output import write_line
from tui.documents.sanitising import sanitise
from tui.settings.paths import is_there, paths


@click.command("paths", short_help="Print every file and folder closeread uses.")
def show_paths() -> int:
    """Print every file and folder closeread uses.

    CLOSEREAD_HOME puts all of them into one folder. What does not exist yet is made when
    it is first needed.
    """
    known = paths()
    rows = {
        "config": (known.config, "your settings"),
        "library": (known.library, "articles, marks and notes: keep a backup of it"),
        "backups": (known.backups, "copies of the library, made before each upgrade"),
        "cache": (known.cache, "results that can be computed again; safe to delete"),
        "log": (known.log, "errors and warnings"),
        "theme": (known.theme, "the theme you picked on the desk; safe to delete"),
    }
    for name, (path, meaning) in rows.items():
        absence = "" if is_there(path) else " (not there yet)"
        write_line(f"{name:9}{sanitise(str(path))}{absence}")
        write_line(f"{'':9}{meaning}")
    return 0
