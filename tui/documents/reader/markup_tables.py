"""The tables of markup: which hold data, and their cells; the others only lay out a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.documents.reader.markup_tree import Element, name_of
from tui.documents.styled_text import StyledText

MOST_COLUMNS = 40
"""Columns that are told apart; a page may ask for 9,000,000,000,000,000."""
_LONGEST_CELL = 300
"""Code points; a longer cell holds a text, unless its table has a head."""
_MOST_NESTED = 8
"""Tables in one another that are looked into."""

Rows = list[list[Element]]


def data_rows(table: Element, depth: int) -> Rows | None:
    """The rows of cells of a table of data; `None` for one that only places things.

    Args:
        table: The element.
        depth: How many tables it lies in.
    """
    if table.get("role") in ("presentation", "none") or depth > _MOST_NESTED:
        return None
    rows: Rows = []
    has_head = False
    for element in table.iterdescendants():
        name = name_of(element)
        if name == "table":
            return None
        if name == "tr":
            rows.append([cell for cell in element if name_of(cell) in ("td", "th")])
        has_head = has_head or name in ("th", "caption")
    rows = [row for row in rows if row]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    return rows if has_head or not any(map(_is_text, (c for row in rows for c in row))) else None


def _is_text(cell: Element) -> bool:
    length = 0
    for words in cell.itertext():
        length += len(words)
        if length > _LONGEST_CELL:
            return True
    return False


def grid(rows: Rows, words_of: Callable[[Element], StyledText]) -> list[list[StyledText]]:
    """The cells as rows of one length; what a cell reaches over stays empty."""
    head, *rest = (list(row) for row in _spread(rows, words_of))
    # A head that stays in its place while its table is scrolled is written twice.
    table = [head, *(row for row in rest if row != head)]
    width = max(map(len, table))
    return [row + [StyledText("")] * (width - len(row)) for row in table]


def aligns_of(row: list[Element]) -> list[str]:
    """How the columns are set that begin with these cells, as `table_pieces` wants it."""
    return [f"{cell.get('align', '')} {cell.get('style', '')}".lower() for cell in row]


def _spread(rows: Rows, words_of: Callable[[Element], StyledText]) -> Iterator[list[StyledText]]:
    below: dict[int, int] = {}  # column -> rows that a cell further up still reaches over
    for row in rows:
        line: list[StyledText] = []
        for cell in row:
            while below.get(len(line), 0) > 0 and len(line) < MOST_COLUMNS:
                line.append(StyledText(""))
            if len(line) >= MOST_COLUMNS:
                break
            columns = min(_span(cell, "colspan"), MOST_COLUMNS - len(line))
            for column in range(len(line), len(line) + columns):
                below[column] = max(below.get(column, 0), _span(cell, "rowspan"))
            line += [words_of(cell), *[StyledText("")] * (columns - 1)]
        below = {column: count - 1 for column, count in below.items() if count > 1}
        yield line


def _span(cell: Element, which: str) -> int:
    """Columns or rows a cell reaches over, itself included."""
    digits = cell.get(which, "1").strip()
    return max(1, int(digits)) if digits.isascii() and digits.isdigit() and len(digits) < 4 else 1
