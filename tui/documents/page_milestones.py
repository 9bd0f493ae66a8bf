"""Where the pages of a plain text begin, by the numbers that are printed on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from tui.documents.article import Block, Milestone, MilestoneKind
from tui.documents.blocks import block_at
from tui.documents.page_breaks import is_heading
from tui.documents.page_numbers import Pages, counts_pages, form_of
from tui.documents.pattern import pattern
from tui.documents.sanitising import FEEDS

_FEED = pattern(f"[{FEEDS}]")
_DIGITS = pattern(r"\d{1,4}(?!\d)")
_FEWEST = 3
"""Pages that have to agree about what is counted."""
_BLANKS = f"{FEEDS} \t\n"
_FAR = 200
"""Code points from a form feed within which a page says its number."""


def page_milestones(
    text: str, blocks: Sequence[Block], furniture: Sequence[int], counts: Sequence[Pages]
) -> tuple[Milestone, ...]:
    """The beginnings of pages, in text order; those without a certain number have no label.

    Form feeds are believed first: each of them ends a page, so their numbers prove one another.

    Args:
        text: A sanitised text.
        blocks: Its blocks.
        furniture: The numbers of those that stand between two pages.
        counts: The counts of pages in them.
    """
    starts = [*_by_feeds(text)] or [
        (blocks[number].start, label)
        for count in counts
        for number, label in _by_count(blocks, count)
        if number < len(blocks)
    ]
    aside = frozenset(furniture)
    found: dict[int, str] = {}
    for start, label in sorted(starts):
        for number in range(block_at(blocks, start), len(blocks)):
            first, end = max(start, blocks[number].start), blocks[number].end
            words = text[first:end].lstrip(_BLANKS)
            if number not in aside and words:
                # Where a page has nothing to read, the next one begins there, too.
                found[end - len(words)] = label
                break
    return tuple(Milestone(at, MilestoneKind.PAGE, label) for at, label in sorted(found.items()))


def _by_count(blocks: Sequence[Block], pages: Pages) -> Iterator[tuple[int, str]]:
    """The blocks with which pages begin, and the labels of these."""
    lines, later = pages.lines, pages.lines[1:]
    if pages.at_head is None:
        yield from ((line.block + 1, "") for line in lines)
        return
    if pages.at_head:
        for line, following in zip_longest(lines, later):
            yield line.block + 1, _label(line.page, following.page - 1 if following else 0)
        return
    length = blocks[lines[-1].block].start - blocks[lines[0].block].end
    usual = length / (lines[-1].page - lines[0].page)
    if blocks[lines[0].block].start - blocks[0].start < 1.6 * usual:
        yield 0, str(lines[0].page)
    for line, following in zip_longest(lines, later):
        yield line.block + 1, _label(line.page + 1, following.page if following else 0)


def _label(first: int, last: int) -> str:
    """A page; empty where there are more to the next line that counts: on which is not said."""
    return "" if last > first else str(first)


def _by_feeds(text: str) -> Iterator[tuple[int, str]]:
    """Where pages begin in a text in which a form feed ends every one, and their labels."""
    feeds = [match.start() for match in _FEED.finditer(text)]
    beside = [_beside(text, at) for at in feeds]
    forms = Counter(map(form_of, chain.from_iterable(beside)))
    # By what it makes of the page that ends at the first feed.
    said = [{*_firsts(lines, number, forms)} for number, lines in enumerate(beside)]
    votes = Counter(first for each in said for first in each)
    first, count = max(votes.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if count < _FEWEST or count * 2 < len(feeds):
        return
    agreed = [number for number, each in enumerate(said) if first in each]
    if agreed[0] == 0:
        yield 0, str(first)
    for number in range(agreed[0], agreed[-1] + 1):
        yield feeds[number] + 1, str(first + number + 1)


def _beside(text: str, at: int) -> tuple[str, str]:
    """The last line before a form feed and the first one behind it."""
    foot = text[max(0, at - _FAR) : at].rstrip().rpartition("\n")[2]
    return foot, text[at + 1 : at + _FAR].lstrip(f"{FEEDS} \n").partition("\n")[0]


def _firsts(lines: tuple[str, str], number: int, forms: Counter[str]) -> Iterator[int]:
    """What the numbers at a foot and at the head behind it may count from."""
    for line, counted in zip(lines, (number, number + 1), strict=True):
        form = form_of(line)
        if counts_pages(form, forms[form]) and not is_heading(line):
            yield from (int(digits) - counted for digits in _DIGITS.findall(line))
