"""From the lines of a page of a PDF to its paragraphs.

Lines belong together until something parts them: room above, an indented line, a line that
ends before it must, other letters. The order of the file is kept; where it jumps up or aside
another column begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.documents.reader.pdf_body import ROOM, Body
from tui.documents.reader.pdf_line import Line
from tui.documents.reader.pdf_margins import NEAR, Margins
from tui.documents.reader.pdf_paragraph import (
    Kind,
    Paragraph,
    ends_sentence,
    has_room,
    is_bulleted,
    is_loose,
    is_numbered,
)

_INDENT = 0.6
"""How many times its size a line is moved to the right to begin a paragraph."""
_MUCH_ROOM = 2.0
"""How many times it parts them whatever is said there."""
_OTHER_SIZE = 1.12
"""How many times larger letters are of another kind of text."""
_PARAGRAPH = 40
"""Lines before and after that may belong to the same paragraph."""
_WINDOW = 3
"""So many lines before and after tell where a line could have ended."""

_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|table|tab\.|chart|exhibit|example|listing|plate|box|map)\s*"
    r"(?:[A-Z]?\d+(?:[.\-–]\d+)*|[IVX]+)\s*(?P<point>[.:—–|])?(?=\s|\Z)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[(){}\[\]<>=;_$#|\\*&+@]")
_LEADERS = re.compile(r"(?:\s?[.·…_]){5,}\s*(?:\d+|[ivxlc]+)\Z")


def paragraphs(page: Sequence[Line], body: Body) -> Iterator[Paragraph]:
    """The paragraphs of a page, in the order of its file."""
    margins = Margins(page)
    for column in _columns(page):
        yield from _Column(column, margins, body).paragraphs()


def _columns(page: Sequence[Line]) -> Iterator[list[Line]]:
    """The runs of lines that go down without a jump."""
    column: list[Line] = []
    for line in page:
        if column and not _is_below(column[-1], line):
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _is_below(before: Line, line: Line) -> bool:
    shared = min(before.right, line.right) - max(before.left, line.left)
    return line.bottom < before.bottom - 0.3 * min(line.size, before.size) and shared > 0


class _Column:
    """Lines that go down without a jump."""

    def __init__(self, lines: Sequence[Line], margins: Margins, body: Body) -> None:
        self._lines = lines = [each for line in lines for each in _captions_apart(line)]
        self._margins = margins
        self._body = body
        self._measures: dict[int, float] = {}
        self._rows = _in_table(lines, body)
        steps = sorted(
            a.bottom - b.bottom
            for a, b in pairwise(lines)
            if abs(a.size - b.size) < 0.5 and a.bottom - b.bottom < 2 * a.size
        )
        self._right = max(line.right for line in lines)
        self._step = steps[len(steps) // 2] if len(steps) > 3 else 0.0

    def paragraphs(self) -> Iterator[Paragraph]:
        """Its paragraphs, from the top."""
        start = 0
        for position in range(1, len(self._lines) + 1):
            if position == len(self._lines) or self._is_parted(start, position):
                yield self._paragraph(start, position)
                start = position

    def _is_parted(self, start: int, position: int) -> bool:
        """Whether a paragraph that began at `start` ends before a line."""
        before, line = self._lines[position - 1], self._lines[position]
        if self._rows[position - 1] or self._rows[position]:
            return not (self._rows[position - 1] and self._rows[position])
        if self._is_other(position) or self._is_apart(position):
            return True
        if self._is_heading(before) and self._is_heading(line):
            return False
        if before.is_divided:
            return False
        if is_bulleted(line) or (is_numbered(line) and self._is_item(start, position)):
            return True
        return self._is_moved(start, position) or self._is_short(position)

    def _is_other(self, position: int) -> bool:
        """Whether two lines are set in letters of another kind."""
        before, line = self._lines[position - 1], self._lines[position]
        large, small = max(before.size, line.size), min(before.size, line.size)
        if large > _OTHER_SIZE * small or before.face.is_mono != line.face.is_mono:
            return True
        if before.face.is_bold != line.face.is_bold:
            return True
        room = has_room(before, self._measure(position - 1), line)
        return before.face.is_italic != line.face.is_italic and room > 0

    def _is_apart(self, position: int) -> bool:
        """Whether there is more room between two lines than usual."""
        before, line = self._lines[position - 1], self._lines[position]
        usual = self._step or self._body.leading * line.size
        if line.size > _OTHER_SIZE * self._body.size:
            usual = max(usual, self._body.leading * line.size)
        step = before.bottom - line.bottom
        if step <= ROOM * usual:
            return False
        # Raised numbers and formulas push lines apart in the middle of a sentence.
        goes_on = line.text[0].islower() and not ends_sentence(before)
        is_full = has_room(before, self._measure(position - 1), line) <= 0
        return step > _MUCH_ROOM * usual or not (goes_on and is_full)

    def _is_heading(self, line: Line) -> bool:
        size = self._body.size
        is_bold = line.face.is_bold and not self._body.is_bold and line.size > 0.95 * size
        return line.size > _OTHER_SIZE * size or is_bold

    def _is_item(self, start: int, position: int) -> bool:
        """Whether a line with a number begins an item, not a line of prose."""
        line = self._lines[position]
        if is_numbered(self._lines[start]) and line.left <= self._lines[start].left + NEAR:
            return True
        # The number of a note may come first in a line, and so may a number with a point.
        following = self._lines[position + 1 : position + 2]
        return bool(following) and abs(following[0].left - line.second_left) < 2 * NEAR

    def _is_moved(self, start: int, position: int) -> bool:
        """Whether a line begins elsewhere than those before it in its paragraph do."""
        first, before, line = self._lines[start], self._lines[position - 1], self._lines[position]
        moved = line.left - before.left
        if abs(moved) > NEAR and abs(line.left + line.right - before.left - before.right) < NEAR:
            # Both stand in the middle.
            return False
        is_second = position - start == 1
        if is_second and self._may_begin(before) and self._may_begin(line):
            return self._begins(position)
        if is_second and (is_bulleted(first) or is_numbered(first)):
            return moved < -_INDENT * line.size
        if moved > _INDENT * line.size:
            return not (is_second and self._hangs(position))
        is_short = has_room(before, self._measure(position - 1), line) > 0
        return moved < -_INDENT * line.size and (is_short or not is_second)

    def _offset(self, line: Line) -> float:
        return line.left - self._margins.left_of(line)

    def _may_begin(self, line: Line) -> bool:
        """Whether a line stands where the first lines of paragraphs do."""
        indent = self._body.indent
        return indent > 0 and abs(self._offset(line) - indent) < 2 * NEAR

    def _begins(self, position: int) -> bool:
        """Whether a line begins a paragraph that stands where the one before it did.

        Else both are lines of a quotation that is moved as far as first lines are.
        """
        before, line = self._lines[position - 1], self._lines[position]
        following = self._lines[position + 1 : position + 2]
        goes_back = bool(following) and self._offset(following[0]) < NEAR
        has_end = ends_sentence(before)
        is_short = has_room(before, self._right, line) > 0
        is_speech = line.text[0] in "\"“‘'«„"
        return (has_end and (is_short or goes_back or is_speech)) or (is_short and goes_back)

    def _hangs(self, position: int) -> bool:
        """Whether a second line is moved to the right as all but the first of a paragraph."""
        before, line = self._lines[position - 1], self._lines[position]
        following = self._lines[position + 1 : position + 2]
        goes_on = bool(following) and abs(following[0].left - line.left) < NEAR
        is_full = has_room(before, self._measure(position - 1), line) <= 0
        return is_full and not ends_sentence(before) and (goes_on or line.text[0].islower())

    def _is_short(self, position: int) -> bool:
        """Whether the line before ends a paragraph, because the next word had room in it."""
        before, line = self._lines[position - 1], self._lines[position]
        room = has_room(before, self._measure(position - 1), line)
        return room > 0 and ends_sentence(before)

    def _measure(self, position: int) -> float:
        """Where a line could have ended: as far as its neighbours do."""
        if position not in self._measures:
            self._measures[position] = self._measured(position)
        return self._measures[position]

    def _measured(self, position: int) -> float:
        line = self._lines[position]
        run = [line]
        for step in (-1, 1):
            at = position + step
            while 0 <= at < len(self._lines) and abs(at - position) < _PARAGRAPH:
                if abs(self._lines[at].left - line.left) > NEAR:
                    break
                run.append(self._lines[at])
                at += step
        if len(run) < _WINDOW:
            first = max(0, position - _WINDOW)
            run = [
                each
                for each in self._lines[first : position + _WINDOW + 1]
                if abs(each.size - line.size) < 1
            ]
        return max(each.right for each in run)

    def _is_caption(self, line: Line) -> bool:
        """Whether a line numbers a figure; "Table 2 shows" in the letters of the text does not."""
        match = _CAPTION.match(line.text)
        if match is None or line.size > _OTHER_SIZE * self._body.size:
            return False
        is_set_off = line.size < 0.95 * self._body.size or line.face.is_italic or line.face.is_bold
        return bool(match["point"]) or is_set_off or any(span.start == 0 for span in line.spans)

    def _paragraph(self, start: int, end: int) -> Paragraph:
        lines = list(self._lines[start:end])
        first, last = lines[0], lines[-1]
        made = Paragraph(
            lines,
            indent=first.left - self._margins.left_of(first),
            offset=last.left - self._margins.left_of(last),
            is_first=start == 0,
            measure=max(self._measure(at) for at in range(start, end)),
        )
        made.kind = self._kind(made, is_table=self._rows[start])
        return made

    def _kind(self, made: Paragraph, *, is_table: bool) -> Kind:
        lines = made.lines
        if is_table:
            return Kind.TABLE
        if not self._body.is_mono and _is_code(lines):
            return Kind.CODE
        if self._is_caption(lines[0]):
            return Kind.CAPTION
        if self._is_heading(lines[0]) and _may_head(lines):
            return Kind.HEADING
        if is_bulleted(lines[0]) or is_numbered(lines[0]):
            return Kind.ITEM
        if len(lines) > 1 and is_loose(lines, made.measure):
            return Kind.VERSE
        return Kind.QUOTATION if self._is_quotation(made) else Kind.PROSE

    def _is_quotation(self, made: Paragraph) -> bool:
        """Whether a paragraph is moved in on both sides, or moved and smaller."""
        lines, space = made.lines, _INDENT * made.size
        is_moved = all(self._offset(line) > space for line in lines)
        is_inside = made.measure < self._right - space or made.size < 0.97 * self._body.size
        return is_moved and is_inside and len(lines) > 1


def _may_head(lines: Sequence[Line]) -> bool:
    """Whether lines are few enough for a heading, and no sentence."""
    text = " ".join(line.text for line in lines)
    is_short = len(lines) <= 4 and len(text) <= 250
    return is_short and any(map(str.isalpha, text)) and "@" not in text


def _is_code(lines: Sequence[Line]) -> bool:
    """Whether lines are typewritten and no prose."""
    letters = "".join(line.text for line in lines)
    signs = len(_SIGNS.findall(letters))
    return all(line.face.is_mono for line in lines) and signs > 0.02 * len(letters)


def _captions_apart(line: Line) -> Iterator[Line]:
    """The captions of figures that stand side by side; any other line as it is."""
    if not line.cells or not all(_CAPTION.match(cell.text) for cell in line.cells):
        yield line
        return
    for cell in line.cells:
        yield replace(line, left=cell.left, right=cell.right, text=cell.text, cells=(), spans=())


def _in_table(lines: Sequence[Line], body: Body) -> list[bool]:
    """For each line whether it is a row of a table: several have cells, or leaders."""
    rows = [_is_row(line) and (body.is_mono or not line.face.is_mono) for line in lines]
    return [
        row and (any(rows[max(0, at - 1) : at]) or any(rows[at + 1 : at + 2]))
        for at, row in enumerate(rows)
    ]


def _is_row(line: Line) -> bool:
    if _LEADERS.search(line.text):
        return True
    return len(line.cells) > 1 and not (len(line.cells) == 2 and is_bulleted(line))
