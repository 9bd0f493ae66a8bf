"""The ends of printed pages in a plain text: running heads, feet and page numbers, set aside.

A page ends at a form feed, at a line that says so ("[Page 12]"), or at a line of a count of pages
(`page_numbers`). What stands around it is furniture of the page only where it is known as such: a
number, a line that names the page, or one that is the same at another page but for its digits.
Limits: furniture that no empty line parts from the text stays text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.documents.article import Block, Span
from tui.documents.blocks import block_at
from tui.documents.page_numbers import Pages, beside_pages
from tui.documents.pattern import pattern
from tui.documents.sanitising import FEEDS

_EDGE = pattern(rf"[{FEEDS}]|\[[Pp]age \d{{1,4}}\][^\S\n]*(?=\n)")
_NUMBER = pattern(
    r"(?:[-–—]\s?)?(?:[Pp]age\s)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s?(?:/|of)\s?\d{1,4})?(?:\s?[-–—])?"
)
_NAMED = pattern(r".*\[[Pp]age \d{1,4}\]")
_COLUMNS = pattern(r"\S {3,}\S")
_DIGITS = pattern(r"\d+")
_HEADING = pattern(r"(?![Pp]age|PAGE)(?:[^\W\d_]+ ){1,2}\d{1,3}\W*")
_FAR = 500
"""Code points within which the last line of a page and the first of the next one stand."""
_MOST_LINES = 3
"""Lines of a head or a foot."""


class _Line(NamedTuple):
    """A line beside the end of a page."""

    start: int
    """Where its words begin."""
    words: str
    """Its words, without blanks around them; empty for none."""


class _Edge(NamedTuple):
    """Where a page ends."""

    block: int
    """The number of the block it stands in."""
    foot: _Line
    """The last line of the page."""
    head: _Line
    """The first line of the next one."""


def page_breaks(text: str, blocks: Sequence[Block], counts: Sequence[Pages] = ()) -> list[int]:
    """The blocks that are furniture between two pages, by their numbers in text order.

    Args:
        text: A sanitised text.
        blocks: Its blocks.
        counts: The counts of pages in them.
    """
    numbers = {line.block for count in counts for line in count.lines}
    for count in counts:
        numbers |= beside_pages(text, blocks, count.lines)
    return sorted(numbers.union(_around_feeds(text, blocks)))


def set_aside(text: str, blocks: Sequence[Block], numbers: Sequence[int]) -> Iterator[Span]:
    """The words of whole blocks, without the blanks around them."""
    for number in numbers:
        words = text[blocks[number].start : blocks[number].end]
        start = blocks[number].start + len(words) - len(words.lstrip())
        yield Span(start, start + len(words.strip()))


def _around_feeds(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """The furniture where a page ends by a form feed or a line that says so itself."""
    if not blocks:
        return
    edges = [*_edges(text, blocks)]
    # A page may end in two ways at once: one line beside it counts once.
    beside = {line for edge in edges for line in (edge.foot, edge.head)}
    known = Counter(_folded(line.words) for line in beside)
    for edge in edges:
        near = range(max(0, edge.block - 1), min(len(blocks), edge.block + 2))
        for number in near:
            if blocks[number].end - blocks[number].start > 2 * _FAR:
                continue
            lines = _lines(text, blocks[number])
            is_told = number == edge.block and _is_furniture(edge.foot.words, known)
            if 0 < len(lines) <= 2 * _MOST_LINES and all(
                _is_furniture(line, known) or (is_told and _COLUMNS.search(line)) for line in lines
            ):
                yield number


def _edges(text: str, blocks: Sequence[Block]) -> Iterator[_Edge]:
    for edge in _EDGE.finditer(text):
        end = edge.end()
        last = edge.start() if edge.group() in FEEDS else end
        foot = text[max(0, last - _FAR) : last].rstrip().rpartition("\n")[2].strip()
        rest = text[end : end + _FAR]
        words = rest.lstrip(f"{FEEDS} \n")
        head = _Line(end + len(rest) - len(words), words.partition("\n")[0].strip())
        at_foot = _Line(text.rfind(foot, 0, last), foot)
        yield _Edge(block_at(blocks, edge.start()), at_foot, head)


def _lines(text: str, block: Block) -> list[str]:
    """The lines of a block that hold more than a form feed."""
    lines = text[block.start : block.end].split("\n")
    return [line.strip(f"{FEEDS} \t") for line in lines]


def _is_furniture(line: str, known: Counter[str]) -> bool:
    is_same_elsewhere = known[_folded(line)] > 1
    return not line or is_same_elsewhere or bool(_NUMBER.fullmatch(line) or _NAMED.match(line))


def _folded(line: str) -> str:
    """A line as it stands on every page: digits alike, blanks single.

    "Chapter 3" at the head of one is no running head because "Chapter 4" is that of another.
    """
    line = " ".join(line.split())
    return line if is_heading(line) else _DIGITS.sub("#", line)


def is_heading(line: str) -> bool:
    """Whether a line may be a heading that is numbered itself: "Chapter 3", not "Page 3"."""
    return bool(_HEADING.fullmatch(line.strip()))
