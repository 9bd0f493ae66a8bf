"""Blocks: the units between blank lines, and whether their newlines mean anything.

Prose that was wrapped by hand or by a wire has soft newlines; verse, lists, tables and
code keep theirs. The test is that of a typesetter: a line of wrapped prose ends where the
next word no longer fitted, and the next line seldom begins with a capital.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui.documents.article import Block, BlockKind
from tui.documents.pattern import pattern

WRAP_LIMIT = 100
"""No text is wrapped by hand beyond this; a longer line is a paragraph by itself."""
_NARROWEST = 34
"""Shorter lines are mostly verse, addresses or headings; the narrowest wires wrap at 40."""
_COLUMN = 24
"""The narrowest column of a newspaper; prose so narrow must show itself in every line."""
_UNEQUAL = 60
"""A line this long among much shorter ones, all closed by a full stop, is a paragraph."""

_NEAR_THE_TOP = 50
"""Blocks looked at for the width of the wrapping."""
_FEW = 6
"""Lines of a heading with a rule under it, or of another block with a rule in it."""

_SEPARATOR = pattern(r"\n(?:[^\S\n]*\n)+")
_BLANK_LINES = pattern(r"(?:[^\S\n]*\n)*")
_INDENT = pattern(r"(?: {4}|[ ]{0,3}\t)[^\S\n]*\S")
_MARKER = pattern(
    r"[^\S\n]*(?:[-*+•‣▪◦●○·–][^\S\n]+|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)][^\S\n]+|#{1,6} )\S"
)
# What may begin a line that is more than text; a cheap test before the exact ones.
_SUSPECT = pattern(
    r"[^\S\n]*(?:[-*+•‣▪◦●○·–#>|(=_~.]|\d{1,3}[.)]|(?:[a-zA-Z]|[ivxIVX]{2,5})[.)])| {4}|[ ]{0,3}\t"
)
_RULE = pattern(r"[^\S\n]*([-=*_~#.•])(?:\1|[^\S\n])+")
_QUOTED = pattern(r"[^\S\n]{0,3}>")
_DATELINE = pattern(r"[A-Z][A-Z .,'’()/-]{2,40}?\s*[•—–-]\s\S")
_TABULAR = pattern(r"\S(?:[^\S\n]*\t[^\S\n]*|[^\S\n]*\|[^\S\n]*| {3,})\S|^[^\S\n]*\|")
_TABLE_SIGNS = ("\t", "|", "   ")
_CLOSED = pattern(r"[.!?…:;。！？][\"'”’»)\]」』]*$")
_FINISHED = pattern(r"[.!?…。！？][\"'”’»)\]」』]*$")


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a sanitised text in order: disjoint, with every visible character.

    A block begins and ends with a line; the newlines around it are outside.
    """
    paragraph = BlockKind.PARAGRAPH
    blocks: list[Block] = []
    several: list[tuple[int, int, int]] = []
    for start, end in _ranges(text):
        if text.find("\n", start, end) >= 0:
            several.append((len(blocks), start, end))
            blocks.append(Block(start, end, paragraph))
        elif text[start] in " \t" and _INDENT.match(text, start):
            blocks.append(Block(start, end, BlockKind.LINES))
        else:
            blocks.append(Block(start, end, paragraph))
    if not several:
        return tuple(blocks)
    return _with_kinds(text, blocks, several)


def block_at(blocks: Sequence[Block], offset: int) -> int:
    """The number (from 0) of the block at `offset`.

    An offset between two blocks belongs to the one before; before the first block it is
    the first. There must be a block.
    """
    return max(0, bisect_right(blocks, offset, key=lambda block: block.start) - 1)


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """The ranges between blank lines, with the first and last line whole."""
    leading = _BLANK_LINES.match(text)
    start = leading.end() if leading else 0
    visible = len(text.rstrip())
    if visible <= start:
        return
    newline = text.find("\n", visible)
    last = newline if newline >= 0 else len(text)
    for separator in _SEPARATOR.finditer(text, start, last):
        yield start, separator.start()
        start = separator.end()
    yield start, last


def _with_kinds(
    text: str, blocks: list[Block], several: list[tuple[int, int, int]]
) -> tuple[Block, ...]:
    """The blocks with those of several lines judged, and split where each line is one."""
    result: list[Block] = []
    done = 0
    width = _wrap_width(text, several)
    signs = [sign for sign in _TABLE_SIGNS if sign in text]
    for number, start, end in several:
        result += blocks[done:number]
        done = number + 1
        lines = text[start:end].split("\n")
        may_be_table = bool(signs) and any(text.find(sign, start, end) >= 0 for sign in signs)
        if _keeps_lines(lines, may_be_table):
            result.append(Block(start, end, BlockKind.LINES))
        elif _is_wrapped(lines, width) or (number == 0 and _is_after_header(lines, width)):
            # The width of the text so far judges a block of two lines better than itself.
            width = max(map(len, lines)) if len(lines) > 2 else width
            result.append(Block(start, end, BlockKind.PARAGRAPH))
        elif _is_one_paragraph_a_line(lines):
            result += _line_blocks(lines, start)
        else:
            result.append(Block(start, end, BlockKind.LINES))
    result += blocks[done:]
    return tuple(result)


def _wrap_width(text: str, several: Sequence[tuple[int, int, int]]) -> int:
    """The width the first clearly wrapped block is wrapped to; 0 when none is near the top.

    An opening paragraph is often too short, or too full of names, to be judged by itself.
    """
    for _, start, end in several[:_NEAR_THE_TOP]:
        lines = text[start:end].split("\n")
        if len(lines) > 3 and not _keeps_lines(lines, True) and _is_wrapped(lines, 0):
            return min(WRAP_LIMIT, max(map(len, lines)))
    return 0


def _is_after_header(lines: Sequence[str], width: int) -> bool:
    """Whether the block is wrapped but for a first line that a header was taken off.

    What is left begins with a dateline; a short first line without one is a headline.
    """
    return len(lines) > 2 and bool(_DATELINE.match(lines[0])) and _is_wrapped(lines[1:], width)


def _line_blocks(lines: Sequence[str], start: int) -> Iterator[Block]:
    """One block for each line."""
    for line in lines:
        is_indented = line[:1] in " \t" and _INDENT.match(line)
        kind = BlockKind.LINES if is_indented else BlockKind.PARAGRAPH
        yield Block(start, start + len(line), kind)
        start += len(line) + 1


def _keeps_lines(lines: Sequence[str], may_be_table: bool) -> bool:
    """Whether the lines are a list, a table, code or quoted mail, by how they begin."""
    suspects = [line for line in lines if _SUSPECT.match(line)]
    count = len(lines)
    if suspects:
        markers = sum(1 for line in suspects if _MARKER.match(line))
        first = markers and _MARKER.match(lines[0])
        if markers >= 2 and (first or markers * 3 >= count):
            return True
        if first and all(line[:1] in " \t" for line in lines[1:]):
            return True
        if count <= _FEW and any(_RULE.fullmatch(line) for line in suspects):
            return True
        if sum(1 for line in suspects if _INDENT.match(line)) * 2 > count:
            return True
        if sum(1 for line in suspects if _QUOTED.match(line)) * 2 >= count:
            return True
    return (
        may_be_table and sum(1 for line in lines if _TABULAR.search(line.rstrip())) * 3 >= count * 2
    )


def _is_wrapped(lines: Sequence[str], width: int) -> bool:
    """Whether the newlines are soft: each line is full, and the next goes on.

    Args:
        lines: At least two.
        width: The longest line of the wrapped prose before, 0 when there was none.
    """
    lengths = list(map(len, lines))
    own = max(lengths)
    if own < _NARROWEST:
        return own >= _COLUMN and _is_column(lines, own)
    if own > 2 * WRAP_LIMIT:
        return False
    is_short = len(lines) <= 3
    measure = max(own, width) if is_short and width <= WRAP_LIMIT else own
    if own <= WRAP_LIMIT and min(lengths[:-1]) * 10 >= measure * (9 if is_short else 8):
        # Most of a wrapped book is decided here: full lines, most of them going on small.
        heads = [line[:1] for line in lines[1:]]
        if sum(map(str.islower, heads)) * 2 >= len(heads):
            return True
    lengths = [len(line.rstrip()) for line in lines]
    breaks = len(lines) - 1
    full = tight = small = cased = open_ends = 0
    for number in range(breaks):
        following = lines[number + 1].lstrip()
        word = following.split(maxsplit=1)[0] if following else ""
        needed = lengths[number] + 1 + len(word)
        full += needed >= measure - max(2, measure // 10)
        tight += needed > width
        first = following[:1]
        if first.islower() or first.isupper():
            cased += 1
            small += first.islower()
        if not _CLOSED.search(lines[number].rstrip()):
            open_ends += 1
    if full * 10 < breaks * 7:
        return False
    if own > WRAP_LIMIT:
        return breaks >= 3 and small * 10 >= cased * 5 and open_ends * 10 >= breaks * 6
    if small * 10 >= cased * 4 and cased:
        return True
    # A break or two before names proves nothing by itself, but much where other prose is
    # wrapped to this width; lines that all end a sentence are their own.
    is_usual = abs(own - width) <= own // 8 or (own <= width and tight == breaks)
    is_long = own >= _UNEQUAL and breaks > 2
    return open_ends == full == breaks and (is_usual or is_long)


def _is_column(lines: Sequence[str], own: int) -> bool:
    """Whether narrow lines are a column of prose: all full, most going on in small letters."""
    if len(lines) < 3:
        return False
    heads = [line.lstrip() for line in lines[1:]]
    full = all(
        len(line.rstrip()) + 1 + len(head.split(maxsplit=1)[0]) >= own - 3
        for line, head in zip(lines, heads, strict=False)
        if head
    )
    cased = [head for head in heads if head[:1].isalpha()]
    small = sum(1 for head in cased if head[:1].islower())
    return full and len(cased) >= 2 and small * 10 >= len(cased) * 8


def _is_one_paragraph_a_line(lines: Sequence[str]) -> bool:
    """Whether single newlines part paragraphs: lines too long to be wrapped, or uneven ones."""
    lengths = [len(line.rstrip()) for line in lines]
    longest = max(lengths)
    if longest > WRAP_LIMIT:
        return True
    finished = sum(1 for line in lines if _FINISHED.search(line.rstrip()))
    return longest >= _UNEQUAL and min(lengths) * 2 <= longest and finished * 10 >= len(lines) * 7
