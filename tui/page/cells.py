"""What is drawn in a row, cluster by cluster: the one place that knows how wide a letter is.

Columns are terminal cells, offsets code points into the article's text, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.documents.article import Block
from tui.documents.blocks import block_at
from tui.documents.pattern import pattern

_NARROW = (
    "\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2400-\u2426"
)
NOT_NARROW = pattern(f"[^{_NARROW}]")
NOT_NARROW_OR_TAB = pattern(f"[^\t{_NARROW}]")
_TAB_STOP = 4
_INDENTED = ("\n ", "\n\t", "\n\u00a0")
"""How an indented line begins whose letters are narrow."""
LINE_END = pattern(r"\n[^\S\n]*")
"""The end of a line with the indentation of the next one."""


def indented_blocks(text: str, blocks: Sequence[Block]) -> set[int]:
    """The numbers of the blocks in which a line but the first is indented."""
    found: set[int] = set()
    for sign in _INDENTED:
        # Most texts have no tab: to know that takes a tenth of the time.
        at = text.find(sign) if blocks and sign[1] in text else -1
        while 0 <= at < blocks[-1].end:
            number = block_at(blocks, at)
            end = blocks[number].end
            if blocks[number].start <= at < end:
                found.add(number)
            at = text.find(sign, max(at + 1, end))
    return found


def kept_lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Where the lines of a block begin and end, without their newlines."""
    start = block.start
    while start < block.end:
        newline = text.find("\n", start, block.end)
        end = newline if newline >= 0 else block.end
        yield start, end
        start = end + 1


class Cluster(NamedTuple):
    """What stands in one place of a row: a grapheme cluster, never cut."""

    start: int
    """Its first code point."""
    end: int
    """The first code point after it."""
    column: int
    """Its first cell."""
    width: int
    """How many cells it takes; 0 for a mark with nothing to stand on."""
    text: str
    """What is drawn: blanks for a tab or a soft newline."""


def grapheme_clusters(
    text: str, start: int, end: int, *, tabs: bool = True, column: int = 0
) -> Iterator[Cluster]:
    """The grapheme clusters of `text[start:end]` with the cells they take.

    Args:
        text: The article's text.
        start: The first code point.
        end: The first code point after.
        tabs: Whether a tab reaches to the next tab stop; else it is one blank.
        column: The cell of the first one.
    """
    part = text[start:end]
    if NOT_NARROW.search(part) is None:
        for index, character in enumerate(part):
            drawn = " " if character == "\n" else character
            yield Cluster(start + index, start + index + 1, column + index, 1, drawn)
        return
    from rich.cells import split_graphemes

    # To rich a tab or newline has no width and would join the cluster before it.
    for first, last, width in split_graphemes(part.replace("\t", " ").replace("\n", " "))[0]:
        drawn = part[first:last]
        if drawn[0] == "\t":
            width = _TAB_STOP - column % _TAB_STOP if tabs else 1
            drawn = " " * width + drawn[1:]
        elif drawn[0] == "\n":
            drawn = " " + drawn[1:]
        yield Cluster(start + first, start + last, column, width, drawn)
        column += width


def prose_clusters(text: str, start: int, end: int) -> Iterator[Cluster]:
    """The same for a part of a paragraph: the end of a line and an indentation are one.

    Lines are indented in print and in RFCs; where they are joined that means nothing.
    """
    column = 0
    for line_end in LINE_END.finditer(text, start, end):
        for cluster in grapheme_clusters(text, start, line_end.start(), tabs=False, column=column):
            yield cluster
            last = cluster.column + cluster.width
        if start < line_end.start():
            column = last
        yield Cluster(line_end.start(), line_end.end(), column, 1, " ")
        start, column = line_end.end(), column + 1
    yield from grapheme_clusters(text, start, end, tabs=False, column=column)


def greedy_rows(
    line: list[Cluster], width: int, *, keep_indent: bool, hang: int = 0
) -> Iterator[tuple[int, int]]:
    """Rows of at most `width` cells; a cluster wider than that has a row of its own.

    Args:
        line: What is wrapped.
        width: The measure in cells.
        keep_indent: Whether the first row begins with the blanks of the line.
        hang: By how many cells the rows after the first are narrower.
    """
    first = 0
    while first < len(line):
        if line[first].text.isspace() and not (keep_indent and first == 0):
            first += 1
            continue
        stop = first
        fit = None
        while stop < len(line):
            cells = line[stop].column + line[stop].width - line[first].column
            if line[stop].text.isspace() and not (fit is None and stop == first):
                fit = stop
            elif cells > width:
                break
            elif stop > first and (line[stop].width > 1 or line[stop - 1].width > 1):
                fit = stop
            stop += 1
        if stop < len(line):
            stop = fit if fit is not None and fit > first else max(stop, first + 1)
        last = stop
        while last > first + 1 and line[last - 1].text.isspace():
            last -= 1
        yield line[first].start, line[last - 1].end
        width, hang = width - hang, 0
        first = stop
