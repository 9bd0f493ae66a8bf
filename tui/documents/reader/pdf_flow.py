"""Paragraphs of a PDF that columns, pages, figures and notes divide, made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.documents.reader.pdf_paragraph import Kind, Paragraph, ends_sentence, has_room

_FAR = 8
"""So many paragraphs further on the rest of one is looked for."""
_GOING_ON = (Kind.PROSE, Kind.QUOTATION, Kind.ITEM, Kind.VERSE)


def whole(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, each with its rest; what stood between comes behind it."""
    taken: set[int] = set()
    for position, paragraph in enumerate(paragraphs):
        if position in taken:
            continue
        taken.add(position)
        between = _complete(paragraphs, position, taken)
        yield paragraph
        for each in between:
            yield paragraphs[each]


def _complete(paragraphs: Sequence[Paragraph], position: int, taken: set[int]) -> list[int]:
    """Take the rest of a paragraph; the positions of what stands between, now taken too."""
    paragraph = paragraphs[position]
    passed: list[int] = []
    while (found := _rest(paragraphs, position, taken, paragraph)) is not None:
        between = [at for at in range(position + 1, found) if at not in taken]
        passed += between
        taken.update(between, (found,))
        rest = paragraphs[found]
        paragraph.lines += rest.lines
        paragraph.offset, paragraph.measure = rest.offset, rest.measure
        position = found
    return passed


def _rest(
    paragraphs: Sequence[Paragraph], position: int, taken: set[int], paragraph: Paragraph
) -> int | None:
    """Where a paragraph goes on; `None` if it is whole."""
    if paragraph.kind not in _GOING_ON:
        return None
    for at in range(position + 1, min(len(paragraphs), position + 1 + _FAR)):
        if at in taken:
            continue
        other = paragraphs[at]
        if _goes_on(paragraph, other, is_next=at == position + 1):
            return at
        if not _is_float(other, paragraph):
            return None
    return None


def _is_float(other: Paragraph, paragraph: Paragraph) -> bool:
    """Whether one may stand inside another: a note, a caption, a table."""
    return other.kind in (Kind.CAPTION, Kind.TABLE) or other.size < 0.93 * paragraph.size


def _goes_on(paragraph: Paragraph, rest: Paragraph, *, is_next: bool) -> bool:
    """Whether lines are the rest of a paragraph that a column or a float ended."""
    last, first = paragraph.lines[-1], rest.lines[0]
    if rest.kind not in (Kind.PROSE, Kind.QUOTATION, Kind.VERSE):
        return False
    if is_next and not rest.is_first:
        return False
    if abs(rest.size - paragraph.size) > 0.06 * paragraph.size:
        return False
    if last.is_divided:
        return True
    is_new = _is_indented(rest) or abs(rest.indent - paragraph.offset) > 0.6 * first.size
    has_end = ends_sentence(last)
    if not has_end and first.text[:1].islower():
        return True
    if is_new:
        return False
    return has_room(last, paragraph.measure, first) <= 0


def _is_indented(rest: Paragraph) -> bool:
    """Whether its first line stands to the right of the others."""
    first, *others = rest.lines
    return bool(others) and first.left - others[0].left > 0.5 * first.size
