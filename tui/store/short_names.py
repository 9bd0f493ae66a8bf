"""Titles and sources short enough for a sentence that is shown on one line."""

from __future__ import annotations

import unicodedata

from tui.documents.sanitising import sanitise_line
from tui.documents.source import Source

NAME_CELLS = 28
"""Terminal columns a name may take: a notice of one line has about a hundred in all."""


def short_title(title: str) -> str:
    """The beginning of a title, in at most `NAME_CELLS` columns."""
    line = sanitise_line(title)
    if _width(line) <= NAME_CELLS:
        return line
    return _beginning(line, NAME_CELLS - 1).rstrip() + "…"


def short_source(source: str) -> str:
    """The last parts of a path in at most `NAME_CELLS` columns; a pipe is called so."""
    line = Source.parse(source).shown
    if _width(line) <= NAME_CELLS:
        return line
    parts = line.split("/")
    short = parts.pop()
    if _width(short) > NAME_CELLS - 2:
        # The ending of a file name tells the most alike apart: report-1.txt, report-2.txt.
        return "…" + _beginning(short[::-1], NAME_CELLS - 1)[::-1]
    while parts and _width(longer := f"{parts.pop()}/{short}") <= NAME_CELLS - 2:
        short = longer
    return f"…/{short}"


def _beginning(line: str, room: int) -> str:
    """As many characters as fit into some columns."""
    taken = 0
    for index, char in enumerate(line):
        taken += _width(char)
        if taken > room:
            return line[:index]
    return line


def _width(line: str) -> int:
    """Columns of a terminal; marks that take none are counted as one."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
