"""`closeread formats`: what can be opened, and what is read of it."""

from __future__ import annotations

import click

from tui.cli.output import write_line
from tui.documents.loaders import LOADERS, Loader

_WIDTH = 100
"""Columns of the list for people."""


@click.command("formats", short_help="Print what can be opened, and what is read of it.")
@click.option("--markdown", is_flag=True, help="As a Markdown table.")
def show_formats(markdown: bool) -> int:
    """Print every format that can be opened, and those that are refused.

    A format is known by its bytes; the endings are only how such files are usually called.
    """
    write_line(format_table() if markdown else format_list())
    return 0


def format_table() -> str:
    """The formats as a Markdown table; the README holds it and a test compares them."""
    rows = ["| what | files | what is read of it |", "|---|---|---|"]
    for loader in _readable():
        endings = " ".join(f"`{ending}`" for ending in loader.endings.split())
        rows.append(f"| {_name(loader)} | {endings} | {loader.keeps} |")
    return "\n".join(rows)


def format_list() -> str:
    """The formats as text, those that are refused at the end."""
    from textwrap import wrap

    names = max(len(_name(loader)) for loader in _readable()) + 2
    endings = max(len(loader.endings) for loader in _readable()) + 2
    lines: list[str] = []
    for loader in _readable():
        first, *rest = wrap(loader.keeps, _WIDTH - names - endings) or [""]
        lines.append(f"{_name(loader):<{names}}{loader.endings:<{endings}}{first}".rstrip())
        lines += [f"{'':<{names + endings}}{line}" for line in rest]
    closed = (loader for loader in LOADERS if not (loader.keeps or loader.reader))
    refused = dict.fromkeys(loader.name.removeprefix("not a text but ") for loader in closed)
    lines += ["", "A folder, and a list of several articles, opens as a list to pick from.", ""]
    lines += wrap(f"Refused, with what would help: {', '.join(refused)}.", _WIDTH)
    return "\n".join(lines)


def _readable() -> list[Loader]:
    """The formats that are read, each once."""
    return [loader for loader in LOADERS if loader.endings]


def _name(loader: Loader) -> str:
    """What such a source is, without its article."""
    name = loader.name
    return name.removeprefix("an ") if name.startswith("an ") else name.removeprefix("a ")
