"""The rows that say why something is listed: what each is about, the words, where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from rich.cells import cell_len

from tui.documents.article import Span
from tui.panels.panel import Contents
from tui.panels.row_text import paragraph_run
from tui.widgets.row_list import ListRow, RowLine

Line = tuple[str, str, Span | None]
"""What it is about, the words, and where in the text they lead."""

LABEL = 13
"""Cells of the column that says what a line is about."""
WIDTH = 61
"""Cells after which the words go on in the next line."""


def line_rows(lines: Iterable[Line], contents: Contents) -> list[ListRow]:
    """The rows of some lines; long words go on in further rows."""
    rows = []
    for number, (label, words, span) in enumerate(lines):
        for part, piece in enumerate(wrap(words, WIDTH) or [""]):
            left = ((f" {label if part == 0 else '':<{LABEL}}", "muted"), (piece, ""))
            paragraph = contents.paragraph_of(span.start) if span and part == 0 else None
            right = (paragraph_run(paragraph),) if paragraph is not None else ()
            rows.append(ListRow((RowLine(left, right),), f"{label} {number} {part}", span))
    return rows


def rewrapped(rows: Iterable[ListRow], width: int) -> list[ListRow]:
    """The same reasons in a narrower list, every word of them.

    Args:
        rows: What `line_rows` gave.
        width: Cells of a row.
    """
    whole: list[tuple[ListRow, str]] = []
    for row in rows:
        words = row.lines[0].left[1][0]
        is_first = row.key.endswith(" 0")
        before = () if is_first else (whole.pop(),)
        whole += [(each, f"{earlier} {words}") for each, earlier in before] or [(row, words)]
    found = []
    for row, words in whole:
        line = row.lines[0]
        room = max(8, width - LABEL - 1 - sum(cell_len(text) for text, _ in line.right))
        for part, piece in enumerate(wrap(words, room) or [""]):
            label = line.left[0] if part == 0 else (" " * (LABEL + 1), "muted")
            shown = RowLine((label, (piece, "")), line.right if part == 0 else ())
            key = f"{row.key.removesuffix('0')}{part}"
            found.append(ListRow((shown,), key, row.span))
    return found
