"""What stands around a book in the files of Project Gutenberg, and the places of its pictures.

A head (conditions, title, author, date), "*** START OF THE ... EBOOK ... ***", the book,
"*** END OF ...", a licence. Files made before 2004 end their head with "*END*THE SMALL PRINT!".
Limits: only what stands on lines of its own counts; a foot without a head is part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.documents.article import Block, Span
from tui.documents.blocks import block_at
from tui.documents.dates import parse_date
from tui.documents.metadata import Header
from tui.documents.pattern import pattern
from tui.documents.sanitising import sanitise_line

_EDGE = pattern(
    r"\*\*\* ?(?P<edge>START|END) OF TH(?:E|IS) (?=[^\n]{0,80}?E-?(?:BOOK|TEXT)\b)"
    r"(?:[^*\n]|\n(?!\s*\n)){0,300}\*\*\*[^\S\n]*(?=\n|\Z)",
    re.IGNORECASE,
)
_SMALL_PRINT = pattern(r"\*END\s?\*?\s?THE SMALL PRINT![^\n]*\*END\*[^\S\n]*(?=\n|\Z)")
_END_LINE = pattern(
    r"^[^\S\n]*End of (?:the |this )?Project Gutenberg[^\n]*$", re.IGNORECASE | re.MULTILINE
)
_MAKERS = pattern(
    r"\s*(?:Produced|Transcribed|Prepared|E-?text prepared|This e-?text was \w+) by [^\n]*"
    r"(?:\n[^\S\n]*\S[^\n]*)*",
    re.IGNORECASE,
)
"""Below the head, who made the file."""
_HEAD_FIELD = pattern(
    r"^(Title|Author|Release date):[^\S\n]*(\S[^\n]*(?:\n[^\S\n]{4,}\S[^\n]*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_HEAD = 64 * 1024
_LONGEST_FOOT = 64 * 1024
_NEAR = 500
"""Code points before the end line in which the book says itself that it ends."""
_PICTURE = "[Illustration"
_LONGEST_CAPTION = 2_000


class Frame(NamedTuple):
    """Where the books of a text are, and what its head says."""

    books: tuple[Span, ...]
    """The books themselves, in text order; at least one."""
    header: Header
    """Title, author and day of the first head."""


def find_frame(text: str) -> Frame | None:
    """The frame of a sanitised text; `None` for a text that has none."""
    books: list[Span] = []
    start: int | None = None
    head_end = 0
    for edge in _edges(text):
        if edge["edge"].upper() == "START":
            start = _behind_makers(text, edge.end()) if start is None else start
            head_end = head_end or edge.start()
        elif start is not None:
            books.append(Span(start, _end_of_book(text, start, edge.start())))
            start = None
    if start is None and not books:
        small_print = _SMALL_PRINT.search(text, 0, _LONGEST_HEAD)
        if small_print is None:
            return None
        start, head_end = _behind_makers(text, small_print.end()), small_print.start()
    if start is not None:
        books.append(Span(start, _end_of_book(text, start, len(text))))
    found = tuple(book for book in books if text[slice(*book)].strip())
    return Frame(found, _header(text[:head_end])) if found else None


def _edges(text: str) -> Iterator[re.Match[str]]:
    """The lines between a book and what stands around it."""
    for edge in _EDGE.finditer(text):
        if not text[text.rfind("\n", 0, edge.start()) + 1 : edge.start()].strip():
            yield edge


def _behind_makers(text: str, start: int) -> int:
    makers = _MAKERS.match(text, start)
    return makers.end() if makers else start


def _end_of_book(text: str, start: int, end: int) -> int:
    """Where a book ends: at the line that says so, if one stands near its edge."""
    reach = _LONGEST_FOOT if end == len(text) else _NEAR
    said = _END_LINE.search(text, max(start, end - reach), end)
    return said.start() if said else end


def _header(head: str) -> Header:
    values: dict[str, str] = {}
    for field in _HEAD_FIELD.finditer(head):
        name = field[1].lower()
        lines = [line.strip() for line in field[2].split("\n")]
        values.setdefault(name, (", " if name == "author" else " ").join(lines))
    day = parse_date(values.get("release date", "").partition("[")[0])
    title = sanitise_line(values.get("title", "")) or None
    return Header(title, day, sanitise_line(values.get("author", "")) or None)


def around(text: str, blocks: Sequence[Block], books: Sequence[Span]) -> Iterator[Span]:
    """The head and the foot as asides: none goes beyond a block, or begins with a blank."""
    edges = [0, *(edge for book in books for edge in book), len(text)]
    outside = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
    for block in blocks:
        for part in outside:
            yield from _within(text, block, part)


def inside(blocks: Sequence[Block], books: Sequence[Span]) -> tuple[Block, ...]:
    """The blocks of the books, without what stands around those."""
    found = []
    for block in blocks:
        for book in books:
            start, end = max(block.start, book.start), min(block.end, book.end)
            if start < end:
                found.append(block._replace(start=start, end=end))
    return tuple(found)


def captions(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """What stands in the place of pictures, "[Illustration: ...]", by blocks."""
    at = text.find(_PICTURE)
    while at >= 0:
        end = _closing(text, at)
        if end:
            first, last = block_at(blocks, at), block_at(blocks, end - 1)
            for block in blocks[first : last + 1]:
                yield from _within(text, block, Span(at, end))
        at = text.find(_PICTURE, end or at + 1)


def _closing(text: str, start: int) -> int:
    """Where a bracket is closed; 0 when it is not, or far away."""
    depth = 0
    for match in re.finditer(r"[\[\]]", text[start : start + _LONGEST_CAPTION]):
        depth += 1 if match.group() == "[" else -1
        if depth == 0:
            return start + match.end()
    return 0


def _within(text: str, block: Block, part: Span) -> Iterator[Span]:
    """What of a part lies in a block, without outer blanks."""
    start, end = max(block.start, part.start), min(block.end, part.end)
    words = text[start:end] if start < end else ""
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
