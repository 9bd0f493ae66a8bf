"""From the words of a page of a PDF to its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.documents.article import StyledSpan, TextStyle
from tui.documents.reader.pdf_line import Cell, Face, Line, Word

_GAP = 2.0
"""How many times its size parts the cells of a line: in justified lines words are closer."""


class Link(NamedTuple):
    """A place of a page that leads somewhere."""

    left: float
    bottom: float
    right: float
    top: float
    target: str

    def holds(self, word: Word) -> bool:
        """Whether most of a word stands in it."""
        across = (word.left + word.right) / 2
        return (
            self.left <= across <= self.right
            and self.bottom <= (word.bottom + word.top) / 2 <= self.top
        )

    def is_beside(self, word: Word) -> bool:
        """Whether some of its height is that of a word."""
        return self.bottom < word.top and self.top > word.bottom


class Row(NamedTuple):
    """What PDFium takes for a line."""

    words: list[Word]
    """Its words; never empty."""
    is_divided: bool
    """Whether the last of them goes on in the next line."""


def lines_of_row(words: list[Word]) -> list[list[Word]]:
    """The lines in a row: where raised words stand close below, PDFium sees no line end."""
    first, last = words[0], words[-1]
    if last.top > first.top - 0.6 * (first.top - first.bottom):
        return [words]
    lines = [[first]]
    for before, word in pairwise(words):
        height = before.top - before.bottom
        if word.left < before.left - height and word.top < before.top - 0.6 * height:
            lines.append([])
        lines[-1].append(word)
    return lines


def is_right_to_left(rows: Sequence[Row]) -> bool:
    """Whether most letters belong to Hebrew or Arabic, whose paragraphs are indented right."""
    sample = "".join(word.text for row in rows[:40] for word in row.words)
    return 2 * sum("\u0590" <= letter <= "\u08ff" for letter in sample) > len(sample) > 0


def mirrored(word: Word) -> Word:
    """The word where it stands in a mirror: what begins on the right begins on the left."""
    return word._replace(left=-word.right, right=-word.left)


def joined(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows that stand on one line made one: PDFium breaks it at raised and smaller words."""
    before: Row | None = None
    for row in rows:
        if before is None:
            before = row
        elif _is_beside(before, row):
            before = Row(_met(before.words, row.words), row.is_divided)
        else:
            yield before
            before = row
    if before is not None:
        yield before


def _is_beside(before: Row, row: Row) -> bool:
    """Whether a row goes on to the right of the one before."""
    last, first = before.words[-1], row.words[0]
    if before.is_divided or first.left < last.right - 0.3 * (last.top - last.bottom):
        return False
    shared = min(last.top, first.top) - max(last.bottom, first.bottom)
    return shared > 0.45 * min(last.top - last.bottom, first.top - first.bottom)


def _met(before: Sequence[Word], words: Sequence[Word]) -> list[Word]:
    """The words of two rows; those that nothing parts are one word."""
    last, first = before[-1], words[0]
    height = last.top - last.bottom
    if first.left - last.right > 0.1 * height:
        return [*before, *words]
    is_note = first.text.isdecimal() and first.top - first.bottom < 0.85 * height
    text = f"[{first.text}]" if is_note and first.bottom > last.bottom else first.text
    return [*before[:-1], last._replace(text=last.text + text, right=first.right), *words[1:]]


def line_of(number: int, row: Row, links: Sequence[Link]) -> Line:
    """The words of a row as one line."""
    words = row.words
    heights = [round(word.top - word.bottom, 1) for word in words]
    size = heights[0]
    if heights.count(size) < len(heights):
        size = _most(heights, words)
    faces = {word.face for word in words}
    face = words[0].face if len(faces) == 1 else _face_of(words)
    has_gaps = any(word.left - before.right > _GAP * size for before, word in pairwise(words))
    return Line(
        number,
        " ".join(word.text for word in words),
        min(word.left for word in words),
        max(word.right for word in words),
        words[heights.index(size)].bottom,
        max(0.1, size),
        words[0].right - words[0].left,
        words[1].left if len(words) > 1 else words[0].right,
        face,
        row.is_divided,
        tuple(_cells(words, size)) if has_gaps else (),
        tuple(_spans(words, face, links)) if links or len(faces) > 1 else (),
    )


def _most(heights: Sequence[float], words: Sequence[Word]) -> float:
    """The height of most letters."""
    letters: Counter[float] = Counter()
    for height, word in zip(heights, words, strict=True):
        letters[height] += len(word.text)
    return letters.most_common(1)[0][0]


def _face_of(words: Sequence[Word]) -> Face:
    """How a line looks: bold or slanted only if all of it is."""
    letters = sum(len(word.text) for word in words)
    return Face(
        all(word.face.is_bold for word in words),
        all(word.face.is_italic for word in words),
        2 * sum(len(word.text) for word in words if word.face.is_mono) > letters,
    )


def _cells(words: Sequence[Word], size: float) -> Iterator[Cell]:
    """The runs of words that much room parts."""
    runs = [[words[0]]]
    for before, word in pairwise(words):
        if word.left - before.right > _GAP * size:
            runs.append([])
        runs[-1].append(word)
    for run in runs:
        yield Cell(run[0].left, run[-1].right, " ".join(word.text for word in run))


def _spans(words: Sequence[Word], face: Face, links: Sequence[Link]) -> Iterator[StyledSpan]:
    """Links, and emphasis where words look otherwise than their line."""
    end = -1
    for word in words:
        start = end + 1
        end = start + len(word.text)
        if word.face.is_italic and not face.is_italic:
            yield StyledSpan(start, end, TextStyle.EMPHASIS)
        if word.face.is_bold and not face.is_bold:
            yield StyledSpan(start, end, TextStyle.STRONG)
        for link in links:
            if link.holds(word):
                yield StyledSpan(start, end, TextStyle.LINK, link.target)
                break
