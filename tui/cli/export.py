"""`closeread export`: marks taken elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

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
    type=click.Choice(["md", "json"]),
    default="md",
    show_default=True,
    help="Markdown, or JSON with everything a mark has.",
)
@click.option("-o", "--output", metavar="FILE", help="Write a file; it is replaced as a whole.")
def export(source: str | None, form: str, output: str | None) -> int:
    """Print all marks of the library, or those of SOURCE."""
    from tui.cli.log_file import start_logging
    from tui.cli.open_library import marks
    from tui.cli.output import complain, say, say_json
    from tui.documents.sanitising import sanitise
    from tui.exchange.as_json import marks_object
    from tui.exchange.as_markdown import as_markdown
    from tui.exchange.json_text import json_text
    from tui.outside.file_writing import write_file

    start_logging()
    records = marks(source)
    to_stdout = output is None or output == "-"
    if form == "json":
        value = marks_object(records)
        if to_stdout:
            say_json(value, indent=2)
        else:
            write_file(Path(str(output)), json_text(value, indent=2) + "\n")
    elif not to_stdout:
        write_file(Path(str(output)), as_markdown(records))
    elif records:
        say(sanitise(as_markdown(records)).rstrip("\n"))
    if not records:
        complain("there are no marks to export")
    return 0
