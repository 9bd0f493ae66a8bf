"""Pieces of a text with markup, and the one text that they make.

Whoever reads a markup (Markdown in this process, all else in the reading process) gives pieces;
all offsets of the article are made here. They are code points, half-open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from tui.documents.article import Block, BlockKind, Milestone, Span, StyledSpan
from tui.documents.styled_text import StyledText


class Rendered(NamedTuple):
    """A text with markup as it is read."""

    text: str
    """The words; blank lines part the blocks."""
    blocks: tuple[Block, ...]
    """Its blocks, in order."""
    styles: tuple[StyledSpan, ...]
    """How words are set, in text order."""
    asides: tuple[Span, ...]
    """Code and rules: nothing in them is said by anyone."""
    title: str | None
    """The first heading of the first level; `None` without one."""
    milestones: tuple[Milestone, ...] = ()
    """Where its pages, chapters, times and speakers begin, in text order."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or the lines that one list item adds to a block."""

    content: StyledText
    """Its words."""
    is_aside: bool = False
    """Whether it is not analysed."""
    goes_on: bool = False
    """Whether it stands on the line after the piece before, in one block with it."""
    keeps_lines: bool = False
    """Whether its lines are kept even when there is only one."""
    milestones: tuple[Milestone, ...] = ()
    """What begins in it; the offsets count from its first code point."""


class _Assembly:
    """The text that grows piece by piece."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.styles: list[StyledSpan] = []
        self.asides: list[Span] = []
        self.milestones: list[Milestone] = []
        self._at = 0
        self._waiting: tuple[Milestone, ...] = ()
        self._before: Piece | None = None

    def add(self, piece: Piece) -> None:
        words = piece.content.text
        if not words:
            self._waiting += tuple(each._replace(offset=0) for each in piece.milestones)
            return
        goes_on = self._goes_on(piece)
        if self.parts:
            self.parts.append("\n" if goes_on else "\n\n")
            self._at += len(self.parts[-1])
        end = self._at + len(words)
        if goes_on:
            self.blocks[-1] = Block(self.blocks[-1].start, end, BlockKind.LINES)
        else:
            is_kept = piece.keeps_lines or "\n" in words
            kind = BlockKind.LINES if is_kept else BlockKind.PARAGRAPH
            self.blocks.append(Block(self._at, end, kind))
        if piece.is_aside:
            self.asides.append(Span(self._at, end))
        for each in (*self._waiting, *piece.milestones):
            self.milestones.append(each._replace(offset=self._at + each.offset))
        self.styles += piece.content.shifted(self._at)
        self.parts.append(words)
        self._at, self._waiting, self._before = end, (), piece

    def _goes_on(self, piece: Piece) -> bool:
        """Whether a piece stands in the block before.

        Code and rules are blocks of their own, but for the rule below the head of a table.
        """
        before = self._before
        if not piece.goes_on or before is None:
            return False
        return before.goes_on or not before.is_aside


def assembled(pieces: Iterable[Piece], title: str | None = None) -> Rendered:
    """One text of many pieces.

    Args:
        pieces: The pieces in the order of reading; one without words only hands its milestones
            on to the next.
        title: The title that the markup gives.
    """
    whole = _Assembly()
    for piece in pieces:
        whole.add(piece)
    return Rendered(
        "".join(whole.parts),
        tuple(whole.blocks),
        tuple(sorted(whole.styles)),
        tuple(whole.asides),
        title,
        tuple(whole.milestones),
    )
