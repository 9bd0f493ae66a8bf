"""`closeread export`: marks taken elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.damage_told import report_damage
from tui.cli.log_file import start_logging
from tui.cli.open_library import open_existing_library, unknown_article
from tui.cli.output import report, write_pieces
from tui.cli.sources import complete_file, complete_source
from tui.documents.sanitising import sanitise
from tui.documents.source import Source
from tui.exchange.formats import FORMATS, MarksFormat, format_named, write_marks

if TYPE_CHECKING:
    from tui.library import Library
    from tui.store.marked_article import MarkedArticle

_EPILOG = """\b
Examples:
  closeread export                       all highlights as Markdown
  closeread export report.txt            those of one article
  closeread export --format json -o notes.json

A file is replaced as a whole once the new one is complete. One that holds more
highlights than the new one, or that is no export, stays: --force replaces it.
Highlights that cannot be read are named, the others are written; the exit code
is 1 then."""


@click.command("export", short_help="Print or save highlights and notes.", epilog=_EPILOG)
@click.argument("source", required=False, shell_complete=complete_source)
@click.option(
    "--format",
    "form",
    type=click.Choice([each.name for each in FORMATS]),
    default=FORMATS[0].name,
    show_default=True,
    help="Markdown, or JSON with everything a highlight has.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=complete_file,
    help="Write a file; it is replaced as a whole.",
)
@click.option("--force", is_flag=True, help="Replace a file that holds more, or something else.")
def export(source: str | None, form: str, output: str | None, force: bool) -> int:
    """Print all highlights of the library, or those of SOURCE."""
    start_logging()
    chosen = format_named(form)
    with open_existing_library() as library:
        marks = _Marks(library, source)
        if output is not None and output != "-":
            write_marks(Path(output), marks, chosen, may_lose=force)
        else:
            _print(chosen, marks)
        code = 0 if library is None else report_damage(library, lists=True)
    if not (marks.count or code):
        report("there are no highlights to export")
    return code


class _Marks:
    """The articles to export, one after the other; knows afterwards what there was."""

    def __init__(self, library: Library | None, source: str | None) -> None:
        """Look for the article.

        Raises:
            SourceError: The library does not know it.
            StoreError: The library cannot be read.
        """
        self.count = 0
        self._library = library
        self._document_id: str | None = None
        if source is not None:
            name = Source.parse(source).identity
            known = None if library is None else library.document(name)
            if known is None:
                raise unknown_article(source)
            self._document_id = known.id

    def __iter__(self) -> Iterator[MarkedArticle]:
        if self._library is None:
            return
        for article in self._library.marked_articles(self._document_id):
            self.count += len(article.highlights)
            yield article


def _print(chosen: MarksFormat, marks: _Marks) -> None:
    pieces = chosen.pieces(marks)
    if chosen.is_for_programs:
        write_pieces(pieces, in_utf_8=True)
    else:
        write_pieces(map(sanitise, pieces))
