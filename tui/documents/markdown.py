"""Markdown made readable: one text without signs, its blocks, and how its words are set.

The parser is that of CommonMark with tables and struck words (markdown-it-py). Bullets stay,
tables become columns, or one field a line where they are wider than a page; links keep their
words, their targets are kept with the span. All offsets are into the text that is built here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.article import Block, BlockKind, Span, StyledSpan, TextStyle
from tui.documents.derived_title import cells
from tui.documents.markdown_inline import StyledText, clean, html_text, inline_text
from tui.documents.sanitising import sanitise

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

LONGEST = 2_000_000
"""Code points up to which Markdown is parsed: 300,000 words, which take two seconds."""
MOST_LINES = 50_000
"""Lines up to which it is: every item of a list costs as much as a paragraph."""
TABLE_CELLS = 66
"""The widest table that is set in columns: the measure the desk begins with."""
_GAP = "   "
_BULLETS = "•–·"
"""The bullets of a list, of one in it, and so on round."""
_RULE = "* * *"
_DEEPEST = 100
"""Lists and quotations inside one another; the parser drops what lies deeper."""


class Rendered(NamedTuple):
    """A Markdown text as it is read."""

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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block, or the lines that one list item adds to a block."""

    content: StyledText
    """Its words."""
    is_aside: bool = False
    """Whether it is not analysed."""
    goes_on: bool = False
    """Whether it stands on the line after the piece before, in one block with it."""
    keeps_lines: bool = False
    """Whether its lines are kept even when there is only one."""


def render(source: str) -> Rendered | None:
    """Read a sanitised Markdown text.

    Returns:
        `None` when it is too long, nested too deep, or holds nothing that can be shown: then
        the source itself is the text.
    """
    if len(source) > LONGEST or source.count("\n") > MOST_LINES:
        return None
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"])
    tokens = parser.parse(source)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return None
    for token in tokens:
        # The tree is of blocks only: emphasis can be nested as deep as a line is long.
        token.meta, token.children = {"words": token.children}, None
    tree = SyntaxTreeNode(tokens)
    rendered = _assembled(_pieces(tree.children), _first_title(tree))
    # Marks that were harmless apart can stand on one letter now.
    return rendered if rendered.blocks and sanitise(rendered.text) == rendered.text else None


def _first_title(tree: SyntaxTreeNode) -> str | None:
    for node in tree.children:
        if node.type == "heading" and node.tag == "h1":
            return _inline(node).text.replace("\n", " ") or None
    return None


def _assembled(pieces: Iterator[_Piece], title: str | None) -> Rendered:
    parts: list[str] = []
    blocks: list[Block] = []
    styles: list[StyledSpan] = []
    asides: list[Span] = []
    at = 0
    before: _Piece | None = None
    for piece in pieces:
        words = piece.content.text
        is_kept = piece.keeps_lines or "\n" in words
        # Code and rules are blocks of their own, but for the rule below the head of a table.
        goes_on = piece.goes_on and before is not None
        goes_on = goes_on and not (before and before.is_aside and not before.goes_on)
        before = piece
        if parts:
            parts.append("\n" if goes_on else "\n\n")
            at += len(parts[-1])
        end = at + len(words)
        if goes_on:
            blocks[-1] = Block(blocks[-1].start, end, BlockKind.LINES)
        else:
            blocks.append(Block(at, end, BlockKind.LINES if is_kept else BlockKind.PARAGRAPH))
        if piece.is_aside:
            asides.append(Span(at, end))
        styles += piece.content.shifted(at)
        parts.append(words)
        at = end
    return Rendered("".join(parts), tuple(blocks), tuple(sorted(styles)), tuple(asides), title)


# -- blocks ---------------------------------------------------------------------------


def _pieces(nodes: Sequence[SyntaxTreeNode], depth: int = 0) -> Iterator[_Piece]:
    """The pieces of some blocks; `depth` counts the lists around them."""
    for node in nodes:
        if node.type in ("bullet_list", "ordered_list"):
            yield from _list(node, depth)
        elif node.type == "blockquote":
            yield from map(_quoted, _pieces(node.children, depth))
        elif node.type == "table":
            yield from _table(node)
        elif node.type in ("fence", "code_block"):
            yield from _code(node.content)
        elif node.type == "hr":
            yield _Piece(StyledText(_RULE), is_aside=True)
        else:
            content = _words_of(node)
            if content.text:
                yield _Piece(content)


def _words_of(node: SyntaxTreeNode) -> StyledText:
    """The words of a heading, a paragraph or a block of HTML."""
    if node.type == "html_block":
        return html_text(node.content)
    content = _inline(node)
    if node.type != "heading":
        return content
    text = content.text.replace("\n", " ")
    style = {"h1": TextStyle.TITLE, "h2": TextStyle.HEADING}.get(node.tag, TextStyle.SUBHEADING)
    whole = (StyledSpan(0, len(text), style),) if text else ()
    return StyledText(text, (*whole, *content.styles))


def _inline(node: SyntaxTreeNode) -> StyledText:
    """The words of a block that holds one line of inline tokens."""
    found = next((child for child in node.children if child.type == "inline"), None)
    return inline_text((found and found.meta["words"]) or ())


def _quoted(piece: _Piece) -> _Piece:
    content = piece.content
    whole = StyledSpan(0, len(content.text), TextStyle.QUOTATION)
    return replace(piece, content=StyledText(content.text, (whole, *content.styles)))


def _code(text: str) -> Iterator[_Piece]:
    """Code as it stands; blank lines part its blocks, as they part all others."""
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            block = "\n".join(lines)
            style = StyledSpan(0, len(block), TextStyle.CODE)
            yield _Piece(StyledText(block, (style,)), is_aside=True, keeps_lines=True)
            lines = []


# -- lists ----------------------------------------------------------------------------


def _list(node: SyntaxTreeNode, depth: int) -> Iterator[_Piece]:
    """The items with their bullets or numbers; what belongs to an item is indented."""
    for number, item in enumerate(node.children):
        marker = f"{_BULLETS[depth % len(_BULLETS)]} "
        if node.type == "ordered_list":
            marker = f"{clean(item.info or '1')}{clean(item.markup)} "
        pieces = list(_pieces(item.children, depth + 1)) or [_Piece(StyledText(""))]
        # In a tight list nothing but line ends stands between the items.
        is_tight = any(child.type == "paragraph" and child.hidden for child in item.children)
        for position, piece in enumerate(pieces):
            indented = _indented(piece, "" if position else marker, " " * len(marker))
            is_first = position == number == depth == 0
            goes_on = is_tight and not piece.is_aside and not is_first
            yield replace(indented, goes_on=piece.goes_on or goes_on)


def _indented(piece: _Piece, marker: str, indent: str) -> _Piece:
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
    return replace(piece, content=StyledText(text.rstrip(), tuple(spans)), keeps_lines=True)


# -- tables ---------------------------------------------------------------------------


def _table(node: SyntaxTreeNode) -> Iterator[_Piece]:
    """The rows in columns when they fit on a page; else every row as a list of its fields."""
    rows = [row for part in node.children for row in part.children]
    table = [[_cell(cell) for cell in row.children] for row in rows]
    # The parser gives every row as many cells as the head has.
    widths = [max(cells(cell.text) for cell in column) for column in zip(*table, strict=True)]
    if len(table) > 1 and sum(widths) + len(_GAP) * (len(widths) - 1) > TABLE_CELLS:
        yield from _fields(table)
        return
    aligns = [str(cell.attrs.get("style", "")) for cell in rows[0].children]
    is_first = True
    for number, row in enumerate(table):
        if not any(cell.text for cell in row):
            continue
        line = _columns(row, widths, aligns)
        if number == 0:
            head = StyledSpan(0, len(line.text), TextStyle.STRONG)
            line = StyledText(line.text, (head, *line.styles))
        yield _Piece(line, goes_on=not is_first, keeps_lines=True)
        is_first = False
        if number == 0:
            rule = _GAP.join("─" * width for width in widths)
            yield _Piece(StyledText(rule), is_aside=True, goes_on=True, keeps_lines=True)


def _cell(node: SyntaxTreeNode) -> StyledText:
    content = _inline(node)
    return StyledText(content.text.replace("\n", " "), content.styles)


def _columns(row: Sequence[StyledText], widths: Sequence[int], aligns: Sequence[str]) -> StyledText:
    """One row of a table; blanks fill its columns."""
    text = ""
    styles: list[StyledSpan] = []
    for cell, width, align in zip(row, widths, aligns, strict=False):
        spare = width - cells(cell.text)
        left = spare if "right" in align else spare // 2 if "center" in align else 0
        text += " " * left
        styles += cell.shifted(len(text))
        text += cell.text + " " * (spare - left) + _GAP
    return StyledText(text.rstrip(), tuple(styles))


def _fields(table: Sequence[Sequence[StyledText]]) -> Iterator[_Piece]:
    """Every row as lines of "heading: cell", the empty cells left out."""
    heads, *rows = table
    for row in rows:
        is_first = True
        for head, cell in zip(heads, row, strict=False):
            if not cell.text:
                continue
            name = f"{head.text}: " if head.text else ""
            strong = (StyledSpan(0, len(name) - 1, TextStyle.STRONG),) if name else ()
            line = StyledText(name + cell.text, (*strong, *cell.shifted(len(name))))
            yield _Piece(line, goes_on=not is_first, keeps_lines=True)
            is_first = False
