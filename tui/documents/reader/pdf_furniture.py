"""What is printed on a page of a PDF that is no part of its text: heads, feet, numbers.

The page is told by the milestones; what else stands there is said once, by title and chapters.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tui.documents.reader.pdf_line import Line

_AT_TOP, _AT_FOOT = 3, 4
"""How many of the topmost and lowest lines of a page may be heads and feet."""
_SLOT = 4.0
"""Points within which two lines of different pages stand at the same height."""
_ENOUGH = 3
"""On so many pages a line comes again that belongs to none of them."""
_LEFT = 0.5
"""Part of a text that is left at least when its furniture is taken out."""
_LONGEST_HEAD = 90
"""Code points of a running head that changes with the chapter."""

_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_NUMBER = re.compile(
    r"(?:page|p\.|seite)?\s*[-–—\[(|]?\s*(?:\d{1,4}|[ivxl]{1,7})\s*[-–—\])|]?"
    r"(?:\s*(?:of|/|von)\s*\d{1,4})?",
    re.IGNORECASE,
)
_MARGINAL = re.compile(r"[A-Z]?\d{1,3}[A-Z]?")

Page = Sequence[Line]


def without_furniture(pages: Sequence[Page], body: float) -> list[list[Line]]:
    """The pages without what is printed on many of them.

    Args:
        pages: The lines of all pages.
        body: The size of most lines.
    """
    rims = [rim(page) for page in pages]
    repeated = _repeated(rims)
    slots = _slots(rims, repeated, len(pages))
    result = []
    for page, outer in zip(pages, rims, strict=True):
        furniture = {id(line) for line in outer if _key(line) in repeated}
        furniture |= {id(line) for line in _outermost(page, furniture, slots, body)}
        result.append([line for line in page if id(line) not in furniture])
    # Slides and forms repeat what they are about.
    return result if _letters(result) > _LEFT * _letters(pages) else list(map(list, pages))


def _letters(pages: Sequence[Page]) -> int:
    return sum(len(line.text) for page in pages for line in page)


def without_line_numbers(page: Page) -> list[Line]:
    """The page without the numbers of its lines in its margin."""
    small = [line for line in page if len(line.text) < 5 and _MARGINAL.fullmatch(line.text)]
    long = [line for line in page if len(line.text) > 25]
    if len(small) < 5 or not long:
        return list(page)
    left, right = min(line.left for line in long), max(line.right for line in long)
    outside = [line for line in small if line.right <= left + 1 or line.left >= right - 1]
    if len(outside) < 5:
        return list(page)
    dropped = set(map(id, outside))
    return [line for line in page if id(line) not in dropped]


def rim(page: Page) -> list[Line]:
    """The topmost and the lowest lines."""
    by_height = sorted(page, key=lambda line: -line.bottom)
    if len(by_height) <= _AT_TOP + _AT_FOOT:
        return by_height
    return [*by_height[:_AT_TOP], *by_height[-_AT_FOOT:]]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text.casefold()), round(line.bottom / _SLOT)


def _repeated(rims: Sequence[Page]) -> set[tuple[str, int]]:
    """Text and height of the lines that come again."""
    heights: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for rim in rims:
        for text, slot in set(map(_key, rim)):
            heights[text][slot] += 1
    enough = min(_ENOUGH, max(2, len(rims)))
    return {
        (text, slot)
        for text, slots in heights.items()
        for slot in slots
        if slots[slot - 1] + slots[slot] + slots[slot + 1] >= enough
    }


def _slots(rims: Sequence[Page], repeated: set[tuple[str, int]], pages: int) -> set[int]:
    """The heights at which furniture stands on many pages."""
    found = Counter(
        slot
        for outer in rims
        for slot in {_key(line)[1] for line in outer if _key(line) in repeated}
    )
    return {
        slot + by for slot in found for by in (-1, 0, 1) if found[slot] >= max(_ENOUGH, pages / 8)
    }


def _outermost(page: Page, furniture: set[int], slots: set[int], body: float) -> Iterator[Line]:
    """Lines at the rim that stand where heads stand, and page numbers."""
    rest = sorted(
        (line for line in page if id(line) not in furniture), key=lambda line: -line.bottom
    )
    for lines in (rest, rest[::-1]):
        for line in lines[:2]:
            in_slot = _key(line)[1] in slots and len(line.text) <= _LONGEST_HEAD
            if not in_slot and not (_NUMBER.fullmatch(line.text) and line.size <= 1.15 * body):
                break
            yield line
