"""Where a sentence goes on over the end of a printed page, with furniture between its halves."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, islice, takewhile

from tui.documents.article import Article, MilestoneKind, Span
from tui.documents.blocks import block_at
from tui.documents.kept_lines import runs_on
from tui.documents.passage_parts import Parts
from tui.documents.pattern import pattern
from tui.documents.sanitising import FEEDS

_PAGE_END = pattern(rf"[{FEEDS}]|\[[Pp]age ")


def without_gaps(span: Span, gaps: Sequence[Span]) -> Parts:
    """A passage in its parts: without the gaps that lie inside of it.

    Args:
        span: The passage.
        gaps: What `PageEnds.gaps` gave.
    """
    first = bisect_right(gaps, span.start, key=lambda gap: gap.start)
    inside = takewhile(lambda gap: gap.end < span.end, islice(gaps, first, None))
    edges = [span.start, *chain.from_iterable(inside), span.end]
    return tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True))


class PageEnds:
    """The page ends of an article, and which of them a sentence goes over.

    Blocks are given by their numbers. What is set aside for another reason (a caption, a
    dateline) ends no page.
    """

    def __init__(self, article: Article) -> None:
        """Remember the article; nothing is looked for yet."""
        self._article = article

    @cached_property
    def set_aside(self) -> frozenset[int]:
        """The blocks that are set aside whole."""
        text, blocks = self._article.text, self._article.blocks
        numbers = ((block_at(blocks, aside.start), aside) for aside in self._article.asides)
        return frozenset(
            number
            for number, aside in numbers
            if blocks and text[slice(*blocks[number][:2])].strip() == text[slice(*aside)]
        )

    def around(self, number: int) -> tuple[int | None, int | None]:
        """The blocks that are not set aside before and after one that is."""
        before, after, last = number - 1, number + 1, len(self._article.blocks)
        while before in self.set_aside:
            before -= 1
        while after in self.set_aside:
            after += 1
        return before if before >= 0 else None, after if after < last else None

    def goes_on(self, number: int) -> int | None:
        """The block behind a page end in which a block's last sentence goes on."""
        if number + 1 not in self.set_aside:
            return None
        _, after = self.around(number + 1)
        if after is None:
            return None
        text, blocks = self._article.text, self._article.blocks
        start = self._first_word(after)
        if not self._is_page_end(blocks[number].end, start):
            return None
        last = text[blocks[number].start : blocks[number].end].rstrip().rpartition("\n")[2]
        first = text[start : blocks[after].end].partition("\n")[0]
        return after if runs_on(last, first) else None

    @cached_property
    def gaps(self) -> tuple[Span, ...]:
        """What stands between the two halves of each sentence that goes on, in text order."""
        return tuple(self._gaps())

    def _gaps(self) -> Iterator[Span]:
        text, blocks = self._article.text, self._article.blocks
        for number in sorted({number - 1 for number in self.set_aside} - self.set_aside):
            after = self.goes_on(number) if number >= 0 else None
            if after is not None:
                first = text[blocks[number].start : blocks[number].end].rstrip()
                end = blocks[number].start + len(first)
                yield Span(end, self._first_word(after))

    def _first_word(self, number: int) -> int:
        """Where a block begins, behind the sign of a new page and its indentation."""
        start, end, _ = self._article.blocks[number]
        return end - len(self._article.text[start:end].lstrip(f"{FEEDS} \t\n"))

    @cached_property
    def _page_starts(self) -> frozenset[int]:
        marks = self._article.milestones
        return frozenset(mark.offset for mark in marks if mark.kind is MilestoneKind.PAGE)

    def _is_page_end(self, end: int, start: int) -> bool:
        """Whether a page ends between the end of a block and the first word of another."""
        found = _PAGE_END.search(self._article.text, end, start)
        return found is not None or start in self._page_starts
