"""The sentences of an article, found piece by piece, also those that go on over a page end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tui.documents.article import Article, BlockKind, Span
from tui.documents.blocks import block_at
from tui.documents.page_ends import PageEnds
from tui.documents.sentences import certain_starts, sentences, split_run, trimmed

_CACHED_PIECES = 2000
"""Pieces whose sentences are kept; more than any screen and jump list visits."""
_LONG = 20_000
"""Code points of a paragraph from which on it is looked at in parts."""


class _Piece(NamedTuple):
    block: int
    """The number of its block."""
    part: int
    """Which part of that."""


class SentenceMap:
    """The sentences of an article, found piece by piece when they are asked for.

    A piece is a block, or a part of a long one that begins where a sentence begins for certain:
    sentences are the same whatever was asked for first. A dateline or credit line is a sentence by
    itself, so that marking the sentence after it does not take it along. What is set aside between
    two pages lies inside of the sentence that goes on over it.
    """

    def __init__(self, article: Article) -> None:
        """Remember the article; nothing is computed yet."""
        self._article = article
        self._pages = PageEnds(article)
        self._cache: dict[_Piece, tuple[Span, ...]] = {}
        self._starts: dict[int, Sequence[int]] = {}
        self._has_case: dict[int, bool] = {}

    @property
    def page_gaps(self) -> Sequence[Span]:
        """What stands between the halves of each sentence that goes on over the end of a page."""
        return self._pages.gaps

    def in_block(self, number: int) -> tuple[Span, ...]:
        """The sentences that begin in `article.blocks[number]`."""
        pieces = [_Piece(number, part) for part in range(len(self._parts(number)))]
        return tuple(chain.from_iterable(map(self._in_piece, pieces)))

    def at(self, offset: int) -> Span:
        """The sentence at `offset`; between two it is the one before.

        Before the first sentence it is the first; without any it is the empty span at 0.
        """
        for found in self._from(offset, -1):
            position = _position(found, offset)
            if position >= 0:
                return found[position]
        return self.after(-1) or Span(0, 0)

    def after(self, offset: int) -> Span | None:
        """The first sentence that begins after `offset`; `None` after the last."""
        for found in self._from(offset, 1):
            position = _position(found, offset) + 1
            if position < len(found):
                return found[position]
        return None

    def before(self, offset: int) -> Span | None:
        """The last sentence that begins before `offset`; `None` before the first."""
        for found in self._from(offset, -1):
            position = _position(found, offset - 1)
            if position >= 0:
                return found[position]
        return None

    def _from(self, offset: int, step: int) -> Iterator[tuple[Span, ...]]:
        """The sentences of the piece at an offset, then those of the next ones that way."""
        blocks = self._article.blocks
        if not blocks:
            return
        number = block_at(blocks, offset)
        part = max(0, bisect_right(self._parts(number), offset) - 1)
        while True:
            yield self._in_piece(_Piece(number, part))
            part += step
            if not 0 <= part < len(self._parts(number)):
                number += step
                if not 0 <= number < len(blocks):
                    return
                part = 0 if step > 0 else len(self._parts(number)) - 1

    def _parts(self, number: int) -> Sequence[int]:
        """Where the pieces of a block begin."""
        block = self._article.blocks[number]
        if block.kind is not BlockKind.PARAGRAPH or block.end - block.start <= _LONG:
            return (block.start,)
        starts = self._starts.get(number)
        if starts is None:
            text = self._article.text
            has_case = self._has_case[number] = not text[block.start : block.end].islower()
            starts = self._starts[number] = tuple(certain_starts(text, block, has_case))
        return starts

    def _in_piece(self, piece: _Piece) -> tuple[Span, ...]:
        found, pages = self._own(piece), self._pages
        if not pages.set_aside:
            return found
        if piece.block in pages.set_aside:
            before, _ = pages.around(piece.block)
            return () if before is not None and pages.goes_on(before) is not None else found
        if piece.part == len(self._parts(piece.block)) - 1:
            after = pages.goes_on(piece.block)
            if after is not None:
                end = self._own(_Piece(after, 0))[0].end
                found = (*found[:-1], Span(found[-1].start, end))
        if piece.part == 0 and piece.block - 1 in pages.set_aside:
            before, _ = pages.around(piece.block - 1)
            goes_on = before is not None and pages.goes_on(before) is not None
            found = found[1:] if goes_on else found
        return found

    def _own(self, piece: _Piece) -> tuple[Span, ...]:
        """The sentences of a piece as if no other stood beside it; never none."""
        found = self._cache.get(piece)
        if found is None:
            if len(self._cache) >= _CACHED_PIECES:
                self._cache.clear()
            block, parts = self._article.blocks[piece.block], self._parts(piece.block)
            if len(parts) == 1:
                whole = sentences(self._article.text, block)
            else:
                until = (*parts, block.end)[piece.part + 1]
                start, has_case = parts[piece.part], self._has_case[piece.block]
                text = self._article.text
                whole = tuple(split_run(text, start, block.end, until, has_case=has_case))
            found = self._cache[piece] = tuple(self._cut(whole))
        return found

    def _cut(self, found: tuple[Span, ...]) -> Iterator[Span]:
        """The sentences, parted from the asides that lie inside them."""
        text, asides = self._article.text, self._article.asides
        for sentence in found:
            start = sentence.start
            for number in range(bisect_right(asides, start, key=_end_of), len(asides)):
                if asides[number].start >= sentence.end:
                    break
                for edge in asides[number]:
                    if start < edge < sentence.end:
                        yield from trimmed(text, start, edge)
                        start = edge
            yield from trimmed(text, start, sentence.end)


def _end_of(aside: Span) -> int:
    return aside.end


def _position(found: tuple[Span, ...], offset: int) -> int:
    """The last sentence that begins at or before `offset`; -1 if none does."""
    return bisect_right(found, offset, key=lambda sentence: sentence.start) - 1
