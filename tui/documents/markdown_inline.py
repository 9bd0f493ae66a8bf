"""The words of a Markdown line and how they are set; its signs are gone.

Offsets are code points into the text of the piece, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from tui.documents.article import StyledSpan, TextStyle
from tui.documents.pattern import pattern
from tui.documents.sanitising import sanitise

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


@dataclass(frozen=True, slots=True)
class StyledText:
    """Words with the styles that lie over them."""

    text: str
    """The words; no line of it is blank, none begins or ends with a blank."""
    styles: tuple[StyledSpan, ...] = ()
    """The styles, as they were opened; none is empty."""

    def shifted(self, by: int) -> Iterator[StyledSpan]:
        """The styles, so many code points further on."""
        for span in self.styles:
            yield span._replace(start=span.start + by, end=span.end + by)


def clean(text: str) -> str:
    """Words fit for a line: an entity can hide a newline or a control character."""
    return sanitise(text).replace("\n", " ").replace("\t", " ")


class _Line:
    """Words being put together."""

    def __init__(self) -> None:
        self.text = ""
        self.styles: list[StyledSpan] = []
        self._open: list[tuple[TextStyle, int, str]] = []

    def add(self, words: str) -> None:
        """Go on with some words; a line never begins with a blank."""
        is_start = not self.text or self.text.endswith("\n")
        self.text += words.lstrip() if is_start else words

    def end_line(self) -> None:
        """Break the line where the text does."""
        stripped = self.text.rstrip()
        self.text = stripped + "\n" if stripped else ""

    def begin(self, style: TextStyle, target: str = "") -> None:
        """What follows is set in this style."""
        self._open.append((style, len(self.text), target))

    def end(self, style: TextStyle) -> None:
        """The style begun last ends here."""
        for position in range(len(self._open) - 1, -1, -1):
            if self._open[position][0] is style:
                _, start, target = self._open.pop(position)
                self.styles.append(StyledSpan(start, len(self.text), style, target))
                return

    def done(self) -> StyledText:
        """The words and styles, without blanks at the ends."""
        text = self.text.rstrip()
        cut = (span._replace(end=min(span.end, len(text))) for span in self.styles)
        return StyledText(text, tuple(span for span in cut if span.start < span.end))


def inline_text(tokens: Iterable[Token]) -> StyledText:
    """The words of an inline token's children."""
    line = _Line()
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
        elif token.type == "image":
            line.begin(TextStyle.LINK, clean(str(token.attrs.get("src", ""))))
            alternative = inline_text(token.children or ()).text.replace("\n", " ")
            line.add(f"[image: {alternative}]" if alternative else "[image]")
            line.end(TextStyle.LINK)
        elif token.type != "html_inline":
            line.add(clean(token.content))
    return line.done()


def html_text(html: str) -> StyledText:
    """What a reader would see of a block of HTML: its words, line by line."""
    bare = _HTML_UNSEEN.sub("", _HTML_ENDS.sub("\n", html))
    lines = (clean(unescape(line)).strip() for line in bare.split("\n"))
    return StyledText("\n".join(line for line in lines if line))
