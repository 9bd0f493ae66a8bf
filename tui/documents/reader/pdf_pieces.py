"""From the paragraphs of a PDF to pieces of a text: words joined, styles and pages put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tui.documents.article import Milestone, MilestoneKind, StyledSpan, TextStyle
from tui.documents.derived_title import cells
from tui.documents.list_layout import BULLETS, indented
from tui.documents.reader.pdf_hyphens import Hyphens
from tui.documents.reader.pdf_line import Line
from tui.documents.reader.pdf_paragraph import Kind, Paragraph, is_bulleted
from tui.documents.styled_text import StyledText
from tui.documents.table_layout import TABLE_CELLS, table_pieces
from tui.documents.text_pieces import Piece

_LEVELS = (TextStyle.TITLE, TextStyle.HEADING, TextStyle.SUBHEADING)
# Between Chinese and Japanese signs a line end is no blank; between Korean ones it is
# (CSS Text 3, section 4.1.3).
_WIDE = re.compile(r"[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\uff00-\uff60]")
_LEADERS = re.compile(r"\s?(?:[.·…_]\s?){5,}(?=(?:\d+|[ivxlc]+)\Z)")
_GAP = "   "
_DASHES = ("—", "/")
_KEEPING = (Kind.VERSE, Kind.CODE, Kind.TABLE)
Chapters = Mapping[int, Sequence[tuple[float, str]]]
"""For each page the heights and titles of what begins on it, from its top."""


class Pieces:
    """Makes pieces, and keeps count of the pages."""

    def __init__(
        self, hyphens: Hyphens, labels: Sequence[str], chapters: Chapters, levels: Sequence[float]
    ) -> None:
        """Prepare.

        Args:
            hyphens: Joins divided words.
            labels: What the pages are called.
            chapters: What begins on them.
            levels: The sizes of headings, the largest first.
        """
        self._hyphens = hyphens
        self._labels = labels
        self._waiting = {page: list(begun) for page, begun in chapters.items()}
        self._levels = levels
        self._page = -1
        self._is_item = False

    def of(self, paragraph: Paragraph) -> Iterator[Piece]:
        """The pieces of a paragraph."""
        was_item, self._is_item = self._is_item, paragraph.kind is Kind.ITEM
        if paragraph.kind is Kind.TABLE:
            yield from self._table(paragraph)
            return
        content, milestones = self._words(paragraph)
        style = self._style(paragraph)
        if style is not None and content.text:
            over = StyledSpan(0, len(content.text), style)
            content = StyledText(content.text, (over, *content.styles))
        made = Piece(
            content,
            is_aside=paragraph.kind in (Kind.CAPTION, Kind.CODE),
            goes_on=was_item and self._is_item,
            keeps_lines=paragraph.kind in _KEEPING,
            milestones=milestones,
        )
        yield _item(made) if self._is_item and is_bulleted(paragraph.lines[0]) else made

    def _style(self, paragraph: Paragraph) -> TextStyle | None:
        if paragraph.kind is Kind.HEADING:
            size = round(paragraph.size)
            level = self._levels.index(size) if size in self._levels else len(_LEVELS)
            return _LEVELS[min(level, len(_LEVELS) - 1)]
        return {
            Kind.QUOTATION: TextStyle.QUOTATION,
            Kind.CAPTION: TextStyle.CAPTION,
            Kind.CODE: TextStyle.CODE,
        }.get(paragraph.kind)

    def _words(self, paragraph: Paragraph) -> tuple[StyledText, tuple[Milestone, ...]]:
        """The lines of a paragraph as one, or one under the other if they are kept."""
        keeps = paragraph.kind in _KEEPING
        parts: list[str] = []
        spans: list[StyledSpan] = []
        milestones: list[Milestone] = []
        start = 0
        left = min(line.left for line in paragraph.lines)
        for before, line in zip((None, *paragraph.lines), paragraph.lines, strict=False):
            if before is not None:
                start -= len(parts[-1])
                if keeps and not before.is_divided:
                    indent = _indent(line, left) if paragraph.kind is Kind.CODE else ""
                    parts[-1] += "\n" + indent
                else:
                    parts[-1] = self._joined(parts[-1], line.text, is_divided=before.is_divided)
                start += len(parts[-1])
            milestones += self._begun(line, start)
            spans += (
                span._replace(start=span.start + start, end=span.end + start) for span in line.spans
            )
            parts.append(line.text)
            start += len(line.text)
        text = "".join(parts)
        return StyledText(text, tuple(_merged(spans, text))), tuple(milestones)

    def _joined(self, words: str, following: str, *, is_divided: bool) -> str:
        """A line as it stands before the next: with a blank, or with its last word made whole."""
        whole = self._hyphens.joined(words, following, is_divided)
        if whole is not None:
            return whole[: len(whole) - len(following)]
        is_close = words.endswith(_DASHES) or following.startswith("—")
        if is_close or (_WIDE.match(words[-1:]) and _WIDE.match(following)):
            return words
        return words + " "

    def _begun(self, line: Line, offset: int) -> Iterator[Milestone]:
        """The pages and chapters that begin with a line."""
        if line.page != self._page:
            self._page = line.page
            yield Milestone(offset, MilestoneKind.PAGE, self._labels[line.page])
        waiting = self._waiting.get(line.page)
        while waiting and waiting[0][0] >= line.bottom:
            yield Milestone(offset, MilestoneKind.CHAPTER, waiting.pop(0)[1])

    def _table(self, paragraph: Paragraph) -> Iterator[Piece]:
        rows = [_row(line) for line in paragraph.lines]
        milestones = tuple(each for line in paragraph.lines for each in self._begun(line, 0))
        yield Piece(StyledText(""), milestones=milestones)
        if _is_regular(rows):
            yield from table_pieces(rows)
            return
        lines = (_GAP.join(cell.text for cell in row) for row in rows)
        yield Piece(StyledText("\n".join(lines)), keeps_lines=True)


def _is_regular(rows: Sequence[Sequence[StyledText]]) -> bool:
    """Whether rows have as many cells and fit on the page of the desk."""
    count = len(rows[0])
    if len(rows) < 2 or count < 2 or any(len(row) != count for row in rows):
        return False
    widths = (max(cells(cell.text) for cell in column) for column in zip(*rows, strict=True))
    return sum(widths) + len(_GAP) * (count - 1) <= TABLE_CELLS


def _row(line: Line) -> list[StyledText]:
    cells = [cell.text for cell in line.cells] or [line.text]
    if _LEADERS.search(line.text):
        cells = [part.strip() for part in _LEADERS.split(line.text) if part.strip()]
    return [StyledText(cell) for cell in cells if cell]


def _item(piece: Piece) -> Piece:
    """An item with the bullet of the desk."""
    words = piece.content.text[1:]
    cut = 1 + len(words) - len(words.lstrip())
    spans = (
        span._replace(start=max(0, span.start - cut), end=span.end - cut)
        for span in piece.content.styles
        if span.end > cut
    )
    content = StyledText(piece.content.text[cut:], tuple(spans))
    placed = tuple(each._replace(offset=max(0, each.offset - cut)) for each in piece.milestones)
    moved = Piece(content, goes_on=piece.goes_on, keeps_lines=True, milestones=placed)
    return indented(moved, f"{BULLETS[0]} ", "  ") if content.text else piece


def _indent(line: Line, left: float) -> str:
    """The blanks before a line of code."""
    width = (line.right - line.left) / max(1, len(line.text))
    return " " * min(40, round((line.left - left) / max(width, 0.1)))


def _merged(spans: Sequence[StyledSpan], text: str) -> Iterator[StyledSpan]:
    """The spans; those of one style and target with a blank between them are one."""
    last: dict[tuple[TextStyle, str], StyledSpan] = {}
    for span in spans:
        key = (span.style, span.target)
        before = last.get(key)
        if before is not None and not text[before.end : span.start].strip():
            last[key] = before._replace(end=span.end)
            continue
        if before is not None:
            yield before
        last[key] = span
    yield from last.values()
