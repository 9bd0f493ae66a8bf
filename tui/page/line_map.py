"""Where the text stands on the screen: the one place that converts offsets to cells.

A line map wraps an article to a measure. Rows count from the top of the article, one
blank row between blocks; columns are terminal cells from the left edge of the text.
Offsets are code points into the article's text, half-open, as everywhere.

Text whose characters are all one cell wide is wrapped by one regular expression, which
takes a million words in the time of a key press; a block with wide, combining or emoji
characters is wrapped grapheme by grapheme (`tui/page/cells.py`). A table that is wider than
the measure is not wrapped: each of its lines is a row, of which a window is seen that moves.
Where a row of one is concerned, columns are those of the screen: negative left of the window.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.documents.article import Block, BlockKind, Span
from tui.documents.pattern import pattern
from tui.page.cells import (
    LINE_END,
    NOT_NARROW,
    NOT_NARROW_OR_TAB,
    Cluster,
    grapheme_clusters,
    greedy_rows,
    indented_blocks,
    kept_lines,
    prose_clusters,
)
from tui.page.wide_tables import Window, is_table, shift_to_show, window

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
        # Of wide tables how wide they are and how far they are moved, by their blocks.
        self._widest: dict[int, int] = {}
        self._shifts: dict[int, int] = {}
        self._clusters = lru_cache(maxsize=512)(self._make_clusters)
        # Of a book only the first blocks may be wanted at first: the rest is not looked through.
        end = blocks[-1].end if blocks else 0
        all_narrow = NOT_NARROW.search(text, 0, end) is None
        self._indented = indented_blocks(text, blocks)
        for number, block in enumerate(blocks):
            if number:
                self._starts.append(block.start)
                self._ends.append(block.start)
            self._first_rows.append(len(self._starts))
            if not all_narrow and self._is_odd(block):
                self._odd_blocks.add(number)
            self._wrap(number)

    def _wrap(self, number: int) -> None:
        block = self.blocks[number]
        if block.kind is not BlockKind.PARAGRAPH:
            self._wrap_lines(number)
        elif number in self._odd_blocks:
            self._wrap_clusters(block)
        elif number in self._indented:
            # Indentation means nothing where lines are joined.
            self._wrap_indented(block)
        else:
            self._wrap_prose(block)

    def _is_odd(self, block: Block) -> bool:
        # A tab in prose is one blank; in kept lines its width depends on where it stands.
        wide = NOT_NARROW_OR_TAB if block.kind is BlockKind.PARAGRAPH else NOT_NARROW
        return wide.search(self.text, block.start, block.end) is not None

    def _is_wide_table(self, number: int) -> bool:
        block = self.blocks[number]
        lines = self.text[block.start : block.end].split("\n")
        # A letter takes at most two cells, a tab four.
        widest_letter = 4 if number in self._odd_blocks else 1
        if max(map(len, lines)) * widest_letter <= self.width:
            return False
        if not is_table(lines):
            return False
        widest = max(self._cells(number, *line) for line in kept_lines(self.text, block))
        if widest > self.width:
            self._widest[number] = widest
        return widest > self.width

    def _cells(self, number: int, start: int, end: int) -> int:
        """How wide a kept line is."""
        length = len(self.text[start:end].rstrip())
        if number not in self._odd_blocks:
            return length
        *_, last = (Cluster(0, 0, 0, 0, ""), *grapheme_clusters(self.text, start, start + length))
        return last.column + last.width

    def _keep_whole(self, block: Block) -> None:
        for start, end in kept_lines(self.text, block):
            self._starts.append(start)
            self._ends.append(start + len(self.text[start:end].rstrip()))

    def _wrap_indented(self, block: Block) -> None:
        """Wrap a paragraph of narrow letters as if every end of a line were one blank."""
        parts: list[str] = []
        # Where the parts begin among the joined words, and in the text.
        joined, original = [0], [block.start]
        at = block.start
        for line_end in LINE_END.finditer(self.text, block.start, block.end):
            parts += (self.text[at : line_end.start()], " ")
            at = line_end.end()
            joined.append(joined[-1] + len(parts[-2]) + 1)
            original.append(at)
        words = "".join((*parts, self.text[at : block.end]))
        for match in _prose_pattern(self.width).finditer(words):
            for edge, edges in ((match.start(), self._starts), (match.end() - 1, self._ends)):
                part = bisect_right(joined, edge) - 1
                edges.append(original[part] + edge - joined[part])
            self._ends[-1] += 1

    def _wrap_prose(self, block: Block) -> None:
        add_start, add_end = self._starts.append, self._ends.append
        for match in _prose_pattern(self.width).finditer(self.text, block.start, block.end):
            start, end = match.span()
            add_start(start)
            add_end(end)

    def _wrap_lines(self, number: int) -> None:
        block = self.blocks[number]
        if self._is_wide_table(number):
            self._keep_whole(block)
        elif number in self._odd_blocks:
            self._wrap_clusters(block)
        else:
            for start, end in kept_lines(self.text, block):
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
        lines = [(block.start, block.end)] if is_prose else kept_lines(self.text, block)
        for start, end in lines:
            clusters = prose_clusters if is_prose else grapheme_clusters
            line = list(clusters(self.text, start, end))
            hang, keeps = (0, False) if is_prose else self._hang_of_clusters(line, start, end)
            rows = list(greedy_rows(line, self.width, keep_indent=keeps, hang=hang))
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
        clusters = prose_clusters if kind is BlockKind.PARAGRAPH else grapheme_clusters
        found = clusters(self.text, row.start, row.end)
        if not row.indent:
            return tuple(found)
        return tuple(c._replace(column=c.column + row.indent) for c in found)

    def is_plain(self, number: int) -> bool:
        """Whether every code point of the row is one cell wide, so that cells are offsets."""
        row = self.row(number)
        return row is None or not (row.block in self._odd_blocks or row.block in self._indented)

    def _wide_row(self, number: int) -> Row | None:
        """The row at `number` if it is one of a wide table."""
        row = self.row(number) if self._widest else None
        return row if row and row.block in self._widest else None

    def _shift(self, number: int) -> int:
        """How far a row is moved to the left."""
        row = self._wide_row(number)
        return self._shifts.get(row.block, 0) if row else 0

    def window(self, number: int) -> Window | None:
        """What is seen of a row of a wide table; `None` for every other row."""
        row = self._wide_row(number)
        if row is None:
            return None
        return window(self._shift(number), self.width, self._cells(row.block, row.start, row.end))

    def show(self, offset: int) -> list[range]:
        """Move the window of a wide table so that `offset` is seen; every other one goes back.

        Returns:
            The rows that are changed.
        """
        number = self.row_of(offset)
        row = self._wide_row(number)
        changed = [self._move(each, 0) for each in self._shifts if row is None or each != row.block]
        if row is not None:
            column, widest = self._column_in_line(number, offset), self._widest[row.block]
            shift = shift_to_show(column, self._shift(number), self.width, widest)
            changed.append(self._move(row.block, shift))
        return [rows for rows in changed if rows]

    def move_window(self, number: int, cells: int) -> range:
        """Move the window of the table at a row to the right; the rows that are changed."""
        row = self._wide_row(number)
        if row is None:
            return range(0)
        most = self._widest[row.block] - self.width
        return self._move(row.block, max(0, min(self._shift(number) + cells, most)))

    def _move(self, block: int, shift: int) -> range:
        if shift == self._shifts.get(block, 0):
            return range(0)
        self._shifts[block] = shift
        first = self._first_rows[block]
        return range(first, bisect_left(self._starts, self.blocks[block].end, first))

    def column_of(self, offset: int) -> int:
        """The cell of `offset` in its row; for a blank after the row the cell behind it."""
        number = self.row_of(offset)
        return self._column_in_line(number, offset) - self._shift(number)

    def _column_in_line(self, number: int, offset: int) -> int:
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
        column += self._shift(number)
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
