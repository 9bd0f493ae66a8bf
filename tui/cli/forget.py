"""`closeread forget`: an article and everything of it leaves the library."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

import click

from tui.cli.counting import counted
from tui.cli.log_file import start_logging
from tui.cli.open_library import open_existing_library, unknown_article
from tui.cli.output import write_line
from tui.cli.sources import shown_source
from tui.documents.sanitising import sanitise_line
from tui.documents.source import Source
from tui.settings.paths import paths

if TYPE_CHECKING:
    from tui.library import Forgettable


@click.command("forget", short_help="Remove an article with everything of it.")
@click.argument("source")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
def forget(source: str, is_sure: bool) -> int:
    """Remove SOURCE from the library: its text, marks, notes, places and history.

    What would go is shown first. The file SOURCE itself is never touched.
    """
    start_logging()
    name = Source.parse(source).identity
    with open_existing_library() as library:
        preview = None if library is None else library.forget_preview(name)
        if library is None or preview is None:
            raise unknown_article(source)
        write_line(preview_text(preview))
        if not (is_sure or _is_confirmed()):
            write_line("Nothing was forgotten.")
            return 0
        library.forget(name)
    _empty_cache()
    write_line("Forgotten.")
    return 0


def preview_text(preview: Forgettable) -> str:
    """What would go, as lines for a person."""
    counts = (
        counted(preview.revisions, "text"),
        counted(preview.highlights, "mark"),
        counted(preview.notes, "note"),
        counted(preview.drafts, "draft"),
        counted(preview.corrections, "correction"),
        *([counted(preview.places, "place") + " with a letter"] if preview.places else ()),
        counted(preview.questions, "question"),
        counted(preview.operations, "entry", "entries") + " of the log of changes",
    )
    lines = [*preview.titles, *(f"    {shown_source(source)}" for source in preview.sources)]
    lines.append("    " + ", ".join(counts))
    lines.append("    and all cached results, of every article: they are computed again")
    if preview.backups:
        lines.append(
            f"{counted(preview.backups, 'earlier copy', 'earlier copies')} of the library "
            f"may still hold it, in {paths().backups}"
        )
    return "\n".join("    " * line.startswith("    ") + sanitise_line(line) for line in lines)


def _empty_cache() -> None:
    """Remove the cache: its results hold words of the text and are kept by hash only."""
    cache = paths().cache
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            cache.with_name(cache.name + ending).unlink()


def _is_confirmed() -> bool:
    """Ask the reader.

    Raises:
        click.UsageError: There is nobody to ask.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError("there is nobody to ask; add --yes to forget it for good")
    return click.confirm("Forget all of this for good?")
