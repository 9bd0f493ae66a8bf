"""The plain text of a mail as pieces: paragraphs, quoted lines, the signature.

Lines that a mail program may wrap again are joined as RFC 3676 says (format=flowed); those that
were wrapped by hand are joined as those of any plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from tui.documents.article import BlockKind, StyledSpan, TextStyle
from tui.documents.blocks import split_blocks
from tui.documents.pattern import pattern
from tui.documents.sanitising import sanitise
from tui.documents.styled_text import StyledText, clean
from tui.documents.text_pieces import Piece

_QUOTING = pattern(r"(?:> ?)+")
_SIGNATURE = ("-- ", "--")
_DEEPEST = 8
"""Quotations in one another that are told apart."""


class _Line(NamedTuple):
    depth: int
    """How many quotations it stands in."""
    words: str


def mail_pieces(text: str, *, is_flowed: bool = False, joins_words: bool = False) -> list[Piece]:
    """The pieces of a mail's plain text.

    Args:
        text: The text.
        is_flowed: Whether a line that ends with a blank goes on in the next one.
        joins_words: Whether that blank is no part of the text (`DelSp=yes`).
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = _flowed(lines, joins_words) if is_flowed else map(_as_it_stands, lines)
    pieces: list[Piece] = []
    for depth, group in groupby(found, key=lambda line: line.depth):
        words = [line.words for line in group]
        end = next((n for n, line in enumerate(words) if line in _SIGNATURE), len(words))
        pieces += _section(words[:end], depth)
        # What is quoted goes on behind a signature in it; what is written does not.
        pieces += _signature(words[end + 1 :])
    return pieces


def _as_it_stands(line: str) -> _Line:
    quoting = _QUOTING.match(line)
    if quoting is None:
        return _Line(0, line)
    return _Line(min(_DEEPEST, quoting[0].count(">")), line[quoting.end() :])


def _flowed(lines: list[str], joins_words: bool) -> Iterator[_Line]:
    """The lines as they were before a mail program wrapped them (RFC 3676, section 4)."""
    depth, parts = 0, list[str]()
    for line in lines:
        words = line.lstrip(">")
        here = min(_DEEPEST, len(line) - len(words))
        words = words.removeprefix(" ")
        if parts and (here != depth or words == _SIGNATURE[0]):
            yield _Line(depth, "".join(parts).rstrip())
            parts = []
        depth = here
        goes_on = words.endswith(" ") and words != _SIGNATURE[0]
        parts.append(words[:-1] if goes_on and joins_words else words)
        if not goes_on:
            yield _Line(depth, "".join(parts))
            parts = []
    if parts:
        yield _Line(depth, "".join(parts).rstrip())


def _section(lines: list[str], depth: int) -> Iterator[Piece]:
    """What stands in one depth of quoting."""
    text = sanitise("\n".join(lines))
    for block in split_blocks(text):
        rows = text[block.start : block.end].split("\n")
        if block.kind is BlockKind.PARAGRAPH:
            content = " ".join(" ".join(map(clean, rows)).split())
        else:
            content = _kept(rows)
        if content:
            whole = StyledSpan(0, len(content), TextStyle.QUOTATION)
            yield Piece(StyledText(content, (whole,) * depth))


def _signature(lines: list[str]) -> Iterator[Piece]:
    content = _kept(sanitise("\n".join(lines)).split("\n"))
    if content:
        yield Piece(StyledText(content), is_aside=True, keeps_lines=True)


def _kept(lines: list[str]) -> str:
    """Some lines as they stand, without blank ones."""
    return "\n".join(line.rstrip() for line in map(clean, lines) if line.strip())
