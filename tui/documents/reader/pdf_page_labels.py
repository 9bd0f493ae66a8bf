"""What the pages of a PDF are called: as a reader who cites them would.

The file may say it (page labels, ISO 32000-1, section 12.4.2). Most do not, and then a book whose
cover and contents are unnumbered would be cited wrong by as many pages: so the numbers that are
printed at the rims are read, if they count on from page to page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from tui.documents.reader.pdf_furniture import rim
from tui.documents.reader.pdf_line import Line
from tui.documents.sanitising import sanitise_line

_LONGEST = 12
"""Code points of the number of a page; what is longer is the name of something else."""
_ENOUGH = 3
"""On so many pages near one another numbers count on before they are believed."""
_NEAR = 6
"""How far apart these may be."""

_ARABIC = re.compile(r"(?<![\w.,/-])\d{1,4}(?![\w.,/-])")
_ROMAN = re.compile(r"(?<![\w.,/-])[ivxl]{1,8}(?![\w.,/-])")
_VALUES = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def page_labels(told: Sequence[str], pages: Sequence[Sequence[Line]]) -> list[str]:
    """The label of every page.

    Args:
        told: What the file calls them; empty where it says nothing.
        pages: Their lines, with what is printed at the rims.
    """
    own = [sanitise_line(label) for label in told]
    counted = [str(number) for number in range(1, len(pages) + 1)]
    if any(label and label != number for label, number in zip(own, counted, strict=True)):
        return [
            label if 0 < len(label) <= _LONGEST else number
            for label, number in zip(own, counted, strict=True)
        ]
    ahead = _ahead(pages, _ARABIC, int, share=0.5)
    if ahead is None:
        return counted
    first = next((at for at, by in enumerate(ahead) if at + by > 0), len(pages))
    front = _ahead(pages[:first], _ROMAN, _value, share=0.1) or [-first] * first
    return [*map(_front_label, range(first), front), *_labels(first, ahead)]


def _labels(first: int, ahead: Sequence[int]) -> Iterator[str]:
    """The numbers of the pages from the first that has one."""
    for at in range(first, len(ahead)):
        yield str(at + ahead[at])


def _front_label(at: int, ahead: int) -> str:
    """The label of a page before the first: Roman, or by its place as no page is printed."""
    return _roman(at + ahead) if at + ahead > 0 else f"[{at + 1}]"


def _ahead(
    pages: Sequence[Sequence[Line]],
    sign: re.Pattern[str],
    value: Callable[[str], int],
    share: float,
) -> list[int] | None:
    """By how much the printed number of each page is ahead of its index.

    `None` if too few pages have one that counts on from its neighbours. Pages without a number,
    of pictures for example, are not counted by many printers: so it changes within a book.
    """
    seen = [{value(found) - at for found in _at_rim(page, sign)} for at, page in enumerate(pages)]
    sure: list[int | None] = [None] * len(pages)
    for at, some in enumerate(seen):
        near = Counter(
            by for each in seen[max(0, at - _NEAR) : at + _NEAR + 1] for by in each & some
        )
        by, count = max(near.items(), key=lambda item: item[1], default=(0, 0))
        if count >= _ENOUGH:
            sure[at] = by
    if sum(by is not None for by in sure) < max(_ENOUGH, share * sum(map(bool, pages))):
        return None
    return _filled(sure)


def _filled(sure: Sequence[int | None]) -> list[int]:
    """The same for the pages that have no number of their own: as for the next page that has."""
    filled: list[int] = []
    following = [by for by in sure if by is not None][-1]
    for by in reversed(sure):
        following = following if by is None else by
        filled.append(following)
    return filled[::-1]


def _at_rim(page: Sequence[Line], sign: re.Pattern[str]) -> Iterator[str]:
    """The numbers that stand at the start or the end of the outermost lines."""
    for line in rim(page):
        for found in sign.finditer(line.text):
            if found.start() == 0 or found.end() == len(line.text):
                yield found[0]


def _value(roman: str) -> int:
    """The number that a Roman one stands for; 0 if it is none."""
    total, rest = 0, roman
    for value, sign in _VALUES:
        while rest.startswith(sign):
            total, rest = total + value, rest[len(sign) :]
    return total if _roman(total) == roman else 0


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _VALUES:
        signs += sign * (number // value)
        number %= value
    return signs
