"""How the items of a list stand: bullets stay, what belongs to an item is indented."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from tui.documents.styled_text import StyledText
from tui.documents.text_pieces import Piece

BULLETS = "•–·"
"""The bullets of a list, of one in it, and so on round."""


def indented(piece: Piece, marker: str, indent: str) -> Piece:
    """The piece with its first line behind a marker, the others below its words.

    Args:
        piece: The piece.
        marker: What stands before its first line; empty for the indentation.
        indent: The blanks before its lines.
    """
    lines = piece.content.text.split("\n")
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)

    def moved(offset: int) -> int:
        return offset + len(indent) * bisect_right(starts, offset)

    text = (marker or indent) + ("\n" + indent).join(lines)
    spans = (
        span._replace(start=moved(span.start), end=moved(span.end - 1) + 1)
        for span in piece.content.styles
    )
    placed = tuple(each._replace(offset=moved(each.offset)) for each in piece.milestones)
    content = StyledText(text.rstrip(), tuple(spans))
    return replace(piece, content=content, keeps_lines=True, milestones=placed)
