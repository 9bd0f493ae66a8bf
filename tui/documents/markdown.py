"""Markdown made readable: one text without signs, its blocks, and how its words are set.

The parser is that of CommonMark with tables and struck words (markdown-it-py). Bullets stay,
tables become columns, or one field a line where they are wider than a page; links keep their
words, their targets are kept with the span. All offsets are into the text that is built here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.documents.article import StyledSpan, TextStyle
from tui.documents.code_layout import code_pieces
from tui.documents.list_layout import BULLETS, indented
from tui.documents.markdown_inline import html_text, inline_text
from tui.documents.sanitising import sanitise
from tui.documents.styled_text import StyledText, clean
from tui.documents.table_layout import table_pieces
from tui.documents.text_pieces import Piece, Rendered, assembled

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

LONGEST = 2_000_000
"""Code points up to which Markdown is parsed: 300,000 words, which take two seconds."""
MOST_LINES = 50_000
"""Lines up to which it is: every item of a list costs as much as a paragraph."""
_RULE = "* * *"
_DEEPEST = 100
"""Lists and quotations inside one another; the parser drops what lies deeper."""


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
    rendered = assembled(_pieces(tree.children), _first_title(tree))
    # Marks that were harmless apart can stand on one letter now.
    return rendered if rendered.blocks and sanitise(rendered.text) == rendered.text else None


def _first_title(tree: SyntaxTreeNode) -> str | None:
    for node in tree.children:
        if node.type == "heading" and node.tag == "h1":
            return _inline(node).text.replace("\n", " ") or None
    return None


# -- blocks ---------------------------------------------------------------------------


def _pieces(nodes: Sequence[SyntaxTreeNode], depth: int = 0) -> Iterator[Piece]:
    """The pieces of some blocks; `depth` counts the lists around them."""
    for node in nodes:
        if node.type in ("bullet_list", "ordered_list"):
            yield from _list(node, depth)
        elif node.type == "blockquote":
            yield from map(_quoted, _pieces(node.children, depth))
        elif node.type == "table":
            yield from _table(node)
        elif node.type in ("fence", "code_block"):
            yield from code_pieces(node.content)
        elif node.type == "hr":
            yield Piece(StyledText(_RULE), is_aside=True)
        else:
            content = _words_of(node)
            if content.text:
                yield Piece(content)


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


def _quoted(piece: Piece) -> Piece:
    content = piece.content
    whole = StyledSpan(0, len(content.text), TextStyle.QUOTATION)
    return replace(piece, content=StyledText(content.text, (whole, *content.styles)))


# -- lists ----------------------------------------------------------------------------


def _list(node: SyntaxTreeNode, depth: int) -> Iterator[Piece]:
    """The items with their bullets or numbers; what belongs to an item is indented."""
    for number, item in enumerate(node.children):
        marker = f"{BULLETS[depth % len(BULLETS)]} "
        if node.type == "ordered_list":
            marker = f"{clean(item.info or '1')}{clean(item.markup)} "
        pieces = list(_pieces(item.children, depth + 1)) or [Piece(StyledText(""))]
        # In a tight list nothing but line ends stands between the items.
        is_tight = any(child.type == "paragraph" and child.hidden for child in item.children)
        for position, piece in enumerate(pieces):
            item_piece = indented(piece, "" if position else marker, " " * len(marker))
            is_first = position == number == depth == 0
            goes_on = is_tight and not piece.is_aside and not is_first
            yield replace(item_piece, goes_on=piece.goes_on or goes_on)


# -- tables ---------------------------------------------------------------------------


def _table(node: SyntaxTreeNode) -> Iterator[Piece]:
    """The rows; the parser gives every row as many cells as the head has."""
    rows = [row for part in node.children for row in part.children]
    table = [[_cell(cell) for cell in row.children] for row in rows]
    aligns = [str(cell.attrs.get("style", "")) for cell in rows[0].children]
    return table_pieces(table, aligns)


def _cell(node: SyntaxTreeNode) -> StyledText:
    content = _inline(node)
    return StyledText(content.text.replace("\n", " "), content.styles)
