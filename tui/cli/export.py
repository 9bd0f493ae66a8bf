"""`closeread export`: marks taken elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.log_file import start_logging
from tui.cli.open_library import marks
from tui.cli.output import report, write_exactly, write_line
from tui.documents.sanitising import sanitise
from tui.exchange.formats import FORMATS, format_named, write_marks

_EPILOG = """\b
Examples:
  closeread export                       all marks as Markdown
  closeread export report.txt            those of one article
  closeread export --format json -o marks.json"""


@click.command("export", short_help="Print or save marks and notes.", epilog=_EPILOG)
@click.argument("source", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice([each.name for each in FORMATS]),
    default=FORMATS[0].name,
    show_default=True,
    help="Markdown, or JSON with everything a mark has.",
)
@click.option("-o", "--output", metavar="FILE", help="Write a file; it is replaced as a whole.")
def export(source: str | None, form: str, output: str | None) -> int:
    """Print all marks of the library, or those of SOURCE."""
    start_logging()
    records, code = marks(source)
    chosen = format_named(form)
    if output is not None and output != "-":
        write_marks(Path(output), records, chosen)
    elif text := chosen.text(records).rstrip("\n"):
        if chosen.is_for_programs:
            write_exactly(text)
        else:
            write_line(sanitise(text))
    if not (records or code):
        report("there are no marks to export")
    return code
