"""Lines that count the pages of a plain text: "- 12 -", "Page 3 of 12", "[Page 4]", "12".

What tells such a line is not its form alone: it stands apart, comes again at least three times
with nothing changed but one number, and that counts up, page by page, in regular distances. A line
that does not name the page could as well count sections, verses or questions; it is believed only
where pages end in the middle of a sentence, as sections never do. Wrong is worse than absent:
a list, a table, a transcript, numbered paragraphs must not be taken for pages.

Limits: pages counted in Roman numerals are not known, nor those that an empty line does not part
from the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.documents.article import Block, BlockKind
from tui.documents.blocks import split_blocks
from tui.documents.kept_lines import runs_on
from tui.documents.pattern import pattern

_LONGEST = 90
"""Code points of a line that counts; a running head, too, is short."""
_FEWEST = 3
"""Lines that make a count."""
_MOST_MISSED = 9
"""From one line to the next: a page with a picture has none, left and right ones may differ."""
_NOTHING = 0.1
"""Of a page: so little text is none."""
_REGULAR = 2
"""A page is at most so many times as long as the usual one, and as short."""
_DIGITS = pattern(r"\d+")
_NAMED = pattern(r"(?:[^;{}\"]*[^\w])?(?:[Pp]age|PAGE|[Pp]g|PG)\.? ?#(?:[-–.]#)?(?:\W[^;{}\"]*)?")
_OF_ALL = pattern(r"\W{0,3}# ?(?:of|/) ?#\W{0,3}")
_DASHED = pattern(r"(?P<sign>[-–—~*•·|=]+) ?# ?(?P=sign)")
_PLAIN = pattern(r"#|# (?:[|–—•·-] )?[^\W\d_].*|.*[^\W\d_]\.? (?:[|–—•·-] )?#")
"""A number, alone or at an edge of a running head; not "12.", "(12)" or "#12", as lists count."""
_IN_CHAPTER = pattern(r".*#[-–.]#.*")
"""The pages of a chapter, "Page 3-1", are not counted by one number."""
_BEGINS = pattern(r".*(?:follows|:)")
_ENDS = pattern(r"[Ee]nd of .*")


class _Kind(NamedTuple):
    """What a form of lines is believed to count, and what it takes to believe it."""

    shortest: int
    """Code points of a usual page, at the least."""
    cuts: int
    """Lines that stand in the middle of a sentence, at the least."""
    share: int
    """One in so many of them does; 0 for no share."""


_NAMES_PAGE = _Kind(80, 0, 0)
_SET_APART = _Kind(80, 1, 0)
_ONLY_COUNTS = _Kind(300, 2, 4)
"""What only counts could count anything: a page of prose ends in a sentence more often than not."""


class PageNumber(NamedTuple):
    """A line that counts a page."""

    block: int
    """The number of its block."""
    page: int
    """What it counts."""


class Pages(NamedTuple):
    """A count of pages."""

    lines: tuple[PageNumber, ...]
    """Its lines in text order, at least three."""
    at_head: bool | None
    """Whether they stand at the head of their pages, not at the foot; `None` when it is not
    certain, or when a page is not called by its count alone."""


def counted_pages(text: str, blocks: Sequence[Block]) -> Iterator[Pages]:
    """The counts of pages in a sanitised text.

    Args:
        text: The text.
        blocks: Those of the text itself.
    """
    forms: dict[str, list[tuple[int, tuple[int, ...]]]] = {}
    for number, block in enumerate(blocks):
        if block.end - block.start > _LONGEST or not _stands_apart(text, blocks, number):
            continue
        words = text[block.start : block.end].strip()
        if "\n" not in words and _DIGITS.search(words):
            form = form_of(words)
            numbers = tuple(map(int, _DIGITS.findall(words)))
            forms.setdefault(form, []).append((number, numbers))
    for form, lines in forms.items():
        kind = _kind(form) if len(lines) >= _FEWEST else None
        if kind is None:
            continue
        runs = [run for run in _runs(lines) if _are_pages(text, blocks, run, kind)]
        sides = (_stand_at_head(text, blocks, run, form) for run in runs)
        at_head = next((side for side in sides if side is not None), None)
        for run in runs:
            yield Pages(tuple(run), None if _IN_CHAPTER.fullmatch(form) else at_head)


def form_of(line: str) -> str:
    """A line as it is the same on every page: each number is "#", blanks are single."""
    return " ".join(_DIGITS.sub("#", line).split())


def counts_pages(form: str, times: int) -> bool:
    """Whether a line beside the end of a page may count it.

    Args:
        form: Its form.
        times: How often a line of this form stands beside the end of a page.
    """
    kind = _kind(form)
    return kind is not None and (kind is not _ONLY_COUNTS or form == "#" or times > 1)


def _kind(form: str) -> _Kind | None:
    """What lines of a form may count; `None` for anything but pages."""
    if _NAMED.fullmatch(form):
        return _NAMES_PAGE
    if _DASHED.fullmatch(form) or _OF_ALL.fullmatch(form):
        return _SET_APART
    return _ONLY_COUNTS if _PLAIN.fullmatch(form) else None


def _stands_apart(text: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether empty lines stand before and behind a block."""
    around = blocks[max(0, number - 1) : number + 2]
    return all(text.count("\n", a.end, b.start) > 1 for a, b in pairwise(around))


def _runs(lines: Sequence[tuple[int, tuple[int, ...]]]) -> Iterator[list[PageNumber]]:
    """The stretches of lines in which one number counts up and the others stay as they are."""
    for place in range(len(lines[0][1])):
        run: list[PageNumber] = []
        others: tuple[int, ...] = ()
        for block, numbers in lines:
            count, rest = numbers[place], (*numbers[:place], *numbers[place + 1 :])
            counts_on = run and 0 < count - run[-1].page <= _MOST_MISSED and rest == others
            if run and not counts_on:
                if len(run) >= _FEWEST:
                    yield run
                run = []
            run.append(PageNumber(block, count))
            others = rest
        if len(run) >= _FEWEST:
            yield run


def _are_pages(text: str, blocks: Sequence[Block], run: Sequence[PageNumber], kind: _Kind) -> bool:
    """Whether what lies between the lines of a run is a page each time."""
    steps = [b.page - a.page for a, b in pairwise(run)]
    if steps.count(min(steps)) * 3 < len(steps) * 2 or min(steps) > 2:
        return False
    lengths = _lengths(blocks, run)
    usual = _middle(lengths)
    # The last page is as short as it happens to be.
    inner = lengths[:-1] or lengths
    regular = sum(1 for each in inner if usual <= _REGULAR * each <= _REGULAR**2 * usual)
    if usual < kind.shortest or regular * 3 < len(inner) * 2:
        return False
    if not kind.cuts:
        return True
    cuts = _cuts(text, blocks, run)
    return cuts >= kind.cuts and cuts * kind.share >= (len(run) if kind.share else 0)


def _lengths(blocks: Sequence[Block], run: Sequence[PageNumber]) -> list[float]:
    """Code points of the pages between the lines of a run."""
    return [
        (blocks[b.block].start - blocks[a.block].end) / (b.page - a.page) for a, b in pairwise(run)
    ]


def _middle(lengths: Sequence[float]) -> float:
    return sorted(lengths)[len(lengths) // 2]


def _cuts(text: str, blocks: Sequence[Block], run: Sequence[PageNumber]) -> int:
    """How many of the lines stand in the middle of a sentence of prose."""
    beside = beside_pages(text, blocks, run)
    cuts = 0
    for line in run:
        before, after = line.block - 1, line.block + 1
        before -= before in beside
        after += after in beside
        if before < 0 or after >= len(blocks):
            continue
        last, first = (_lines(text, blocks[each]) for each in (before, after))
        # A verse or a table is no prose that a page could cut.
        cuts += runs_on(last[-1], first[0]) and _is_prose(last) and _is_prose(first)
    return cuts


def _lines(text: str, block: Block) -> list[str]:
    return [line.strip() for line in text[block.start : block.end].split("\n")]


def _is_prose(lines: Sequence[str]) -> bool:
    """Whether lines are prose, however far they are indented."""
    return all(each.kind is BlockKind.PARAGRAPH for each in split_blocks("\n".join(lines)))


def beside_pages(text: str, blocks: Sequence[Block], run: Sequence[PageNumber]) -> frozenset[int]:
    """The blocks right beside lines of a count that are their running heads and feet.

    Args:
        text: The text.
        blocks: Its blocks.
        run: Lines that count.
    """
    lines = {line.block for line in run}
    near = {each + by for each in lines for by in (-1, 1)} - lines
    short = {
        number: " ".join(text[blocks[number].start : blocks[number].end].split())
        for number in near
        if 0 <= number < len(blocks) and blocks[number].end - blocks[number].start <= _LONGEST
    }
    known = Counter(short.values())
    return frozenset(
        number for number, words in short.items() if known[words] > 1 and not words.isnumeric()
    )


def _stand_at_head(
    text: str, blocks: Sequence[Block], run: Sequence[PageNumber], form: str
) -> bool | None:
    """Whether the lines of a count stand at the head of the pages they count; `None` if unsure.

    Behind a number at the foot of the last page stands nothing, nor before one at the head of the
    first. Before page 1 contents or a preface may stand, but no sentence goes on from those.
    """
    if _BEGINS.fullmatch(form) or _ENDS.fullmatch(form):
        return bool(_BEGINS.fullmatch(form))
    usual = _middle(_lengths(blocks, run))
    first, last = blocks[run[0].block], blocks[run[-1].block]
    before, behind = (first.start - blocks[0].start) / usual, (blocks[-1].end - last.end) / usual
    if min(before, behind) < _NOTHING:
        return before < behind if max(before, behind) >= _NOTHING else None
    count = run[0].page
    if count == 1:
        return False if _cuts(text, blocks, run[:1]) else None
    is_told = count - 1.5 < before < count - 0.5
    return True if is_told else None
