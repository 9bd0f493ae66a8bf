"""The words of a Markdown line and how they are set; its signs are gone.

Offsets are code points into the text of the piece, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import TYPE_CHECKING

from tui.documents.article import TextStyle
from tui.documents.pattern import pattern
from tui.documents.styled_text import Line, StyledText, clean

if TYPE_CHECKING:
    from markdown_it.token import Token

_STYLES = {
    "em": TextStyle.EMPHASIS,
    "strong": TextStyle.STRONG,
    "s": TextStyle.STRUCK,
    "link": TextStyle.LINK,
}
_BREAK = pattern(r"<br\s*/?>", re.IGNORECASE)
_HTML_ENDS = pattern(r"<(?:br|/p|/li|/tr|/h[1-6]|/div|/dt|/dd)\b[^>]*>", re.IGNORECASE)
_HTML_UNSEEN = pattern(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)|<[!?/a-z][^>]*>",
    re.IGNORECASE | re.DOTALL,
)


def inline_text(tokens: Iterable[Token]) -> StyledText:
    """The words of an inline token's children."""
    line = Line()
    for token in tokens:
        kind, _, part = token.type.rpartition("_")
        if part == "open" and kind in _STYLES:
            line.begin(_STYLES[kind], clean(str(token.attrs.get("href", ""))))
        elif part == "close" and kind in _STYLES:
            line.end(_STYLES[kind])
        elif token.type == "hardbreak" or (
            token.type == "html_inline" and _BREAK.fullmatch(token.content)
        ):
            line.end_line()
        elif token.type == "softbreak":
            line.add(" ")
        elif token.type == "code_inline":
            line.begin(TextStyle.CODE)
            line.add(clean(token.content))
            line.end(TextStyle.CODE)
        elif token.type == "footnote_ref":
            line.add(f"[{footnote_name(token.meta)}]")
        elif token.type == "image":
            line.begin(TextStyle.LINK, clean(str(token.attrs.get("src", ""))))
            alternative = inline_text(token.children or ()).text.replace("\n", " ")
            line.add(f"[image: {alternative}]" if alternative else "[image]")
            line.end(TextStyle.LINK)
        elif token.type != "html_inline":
            line.add(clean(token.content))
    return line.done()


def footnote_name(meta: Mapping[str, object]) -> str:
    """What a footnote is called in the text: its label, or its number."""
    number = meta.get("id")
    return clean(str(meta.get("label") or (number + 1 if isinstance(number, int) else "note")))


def html_text(html: str) -> StyledText:
    """What a reader would see of a block of HTML: its words, line by line."""
    bare = _HTML_UNSEEN.sub("", _HTML_ENDS.sub("\n", html))
    lines = (clean(unescape(line)).strip() for line in bare.split("\n"))
    return StyledText("\n".join(line for line in lines if line))
