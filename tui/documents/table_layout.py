"""How a table is set: in columns where it fits on a page, else a row as a list of its fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.documents.article import StyledSpan, TextStyle
from tui.documents.derived_title import cells
from tui.documents.styled_text import StyledText
from tui.documents.text_pieces import Piece

TABLE_CELLS = 66
"""The widest table that is set in columns: the measure the desk begins with."""
_GAP = "   "


def table_pieces(
    table: Sequence[Sequence[StyledText]], aligns: Sequence[str] = ()
) -> Iterator[Piece]:
    """The rows of a table, one block.

    Args:
        table: The rows, the head first, all of as many cells; no cell holds a newline.
        aligns: For each column a word with "right" or "center" in it, else it is set left.
    """
    widths = [max(cells(cell.text) for cell in column) for column in zip(*table, strict=True)]
    if len(table) > 1 and sum(widths) + len(_GAP) * (len(widths) - 1) > TABLE_CELLS:
        yield from _fields(table)
        return
    aligns = [*aligns, *[""] * (len(widths) - len(aligns))]
    is_first = True
    for number, row in enumerate(table):
        if not any(cell.text for cell in row):
            continue
        line = _columns(row, widths, aligns)
        if number == 0:
            head = StyledSpan(0, len(line.text), TextStyle.STRONG)
            line = StyledText(line.text, (head, *line.styles))
        yield Piece(line, goes_on=not is_first, keeps_lines=True)
        is_first = False
        if number == 0:
            rule = _GAP.join("─" * width for width in widths)
            yield Piece(StyledText(rule), is_aside=True, goes_on=True, keeps_lines=True)


def _columns(row: Sequence[StyledText], widths: Sequence[int], aligns: Sequence[str]) -> StyledText:
    """One row of a table; blanks fill its columns."""
    text = ""
    styles: list[StyledSpan] = []
    for cell, width, align in zip(row, widths, aligns, strict=False):
        spare = width - cells(cell.text)
        left = spare if "right" in align else spare // 2 if "center" in align else 0
        text += " " * left
        styles += cell.shifted(len(text))
        text += cell.text + " " * (spare - left) + _GAP
    return StyledText(text.rstrip(), tuple(styles))


def _fields(table: Sequence[Sequence[StyledText]]) -> Iterator[Piece]:
    """Every row as lines of "heading: cell", the empty cells left out."""
    heads, *rows = table
    for row in rows:
        is_first = True
        for head, cell in zip(heads, row, strict=False):
            if not cell.text:
                continue
            name = f"{head.text}: " if head.text else ""
            label = (StyledSpan(0, len(name) - 1, TextStyle.FIELD),) if name else ()
            line = StyledText(name + cell.text, (*label, *cell.shifted(len(name))))
            yield Piece(line, goes_on=not is_first, keeps_lines=True)
            is_first = False
