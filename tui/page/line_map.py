"""Where the text stands on the screen: the one place that converts offsets to cells.

A line map wraps an article to a measure. Rows count from the top of the article, one
blank row between blocks; columns are terminal cells from the left edge of the text.
Offsets are code points into the article's text, half-open, as everywhere.

Text whose characters are all one cell wide is wrapped by one regular expression, which
takes a million words in the time of a key press; a block with wide, combining or emoji
characters is wrapped grapheme by grapheme (`rich.cells`).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.documents.article import Block, BlockKind, Span
from tui.documents.pattern import pattern

_NARROW = (
    "\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2400-\u2426"
)
_NOT_NARROW = pattern(f"[^{_NARROW}]")
_NOT_NARROW_OR_TAB = pattern(f"[^\t{_NARROW}]")
_TAB_STOP = 4
_BEFORE_WORDS = pattern(r"[^\S\n]*(?:(?:[-*+•‣▪◦●○·–>]|\(?\d{1,3}[.)])[^\S\n]+)?")
"""What stands before the words of a kept line: blanks, a bullet or number, blanks."""


class Row(NamedTuple):
    """One row of the screen that holds text."""

    start: int
    """Its first code point."""
    end: int
    """The first code point after its last visible one."""
    block: int
    """The index of its block."""
    indent: int = 0
    """Blank cells before it: a kept line goes on below its own words, not below its bullet."""


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


@lru_cache(maxsize=64)
def _prose_pattern(width: int) -> re.Pattern[str]:
    """Greedy lines of a paragraph: to the last word that fits, or through a longer one."""
    if width == 1:
        return re.compile(r"\S")
    return re.compile(rf"\S(?:[\s\S]{{0,{width - 2}}}\S)?(?=\s|\Z)|\S{{{width}}}")


class LineMap:
    """An article wrapped to a measure."""

    def __init__(self, text: str, blocks: Sequence[Block], width: int) -> None:
        """Wrap every block.

        Args:
            text: The article's text.
            blocks: Its blocks, in order.
            width: The measure in cells; at least 1.
        """
        self.text = text
        self.blocks = blocks
        self.width = max(1, width)
        self._starts = array("Q")
        self._ends = array("Q")
        # The first row of each block; the blank row above it belongs to nobody.
        self._first_rows = array("Q")
        self._odd_blocks: set[int] = set()
        self._indents: dict[int, int] = {}
        self._clusters = lru_cache(maxsize=512)(self._make_clusters)
        # Of a book only the first blocks may be wanted at first: the rest is not looked through.
        all_narrow = _NOT_NARROW.search(text, 0, blocks[-1].end if blocks else 0) is None
        for number, block in enumerate(blocks):
            if number:
                self._starts.append(block.start)
                self._ends.append(block.start)
            self._first_rows.append(len(self._starts))
            if not all_narrow and self._is_odd(block):
                self._odd_blocks.add(number)
                self._wrap_clusters(block)
            elif block.kind is BlockKind.PARAGRAPH:
                self._wrap_prose(block)
            else:
                self._wrap_lines(block)

    def _is_odd(self, block: Block) -> bool:
        # A tab in prose is one blank; in kept lines its width depends on where it stands.
        wide = _NOT_NARROW_OR_TAB if block.kind is BlockKind.PARAGRAPH else _NOT_NARROW
        return wide.search(self.text, block.start, block.end) is not None

    def _wrap_prose(self, block: Block) -> None:
        add_start, add_end = self._starts.append, self._ends.append
        for match in _prose_pattern(self.width).finditer(self.text, block.start, block.end):
            start, end = match.span()
            add_start(start)
            add_end(end)

    def _wrap_lines(self, block: Block) -> None:
        for start, end in _split_lines(self.text, block):
            self._wrap_kept_line(start, end)

    def _wrap_kept_line(self, start: int, end: int) -> None:
        stripped = self.text[start:end].rstrip()
        if len(stripped) <= self.width:
            self._starts.append(start)
            self._ends.append(start + len(stripped))
            return
        before = _BEFORE_WORDS.match(self.text, start, end)
        hang = self._hang(before.end() - start if before else 0)
        blanks = len(stripped) - len(stripped.lstrip())
        # The indentation is drawn when it leaves room for the words.
        shown = blanks if blanks <= hang else 0
        first = _prose_pattern(self.width - shown).search(self.text, start + blanks, end)
        if first is None:
            return
        self._starts.append(first.start() - shown)
        self._ends.append(first.end())
        for match in _prose_pattern(self.width - hang).finditer(self.text, first.end(), end):
            if hang:
                self._indents[len(self._starts)] = hang
            self._starts.append(match.start())
            self._ends.append(match.end())

    def _hang_of_clusters(self, line: list[Cluster], start: int, end: int) -> tuple[int, bool]:
        """The same for a line of clusters, and whether its first row is indented."""
        before = _BEFORE_WORDS.match(self.text, start, end)
        words = before.end() if before else start
        hang = self._hang(next((c.column for c in line if c.start >= words), 0))
        visible = [cluster for cluster in line if not cluster.text.isspace()]
        if not visible:
            return hang, True
        fits = visible[-1].column + visible[-1].width <= self.width
        return hang, fits or visible[0].column <= hang

    def _hang(self, cells: int) -> int:
        """How far the later rows of a line are indented: as its words, if room is left."""
        return cells if cells <= self.width // 3 else 0

    def _wrap_clusters(self, block: Block) -> None:
        """Wrap grapheme by grapheme, breaking at blanks and between wide characters."""
        is_prose = block.kind is BlockKind.PARAGRAPH
        lines = [(block.start, block.end)] if is_prose else _split_lines(self.text, block)
        for start, end in lines:
            line = list(grapheme_clusters(self.text, start, end, tabs=not is_prose))
            hang, keeps = (0, False) if is_prose else self._hang_of_clusters(line, start, end)
            rows = list(_greedy_rows(line, self.width, keep_indent=keeps, hang=hang))
            for number, (first, last) in enumerate(rows or [(start, start)]):
                if number and hang:
                    self._indents[len(self._starts)] = hang
                self._starts.append(first)
                self._ends.append(last)

    @property
    def height(self) -> int:
        """How many rows the article takes."""
        return len(self._starts)

    def row(self, number: int) -> Row | None:
        """The row at `number`; `None` between blocks and outside the article."""
        if not 0 <= number < len(self._starts):
            return None
        block = bisect_right(self._first_rows, number) - 1
        following = block + 1
        is_gap = following < len(self._first_rows) and number == self._first_rows[following] - 1
        if is_gap:
            return None
        indent = self._indents.get(number, 0)
        return Row(self._starts[number], self._ends[number], block, indent)

    def row_of(self, offset: int) -> int:
        """The row that shows `offset`; for a blank between rows the row before it."""
        if not self._starts:
            return 0
        number = max(0, bisect_right(self._starts, offset) - 1)
        # A gap starts where the block after it starts, which may be an indentation that no
        # row shows: an offset there is in the row after the gap.
        return number if self.row(number) else number + 1

    def block_of(self, offset: int) -> int:
        """The index of the block that holds `offset`, or else of the one before it."""
        row = self.row(self.row_of(offset))
        return row.block if row else 0

    def clusters(self, number: int) -> tuple[Cluster, ...]:
        """What stands in a row, in order; empty for a gap."""
        return self._clusters(number)

    def _make_clusters(self, number: int) -> tuple[Cluster, ...]:
        row = self.row(number)
        if row is None:
            return ()
        kind = self.blocks[row.block].kind
        tabs = kind is BlockKind.LINES
        found = grapheme_clusters(self.text, row.start, row.end, tabs=tabs)
        if not row.indent:
            return tuple(found)
        return tuple(c._replace(column=c.column + row.indent) for c in found)

    def is_plain(self, number: int) -> bool:
        """Whether every code point of the row is one cell wide, so that cells are offsets."""
        row = self.row(number)
        return row is None or row.block not in self._odd_blocks

    def column_of(self, offset: int) -> int:
        """The cell of `offset` in its row; for a blank after the row the cell behind it."""
        number = self.row_of(offset)
        row = self.row(number)
        if row is None:
            return 0
        if self.is_plain(number):
            return min(offset, row.end) - row.start + row.indent
        column = row.indent
        for cluster in self.clusters(number):
            if offset < cluster.end:
                return cluster.column
            column = cluster.column + cluster.width
        return column

    def offset_at(self, number: int, column: int) -> int:
        """The offset of what is drawn at a row and cell, clamped into the article.

        Left of the row its first code point, right of it its last; in a gap the start
        of the block below.
        """
        if not self._starts:
            return 0
        number = min(max(number, 0), self.height - 1)
        row = self.row(number)
        if row is None:
            return self._starts[number]
        if self.is_plain(number):
            return max(row.start, min(row.start + max(column - row.indent, 0), row.end - 1))
        found = row.start
        for cluster in self.clusters(number):
            if cluster.column > column:
                break
            found = cluster.start
        return found

    def next_cluster(self, offset: int) -> int:
        """The offset of the grapheme cluster after the one at `offset`, on any row."""
        return self._step(offset, 1)

    def previous_cluster(self, offset: int) -> int:
        """The offset of the grapheme cluster before the one at `offset`, on any row."""
        return self._step(offset, -1)

    def _step(self, offset: int, direction: int) -> int:
        number = self.row_of(offset)
        starts = [cluster.start for cluster in self.clusters(number)]
        position = bisect_right(starts, offset) - 1 + direction
        while not 0 <= position < len(starts):
            number += direction
            if not 0 <= number < self.height:
                return offset
            starts = [cluster.start for cluster in self.clusters(number)]
            position = 0 if direction > 0 else len(starts) - 1
        return starts[position]

    def spans_by_row(self, span: Span) -> range:
        """The rows a span touches."""
        if span.end <= span.start:
            return range(0)
        first = self.row_of(span.start)
        last = bisect_left(self._starts, span.end)
        return range(first, max(first + 1, last))


def grapheme_clusters(text: str, start: int, end: int, *, tabs: bool = True) -> Iterator[Cluster]:
    """The grapheme clusters of `text[start:end]` with the cells they take.

    Args:
        text: The article's text.
        start: The first code point.
        end: The first code point after.
        tabs: Whether a tab reaches to the next tab stop; else it is one blank.
    """
    part = text[start:end]
    column = 0
    if _NOT_NARROW.search(part) is None:
        for index, character in enumerate(part):
            drawn = " " if character == "\n" else character
            yield Cluster(start + index, start + index + 1, index, 1, drawn)
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


def _split_lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    while start < block.end:
        newline = text.find("\n", start, block.end)
        end = newline if newline >= 0 else block.end
        yield start, end
        start = end + 1


def _greedy_rows(
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
