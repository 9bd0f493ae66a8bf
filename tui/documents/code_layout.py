"""How code stands: line by line, never analysed."""

from __future__ import annotations

from collections.abc import Iterator

from tui.documents.article import StyledSpan, TextStyle
from tui.documents.styled_text import StyledText
from tui.documents.text_pieces import Piece


def code_pieces(text: str) -> Iterator[Piece]:
    """Code as it stands; blank lines part its blocks, as they part all others.

    Args:
        text: The code, sanitised.
    """
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            block = "\n".join(lines)
            style = StyledSpan(0, len(block), TextStyle.CODE)
            yield Piece(StyledText(block, (style,)), is_aside=True, keeps_lines=True)
            lines = []
